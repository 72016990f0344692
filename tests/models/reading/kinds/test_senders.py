"""A volume that only one state or firm sends by a route is told as its part, and never as the whole route's."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Quantity, RouteFact
from tests.models.reading.making import told


def _carried(reader: Reader, prose: str) -> dict[float | tuple[float, float], str | None]:
    facts = (claim.content for claim in told(reader, prose) if isinstance(claim.content, RouteFact))
    figures = (fact.object for fact in facts if fact.predicate == "carried")
    return {figure.value: figure.of for figure in figures if isinstance(figure, Quantity)}


@pytest.mark.parametrize(
    ("prose", "value"),
    [
        ("Kazakhstan's exports through the CPC pipeline came to 51 million tonnes.", 51e6),
        ("Kazakh crude exports via the CPC pipeline came to 51 million tonnes.", 51e6),
        ("Deliveries of Kazakh oil through the CPC pipeline came to 51 million tonnes.", 51e6),
        ("Some 51 million tonnes of Kazakh oil went through the CPC pipeline.", 51e6),
        (
            "Kazakhstan shipped 70 million tonnes of oil, of which 51 million tonnes went through the CPC.",
            51e6,
        ),
        ("Kazakhstan produced 90 million tonnes of oil. Exports through the CPC came to 51 million tonnes.", 51e6),
        ("Kazakhstan exported 70 million tonnes of oil. Supplies through the CPC reached 51 million tonnes.", 51e6),
    ],
)
def test_what_one_state_sends_is_its_part(reader: Reader, prose: str, value: float) -> None:
    assert _carried(reader, prose) == {value: "from Kazakhstan"}


@pytest.mark.parametrize(
    "prose",
    [
        "The CPC pipeline carried 63 million tonnes.",
        "Kazakhstan exported 70 million tonnes of oil. The CPC pipeline carried 63 million tonnes.",
        "The CPC pipeline is busy. Shipments through the CPC pipeline reached 63 million tonnes.",
        "Kazakhstan produced 90 million tonnes of oil. Shipments through the CPC pipeline reached 63 million tonnes.",
        "Kazakhstan exported 70 million tonnes of oil. Cargo on the CPC pipeline reached 63 million tonnes.",
        "Kazakh and Russian oil exports through the CPC pipeline reached 63 million tonnes.",
    ],
)
def test_what_goes_by_the_whole_route_is_nobodys_part(reader: Reader, prose: str) -> None:
    assert _carried(reader, prose) == {63e6: None}


def test_a_part_of_the_year_and_an_earlier_figure_are_of_the_same_sender(reader: Reader) -> None:
    prose = "Kazakh oil exports through BTC reached 1.3 million tonnes in 2024, against 1.1 million in 2023."
    assert _carried(reader, prose) == {1.3e6: "from Kazakhstan", 1.1e6: "from Kazakhstan"}
    months = "Kazakh oil exports through the BTC pipeline reached 1.3 million tonnes in January-June 2024."
    assert _carried(reader, months) == {1.3e6: "from Kazakhstan, January-June"}
