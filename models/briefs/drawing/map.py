"""A map as SVG: countries, routes by their mode and number, places and their names, none over another."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from models.briefs.drawing import svg
from models.briefs.drawing.geometry import curve, lines_in, thinned
from models.briefs.drawing.names import Leg, Names
from models.briefs.drawing.scene import Area, LonLat, Scene, Spot, Track, View, view_of
from models.briefs.drawing.strokes import casing, drawn, stroke_of
from models.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.briefs.drawing.ground import Ground

__all__ = ["Drawn", "Scene", "Spot", "Track", "draw"]

SEA, LAND, NEAR, FOCUS, BORDER, FRAME = "#d6e4ec", "#f5f2ec", "#ebe9dc", "#f3dc9c", "#c4bdb0", "#a9b4be"


class Drawn(Record):
    """A map and its size in points; `numbered` are the names of the routes on it, in the order of their numbers."""

    svg: str
    width: float
    height: float
    numbered: tuple[str, ...]


def draw(scene: Scene, ground: Ground, width: float) -> Drawn | None:
    """The map of a scene; None where there is nothing to show."""
    view = view_of(scene, ground, width)
    if view is None:
        return None
    legs = {track.name: list(_legs(track, ground, view)) for track in scene.tracks}
    seen = {name: found for name, found in legs.items() if found}
    areas = {code: view.area(land) for code, land in (*ground.countries.items(), *ground.waters.items())}
    names = Names(scene, ground, view, areas, seen)
    parts = (
        svg.element("rect", x=0, y=0, width=view.box.width, height=view.box.height, fill=SEA),
        *_ground(scene, ground, view, areas),
        *_tracks(seen),
        *names.parts(),
        svg.element("rect", x=0, y=0, width=view.box.width, height=view.box.height, fill="none", stroke=FRAME),
    )
    return Drawn(svg.document(view.box.width, view.box.height, parts), view.box.width, view.box.height, tuple(seen))


# --- the ground -------------------------------------------------------------------------------------------------------


def _ground(scene: Scene, ground: Ground, view: View, areas: dict[str, Area]) -> Iterator[str]:
    """Land, countries with their borders, and the waters that lie in them."""
    yield from _filled(view.area(ground.land), LAND)
    for code in ground.countries:
        fill = FOCUS if code in scene.focus else NEAR if code in scene.near else LAND
        yield from _filled(areas[code], fill, BORDER)
    for water in ground.waters:
        yield from _filled(areas[water], SEA, BORDER)


def _filled(area: Area, fill: str, stroke: str | None = None) -> Iterator[str]:
    if area:
        data, width = svg.path(area, closed=True), 0.5 if stroke else None
        yield svg.element("path", d=data, fill=fill, fill_rule="evenodd", stroke=stroke, stroke_width=width)


# --- routes -----------------------------------------------------------------------------------------------------------


def _legs(track: Track, ground: Ground, view: View) -> Iterator[Leg]:
    """The stretches of a route that are seen."""
    for chain in track.chains:
        points = [view.at(ground.point(*stop)) for stop in chain.stops]
        for line, mode, ends in zip(curve(points), chain.modes, pairwise(chain.stops), strict=True):
            for found in lines_in(line, view.box):
                yield Leg(tuple(thinned(found)), mode, chain.used, frozenset(ends))


def _tracks(seen: dict[str, list[Leg]]) -> Iterator[str]:
    """The lines over their casings; a leg that routes share is drawn once, as of one in use if any is."""
    legs: dict[tuple[frozenset[LonLat], str], list[Leg]] = {}
    for found in seen.values():
        alike: dict[tuple[frozenset[LonLat], str], list[Leg]] = {}
        for leg in found:
            alike.setdefault((leg.ends, leg.mode), []).append(leg)
        for key, stretches in alike.items():
            if key not in legs or (stretches[0].used and not legs[key][0].used):
                legs[key] = stretches
    lines = [(leg.line, stroke_of(leg.mode, used=leg.used)) for stretches in legs.values() for leg in stretches]
    yield from (casing(line, stroke) for line, stroke in lines)
    yield from (drawn(line, stroke) for line, stroke in lines)
