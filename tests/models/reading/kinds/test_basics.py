"""The basic figures of the built-in library: each comes out as its edition gives it, and no other."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from models.catalog import Catalog
from models.intake import read_file
from models.reading import Reader
from models.records import Article, Claim, Profile, Quantity, Resource
from models.statements.values import same

EDITIONS = {"factbook": "/Country-Factbook/", "factbook-2024": "/af82d746501eee1e48b32cd041a6a37c3b589de6/"}
"""What the addresses of the copies of each edition have in them."""
REGION = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
FEWEST, FEWEST_OF_PARTNERS = 20, 9  # figures of a country


class Given(NamedTuple):
    """A figure as an edition gives it: country, edition, how sure it is of it, and its row in the table."""

    country: str
    edition: str
    kind: str
    row: list[Any]


@pytest.fixture(scope="module")
def given(root: Path) -> tuple[Given, ...]:
    table = tomllib.loads((root / "tests" / "data" / "profiles" / "basics.toml").read_text("utf-8"))
    return tuple(
        Given(country, edition, kind, row)
        for country, editions in table.items()
        for edition, kinds in editions.items()
        for kind, rows in kinds.items()
        for row in rows
    )


@pytest.fixture(scope="module")
def digests(root: Path) -> tuple[Article, ...]:
    folder = root / "resources" / "articles"
    found = (read_file(path) for path in sorted((*folder.glob("basics-*.md"), *folder.glob("partner-*.md"))))
    return tuple(article for article in found if isinstance(article, Article))


@pytest.fixture(scope="module")
def told(digests: tuple[Article, ...], reader: Reader) -> tuple[tuple[Claim, tuple[str, ...]], ...]:
    """Every claim of the digests with the addresses of the works that its sentence is marked with."""
    return tuple((claim, tuple(_cited(article, claim))) for article in digests for claim in reader.claims(article))


def _cited(article: Article, claim: Claim) -> Iterator[str]:
    start, end = claim.evidence.start, claim.evidence.end
    return (work.url or "" for work in article.bibliography.cites if any(start < at <= end for at in work.at))


def _is(claim: Claim, figure: Given) -> bool:
    """True for the claim that tells the figure, as an estimate where it is one."""
    content = claim.content
    if isinstance(content, Resource) and figure.kind == "goods":
        name, relation, value, unit, year = figure.row
        flow = (content.country, content.resource, content.relation, str(content.year))
        return flow == (figure.country, name, relation, year) and _measures(content.quantity, value, unit)
    if not isinstance(content, Profile) or figure.kind == "goods":
        return False
    name, value, unit, year, of = figure.row
    key = (content.country, content.property, content.unit or "", content.as_of or "", content.of)
    estimated = "estimated" in (claim.certainty or "")
    return (
        key == (figure.country, name, unit, year, of)
        and (content.value == value if isinstance(value, str) else same(content.value, value))
        and estimated == (figure.kind == "estimates")
    )


def _measures(quantity: Quantity | None, value: float, unit: str) -> bool:
    return quantity is not None and quantity.unit == unit and same(quantity.value, value)


def test_every_figure_comes_out_from_its_edition(
    given: tuple[Given, ...], told: tuple[tuple[Claim, tuple[str, ...]], ...]
) -> None:
    for figure in given:
        works = [cited for claim, cited in told if _is(claim, figure)]
        assert works, figure
        assert all(len(cited) == 1 and EDITIONS[figure.edition] in cited[0] for cited in works), figure


def test_no_other_key_figure_comes_out(
    given: tuple[Given, ...], told: tuple[tuple[Claim, tuple[str, ...]], ...]
) -> None:
    for claim, cited in told:
        from_edition = any(copy in work for work in cited for copy in EDITIONS.values())
        if from_edition and isinstance(claim.content, Profile):
            assert any(_is(claim, figure) for figure in given), claim


def test_every_country_has_its_figures_in_one_order(
    given: tuple[Given, ...], told: tuple[tuple[Claim, tuple[str, ...]], ...], catalog: Catalog
) -> None:
    for country in {figure.country for figure in given}:
        fewest = FEWEST if country in REGION else FEWEST_OF_PARTNERS
        assert sum(figure.country == country for figure in given) >= fewest, country
        own = [claim for claim, _ in told if any(_is(claim, figure) for figure in given if figure.country == country)]
        own.sort(key=lambda claim: claim.evidence.start)
        order = [
            catalog.properties[claim.content.property].order for claim in own if isinstance(claim.content, Profile)
        ]
        assert order == sorted(order), country


def test_an_economic_figure_is_not_of_long_ago(given: tuple[Given, ...], catalog: Catalog) -> None:
    """What a reference still prints of debts and prices of ten years ago would mislead, however it is dated."""
    economy = range(catalog.properties["gdp"].order, catalog.properties["remittances"].order + 1)
    dated = [figure for figure in given if figure.kind != "goods" and figure.row[3]]
    old = [figure for figure in dated if catalog.properties[figure.row[0]].order in economy and figure.row[3] < "2020"]
    assert not old
