"""Meetings that were planned for a day which is over, and of which nothing tells whether they took place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.phrases.reality import is_stale
from models.records import Event, Kind, Modality
from models.statements.keys import MEETING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.records import PartialDate, Statement

MONTH = len("2026-09")


def is_open(statement: Statement, every: Iterable[Statement], today: PartialDate) -> bool:
    """Whether it tells of a meeting that was only planned, by `today` (ISO) must be over, and is told as done by none
    of `every` other statement: by none on a meeting of the same parties in that month, or behind the plan where that
    has no date."""
    plan = _planned(statement)
    if plan is None or not _is_past(statement, plan, today):
        return False
    after = plan.date or statement.shown.told
    return not any(_is_kept(plan, after, other) for other in every if other.kind is Kind.EVENT)


def _planned(statement: Statement) -> Event | None:
    content, claims = statement.shown.content, statement.shown.claims
    planned = claims[0].modality is Modality.PLANNED and any(claim.affirmed for claim in claims)
    return content if isinstance(content, Event) and content.plover == MEETING and planned else None


def _is_past(statement: Statement, plan: Event, today: PartialDate) -> bool:
    shown = statement.shown
    if plan.date:
        return plan.date < today[: len(plan.date)]
    return is_stale(plan, shown.claims, shown.told, today)


def _is_kept(plan: Event, after: PartialDate, other: Statement) -> bool:
    """Whether the other one tells that those who planned it met."""
    content, claim = other.shown.content, other.shown.claims[0]
    if not isinstance(content, Event) or not content.date or claim.modality.ahead or not claim.affirmed:
        return False
    same = {*plan.actor, *plan.target} <= {*content.actor, *content.target}
    if plan.date:
        month = min(len(after), len(content.date), MONTH)
        return same and content.date[:month] == after[:month]
    return same and content.date >= after
