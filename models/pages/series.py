"""Figures that tell the same of different times: which took whose place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.records import Standing, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable


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
