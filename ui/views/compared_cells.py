"""How cells and names of compared countries are drawn: what is measured, a value, and its time below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from models.pages.comparing import NONE
from ui.theme import SPACE, font
from ui.views.compared_model import CELL, AnyIndex, below

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from models.pages.comparing import ComparedCell
    from ui.theme import Theme

PAD = 6
SMALL = 0.88
FEW = 17
"""Characters that a line of what is measured may have."""
TALL = 10_000
WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
AT_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class ComparedDelegate(QStyledItemDelegate):
    """Draws a value with its time below it, both wrapped; a contested one has a dashed rim, and a word for it."""

    def __init__(self, theme: Theme, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self.theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        across = max(option.rect.width() - 2 * (PAD + SPACE // 2), 1)
        value, time = _texts(index.data(CELL))
        small = _high(time, font(option.font, scale=SMALL), across) if time else 0
        return QSize(option.rect.width(), _high(value, option.font, across) + small + 2 * PAD + SPACE // 2)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        cell: ComparedCell | None = index.data(CELL)
        theme, area = self.theme, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, QColor(theme.base))
        _rule(painter, area, theme)
        box = area.adjusted(SPACE // 2, SPACE // 4, -SPACE // 2, -SPACE // 4 - 1)
        if cell is not None and cell.line.contested:
            painter.setPen(QPen(QColor(theme.standings["contested"]), 1.4, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(box), 6, 6)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus):
            painter.setPen(QPen(QColor(theme.accent), 2.2))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 6, 6)
        self._write(painter, box.adjusted(PAD, PAD - 1, -PAD, 0), cell, option.font)
        painter.restore()

    def _write(self, painter: QPainter, box: QRect, cell: ComparedCell | None, base: QFont) -> None:
        value, time = _texts(cell)
        painter.setFont(base)
        painter.setPen(QColor(self.theme.text if cell else self.theme.muted))
        painter.drawText(box, WRAP, value)
        if cell is not None:
            loud = self.theme.standings["contested"] if cell.line.contested else self.theme.muted
            painter.setFont(font(base, scale=SMALL))
            painter.setPen(QColor(loud))
            painter.drawText(box.adjusted(0, _high(value, base, box.width()), 0, 0), WRAP, time)


class ComparedHeader(QHeaderView):
    """Names of countries or of what is measured, in bold, wrapped, and ruled as the cells are."""

    def __init__(self, orientation: Qt.Orientation, theme: Theme, parent: QTableView) -> None:
        super().__init__(orientation, parent)
        self.theme = theme
        self.setSectionsClickable(orientation == Qt.Orientation.Horizontal)
        self.setHighlightSections(False)

    @override
    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        words, face = self._words(logicalIndex), self._face()
        metrics = QFontMetrics(face)
        if self.orientation() == Qt.Orientation.Horizontal:
            return QSize(metrics.horizontalAdvance(words) + 2 * (PAD + SPACE // 2), metrics.height() + 2 * SPACE)
        across = min(metrics.horizontalAdvance(words) + 1, FEW * metrics.averageCharWidth())
        return QSize(across + 2 * SPACE, _high(words, face, across) + 2 * PAD + SPACE // 2)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        painter.fillRect(rect, QColor(self.theme.base))
        _rule(painter, rect, self.theme)
        painter.setFont(self._face())
        painter.setPen(QColor(self.theme.text))
        if self.orientation() == Qt.Orientation.Horizontal:
            painter.drawText(rect.adjusted(PAD + SPACE // 2, 0, 0, 0), AT_LEFT, self._words(logicalIndex))
        else:
            box = rect.adjusted(SPACE, SPACE // 4 + PAD - 1, -SPACE, 0)
            painter.drawText(box, WRAP, self._words(logicalIndex))
        painter.restore()

    def _face(self) -> QFont:
        return font(self.font(), bold=True)

    def _words(self, section: int) -> str:
        model = self.model()  # none any more while the window is taken down
        return str(model.headerData(section, self.orientation()) or "") if model is not None else ""


def longest_word(words: str, metrics: QFontMetrics) -> int:
    """How wide a column must be so that none of these words is cut, in pixels."""
    return max((metrics.horizontalAdvance(word) for word in words.split()), default=0) + 2 * (PAD + SPACE // 2) + 1


def _texts(cell: ComparedCell | None) -> tuple[str, str]:
    return (cell.value, below(cell)) if cell else (NONE, "")


def _high(words: str, face: QFont, across: int) -> int:
    return QFontMetrics(face).boundingRect(QRect(0, 0, across, TALL), WRAP, words).height()


def _rule(painter: QPainter, area: QRect, theme: Theme) -> None:
    """A thin line below."""
    painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(theme.line))
