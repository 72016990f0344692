"""Numbers, amounts and dates as people write them."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from models.phrases.templates import fill

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.phrases.templates import Templates
    from models.records import Money, PartialDate, Quantity

Value = float | tuple[float, float]

STATED, SHOWN = 3, 4
"""With more decimals than these a number was converted from another unit: of such a one so many digits are shown."""
ONE, FEW, MANY = "one", "few", "many"
"""Forms of nouns behind a number; of two forms in a list the first is for one."""
LEAST = 0.1
"""A smaller part of a scale is written out: both ends of a range are told by one scale, or by none."""
MOST_DIGITS = 3
"""Places after the point where a scale does not say; a more precise number is written out."""


class Numbers:
    """Formats numbers with the templates of one language."""

    def __init__(self, templates: Templates) -> None:
        self._words = templates["numbers"]
        self._units = templates["units"]
        self._money = templates["money"]
        self._dates = templates["dates"]
        self._dated: dict[PartialDate, str] = {}

    @property
    def scales(self) -> dict[str, float]:
        """What the words behind large numbers stand for: "million" for 1e6."""
        return {scale["word"]: scale["from"] for scale in self._words["scales"]}

    # --- numbers ----------------------------------------------------------------------------------------------------

    def number(self, value: Value) -> str:
        """The value in words and digits: "2.7 million", "21,112", "18,000–18,500"."""
        if not isinstance(value, tuple):
            return self._one(value)
        low, high = min(value), max(value)
        scale = self._scale(high)
        if scale and self._fits(low, scale):
            factor, word = scale
            numbers = fill(self._words["range"], low=self._digits(low / factor), high=self._digits(high / factor))
            return fill(self._words["scaled"], n=numbers, word=word)
        return fill(self._words["range"], low=self._digits(low), high=self._digits(high))

    def alike(self, values: Sequence[Value]) -> tuple[str, ...]:
        """The values in one form, as they stand side by side: all by the largest factor that any of them has where
        that rounds none, else all in digits."""
        every = [one for value in values for one in (value if isinstance(value, tuple) else (value,))]
        most = max(map(abs, every), default=0.0)
        scale = next((each for each in self._words["scales"] if most >= each["from"]), None)
        exact = scale is not None and all(_is_exact(one / scale["from"], _finest(scale)) for one in every)
        return tuple(self._scaled(value, scale if exact else None) for value in values)

    def _scaled(self, value: Value, scale: Mapping[str, Any] | None) -> str:
        """The value, or the range, by one factor, or in digits."""
        ends = (min(value), max(value)) if isinstance(value, tuple) else (value,)
        digits = [self._places(end / scale["from"], _finest(scale)) if scale else self._digits(end) for end in ends]
        told = fill(self._words["range"], low=digits[0], high=digits[1]) if len(digits) > 1 else digits[0]
        return fill(self._words["scaled"], n=told, word=scale["word"]) if scale else told

    def small(self, value: int) -> str:
        """A small number as a word, any other in digits."""
        words: list[str] = self._words["words"]
        return words[value] if 0 <= value < len(words) else self._one(value)

    def form(self, told: str) -> str:
        """Which form a noun has behind a number as it is told: "one", "few" or "many"."""
        forms = (form for form in (FEW, ONE) if re.search(self._words[form], told))
        return next(forms, MANY)

    def counted(self, number: int, thing: str, words: Mapping[str, str]) -> str:
        """As in "1 source", "12 sources", by the templates of the `words`; some have a form of their own for few."""
        told = self.number(number)
        form = {ONE: "one", FEW: "few"}.get(self.form(told), "count")
        return fill(words.get(f"{thing}_{form}") or words[f"{thing}_count"], n=told)

    def _one(self, value: float) -> str:
        scale = self._scale(value)
        if scale is None:
            return self._digits(value)
        factor, word = scale
        return fill(self._words["scaled"], n=self._digits(value / factor), word=word)

    def _scale(self, value: float) -> tuple[float, str] | None:
        """The factor and word for a large number; None where the digits themselves are better."""
        for scale in self._words["scales"]:
            found: tuple[float, str] = (scale["from"], scale["word"])
            if abs(value) >= found[0]:
                return found if self._fits(value, found) else None
        return None

    def _fits(self, value: float, scale: tuple[float, str]) -> bool:
        """Whether a value needs no more places after the point than the scale allows, whatever is lost in sums, and is
        not too small for it."""
        short = value / scale[0]
        most = next(each.get("digits", MOST_DIGITS) for each in self._words["scales"] if each["from"] == scale[0])
        return (abs(short) >= LEAST or not value) and math.isclose(round(short, most), short, rel_tol=1e-12)

    def _digits(self, value: float) -> str:
        text = self._places(value, 6)
        if len(text.partition(self._words["decimal"])[2]) > STATED:
            decimals = max(SHOWN - 1 - math.floor(math.log10(abs(value))), 0)
            return self._marked(f"{abs(value):,.{decimals}f}", value)
        return text

    def _places(self, value: float, most: int) -> str:
        """The value with so many places after the point at most, and no noughts at its end."""
        text = f"{abs(value):,.{most}f}"
        return self._marked(text.rstrip("0").rstrip("."), value)

    def _marked(self, text: str, value: float) -> str:
        """Digits with the marks of the language."""
        text = text.replace(",", "\0").replace(".", self._words["decimal"]).replace("\0", self._words["thousands"])
        return f"{self._words['minus']}{text}" if value < 0 else text

    # --- amounts ----------------------------------------------------------------------------------------------------

    def money(self, money: Money) -> str:
        """The amount: "US$19 billion", "5 million tenge"."""
        return self._amount(money.currency, money.value)

    def quantity(self, quantity: Quantity) -> str:
        """The quantity with its unit, without its sign and without what it is of; units of money are currencies."""
        value = quantity.value
        value = (abs(value[0]), abs(value[1])) if isinstance(value, tuple) else abs(value)
        return self.measure(value, quantity.unit)

    def unit(self, unit: str) -> str:
        """A unit as several of it are called where no number stands beside it; itself where the words lack it."""
        forms = self._units.get(unit)
        return fill(forms[-1], n="").strip() if forms else unit

    def measure(self, value: Value, unit: str | None) -> str:
        """The value with its unit; a unit of the catalog's closed list, a currency code, or none."""
        if not unit:
            return self.number(value)
        forms = self._units.get(unit)
        if forms is not None:
            told = self.number(value)
            place = {ONE: 0, FEW: 1 if len(forms) > 2 else -1, MANY: -1}[self.form(told)]
            return fill(forms[place], n=told)
        if len(unit) == 3 and unit.isupper():
            return self._amount(unit, value)
        return f"{self.number(value)} {unit}"

    def _amount(self, currency: str, value: Value) -> str:
        symbol = self._money["symbols"].get(currency)
        if symbol:
            return fill(self._money["known"], symbol=symbol, number=self.number(value))
        name = self._money["names"].get(currency)
        if name:
            return fill(self._money["named"], number=self.number(value), name=name)
        return fill(self._money["other"], currency=currency, number=self.number(value))

    # --- dates ------------------------------------------------------------------------------------------------------

    def date(self, date: PartialDate, *, inferred: bool = False) -> str:
        """The date as precise as it is: "20 December 2025", "June 2025", "2025"; of a time its day, else as it stands.

        A year that is `inferred` is told to be so.
        """
        if date not in self._dated:  # one day is told of very many events
            self._dated[date] = self._date(date)
        told = self._dated[date]
        return self.inferred(told) if inferred else told

    def month(self, number: int) -> str:
        """The name of a month that stands alone, by its number from 1."""
        name: str = self._dates["months_alone"][number - 1]
        return name

    def inferred(self, told: str) -> str:
        """The words with the remark that their year is inferred."""
        return fill(self._dates["inferred"], date=told)

    def within(self, told: str) -> str:
        """The date in words as it stands by itself, with the same remark."""
        return fill(self._dates["within"], date=told)

    def _date(self, date: PartialDate) -> str:
        parts = date.partition("T")[0].split("-")
        if not all(part.isdigit() for part in parts):
            return date
        year, month, day = (*parts, "", "")[:3]
        names = self._dates["months" if day else "months_alone"]
        name = names[int(month) - 1] if month and 1 <= int(month) <= 12 else ""
        form = "day" if day and name else "month" if name else "year"
        return fill(self._dates[form], year=year, month=name, day=str(int(day)) if day else "")


def _finest(scale: Mapping[str, Any]) -> int:
    """Places after the point that numbers side by side may have by a factor: one more than others by it."""
    most: int = scale.get("digits", MOST_DIGITS)
    return most + 1


def _is_exact(value: float, places: int) -> bool:
    """Whether it needs no more places after the point, whatever is lost in sums."""
    return math.isclose(round(value, places), value, rel_tol=1e-12)
