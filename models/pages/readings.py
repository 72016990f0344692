"""What was read from some articles, as of an import: each claim in words, and how it stands in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.records import Record, Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from models.pages.articles import Mark, ReaderPage
    from models.records import Statement


class Reading(Record):
    """A claim in words, its sentence and where that stands.

    `beside` counts the articles other than those asked for that have a say in its statement.
    """

    claim: str
    says: str
    quote: str
    article: str
    title: str
    start: int
    end: int
    statement: str
    standing: Standing
    beside: int


def readings(pages: Iterable[ReaderPage], statement: Callable[[str], Statement]) -> tuple[Reading, ...]:
    """All claims of the articles, in the order of their texts; `statement` gives one by its id."""
    read = tuple(pages)
    asked = {page.bibliography.id for page in read}
    return tuple(_reading(page, mark, statement(mark.statement), asked) for page in read for mark in page.marks)


def _reading(page: ReaderPage, mark: Mark, told: Statement, asked: set[str]) -> Reading:
    others = {claim.evidence.article for claim in told.claims} - asked
    return Reading(
        claim=mark.claim,
        says=mark.says,
        quote=page.text[mark.start : mark.end],
        article=page.bibliography.id,
        title=page.bibliography.title or page.bibliography.origin,
        start=mark.start,
        end=mark.end,
        statement=mark.statement,
        standing=told.standing,
        beside=len(others),
    )
