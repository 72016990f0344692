"""The times of a timeline: when each event was, as precisely as stated, and what the axis tells."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from models.pages.geopolitics import Moment

YEAR = 365.2425
STEPS = (1, 2, 5, 10, 20, 50)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Span:
    """When an event was: from `start` to `end` in days (proleptic ordinals). A day is one long, a month about 30."""

    start: float
    end: float
    precision: str


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


def told_short(moment: Moment) -> str:
    """When it was without the year, which the axis tells; "~" before a date whose year is inferred."""
    when = when_in_words(moment.date)
    short = when.rpartition(" ")[0] or when
    return f"{'~' if moment.year_inferred else ''}{short}"


def whole_words(text: str, width: Callable[[str], float], room: float) -> str:
    """As many words of a text as there is room for, with "…" for the others; empty where there is none for any."""
    if width(text) <= room:
        return text
    words = text.split(" ")
    cuts = (" ".join(words[:count]).rstrip(" \N{EN DASH}\N{EM DASH}-,;:(") for count in range(len(words) - 1, 0, -1))
    return next((f"{cut}…" for cut in cuts if cut and width(f"{cut}…") <= room), "")


def fitting(moment: Moment, width: Callable[[str], float], room: float) -> str:
    """What there is room for of an event's words: where not for all, what its mark tells ("planned") is left out first,
    then what kind of event it is, if that is no more than its type or one word."""
    kind, _, rest = moment.text.partition(": ")
    bare = kind.partition(" (")[0]
    named = bool(moment.label) and kind.startswith(moment.label)
    if not rest or not (named or " " not in bare):
        return whole_words(moment.text, width, room)
    told = (moment.text, f"{bare}: {rest}", rest[:1].upper() + rest[1:])
    whole = next((text for text in told if width(text) <= room), "")
    return whole or whole_words(told[-1] if named else told[1], width, room)


def filled(spans: Sequence[Span]) -> tuple[float, float]:
    """The latest years that are well filled: from the first day of the fewest years on end in which at least half of
    these spans lie, on to the newest ones. Only what comes after a gap longer than all that stretch is left out, as a
    plan for a far year is."""
    years = sorted(date.fromordinal(int(span.start)).year for span in spans)
    half = (len(years) + 1) // 2
    runs = list(zip(years, years[half - 1 :], strict=False))  # each holds half of them, and begins and ends with one
    first, last = min(runs, key=lambda run: (run[1] - run[0], -run[1]))
    start, end = date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal() + 1
    reached: float = end
    for span in sorted(spans, key=lambda span: span.start):
        if span.start - reached <= end - start:
            reached = max(reached, span.end)
    return start, max(span.end for span in spans if span.end <= reached)


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
