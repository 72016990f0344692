"""What a map is to show, and how it lies on the drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.briefs.drawing.geometry import Box, Point, area_in, around, thinned
from models.records import Record

if TYPE_CHECKING:
    from models.briefs.drawing.ground import Ground, Land

LonLat = tuple[float, float]
Area = list[list[Point]]
"""The rings of what is seen of a country, land or sea, in points of the drawing."""

FLATTEST, STEEPEST, SEVERAL = 2.1, 1.5, 1.85
"""Width to height of a map, at most and at least, and of one of several countries at least: on a title page it can be
as wide as the text. One that is to be `low` is as flat as may be."""
MARGIN = 0.07
LEAST = 700.0
"""Kilometres across, at least: closer up the outlines are too coarse."""


class Spot(Record):
    """A place to mark: `rank` 0 is a capital, 1 a stop of a route's main line, 2 any other; a
    `site` is a mine, field or plant."""

    name: str
    place: LonLat
    rank: int = 2
    site: bool = False


class Chain(Record):
    """Stops that follow one another, the mode of every leg between them, and whether they are in use."""

    stops: tuple[LonLat, ...]
    modes: tuple[str, ...]
    used: bool = True


class Track(Record):
    """A route to draw, in chains of stops."""

    name: str
    chains: tuple[Chain, ...]


class Scene(Record):
    """What a map shows. `focus` are the countries it is about, `near` others that are tinted a little.

    `names` are the countries' names by code, `waters` those of seas by the name in the outlines, `bounds` the places
    in degrees that must be seen beside the countries in focus. `words` are those of the table [brief].
    """

    focus: tuple[str, ...]
    near: tuple[str, ...]
    names: dict[str, str]
    waters: dict[str, str]
    words: dict[str, str]
    tracks: tuple[Track, ...] = ()
    spots: tuple[Spot, ...] = ()
    bounds: tuple[LonLat, ...] = ()
    fit: tuple[str, ...] = ()
    low: bool = False


class View(NamedTuple):
    """Takes kilometres to points of the drawing; `box` is what is seen, from (0, 0)."""

    box: Box
    scale: float
    left: float
    top: float

    def at(self, point: Point) -> Point:
        """A point of the ground on the drawing."""
        return (point[0] - self.left) * self.scale, (point[1] - self.top) * self.scale

    @property
    def ground(self) -> Box:
        """What is seen, on the ground."""
        right, bottom = self.left + self.box.width / self.scale, self.top + self.box.height / self.scale
        return Box(self.left, self.top, right, bottom)

    def area(self, land: Land) -> Area:
        """What is seen of an area, on the drawing."""
        seen = self.ground
        cut = (
            ring.points if seen.contains(ring.box) else area_in(ring.points, seen)
            for ring in land.rings
            if ring.box.touches(seen)
        )
        lines = (thinned([self.at(point) for point in ring]) for ring in cut)
        return [line for line in lines if len(line) > 2]


def view_of(scene: Scene, ground: Ground, width: float) -> View | None:
    """The view in which all that must be seen is seen; None where there is nothing."""
    points = (*ground.bounds(scene.fit), *(ground.point(*place) for place in scene.bounds))
    if not points:
        return None
    box = around(points)
    several = len(scene.fit) > 1
    share = MARGIN * (box.height if several else max(box.width, box.height))
    box = box.grown(max(share, (LEAST - max(box.width, box.height)) / 2))
    wide = max(box.width, (FLATTEST if scene.low else SEVERAL if several else STEEPEST) * box.height)
    tall = max(box.height, wide / FLATTEST)
    left, top = (box.left + box.right - wide) / 2, (box.top + box.bottom - tall) / 2
    scale = width / wide
    return View(Box(0.0, 0.0, width, tall * scale), scale, left, top)
