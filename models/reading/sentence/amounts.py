"""Amounts of money, quantities and shares: a number, its magnitude, and a unit or currency of the catalog."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.reading.grammar.branches import any_of
from models.reading.sentence.mentions import Mention, sum_in_english
from models.reading.sentence.rates import Rates
from models.reading.sentence.ratios import Ratios
from models.records import Money, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.catalog import Catalog
    from models.reading.grammar.language import Language

_NUMBER = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?(?!\d)|\d{1,15}(?:[.,]\d{1,6})?"
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
_LETTER = "0-9A-Za-zА-яЁё_"
# the digit comes first, so that the search skips to it fast; then it looks back
_FIRST_DIGIT = re.compile(rf"\d(?:(?<![{_LETTER}.,]\d)|(?<=[a-zA-Z¥€£]\d))")
_WIDE = re.compile("[０-９．，％]")
_SCALES = ("hundred", "thousand", "million", "billion", "trillion")
_LONGEST_SIGN = 8
_LEAD = 16  # how far before a range the word that tells what it is may begin
_GLUE = frozenset(" -\u00a0\u202f")
_SHORT = 3
_FOREIGN = re.compile("[\u0400-\u04ff\u3040-\u30ff\u3400-\u9fff]")
_THOUSAND, _LARGE = 1e3, (1e12, 1e9, 1e6)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b(?!\.)", re.IGNORECASE)
_LETTERS = re.compile(f"[{_LETTER}]")
_JOINT = "(?:to|and|до)"
_AND, _TO, _BETWEEN, _FROM = "and", "to", "between", "from "
_DASH = r"\s?(?:-|–|—|to|and|до|〜|～|~)\s?"

_SAVED = re.compile(r"a (?:day|week|month) (?:off|shorter|faster|quicker|less) ")  # and no rate
_TENS = frozenset(float(f"1e{power}") for power in range(-9, 16))
_EXACT = 3  # digits that a figure has at least, however roundly it was written in another unit
_WHOLE_TENS, _ONES = range(20, 100, 10), range(1, 10)
_YEARS = range(1900, 2100)  # so many years are a year

Value = float | tuple[float, float]


class Amounts:
    """The grammar of amounts, built from number words of the language data and units of the catalog."""

    def __init__(self, catalog: Catalog, language: Language) -> None:
        numbers = language.tables["numbers"]
        self._magnitudes: dict[str, float] = numbers["magnitudes"]
        self._spelled: dict[str, float] = numbers["spelled"] | _compounds(numbers["spelled"])
        self._shares: dict[str, float] = numbers["shares"]
        self._ratios = Ratios(numbers, **numbers["ratios"])
        self._scales = {word: (self._spelled | self._magnitudes)[word] for word in _SCALES}
        self._currencies = _currencies(catalog)
        self._symbols = {code: next(iter(item.symbols), code) for code, item in catalog.currencies.items()}
        self._units = _units(catalog)
        magnitude = any_of(self._magnitudes)
        sign = any_of(self._currencies)
        spelled, share = any_of(self._spelled), any_of(self._shares)
        wide = "[千万億兆]"
        self._signs = frozenset(word[-1] for word in self._currencies)  # how a sign or name of a currency ends
        self._before = re.compile(rf"(?:{sign})\s?$")
        # "rose from 1.5 million in 2022 to 2.7 million", "21,800 tons in 2021 and 21,300 in 2022": no range there
        large = rf"\d[\d.,]*\s?(?:{magnitude})(?![{_LETTER}])|\d{{1,3}},\d{{3}}(?!\d)"
        year = rf"(?!(?:19|20)\d\d {_JOINT} (?:{sign})?(?:{large}))"
        self._figure = re.compile(
            rf"{year}(?P<low>{_NUMBER})(?:\s?-?(?P<lowmag>{magnitude})(?![{_LETTER}]|/d)|(?P<lowwide>{wide})"
            rf"(?:(?P<tail>\d{{1,4}})(?P<tailwide>{wide})?)?)?"
            rf"(?:(?P<joint>{_DASH})(?:{sign})?\s?(?P<high>{_NUMBER})(?![-–:/]))?"
            rf"(?:[\s-]?(?P<mag>{magnitude})(?![{_LETTER}]|/d)|(?P<magwide>{wide}))?"  # "b/d" are barrels
        )
        self._share = re.compile(rf"(?ai:{share})(?=,? of | the )")
        self._word = re.compile(
            rf"(?ai:(?P<word>{spelled})(?:[ -](?P<mag>{any_of(_SCALES)})(?: (?P<more>{any_of(_SCALES)}))?)?)"
            r"(?![\w]|-[a-z]+ed)"
        )
        # "seven to eight days", "between three and five days"
        self._upper = re.compile(rf"(?ai: (?P<joint>to|or|and) (?P<word>{spelled}))(?![\w-])")
        self._currencies |= {
            word.lower(): code for word, code in self._currencies.items() if word.lower() not in self._currencies
        }
        self._sizes = _sizes((*self._units, *self._currencies))
        self._dated = frozenset(numbers["dated"])
        self._rates = Rates(catalog, numbers["per"])

    @property
    def words(self) -> frozenset[str]:
        """The words that may open an amount."""
        return frozenset({*self._spelled, *self._shares})

    def find(self, text: str, spelled: Iterable[int]) -> Iterator[Mention]:
        """Money (M), quantities (Q), shares in percent (F) and bare numbers (B).

        `spelled` are the places where one of `words` stands.
        """
        wide = not text.isascii() and _WIDE.search(text)
        plain = text.translate(_WIDE_DIGITS) if wide else text
        at, last = 0, None
        for digit in _FIRST_DIGIT.finditer(plain):
            if digit.start() >= at and (mention := self._in_figures(plain, digit.start())) is not None:
                at, last = mention.end, _with_larger(last, mention, plain)
                yield last
        at = 0
        for start in spelled:
            if start >= at and (mention := self._in_words(plain, start)) is not None:
                at = mention.end
                yield mention

    def _in_figures(self, text: str, at: int) -> Mention | None:
        match = self._figure.match(text, at)
        if match is None or _ORDINAL.match(text, match.end()):
            return None
        value = self._value(match)
        if isinstance(value, tuple) and not self._is_range(text, match, value):
            return None if self._is_dated(text, match) else self._first_of_two(text, match, value[0])
        return self._measured(text, match, value)

    def _measured(self, text: str, match: re.Match[str], value: Value) -> Mention | None:
        """The number with the currency before it, or the unit or currency behind it."""
        at = match.start()
        signed = text[max(0, at - _LONGEST_SIGN) : at].rstrip()[-1:] in self._signs
        before = self._before.search(text, max(0, at - _LONGEST_SIGN), at) if signed else None
        if before is not None and not (
            before.start() and text[before.start() - 1].isalnum() and before[0][0].isalpha()
        ):
            start, end = before.start(), match.end()
            return Mention("M", start, end, text[start:end], value=Money(value, self._currencies[before[0].rstrip()]))
        unit, end = self._unit_after(text, match.end())
        if unit and self._units.get(unit, ("",))[0] == "year" and isinstance(value, float) and value in _YEARS:
            return None
        if unit:
            return self._with_unit(text, at, unit, end, value)
        if (left := text[max(0, at - 1) : at]).isascii() and left.isalpha():  # part of a name ("Q3")
            return None
        return Mention("B", at, match.end(), match[0], value=value)

    def _is_range(self, text: str, match: re.Match[str], value: tuple[float, float]) -> bool:
        """Whether two numbers are the ends of a range, and no change ("from 2 to 3"), list ("2 and 3") or date."""
        joint, before = match["joint"].strip(), text[max(0, match.start() - _LEAD) : match.start()].lower()
        if value[0] > value[1] or self._is_dated(text, match):
            return False
        if joint == _AND:
            return _BETWEEN in before
        return joint != _TO or _FROM not in before

    def _is_dated(self, text: str, match: re.Match[str]) -> bool:
        """Whether the first number is a year ("in 2024 – 7.7 bcm")."""
        low, spaced = match["low"], not match["joint"].strip() or match["joint"][:1].isspace()
        if not (low.isdigit() and float(low) in _YEARS and spaced and not match["lowmag"]):
            return False
        before = text[max(0, match.start() - _LEAD) : match.start()].lower().split()
        return bool(before) and before[-1] in self._dated

    def _first_of_two(self, text: str, match: re.Match[str], value: float) -> Mention | None:
        """The first of two numbers that share a unit ("from 2 to 3 tonnes", "2 and 3 tonnes"), on its own."""
        found = self._measured(text, match, value)
        end = match.start("joint")
        return replace(found, end=end, name=text[found.start : end]) if found is not None else None

    def _in_words(self, text: str, at: int) -> Mention | None:
        share = self._share.match(text, at)
        if share is not None:
            return Mention("F", at, share.end(), share[0], value=Quantity(self._shares[share[0].lower()], "percent"))
        ratio = self._ratios.find(text, at)
        match = self._word.match(text, at) if ratio is None else None
        if match is None:
            return ratio
        scale = match["mag"]
        value = self._spelled[match["word"].lower()] * (self._scales[scale.lower()] if scale else 1.0)
        value *= self._scales[match["more"].lower()] if match["more"] else 1.0
        unit, end = (
            self._unit_after(text, match.end())
            if scale or len(match["word"]) > 1 or _SAVED.match(text, at)
            else ("", 0)
        )
        if unit:
            return self._with_unit(text, at, unit, end, value)
        if not scale and (both := self._range_in_words(text, match, value)) is not None:
            return both
        lead = text[max(0, at - _LEAD) : at].split()[-2:] if len(match["word"]) > 1 and not scale else []
        if len(lead) > 1 and lead[1] == _TO and lead[0] in self._units:  # "from thirty days to five"
            return self._with_unit(text, at, lead[0], match.end(), value)
        return Mention("B", at, match.end(), match[0], value=value) if scale else None

    def _range_in_words(self, text: str, low: re.Match[str], value: float) -> Mention | None:
        """Two spelled numbers that share a unit, or the higher one of a change ("from three to five days")."""
        high = self._upper.match(text, low.end())
        unit, end = self._unit_after(text, high.end()) if high is not None else ("", 0)
        if high is None or not unit:
            return None
        top, before = self._spelled[high["word"].lower()], text[max(0, low.start() - _LEAD) : low.start()].lower()
        changed = _FROM in before or (high["joint"].lower() == _AND and _BETWEEN not in before)
        if changed or top <= value:
            return self._with_unit(text, high.start("word"), unit, end, top)
        return self._with_unit(text, low.start(), unit, end, (value, top))

    def _unit_after(self, text: str, at: int) -> tuple[str, int]:
        """The longest unit or currency that stands at a place (after a blank or hyphen) and where it ends; or ""."""
        at += text[at : at + 1] in _GLUE
        opening = text[at : at + 2].lower()
        for size in (*self._sizes.get(opening[:2], ()), *self._sizes.get(opening[:1], ())):
            end = at + size
            word = text[at:end] if end <= len(text) else ""
            known = word if word in self._units or word in self._currencies else word.lower() if size > _SHORT else ""
            if (known in self._units or known in self._currencies) and not _LETTERS.match(text, end):
                return known, end
        return "", at

    def _with_unit(self, text: str, start: int, name: str, end: int, value: Value) -> Mention:
        code = self._currencies.get(name)
        if code:
            return Mention("M", start, end, self._called(text[start:end], value, code), value=Money(value, code))
        found = self._units[name]
        rate = self._rates.of(text, start, end, found[0])
        end, of = rate.end, ", ".join(filter(None, (found[2], rate.of)))
        quantity = Quantity(_times(value, found[1]), rate.unit, of or None)
        return Mention("F" if found[0] == "percent" else "Q", start, end, text[start:end], value=quantity)

    def _called(self, told: str, value: Value, code: str) -> str:
        """The sum as it stands; with words of another script as an English text has it ("US$27.4 billion")."""
        return sum_in_english(value, self._symbols[code]) if not told.isascii() and _FOREIGN.search(told) else told

    def _value(self, match: re.Match[str]) -> Value:
        low = _number(match["low"])
        magnitude = match["mag"] or match["magwide"]
        factor = self._magnitudes.get(magnitude, 1.0) if magnitude else 1.0
        own = match["lowmag"] or match["lowwide"]
        low = _product(low, self._magnitudes.get(own, 1.0) if own else factor)
        if match["high"] is None:
            return low + float(match["tail"] or 0) * self._magnitudes.get(match["tailwide"] or "", 1.0)
        return low, _product(_number(match["high"]), factor)


def _sizes(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The lengths of the words that begin with each two letters, the longest first, and of those that have only one."""
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word.lower()[:2], set()).add(len(word))
    return {letter: tuple(sorted(sizes, reverse=True)) for letter, sizes in found.items()}


def _with_larger(before: Mention | None, mention: Mention, text: str) -> Mention:
    """The figure with the larger part of it that stands right before ("2 million 150 thousand tonnes")."""
    if before is None or before.kind != "B" or text[before.end : mention.start] != " ":
        return mention
    more, value = before.value, mention.value
    number = value.value if isinstance(value, Quantity | Money) else value
    if not isinstance(more, float) or not isinstance(number, float):
        return mention
    if mention.kind == "B" and number in _YEARS:
        return mention  # "9M 2025"
    if not any(more % scale == 0 and _THOUSAND <= number < scale <= more for scale in _LARGE):
        return mention
    whole = replace(value, value=more + number) if isinstance(value, Quantity | Money) else more + number
    return replace(mention, start=before.start, name=text[before.start : mention.end], value=whole)


def _compounds(spelled: dict[str, float]) -> dict[str, float]:
    """Tens joined with ones ("thirty-three")."""
    tens = {word: value for word, value in spelled.items() if value in _WHOLE_TENS}
    ones = {word: value for word, value in spelled.items() if value in _ONES and len(word) > 1}
    return {f"{ten}-{one}": tens[ten] + ones[one] for ten in tens for one in ones}


def _times(value: Value, factor: float) -> Value:
    if isinstance(value, tuple):
        return _converted(value[0], factor), _converted(value[1], factor)
    return _converted(value, factor)


def _product(number: float, factor: float) -> float:
    return float(f"{number * factor:.12g}")  # no 8199999999.999999


def _converted(number: float, factor: float) -> float:
    """The number in the base unit, no more exact than it was written: 3.1 million ounces are 96.4 tonnes, not 96.42."""
    product = _product(number, factor)
    if not product or factor in _TENS:
        return product
    digits = len(Decimal(repr(number)).normalize().as_tuple().digits)
    return float(f"{product:.{max(_EXACT, digits)}g}")


def _number(text: str) -> float:
    """The value of a written number: blanks and commas before three digits group, else the comma is decimal."""
    if text.isdigit() and text.isascii():
        return float(text)
    digits = unicodedata.normalize("NFKC", text).replace(" ", "")
    if _GROUPED.fullmatch(digits):
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
    """Every way of writing a unit with (id, factor, of); in small letters, too, unless just its spelling counts."""
    found: dict[str, tuple[str, float, str]] = {}
    small: dict[str, tuple[str, float, str]] = {}
    for unit in catalog.units.values():
        for form in unit.forms:
            for word in chain.from_iterable(form.words.values()):
                found.setdefault(word, (unit.id, form.factor, form.of))
                if not form.exact:
                    small.setdefault(word.lower(), found[word])
    return small | found
