"""Figures that tell the same of different times: which took whose place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.records import Standing, Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

BESIDE = {
    "time": "another figure is of another date",
    "dated": "another figure is undated",
    "undated": "another figure is dated",
    "sources": "the same article also gives another figure",
    "unlike": "another figure is not comparable",
}
"""How a value differs from one of the same series that stands today, too, and what to say of that."""


def in_series(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """The statements that belong to a series, by that series."""
    found: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.series:
            found.setdefault(statement.series, []).append(statement)
    return found


def successors(statements: Iterable[Statement]) -> dict[str, str]:
    """For the id of every superseded statement that of the one which stands in its place today."""
    found: dict[str, str] = {}
    for members in in_series(statements).values():
        past = [statement for statement in members if statement.standing is Standing.SUPERSEDED]
        today = [statement for statement in members if statement.standing is not Standing.SUPERSEDED]
        if past and today:
            newest = max(today, key=lambda statement: (statement.key, statement.independent))
            found.update((statement.id, newest.id) for statement in past)
    return found


def beside(statements: Iterable[Statement], time_of: Callable[[Statement], str | None]) -> dict[str, str]:
    """For the id of a value that stands today beside another one of its series, how the two differ: one of BESIDE."""
    found: dict[str, str] = {}
    for members in in_series(statements).values():
        today = [statement for statement in members if statement.standing is not Standing.SUPERSEDED]
        for statement in today:
            other = next((other for other in today if other is not statement), None)
            if other is not None:
                found[statement.id] = _unlike(statement, other, time_of)
    return found


def _unlike(statement: Statement, other: Statement, time_of: Callable[[Statement], str | None]) -> str:
    own, theirs = time_of(statement), time_of(other)
    if own != theirs:
        return "time" if own and theirs else "dated" if own else "undated"
    return "sources" if _articles(statement) & _articles(other) else "unlike"


def _articles(statement: Statement) -> set[str]:
    return {claim.evidence.article for claim in statement.claims}
