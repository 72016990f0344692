"""Claims and statements in the words of the Wikibase data model: subject, main snak, qualifiers, rank, references.

A property is Wikidata's where it has one for the same, else our own word: the kind and what `says` has for main snaks
("resource:exports"), the name of a column for qualifiers. Countries, goods and routes stand as our ids, as strings.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from models.exchange.cells import COLUMNS, cells
from models.exchange.references import corrections_noted
from models.pages.evidence import works_cited

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from models.records import Bibliography, Citation, Claim, Content, Kind

STATED_IN, TITLE, ADDRESS, PUBLISHED, QUOTATION, PUBLISHER = "P248", "P1476", "P854", "P577", "P1683", "P123"
"""Wikidata's properties for the parts of a reference."""
POINT_IN_TIME = "P585"
"""Wikidata's property for the qualifier that tells when."""
GREGORIAN = "http://www.wikidata.org/entity/Q1985727"
PRECISIONS = {4: 9, 7: 10, 10: 11}
"""Wikibase's numbers for years, months and days, by the length of the date."""
SUBJECTS = ("country", "route", "actor")
VALUES = ("commodity", "target", "words")
"""What the main snak is about, and what its value is where there is no figure: the first that the content tells."""
FIGURE = ("amount", "amount_to", "unit")

Snak = dict[str, Any]
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")


def subject(content: Content) -> str:
    """What the statement is on, as Wikibase keeps a statement with its subject."""
    told = _told(content)
    return next((told[name] for name in SUBJECTS if told[name]), "")


def main_snak(kind: Kind, content: Content) -> Snak:
    """The property and its value: a quantity, else a string; one of which only that there is some is known has none."""
    told = _told(content)
    prop = f"{kind.value}:{told['says']}"
    if told["amount"]:
        return _snak(prop, "quantity", _quantity(told))
    value = next((told[name] for name in VALUES if told[name]), "")
    return string(prop, value) if value else {"snaktype": "somevalue", "property": prop}


def qualifiers(content: Content, when: str, **further: str) -> dict[str, list[Snak]]:
    """Snaks by property: `when` it is of, all of the content that is neither subject nor value, and what is given."""
    told = _told(content)
    spent = {"says", "when", next((name for name in SUBJECTS if told[name]), "")}
    spent |= set(FIGURE) if told["amount"] else {next((name for name in VALUES if told[name]), "")}
    rest = {name: text for name, text in told.items() if name not in spent}
    dated = {POINT_IN_TIME: [time(POINT_IN_TIME, when)]} if when else {}
    return {**dated, **{name: [string(name, text)] for name, text in {**rest, **further}.items() if text}}


def references(claims: Iterable[Claim], articles: Mapping[str, Bibliography]) -> list[dict[str, Any]]:
    """A reference for each claim: the article, the sentence, and the works that the sentence cites."""
    return [_reference(claim, articles.get(claim.evidence.article)) for claim in claims]


def _reference(claim: Claim, known: Bibliography | None) -> dict[str, Any]:
    language = known.language if known else "und"
    snaks = [string(STATED_IN, claim.evidence.article), _text(QUOTATION, claim.evidence.quote, language)]
    if known is None:
        return {"hash": claim.id, **_grouped(snaks)}
    snaks += [*_about(known.title, known.publisher, known.published or "", known.url or "", language)]
    own = {"corrected": corrections_noted(known)} if known.corrected else {}
    own |= {"amended": claim.amended} if claim.read else {}
    works = [_grouped(_of_work(work)) for work in works_cited(claim, known)]
    return {"hash": claim.id, **_grouped(snaks), **own, **({"works": works} if works else {})}


def _of_work(work: Citation) -> list[Snak]:
    return _about(work.title, work.publisher, work.date or "", work.url or "", "und")


def _about(title: str, publisher: str | None, date: str, url: str, language: str) -> list[Snak]:
    return [
        *([_text(TITLE, title, language)] if title else []),
        *([string(PUBLISHER, publisher)] if publisher else []),
        *([time(PUBLISHED, date)] if date else []),
        *([string(ADDRESS, url)] if url else []),
    ]


def _grouped(snaks: Iterable[Snak]) -> dict[str, Any]:
    by_property: dict[str, list[Snak]] = {}
    for snak in snaks:
        by_property.setdefault(snak["property"], []).append(snak)
    return {"snaks": by_property, "snaks-order": list(by_property)}


# --- snaks ------------------------------------------------------------------------------------------------------------


def string(prop: str, text: str) -> Snak:
    """A snak whose value is a string."""
    return _snak(prop, "string", text)


def time(prop: str, date: str) -> Snak:
    """A snak whose value is a date, as precise as it is; a string where it is none, such as a part of a year."""
    if not _DATE.fullmatch(date):
        return string(prop, date)
    day = date + "-00" * (2 - date.count("-"))
    value = {"time": f"+{day}T00:00:00Z", "timezone": 0, "before": 0, "after": 0, "precision": PRECISIONS[len(date)]}
    return _snak(prop, "time", {**value, "calendarmodel": GREGORIAN})


def _text(prop: str, text: str, language: str) -> Snak:
    return _snak(prop, "monolingualtext", {"text": text, "language": language})


def _quantity(told: Mapping[str, str]) -> dict[str, str]:
    """A range has its middle as the amount, between its bounds."""
    low, high, unit = (told[name] for name in FIGURE)
    if not high:
        return {"amount": _signed(low), "unit": unit or "1"}
    middle = str((Decimal(low) + Decimal(high)) / 2)
    return {"amount": _signed(middle), "unit": unit or "1", "lowerBound": _signed(low), "upperBound": _signed(high)}


def _signed(number: str) -> str:
    return f"{Decimal(number):+f}"


def _snak(prop: str, kind: str, value: object) -> Snak:
    return {"snaktype": "value", "property": prop, "datavalue": {"type": kind, "value": value}}


def _told(content: Content) -> dict[str, str]:
    return dict(zip(COLUMNS, cells(content), strict=True))
