"""What is the user's own: notes, verdicts and corrections."""

from __future__ import annotations

import re
from datetime import date

from models.records.base import Decision, PartialDate, Rank, Record

_PARTIAL = re.compile(r"\d{4}(?:-\d\d){0,2}")


class Note(Record):
    """What the user wrote, in Markdown, on a `subject`: a country code, commodity id, route id or actor."""

    id: str
    subject: str
    text: str
    created: str
    changed: str


class Verdict(Record):
    """The user's decision on a claim; `rank` instead sets the rank of a statement's variant."""

    id: str
    target: str
    decision: Decision | None = None
    rank: Rank | None = None
    changed: str = ""


class Correction(Record):
    """What the user says of the article of an `id` in place of what was found there.

    None leaves a field as found; an empty text says that there is none. Raises ValueError for a date that is none.
    """

    id: str
    title: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    author: str | None = None
    url: str | None = None
    changed: str = ""

    def __post_init__(self) -> None:
        if not self.published:
            return
        if not _PARTIAL.fullmatch(self.published):
            raise ValueError(f"{self.published!r} is no partial date")
        date(*[int(part) for part in self.published.split("-")], *(1, 1)[self.published.count("-") :])
