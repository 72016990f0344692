"""Which names stand on the map and where: the important first, none over another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

from ui.views.lettering import Style
from ui.views.packing import Room, beside

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from models.pages.routes import Stop
    from ui.theme import Theme
    from ui.views.basemap import Basemap, Land
    from ui.views.lettering import Lettering

LETTERS, SMALL, SMALLEST = 12.0, 10.0, 8.5
"""The sizes of the letters of places; countries of the region and capitals may have smaller ones than others."""
DOT = 4.0
EDGE = 6.0
AIR = 4.0
DETAIL = {"capital": 0.0, "port": 0.16, "city": 0.2, "dry_port": 0.3, "border_crossing": 0.3, "rail_hub": 0.3}
"""Pixels a kilometre from which a kind of place shows by itself; other kinds (mines, dams) from SITES on."""
SITES = 0.42
WATERS = frozenset({"sea", "lake"})
"""Places that are no points: their names stand on the water."""
WITHIN = 1.6
"""Of a country's name, in halves of its width, what is to lie within the border if it can."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name at its place in pixels."""

    text: str
    box: QRectF
    style: Style


@dataclass(frozen=True, slots=True)
class Dot:
    """A place at its point in pixels. `bold` marks those of the chosen route, `site` mines, dams and the like."""

    stop: Stop
    point: QPointF
    bold: bool
    site: bool


class Labels:
    """Lays out the names for a view of the map."""

    def __init__(self, basemap: Basemap, lettering: Lettering) -> None:
        self._basemap = basemap
        self._lettering = lettering

    def dots(self, stops: Sequence[Stop], chosen: frozenset[str], to_pixels: QTransform, area: QRectF) -> list[Dot]:
        """The places to mark: all of the chosen route, and of the others those that this scale has room for."""
        scale = abs(to_pixels.m11())
        found = []
        for stop in stops:
            bold = stop.name in chosen
            if stop.kind in WATERS or (not bold and scale < DETAIL.get(stop.kind, SITES)):
                continue
            point = to_pixels.map(QPointF(*self._basemap.project(stop.longitude, stop.latitude)))
            if area.contains(point):
                found.append(Dot(stop, point, bold, stop.kind not in DETAIL))
        return sorted(found, key=_rank)

    def names(
        self,
        dots: Sequence[Dot],
        theme: Theme,
        to_pixels: QTransform,
        area: QRectF,
        taken: Sequence[QRectF],
        lines: NDArray[np.float64] | None = None,
    ) -> list[Name]:
        """All names that have room, each where it fits; `taken` are boxes to keep clear.

        `lines` are points in kilometres along what names should not be written over if they can stand elsewhere.
        """
        room = Room(area, taken, air=AIR, shunned=None if lines is None else _mapped(lines, to_pixels))
        for dot in dots:
            room.block(QRectF(dot.point.x() - DOT, dot.point.y() - DOT, 2 * DOT, 2 * DOT))
        wanted = [
            *self._countries(theme, to_pixels, area, own=True),
            *self._places((dot for dot in dots if _capital(dot)), theme),
            *self._places((dot for dot in dots if not _capital(dot)), theme),
            *self._countries(theme, to_pixels, area, own=False),
            *self._seas(theme, to_pixels),
        ]
        found: dict[str, Name] = {}
        for text, style, boxes in wanted:
            box = room.take(boxes) if text not in found else None
            if box is not None:
                found[text] = Name(text, box, style)
        return list(found.values())

    def _places(self, dots: Iterable[Dot], theme: Theme) -> Iterator[_Wanted]:
        """The places, the important first; a capital without room is tried in smaller letters."""
        for dot in dots:
            for size in (LETTERS, SMALL, SMALLEST) if _capital(dot) else (LETTERS,):
                style = Style(size, theme.text, _halo(theme), bold=dot.bold or _capital(dot), italic=dot.site)
                yield dot.stop.name, style, beside(dot.point, self._lettering.size(dot.stop.name, style), 7 + AIR / 2)

    def _countries(self, theme: Theme, to_pixels: QTransform, area: QRectF, *, own: bool) -> Iterator[_Wanted]:
        inner = area.adjusted(EDGE, EDGE, -EDGE, -EDGE)
        lands = [land for land in self._basemap.lands if land.name and (land.order is not None) == own]
        for land in sorted(lands, key=lambda land: -land.box.width() * land.box.height()):
            seen = to_pixels.mapRect(land.box)
            if not seen.intersects(inner):
                continue
            text = land.name.upper()
            for style in _country_styles(theme, min(seen.width(), seen.height() * 1.6), own=own):
                size = self._lettering.size(text, style)
                yield text, style, _boxes(land, size, to_pixels, needed=0.3 if own else 0.42)

    def _seas(self, theme: Theme, to_pixels: QTransform) -> Iterator[_Wanted]:
        style = Style(12, _mix(theme.modes["sea"], theme.muted), theme.sea, italic=True)
        for name, x, y in self._basemap.seas:
            size = self._lettering.size(name, style)
            point = to_pixels.map(QPointF(x, y))
            corner = point - QPointF(size.width() / 2, size.height() / 2)
            yield name, style, iter((QRectF(corner, size),))


def _mapped(points: NDArray[np.float64], to_pixels: QTransform) -> NDArray[np.float64]:
    scale = np.array((to_pixels.m11(), to_pixels.m22()))
    return points * scale + np.array((to_pixels.dx(), to_pixels.dy()))


_Wanted = tuple[str, Style, Iterator[QRectF]]


def _rank(dot: Dot) -> tuple[bool, float, str]:
    return not dot.bold, DETAIL.get(dot.stop.kind, SITES), dot.stop.name


def _boxes(land: Land, size: QSizeF, to_pixels: QTransform, needed: float) -> Iterator[QRectF]:
    """Places for a country's name: those where more of it lies within the border first, then the roomier."""
    scale = abs(to_pixels.m11())
    half = size.width() / 2
    spots = [spot for spot in land.spots if 2 * spot.room * scale >= needed * size.width()]
    within = {spot: min(half, spot.left * scale) + min(half, spot.right * scale) for spot in spots}
    for spot in sorted(spots, key=lambda spot: -min(within[spot], WITHIN * half)):
        point = to_pixels.map(QPointF(spot.x, spot.y))
        yield QRectF(point - QPointF(half, size.height() / 2), size)


def _country_styles(theme: Theme, across: float, *, own: bool) -> Iterator[Style]:
    """Larger and wider set for larger countries, smaller where that has no room; none for one too small to be named."""
    if across < 34:
        return
    size = min(18.0, max(10.0, 7 + across / 38))
    if not own:
        yield Style(size - 0.5, theme.muted, theme.land, spacing=size * (0.34 if across > 300 else 0.16))
        return
    yield Style(size, theme.text, _halo(theme), bold=True, spacing=size * 0.16)
    for smaller in (0.85 * size, SMALL, SMALLEST):
        yield Style(min(smaller, size), theme.text, _halo(theme), bold=True)


def _capital(dot: Dot) -> bool:
    return dot.stop.kind == "capital"


def _halo(theme: Theme) -> str:
    return theme.window if theme.dark else "#ffffff"


def _mix(first: str, second: str) -> str:
    """The colour half way between two, each #rrggbb."""
    pairs = ((int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{(a + b) // 2:02x}" for a, b in pairs)
