"""Which figures are the same: half a per cent apart, or equal when the finer is rounded (or cut) as the coarser is."""

from __future__ import annotations

from math import floor, log10, trunc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

Value = float | tuple[float, float] | str

EQUAL = 0.005
ROUNDED = 0.05
"""Rounding hides at most this much: "3" for 3.4 would be another figure, "21,000" for 21,112 is not."""


def same(one: Value, other: Value) -> bool:
    """True when two values say the same; a figure inside a range agrees with the range."""
    match one, other:
        case (str(), _) | (_, str()):
            return isinstance(one, str) and isinstance(other, str) and one.casefold() == other.casefold()
        case tuple(), tuple():
            return _equal(one[0], other[0]) and _equal(one[1], other[1])
        case tuple(), float() | int():
            return _inside(other, one)
        case float() | int(), tuple():
            return _inside(one, other)
        case _:
            return _equal(one, other)  # type: ignore[arg-type]


def close(one: Value, other: Value) -> bool:
    """True when two figures are so near that no rounding need explain it, or two words or ranges are the same."""
    if isinstance(one, int | float) and isinstance(other, int | float):
        return _close(one, other)
    return same(one, other)


def _inside(figure: float, ends: tuple[float, float]) -> bool:
    """Whether the range holds the figure; beyond an end only what rounds to it: a bound is not told cut off."""
    low, high = min(ends), max(ends)
    return low <= figure <= high or any(_close(figure, end) or _rounds(figure, end) for end in ends)


def _equal(one: float, other: float) -> bool:
    return _close(one, other) or _rounds(one, other) or _told_cut(one, other)


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= EQUAL * max(abs(one), abs(other))


def _rounds(one: float, other: float) -> bool:
    digits = min(significant(one), significant(other))
    return _may_be_rounded(one, other) and rounded(one, digits) == rounded(other, digits)


def _told_cut(one: float, other: float) -> bool:
    digits = min(significant(one), significant(other))
    return _may_be_rounded(one, other) and cut(one, digits) == cut(other, digits)


def _may_be_rounded(one: float, other: float) -> bool:
    return abs(one - other) <= ROUNDED * max(abs(one), abs(other)) and one * other > 0


def significant(figure: float) -> int:
    """The number of significant digits, zeros at the end not counted: 2 for 21,000."""
    digits = f"{abs(figure):.12e}".partition("e")[0].replace(".", "")
    return len(digits.rstrip("0")) or 1


def rounded(figure: float, digits: int) -> float:
    """The figure rounded to so many significant digits."""
    if not figure:
        return 0.0
    return round(figure, digits - 1 - floor(log10(abs(figure))))


def cut(figure: float, digits: int) -> float:
    """The figure cut off behind so many significant digits, as 87 is told for 87.6."""
    if not figure:
        return 0.0
    place = digits - 1 - floor(log10(abs(figure)))
    return round(trunc(round(figure * 10.0**place, digits + 3)) / 10.0**place, max(place, 0))


def slip(one: Value, other: Value) -> bool:
    """True when two figures differ in the number of zeros only: 3 and 30."""
    if isinstance(one, tuple | str) or isinstance(other, tuple | str) or one * other <= 0:
        return False
    power = log10(one / other)
    return abs(round(power)) >= 1 and _equal(one, other * 10 ** round(power))


def near(one: Value, other: Value, share: float) -> bool:
    """True when the middles of two values are at most that share apart."""
    first, second = middle(one), middle(other)
    return abs(first - second) <= share * max(abs(first), abs(second))


def middle(value: Value) -> float:
    """The figure, the middle of a range, or 0 for words."""
    if isinstance(value, str):
        return 0.0
    return (value[0] + value[1]) / 2 if isinstance(value, tuple) else float(value)


def clusters(support: Mapping[Value, Iterable[Hashable]]) -> list[list[Value]]:
    """The values in groups that say the same, the best supported group first.

    `support` gives the articles of each value. Exact figures draw others to them in the order of their support, then
    of their precision, so that the outcome does not depend on the order in which claims came in.
    """
    counted = {value: len(set(articles)) for value, articles in support.items()}
    order = sorted(
        counted, key=lambda value: (isinstance(value, tuple), -counted[value], -precision(value), str(value))
    )
    found: list[list[Value]] = []
    for value in order:
        home = next((group for group in found if same(group[0], value)), None)
        if home is None:
            found.append([value])
        else:
            home.append(value)
    return sorted(found, key=lambda group: -len({article for value in group for article in support[value]}))


def precision(value: Value) -> int:
    """How exact a figure is, in significant digits; 0 for a range and for words."""
    return 0 if isinstance(value, tuple | str) else significant(value)
