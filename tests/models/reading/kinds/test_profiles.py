"""The country profiles of the built-in library: every key figure comes out as the facts have it, and no other."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from models.catalog import Catalog
from models.intake import read_file
from models.phrases import Phrases
from models.reading import Reader
from models.records import Article, Profile, Resource
from models.statements.values import same

MAGNITUDES = {"billion": 1e9, "billion kilowatt-hours": 1e9, "billion kilowatt-hours imported": 1e9}
UNITS = {
    "population": "people", "area": "km2", "border-length": "km", "coast": "km", "growth": "percent",
    "remittances": "percent", "electricity-output": "kWh", "electricity-imports": "kWh", "fossil-power": "percent",
    "hydro-power": "percent",
}  # fmt: skip
SOLD = "main-exports"
DATED = frozenset(
    {"population", "gdp", "growth", "exports", "exchange-rate", "remittances", "fossil-power", "hydro-power"}
)
COUNTRIES = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
SHORTEST, LONGEST = 120, 320
FEWEST = 15  # key figures of a country, its main exports counted as one

Figure = tuple[str, str, float, str, str]


def _table(root: Path, name: str) -> dict[str, Any]:
    return tomllib.loads((root / "tests" / "data" / "profiles" / name).read_text("utf-8"))


@pytest.fixture(scope="module")
def digests(root: Path) -> tuple[Article, ...]:
    found = [read_file(path) for path in sorted((root / "resources" / "articles").glob("country-*.md"))]
    return tuple(article for article in found if isinstance(article, Article))


@pytest.fixture(scope="module")
def figures(digests: tuple[Article, ...], reader: Reader) -> tuple[Profile, ...]:
    read = (claim.content for article in digests for claim in reader.claims(article))
    return tuple(content for content in read if isinstance(content, Profile))


@pytest.fixture(scope="module")
def facts(shared: Path) -> dict[str, dict[str, Any]]:
    rows = tomllib.loads((shared / "reference" / "facts.toml").read_text("utf-8"))["fact"]
    return {row["id"]: row for row in rows}


def _told(fact: dict[str, Any], name: str) -> Figure:
    """The key figure that a fact gives: country, property, value, unit and year (empty where none is told)."""
    value = fact["value"] * MAGNITUDES.get(fact["unit"], 1)
    year = str(fact["year"]) if name in DATED and "year" in fact else ""
    return fact["subject"], name, value, UNITS.get(name) or fact["currency"], year


def _is(content: Profile, figure: Figure) -> bool:
    country, name, value, unit, year = figure
    given = (content.country, content.property, content.unit) == (country, name, unit)
    return given and same(content.value, value) and (content.as_of or "").startswith(year)


def _wanted(root: Path, facts: dict[str, dict[str, Any]]) -> list[Figure]:
    table = _table(root, "figures.toml")
    noted = [tuple(row) for row in table.pop("noted")]
    return [_told(facts[name], key) for key, names in table.items() for name in names] + noted


def test_there_is_a_short_profile_of_every_country(digests: tuple[Article, ...], figures: tuple[Profile, ...]) -> None:
    assert len(digests) == len(COUNTRIES)
    assert {figure.country for figure in figures} == set(COUNTRIES)
    for article in digests:
        assert SHORTEST <= len(article.text.split()) <= LONGEST
        assert article.bibliography.published


def test_every_profile_has_its_key_figures_in_the_same_order(
    digests: tuple[Article, ...], reader: Reader, catalog: Catalog
) -> None:
    for article in digests:
        claims = [(claim.evidence.start, claim.content) for claim in reader.claims(article)]
        told = [(at, catalog.properties[found.property].order) for at, found in claims if isinstance(found, Profile)]
        order = list(dict.fromkeys(place for _, place in sorted(told)))
        assert order == sorted(order), article.bibliography.title
        sold = [found for _, found in claims if isinstance(found, Resource) and found.relation == "exports"]
        assert len(order) + bool(sold) >= FEWEST, article.bibliography.title


def test_every_figure_of_the_facts_comes_out(
    root: Path, facts: dict[str, dict[str, Any]], figures: tuple[Profile, ...]
) -> None:
    missing = [wanted for wanted in _wanted(root, facts) if not any(_is(figure, wanted) for figure in figures)]
    assert not missing


def test_every_name_comes_out(root: Path, figures: tuple[Profile, ...]) -> None:
    given = {(figure.country, figure.property): figure.value for figure in figures}
    for country, names in _table(root, "named.toml").items():
        assert {name: given.get((country, name)) for name in names} == {
            name: value for name, (_, value) in names.items()
        }


def test_no_other_figure_comes_out(root: Path, facts: dict[str, dict[str, Any]], figures: tuple[Profile, ...]) -> None:
    wanted, named = _wanted(root, facts), _table(root, "named.toml")
    for figure in figures:
        known = figure.property in named[figure.country] or any(_is(figure, other) for other in wanted)
        assert known, figure


def test_a_digest_cites_the_sources_of_its_facts_and_no_other(
    root: Path, facts: dict[str, dict[str, Any]], digests: tuple[Article, ...]
) -> None:
    addresses = {source["url"] for fact in facts.values() for source in fact["sources"]}
    cited = {article.bibliography.title: {source.url for source in article.bibliography.cites} for article in digests}
    table = _table(root, "figures.toml")
    del table["noted"]
    told = {name for names in table.values() for name in names}
    told |= {name for names in _table(root, "named.toml").values() for name, _ in names.values()}
    for urls in cited.values():
        assert urls <= addresses
    for name in told:
        assert any({source["url"] for source in facts[name]["sources"]} <= urls for urls in cited.values()), name


def test_no_sentence_is_one_of_the_facts(facts: dict[str, dict[str, Any]], digests: tuple[Article, ...]) -> None:
    for article in digests:
        assert not [fact["id"] for fact in facts.values() if fact["statement"] in article.text]


def test_figures_that_sources_tell_differently_name_their_sources(digests: tuple[Article, ...], reader: Reader) -> None:
    read = (claim for article in digests for claim in reader.claims(article) if isinstance(claim.content, Profile))
    people = [claim for claim in read if (claim.content.country, claim.content.property) == ("KGZ", "population")]
    assert {claim.attribution for claim in people} == {"OSW Centre for Eastern Studies", "World Factbook"}


@pytest.mark.parametrize("language", ["ja", "ru"])
def test_goods_of_the_digests_that_the_catalog_lacks_have_words_in_other_languages(
    root: Path, reader: Reader, catalog: Catalog, language: str
) -> None:
    phrases = Phrases(catalog, language)
    goods: set[str] = set()
    folder = root / "resources" / "articles"
    for path in (*folder.glob("country-*.md"), *folder.glob("partner-*.md")):
        article = read_file(path)
        assert isinstance(article, Article)
        told = (claim.content for claim in reader.claims(article))
        goods.update(*(str(one.value).split("+") for one in told if isinstance(one, Profile) and one.property == SOLD))
    unlisted = {one for one in goods if catalog.entry(one) is None}
    assert "radioactive materials" in unlisted
    assert not {one for one in unlisted if phrases.is_foreign(one)}
