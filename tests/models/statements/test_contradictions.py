"""What one source says and another denies stands in one contested statement; what is told twice counts once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.catalog import Catalog
from models.records import Claim, Content, Event, Evidence, Quantity, Resource, RouteFact, Standing
from models.statements import group

if TYPE_CHECKING:
    from models.records import Statement


def _claim(number: int, content: Content, *, affirmed: bool = True, article: str = "") -> Claim:
    evidence = Evidence(article or f"article{number}", 0, 10, "some words")
    return Claim(f"claim{number}", content, evidence, "rule", affirmed=affirmed)


def _only(claims: list[Claim], catalog: Catalog) -> Statement:
    found = group(claims, catalog)
    assert len(found) == 1
    return found[0]


def test_a_route_that_crosses_and_avoids_one_land_is_contested(catalog: Catalog) -> None:
    crosses = _claim(1, RouteFact("middle-corridor", "crosses", ("RUS",)))
    avoids = [_claim(number, RouteFact("middle-corridor", "bypasses", ("RUS",))) for number in (2, 3)]
    statement = _only([crosses, *avoids], catalog)
    assert statement.standing is Standing.CONTESTED
    assert [variant.sources for variant in statement.variants] == [2, 1]


def test_what_does_not_cross_avoids(catalog: Catalog) -> None:
    denied = _claim(1, RouteFact("middle-corridor", "crosses", ("RUS",)), affirmed=False)
    avoids = _claim(2, RouteFact("middle-corridor", "bypasses", ("RUS",)))
    assert _only([denied, avoids], catalog).standing is Standing.CORROBORATED


def test_an_agreement_signed_and_denied_is_contested(catalog: Catalog) -> None:
    signed = Event(
        "AGREE", ("Kazatomprom",), ("IND",), summary="signed a long-term contract for 5,000 tonnes of uranium"
    )
    denied = Event("AGREE", ("Kazatomprom",), ("IND",), summary="did not sign an agreement with India")
    statement = _only([_claim(1, signed), _claim(2, denied, affirmed=False)], catalog)
    assert statement.standing is Standing.CONTESTED
    assert {"KAZ", "IND"} <= statement.topics


@pytest.mark.parametrize(
    ("summary", "told", "contested"),
    [
        ("did not sign an agreement", "", True),
        ("did not sign an agreement", "2026-01-30", True),
        ("did not sign an agreement", "2026-03", True),
        ("did not sign an agreement", "2026-04-01", False),  # a year later nobody means what was signed then
        ("failed to agree on the price", "2026-06-12", False),
    ],
)
def test_a_denial_of_another_time_contests_no_agreement(
    catalog: Catalog, summary: str, told: str, *, contested: bool
) -> None:
    signed = Event("AGREE", ("KAZ",), ("IND",), date="2025-03", summary="signed an agreement to swap goods")
    denied = Event("AGREE", ("KAZ", "IND"), summary=summary)
    published = {"article1": "2025-03-12", "article2": told}
    found = group([_claim(1, signed), _claim(2, denied, affirmed=False)], catalog, published=published)
    assert [one.standing for one in found] == ([Standing.CONTESTED] if contested else [Standing.SINGLE] * 2)


def test_a_figure_with_and_without_its_site_counts_once(catalog: Catalog) -> None:
    figure = Quantity(795_800.0, "tonne")
    bare = Resource("KAZ", "rare-earths", "reserves", quantity=figure)
    sited = Resource("KAZ", "rare-earths", "reserves", quantity=figure, site="Kuirektykol")
    statement = _only([_claim(1, bare, article="one"), _claim(2, sited, article="one")], catalog)
    assert statement.standing is Standing.SINGLE


def test_a_figure_told_with_ever_more_parts_counts_once(catalog: Catalog) -> None:
    figure = Quantity(700.0, "tonne/year")
    bare = Resource("UZB", "uranium", "produces", quantity=figure)
    sited = Resource("UZB", "uranium", "produces", quantity=figure, site="South Djengeldi")
    owned = Resource("UZB", "uranium", "produces", quantity=figure, site="South Djengeldi", firm="Navoiyuran")
    contents = [bare, sited, owned]
    statement = _only([_claim(number, content, article="one") for number, content in enumerate(contents)], catalog)
    assert statement.variants[0].content == owned


def test_a_figure_of_others_is_not_that_of_the_site(catalog: Catalog) -> None:
    figure = Quantity(795_800.0, "tonne")
    bare = Resource("KAZ", "rare-earths", "reserves", quantity=figure)
    sited = Resource("KAZ", "rare-earths", "reserves", quantity=figure, site="Kuirektykol")
    assert len(group([_claim(1, bare), _claim(2, sited)], catalog)) == 2


def test_a_figure_and_the_denial_of_just_that_are_contested(catalog: Catalog) -> None:
    output = Resource("KAZ", "uranium", "produces", None, Quantity(25_000.0, "tonne"), 2024)
    statement = _only([_claim(1, output), _claim(2, output), _claim(3, output, affirmed=False)], catalog)
    assert statement.standing is Standing.CONTESTED
    assert [[claim.affirmed for claim in variant.claims] for variant in statement.variants] == [[True, True], [False]]
    assert statement.shown.content == output


def test_the_denial_of_another_figure_contests_none(catalog: Catalog) -> None:
    output = Resource("KAZ", "uranium", "produces", None, Quantity(25_000.0, "tonne"), 2024)
    other = Resource("KAZ", "uranium", "produces", None, Quantity(30_000.0, "tonne"), 2024)
    found = group([_claim(1, output), _claim(2, other, affirmed=False)], catalog)
    assert [statement.standing for statement in found] == [Standing.SINGLE, Standing.SINGLE]
