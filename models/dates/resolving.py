"""Which date a mention means."""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.dates.finding import DateMention
    from models.records import PartialDate

_YEARS_SEARCHED = 12


class Resolved(Struct, frozen=True):
    """A date as far as known, and whether its year is not in the words themselves."""

    date: PartialDate | None
    year_inferred: bool = False


@lru_cache(maxsize=4096)
def iso(year: int | None, month: int | None = None, day: int | None = None) -> PartialDate | None:
    """The partial date, or None without a year or when there is no such day."""
    if year is None or not 1 <= year <= 9999:
        return None
    if month is None:
        return f"{year:04}"
    if day is None:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}" if day <= calendar.monthrange(year, month)[1] else None


def stated_day(mention: DateMention) -> PartialDate | None:
    """The date that the words themselves state with day and year; None where they state less."""
    return iso(mention.year, mention.month, mention.day) if mention.year and mention.day else None


def last_day(mention: DateMention) -> PartialDate | None:
    """The last day of a range that the words state with its year, else the day itself; None where they state less."""
    first = stated_day(mention)
    if first is None or mention.until is None or mention.until < (mention.day or 0):
        return first
    return iso(mention.year, mention.month, mention.until) or first


def anchor(published: PartialDate | None, mentions: Iterable[DateMention]) -> PartialDate | None:
    """What undated mentions of an article are resolved against: its publication date, else its latest full date.

    A date is full when its day is stated and its year is, too, or is fixed by the weekday.
    """
    if published:
        return published
    stated = (resolve(item, None).date for item in mentions if item.day and item.month)
    return max((day for day in stated if day), default=None)


def resolve(
    mention: DateMention, anchor: PartialDate | None, *, ahead: bool = False, today: date | None = None
) -> Resolved:
    """The date that is meant, seen from the anchor; None where that cannot be told.

    A date without a year is the one nearest to the anchor (days after it count double: news tells what was), its
    weekday fitting if one is stated. Without an anchor only a stated weekday tells the year: it is the latest one not
    after `today` (the day of reading unless given) in which that day fell on it. A weekday alone is the latest such day
    not after the anchor. With `ahead` (the sentence speaks of
    the future) days before the anchor count double, and a weekday is the first one not before it.
    """
    if mention.year is not None:
        return Resolved(iso(mention.year, mention.month, mention.day))
    if mention.unit is not None:
        return Resolved(_shifted(mention, anchor), year_inferred=True)
    if mention.month is not None:
        return Resolved(_with_year(mention, anchor, ahead, today), year_inferred=True)
    if mention.day is not None:
        return Resolved(_day_of_month(mention.day, _full(anchor), anchor), year_inferred=True)
    return Resolved(_weekday(mention, _full(anchor), ahead), year_inferred=True)


def _full(partial: PartialDate | None) -> date | None:
    """The date, if it is known to the day."""
    return date.fromisoformat(partial) if partial is not None and len(partial) == len("2025-12-20") else None


@lru_cache(maxsize=1024)
def _middle(partial: PartialDate) -> date:
    """A day in the middle of what the partial date spans."""
    parts = [int(part) for part in partial.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 7, parts[2] if len(parts) > 2 else 15)


# --- "last month", "yesterday", "two years ago" ---------------------------------------------------------------------


def _shifted(mention: DateMention, anchor: PartialDate | None) -> PartialDate | None:
    """The day, month or year that lies `shift` units from the anchor, if the anchor is as precise as that."""
    if anchor is None:
        return None
    shift, parts = mention.shift or 0, [int(part) for part in anchor.split("-")]
    if mention.unit == "year":
        return iso(parts[0] + shift, mention.month, mention.day)
    if mention.unit == "month" and len(parts) > 1:
        months = parts[0] * 12 + parts[1] - 1 + shift
        return iso(months // 12, months % 12 + 1)
    full = _full(anchor)
    if mention.unit == "day" and full and abs(shift) < 3660:
        return _moved(full, shift).isoformat()
    return None


def _moved(day: date, days: int) -> date:
    """The date so many days later, kept inside the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


# --- "Saturday, December 20", "last June" ---------------------------------------------------------------------------


def _with_year(mention: DateMention, anchor: PartialDate | None, ahead: bool, today: date | None) -> PartialDate | None:
    """Month (and day) with the year that fits best."""
    if anchor is None:
        return _latest(mention, today or datetime.now(UTC).date())
    here = _middle(anchor)
    if mention.shift is not None:
        return _shifted_month(mention, here)
    found = (iso(year, mention.month, mention.day) for year in _fitting_years(mention, here.year))
    return min(
        (item for item in found if item), key=lambda item: _distance(here, _end(mention, item), ahead), default=None
    )


def _end(mention: DateMention, first: PartialDate) -> date:
    """The day by which the date is reckoned: of a run of months that of the last one."""
    last = mention.until if mention.day is None else None
    return _middle(iso(int(first[:4]), last) or first if last else first)


def _distance(here: date, there: date, ahead: bool) -> int:
    """The days between the two, doubled on the side that the sentence does not look to."""
    days = (there - here).days
    return abs(days) * (1 if (days >= 0) == ahead else 2)


def _fitting_years(mention: DateMention, year: int) -> list[int]:
    """The year and its neighbours where the stated weekday fits; when none fits, all with such a day."""
    around = [item for item in (year - 1, year, year + 1) if iso(item, mention.month, mention.day)]
    if mention.weekday is None or mention.day is None:
        return around
    return [item for item in around if _falls_on(mention, item)] or around


def _falls_on(mention: DateMention, year: int) -> bool:
    """Whether the mention's day falls on its weekday in that year."""
    found = iso(year, mention.month, mention.day)
    return found is not None and date.fromisoformat(found).weekday() == mention.weekday


def _latest(mention: DateMention, today: date) -> PartialDate | None:
    """The latest date not after today that falls on the mention's weekday; None when it states none."""
    for year in range(today.year, max(0, today.year - _YEARS_SEARCHED), -1):
        found = iso(year, mention.month, mention.day)
        if found is None or found > today.isoformat()[: len(found)]:
            continue
        if mention.day is not None and mention.weekday is not None and _falls_on(mention, year):
            return found
    return None


def _shifted_month(mention: DateMention, here: date) -> PartialDate | None:
    """ "last June" is before the anchor's month, "next June" after it, "this June" in its year."""
    month, year = mention.month or 1, here.year
    if mention.shift == -1 and month >= here.month:
        year -= 1
    if mention.shift == 1 and month <= here.month:
        year += 1
    return iso(year, month, mention.day)


# --- "on Friday", "20日" --------------------------------------------------------------------------------------------


def _day_of_month(day: int, full: date | None, anchor: PartialDate | None) -> PartialDate | None:
    """The date with that day number nearest to the anchor; in the anchor's month when only that is known."""
    if full is None:
        return iso(int(anchor[:4]), int(anchor[5:7]), day) if anchor and len(anchor) == len("2025-12") else None
    months = [full.year * 12 + full.month - 1 + step for step in (-1, 0, 1)]
    found = [iso(month // 12, month % 12 + 1, day) for month in months]
    return min((item for item in found if item), key=lambda item: abs(date.fromisoformat(item) - full), default=None)


def _weekday(mention: DateMention, full: date | None, ahead: bool) -> PartialDate | None:
    """The day of that name seen from the anchor."""
    if full is None or mention.weekday is None:
        return None
    back = (full.weekday() - mention.weekday) % 7
    days = -back
    if mention.shift == -1 and not back:
        days = -7
    if mention.shift == 1 or (mention.shift in (None, 0) and ahead and back):
        days = 7 - back
    return _moved(full, days).isoformat()
