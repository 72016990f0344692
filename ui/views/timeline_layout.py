"""A timeline laid out: when each event was, as precisely as stated, and in which lane its label has room."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from ui.views.packing import lanes

if TYPE_CHECKING:
    from models.pages.geopolitics import Moment

YEAR = 365.2425
GAP = 18.0
STEPS = (1, 2, 5, 10, 20, 50)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Span:
    """When an event was: from `start` to `end` in days (proleptic ordinals). A day is one long, a month about 30."""

    start: float
    end: float
    precision: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in its place: lane, and pixels from the left of marker, label and label's end."""

    moment: Moment
    span: Span
    lane: int
    left: float
    right: float
    label: float
    end: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis; `major` ones begin a year."""

    x: float
    text: str
    major: bool


@lru_cache(maxsize=4096)
def span_of(stated: str) -> Span | None:
    """The days that a partial ISO date covers; None when it is no date."""
    parts = stated.split("-")
    try:
        numbers = [int(part) for part in parts]
        if len(numbers) == 3:
            day = date(*numbers).toordinal()
            return Span(day, day + 1, "day")
        if len(numbers) == 2:
            first = date(numbers[0], numbers[1], 1).toordinal()
            return Span(first, first + monthrange(numbers[0], numbers[1])[1], "month")
        return Span(date(numbers[0], 1, 1).toordinal(), date(numbers[0] + 1, 1, 1).toordinal(), "year")
    except (ValueError, TypeError):
        return None


def told_when(moment: Moment) -> str:
    """When it was; "~" before a date whose year is inferred."""
    return f"{'~' if moment.year_inferred else ''}{when_in_words(moment.date)}"


def when_in_words(stated: str) -> str:
    """A partial date as people write it: "20 Dec 2025", "Dec 2025", "2025"."""
    span = span_of(stated)
    if span is None:
        return stated
    day = date.fromordinal(int(span.start))
    month = MONTHS[day.month - 1]
    if span.precision == "day":
        return f"{day.day} {month} {day.year}"
    return f"{month} {day.year}" if span.precision == "month" else str(day.year)


def lay_out(
    moments: Sequence[Moment], widths: Sequence[float], first: float, scale: float, marker: float
) -> tuple[Entry, ...]:
    """Each dated event in the highest lane where neither its span nor its label touches another.

    `widths` are the labels' in pixels, `first` the day at pixel 0, `scale` pixels a day, `marker` the least width of a
    marker.
    """
    dated = [(m, s, w) for m, w in zip(moments, widths, strict=True) if (s := span_of(m.date)) is not None]
    spans, places = [], []
    for _, span, width in dated:
        left = (span.start - first) * scale
        right = max(left + marker, (span.end - first) * scale)
        places.append((left, right, right + 6, right + 6 + width))
        spans.append((left, right + 6 + width))
    found = lanes(spans, GAP)
    return tuple(
        Entry(moment, span, lane, *place) for (moment, span, _), lane, place in zip(dated, found, places, strict=True)
    )


def ticks(first: float, last: float, scale: float) -> tuple[Tick, ...]:
    """Years, and months where there is room for them, between two days."""
    years = range(date.fromordinal(max(1, int(first))).year, date.fromordinal(int(last)).year + 2)
    apart = next((step for step in STEPS if step * YEAR * scale >= 46), 100)
    months = _month_step(scale)
    found = []
    for year in years:
        if year % apart == 0:
            found.append(Tick((date(year, 1, 1).toordinal() - first) * scale, str(year), major=True))
        for month in range(1 + months, 13, months) if months else ():
            found.append(Tick((date(year, month, 1).toordinal() - first) * scale, MONTHS[month - 1], major=False))
    return tuple(found)


def _month_step(scale: float) -> int:
    """Every how many months there is room for a name; 0 for never."""
    return next((step for step in (1, 3, 6) if step * 30 * scale >= 40), 0)
