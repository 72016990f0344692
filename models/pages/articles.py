"""The Articles tab: the list of articles, and the reader with its highlighted evidence."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from models.pages.houses import house_of
from models.records import Article, Bibliography, Block, Kind, Problem, Record, Role, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from models.phrases import Phrases

LONGEST_HEADING = 80
CELLS = " | "
"""What stands between the cells of a table's row where a file with markup was read."""


class ArticleRow(Record):
    """An article in the list with the number of claims it gave; `house` names whom it is from, its host or its file,
    `added` when the user imported it (an ISO time in UTC; empty for what is built in)."""

    id: str
    title: str
    publisher: str | None
    published: str | None
    language: str
    claims: int
    builtin: bool
    about_region: bool
    corrected: tuple[str, ...] = ()
    house: str = ""
    added: str = ""


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
    """An article to read: its text exactly as stored, its layout, and its evidence in the order of the text.

    `problem` tells why there is no text, `found` what the file told where the user corrected that.
    """

    bibliography: Bibliography
    text: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    problem: Problem | None = None
    found: Bibliography | None = None


# --- builders ---------------------------------------------------------------------------------------------------------


def articles_page(articles: Iterable[Bibliography], claims: Mapping[str, int]) -> ArticlesPage:
    """The list of articles, with the number of claims by article id."""
    rows = [
        ArticleRow(
            id=article.id,
            title=article.title or article.origin,
            publisher=article.publisher,
            published=article.published,
            language=article.language,
            claims=claims.get(article.id, 0),
            builtin=article.builtin,
            about_region=article.about_region,
            corrected=article.corrected,
            house=house_of(article),
            added="" if article.builtin else article.added,
        )
        for article in articles
    ]
    by_title = sorted(rows, key=lambda row: row.title)
    return ArticlesPage(tuple(sorted(by_title, key=lambda row: row.published or "", reverse=True)))


def reader_page(article: Article, known: Bibliography, statements: Iterable[Statement], phrases: Phrases) -> ReaderPage:
    """The article, of which this is `known` with the user's corrections, and its claims that are in a statement."""
    marks = [
        Mark(claim.evidence.start, claim.evidence.end, claim.id, statement.id, statement.kind, phrases.claim(claim))
        for statement in statements
        for claim in statement.claims
        if claim.evidence.article == article.id
    ]
    in_order = sorted(marks, key=lambda mark: (mark.start, mark.end, mark.claim))
    found = article.bibliography if known.corrected else None
    return ReaderPage(known, article.text, article.blocks, tuple(in_order), found=found)


# --- how a text is laid out -------------------------------------------------------------------------------------------


def headings(page: ReaderPage) -> tuple[Block, ...]:
    """The short lines that end no sentence and stand over a paragraph that does."""
    from models.formats.layout import is_sentence  # only who reads an article needs it

    def heads(line: str, below: str) -> bool:
        short = len(line) < LONGEST_HEADING and "\n" not in line and CELLS not in line
        return short and line[:1].isalnum() and not is_sentence(line) and is_sentence(below)

    return tuple(over for over, below in pairwise(_told(page)) if heads(_words(page, over), _words(page, below)))


def tables(page: ReaderPage) -> tuple[tuple[Block, ...], ...]:
    """The rows of each table: lines one after the other with as many cells."""
    by_cells = groupby(_told(page), key=lambda block: _words(page, block).count(CELLS))
    runs = [(cells, tuple(blocks)) for cells, blocks in by_cells]
    return tuple(blocks for cells, blocks in runs if cells and len(blocks) > 1)


def _told(page: ReaderPage) -> list[Block]:
    return [block for block in page.blocks if block.role in (Role.BODY, Role.QUOTE)]


def _words(page: ReaderPage, block: Block) -> str:
    return page.text[block.start : block.end].strip()
