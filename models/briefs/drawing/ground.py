"""The outlines of the map, projected once for all maps of a brief."""

from __future__ import annotations

from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from models.briefs.drawing.geometry import Box, Point, around
from models.catalog.outlines import Outlines, read_outlines
from models.records import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_READING = Lock()


class Ring(NamedTuple):
    """A ring in kilometres, x to the east and y to the south, and the box around it."""

    points: tuple[Point, ...]
    box: Box


class Land(NamedTuple):
    """A country: its rings, and where its name stands best."""

    code: str
    rings: tuple[Ring, ...]
    label: Point


class Ground:
    """All land, countries and waters in kilometres, x to the east and y to the south."""

    def __init__(self, outlines: Outlines) -> None:
        self._project = outlines.projection.project
        self.land = Land("", self._rings(outlines.land), (0.0, 0.0))
        self.countries = {
            code: Land(code, self._rings(shape.rings), self.point(*shape.label))
            for code, shape in outlines.countries.items()
        }
        self.waters = {
            name: Land("", self._rings(shape.rings), self.point(*shape.label))
            for name, shape in outlines.waters.items()
        }

    def point(self, longitude: float, latitude: float) -> Point:
        """A place in degrees on the map."""
        x, y = self._project(longitude, latitude)
        return x, -y

    def bounds(self, codes: Iterable[str]) -> tuple[Point, ...]:
        """Two corners for each ring of the countries that are drawn; none for others."""
        lands = (self.countries[code] for code in codes if code in self.countries)
        boxes = [ring.box for land in lands for ring in land.rings]
        return tuple(corner for box in boxes for corner in ((box.left, box.top), (box.right, box.bottom)))

    def _rings(self, rings: Sequence[Sequence[tuple[float, float]]]) -> tuple[Ring, ...]:
        projected = [tuple(self.point(*place) for place in ring) for ring in rings]
        return tuple(Ring(points, around(points)) for points in projected if points)


def ground(path: Path) -> Ground | Problem:
    """The ground of a file of outlines, or why it cannot be used; the one last asked for is kept.

    A preview and a job may ask at once: only one of them reads, as msgspec crashes where two threads meet its type for
    the first time.
    """
    with _READING:
        return _read(path)


@lru_cache(maxsize=1)
def _read(path: Path) -> Ground | Problem:
    outlines = read_outlines(path)
    return outlines if isinstance(outlines, Problem) else Ground(outlines)
