"""What a route carries: trains that are counted without its name, and the figure of another year beside its own."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Modality, Quantity, RouteFact
from tests.models.reading.making import article

_MIDDLE = "The Middle Corridor is busy in Kazakhstan. "


def _flows(reader: Reader, prose: str) -> set[tuple[str, float | tuple[float, float], int | None, str | None]]:
    """Predicate, value, year and part of the year of each flow of a route that is read."""
    facts = (claim.content for claim in reader.claims(article(prose)))
    told = ((fact, fact.object) for fact in facts if isinstance(fact, RouteFact))
    return {
        (fact.predicate, figure.value, fact.year, figure.of) for fact, figure in told if isinstance(figure, Quantity)
    }


@pytest.mark.parametrize(
    ("prose", "flows"),
    [
        (
            "In 2024 the Middle Corridor carried 4.5 million tonnes, against 2.8 million in 2023.",
            {("carried", 4.5e6, 2024, None), ("carried", 2.8e6, 2023, None)},
        ),
        (
            "The traders shipped 64 percent of Kazatomprom's exports along the Middle Corridor in 2025.",
            {("carried", 64.0, 2025, "Kazatomprom's exports")},
        ),
        (
            "In 2023 the Middle Corridor carried 64 percent of the Western uranium deliveries of Kazatomprom.",
            {("carried", 64.0, 2023, "western uranium deliveries of Kazatomprom")},
        ),
        ("Kazatomprom shipped 64 percent of its uranium along the Middle Corridor in 2025.", set()),
        (
            "Turkmenistan exported 31 billion cubic metres of gas to China in 2025, all of it through the Central "
            "Asia-China pipeline.",
            {("carried", 31e9, 2025, "from Turkmenistan")},
        ),
        (
            "The Central Asia-China pipeline carried 31 billion cubic metres of gas in 2025.",
            {("carried", 31e9, 2025, None)},
        ),
        (
            "The China-Kyrgyzstan-Uzbekistan railway is expected to cost $4.7 billion and to open in 2030.",
            {("cost", 4.7e9, None, None)},
        ),
        (
            "The China-Kyrgyzstan-Uzbekistan railway will cost $4.7 billion and will open in 2030.",
            {("cost", 4.7e9, None, None)},
        ),
        (
            "Volumes on the Middle Corridor grew from 1.5 million tons in 2022 to 2.7 million tons in 2023.",
            {("carried", 2.7e6, 2023, None), ("carried", 1.5e6, 2022, None)},
        ),
        (
            "The Middle Corridor handled 302 container trains in the first half of 2025, against 203 in the same "
            "months of 2024.",
            {("carried", 302.0, 2025, "first half"), ("carried", 203.0, 2024, "first half")},
        ),
        (
            "Traffic on the Northern Corridor fell to 176,000 TEU in 2025 after 294,000 TEU in 2024.",
            {("carried", 176e3, 2025, None), ("carried", 294e3, 2024, None)},
        ),
        (
            "The CPC pipeline carried 70.5 million tons in 2025, 63 million of which came from Kazakhstan, up from "
            "54 million in 2023.",
            {("carried", 70.5e6, 2025, None)},
        ),
        ("The Middle Corridor carried more than 4.5 million tonnes in 2024.", {("carried", 4.5e6, 2024, None)}),
    ],
)
def test_a_figure_is_told_with_the_one_of_another_year_that_it_is_set_against(
    reader: Reader, prose: str, flows: set[tuple[str, float, int | None, str | None]]
) -> None:
    assert _flows(reader, prose) == flows


def test_the_earlier_figure_beside_a_plan_is_no_plan(reader: Reader) -> None:
    prose = "Kazakhstan plans to ship 2.2 million tons through the BTC pipeline in 2026, up from 1.3 million in 2024."
    told = {
        (claim.content.predicate, claim.content.year): claim.modality
        for claim in reader.claims(article(prose))
        if isinstance(claim.content, RouteFact)
    }
    assert told == {("target", 2026): Modality.PLANNED, ("carried", 2024): Modality.DONE}


@pytest.mark.parametrize(
    ("prose", "of"),
    [
        ("Four fifths of Kazakhstan's crude still reaches the sea through the CPC pipeline.", None),
        ("Kazakhstan sends 80% of its oil by way of the CPC pipeline.", None),
        ("Most of Kazakhstan's oil, about 80%, leaves by the CPC pipeline.", None),
        ("Through the CPC pipeline flow 80 percent of Kazakh oil exports.", "Kazakh oil exports"),
        ("Some 80 percent of Kazakhstan's oil exports go to market via the CPC pipeline.", "Kazakhstan's oil exports"),
    ],
)
def test_a_share_of_what_is_exported_goes_by_a_route(reader: Reader, prose: str, of: str | None) -> None:
    assert _flows(reader, prose) == {("carried", 80.0, None, of)}


@pytest.mark.parametrize(
    ("prose", "told"),
    [
        ("The eastern branch of the North-South corridor crosses Kazakhstan and Iran.", "eastern branch"),
        ("The North-South corridor crosses Kazakhstan and Iran.", ""),
        ("The Kazakh section of the North-South corridor crosses Kazakhstan and Iran.", ""),
    ],
)
def test_what_a_branch_crosses_is_not_told_of_the_whole_route(reader: Reader, prose: str, told: str) -> None:
    facts = [claim.content for claim in reader.claims(article(f"A line. {prose}"))]
    assert {fact.part for fact in facts if isinstance(fact, RouteFact) and fact.predicate == "crosses"} == {told}


@pytest.mark.parametrize(
    ("prose", "of"),
    [
        ("The Kazakh section of the CPC pipeline has a capacity of 72.5 million tonnes a year.", "Kazakh section"),
        ("The CPC pipeline has a capacity of 72.5 million tonnes a year.", None),
        ("The rail part of the Middle Corridor is about 4,800 kilometres long.", "rail part"),
        ("In 2025 the BTC pipeline was planned to carry 1.7 million tonnes from Aktau.", "from Aktau"),
        ("In 2025 the BTC pipeline carried 1.7 million tonnes from Aktau to Ceyhan.", None),
        ("The BTC pipeline already carries 1.2 million tonnes a year from Kazakhstan.", "from Kazakhstan"),
        ("The BTC pipeline carried 30 million tonnes of oil from Azerbaijan in 2025.", "from Azerbaijan"),
        ("In 2025 the CPC pipeline carried 70 million tonnes from Kazakhstan to the Black Sea.", None),
        (
            "A bank says that the priority works on the Middle Corridor would cost $7 billion.",
            "priority works",
        ),
    ],
)
def test_a_figure_of_a_part_of_a_route_tells_the_part(reader: Reader, prose: str, of: str | None) -> None:
    facts = [claim.content for claim in reader.claims(article(f"A line. {prose}"))]
    assert [fact.object.of for fact in facts if isinstance(fact, RouteFact) and isinstance(fact.object, Quantity)] == [
        of
    ]


@pytest.mark.parametrize(
    ("prose", "leads"),
    [
        (
            "Leaders of Kazakhstan backed the completion of the Trans-Afghan railway, and took note of plans to send "
            "boxes between Busan and Europe through the port of Turkmenbashi.",
            set(),
        ),
        (
            "They spoke of the Middle Corridor, running across Kazakhstan and Georgia.",
            {("crosses", ("KAZ", "GEO"))},
        ),
        (
            "The China-Kyrgyzstan-Uzbekistan railway is to run from Kashgar through the Kyrgyz mountains to Andijan.",
            {("crosses", ("KGZ",))},
        ),
        ("Kazakhstan backs the Middle Corridor, which crosses Georgia and reaches Europe.", {("crosses", ("GEO",))}),
    ],
)
def test_a_route_does_not_lead_where_another_verb_goes(
    reader: Reader, prose: str, leads: set[tuple[str, tuple[str, ...]]]
) -> None:
    facts = (claim.content for claim in reader.claims(article(prose)))
    told = {(fact.predicate, fact.object) for fact in facts if isinstance(fact, RouteFact)}
    assert {fact for fact in told if fact[0] == "crosses"} == leads


@pytest.mark.parametrize(
    ("prose", "flows"),
    [
        ("Block trains from China numbered 203 in 2024.", {("carried", 203.0, 2024, None)}),
        (
            "Block trains did it: 242 of them ran in 2025, against 151 in 2024.",
            {("carried", 242.0, 2025, None), ("carried", 151.0, 2024, None)},
        ),
        (
            "In 2025 416 container trains set out from China. In 2024 there were 358, and only 19 in 2023.",
            {("carried", 416.0, 2025, None), ("carried", 358.0, 2024, None), ("carried", 19.0, 2023, None)},
        ),
        ("In 2024 188 container trains arrived from China.", {("carried", 188.0, 2024, None)}),
        (
            "In 2024 40 container trains were dispatched from Xi'an. For 2026 the association expects 600 trains.",
            {("carried", 40.0, 2024, None), ("target", 600.0, 2026, None)},
        ),
        ("The association raised its target from 70,000 to 80,000 TEU.", {("target", 80e3, None, None)}),
        (
            "The route carried 3.3 million tonnes in 2024, of which boxes made up 57,300 TEU.",
            {("carried", 3.3e6, 2024, None), ("carried", 57300.0, None, None)},
        ),
        ("Up to 15 million tons of freight a year are foreseen.", {("target", 15e6, None, None)}),
        ("Boxes waited at Aktau; dwell time in the port averaged six days in August.", set()),
        ("From Xi'an to Poti a box now takes 18 days.", {("transit_time", 18.0, None, "Xi'an–Poti")}),
        (
            "In 2024 1.5 million tonnes of Kazakh oil went through the BTC pipeline, compared with 1.4 million a year "
            "earlier.",
            {("carried", 1.5e6, 2024, "from Kazakhstan"), ("carried", 1.4e6, 2023, "from Kazakhstan")},
        ),
        ("Throughput of the Baku-Tbilisi-Kars line was a modest 116,000 tonnes.", {("carried", 116e3, None, None)}),
        ("A ferry from Kuryk to Alat takes 18 hours.", set()),
        ("Kazakhstan ordered 200 container trains from China.", set()),
        ("China sent 30 container trains of wheat to Uzbekistan.", set()),
    ],
)
def test_trains_are_counted_for_the_route_spoken_of(
    reader: Reader, prose: str, flows: set[tuple[str, float, int | None, str | None]]
) -> None:
    assert _flows(reader, _MIDDLE + prose) == flows
