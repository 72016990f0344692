"""How many dealings two countries have: each thing once."""

from __future__ import annotations

from pathlib import Path

from models.briefs import Part
from models.catalog import Catalog
from models.records import Claim, Commitment, Content, Event, Money, Quantity, Relation
from models.statements.keys import MEETING
from tests.models.briefs.making import every
from tests.models.making import claim

LAND, OTHER = "KAZ", "JPN"
DAY = "2025-12-20"
MEETS = Event(MEETING, (LAND, OTHER), date=DAY)


def told(*contents: Content) -> list[Claim]:
    return [claim(content, quote=f"Sentence {place}.") for place, content in enumerate(contents)]


def dealings(catalog: Catalog, folder: Path, *contents: Content) -> Part:
    return every(catalog, folder, told(*contents), "relations")[0]


def count(catalog: Catalog, folder: Path, *contents: Content) -> str:
    part = dealings(catalog, folder, *contents)
    assert part.table
    (row,) = part.table.rows
    return row.cells[1]


def test_what_was_done_at_one_summit_counts_once(catalog: Catalog, tmp_path: Path) -> None:
    summit = [Event("AGREE", (LAND, OTHER), date=DAY, summary=f"agreed on {thing}") for thing in ("a", "b", "c")]
    assert count(catalog, tmp_path, MEETS, *summit) == "1"


def test_other_days_other_parties_and_events_without_a_day_count_by_themselves(
    catalog: Catalog, tmp_path: Path
) -> None:
    others = (
        Event(MEETING, (LAND, OTHER), date="2025-06-21"),
        Event(MEETING, (LAND, OTHER, "UZB"), date=DAY),
        Event("AGREE", (LAND, OTHER), summary="agreed on cheaper visas for students"),
        Event("SUPPORT", (OTHER,), (LAND,), summary="backs new railways of the country"),
    )
    part = dealings(catalog, tmp_path, MEETS, *others)
    assert part.table
    assert [row.cells[:2] for row in part.table.rows] == [("Japan", "5"), ("Uzbekistan", "1")]


def test_a_tie_counts_once_whatever_its_years_and_each_promise_by_itself(catalog: Catalog, tmp_path: Path) -> None:
    trade = [
        Relation(OTHER, LAND, "trade", year, quantity=Quantity(value, "USD"))
        for value, year in ((1e9, 2023), (2e9, 2024))
    ]
    money = [
        Commitment((OTHER,), (LAND,), Money(value, "USD"), purpose=what)
        for value, what in ((1e9, "hospitals"), (2e9, "railways"))
    ]
    assert count(catalog, tmp_path, *trade, *money, MEETS) == "4"


def test_what_is_counted_is_told_above_the_counts(catalog: Catalog, tmp_path: Path) -> None:
    part = dealings(catalog, tmp_path, MEETS)
    assert part.title == "Dealings with others"
    assert part.lead.startswith("Counted are events, promises of money and ties")


def test_a_deed_and_its_sum_in_one_sentence_are_one_dealing(catalog: Catalog, tmp_path: Path) -> None:
    buys = Event("AGREE", (LAND, OTHER), date=DAY, summary="agreed to buy aircraft for US$7 billion")
    money = Commitment((LAND,), (OTHER,), Money(7e9, "USD"), purpose="aircraft", deed="bought")
    quote = "They agreed to buy aircraft for 7 billion US dollars."
    claims = [claim(buys, quote=quote), claim(money, quote=quote)]
    part = every(catalog, tmp_path, claims, "relations")[0]
    assert part.table
    assert part.table.rows[0].cells[1] == "1"
