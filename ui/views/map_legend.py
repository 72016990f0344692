"""The legend of the map: the chosen route's name, the line of each mode, and the sign of sites.

On a small map it leaves the name out and sets the signs side by side, so that it hides less.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from models.records import Record
from ui.views.lettering import Style
from ui.views.strokes import MODE_WORDS, SITE, diamond, sample

if TYPE_CHECKING:
    from ui.theme import Theme
    from ui.views.lettering import Lettering

PAD = 12.0
LINE = 34.0
GAP = 10.0
WIDEST = 260.0
AWAY = 14.0
MOST = 0.06
"""The part of the map that the legend may hide with the route's name in it; the list beside the map names it, too."""

WIDE = 0.4
"""The part of the map's width that it may take."""

SHORT_LINE = 26.0
SHORT_GAP = 6.0
"""A sign where signs stand side by side, and what is left between it and its word."""

DIAMOND = 4.0


class Layout(Record):
    """Where all of the legend goes: its box, the lines of its title, and the corner and width of each sign."""

    box: QRectF
    title: tuple[str, ...]
    signs: tuple[tuple[QPointF, float], ...]


class Legend:
    """Lays out and paints the legend in the lower left corner."""

    def __init__(self, lettering: Lettering) -> None:
        self._lettering = lettering

    def lay_out(self, title: str, modes: Sequence[str], area: QRectF) -> Layout:
        """Where the legend stands in the map's area; its box is empty when there is nothing to explain."""
        if not modes:
            return Layout(QRectF(), (), ())
        column = self._column(title, modes, area)
        box = column.box
        small = box.width() * box.height() <= MOST * area.width() * area.height()
        return column if small and box.width() <= WIDE * area.width() else self._rows(modes, area)

    def _column(self, title: str, modes: Sequence[str], area: QRectF) -> Layout:
        """The title, and a sign below the other."""
        lines = self._wrapped(title)
        words = [self._wide(mode) + LINE + GAP for mode in modes]
        titles = [self._lettering.size(line, Style(13, "", "", bold=True)).width() for line in lines]
        width = max([*words, *titles]) + 2 * PAD
        height = self._row() * (len(lines) + len(modes)) + 2 * PAD - 4 + (4 if lines else 0)
        box = QRectF(area.left() + AWAY, area.bottom() - AWAY - height, width, height)
        top = box.top() + PAD - 2 + (4 if lines else 0) + len(lines) * self._row()
        places = [QPointF(box.left() + PAD, top + number * self._row()) for number in range(len(modes))]
        return Layout(box, tuple(lines), tuple((place, LINE) for place in places))

    def _rows(self, modes: Sequence[str], area: QRectF) -> Layout:
        """Signs side by side, in as many lines as they need."""
        room = WIDE * area.width() - 2 * PAD
        places: list[QPointF] = []
        left = top = widest = 0.0
        for mode in modes:
            wide = SHORT_LINE + SHORT_GAP + self._wide(mode)
            if left and left + wide > room:
                left, top = 0.0, top + self._row()
            places.append(QPointF(left, top))
            widest = max(widest, left + wide)
            left += wide + 2 * GAP
        height = top + self._row() + PAD
        box = QRectF(area.left() + AWAY, area.bottom() - AWAY - height, widest + 2 * PAD, height)
        corner = box.topLeft() + QPointF(PAD, PAD / 2)
        return Layout(box, (), tuple((corner + place, SHORT_LINE) for place in places))

    def paint(
        self, painter: QPainter, title: str, modes: Sequence[str], area: QRectF, theme: Theme, ratio: float | None
    ) -> None:
        """The legend in its place."""
        layout = self.lay_out(title, modes, area)
        box = layout.box
        if box.isEmpty():
            return
        ground = QColor(theme.base)
        ground.setAlphaF(0.94)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 8, 8)
        bold = Style(13, theme.text, theme.base, bold=True)
        for number, line in enumerate(layout.title):
            at = QPointF(box.left() + PAD, box.top() + PAD - 2 + number * self._row())
            self._write(painter, at, line, bold, ratio)
        for mode, (place, wide) in zip(modes, layout.signs, strict=True):
            self._paint_sign(painter, QRectF(place.x(), place.y(), wide, self._row() - 2), mode, theme)
            at = place + QPointF(wide + (GAP if wide == LINE else SHORT_GAP), 0)
            self._write(painter, at, MODE_WORDS.get(mode, mode), Style(12, theme.text, theme.base), ratio)

    def _paint_sign(self, painter: QPainter, area: QRectF, sign: str, theme: Theme) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if sign == SITE:
            painter.setPen(QPen(QColor(theme.text), 1.5))
            painter.drawPolygon(diamond(area.center(), DIAMOND))
        else:
            sample(painter, area, sign, theme.mode(sign), 3.0)

    def _wide(self, mode: str) -> float:
        """How wide the word for a sign is."""
        return self._lettering.size(MODE_WORDS.get(mode, mode), Style(12, "", "")).width()

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
