"""Room for names on a drawing: none over another."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from models.briefs.drawing.geometry import Box, Point

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

COLUMNS, ROWS = 9, 11
"""How fine a net of places is tried for the name of an area."""
AIR = 1.5
"""What stays free around a name, in points."""
SLANT = 0.9
"""A corner stands off so much of the gap that a side does: enough to be free of the dot itself."""


class Room:
    """The part of a drawing that is written on already; `shunned` are points that names cover only if they must."""

    def __init__(self, bounds: Box, shunned: Sequence[Point] = ()) -> None:
        self._bounds = bounds
        self._shunned = shunned
        self.taken: list[Box] = []

    def take(self, places: Iterable[Box], fits: Callable[[Box], bool] = lambda _: True) -> Box | None:
        """The first place that is free and fits, one that covers nothing shunned before others; None without one."""
        spare: Box | None = None
        for box in places:
            if self.free(box) and fits(box):
                if not any(map(box.holds, self._shunned)):
                    return self._taken(box)
                spare = spare or box
        return spare and self._taken(spare)

    def _taken(self, box: Box) -> Box:
        self.taken.append(box)
        return box

    def free(self, box: Box) -> bool:
        """Whether the box lies in the drawing and touches nothing."""
        inside = self._bounds.holds((box.left, box.top)) and self._bounds.holds((box.right, box.bottom))
        return inside and not any(map(box.grown(AIR).touches, self.taken))


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
