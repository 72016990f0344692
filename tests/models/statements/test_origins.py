"""What goes back to one origin counts once: only where a text or its citations tell the origin."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from msgspec import structs

from models.catalog import load
from models.pages.lines import line
from models.pages.standings import explained
from models.phrases import Phrases
from models.records import Claim, Shared, Standing, Statement
from models.statements import group
from tests.models.making import meeting, uranium

CATALOG = load()
SURVEY = "US Geological Survey"


def said(article: str, who: str | None, tonnes: float = 21_000) -> Claim:
    """An article's figure, and from whom it has it."""
    return structs.replace(uranium(article, tonnes=tonnes, year=2023), attribution=who)


def counted(
    *claims: Claim,
    works: Mapping[str, tuple[str, ...]] | None = None,
    houses: Mapping[str, tuple[str, str]] | None = None,
) -> Statement:
    (statement,) = group(claims, CATALOG, works=works, houses=houses)
    return statement


@pytest.mark.parametrize("other", [SURVEY, "the U.S. Geological Survey", "USGS", "US Geological Survey (USGS)"])
def test_articles_that_name_one_origin_count_once(other: str) -> None:
    statement = counted(said("a", SURVEY), said("b", other))
    assert (statement.independent, statement.standing) == (1, Standing.SINGLE)
    assert statement.shared == (Shared(SURVEY, "", 2),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SURVEY, "World Nuclear Association"),
        (SURVEY, None),
        ("experts", "experts"),
        ("Western officials", "Western officials"),
    ],
)
def test_other_origins_and_those_that_nobody_names_stay_apart(one: str, other: str | None) -> None:
    statement = counted(said("a", one), said("b", other))
    assert (statement.independent, statement.shared) == (2, ())


def test_an_article_that_names_its_origin_once_has_it_throughout() -> None:
    assert counted(said("a", SURVEY), said("a", None), said("b", "USGS")).independent == 1


def test_the_publisher_itself_is_the_origin_that_another_names() -> None:
    houses = {"a": ("USGS", "2025"), "b": ("A newspaper", "2024")}
    assert counted(said("a", None), said("b", SURVEY), houses=houses).independent == 1
    assert counted(said("a", None), said("b", None), houses=houses).independent == 2
    paper = {"a": ("A newspaper", "2025"), "b": ("A newspaper", "2025")}
    assert counted(said("a", None), said("b", None), houses=paper).independent == 2


def test_works_of_one_publisher_and_year_are_one_origin_of_a_figure() -> None:
    one, other = said("a", None), said("b", None)
    works = {one.id: ("copper",), other.id: ("summary",)}
    houses = {"copper": (SURVEY, "2025"), "summary": ("USGS", "2025")}
    statement = counted(one, other, works=works, houses=houses)
    assert (statement.independent, statement.shared) == (1, (Shared(SURVEY, "2025", 2),))
    later = houses | {"summary": ("USGS", "2026")}
    assert counted(one, other, works=works, houses=later).independent == 2
    assert counted(one, other, said("c", SURVEY), works=works, houses=later).independent == 1


def test_two_reports_of_one_paper_on_an_event_are_two() -> None:
    one, other = meeting("a", "2025-12-20"), meeting("b", "2025-12-20")
    works = {one.id: ("first",), other.id: ("second",)}
    houses = {"first": ("A newspaper", "2025"), "second": ("A newspaper", "2025")}
    assert counted(one, other, works=works, houses=houses).independent == 2


def test_values_that_articles_have_from_one_origin_still_disagree() -> None:
    statement = counted(said("a", None), said("b", SURVEY, 30_000), said("c", "USGS", 30_000))
    assert statement.standing is Standing.CONTESTED
    assert {variant.sources for variant in statement.variants} == {1}


def test_it_is_told_plainly() -> None:
    phrases = Phrases(CATALOG)
    both = line(counted(said("a", SURVEY), said("b", "USGS")), phrases)
    assert both.shared == ("both go back to the US Geological Survey",)
    assert "of its articles and works both go back to the US Geological Survey." in explained(both)
    more = line(counted(said("a", SURVEY), said("b", "USGS"), said("c", None)), phrases)
    assert more.shared == ("2 of them go back to the US Geological Survey",)
    assert "go back" not in explained(line(counted(said("a", None), said("b", None)), phrases))


@pytest.mark.parametrize(
    "summary", ["Wikipedia (mirror)", "Wikipedia", "Wikipedia (Scots edition)", "Kure Ansiklopedi"]
)
def test_a_work_that_sums_up_others_confirms_none(summary: str) -> None:
    for other, count in ((summary, 1), ("A newspaper", 2)):
        houses = {"a": ("A magazine", "2024"), "b": (other, "2025")}
        statement = counted(said("a", None), said("b", None), houses=houses)
        assert (statement.independent, statement.standing is Standing.SINGLE) == (count, count == 1)


def test_a_value_that_only_such_works_tell_never_leads() -> None:
    houses = {"a": ("Wikipedia (mirror)", "2025"), "b": ("Kure Ansiklopedi", "2025"), "c": ("A newspaper", "2020")}
    first = counted(said("a", None, 30_000), said("b", None, 30_000), said("c", None), houses=houses)
    assert first.standing is Standing.CONTESTED
    assert [[claim.evidence.article for claim in side.claims] for side in first.variants] == [["c"], ["a", "b"]]
    named = houses | {"a": ("A journal", "2025"), "b": ("A gazette", "2025")}
    assert (
        len(counted(said("a", None, 30_000), said("b", None, 30_000), said("c", None), houses=named).variants[0].claims)
        == 2
    )


def test_but_it_leads_those_who_are_not_named() -> None:
    houses = {"a": ("Wikipedia", "2025"), "c": ("A newspaper", "2020")}
    statement = counted(said("c", "other reports", 25_000), said("a", None, 30_000), houses=houses)
    assert [side.claims[0].evidence.article for side in statement.variants] == ["a", "c"]
