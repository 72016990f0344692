"""The digests of the built-in library: each fact comes out as the reference has it, with the sources it was read in."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from models.intake import read_file
from models.reading import Reader
from models.records import Article, Claim, Commitment, Content, Event, Profile, Quantity, Relation, Resource, RouteFact
from models.statements.values import same

MAGNITUDES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
UNITS = {
    "troy ounces": ("tonne", 31.1034768e-6), "tonnes": ("tonne", 1), "cubic metres": ("m3", 1),
    "barrels": ("barrel", 1), "gigawatts": ("MW", 1000), "megawatts": ("MW", 1), "percent": ("percent", 1),
    "kilowatt-hours": ("kWh", 1), "square kilometres": ("km2", 1), "kilometres": ("km", 1), "people": ("people", 1),
    "employees": ("people", 1), "TEU": ("TEU", 1), "days": ("day", 1),
}  # fmt: skip
TOPICS = ("country", "resource", "route", "event", "commitment", "geopolitics")
KINDS: dict[str, type[Content]] = {
    "profile": Profile, "resource": Resource, "commitment": Commitment, "route": RouteFact, "event": Event,
    "relation": Relation,
}  # fmt: skip


class Told(NamedTuple):
    """A claim, and the addresses of the sources that its sentence is marked with."""

    claim: Claim
    urls: frozenset[str]


@pytest.fixture(scope="module")
def facts(shared: Path) -> dict[str, dict[str, Any]]:
    rows = tomllib.loads((shared / "reference" / "facts.toml").read_text("utf-8"))["fact"]
    return {row["id"]: row for row in rows}


@pytest.fixture(scope="module")
def claims(root: Path, reader: Reader) -> tuple[Told, ...]:
    read = (read_file(path) for path in sorted((root / "resources" / "articles").glob("*.md")))
    articles = [article for article in read if isinstance(article, Article)]
    return tuple(Told(claim, _marked(article, claim)) for article in articles for claim in reader.claims(article))


def _marked(article: Article, claim: Claim) -> frozenset[str]:
    start, end = claim.evidence.start, claim.evidence.end
    cited = article.bibliography.cites
    return frozenset(source.url for source in cited if source.url and any(start < at <= end for at in source.at))


def _cites(told: Told, urls: frozenset[str]) -> bool:
    """True when the sentence is marked with sources of the fact only, or, where it tells several facts, with all."""
    return bool(told.urls) and (told.urls <= urls or told.urls >= urls)


def _tables(root: Path, topic: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((root / "tests" / "data" / "digests" / f"{topic}.toml").read_text("utf-8"))


def _quantity(fact: dict[str, Any]) -> tuple[float, str]:
    """The value of a fact in a unit of the catalog."""
    words = fact["unit"]
    scale = next((factor for word, factor in MAGNITUDES.items() if words.startswith(word)), 1.0)
    unit, factor = next((UNITS[word] for word in UNITS if word in words), (fact.get("currency", ""), 1.0))
    return fact["value"] * scale * factor, unit


def _gives(value: float | tuple[float, float], wanted: float) -> bool:
    """True for the value itself and for a range that it begins or ends."""
    return any(same(end, wanted) for end in (value if isinstance(value, tuple) else (value,)))


def _measures(found: Quantity | None, fact: dict[str, Any]) -> bool:
    if "value" not in fact:
        return True
    value, unit = _quantity(fact)
    return found is not None and found.unit.split("/")[0] == unit and _gives(found.value, value)


def _figures(content: Profile, fact: dict[str, Any]) -> bool:
    """True when the key figure has the value and the year of the fact, or the fact gives none."""
    if "value" not in fact:
        return True
    value, unit = _quantity(fact)
    year = str(fact.get("year", ""))
    told = _unit(content) == unit and not isinstance(content.value, str) and _gives(content.value, value)
    return told and (not content.as_of or content.as_of.startswith(year))


def _unit(content: Profile) -> str:
    """The unit without "a year", which some sentences leave to be understood."""
    return (content.unit or "").split("/")[0]


def _is(content: Content, fact: dict[str, Any], wanted: list[str]) -> bool:
    """True when the content tells the fact; money and costs have no year of their own."""
    match content:
        case Profile():
            figure = [content.country, content.property, *filter(None, [content.of])]
            return figure == wanted and _figures(content, fact)
        case Resource():
            year = content.year in (None, fact.get("year", content.year))
            told = [content.country, content.resource, content.relation] == wanted
            return told and year and _measures(content.quantity, fact)
        case Commitment():
            value, _ = _quantity(fact)
            agreed = not content.to and set(wanted) <= set(content.by)
            parties = agreed or (wanted[0] in content.by and wanted[1] in (*content.to, ""))
            return parties and content.amount.currency == fact["currency"] and _gives(content.amount.value, value)
        case RouteFact():
            measured = content.object if isinstance(content.object, Quantity) else None
            return [content.route, content.predicate] == wanted and _measures(measured, fact)
        case Event():
            party, plover, *dates = wanted
            return party in content.actor and content.plover == plover and dates in ([], [content.date])
        case Relation():
            return [content.a, content.b, content.relation] == wanted
        case _:
            return False


@pytest.mark.parametrize("topic", TOPICS)
def test_every_fact_is_told_or_said_to_be_untold(root: Path, facts: dict[str, dict[str, Any]], topic: str) -> None:
    names = [name for table in _tables(root, topic).values() for name in table]
    assert sorted(names) == sorted(name for name, fact in facts.items() if fact["topic"] == topic)


@pytest.mark.parametrize("topic", TOPICS)
def test_every_told_fact_comes_out_with_its_sources(
    root: Path, facts: dict[str, dict[str, Any]], claims: tuple[Told, ...], topic: str
) -> None:
    tables = _tables(root, topic)
    missing = []
    for kind, content in KINDS.items():
        for name, wanted in tables.get(kind, {}).items():
            urls = frozenset(source["url"] for source in facts[name]["sources"])
            found = (told for told in claims if isinstance(told.claim.content, content) and _cites(told, urls))
            if not any(_is(told.claim.content, facts[name], wanted) for told in found):
                missing.append(name)
    assert not missing
