"""The map's drawing as an item on the screen: layers are kept as pixels, so that a drag or a hover answers at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from ui.views.map_controls import covered

if TYPE_CHECKING:
    from ui.views.map_drawing import MapDrawing, Writing


class MapScreen(pg.GraphicsObject):
    """Paints the map. While it is `hasty`, the last picture is moved and scaled and only what comes into view behind
    its edges is drawn anew, without smoothing."""

    def __init__(self, drawing: MapDrawing, bounds: QRectF, buttons: int = 0) -> None:
        """Over the map lie so many buttons."""
        super().__init__()
        self._buttons = buttons
        self._drawing = drawing
        self._bounds = bounds
        self._ground: tuple[object, QPixmap] | None = None
        self._writing: tuple[object, Writing] | None = None
        self._still: tuple[QTransform, QPixmap] | None = None
        self.hasty = False

    def renew(self) -> None:
        """Draw everything anew: routes, names or colours have changed."""
        self._ground = self._writing = self._still = None
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        return self._bounds

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if widget is None:
            return
        to_pixels, ratio = painter.worldTransform(), widget.devicePixelRatioF()
        area = QRectF(widget.rect())
        painter.save()
        painter.resetTransform()
        if self.hasty and self._still is not None:
            self._paint_moved(painter, to_pixels, area, *self._still)
        else:
            picture = self._picture(to_pixels, area, ratio)
            self._still = (to_pixels, picture)
            painter.drawPixmap(0, 0, picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._drawing.paint_frame(painter, area, ratio)
        painter.restore()

    def _paint_moved(
        self, painter: QPainter, to_pixels: QTransform, area: QRectF, then: QTransform, picture: QPixmap
    ) -> None:
        """The last picture where it now belongs, and plain ground around it."""
        moved = then.inverted()[0] * to_pixels
        covered = moved.mapRect(QRectF(0, 0, *_logical(picture)))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for bare in QRegion(area.toAlignedRect()).subtracted(QRegion(covered.toRect())):  # type: ignore[attr-defined]
            painter.setClipRect(bare)
            self._drawing.paint_ground(painter, to_pixels, QRectF(bare))
        painter.restore()
        painter.save()
        painter.setTransform(moved, combine=True)
        painter.drawPixmap(0, 0, picture)
        painter.restore()

    def _picture(self, to_pixels: QTransform, area: QRectF, ratio: float) -> QPixmap:
        view = (_key(to_pixels), area.width(), area.height(), ratio, self._drawing.theme.name)
        if self._ground is None or self._ground[0] != view:
            ground = _blank(area.size(), ratio)
            painter = _smooth_painter(ground)
            self._drawing.paint_ground(painter, to_pixels, area)
            painter.end()
            self._ground = (view, ground)
        marked = (*view, self._drawing.chosen, self._drawing.place)
        if self._writing is None or self._writing[0] != marked:
            self._writing = (marked, self._drawing.lay_out(to_pixels, area, covered(area, self._buttons)))
        picture = QPixmap(self._ground[1])
        painter = _smooth_painter(picture)
        self._drawing.paint_routes(painter, to_pixels, area)
        self._drawing.paint_names(painter, self._writing[1], ratio)
        painter.end()
        return picture


def _key(transform: QTransform) -> tuple[float, ...]:
    return (transform.m11(), transform.m22(), transform.dx(), transform.dy())


def _blank(size: QSizeF, ratio: float) -> QPixmap:
    pixmap = QPixmap((size * ratio).toSize())
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def _smooth_painter(pixmap: QPixmap) -> QPainter:
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def _logical(pixmap: QPixmap) -> tuple[float, float]:
    size = pixmap.deviceIndependentSize()
    return size.width(), size.height()


def on_paper(seen: QRectF, size: QSizeF) -> QTransform:
    """From the ground, in kilometres, to paper of this size, so that all that is seen fits on it."""
    scale = min(size.width() / seen.width(), size.height() / seen.height())
    transform = QTransform.fromTranslate(size.width() / 2, size.height() / 2)
    transform.scale(scale, -scale)
    return transform.translate(-seen.center().x(), -seen.center().y())
