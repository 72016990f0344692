"""The headings of the matrix: names in full, wrapped onto as many lines as they need."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QHeaderView, QTableView
from typing_extensions import override

from ui.theme import font

PAD = 14
WRAP = int(Qt.TextFlag.TextWordWrap)
ACROSS = WRAP | int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.AlignmentFlag.AlignBottom)
DOWN = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)


class MatrixHeader(QHeaderView):
    """Headings of columns or rows on the plain ground of the table; a bar under the chosen column."""

    def __init__(self, orientation: Qt.Orientation, parent: QTableView) -> None:
        super().__init__(orientation, parent)
        self._marked = -1
        self.setFont(heading_font(parent.font()))
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)

    def mark(self, section: int) -> None:
        """Underline this heading; -1 for none."""
        self._marked = section
        self.viewport().update()

    @override
    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        words, metrics = self._words(logicalIndex), QFontMetrics(self.font())
        if self.orientation() == Qt.Orientation.Vertical:
            return QSize(metrics.horizontalAdvance(words) + 2 * PAD, self.sectionSize(logicalIndex))
        width = self.sectionSize(logicalIndex)
        return QSize(width, metrics.boundingRect(QRect(0, 0, width - PAD // 2, 1000), WRAP, words).height() + PAD)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        painter.setFont(self.font())
        painter.setPen(self.palette().text().color())
        if self.orientation() == Qt.Orientation.Vertical:
            painter.drawText(rect.adjusted(PAD, 0, 0, 0), DOWN, self._words(logicalIndex))
        else:
            painter.drawText(rect.adjusted(1, 0, -1, -7), ACROSS, self._words(logicalIndex))
        if logicalIndex == self._marked:
            painter.fillRect(rect.left() + 6, rect.bottom() - 3, rect.width() - 12, 3, self.palette().accent())
        painter.restore()

    def _words(self, section: int) -> str:
        model = self.model()  # none any more while the window is taken down
        return str(model.headerData(section, self.orientation()) or "") if model is not None else ""


def heading_font(base: QFont) -> QFont:
    """The font of headings in a table written in `base`."""
    return font(base, scale=0.94, bold=True)


def longest_word(face: QFont, names: Iterable[str]) -> int:
    """How wide a column must be so that no word of any heading is cut, in pixels."""
    metrics = QFontMetrics(face)
    words = [word for name in names for word in name.split()]
    return max((metrics.horizontalAdvance(word.capitalize()) for word in words), default=0) + PAD
