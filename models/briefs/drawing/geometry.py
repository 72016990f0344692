"""Plane geometry of the map: boxes, curves through points, and what of lines and areas lies in a box."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import hypot
from typing import NamedTuple

Point = tuple[float, float]
NEAR = 0.4
"""Points closer than this to the one before are left out, in points of the drawing."""
STEPS = 10
"""Straight pieces of a curve between two stops."""


class Box(NamedTuple):
    """A box with its lower values first: left and top of a drawing."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def holds(self, point: Point) -> bool:
        """Whether the point lies in it."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def touches(self, other: Box) -> bool:
        """Whether they have more than an edge in common."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def contains(self, other: Box) -> bool:
        """Whether all of the other lies in it."""
        return self.holds((other.left, other.top)) and self.holds((other.right, other.bottom))

    def grown(self, by: float) -> Box:
        """The box with so much more on every side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


def around(points: Sequence[Point]) -> Box:
    """The smallest box around the points, of which there is one at least."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def thinned(points: Sequence[Point]) -> list[Point]:
    """The points without those that lie all but on the one before."""
    kept: list[Point] = []
    for point in points:
        if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) > NEAR:
            kept.append(point)
    return kept


# --- areas ------------------------------------------------------------------------------------------------------------


def area_in(ring: Sequence[Point], box: Box) -> list[Point]:
    """The part of a ring's area in the box, as a ring that runs along the edges where it was cut.

    Each edge cuts what the one before left (Sutherland and Hodgman, Reentrant polygon clipping, 1974).
    """
    edges: tuple[tuple[Callable[[Point], bool], int, float], ...] = (
        (lambda point: point[0] >= box.left, 0, box.left),
        (lambda point: point[0] <= box.right, 0, box.right),
        (lambda point: point[1] >= box.top, 1, box.top),
        (lambda point: point[1] <= box.bottom, 1, box.bottom),
    )
    kept = list(ring)
    for inside, axis, at in edges:
        kept = _cut(kept, inside, axis, at)
    return kept


def _cut(ring: list[Point], inside: Callable[[Point], bool], axis: int, at: float) -> list[Point]:
    kept: list[Point] = []
    for place, point in enumerate(ring):
        before = ring[place - 1]
        if inside(point) != inside(before):
            kept.append(_crossing(before, point, axis, at))
        if inside(point):
            kept.append(point)
    return kept


def _crossing(start: Point, end: Point, axis: int, at: float) -> Point:
    share = (at - start[axis]) / (end[axis] - start[axis])
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])


# --- lines ------------------------------------------------------------------------------------------------------------


def lines_in(line: Sequence[Point], box: Box) -> Iterator[list[Point]]:
    """The stretches of a line that lie in the box."""
    stretch: list[Point] = []
    for start, end in pairwise(line):
        cut = _segment_in(start, end, box)
        if cut is None:
            continue
        if stretch and stretch[-1] != cut[0]:
            yield stretch
            stretch = []
        stretch = [*stretch, cut[1]] if stretch else [*cut]
    if stretch:
        yield stretch


def _segment_in(start: Point, end: Point, box: Box) -> tuple[Point, Point] | None:
    """The part of a straight piece in the box (Liang and Barsky, 1984); None where there is none."""
    first, last = 0.0, 1.0
    step = (end[0] - start[0], end[1] - start[1])
    for axis, low, high in ((0, box.left, box.right), (1, box.top, box.bottom)):
        if step[axis] == 0:
            if not low <= start[axis] <= high:
                return None
            continue
        enter, leave = sorted(((low - start[axis]) / step[axis], (high - start[axis]) / step[axis]))
        first, last = max(first, enter), min(last, leave)
    if first >= last:
        return None
    return _along(start, step, first), end if last == 1.0 else _along(start, step, last)


def _along(start: Point, step: Point, share: float) -> Point:
    return start if share == 0.0 else (start[0] + share * step[0], start[1] + share * step[1])


def curve(stops: Sequence[Point]) -> list[list[Point]]:
    """A smooth line through the stops, one list of points for each leg between two of them.

    At a stop it runs along the line between the stops before and behind it, so fast as the leg is long: a short leg
    beside a long one makes no loop.
    """
    ends = [stops[0], *stops, stops[-1]]
    return [_leg(*ends[leg : leg + 4]) for leg in range(len(stops) - 1)]


def _leg(before: Point, start: Point, end: Point, behind: Point) -> list[Point]:
    length = hypot(end[0] - start[0], end[1] - start[1])
    leave, arrive = _heading(before, end, length / 3), _heading(start, behind, length / 3)
    first = (start[0] + leave[0], start[1] + leave[1])
    second = (end[0] - arrive[0], end[1] - arrive[1])
    return [_bezier(start, first, second, end, step / STEPS) for step in range(STEPS + 1)]


def _heading(start: Point, end: Point, length: float) -> Point:
    """From start towards end, so long."""
    far = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    return (end[0] - start[0]) / far * length, (end[1] - start[1]) / far * length


def _bezier(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x, y = (sum(share * point[axis] for share, point in zip(shares, (a, b, c, d), strict=True)) for axis in (0, 1))
    return x, y


def inside(point: Point, rings: Sequence[Sequence[Point]]) -> bool:
    """Whether the point lies in the area of the rings, holes left out, by counting crossings of a ray."""
    x, y = point
    crossings = 0
    for ring in rings:
        before = ring[-1]
        for corner in ring:
            if (corner[1] > y) != (before[1] > y):
                at = before[0] + (y - before[1]) / (corner[1] - before[1]) * (corner[0] - before[0])
                crossings += x < at
            before = corner
    return crossings % 2 == 1
