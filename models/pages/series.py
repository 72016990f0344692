"""Figures that tell the same of different times: which took whose place; and plans of what is told as done, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.records import Modality, Relation, Resource, RouteFact, Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PLANNED = f" | {Modality.PLANNED.value}"
"""What the key of a plan ends with that without it is the key of the deed (models.statements.keys)."""
BESIDE = {
    "time": "also told: {other}",
    "dated": "also told: {other}",
    "undated": "also told: {other}",
    "sources": "the same article also gives {other}",
    "unlike": "also told, though it cannot be compared: {other}",
}
"""How a value differs from one of the same series that stands today, too, and what to say of that."""


def told_beside(how: str, other: str) -> str:
    """What to say of the other value, where it is known; empty where there is none."""
    return BESIDE[how].format(other=other or "another figure") if how else ""


def in_series(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """The statements that belong to a series, by that series."""
    found: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.series:
            found.setdefault(statement.series, []).append(statement)
    return found


def successors(statements: Iterable[Statement]) -> dict[str, str]:
    """For the id of every statement that something newer follows that of the one which tells what is so today."""
    found: dict[str, str] = {}
    for members in in_series(statements).values():
        past = [statement for statement in members if statement.standing.followed]
        today = [statement for statement in members if not statement.standing.past]
        if past and today:
            newest = max(today, key=lambda statement: (statement.key, statement.independent))
            found.update((statement.id, newest.id) for statement in past)
    return found


def carried_out(statements: Iterable[Statement]) -> dict[str, str]:
    """For the id of every plan that of the statement which tells the same as done.

    A figure that was planned is none: it may have come out otherwise. Neither is an event, which may come again.
    """
    told = {statement.key: statement for statement in statements if _is_bare(statement)}
    plans = ((plan, told.get(key.removesuffix(PLANNED))) for key, plan in told.items() if key.endswith(PLANNED))
    return {plan.id: deed.id for plan, deed in plans if deed is not None and _sense(plan) == _sense(deed)}


def _is_bare(statement: Statement) -> bool:
    """Whether it tells what a way, a land or two of them do, without a figure."""
    match statement.shown.content:
        case Resource(rank=None, quantity=None) | Relation(quantity=None) | RouteFact(object=tuple()):
            return True
        case _:
            return False


def _sense(statement: Statement) -> tuple[str, bool]:
    """Whether it is told or denied: a way that goes around a land has the key of one that crosses it."""
    shown = statement.shown
    return getattr(shown.content, "predicate", ""), any(claim.affirmed for claim in shown.claims)


def beside(
    statements: Iterable[Statement], time_of: Callable[[Statement], str | None]
) -> dict[str, tuple[str, Statement]]:
    """For the id of a value that stands today beside another one of its series, how the two differ (one of BESIDE), and
    that other one."""
    found: dict[str, tuple[str, Statement]] = {}
    for members in in_series(statements).values():
        today = [statement for statement in members if not statement.standing.past]
        for statement in today:
            other = next((other for other in today if other is not statement), None)
            if other is not None:
                found[statement.id] = _unlike(statement, other, time_of), other
    return found


def _unlike(statement: Statement, other: Statement, time_of: Callable[[Statement], str | None]) -> str:
    own, theirs = time_of(statement), time_of(other)
    if own != theirs:
        return "time" if own and theirs else "dated" if own else "undated"
    return "sources" if _articles(statement) & _articles(other) else "unlike"


def _articles(statement: Statement) -> set[str]:
    return {claim.evidence.article for claim in statement.claims}
