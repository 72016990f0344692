"""The legend of the map: the chosen route's name, the line of each mode, and the sign of sites."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.views.lettering import Style
from ui.views.strokes import MODE_WORDS, SITE, diamond, sample

if TYPE_CHECKING:
    from ui.theme import Theme
    from ui.views.lettering import Lettering

PAD = 12.0
LINE = 34.0
WIDEST = 260.0
AWAY = 14.0
MOST = 0.08
"""The part of the map that the legend may hide with the route's name in it; the list beside the map names it, too."""

WIDE = 0.4
"""The part of the map's width that it may take with that name."""

DIAMOND = 4.0


class Legend:
    """Lays out and paints the legend in the lower left corner."""

    def __init__(self, lettering: Lettering) -> None:
        self._lettering = lettering

    def box(self, title: str, modes: Sequence[str], area: QRectF) -> QRectF:
        """Where the legend stands; empty when there is nothing to explain."""
        if not modes:
            return QRectF()
        lines = self._wrapped(title)
        plain = Style(12, "", "")
        words = [self._lettering.size(MODE_WORDS.get(mode, mode), plain).width() + LINE + 10 for mode in modes]
        titles = [self._lettering.size(line, Style(13, "", "", bold=True)).width() for line in lines]
        width = max([*words, *titles]) + 2 * PAD
        height = self._row() * (len(lines) + len(modes)) + 2 * PAD - 4 + (4 if lines else 0)
        return QRectF(area.left() + AWAY, area.bottom() - AWAY - height, width, height)

    def title(self, title: str, modes: Sequence[str], area: QRectF) -> str:
        """The title, where the map is large enough for it."""
        box = self.box(title, modes, area)
        small = box.width() * box.height() <= MOST * area.width() * area.height()
        return title if small and box.width() <= WIDE * area.width() else ""

    def paint(
        self, painter: QPainter, box: QRectF, title: str, modes: Sequence[str], theme: Theme, ratio: float | None
    ) -> None:
        """The legend in its box."""
        if box.isEmpty():
            return
        ground = QColor(theme.base)
        ground.setAlphaF(0.94)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 8, 8)
        y = box.top() + PAD - 2
        bold = Style(13, theme.text, theme.base, bold=True)
        for line in self._wrapped(title):
            self._write(painter, QPointF(box.left() + PAD, y), line, bold, ratio)
            y += self._row()
        y += 4 if title else 0
        for mode in modes:
            self._paint_sign(painter, QRectF(box.left() + PAD, y, LINE, self._row() - 2), mode, theme)
            at = QPointF(box.left() + PAD + LINE + 10, y)
            self._write(painter, at, MODE_WORDS.get(mode, mode), Style(12, theme.text, theme.base), ratio)
            y += self._row()

    def _paint_sign(self, painter: QPainter, area: QRectF, sign: str, theme: Theme) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if sign == SITE:
            painter.setPen(QPen(QColor(theme.text), 1.5))
            painter.drawPolygon(diamond(area.center(), DIAMOND))
        else:
            sample(painter, area, sign, theme.mode(sign), 3.0)

    def _row(self) -> float:
        """The height of a line of the legend."""
        return self._lettering.size("X", Style(13, "", "", bold=True)).height() + 2

    def _write(self, painter: QPainter, at: QPointF, text: str, style: Style, ratio: float | None) -> None:
        self._lettering.write(painter, QRectF(at, self._lettering.size(text, style)), text, style, ratio)

    def _wrapped(self, title: str) -> list[str]:
        """The title in lines no wider than the legend may be."""
        style = Style(13, "", "", bold=True)
        lines: list[str] = []
        for word in title.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self._lettering.size(longer, style).width() <= WIDEST:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines
