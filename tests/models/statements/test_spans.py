"""Parts of a year: how much they are of it, and which figures cannot stand beside those of the whole year."""

from __future__ import annotations

import pytest

from models.catalog import Catalog
from models.records import Claim, Content, Evidence, Quantity, Resource, RouteFact, Standing
from models.statements import group
from models.statements.spans import length, split


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("January to July", (1, 7)),
        ("from January to July", (1, 7)),
        ("January–July", (1, 7)),
        ("January and June", (1, 6)),
        ("October", (10, 10)),
        ("H1", (1, 6)),
        ("1H", (1, 6)),
        ("first half", (1, 6)),
        ("first-half", (1, 6)),
        ("first six months", (1, 6)),
        ("six months to June", (1, 6)),
        ("six months to September", (4, 9)),
        ("nine months", (1, 9)),
        ("first 9 months", (1, 9)),
        ("9M", (1, 9)),
        ("Q3", (7, 9)),
        ("Third quarter", (7, 9)),
        ("July-September", (7, 9)),
        ("final quarter", (10, 12)),
        ("nine months to June", None),
        ("a quarter", None),
        ("year to March", None),
        ("fiscal 2024/25", None),
        ("world", None),
        ("ore", None),
        ("July to January", None),
        ("imports from China in May and June", None),
        ("2023", None),
        ("", None),
    ],
)
def test_the_months_of_a_part_of_the_year(words: str, span: tuple[int, int] | None) -> None:
    assert split(words) == (words if span is None else "", span)
    assert split(f"ore, {words}") == ((f"ore, {words}", None) if span is None else ("ore", span))


def test_the_length_of_a_part_of_the_year() -> None:
    assert [length(span) for span in ((1, 12), (7, 9), (5, 5))] == [1, 3 / 12, 1 / 12]


def claim(article: str, content: Content) -> Claim:
    return Claim(f"{article} {content}", content, Evidence(article, 0, 5, "words"), "rule")


def carried(tonnes: float, part: str | None = None, year: int = 2023) -> RouteFact:
    return RouteFact("middle-corridor", "carried", Quantity(tonnes, "tonne", part), year)


def standings(catalog: Catalog, *contents: Content) -> list[Standing]:
    claims = [claim(str(number), content) for number, content in enumerate(contents)]
    return sorted(found.standing for found in group(claims, catalog))


def test_a_part_of_the_year_stands_beside_the_whole(catalog: Catalog) -> None:
    assert standings(catalog, carried(2.7e6), carried(1.5e6, "January to July")) == [Standing.SINGLE] * 2
    assert standings(catalog, carried(1.5e6, "January to July"), carried(1.5e6, "January to July")) == ["corroborated"]


def test_a_part_of_the_year_has_one_name_however_it_is_written(catalog: Catalog) -> None:
    halves = ("first half", "H1", "January-June", "six months")
    assert standings(catalog, *(carried(1.5e6, half) for half in halves)) == ["corroborated"]
    assert standings(catalog, carried(1.5e6, "H1"), carried(1.9e6, "first half")) == ["contested"]
    assert standings(catalog, carried(1.5e6, "H1"), carried(1.5e6, "second half")) == [Standing.SINGLE] * 2


def test_a_part_that_brings_nearly_all_of_the_year_is_contested(catalog: Catalog) -> None:
    assert standings(catalog, carried(2.7e6), carried(2.5e6, "January to July")) == [Standing.CONTESTED]
    assert standings(catalog, carried(2.7e6), carried(2.8e6, "January to July")) == [Standing.CONTESTED]
    assert standings(catalog, carried(2.7e6, year=2022), carried(2.5e6, "January to July")) == [Standing.SINGLE] * 2


def test_months_take_the_place_of_the_same_months_only(catalog: Catalog) -> None:
    contents = (carried(2.7e6), carried(1.1e6, "H1", 2023), carried(1.5e6, "first half", 2025))
    found = group([claim(str(number), content) for number, content in enumerate(contents)], catalog)
    told = {statement.shown.content: (statement.standing, statement.series) for statement in found}
    whole, before, after = (told[content] for content in contents)
    assert [standing for standing, _ in (whole, before, after)] == ["single", "earlier", "single"]
    assert before[1] == after[1] != whole[1]


def test_a_harvest_may_come_in_one_month_but_be_no_larger_than_the_year(catalog: Catalog) -> None:
    def picked(tonnes: float, part: str | None = None) -> Resource:
        return Resource("UZB", "cotton", "produces", None, Quantity(tonnes, "tonne", part), 2023)

    assert standings(catalog, picked(3e6), picked(2.9e6, "October")) == [Standing.SINGLE] * 2
    assert standings(catalog, picked(3e6), picked(3.5e6, "October")) == [Standing.CONTESTED]
