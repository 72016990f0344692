"""What the pages of a site show: plain records that the templates put into HTML."""

from __future__ import annotations

from models.briefs import Picture, Run
from models.records import Record, Standing


class Link(Record):
    """A title that leads to a page of the site; `aside` says a little more, `standing` how it stands."""

    title: str
    path: str
    aside: str = ""


class Passage(Record):
    """A sentence that supports a statement, and where it stands in the site."""

    quote: str
    article: str
    path: str
    language: str = ""


class Side(Record):
    """One value of a contested statement, with the numbers of its sources and its sentences. `as_of` tells how long ago
    it was, and when as far as the text does not."""

    text: str
    sources: str
    numbers: tuple[int, ...]
    passages: tuple[Passage, ...]
    as_of: str = ""


class Said(Record):
    """A statement as a page shows it.

    `anchor` is empty where the statement stands on the page already. `lead` comes before the text, as a date does.
    `sides` has more than one entry where sources disagree, one otherwise; `topic` tells on what they do, where their
    own words do not, and `why` what they say of the reason. `within` are statements that tell a part of what it tells.
    """

    anchor: str
    lead: str
    text: str
    detail: str
    standing: Standing
    sides: tuple[Side, ...]
    topic: str = ""
    within: tuple[Said, ...] = ()
    why: Side | None = None


class Section(Record):
    """Statements, or links in a table, under one heading. `rows` are cells; those without a path lead nowhere."""

    id: str
    title: str
    said: tuple[Said, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[Link, ...], ...] = ()

    @property
    def every(self) -> tuple[Said, ...]:
        """Its statements, and those within them."""
        return tuple(one for said in self.said for one in (said, *said.within))


class Writing(Record):
    """A note of the user: the day it was changed, in words, and its Markdown."""

    date: str
    text: str


class SubjectPage(Record):
    """A page on a country, commodity, route or all dealings. Pictures are maps."""

    path: str
    kind: str
    title: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    notes: tuple[Writing, ...] = ()
    names: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()


class Piece(Record):
    """Words of an article, and the numbers of the works they rest on."""

    text: str
    numbers: tuple[int, ...] = ()


class Passing(Record):
    """Pieces of an article in their order; a sentence that a statement leads to has an anchor."""

    pieces: tuple[Piece, ...]
    anchor: str = ""


class Paragraph(Record):
    """A paragraph, or a heading within the article."""

    runs: tuple[Passing, ...]
    heading: bool = False

    @property
    def text(self) -> str:
        """Its words without numbers."""
        return "".join(piece.text for run in self.runs for piece in run.pieces)


class ArticlePage(Record):
    """An article: all of a digest of our own, of any other only the sentences that statements lead to."""

    path: str
    title: str
    language: str
    publisher: str
    published: str
    author: str
    url: str
    whole: bool
    paragraphs: tuple[Paragraph, ...]
    told: tuple[Link, ...]
    draws_on: tuple[int, ...] = ()


class Source(Record):
    """A numbered source: `runs` is its citation, `path` leads to the article when it is one of the library's."""

    number: int
    title: str
    publisher: str
    published: str
    runs: tuple[Run, ...]
    path: str = ""
