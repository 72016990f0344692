"""Which of all that could be told in short is: the country's own, the largest, each thing once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec import structs

from models import briefs
from models.briefs import Options, Subject
from models.briefs.summary import ENOUGH
from models.library import Library
from models.records import Commitment, Event, Modality, Money, Quantity, Resource, RouteFact
from tests.models.briefs.test_folding import step
from tests.models.briefs.test_summary import DAY, LAND, LESS, add, agreed, figure, pledge, produces, summary
from tests.models.making import claim

if TYPE_CHECKING:
    from pathlib import Path

    from models.catalog import Catalog


@pytest.fixture
def told(catalog: Catalog, tmp_path: Path) -> Library:
    """A library of nothing but meetings that are not told in short."""
    library = Library.open(tmp_path / "library", catalog)
    library.add([step("meetings", [claim(content, "meetings") for content in LESS])])
    return library


def test_of_two_events_of_one_day_the_one_of_which_more_is_told_stands_alone(told: Library) -> None:
    visit = structs.replace(agreed("opened a bridge on the border"), date="2025-11-20")
    add(told, claim(agreed("signed a protocol"), "a"), claim(agreed("agreed to build a railway"), "b"))
    add(told, claim(visit, "c"))
    assert [text.rpartition(" ")[2] for text in summary(told)] == ["railway", "border"]


def test_the_largest_sum_of_the_country_itself_stands_before_newer_ones_and_those_of_groups(told: Library) -> None:
    large, small, old = (
        structs.replace(pledge(LAND, dollars), by=(by,), year=year)
        for dollars, by, year in ((25e9, "CHN", 2024), (1e9, "JPN", 2025), (90e9, "USA", 2011))
    )
    yen = Commitment(("DEU",), (LAND,), Money(4e11, "JPY"), year=2025)
    add(told, *(claim(each, "a") for each in (large, small, old, yen)))
    add(told, *(claim(pledge("C5", 70e9), name) for name in "bcd"))
    assert ["China" in text or "Germany" in text for text in summary(told)] == [True, True]


def test_deals_in_the_same_goods_are_told_once(told: Library) -> None:
    loan = structs.replace(pledge(LAND, 2e9), purpose="tungsten", year=2025)
    mine = Commitment(("USA",), (LAND,), Money(1e9, "USD"), purpose="the tungsten deposits", year=2025)
    road = Commitment(("JPN",), (LAND,), Money(1e6, "USD"), purpose="roads", year=2025)
    dug = structs.replace(agreed("agreed to dig for tungsten"), date="2025-10-01")
    add(told, *(claim(each, "a") for each in (loan, mine, road, dug)))
    assert ["tungsten" in text for text in summary(told)] == [True, False]


@pytest.mark.parametrize(("of", "whole"), [("first half", True), ("ore", False)])
def test_a_whole_year_stands_before_a_newer_part_of_one(told: Library, of: str, *, whole: bool) -> None:
    part_ = Resource(LAND, "uranium", "produces", None, Quantity(12242.0, "tonne", of), 2025)
    add(told, claim(produces("uranium", 21112, 2023), "a"), claim(part_, "b"))
    assert ["21,112" in text for text in summary(told)] == [whole]


@pytest.mark.parametrize(
    ("modality", "names", "is_told"),
    [(Modality.ONGOING, "ab", True), (Modality.ONGOING, "a", False), (Modality.PLANNED, "ab", False)],
)
def test_what_is_being_built_is_told_where_sources_agree(
    told: Library, modality: Modality, names: str, *, is_told: bool
) -> None:
    built = Resource(LAND, "nuclear power", "develops")
    add(told, *(claim(built, name, modality=modality) for name in names))
    assert ["nuclear power" in text for text in summary(told)] == [True] * is_told


def test_a_dispute_is_told_beside_another_figure_of_the_same_goods(told: Library) -> None:
    sold = Resource(LAND, "gold", "exports", None, Quantity(3.0, "tonne"), 2024, ("CHN",))
    add(told, *(claim(produces("gold", 120), name) for name in "ab"), claim(sold, "a"))
    add(told, claim(structs.replace(sold, quantity=Quantity(9.0, "tonne")), "b"))
    assert ["China" in text for text in summary(told)] == [False, True]


@pytest.mark.parametrize(("route", "is_told"), [("cpc", True), ("btk-railway", False)])
def test_what_the_routes_through_it_carry_is_told_in_short(told: Library, route: str, *, is_told: bool) -> None:
    facts = (RouteFact(route, "connects", (LAND,)), RouteFact(route, "carried", Quantity(7e7, "tonne"), 2025))
    add(told, *(claim(fact, "a", quote=f"Sentence {at}.") for at, fact in enumerate(facts)))
    assert [text.endswith("carried 70 million tonnes in 2025") for text in summary(told)] == [True] * is_told


def test_a_route_begins_with_its_newest_volume_then_what_it_can_take_how_long_how_dear_and_how_far(
    told: Library,
) -> None:
    figures = (
        RouteFact("cpc", "length", Quantity(1511.0, "km")),
        RouteFact("cpc", "cost", Quantity(5e9, "USD")),
        RouteFact("cpc", "transit_time", Quantity(13.0, "day"), 2026),
        RouteFact("cpc", "capacity", Quantity(9e7, "tonne/year", "Russian section")),
        RouteFact("cpc", "capacity", Quantity(8e7, "tonne/year")),
        RouteFact("cpc", "carried", Quantity(80.0, "percent", "Kazakh oil exports"), 2025),
        RouteFact("cpc", "carried", Quantity(6e7, "tonne"), 2024),
        RouteFact("cpc", "carried", Quantity(7e7, "tonne"), 2025),
    )
    past = [RouteFact("cpc", "carried", Quantity(1e6 + year, "tonne"), year) for year in range(1990, 1990 + ENOUGH)]
    add(told, *(claim(each, "a", quote=f"Sentence {at}.") for at, each in enumerate((*figures, *past))))
    chapter = briefs.make(told, Subject("routes", ("cpc",)), DAY, Options()).chapters[0]
    texts = [entry.text for part in chapter.parts if part.id == "summary" for entry in part.entries]
    assert texts[:5] == [
        "Carried 70 million tonnes in 2025",
        "Capacity of 80 million tonnes a year",
        "Takes 13 days (2026)",
        "Costs US$5 billion",
        "1,511 km long",
    ]


def test_on_a_title_page_a_disputed_key_figure_shows_all_its_values(told: Library) -> None:
    other = [Event("CONSULT", ("UZB",), ("CHN",), date=f"{1990 + year}") for year in range(ENOUGH)]
    add(told, *(claim(event, "b") for event in other))
    people = (claim(figure("population", number, "people"), name) for number, name in ((6.2e6, "c"), (7.1e6, "d")))
    add(told, *people)
    first = briefs.make(told, Subject("countries", (LAND, "UZB")), DAY, Options()).chapters[0]
    (entry,) = next(part for part in first.parts if part.id == "summary").entries
    assert entry.text.startswith("Kazakhstan: population ")
    assert (entry.label, "6.2 million" in entry.text, "7.1 million" in entry.text) == ("contested", True, True)
