"""What is written on a map: numbers of routes, places, countries, seas and the key, each where there is room."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from models.briefs.drawing import svg
from models.briefs.drawing.geometry import Box, Point, around, inside
from models.briefs.drawing.room import Room, along, beside, over
from models.briefs.drawing.scene import Area, LonLat
from models.briefs.drawing.strokes import GREY, STROKES, UNBUILT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from models.briefs.drawing.ground import Ground, Land
    from models.briefs.drawing.scene import Scene, Spot, Track, View

TEXT, MUTED, WATER, HALO, MARK = "#1b2530", "#6b7683", "#4c7d99", "#ffffff", "#12324d"
SITE = "#8a6d1a"
TALL = 1.25
"""Height of a line of words in their size."""
DOT, GAP, BADGE, EDGE = 1.9, 4.0, 4.6, 5.0
FURTHER = (7.0, 10.0, 14.0, 18.0)
"""How far from its dot the name of a capital may stand where there is no room beside it."""
TINY, SMALL, USUAL, LARGE = 5.2, 6.5, 7.5, 10.0
SPOTS = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9, 0.45, 0.55, 0.35, 0.65, 0.25, 0.75, 0.15, 0.85, 0.05, 0.95)
"""Where along what is seen of a route its number may stand, the best first."""
STOP = 1
"""The rank of the stops that a map is about."""
BOLD = 1.08
"""How much wider bold letters are."""


class Leg(NamedTuple):
    """A stretch of a route on the drawing: its mode, whether it is in use, and the stops that it runs between."""

    line: tuple[Point, ...]
    mode: str
    used: bool
    ends: frozenset[LonLat]


class Names:
    """Finds a place for each name, the important first."""

    def __init__(
        self, scene: Scene, ground: Ground, view: View, areas: dict[str, Area], tracks: dict[str, list[Leg]]
    ) -> None:
        self._scene = scene
        self._ground = ground
        self._view = view
        self._areas = areas
        self._tracks = tracks
        self._points = [point for legs in tracks.values() for leg in legs for point in leg.line]
        self._room = Room(view.box.grown(-EDGE / 2), (leg.line for legs in tracks.values() for leg in legs))
        placed = ((spot, view.at(ground.point(*spot.place))) for spot in scene.spots)
        self._named: set[Spot] = set()
        self._spots = sorted((pair for pair in placed if view.box.grown(-EDGE).holds(pair[1])), key=lambda p: p[0].rank)

    def parts(self) -> Iterator[str]:
        """Everything that is written, with the marks of places."""
        self._room.taken += [_dot(point) for _, point in self._spots]
        key = list(self._key())
        capitals = list(self._places(0))
        badges = list(self._badges())
        words = [
            *capitals,
            *self._countries(own=True),
            *self._places(STOP),
            *self._places(STOP + 1),
            *self._countries(own=False),
            *self._waters(),
        ]
        for spot, (x, y) in self._spots:
            if spot in self._named or spot.site or spot.rank == 0:  # a town without its name tells nobody anything
                yield _mark(spot, x, y)
        yield from words
        yield from badges
        yield from key

    # --- routes and places ------------------------------------------------------------------------------------------

    def _badges(self) -> Iterator[str]:
        """The number of each route in a circle on its line: on one that is in use if any is, where no other route runs,
        and where it is most itself."""
        if len(self._tracks) < 2:
            return
        mains = {track.name: _main(track) for track in self._scene.tracks}
        for number, (name, legs) in enumerate(self._tracks.items(), 1):
            lines = (leg.line for other, found in self._tracks.items() if other != name for leg in found)
            others = Room(self._view.box, lines)
            shown = [leg for leg in legs if leg.used] or legs
            points = [(point, leg.mode == mains[name]) for leg in shown for point in along(leg.line)]
            places = [points[int(share * (len(points) - 1))] for share in SPOTS]
            boxes = [(Box(x - BADGE, y - BADGE, x + BADGE, y + BADGE), main) for (x, y), main in places]
            free = [found for found in boxes if self._room.free(found[0])]
            first = min(boxes, key=lambda found: self._room.hidden(found[0]))
            box, _ = min(free, key=lambda found: (others.covers(found[0]), not found[1]), default=first)
            self._room.taken.append(box)
            x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
            yield svg.element("circle", cx=x, cy=y, r=BADGE, fill=MARK, stroke=HALO, stroke_width=0.8)
            yield svg.text(str(number), x, y + 2.2, 6.0, HALO, anchor="middle", weight="bold")

    def _places(self, rank: int) -> Iterator[str]:
        for spot, point in (pair for pair in self._spots if pair[0].rank == rank):
            sizes = (USUAL, SMALL, TINY) if rank <= STOP else (SMALL, TINY)
            size, box = self._beside(spot, point, sizes)
            if box is None and rank == STOP:
                size, box = self._over_lesser(spot, point, sizes)
            if box is not None:
                weight, style = "bold" if rank == 0 else "", "italic" if spot.site else ""
                self._named.add(spot)
                yield from self._written(spot.name, box, size, TEXT, weight=weight, style=style)

    def _beside(self, spot: Spot, point: Point, sizes: Sequence[float]) -> tuple[float, Box | None]:
        """The largest size in which the name has room beside its point, and where: as near to no other mark, if it can
        be, or it would be read as the name of that. A capital is named from further away before it goes without."""
        ways = [(own, GAP, size) for own in (True, False) for size in sizes]
        if spot.rank == 0:
            ways += [(False, gap, size) for gap in FURTHER for size in sizes[-2:]]
        for own, gap, size in ways:
            places = beside(point, svg.width_of(spot.name, size), size * TALL, gap)
            box = self._room.take(places, partial(self._is_own, point) if own else lambda _: True)
            if box is not None:
                return size, box
        return 0.0, None

    def _is_own(self, point: Point, box: Box) -> bool:
        """Whether no other place has its mark as near to the box; one that only a corner of it points to needs more."""
        x, y = point
        pointed = not (box.left <= x <= box.right or box.top <= y <= box.bottom)
        near = box.grown(2 * GAP if pointed else GAP)
        return not any(near.holds(other) for _, other in self._spots if other != point)

    def _over_lesser(self, spot: Spot, point: Point, sizes: Sequence[float]) -> tuple[float, Box | None]:
        """The same where the marks of lesser places may be covered: these are then left out."""
        lesser = {_dot(at): (other, at) for other, at in self._spots if other.rank > STOP and not other.site}
        self._room.taken = [box for box in self._room.taken if box not in lesser]
        size, box = self._beside(spot, point, sizes)
        for dot, pair in lesser.items():
            if self._room.free(dot):
                self._room.taken.append(dot)
            else:
                self._spots.remove(pair)
        return size, box

    # --- countries and seas -----------------------------------------------------------------------------------------

    def _countries(self, *, own: bool) -> Iterator[str]:
        """The countries in focus, or those around them, each within its borders.

        Of small ones those in focus may reach over a border; others go without.
        """
        lands = self._ground.countries.values()
        wanted = [land for land in lands if self._areas[land.code] and (land.code in self._scene.focus) is own]
        for land in sorted(wanted, key=lambda land: -_extent(self._areas[land.code])):
            words = self._scene.names.get(land.code, land.code).upper()
            sizes = (LARGE, USUAL, SMALL, TINY) if own else (USUAL, SMALL)
            yield from self._on_area(words, land, self._areas[land.code], sizes, TEXT if own else MUTED, bold=own)

    def _waters(self) -> Iterator[str]:
        for name, water in self._ground.waters.items():
            called = self._scene.waters.get(name, name)
            yield from self._on_area(called, water, self._areas[name], (SMALL,), WATER, style="italic")

    def _on_area(
        self,
        words: str,
        land: Land,
        rings: Area,
        sizes: Sequence[float],
        colour: str,
        *,
        bold: bool = False,
        style: str = "",
    ) -> Iterator[str]:
        """The words within the area, in the first of the sizes that has room; bold ones else with their middle in it,
        or a corner.

        An area that has no outline is where its label point is.
        """
        label = self._view.at(land.label)
        tried = [(size, _within) for size in sizes] + ([(sizes[-1], _amid), (sizes[-1], _partly)] if bold else [])
        for size, fits in tried:
            width, tall = svg.width_of(words, size) * (BOLD if bold else 1), size * TALL
            if rings:
                seen = around([point for ring in rings for point in ring])
                box = self._room.take(over(label, seen, width, tall), partial(fits, rings))
            else:
                box = None if land.rings else self._room.take(beside(label, width, tall, 0.0))
            if box is not None:
                yield from self._written(words, box, size, colour, weight="bold" if bold else "", style=style)
                return

    def _written(
        self, words: str, box: Box, size: float, colour: str, *, weight: str = "", style: str = ""
    ) -> Iterator[str]:
        """The words in the middle of their box, on a paler ground where a route runs below them."""
        if self._room.covers(box):
            yield svg.element(
                "rect",
                x=box.left,
                y=box.top + 0.8,
                width=box.width,
                height=box.height - 1.6,
                fill=HALO,
                fill_opacity="0.65",
                rx=2,
            )
        x, y = (box.left + box.right) / 2, box.bottom - size * 0.36
        yield svg.text(words, x, y, size, colour, anchor="middle", weight=weight, style=style)

    # --- the key ----------------------------------------------------------------------------------------------------

    def _key(self) -> Iterator[str]:
        """What the lines and marks mean, in the corner where it hides least."""
        lines = [(words, mark) for words, mark in self._keys()]
        if not lines:
            return
        wide = 26 + max(svg.width_of(words, SMALL) for words, _ in lines)
        box = self._corner(wide, 6 + 10 * len(lines))
        self._room.taken.append(box)
        yield svg.element(
            "rect", x=box.left, y=box.top, width=wide, height=box.height, fill=HALO, fill_opacity="0.9", stroke="none"
        )
        for place, (words, mark) in enumerate(lines):
            x, y = box.left + 5, box.top + 8 + 10 * place
            diamond = svg.element("path", d=_diamond(x + 7, y), fill=SITE)
            yield mark.format(x=svg.number(x), end=svg.number(x + 14), y=svg.number(y), diamond=diamond)
            yield svg.text(words, x + 18, y + 2.3, SMALL, TEXT)

    def _keys(self) -> Iterator[tuple[str, str]]:
        """Words and a template of the mark for each mode that is seen, for lines not in use, and for sites."""
        legs = [leg for found in self._tracks.values() for leg in found]
        modes = {leg.mode for leg in legs}
        for mode, stroke in STROKES.items():
            if mode in modes:
                yield self._scene.words[mode], _sample(stroke.colour, stroke.width, stroke.dash)
        if not all(leg.used for leg in legs):
            yield self._scene.words["unbuilt"], _sample(GREY, 1.3, UNBUILT)
        if any(spot.site for spot, _ in self._spots):
            yield self._scene.words["site"], "{diamond}"

    def _corner(self, wide: float, tall: float) -> Box:
        box = self._view.box.grown(-EDGE)
        corners = [
            Box(left, top, left + wide, top + tall)
            for top in (box.bottom - tall, box.top)
            for left in (box.left, box.right - wide)
        ]
        points = [*self._points, *(point for _, point in self._spots)]
        return min(corners, key=lambda corner: sum(map(corner.holds, points)))


def _main(track: Track) -> str:
    """The mode of most of a route's legs, all of them counted: a pipeline remains one where a ship brings the oil."""
    modes = Counter(mode for chain in track.chains for mode in chain.modes)
    return max(modes, key=lambda mode: modes[mode], default="")


def _extent(area: Area) -> float:
    """How large the box around an area is, in square points."""
    box = around([point for ring in area for point in ring])
    return box.width * box.height


def _sample(colour: str, width: float, dash: str) -> str:
    """A template of a short line for the key."""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path d="M{{x}},{{y}} {{end}},{{y}}" fill="none" stroke="{colour}" stroke-width="{width}"{dashes}/>'


def _diamond(x: float, y: float) -> str:
    side = DOT + 0.9
    return svg.path((((x - side, y), (x, y - side), (x + side, y), (x, y + side)),), closed=True)


def _dot(point: Point) -> Box:
    """What the mark of a place covers."""
    x, y = point
    return Box(x - DOT, y - DOT, x + DOT, y + DOT)


def _mark(spot: Spot, x: float, y: float) -> str:
    """A dot for a town, larger for a capital; a small diamond for a mine, field or plant."""
    if spot.site:
        return svg.element("path", d=_diamond(x, y), fill=SITE, stroke=HALO, stroke_width=0.6)
    size = DOT + 0.6 if spot.rank == 0 else DOT
    return svg.element("circle", cx=x, cy=y, r=size, fill=MARK, stroke=HALO, stroke_width=0.6)


def _within(rings: Sequence[Sequence[Point]], box: Box) -> bool:
    """Whether the corners and the middle of a box lie in an area."""
    corners = ((x, y) for x in (box.left, box.right) for y in (box.top, box.bottom))
    return all(inside(corner, rings) for corner in corners)


def _partly(rings: Sequence[Sequence[Point]], box: Box) -> bool:
    """Whether a corner of a box lies in an area."""
    return any(inside((x, y), rings) for x in (box.left, box.right) for y in (box.top, box.bottom))


def _amid(rings: Sequence[Sequence[Point]], box: Box) -> bool:
    """Whether the middle of a box lies in an area."""
    return inside(((box.left + box.right) / 2, (box.top + box.bottom) / 2), rings)
