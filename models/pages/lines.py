"""Statements put into words: the line that every tab, list and brief shows for a statement."""

from __future__ import annotations

from models.records import Decision, Kind, PartialDate, Rank, Record, Standing


class VariantLine(Record):
    """One value of a statement in words, and how many independent articles give it."""

    text: str
    sources: int
    rank: Rank


class Line(Record):
    """A statement in one sentence. `detail` holds modality, year and attribution in a few words, or is empty.

    `variants` has more than one entry when sources disagree, the best supported first.
    """

    statement: str
    kind: Kind
    text: str
    detail: str
    standing: Standing
    sources: int
    rank: Rank
    variants: tuple[VariantLine, ...]
    date: PartialDate | None = None
    badges: tuple[str, ...] = ()


class Section(Record):
    """Lines under one heading. `id` is stable ("resources"), `title` is for people."""

    id: str
    title: str
    lines: tuple[Line, ...]


class Sentence(Record):
    """The evidence of one claim, with the article it stands in: what a click on a statement shows.

    `decision` is what the user decided about the claim, `variant` which value of the line it gives.
    """

    claim: str
    article: str
    title: str
    publisher: str | None
    published: PartialDate | None
    quote: str
    start: int
    end: int
    says: str
    rule: str
    cites: tuple[str, ...] = ()
    decision: Decision | None = None
    variant: int = 0


class EvidencePage(Record):
    """A statement and the sentences it stands on, grouped by value in the order of the line's variants."""

    line: Line
    sentences: tuple[Sentence, ...]


class Figure(Record):
    """A number for a table or chart: whose, what it measures, value (or range), unit, year, and how well it stands."""

    statement: str
    owner: str
    owner_name: str
    label: str
    value: float | tuple[float, float]
    unit: str
    year: int | None
    text: str
    standing: Standing
    sources: int


class Hit(Record):
    """A search result: `kind` is country, commodity, route, actor, article, note or statement; `id` opens it.

    `snippet` is plain text; `marks` are (start, end) pairs of matched words in it, in code points. For an article
    `position` is where the match stands in its text.
    """

    kind: str
    id: str
    title: str
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    position: int | None = None
