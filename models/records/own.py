"""What is the user's own: notes, verdicts, corrections and saved views."""

from __future__ import annotations

import re
from datetime import date

from models.records.articles import Reading
from models.records.base import Decision, PartialDate, Rank, Record

SUBJECTS = ("countries", "commodities", "routes", "resources", "geopolitics", "articles")
_PARTIAL = re.compile(r"\d{4}(?:-\d\d){0,2}")


class Note(Record):
    """What the user wrote, in Markdown, on a `subject`: a country code, commodity id, route id or actor.

    `filed` is the time of change that stands in the file from which its present text was taken, if it was from one.
    """

    id: str
    subject: str
    text: str
    created: str
    changed: str
    filed: str = ""


class Verdict(Record):
    """The user's decision on a claim; `rank` instead sets the rank of a statement's variant, `amended` says what the
    claim says in place of what was read."""

    id: str
    target: str
    decision: Decision | None = None
    rank: Rank | None = None
    changed: str = ""
    amended: Reading | None = None

    @property
    def about(self) -> tuple[str, str]:
        """The claim and what of it is decided: of two on the same, only one can hold."""
        return self.target, "reading" if self.amended else "rank" if self.rank else "decision"


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


class Subject(Record):
    """What a brief is about: countries, commodities or routes (`codes`, none for all), or a tab as a whole.

    `kind` is one of SUBJECTS. `words` must all stand in a statement for it to be told, and it must be `older` than a
    limit of models.pages.ages; empty tells everything. A `title` names a view that the user saved.
    """

    kind: str
    codes: tuple[str, ...] = ()
    words: str = ""
    older: str = ""
    title: str = ""

    @property
    def whole(self) -> bool:
        """Whether nothing is filtered out."""
        return not self.words.strip() and not self.older
