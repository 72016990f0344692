"""Which of several routes an article speaks of from one sentence to the next."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Quantity, RouteFact
from tests.models.reading.making import article


def _facts(reader: Reader, prose: str) -> set[tuple[str, str]]:
    told = (claim.content for claim in reader.claims(article(prose)))
    return {(content.route, content.predicate) for content in told if isinstance(content, RouteFact)}


@pytest.mark.parametrize(
    ("prose", "wanted", "other"),
    [
        (
            "The Middle Corridor is catching up with the Northern Corridor. The route carried 4.5 million tonnes.",
            ("middle-corridor", "carried"),
            ("northern-corridor", "carried"),
        ),
        (
            "Uzbekistan hopes for the Trans-Afghan railway, an alternative to the North-South corridor. "
            "The railway will cost $6.9 billion.",
            ("trans-afghan-railway", "cost"),
            ("instc", "cost"),
        ),
        (
            "While TAPI stalls, the Central Asia-China gas pipeline is busy. The pipeline carried 35 bcm last year.",
            ("central-asia-china-gas", "carried"),
            ("tapi", "carried"),
        ),
        (
            "The Baku-Tbilisi-Kars railway is part of the Middle Corridor. The line is 846 kilometres long.",
            ("btk-railway", "length"),
            ("middle-corridor", "length"),
        ),
        (
            "The Rasht-Astara railway is the missing piece of the North-South corridor. "
            "The railway is 162 kilometres long. The corridor is to carry 15 million tonnes a year.",
            ("instc", "target"),
            ("rasht-astara-railway", "target"),
        ),
    ],
)
def test_the_route_that_acts_is_spoken_of_and_none_named_by_the_way(
    reader: Reader, prose: str, wanted: tuple[str, str], other: tuple[str, str]
) -> None:
    found = _facts(reader, prose)
    assert wanted in found
    assert other not in found


@pytest.mark.parametrize(
    ("prose", "wanted"),
    [
        ("TRIPP is new. Washington has put $145 million into it.", ("tripp", "supported_by")),
        ("TRIPP is new. The 43-kilometre corridor skirts Iran.", ("tripp", "length")),
        (
            "The North-South corridor lacks one piece: the railway from Rasht to Astara.",
            ("rasht-astara-railway", "connects"),
        ),
    ],
)
def test_it_and_its_length_are_those_of_the_route(reader: Reader, prose: str, wanted: tuple[str, str]) -> None:
    assert wanted in _facts(reader, prose)


@pytest.mark.parametrize(
    ("prose", "told"),
    [
        ("TAPI was discussed. They spoke of the Amber Sky corridor. The route carried 1,940 wagons in 2025.", False),
        ("TAPI was discussed. They spoke of the price. The pipeline carried 35 bcm in 2025.", True),
    ],
)
def test_a_way_that_nobody_knows_takes_the_place_of_the_one_before(reader: Reader, prose: str, told: bool) -> None:
    assert (("tapi", "carried") in _facts(reader, f"Central Asia met. {prose}")) is told


@pytest.mark.parametrize(
    ("prose", "wanted"),
    [
        ("Japan supports both projects.", {"middle-corridor", "trans-afghan-railway"}),
        ("Japan supports the two projects.", {"middle-corridor", "trans-afghan-railway"}),
        ("Japan supports all three projects.", set()),
        ("Japan supports both pipelines.", set()),
        ("Japan supports both projects of the bank.", set()),
    ],
)
def test_so_many_routes_are_those_named_last(reader: Reader, prose: str, wanted: set[str]) -> None:
    found = _facts(reader, f"The Middle Corridor and the Trans-Afghan railway were discussed. {prose}")
    assert {route for route, predicate in found if predicate == "supported_by"} == wanted


def test_a_line_through_another_land_is_not_the_one_before(reader: Reader) -> None:
    prose = "The Trans-Afghan railway was discussed. Officials took note of the line through Iran."
    assert not _facts(reader, prose)


@pytest.mark.parametrize(
    ("prose", "days"),
    [
        ("Travel time on the Middle Corridor fell from 23 days to 18.", {18.0}),
        ("Transit time along the Middle Corridor, at present 23 days, shall be brought down to 18.", {18.0, 23.0}),
        ("The Middle Corridor takes 15 days to 4 ports.", {15.0}),
        ("The Middle Corridor would cut the journey to Türkiye by a week.", {-7.0}),
        ("The Middle Corridor would cut the journey by a mile.", set()),
    ],
)
def test_a_bare_number_goes_on_from_a_span_of_time(reader: Reader, prose: str, days: set[float]) -> None:
    facts = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, RouteFact)]
    assert {fact.object.value for fact in facts if isinstance(fact.object, Quantity)} == days
