"""Amounts of money, quantities and shares: a number, its magnitude, and a unit or currency of the catalog."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from models.reading.mentions import Mention
from models.records import Money, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.catalog import Catalog
    from models.reading.language import Language

_NUMBER = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?(?!\d)|\d{1,15}(?:[.,]\d{1,6})?"
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
_LETTER = "0-9A-Za-zА-яЁё_"
_DASH = r"\s?(?:-|–|—|to|and|до|〜|～|~)\s?"

Value = float | tuple[float, float]


class Amounts:
    """The grammar of amounts, built from number words of the language data and units of the catalog."""

    def __init__(self, catalog: Catalog, language: Language) -> None:
        numbers = language.tables["numbers"]
        self._magnitudes: dict[str, float] = numbers["magnitudes"]
        self._spelled: dict[str, float] = numbers["spelled"]
        self._shares: dict[str, float] = numbers["shares"]
        self._currencies = _currencies(catalog)
        self._units = _units(catalog)
        magnitude = _any(self._magnitudes)
        sign = _any(self._currencies)
        spelled, share = _any(self._spelled), _any(self._shares)
        wide = "[万億兆千円]"
        self._amount = re.compile(
            rf"(?<![{_LETTER}.])(?:(?P<before>{sign})\s?)?(?P<low>{_NUMBER})"
            rf"(?:\s?-?(?P<lowmag>{magnitude})(?![{_LETTER}])|(?P<lowwide>{wide}))?"
            rf"(?:{_DASH}(?:{sign})?\s?(?P<high>{_NUMBER})(?![-–:/]))?"
            rf"(?:[\s-]?(?P<mag>{magnitude})(?![{_LETTER}])|(?P<magwide>{wide}))?"
            rf"|(?<![\w.-])(?i:(?P<share>{share}))(?= of | the )"
            rf"|(?<![\w.-])(?i:(?P<word>{spelled})(?:[ -](?P<wordmag>hundred|thousand|million|billion|trillion))?)(?![\w]|-[a-z]+ed)"
        )
        loose = {word.lower() for word in (*self._units, *self._currencies) if len(word) > 3}
        exact = {*self._units, *self._currencies}
        self._unit = re.compile(rf"[\s-]?(?P<unit>{_any(exact)}|(?i:{_any(loose)}))(?![{_LETTER}])")
        self._units |= {word.lower(): unit for word, unit in self._units.items() if word.lower() not in self._units}
        self._currencies |= {word.lower(): code for word, code in self._currencies.items() if word.lower() not in self._currencies}
        self._per = re.compile(rf"\s?(?:/|(?i:{_any(numbers['per']['links'])}))\s?(?P<per>(?i:{_any(numbers['per']['periods'])}))(?!\w)|\s(?P<ly>(?i:{_any(numbers['per']['adverbs'])}))(?!\w)")
        self._periods: dict[str, str] = {**numbers["per"]["periods"], **numbers["per"]["adverbs"]}
        self._rates = {(unit.numerator, unit.per): key for key, unit in catalog.units.items() if unit.per}

    def find(self, text: str) -> Iterator[Mention]:
        """Money (M), quantities (Q), shares in percent (F) and bare numbers (B), in the order of the text."""
        plain = text.translate(_WIDE_DIGITS)
        at = 0
        while match := self._amount.search(plain, at):
            mention = self._read(plain, match)
            at = max(mention.end if mention else match.end(), match.start() + 1)
            if mention is not None:
                yield mention

    def _read(self, text: str, match: re.Match[str]) -> Mention | None:
        start, end = match.span()
        if match["share"]:
            return Mention("F", start, end, text[start:end], value=Quantity(self._shares[match["share"].lower()], "percent"))
        value = self._value(match)
        if match["before"]:
            return Mention("M", start, end, text[start:end], value=Money(value, self._currencies[match["before"]]))
        unit = self._unit.match(text, end)
        if match["word"] and not match["wordmag"] and len(match["word"]) == 1:
            return None
        if unit is None:
            if match["word"] and not match["wordmag"]:
                return None
            return Mention("B", start, end, text[start:end], value=value)
        return self._with_unit(text, start, unit, value)

    def _with_unit(self, text: str, start: int, unit: re.Match[str], value: Value) -> Mention:
        name, end = unit["unit"], unit.end()
        code = self._currencies.get(name) or self._currencies.get(name.lower())
        if code:
            return Mention("M", start, end, text[start:end], value=Money(value, code))
        found = self._units.get(name) or self._units[name.lower()]
        per = self._per.match(text, end)
        rate = self._rates.get((found[0], self._periods[(per["per"] or per["ly"]).lower()])) if per else None
        if per and rate:
            end = per.end()
        quantity = Quantity(_times(value, found[1]), rate or found[0], found[2] or None)
        return Mention("F" if found[0] == "percent" else "Q", start, end, text[start:end], value=quantity)

    def _value(self, match: re.Match[str]) -> Value:
        if match["word"]:
            return self._spelled[match["word"].lower()] * self._magnitudes.get((match["wordmag"] or "").lower(), 1.0)
        low = _number(match["low"])
        magnitude = match["mag"] or match["magwide"]
        factor = self._magnitudes.get(magnitude, 1.0) if magnitude else 1.0
        own = match["lowmag"] or match["lowwide"]
        if match["high"] is None:
            return low * (self._magnitudes.get(own, 1.0) if own else factor)
        return low * (self._magnitudes.get(own, 1.0) if own else factor), _number(match["high"]) * factor


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _times(value: Value, factor: float) -> Value:
    if isinstance(value, tuple):
        return round(value[0] * factor, 6), round(value[1] * factor, 6)
    return round(value * factor, 6)


def _number(text: str) -> float:
    """The value of a written number: blanks and commas before three digits group, else the comma is decimal."""
    digits = unicodedata.normalize("NFKC", text).replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", digits):
        return float(digits.replace(",", ""))
    return float(digits.replace(",", "."))


def _currencies(catalog: Catalog) -> dict[str, str]:
    """Every name and symbol of a currency with its code."""
    found: dict[str, str] = {}
    for code, currency in catalog.currencies.items():
        for word in (code, *currency.symbols, *currency.names.values(), *currency.aliases):
            found.setdefault(word, code)
    return found


def _units(catalog: Catalog) -> dict[str, tuple[str, float, str]]:
    """Every way of writing a unit with (id, factor, of)."""
    found: dict[str, tuple[str, float, str]] = {}
    for unit in catalog.units.values():
        for form in unit.forms:
            for words in form.words.values():
                for word in words:
                    found.setdefault(word, (unit.id, form.factor, form.of))
    return found
