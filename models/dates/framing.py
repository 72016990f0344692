"""Years told once for several dates: "In 2019, they met on 20 March", "on 20 March 2020, and on 22 March"."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from msgspec import structs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.dates.finding import DateMention

_ENDS = re.compile(r"[.!?。…][\"'”»)\]]*\s+[^\W\d_a-zа-яё]|\n")
_OPENS = re.compile(r"(?:\A|\n|[.!?]\s)\s*\w+\s\Z")
_REACH = 30
_BESIDE = len(" of the ")


def framed(text: str, found: Iterable[DateMention]) -> Iterator[DateMention]:
    """The mentions; a day and month without a year take the one that frames them."""
    frame: DateMention | None = None
    for mention in found:
        if frame is not None and _ENDS.search(text, frame.end, mention.start):
            frame = None
        if frame is not None and _fits(frame, mention):
            yield structs.replace(mention, year=frame.year)
            continue
        if mention.year is not None and (mention.day is not None or _opens(text, mention)):
            frame = mention
        yield mention


def _opens(text: str, mention: DateMention) -> bool:
    """Whether a year alone opens its sentence, and a comma sets it off."""
    before = _OPENS.search(text[max(0, mention.start - _REACH) : mention.start])
    return mention.month is None and before is not None and text.startswith(",", mention.end)


def _fits(frame: DateMention, mention: DateMention) -> bool:
    """Whether the mention lacks a year and may have this one: of a full date, if it is a later day of its month."""
    if mention.year is not None or mention.month is None or mention.day is None or frame.year is None:
        return False
    if frame.month is not None and (frame.month != mention.month or mention.day <= (frame.day or 0)):
        return False
    try:
        day = date(frame.year, mention.month, mention.day)
    except ValueError:
        return False
    return mention.weekday in (None, day.weekday())


def of_years(text: str, found: Iterable[DateMention]) -> Iterator[DateMention]:
    """A month without a year that stands before "last year" is of that one: "January-June of last year"."""
    held: DateMention | None = None
    for mention in found:
        if held is not None:
            beside = mention.unit == "year" and 0 < mention.start - held.end <= _BESIDE and _is_bare(held)
            near = beside and "," not in text[held.end : mention.start]
            yield structs.replace(held, unit="year", shift=mention.shift) if near else held
        held = mention
    if held is not None:
        yield held


def _is_bare(mention: DateMention) -> bool:
    """Whether the words state a month, with or without a day, and nothing of its year."""
    return mention.month is not None and mention.year is None and mention.shift is None
