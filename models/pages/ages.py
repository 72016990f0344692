"""How old what is said is: the time it is of, and its age on a day that is handed in."""

from __future__ import annotations

import calendar
from datetime import date
from functools import lru_cache

from models.records import PartialDate, Record

UNDATED = "undated"
NEWER = "-"
"""What a limit begins with that keeps what is not older."""

MONTHLY = "m"
"""What a limit ends with that is of months."""

COUNTED = "Age counts from the time a statement is of, at the latest from the day its newest source came out"
"""How age is counted wherever lists are cut down by it."""

LIMITS = {
    "": "Any age",
    "-1m": "Not older than 1 month",
    "-3m": "Not older than 3 months",
    "-6m": "Not older than 6 months",
    "-1": "Not older than 1 year",
    "-2": "Not older than 2 years",
    "-5": "Not older than 5 years",
    "-10": "Not older than 10 years",
    "1": "Older than 1 year",
    "2": "Older than 2 years",
    "5": "Older than 5 years",
    "10": "Older than 10 years",
    UNDATED: "Undated",
}
"""What a list of statements may be cut down to, by age, and how it is called. A number is of years, with MONTHLY of
months."""

FEW_DAYS = 60
FEW_MONTHS = 24
MONTHS = 12


class AsOf(Record):
    """The time that something is of: its `date`, and the same in `words`.

    `told` is true where the sentence itself states none: then it is the day on which its newest source came out.
    So it is of what lies `ahead`, a plan or forecast for a time that its sentence does state. `known` is that day where
    the sentence does state the time, or empty. What has been so `since` then has no age.
    """

    date: PartialDate
    words: str
    told: bool = False
    ahead: bool = False
    known: PartialDate = ""
    since: bool = False


def days_old(told: PartialDate, today: date) -> int | None:
    """The days since the period that the date names was over: 0 within it, less before it; None for no date at all."""
    span = _span(told)
    if span is None:
        return None
    first, last = span
    if first > today:
        return (today - first).days
    return max((today - last).days, 0)


def told_of(limit: str) -> tuple[int, str]:
    """How many years or months a limit of LIMITS is of, and which of them."""
    number = limit.removeprefix(NEWER)
    return int(number.removesuffix(MONTHLY)), "month" if number.endswith(MONTHLY) else "year"


def passes(as_of: AsOf | None, limit: str, today: date) -> bool:
    """True when something of that time is within a limit of LIMITS. Undated is what states no time itself.

    Its age counts from the end of that time, but at the latest from the day on which its newest source came out: of a
    year that is not over, or of a day to come, nobody knew more than was known then.
    """
    if limit == UNDATED:
        return as_of is None or (as_of.told and not as_of.ahead)
    if not limit:
        return True
    span = _span(as_of.date) if as_of else None
    if span is None:
        return False
    count, unit = told_of(limit)
    last = min((each[1] for each in (span, _span(as_of.known if as_of else "")) if each), default=span[1])
    older = last < months_before(today, count if unit == "month" else count * MONTHS)
    return older is not limit.startswith(NEWER)


def age_in_words(as_of: AsOf, today: date, *, happened: bool = False) -> str:
    """The age as people say it, no finer than the date: "10 months old"; of what was told or `happened`, "ago"."""
    count, unit = age(as_of.date, today)
    if not unit:
        return ""
    if count == 0:
        return "today" if unit == "day" else f"this {unit}"
    words = f"{abs(count)} {unit}{'s' if abs(count) > 1 else ''}"
    if count < 0:
        return f"{words} ahead"
    return f"{words} {'ago' if happened or as_of.told else 'old'}"


def age(told: PartialDate, today: date) -> tuple[int, str]:
    """How many days, months or years ago it was, less than 0 ahead, and which of them; no unit for what is no date."""
    parts = [int(part) for part in told.split("-") if part.isdigit()]
    return _difference(parts, today) if _span(told) else (0, "")


def dated(as_of: AsOf | None, today: date, *, beside: str = "", happened: bool = False) -> str:
    """The time and the age: "January 2026 · 10 months old". What the words `beside` it say already is left out."""
    if as_of is None:
        return "undated"
    told = f"reported {as_of.words}" if as_of.told else as_of.words
    shown = "" if as_of.words in beside and not as_of.told else told
    return " · ".join(filter(None, (shown, age_in_words(as_of, today, happened=happened))))


def _difference(parts: list[int], today: date) -> tuple[int, str]:
    """How long ago it was, as finely as it is told and as coarsely as makes sense; less than 0 is ahead."""
    if len(parts) == 1:
        return today.year - parts[0], "year"
    months = (today.year - parts[0]) * MONTHS + today.month - parts[1]
    if len(parts) == 2:
        return _months(months)
    days = (today - date(*parts)).days
    if abs(days) < FEW_DAYS:
        return days, "day"
    late = 1 if today.day < parts[2] else 0
    return _months(months - late if months > 0 else months)


def _months(months: int) -> tuple[int, str]:
    if abs(months) < FEW_MONTHS:
        return months, "month"
    return (months // MONTHS if months > 0 else -(-months // MONTHS)), "year"


@lru_cache(maxsize=16)
def months_before(today: date, months: int) -> date:
    """The same day so many months earlier, or the last of that month."""
    year, month = divmod(today.year * MONTHS + today.month - 1 - months, MONTHS)
    return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


@lru_cache(maxsize=4096)
def _span(told: PartialDate) -> tuple[date, date] | None:
    """The first and last day of a partial date; None for what is none."""
    try:
        parts = [int(part) for part in told.split("-")]
        first = date(*parts, *(1, 1)[len(parts) - 1 :])
    except (ValueError, TypeError):
        return None
    if len(parts) == 1:
        return first, date(first.year, MONTHS, 31)
    if len(parts) == 2:
        return first, date(first.year, first.month, calendar.monthrange(first.year, first.month)[1])
    return first, first
