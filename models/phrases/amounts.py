"""Amounts in English words of a source, told in the one style of all amounts: "US$25 billion", "28%".

Words that a source is quoted with are not touched; these are ours to choose: what an event or a tie is told by.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from models.records import Money, Quantity

if TYPE_CHECKING:
    from models.catalog import Catalog
    from models.phrases.numbers import Numbers

_SYMBOLS = {"US$": "USD", "$": "USD", "€": "EUR", "£": "GBP"}
_SCALES = {"": 1.0, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SCALE = "(?: ?(?P<{}>million|billion|trillion)(?![a-z]))?"
_NUMBER = r"\d(?:[\d,]*\d)?(?:\.\d+)?"
_ANY = re.compile(r"\d")
_FROM = re.compile(r"\b(?:between|from) [^ ]*\d[^ ]*(?: [a-z]+)? (?:and|to) $")


def in_one_style(text: str, catalog: Catalog, numbers: Numbers) -> str:
    """The text with its amounts of money and its shares as `numbers` write them; any other number stays as it is."""
    return _pattern(catalog).sub(lambda found: _styled(found, catalog, numbers), text) if _ANY.search(text) else text


def whole(text: str, catalog: Catalog, numbers: Numbers) -> str | None:
    """The text as `numbers` write it where all of it is one amount of money or one share; None for any other."""
    found = _pattern(catalog).fullmatch(text)
    told = _styled(found, catalog, numbers) if found else text
    return told if told != text else None


def _styled(found: re.Match[str], catalog: Catalog, numbers: Numbers) -> str:
    if _FROM.search(found.string, 0, found.start()):  # the other end of it stands before, in words
        return found[0]
    high = _value(found["high"], found["scale"])
    low = _value(found["low"], found["lower"] or found["scale"]) if found["low"] else None
    value = high if low is None else (low, high)
    if found["share"]:
        return numbers.quantity(Quantity(value, "percent"))
    code = found["code"] or found["behind"] or _SYMBOLS.get(found["symbol"] or "")
    currency = code or _currencies(catalog).get((found["name"] or "").casefold(), "")
    return numbers.money(Money(value, currency)) if currency else found[0]


def _value(digits: str, scale: str | None) -> float:
    return float(digits.replace(",", "")) * _SCALES[scale or ""]


@lru_cache(maxsize=2)
def _pattern(catalog: Catalog) -> re.Pattern[str]:
    codes = "|".join(sorted(catalog.currencies))
    names = "|".join(re.escape(name) for name in sorted(_currencies(catalog), key=len, reverse=True))
    symbols = "|".join(re.escape(symbol) for symbol in _SYMBOLS)
    return re.compile(
        rf"(?<![\w.,$€£-])(?:(?P<code>{codes}) ?|(?P<symbol>{symbols}) ?)?"
        rf"(?:(?P<low>{_NUMBER}){_SCALE.format('lower')}(?: to |[-–]))?(?P<high>{_NUMBER}){_SCALE.format('scale')}"
        rf"(?: (?P<name>(?i:{names}))(?!\w)| (?P<behind>{codes})(?!\w)| ?(?P<share>%|per ?cent)(?!\w)|(?![\w.,]*\d))"
    )


@lru_cache(maxsize=2)
def _currencies(catalog: Catalog) -> dict[str, str]:
    """The codes of currencies by their English names, in small letters."""
    return {
        name.casefold(): entry.id
        for entry in catalog.currencies.values()
        for name in (entry.name, *entry.also.get("en", ()))
        if name[:1].isalpha()
    }
