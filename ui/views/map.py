"""The map on the screen: wheel, pinch, drag and keys move it, a click chooses a leg or a place, two open a country."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QToolTip, QWidget
from typing_extensions import override

from ui.views.export import offer_picture
from ui.views.map_controls import PANS, STEP, WIDE, ZOOMS, add_controls, in_words
from ui.views.map_drawing import Found, MapDrawing
from ui.views.map_screen import MapScreen, on_paper

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from models.pages.routes import RouteRow, Stop
    from ui.theme import Theme
    from ui.views.basemap import Basemap, Land

PINCH = Qt.GestureType.PinchGesture
CLOSEST = 260.0
"""The narrowest view, in kilometres."""
SETTLED = 140
"""Milliseconds without movement after which the map is drawn smoothly again."""


class MapView(pg.GraphicsView):
    """An offline map with routes. Says which route or place was chosen, which country is to be opened (by a double
    click or the menu), and what the pointer is over."""

    route_chosen = Signal(str)
    stop_chosen = Signal(str)
    country_chosen = Signal(str)

    def __init__(self, basemap: Basemap, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self._drawing = MapDrawing(basemap, theme, QFont(self.font()))
        self._reach = basemap.reach
        self._box = pg.ViewBox(lockAspect=1.0, enableMenu=False, enableMouse=False, border=None, defaultPadding=0)
        self._screen = MapScreen(self._drawing, self._reach, len(self._controls()))
        self._settle = QTimer(self, singleShot=True, interval=SETTLED)
        self._wish: QRectF | None = self._drawing.home()
        self._pressed: QPointF | None = None
        self._grip: QPointF | None = None
        self._lay_out()
        self._settle.timeout.connect(self._on_settled)
        self._open = QAction(self)
        self._open.triggered.connect(lambda: self.country_chosen.emit(self._open.data()))
        self._open.setVisible(False)
        self.addAction(self._open)
        offer_picture(self, "the map")

    def _lay_out(self) -> None:
        self.setCentralItem(self._box)
        self._box.addItem(self._screen, ignoreBounds=True)
        self.setMouseTracking(True)
        self.viewport().grabGesture(PINCH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 160)
        self.setAccessibleName("Map of transport routes")
        self.setAccessibleDescription("Arrows move it, plus and minus zoom, Home shows everything.")
        add_controls(self, self._controls())

    def _controls(self) -> tuple[tuple[str, str, Callable[[], None]], ...]:
        return (
            ("+", "Zoom in (+)", lambda: self.zoom(STEP)),
            ("\N{MINUS SIGN}", "Zoom out (\N{MINUS SIGN})", lambda: self.zoom(1 / STEP)),
            ("\N{SQUARE FOUR CORNERS}", "Show everything (Home)", self.show_everything),
        )

    # --- what to show ----------------------------------------------------------------------------------------------

    def set_routes(self, rows: Sequence[RouteRow], places: Sequence[Stop]) -> None:
        """Draw these routes and places."""
        self._drawing.set_routes(rows, places)
        self._screen.renew()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._drawing.theme = theme
        self._screen.renew()

    def choose(self, route: str, *, go_there: bool = False) -> None:
        """Let a route stand out ("" for none) and, if wished, bring it into view."""
        self._drawing.chosen = route
        bounds = self._drawing.bounds(route)
        if go_there and not bounds.isNull():
            self.show_area(bounds)
        self._screen.update()

    def choose_place(self, name: str) -> None:
        """Mark a place ("" for none)."""
        self._drawing.place = name
        self._screen.update()

    def routes_through(self, stop: str) -> tuple[str, ...]:
        """The ids of the routes that call at a place."""
        return self._drawing.routes_through(stop)

    def show_everything(self) -> None:
        """Fit the region and all routes."""
        self.show_area(self._drawing.everything())

    def show_home(self) -> None:
        """Fit the region and its neighbours."""
        self.show_area(self._drawing.home())

    def show_area(self, area: QRectF) -> None:
        """Fit an area, in kilometres, now and for as long as the user does not move the map."""
        self._wish = area
        self._fit(area)

    def paint_on(self, painter: QPainter, size: QSizeF) -> None:
        """The map as it stands, on paper of this size."""
        self._drawing.paint(painter, on_paper(self.seen, size), size)

    # --- moving ----------------------------------------------------------------------------------------------------

    @property
    def seen(self) -> QRectF:
        """The part of the ground in view, in kilometres."""
        return QRectF(self._box.viewRect())

    def pixel_of(self, x: float, y: float) -> QPointF:
        """Where a point of the ground stands in the view."""
        seen, scale = self.seen, self.scale_now
        return QPointF((x - seen.left()) * scale, (seen.bottom() - y) * scale)

    @property
    def scale_now(self) -> float:
        """Pixels a kilometre."""
        return float(self.width() / max(self.seen.width(), 1e-9))

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Come closer (factor above 1) or go away; the point under `at` (in pixels) stays where it is."""
        middle = QPointF(self.width() / 2, self.height() / 2)
        at = middle if at is None else at
        fixed, scale = self._ground_at(at), self.scale_now
        closer = self._allowed(scale * factor)
        offset = QPointF(at.x() - middle.x(), middle.y() - at.y()) / closer
        self._move_to(fixed - offset, closer)

    def pan(self, right: float, down: float) -> None:
        """Move the view by so many pixels."""
        scale = self.scale_now
        self._move_to(self.seen.center() + QPointF(right / scale, -down / scale), scale)

    def _fit(self, area: QRectF) -> None:
        """Show an area, beside the buttons where it would lie below them."""
        free = self.width() - WIDE
        scale = self._allowed(min(free / area.width(), self.height() / area.height()))
        below = max(0.0, (self.width() + area.width() * scale) / 2 - free)
        self._look(area.center() + QPointF(below / scale, 0), scale)
        self._on_settled()

    def _move_to(self, centre: QPointF, scale: float) -> None:
        self._wish = None
        self._screen.hasty = True
        self._settle.start()
        self._look(centre, scale)

    def _look(self, centre: QPointF, scale: float) -> None:
        """Show the ground around a point, never anything beyond the map's edge."""
        wide, tall = self.width() / scale, self.height() / scale
        x = min(max(centre.x(), self._reach.left() + wide / 2), self._reach.right() - wide / 2)
        y = min(max(centre.y(), self._reach.top() + tall / 2), self._reach.bottom() - tall / 2)
        self._box.setRange(QRectF(x - wide / 2, y - tall / 2, wide, tall), padding=0)

    def _allowed(self, scale: float) -> float:
        lowest = max(self.width() / self._reach.width(), self.height() / self._reach.height())
        return min(max(scale, lowest), max(lowest, self.width() / CLOSEST))

    def _ground_at(self, at: QPointF) -> QPointF:
        """The point of the ground under a pixel."""
        seen, scale = self.seen, self.scale_now
        return QPointF(seen.left() + at.x() / scale, seen.bottom() - at.y() / scale)

    def _on_settled(self) -> None:
        self._screen.hasty = False
        self._screen.update()

    # --- hands -----------------------------------------------------------------------------------------------------

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._drawing.set_font(QFont(self.font()))
            self._screen.renew()

    @override
    def resizeEvent(self, ev: QResizeEvent | None) -> None:  # None comes from pyqtgraph while the view is built
        if ev is None or not ev.size().isValid():
            super().resizeEvent(ev)
            return
        seen = self.seen
        centre, scale = seen.center(), max(ev.oldSize().width(), 1) / max(seen.width(), 1e-9)
        super().resizeEvent(ev)
        if self._wish is not None:
            self._fit(self._wish)
        else:
            self._look(centre, self._allowed(scale))

    @override
    def wheelEvent(self, ev: QWheelEvent) -> None:
        self.zoom(STEP ** (ev.angleDelta().y() / 120), ev.position())
        ev.accept()

    @override
    def close(self) -> bool:
        """Close as any widget; pyqtgraph's own way swaps the viewport while events are still under way."""
        return QWidget.close(self)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom(1 + event.value(), event.position())
            return True
        if isinstance(event, QGestureEvent) and isinstance(pinch := event.gesture(PINCH), QPinchGesture):
            self.zoom(pinch.scaleFactor(), QPointF(self.mapFromGlobal(pinch.hotSpot().toPoint())))
            return True
        if isinstance(event, QContextMenuEvent):
            self._offer_land(self._find(QPointF(event.pos())).land)
        return bool(super().viewportEvent(event))

    def _offer_land(self, land: Land | None) -> None:
        """Let the menu open the country under the pointer."""
        self._open.setVisible(land is not None)
        if land is not None:
            self._open.setText(f"Open {land.name}")
            self._open.setData(land.code)

    @override
    def mousePressEvent(self, ev: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if ev.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._grip = ev.position()

    @override
    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        if self._grip is None or self._pressed is None:
            self._point_at(ev)
            return
        moved = ev.position() - self._pressed
        if self._settle.isActive() or moved.manhattanLength() > 4:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            step = ev.position() - self._grip
            self._grip = ev.position()
            self.pan(-step.x(), -step.y())

    @override
    def mouseReleaseEvent(self, ev: QMouseEvent) -> None:
        clicked = self._pressed is not None and (ev.position() - self._pressed).manhattanLength() <= 4
        self._grip = self._pressed = None
        self.unsetCursor()
        if clicked and ev.button() == Qt.MouseButton.LeftButton:
            self._choose_at(ev.position())

    @override
    def mouseDoubleClickEvent(self, ev: QMouseEvent) -> None:
        """Open the country there, where nothing of a route lies; beyond all countries show everything."""
        found = self._find(ev.position())
        if found.land is None:
            self.show_everything()
        elif found.stop is None and not found.pieces:
            self.country_chosen.emit(found.land.code)

    @override
    def leaveEvent(self, ev: QEvent) -> None:
        self._set_pointed("")

    @override
    def keyPressEvent(self, ev: QKeyEvent) -> None:
        key = Qt.Key(ev.key())
        if key in PANS:
            self.pan(*PANS[key])
        elif key in ZOOMS:
            self.zoom(ZOOMS[key])
        elif key == Qt.Key.Key_Home:
            self.show_everything()
        else:
            ev.ignore()
            return
        ev.accept()

    def _find(self, at: QPointF) -> Found:
        return self._drawing.find(self._ground_at(at), self.scale_now)

    def _choose_at(self, at: QPointF) -> None:
        found = self._find(at)
        if found.stop is not None:
            self.stop_chosen.emit(found.stop.name)
        elif found.pieces:
            self.route_chosen.emit(found.pieces[0].route)

    def _point_at(self, ev: QMouseEvent) -> None:
        found = self._find(ev.position())
        self._set_pointed(found.pieces[0].route if found.pieces and found.stop is None else "")
        chooses = found.stop or found.pieces
        self.setCursor(Qt.CursorShape.PointingHandCursor if chooses else Qt.CursorShape.ArrowCursor)
        QToolTip.showText(ev.globalPosition().toPoint(), in_words(found), self)

    def _set_pointed(self, route: str) -> None:
        if route != self._drawing.pointed:
            self._drawing.pointed = route
            self._screen.update()
