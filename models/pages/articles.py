"""The Articles tab: the list of articles, and the reader with its highlighted evidence."""

from __future__ import annotations

from models.records import Bibliography, Block, Kind, Record


class ArticleRow(Record):
    """An article in the list with the number of claims it gave."""

    id: str
    title: str
    publisher: str | None
    published: str | None
    language: str
    claims: int
    builtin: bool
    about_region: bool


class ArticlesPage(Record):
    """All articles, the newest first; undated ones after them."""

    rows: tuple[ArticleRow, ...]


class Mark(Record):
    """Evidence to highlight in the reader: [start, end) in code points of the text."""

    start: int
    end: int
    claim: str
    statement: str
    kind: Kind
    says: str


class ReaderPage(Record):
    """An article to read: its text exactly as stored, its layout, and its evidence in the order of the text."""

    bibliography: Bibliography
    text: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
