"""Parts of a year: how much they are of it, and which figures cannot stand beside those of the whole year."""

from __future__ import annotations

import pytest

from models.catalog import Catalog
from models.records import Claim, Content, Evidence, Quantity, Resource, RouteFact, Standing
from models.statements import group
from models.statements.spans import part_of_year


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("January to July", 7),
        ("from January to July", 7),
        ("January–July", 7),
        ("October", 1),
        ("world", 0),
        ("ore", 0),
        ("July to January", 0),
        ("imports from China in May and June", 0),
        ("2023", 0),
        ("", 0),
    ],
)
def test_the_share_of_the_year(words: str, months: int) -> None:
    assert part_of_year(words) == pytest.approx(months / 12)


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


def test_a_part_that_brings_nearly_all_of_the_year_is_contested(catalog: Catalog) -> None:
    assert standings(catalog, carried(2.7e6), carried(2.5e6, "January to July")) == [Standing.CONTESTED]
    assert standings(catalog, carried(2.7e6), carried(2.8e6, "January to July")) == [Standing.CONTESTED]
    assert standings(catalog, carried(2.7e6, year=2022), carried(2.5e6, "January to July")) == ["single", "superseded"]


def test_a_harvest_may_come_in_one_month_but_be_no_larger_than_the_year(catalog: Catalog) -> None:
    def picked(tonnes: float, part: str | None = None) -> Resource:
        return Resource("UZB", "cotton", "produces", None, Quantity(tonnes, "tonne", part), 2023)

    assert standings(catalog, picked(3e6), picked(2.9e6, "October")) == [Standing.SINGLE] * 2
    assert standings(catalog, picked(3e6), picked(3.5e6, "October")) == [Standing.CONTESTED]
