"""The rows of a lane of the timeline: marks that never touch, and labels where there is room for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = 16.0
"""Pixels between a label and what follows it in its row."""
APART = 3.0
"""Pixels between two marks that have no label between them."""
AIR = 6.0
"""Pixels between a mark and its label."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where the mark of an event lies, in pixels from the left: `symbol` is the end of its shape, `right` that of the
    band of a month or year, if any. `wanted` is the width of its whole label."""

    left: float
    symbol: float
    right: float
    wanted: float


@dataclass(frozen=True, slots=True)
class Slot:
    """The row of a mark, and from where to where its label stands: nowhere (two times the same) where there is no
    room for it."""

    row: int
    start: float
    end: float

    def within(self, mark: Mark) -> bool:
        """Whether the label stands in the band of its mark."""
        return mark.symbol < self.start < mark.right


@dataclass(slots=True)
class _Row:
    """The marks of a row, by number; up to where marks stand, and up to where labels at their least would."""

    marks: list[int] = field(default_factory=list)
    marked: float = float("-inf")
    kept: float = float("-inf")


class Rows:
    """The rows of a lane that is `wide` pixels; no label is shorter than `least`, if it is not whole so."""

    def __init__(self, marks: Sequence[Mark], wide: float, least: float) -> None:
        self._marks = marks
        self._wide = wide
        self._least = least

    def needed(self, most: int) -> int:
        """How many rows give every label its least room, but no more than `most`; no fewer than marks need."""
        return len(self._filled(most))

    def slots(self, most: int) -> tuple[Slot, ...]:
        """The places of all labels in `most` rows, or as many as the marks need; the earlier of two gives way."""
        found = [Slot(0, 0, 0)] * len(self._marks)
        for number, row in enumerate(self._filled(most)):
            behind = float("-inf")
            for at, mark in enumerate(row.marks):
                following = row.marks[at + 1] if at + 1 < len(row.marks) else None
                start, end = self._label(mark, following, behind)
                found[mark] = Slot(number, start, end)
                behind = max(end, self._marks[mark].right)
        return tuple(found)

    def _filled(self, most: int) -> list[_Row]:
        """The marks in rows: each in the first one where all labels keep their least room, else in a new one, else
        where the mark at least has room."""
        rows: list[_Row] = []
        for number, mark in enumerate(self._marks):
            start, end = self._least_room(mark)
            row = next((row for row in rows if row.kept + GAP <= start), None)
            if row is None and len(rows) >= most:
                bare = (row for row in rows if row.marked + APART <= mark.left)
                row = min(bare, key=lambda row: row.kept, default=None)
            if row is None:
                row = _Row()
                rows.append(row)
            row.marks.append(number)
            row.marked, row.kept = mark.right, end
        return rows

    def _least_room(self, mark: Mark) -> tuple[float, float]:
        """From where to where a mark stands with its label at the least."""
        need = min(mark.wanted, self._least)
        if _holds(mark, need):
            return mark.left, mark.right
        if mark.right + AIR + need <= self._wide:
            return mark.left, mark.right + AIR + need
        return mark.left - AIR - need, mark.right

    def _label(self, number: int, following: int | None, behind: float) -> tuple[float, float]:
        """From where to where the label of a mark stands, behind what is before it in its row."""
        mark = self._marks[number]
        need = min(mark.wanted, self._least)
        if _holds(mark, need):
            return mark.symbol + AIR, min(mark.symbol + AIR + mark.wanted, mark.right - AIR)
        start = mark.right + AIR
        if start + need <= self._wide:
            behind = self._wide if following is None else self._least_room(self._marks[following])[0] - GAP
            room = behind - start
            return start, start + (min(mark.wanted, room) if room >= need else 0.0)
        room = mark.left - AIR - max(behind + GAP, 0)
        if room < need:
            return start, start
        return mark.left - AIR - min(mark.wanted, room), mark.left - AIR


def _holds(mark: Mark, need: float) -> bool:
    """Whether the band of a mark, that of a year from near, is long enough to hold its label."""
    return mark.symbol + AIR + need + AIR <= mark.right


def shared(needs: Sequence[tuple[int, int]], height: int) -> list[int]:
    """How many of `height` rows each lane gets, given the fewest and the most that it has a use for."""
    fewest, most = sum(few for few, _ in needs), sum(many for _, many in needs)
    if most <= height:
        return [many for _, many in needs]
    spare = max(height - fewest, 0)
    rows = (
        [few + (many - few) * spare // (most - fewest) for few, many in needs]
        if most > fewest
        else [few for few, _ in needs]
    )
    for _ in range(spare - sum(rows) + fewest):
        worst = max(range(len(needs)), key=lambda at: needs[at][1] - rows[at])
        rows[worst] += needs[worst][1] > rows[worst]
    return rows
