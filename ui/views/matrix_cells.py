"""How a cell of the matrix is drawn: as dots for its sources, or in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from models.pages.ages import UNDATED
from models.records import Standing
from ui.theme import font
from ui.views.matrix_model import CELL, AnyIndex

if TYPE_CHECKING:
    from models.pages.resources import Cell
    from ui.theme import Theme

DOTS = 5
DOT = 3.0
ROW = 43
NARROW = 74
WIDE = 180
PAD = 3
WRAP = int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


class MatrixDelegate(QStyledItemDelegate):
    """Draws a cell as a tile of its row's colour: the more sources the fuller, with a dot for each of up to five.

    A contested cell has a dashed rim and a word, so that colour is not the only sign of it. `places` tell for each row
    the country's place in the region's order, None for the others.
    """

    def __init__(self, theme: Theme, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self.theme = theme
        self.in_words = False
        self.places: tuple[int | None, ...] = ()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(WIDE if self.in_words else NARROW, ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        cell: Cell | None = index.data(CELL)
        box = QRectF(option.rect).adjusted(PAD, PAD, -PAD, -PAD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, QColor(self.theme.base))
        self._paint_tile(painter, box, cell, index.row())
        if cell is not None and self.in_words:
            self._paint_words(painter, box, cell, option)
        elif cell is not None:
            self._paint_dots(painter, box, cell, option.font)
        state = option.state
        if state & QStyle.StateFlag.State_Selected or state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.theme.accent), 2.2))
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 7, 7)
        painter.restore()

    def _paint_tile(self, painter: QPainter, box: QRectF, cell: Cell | None, row: int) -> None:
        place = self.places[row] if row < len(self.places) else None
        contested = cell is not None and cell.standing == Standing.CONTESTED
        rim = QPen(QColor(self.theme.standings["contested"]), 1.6, Qt.PenStyle.DashLine)
        painter.setPen(rim if contested else Qt.PenStyle.NoPen)
        painter.setBrush(faded(self.theme, cell.sources if cell is not None else 0, place))
        painter.drawRoundedRect(box, 6, 6)

    def _paint_dots(self, painter: QPainter, box: QRectF, cell: Cell, base: QFont) -> None:
        contested = cell.standing == Standing.CONTESTED
        middle = box.center() - QPointF(0, 7 if contested else 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.text))
        if cell.sources > DOTS:
            count = QRectF(box.left(), middle.y() - 10, box.width(), 20)
            self._text(painter, count, str(cell.sources), font(base, bold=True))
        else:
            step = 3.6 * DOT
            for number in range(cell.sources):
                painter.drawEllipse(middle + QPointF((number - (cell.sources - 1) / 2) * step, 0), DOT, DOT)
        if contested:
            self._text(painter, box.adjusted(0, box.height() / 2, 0, -1), cell.standing.value, font(base, scale=0.8))

    def _text(self, painter: QPainter, box: QRectF, words: str, face: QFont) -> None:
        painter.setFont(face)
        painter.setPen(QColor(self.theme.text))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint_words(self, painter: QPainter, box: QRectF, cell: Cell, option: QStyleOptionViewItem) -> None:
        face = font(option.font, scale=0.88)
        metrics = QFontMetricsF(face)
        painter.setFont(face)
        painter.setPen(QColor(self.theme.text))
        inner = box.adjusted(7, 4, -7, -4)
        upper = inner.adjusted(0, 0, 0, -metrics.lineSpacing())
        painter.drawText(upper, WRAP, fitted(cell.text, metrics, upper))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignBottom), below(cell))


def faded(theme: Theme, sources: int, place: int | None) -> QColor:
    """The colour of a tile: the more sources the fuller, pale without any; by the place of the region's country."""
    if not sources:
        colour = QColor(theme.line)
        colour.setAlphaF(0.28)
        return colour
    colour = QColor(theme.muted) if place is None else theme.fill(place)
    strength = 0.34 + 0.66 * (min(sources, DOTS) - 1) / (DOTS - 1)
    colour.setAlphaF(strength * (0.4 if place is None else 1.0))
    return colour


def below(cell: Cell) -> str:
    """What stands below the words: sources, disagreement on just these, and the year that they are of where they do not
    tell it; where they have none, that of the newest source."""
    sources = "1 source" if cell.sources == 1 else f"{cell.sources} sources"
    year = cell.as_of.date[:4] if cell.as_of else UNDATED
    if cell.as_of and cell.as_of.told:
        sources = f"{sources} of {year}"
    elif year not in cell.text:
        sources = f"{year} · {sources}"
    return f"{sources}, {Standing.CONTESTED.value}" if cell.contested else sources


def fitted(words: str, metrics: QFontMetricsF, box: QRectF) -> str:
    """The words, cut only where the lines that the box has room for do not hold them."""
    tall = QRectF(0, 0, box.width(), 10 * box.height())
    shown, short = words, words
    while metrics.boundingRect(tall, WRAP, shown).height() > box.height() + 1 and " " in short:
        short = short.rpartition(" ")[0]
        shown = f"{short}…"
    return shown
