"""The digests of the built-in library: each fact comes out as the reference has it, with the sources it was read in."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from models.catalog import load
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
SHARE = 0.95  # of the facts that must come out
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
    """True when the quantity is that of the fact, in its unit and over its time: what is of a year may leave it out."""
    if "value" not in fact:
        return True
    value, unit = _quantity(fact)
    units = {unit + _per(fact), unit if fact.get("year") else unit + _per(fact)}
    return found is not None and found.unit in units and _gives(found.value, value)


def _per(fact: dict[str, Any]) -> str:
    """What the unit of a fact is over ("tonnes a year"), as units of the catalog end."""
    return next((f"/{span}" for span in ("year", "day") if f" a {span}" in fact["unit"]), "")


def _figures(content: Profile, fact: dict[str, Any]) -> bool:
    """True when the key figure has the value and the unit of the fact, or the fact gives none."""
    if "value" not in fact:
        return True
    value, unit = _quantity(fact)
    return content.unit == unit + _per(fact) and not isinstance(content.value, str) and _gives(content.value, value)


def _year(content: Content) -> str:
    """The year that the content states; empty when it states none."""
    match content:
        case Profile(as_of=str(told)) | Event(date=str(told)):
            return told[:4]
        case _:
            return str(getattr(content, "year", None) or "")


def _of_year(content: Content, fact: dict[str, Any]) -> bool:
    """True when the content states the year of the fact, or the fact gives none; of an event the table has the date."""
    dated = isinstance(content, Event) and "value" not in fact and bool(content.date)
    return dated or "year" not in fact or _year(content) == str(fact["year"])


IN_LETTERS = {5: "five"}
IN_OTHER_WORDS = {"landlocked": "no sea coast"}
CATALOG = load()


def _is(content: Content, fact: dict[str, Any], wanted: list[str]) -> bool:
    """True when the content tells the fact, its year aside."""
    match content:
        case Profile():
            figure = [content.country, content.property, *filter(None, [content.of])]
            return figure == wanted and _figures(content, fact) and _named(content, fact)
        case Resource():
            told = [content.country, content.resource, content.relation] == wanted
            return told and _measures(content.quantity, fact)
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
            told = party in content.actor and content.plover == plover and dates in ([], [content.date])
            return told and _counts(content.summary, fact)
        case Relation():
            return [content.a, content.b, content.relation] == wanted and _measures(content.quantity, fact)
        case _:
            return False


def _named(content: Profile, fact: dict[str, Any]) -> bool:
    """True when what a key figure names in place of a number, all of it, stands in the words of the fact."""
    if not isinstance(content.value, str):
        return True
    names = [[part, IN_OTHER_WORDS.get(part, part), *_called(part)] for part in content.value.split("+")]
    return all(any(name in fact["statement"] for name in some) for some in names)


def _called(code: str) -> tuple[str, ...]:
    """The English names of a country, group, body, commodity or currency."""
    found = CATALOG.entry(code) or CATALOG.currencies.get(code)
    return (found.called("en"), *getattr(found, "aliases", ())) if found else ()


def _counts(words: str, fact: dict[str, Any]) -> bool:
    """True when the words of an event have the number that the fact gives, if any, in digits or in letters."""
    value = fact.get("value")
    return value is None or bool({str(value), IN_LETTERS.get(value, "")} & set(words.split()))


@pytest.mark.parametrize("topic", TOPICS)
def test_every_fact_is_told_or_said_to_be_untold(root: Path, facts: dict[str, dict[str, Any]], topic: str) -> None:
    tables = _tables(root, topic)
    names = [name for kind in (*KINDS, "untold") for name in tables.get(kind, {})]
    assert sorted(names) == sorted(name for name, fact in facts.items() if fact["topic"] == topic)


@pytest.fixture(scope="module")
def told(root: Path, facts: dict[str, dict[str, Any]], claims: tuple[Told, ...]) -> frozenset[str]:
    """The facts that come out with country or parties, value, unit, year and sources."""
    found: set[str] = set()
    for topic in TOPICS:
        tables = _tables(root, topic)
        elsewhere = {
            name: (kind, wanted) for kind, table in tables.get("year", {}).items() for name, wanted in table.items()
        }
        for kind in KINDS:
            for name, wanted in tables.get(kind, {}).items():
                own = _telling(facts[name], kind, wanted, claims)
                if name in elsewhere:
                    beside, other = elsewhere[name]
                    bare = {key: value for key, value in facts[name].items() if key not in ("value", "unit")}
                    dated = bool(own) and any(
                        _of_year(one, facts[name]) for one in _telling(bare, beside, other, claims)
                    )
                else:
                    dated = any(_of_year(one, facts[name]) for one in own)
                found.update([name] if dated else [])
    return frozenset(found)


def _telling(fact: dict[str, Any], kind: str, wanted: list[str], claims: tuple[Told, ...]) -> list[Content]:
    """The contents of that kind that tell the fact and cite its sources."""
    urls = frozenset(source["url"] for source in fact["sources"])
    found = (said.claim.content for said in claims if _cites(said, urls))
    return [content for content in found if isinstance(content, KINDS[kind]) and _is(content, fact, wanted)]


@pytest.mark.parametrize("topic", TOPICS)
def test_every_told_fact_comes_out_with_its_year_and_sources(root: Path, told: frozenset[str], topic: str) -> None:
    tables = _tables(root, topic)
    assert {name for kind in KINDS for name in tables.get(kind, {})} <= told


def test_nearly_all_facts_come_out(root: Path, facts: dict[str, dict[str, Any]], told: frozenset[str]) -> None:
    """At least 95 of 100 of those with a value, and of these and those with a relation that can be named."""
    valued = {name for name, fact in facts.items() if "value" in fact}
    reasons = {name: why for topic in TOPICS for name, why in _tables(root, topic).get("untold", {}).items()}
    assert told.isdisjoint(reasons)
    assert all(reasons.values())
    assert len(valued & told) >= SHARE * len(valued)
    assert len(told) >= SHARE * len(facts)
