"""The ground of the map: countries as paths in projected kilometres, and where their names can stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from models.catalog.outlines import Outlines, Window

    Projection = Callable[[float, float], tuple[float, float]]

CREDIT = "Borders as drawn by Natural Earth"

SPOTS_A_SIDE = 9
"""How fine a grid of places for a name is laid over a country."""


class Spot(NamedTuple):
    """A place for a name: its point, how far the border is, and how far about to the left and to the right, in km."""

    x: float
    y: float
    room: float
    left: float
    right: float


@dataclass(frozen=True)
class Land:
    """A country: its code, name and outline (rings of projected points, y northwards).

    `order` is its place in the region's own order, None for the others.
    """

    code: str
    name: str
    order: int | None
    rings: tuple[NDArray[np.float64], ...]

    @cached_property
    def path(self) -> QPainterPath:
        """The outline with its holes."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.OddEvenFill)
        for ring in self.rings:
            path.addPolygon(QPolygonF([QPointF(x, y) for x, y in ring.tolist()]))
            path.closeSubpath()
        return path

    @cached_property
    def box(self) -> QRectF:
        """The bounds of the outline."""
        return self.path.boundingRect()

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Places for the name inside the largest part, the roomiest first."""
        ring = max(self.rings, key=_area)
        low, high = ring.min(axis=0), ring.max(axis=0)
        steps = (np.arange(SPOTS_A_SIDE) + 0.5) / SPOTS_A_SIDE
        xs, ys = np.meshgrid(low[0] + (high[0] - low[0]) * steps, low[1] + (high[1] - low[1]) * steps)
        points = np.column_stack((xs.ravel(), ys.ravel()))
        inside = _inside(points, ring)
        room = _clearance(points[inside], ring)
        step = float(high[0] - low[0]) / SPOTS_A_SIDE
        left, right = (step * (run.ravel()[inside] + 0.5) for run in _runs(inside.reshape(SPOTS_A_SIDE, SPOTS_A_SIDE)))
        found = zip(*points[inside].T.tolist(), room.tolist(), left.tolist(), right.tolist(), strict=True)
        return tuple(sorted((Spot(*spot) for spot in found), key=lambda spot: -spot.room))


def _runs(inside: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """How many points in a row lie inside to the left of each point of a grid, and to its right."""
    left = np.zeros(inside.shape, dtype=np.int64)
    right = np.zeros(inside.shape, dtype=np.int64)
    for column in range(1, inside.shape[1]):
        left[:, column] = np.where(inside[:, column - 1], left[:, column - 1] + 1, 0)
        right[:, -1 - column] = np.where(inside[:, -column], right[:, -column] + 1, 0)
    return left, right


@dataclass(frozen=True)
class Basemap:
    """All countries of the map, the names of its seas (name, x, y), and the projection they went through.

    `reach` is how far the user may go, in kilometres; land without a code is drawn but cannot be chosen.
    """

    lands: tuple[Land, ...]
    seas: tuple[tuple[str, float, float], ...]
    project: Callable[[float, float], tuple[float, float]]
    reach: QRectF
    credit: str

    @cached_property
    def region(self) -> QRectF:
        """The bounds of the region's own countries, or of everything where there are none."""
        own = [land.box for land in self.lands if land.order is not None] or [land.box for land in self.lands]
        bounds = QRectF()
        for box in own:
            bounds = bounds.united(box)
        return bounds

    def at(self, x: float, y: float) -> Land | None:
        """The country at a projected point."""
        point = QPointF(x, y)
        named = (land for land in self.lands if land.code and land.box.contains(point))
        return next((land for land in named if land.path.contains(point)), None)


def basemap_of(outlines: Outlines, name: Callable[[str], str], members: Sequence[str]) -> Basemap:
    """The ground made of outlines; `name` tells what to call a code, `members` are the region's own in order."""
    project = outlines.projection.project
    order = {code: place for place, code in enumerate(members)}
    ground = Land("", "", None, tuple(_projected(ring, project) for ring in outlines.land))
    countries = [
        Land(code, name(code), order.get(code), tuple(_projected(ring, project) for ring in shape.rings))
        for code, shape in outlines.countries.items()
    ]
    seas = tuple((water, *project(*shape.label)) for water, shape in outlines.waters.items())
    return Basemap((ground, *countries), seas, project, _reach(outlines.window, project), CREDIT)


def _projected(ring: Sequence[tuple[float, float]], project: Projection) -> NDArray[np.float64]:
    return np.array([project(longitude, latitude) for longitude, latitude in ring])


def _reach(window: Window, project: Projection) -> QRectF:
    """The bounds of the part that is drawn in full detail, in kilometres."""
    shares = [step / 8 for step in range(9)]
    wide, tall = window.east - window.west, window.north - window.south
    return bounds_of([project(window.west + wide * a, window.south + tall * b) for a in shares for b in shares])


def _area(ring: NDArray[np.float64]) -> float:
    x, y = ring[:, 0], ring[:, 1]
    return abs(float(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1)))) / 2


def _inside(points: NDArray[np.float64], ring: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which points lie in the ring, by counting crossings of a ray to the east."""
    x, y = points[:, :1], points[:, 1:]
    start, end = ring, np.roll(ring, -1, axis=0)
    crosses = (start[:, 1] > y) != (end[:, 1] > y)
    rise = np.where(end[:, 1] == start[:, 1], 1e-12, end[:, 1] - start[:, 1])
    reach = start[:, 0] + (y - start[:, 1]) * (end[:, 0] - start[:, 0]) / rise
    return np.asarray((crosses & (x < reach)).sum(axis=1) % 2 == 1)


def _clearance(points: NDArray[np.float64], ring: NDArray[np.float64]) -> NDArray[np.float64]:
    """How far each point is from the ring's nearest corner; east-west distances count half, as names are wide."""
    if not len(points):
        return np.zeros(0)
    offsets = points[:, None, :] - ring[None, :, :]
    return np.asarray(np.hypot(offsets[:, :, 0] / 2, offsets[:, :, 1]).min(axis=1))


def bounds_of(points: Sequence[tuple[float, float]]) -> QRectF:
    """The smallest box around the points; empty for none."""
    if not points:
        return QRectF()
    xs, ys = zip(*points, strict=True)
    return QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
