"""Which of several occasions a claim without a date tells of, by the day that its own sentence names.

A sentence can name a day without its year ("on 20 December"). No year is guessed from it, but it tells one occasion
from others, and whether it can be the only one that is known.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from models import dates

if TYPE_CHECKING:
    from models.records import PartialDate

NEAR = 7
"""Days between an occasion and the day of a report of it, which a sentence may name in its place."""

_YEAR, _MONTH, _FULL = len("2025"), len("2025-12"), len("2025-12-20")
_LEAP_YEAR, _DAYS = 2024, 366


@lru_cache(maxsize=10_000)
def named_days(sentence: str) -> tuple[date, ...]:
    """The days that the sentence names without a year, all in one leap year."""
    found = ((told.month, told.day) for told in dates.find(sentence) if told.year is None)
    stated = (dates.iso(_LEAP_YEAR, month, day) for month, day in found if month and day)
    return tuple(date.fromisoformat(day) for day in stated if day)


def names(sentence: str, day: PartialDate) -> bool:
    """Whether the sentence names that day, or one of that month where no day is known."""
    return len(day) >= _MONTH and any(
        told.isoformat()[_YEAR : len(day)] == day[_YEAR:] for told in named_days(sentence)
    )


def may_be_of(sentence: str, day: PartialDate) -> bool:
    """Whether what the sentence tells can have been then: it names no day, or one not far from it."""
    named = named_days(sentence)
    if not named or len(day) < _FULL:
        return not named or len(day) < _MONTH or names(sentence, day)
    then = date.fromisoformat(f"{_LEAP_YEAR}{day[_YEAR:]}")
    apart = (abs((told - then).days) for told in named)
    return any(min(days, _DAYS - days) <= NEAR for days in apart)
