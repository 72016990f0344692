"""Smooth lines through points: centripetal Catmull-Rom splines as Bezier curves, and their distance to a point."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

Point = tuple[float, float]


def smooth(points: Sequence[Point]) -> tuple[QPainterPath, ...]:
    """One curve between each two neighbouring points; together they pass through all of them without a kink.

    The centripetal form is taken because it makes neither loops nor overshoots where stops stand close together.
    """
    if len(points) < 2:
        return ()
    ends = [_mirrored(points[0], points[1]), *points, _mirrored(points[-1], points[-2])]
    return tuple(_piece(*ends[i : i + 4]) for i in range(len(points) - 1))


def _mirrored(point: Point, neighbour: Point) -> Point:
    """The neighbour seen from the other side: the phantom point before a line's first and after its last."""
    return (2 * point[0] - neighbour[0], 2 * point[1] - neighbour[1])


def _piece(before: Point, start: Point, end: Point, after: Point) -> QPainterPath:
    """The Bezier curve from start to end; a straight line where neighbours coincide."""
    path = QPainterPath(QPointF(*start))
    roots = [_distance(a, b) ** 0.5 for a, b in pairwise((before, start, end, after))]
    if min(roots) < 1e-9:
        path.lineTo(QPointF(*end))
        return path
    first = _control(before, start, end, roots[0], roots[1])
    second = _control(after, end, start, roots[2], roots[1])
    path.cubicTo(QPointF(*first), QPointF(*second), QPointF(*end))
    return path


def _distance(a: Point, b: Point) -> float:
    return float(np.hypot(a[0] - b[0], a[1] - b[1]))


def _control(far: Point, near: Point, other: Point, outer: float, inner: float) -> Point:
    """The Bezier control point beside `near`; `outer` and `inner` are square roots of the distances on either side."""
    scale = 3 * outer * (outer + inner)
    weight = 2 * outer**2 + 3 * outer * inner + inner**2
    x, y = ((outer**2 * o - inner**2 * f + weight * n) / scale for f, n, o in zip(far, near, other, strict=True))
    return (x, y)


def flattened(path: QPainterPath, steps: int = 24) -> NDArray[np.float64]:
    """Points along the curve, both ends included, as an array of rows (x, y)."""
    points = [path.pointAtPercent(step / steps) for step in range(steps + 1)]
    return np.array([(point.x(), point.y()) for point in points])


def distance(line: NDArray[np.float64], x: float, y: float) -> float:
    """How far (x, y) is from the line, in the line's own unit."""
    start, step = line[:-1], np.diff(line, axis=0)
    offset = np.array((x, y)) - start
    length = np.maximum((step**2).sum(axis=1), 1e-12)
    share = np.clip((offset * step).sum(axis=1) / length, 0.0, 1.0)
    return float(np.sqrt(((offset - share[:, None] * step) ** 2).sum(axis=1).min()))
