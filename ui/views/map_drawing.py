"""The map as a drawing: it paints itself on any painter, the screen's or the printer's, for any view of the ground."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTransform

from ui.views.basemap import bounds_of
from ui.views.lettering import Lettering, Style
from ui.views.map_labels import DOT, Labels
from ui.views.map_legend import Legend
from ui.views.network import MODES, Piece, nearest, pieces
from ui.views.strokes import SITE, UNBUILT, diamond, draw_track

if TYPE_CHECKING:
    from models.pages.routes import RouteRow, Stop
    from ui.theme import Theme
    from ui.views.basemap import Basemap, Land
    from ui.views.map_labels import Dot, Name

MARGIN = 0.1


@dataclass(frozen=True, slots=True)
class Found:
    """What lies under a point: the legs there (nearest first), a place, and the country."""

    pieces: tuple[Piece, ...]
    stop: Stop | None
    land: Land | None


@dataclass(frozen=True, slots=True)
class Writing:
    """The places and names of one view, in pixels."""

    dots: tuple[Dot, ...]
    names: tuple[Name, ...]


class MapDrawing:
    """Countries, routes, places and names; `chosen` is the route that stands out, `pointed` the one under the
    pointer, `place` a place that the user picked."""

    def __init__(self, basemap: Basemap, theme: Theme, font: QFont) -> None:
        self.basemap = basemap
        self.theme = theme
        self.chosen = ""
        self.pointed = ""
        self.place = ""
        self._rows: tuple[RouteRow, ...] = ()
        self._stops: tuple[Stop, ...] = ()
        self._places: tuple[QPointF, ...] = ()
        self._pieces: tuple[Piece, ...] = ()
        self._sites = False
        self.set_font(font)

    def set_font(self, font: QFont) -> None:
        """Write with this font from now on; all names grow and shrink with it."""
        self._lettering = Lettering(font)
        self._labels = Labels(self.basemap, self._lettering)
        self._legend = Legend(self._lettering)

    def set_routes(self, rows: Sequence[RouteRow], places: Sequence[Stop]) -> None:
        """Draw these routes and places."""
        self._rows = tuple(rows)
        on_routes = [stop for row in rows for leg in row.legs for stop in (leg.start, leg.end)]
        self._stops = tuple({stop.name: stop for stop in (*on_routes, *places)}.values())
        self._places = tuple(QPointF(*self.basemap.project(stop.longitude, stop.latitude)) for stop in self._stops)
        self._pieces = tuple(piece for row in rows for piece in pieces(row, self.basemap.project))

    # --- what is where ---------------------------------------------------------------------------------------------

    def everything(self) -> QRectF:
        """The bounds of the region and all routes, with a margin, in kilometres."""
        return _wider(self.basemap.region.united(self._bounds(self._pieces)))

    def home(self) -> QRectF:
        """The region with its neighbours around, in kilometres."""
        region = self.basemap.region
        return region.adjusted(-region.width() * 0.32, -region.height() * 0.2, region.width() * 0.32, 0)

    def bounds(self, route: str) -> QRectF:
        """The bounds of a route with a margin; empty for one without legs."""
        found = self._bounds([piece for piece in self._pieces if piece.route == route])
        return found if found.isNull() else _wider(found)

    def find(self, point: QPointF, scale: float, tolerance: float = 7.0) -> Found:
        """What lies at a point in kilometres, seen at `scale` pixels a kilometre, within `tolerance` pixels."""
        reach = tolerance / scale
        near = nearest(self._pieces, point.x(), point.y(), reach)
        first = sorted(near, key=lambda piece: piece.route != self.chosen)
        return Found(tuple(first), self._stop_at(point, reach), self.basemap.at(point.x(), point.y()))

    def routes_through(self, stop: str) -> tuple[str, ...]:
        """The ids of the routes that call at a place."""
        found = (piece.route for piece in self._pieces if stop in (piece.leg.start.name, piece.leg.end.name))
        return tuple(dict.fromkeys(found))

    def _stop_at(self, point: QPointF, reach: float) -> Stop | None:
        close = [(_apart(place, point), stop.name, stop) for stop, place in zip(self._stops, self._places, strict=True)]
        far, _, stop = min(close, default=(reach, "", None), key=lambda item: item[:2])
        return stop if far < reach else None

    def _bounds(self, found: Iterable[Piece]) -> QRectF:
        return bounds_of([(x, y) for piece in found for x, y in piece.line[[0, 12, -1]].tolist()])

    # --- painting --------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, to_pixels: QTransform, size: QSizeF) -> None:
        """The whole map for paper; `to_pixels` takes kilometres to the painter's own units."""
        area = QRectF(QPointF(0, 0), size)
        painter.save()
        painter.setClipRect(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, to_pixels, area)
        self.paint_routes(painter, to_pixels, area)
        self.paint_names(painter, self.lay_out(to_pixels, area), None)
        self.paint_frame(painter, area, None)
        painter.restore()

    def paint_ground(self, painter: QPainter, to_pixels: QTransform, area: QRectF) -> None:
        """Sea and land."""
        painter.fillRect(area, QColor(self.theme.sea))
        seen = to_pixels.inverted()[0].mapRect(area)
        painter.save()
        painter.setTransform(to_pixels, combine=True)
        own = [land for land in self.basemap.lands if land.order is not None]
        others = [land for land in self.basemap.lands if land.order is None]
        self._paint_lands(painter, [land for land in others if land.box.intersects(seen)], self.theme.border, 1.0)
        edge = self.theme.window if self.theme.dark else "#ffffff"
        self._paint_lands(painter, [land for land in own if land.box.intersects(seen)], edge, 1.4)
        painter.restore()

    def lay_out(self, to_pixels: QTransform, area: QRectF, held: QRectF | None = None) -> Writing:
        """Which places and names stand where in this view, of which something may be `held` by what lies over it."""
        chosen = [piece for piece in self._pieces if piece.route == self.chosen]
        strong = frozenset(stop.name for p in chosen for stop in (p.leg.start, p.leg.end)) | {self.place}
        lines = np.concatenate([piece.line for piece in chosen or self._pieces]) if self._pieces else None
        dots = self._labels.dots(self._stops, strong, to_pixels, area)
        self._sites = any(dot.site for dot in dots)
        taken = [self._legend.lay_out(self._chosen_name(), self.signs(), area).box, self._credit_box(area)]
        taken += [held] if held is not None else []
        return Writing(tuple(dots), tuple(self._labels.names(dots, self.theme, to_pixels, area, taken, lines)))

    def paint_names(self, painter: QPainter, writing: Writing, ratio: float | None) -> None:
        """Places and names; `ratio` is the screen's pixel ratio, or None on paper."""
        self._paint_dots(painter, writing.dots)
        for name in writing.names:
            self._lettering.write(painter, name.box, name.text, name.style, ratio)

    def paint_frame(self, painter: QPainter, area: QRectF, ratio: float | None) -> None:
        """What does not move with the map: the legend, and whose drawing the borders are."""
        self._legend.paint(painter, self._chosen_name(), self.signs(), area, self.theme, ratio)
        credit = self.basemap.credit
        self._lettering.write(painter, self._credit_box(area), credit, self._credit_style(), ratio)

    def _paint_lands(self, painter: QPainter, lands: Sequence[Land], edge: str, width: float) -> None:
        border = QPen(QColor(edge), width)
        border.setCosmetic(True)
        border.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(border)
        for land in lands:
            soft = QColor(self.theme.land) if land.order is None else self.theme.fill(land.order)
            painter.setBrush(soft)
            painter.drawPath(land.path)

    def paint_routes(self, painter: QPainter, to_pixels: QTransform, area: QRectF) -> None:
        """Shared legs once; what is pointed at over the rest, and the chosen route on top."""
        standing_out = [self.pointed, self.chosen]
        quiet = [piece for piece in self._pieces if piece.route not in standing_out]
        used_first = sorted(quiet, key=lambda piece: not piece.used)
        once = {piece.track: piece for piece in reversed(used_first)}
        layers = [(list(once.values()), "")]
        layers += [([p for p in self._pieces if p.route == name], name) for name in dict.fromkeys(standing_out) if name]
        casing = QColor(self.theme.window if self.theme.dark else "#ffffff")
        for found, name in layers:
            for piece in found:
                path = to_pixels.map(piece.path)
                if path.controlPointRect().intersects(area):
                    colour, width = self._ink(piece.mode, name)
                    draw_track(painter, path, piece.mode, colour, width, casing, used=piece.used)

    def _ink(self, mode: str, route: str) -> tuple[QColor, float]:
        colour = self.theme.mode(mode)
        if route and route == self.chosen:
            return colour, 3.6
        if route:
            return colour, 2.8
        if not self.chosen:
            return colour, 2.0
        return _between(QColor(self.theme.muted), QColor(self.theme.land), 0.45), 1.4

    def _paint_dots(self, painter: QPainter, dots: Sequence[Dot]) -> None:
        ground = QColor(self.theme.window if self.theme.dark else "#ffffff")
        for dot in reversed(dots):
            strong = dot.stop.name == self.place
            rim = QColor(self.theme.accent if strong else self.theme.text)
            painter.setPen(QPen(rim, 2.4 if strong else 1.5))
            painter.setBrush(ground)
            reach = DOT if dot.bold else DOT - 0.9
            if dot.site:
                painter.drawPolygon(diamond(dot.point, reach))
            else:
                painter.drawEllipse(dot.point, reach, reach)

    def _credit_style(self) -> Style:
        return Style(11, self.theme.muted, self.theme.land)

    def _credit_box(self, area: QRectF) -> QRectF:
        size = self._lettering.size(self.basemap.credit, self._credit_style())
        return QRectF(area.bottomRight() - QPointF(size.width() + 12, size.height() + 8), size)

    def signs(self) -> tuple[str, ...]:
        """The signs to explain: the modes of the chosen route, or of all, that of what is not in use, and that of sites
        where some are marked."""
        shown = [piece for piece in self._pieces if not self.chosen or piece.route == self.chosen]
        modes = {piece.mode for piece in shown}
        unbuilt = (UNBUILT,) if not all(piece.used for piece in self._pieces) else ()
        return (*(mode for mode in MODES if mode in modes), *unbuilt, *((SITE,) if self._sites else ()))

    def _chosen_name(self) -> str:
        return next((row.name for row in self._rows if row.id == self.chosen), "")


def _wider(box: QRectF) -> QRectF:
    by = max(box.width(), box.height()) * MARGIN
    return box.adjusted(-by, -by, by, by)


def _apart(a: QPointF, b: QPointF) -> float:
    return float(((a.x() - b.x()) ** 2 + (a.y() - b.y()) ** 2) ** 0.5)


def _between(first: QColor, second: QColor, share: float) -> QColor:
    """The colour that lies `share` of the way from the first to the second."""
    here, there = (first.red(), first.green(), first.blue()), (second.red(), second.green(), second.blue())
    return QColor(*(round(a + (b - a) * share) for a, b in zip(here, there, strict=True)))
