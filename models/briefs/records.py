"""What a brief is: plain records that say what stands on paper, for whoever writes them as PDF, DOCX or a page.

Nothing here is markup except the user's notes (Markdown) and the pictures (SVG).
"""

from __future__ import annotations

from msgspec import field

from models.records import PartialDate, Record, Standing


class Value(Record):
    """One side of a contested statement, with the numbers of its sources, and its time and age as an Entry has them.

    `side` is its place among all values of the statement; of what is spoken `statement` is the id of its own.
    """

    text: str
    numbers: tuple[int, ...]
    as_of: str = ""
    side: int = 0
    statement: str = ""


class Entry(Record):
    """One statement as printed: its words, a few words of detail, and the numbers of its sources.

    `values` lists every side where sources disagree, the best supported first, and `topic` tells on what; otherwise
    both are empty. Sides that are `spoken` are what several said, of whom an article tells that they do not agree.
    `label` is a word or two that go before it ("New"), or empty.
    `as_of` tells how long ago it was, and when as far as the text does not; it is empty where the values tell theirs.
    `statement` is the id of what it tells, or empty where it tells several. `why` is what sources that disagree say of
    the reason, where any does, or what one says beside its figure ("Note").
    """

    text: str
    detail: str = ""
    standing: Standing = Standing.SINGLE
    numbers: tuple[int, ...] = ()
    values: tuple[Value, ...] = ()
    topic: str = ""
    label: str = ""
    as_of: str = ""
    statement: str = ""
    spoken: bool = False
    why: Value | None = None


class Aside(Record):
    """What stands behind a cell in small type: the time that it is of, the numbers of its own sources, and a word that
    goes with it ("contested")."""

    as_of: str = ""
    numbers: tuple[int, ...] = ()
    label: str = ""


class Row(Record):
    """A row of a table with the numbers of its sources; `label` is a word that goes with it ("contested"), behind the
    `labelled` cell (-1 is the last), `loud` where it is to be seen at once. `as_of` is the time that it is of and its
    age, where no cell tells them. Where the cells are of several times and sources, `asides` has one for each. `why` is
    what sources that disagree say of the reason, where any does, or what one says beside its figure; it stands behind
    the label."""

    cells: tuple[str, ...]
    numbers: tuple[int, ...] = ()
    label: str = ""
    labelled: int = -1
    loud: bool = True
    as_of: str = ""
    asides: tuple[Aside, ...] = ()
    why: Value | None = None


class Table(Record):
    """Rows under a head that is repeated on every page; an empty head is not printed, its first column is labels.

    Where any row has a time, or numbers of sources, they stand in columns of their own behind those of the head.
    `widths` are shares of a hundred for the columns of the head; empty where they may be as wide as they like. `counts`
    are columns of bare numbers, which stand with their last digits below each other.
    """

    head: tuple[str, ...]
    rows: tuple[Row, ...]
    widths: tuple[int, ...] = ()
    counts: tuple[int, ...] = ()

    @property
    def dated(self) -> bool:
        """Whether there is a column of times."""
        return any(row.as_of for row in self.rows)

    @property
    def cited(self) -> bool:
        """Whether there is a column of source numbers."""
        return any(row.numbers for row in self.rows)


class Picture(Record):
    """A map or a chart: a whole SVG file (Tiny 1.2, no scripts, nothing from elsewhere) of this size in points.

    `caption` stands below it, `told` says in words what is on it. `id` is its own in the brief.
    """

    id: str
    svg: str
    width: float
    height: float
    caption: str
    told: str


class Writing(Record):
    """A note as printed: the day it was changed, in words, and its Markdown."""

    date: str
    text: str


class Part(Record):
    """What stands under one heading, in this order: a sentence, pictures, entries, a table, the user's notes.

    `id` is one of PARTS.
    """

    id: str
    title: str
    lead: str = ""
    pictures: tuple[Picture, ...] = ()
    entries: tuple[Entry, ...] = ()
    table: Table | None = None
    notes: tuple[Writing, ...] = ()

    @property
    def tells(self) -> bool:
        """Whether there is anything under its heading but a sentence."""
        return bool(self.pictures or self.entries or self.notes or (self.table and self.table.rows))


class Chapter(Record):
    """One country, commodity or route, or one tab. `id` is its own in the brief, `subtitle` its local names."""

    id: str
    title: str
    subtitle: str
    parts: tuple[Part, ...]


class Run(Record):
    """Words of a citation; `link` is the address that they lead to, or empty."""

    text: str
    italic: bool = False
    link: str = ""


class Source(Record):
    """A numbered source: an article of the library with what it cites, or a work that a `digest` cites for just this.

    `runs` is the citation as it is printed behind its number, in the style of resources/templates/brief.csl.
    `published` is its date in words, `day` the same in ISO form.
    """

    number: int
    title: str
    publisher: str
    published: str
    cites: tuple[str, ...] = ()
    digest: str = ""
    url: str = ""
    runs: tuple[Run, ...] = ()
    day: PartialDate = ""


class Brief(Record):
    """What is printed. `date` is the day of printing in words, `language` a BCP 47 tag.

    `facts` are a few words each for the head ("131 statements"). `words` are the fixed words that a renderer adds, in
    the brief's language, by the names of the table [brief] in resources/phrases. `note` stands above the sources, and
    `caution`, below the head, is what must be known before anything is read.
    """

    title: str
    date: str
    chapters: tuple[Chapter, ...]
    sources: tuple[Source, ...]
    language: str = "en"
    subtitle: str = ""
    facts: tuple[str, ...] = ()
    words: dict[str, str] = field(default_factory=dict)
    note: str = ""
    caution: str = ""

    @property
    def tells(self) -> bool:
        """Whether there is anything in it."""
        return any(part.tells for chapter in self.chapters for part in chapter.parts)


FURTHER = "– "
"""With this begins what is told under the row above, whose words it does not say again."""
OPENING = "opening"
"""The id of the chapter that a brief on several countries begins with."""
PARTS = (
    "summary",
    "map",
    "profile",
    "resources",
    "ownership",
    "lists",
    "charts",
    "routes",
    "relations",
    "events",
    "commitments",
    "contested",
    "quotes",
    "changes",
    "articles",
    "notes",
)
"""What a brief can hold, in the order in which it stands in a chapter."""
