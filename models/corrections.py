"""Corrections: what the user knows of an article better than its file, laid over what was found there.

What was found is never altered, so that a correction can be taken back, and is told from the source's own word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.records import Correction, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from models.records import Bibliography, PartialDate

FIELDS = {"title": "title", "publisher": "publisher", "published": "date", "author": "byline", "url": "address"}
"""What can be corrected, and how it is called."""

AHEAD = "lies in the future; no article can have come out then."
"""What is said of a date that is yet to come."""

_PARTIAL = re.compile(r"(?:1[6-9]|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")
_ADDRESS = re.compile(r"https?://[^\s/]+\.\S+")
_LONGEST = 500


def corrected(found: Bibliography, correction: Correction | None) -> Bibliography:
    """What is known of an article: the user's word where there is one, else what was found."""
    if correction is None:
        return found
    told = {name: value or None for name in FIELDS if (value := getattr(correction, name)) is not None}
    changed = tuple(name for name, value in told.items() if value != getattr(found, name))
    return replace(found, **told, corrected=changed)


def revised(before: Correction, found: Bibliography, told: Mapping[str, str | None]) -> Correction:
    """The correction with what is told of some fields; what was found needs none, nor does what is told as None."""
    kept = {name: value if value != (getattr(found, name) or "") else None for name, value in told.items()}
    return replace(before, **kept)


def joined(ours: Correction, theirs: Correction) -> Correction:
    """Our correction, with theirs of the fields that we left as they were found."""
    return replace(ours, **{name: getattr(theirs, name) for name in FIELDS if getattr(ours, name) is None})


def says_nothing(correction: Correction) -> bool:
    """Whether all fields are as they were found."""
    return all(getattr(correction, name) is None for name in FIELDS)


def checked(name: str, typed: str, today: date) -> str | Problem:
    """What was typed for a field as it is kept, or why it cannot be; empty text says that there is none."""
    from models.text import canonical, squash  # a start lays corrections over, and needs no more

    text = squash(canonical(typed))
    if not text:
        return Problem(FIELDS[name], "An article needs a title.") if name == "title" else ""
    if len(text) > _LONGEST:
        return Problem(FIELDS[name], f"This is longer than {_LONGEST} characters.")
    if name == "url" and not _ADDRESS.fullmatch(text):
        return Problem(FIELDS[name], f"“{text}” is no address of a page: it begins with https:// or http://.")
    return _day(text, today) if name == "published" else text


def _day(text: str, today: date) -> PartialDate | Problem:
    """The date as far as it is stated, unless nothing can have come out by then."""
    day = partial_date(FIELDS["published"], text)
    if isinstance(day, str) and lies_ahead(day, today):
        return Problem(FIELDS["published"], f"{text} {AHEAD}")
    return day


def lies_ahead(day: PartialDate, today: date) -> bool:
    """Whether nothing can have come out by the day, seen from today; where an article comes from it may be tomorrow."""
    return day > today.fromordinal(today.toordinal() + 1).isoformat()[: len(day)]


def partial_date(field: str, text: str) -> PartialDate | Problem:
    """The date as far as it is stated: "2021-03-20", "20 March 2021", "March 2021" or "2021"; why not, of a field."""
    from models.dates import find, iso

    if _PARTIAL.fullmatch(text):
        return text
    mention = next(iter(find(text)), None)
    if mention is None or mention.year is None or (mention.start, mention.end) != (0, len(text)):
        how = "write 2021-03-20, or 2021-03 or 2021 if no more is known"
        return Problem(field, f"“{text}” is not understood as a date with its year: {how}.")
    return iso(mention.year, mention.month, mention.day) or Problem(field, f"There is no such day as {text}.")
