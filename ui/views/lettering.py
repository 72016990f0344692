"""Writing on pictures: names with a halo, so that they can be read over lines and colours."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

HALO = 3.0
REMEMBERED = 1200
USUAL = 12.0
"""The size of the window's letters, in pixels, at which a style has just its own size; larger ones enlarge it."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a name is written: size in pixels, spacing between letters in pixels, and colours as #rrggbb."""

    size: float
    colour: str
    halo: str
    bold: bool = False
    italic: bool = False
    spacing: float = 0.0


class Lettering:
    """Writes names. Their shapes and, for the screen, their pixels are kept, because the same names come back with
    every step of a drag."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._scale = QFontInfo(font).pixelSize() / USUAL
        self._paths: dict[tuple[str, Style], tuple[QPainterPath, QSizeF]] = {}
        self._stamps: dict[tuple[str, Style, float], QPixmap] = {}

    def font(self, style: Style) -> QFont:
        """The font of a style."""
        font = QFont(self._font)
        font.setPixelSize(max(1, round(style.size * self._scale)))
        font.setWeight(QFont.Weight.DemiBold if style.bold else QFont.Weight.Normal)
        font.setItalic(style.italic)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.spacing)
        return font

    def size(self, text: str, style: Style) -> QSizeF:
        """How much room the name takes."""
        return self._shape(text, style)[1]

    def write(self, painter: QPainter, box: QRectF, text: str, style: Style, ratio: float | None) -> None:
        """Write the name into its box; `ratio` is the screen's pixel ratio, None for paper (drawn as shapes)."""
        if ratio is None:
            painter.save()
            painter.translate(box.topLeft())
            self._draw(painter, text, style)
            painter.restore()
            return
        corner = QPointF(round(box.x() * ratio) / ratio, round(box.y() * ratio) / ratio)
        painter.drawPixmap(corner - QPointF(HALO, HALO), self._stamp(text, style, ratio))

    def _shape(self, text: str, style: Style) -> tuple[QPainterPath, QSizeF]:
        key = (text, style)
        if key not in self._paths:
            font = self.font(style)
            metrics = QFontMetricsF(font)
            path = QPainterPath()
            path.addText(QPointF(0, metrics.ascent()), font, text)
            width = metrics.horizontalAdvance(text) - style.spacing
            self._paths[key] = (path, QSizeF(width, metrics.height()))
        return self._paths[key]

    def _stamp(self, text: str, style: Style, ratio: float) -> QPixmap:
        key = (text, style, ratio)
        if key not in self._stamps:
            if len(self._stamps) > REMEMBERED:
                self._stamps.clear()
            size = self.size(text, style) + QSizeF(2 * HALO, 2 * HALO)
            pixmap = QPixmap((size * ratio).toSize() + QSizeF(1, 1).toSize())
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(HALO, HALO)
            self._draw(painter, text, style)
            painter.end()
            self._stamps[key] = pixmap
        return self._stamps[key]

    def _draw(self, painter: QPainter, text: str, style: Style) -> None:
        """The halo below, the letters above; letters are set as text, for they come out sharper than shapes."""
        path, _ = self._shape(text, style)
        halo = QColor(style.halo)
        halo.setAlphaF(0.82)
        painter.strokePath(path, _pen(halo, HALO))
        font = self.font(style)
        painter.setFont(font)
        painter.setPen(QColor(style.colour))
        painter.drawText(QPointF(0, QFontMetricsF(font).ascent()), text)


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
