"""Room for names on a drawing: none over another."""

from __future__ import annotations

from itertools import pairwise
from math import ceil, hypot
from typing import TYPE_CHECKING

from models.briefs.drawing.geometry import Box, Point

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

COLUMNS, ROWS = 9, 11
"""How fine a net of places is tried for the name of an area."""
AIR = 1.5
"""What stays free around a name, in points."""
STEP, CELL = 3.0, 24.0
"""How far apart the points are by which a line is known, less than names are tall, and how wide the squares by which
they are found."""
SLANT = 0.9
"""A corner stands off so much of the gap that a side does: enough to be free of the dot itself."""


class Room:
    """The part of a drawing that is written on already; `shunned` are lines that names cover only if they must."""

    def __init__(self, bounds: Box, shunned: Iterable[Sequence[Point]] = ()) -> None:
        self._bounds = bounds
        self._shunned: dict[tuple[int, int], list[Point]] = {}
        for point in (point for line in shunned for point in along(line)):
            self._shunned.setdefault((int(point[0] // CELL), int(point[1] // CELL)), []).append(point)
        self.taken: list[Box] = []

    def take(self, places: Iterable[Box], fits: Callable[[Box], bool] = lambda _: True) -> Box | None:
        """The first place that is free and fits, one that covers nothing shunned before others; None without one."""
        spare: Box | None = None
        for box in places:
            if self.free(box) and fits(box):
                if not self.covers(box):
                    return self._taken(box)
                spare = spare or box
        return spare and self._taken(spare)

    def covers(self, box: Box) -> bool:
        """Whether anything shunned runs through the box."""
        cells = (
            (column, row)
            for column in range(int(box.left // CELL), int(box.right // CELL) + 1)
            for row in range(int(box.top // CELL), int(box.bottom // CELL) + 1)
        )
        return any(box.holds(point) for cell in cells for point in self._shunned.get(cell, ()))

    def _taken(self, box: Box) -> Box:
        self.taken.append(box)
        return box

    def free(self, box: Box) -> bool:
        """Whether the box lies in the drawing and touches nothing."""
        inside = self._bounds.holds((box.left, box.top)) and self._bounds.holds((box.right, box.bottom))
        return inside and not any(map(box.grown(AIR).touches, self.taken))

    def hidden(self, box: Box) -> int:
        """How many things that are written already lie below the box."""
        return sum(map(box.touches, self.taken))


def along(line: Sequence[Point]) -> Iterator[Point]:
    """Points of a line that are no further from each other than a step."""
    yield from line[:1]
    for (x, y), (to_x, to_y) in pairwise(line):
        steps = ceil(hypot(to_x - x, to_y - y) / STEP) or 1
        yield from ((x + (to_x - x) * step / steps, y + (to_y - y) * step / steps) for step in range(1, steps + 1))


def beside(point: Point, width: float, height: float, gap: float) -> Iterator[Box]:
    """Places for a name around a point, best first: right, left, above, below, then the corners."""
    x, y = point
    slant = gap * SLANT
    corners = (
        (x + gap, y - height / 2),
        (x - gap - width, y - height / 2),
        (x - width / 2, y - gap - height),
        (x - width / 2, y + gap),
        (x + slant, y - slant - height),
        (x + slant, y + slant),
        (x - slant - width, y - slant - height),
        (x - slant - width, y + slant),
    )
    return (Box(left, top, left + width, top + height) for left, top in corners)


def over(point: Point, area: Box, width: float, height: float) -> Iterator[Box]:
    """Places for a name on an area of which a box is seen: around its label point, then anywhere, the nearest first."""
    across = [area.left + area.width * step / COLUMNS for step in range(1, COLUMNS)]
    down = [area.top + area.height * step / ROWS for step in range(1, ROWS)]
    middle = ((area.left + area.right) / 2, (area.top + area.bottom) / 2)
    near = point if area.holds(point) else middle
    nearby = [(point[0] + x * width / 4, point[1] + y * height) for y in (0, -1, 1, -2, 2) for x in (0, -1, 1)]
    anywhere = sorted(((x, y) for x in across for y in down), key=lambda at: hypot(at[0] - near[0], at[1] - near[1]))
    for x, y in (*nearby, *anywhere):
        yield Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
