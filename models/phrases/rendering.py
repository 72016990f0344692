"""What sources say in English in words of another language: offices, amounts of money and the usual deeds of events.

Only whole phrases that the language lists are told in it; what holds anything else stays as the source has it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.phrases.templates import fill
from models.records import Money, Quantity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from models.catalog import Catalog

ARTICLES = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
NAME = re.compile(r"[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,2}")
"""What is taken for the name of a firm or place, which is written alike in all languages: up to three such words."""
_FIELD = re.compile(r"\\\{(\w+)\\\}")
_AMOUNT = re.compile(r"([\d.,]*\d) (?:(million|billion|trillion) )?(\D+)")
_SUM = re.compile(
    r"((?:[A-Z]{0,3}[$€£¥₽₸] ?)[\d.,]*\d(?: (?:million|billion|trillion))?"
    r"|[\d.,]*\d (?:(?:million|billion|trillion) )?\D+)$"
)
_SCALES = {"": 1.0, "million": 1e6, "billion": 1e9, "trillion": 1e12}


def patterns(listed: Mapping[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The listed phrases as patterns, each with what is said instead: "signed {n} agreements" takes any words for n."""
    return tuple(
        (re.compile(_FIELD.sub(r"(?P<\1>.+?)", re.escape(phrase)), re.IGNORECASE), said)
        for phrase, said in listed.items()
    )


def rendered(
    text: str, forms: tuple[tuple[re.Pattern[str], str], ...], known: Callable[[str], str | None]
) -> str | None:
    """The text by the first phrase that is all of it; None where none is, or where `known` does not know its words."""
    for pattern, said in forms:
        if match := pattern.fullmatch(text):
            words = {name: known(part) for name, part in match.groupdict().items()}
            if all(word is not None for word in words.values()):
                return fill(said, **{name: word or "" for name, word in words.items()})
    return None


def amount(text: str) -> str:
    """The sum of money that the text ends with, as it stands there; empty where it ends with none."""
    found = _SUM.search(text)
    return found[1] if found else ""


def money(text: str, catalog: Catalog) -> Money | None:
    """The amount of money that the words are ("3.7 billion US dollars"); None for any others."""
    match = _AMOUNT.fullmatch(text)
    if match is None:
        return None
    name = match[3].casefold()
    found = (entry.id for entry in catalog.currencies.values() if name in map(str.casefold, _names(catalog, entry.id)))
    currency = next(found, None)
    return Money(float(match[1].replace(",", "")) * _SCALES[match[2] or ""], currency) if currency else None


def quantity(text: str, catalog: Catalog) -> Quantity | None:
    """The amount that the words are ("1.3 billion cubic metres", "21 percent"); None for any others."""
    match = _AMOUNT.fullmatch(text)
    if match is None:
        return None
    for unit in catalog.units.values():
        for form in unit.forms:
            if not form.of and any(match[3] in words for words in form.words.values()):
                return Quantity(float(match[1].replace(",", "")) * _SCALES[match[2] or ""] * form.factor, unit.id)
    return None


def owner(text: str, catalog: Catalog) -> tuple[str, str] | None:
    """Whose office or body it is, by code, and which: whose comes first as an adjective, or behind "of"."""
    head, of, whose = text.partition(" of ")
    if of and (found := catalog.find(ARTICLES.sub("", whose), ("country", "group", "route", "actor"))):
        return found[1], head
    first, _, office = text.partition(" ")
    nation = next((entry.id for entry in catalog.countries.values() if first in entry.adjective.get("en", ())), None)
    nation = nation or catalog.find_country(first)
    return (nation, office) if nation and office else None


def _names(catalog: Catalog, currency: str) -> tuple[str, ...]:
    entry = catalog.currencies[currency]
    return entry.name, *entry.also.get("en", ())
