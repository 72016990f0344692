"""News of work: what a command changed, what went wrong, how far a long one has come."""

from __future__ import annotations

from models.records.articles import Article, Claim
from models.records.base import Record


class Change(Record):
    """What a command changed: ids by kind. Tabs ask for their page again when it touches them."""

    articles: frozenset[str] = frozenset()
    statements: bool = False
    notes: frozenset[str] = frozenset()
    verdicts: frozenset[str] = frozenset()


class Problem(Record):
    """An ordinary failure that the user sees: which file (or what), and why, in one plain sentence."""

    subject: str
    reason: str


class Step(Record):
    """One step of long work: `done` of `total`, and what this step gave.

    `passed` are the names of files of kinds that are not read: those of a folder that was named are passed over.
    """

    done: int
    total: int
    subject: str
    article: Article | None = None
    claims: tuple[Claim, ...] = ()
    problem: Problem | None = None
    duplicate: bool = False
    passed: tuple[str, ...] = ()
