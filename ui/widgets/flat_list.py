"""A list of rows of different heights that stays quick with 100,000 of them."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget
from typing_extensions import override

from ui.theme import SPACE

SMOOTH_UP_TO = 400
"""Rows up to which every row is measured, so that scrolling goes by pixels; beyond, it goes by rows."""


class FlatList(QTreeView):
    """A tree view without a tree: one column, no header, rows as tall as their delegate says at this width.

    `hint` is what it says when it has no rows.

    QListView would measure every row; this measures only those in sight once there are many.
    """

    def __init__(self, name: str, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.hint = ""
        self._clicked = False
        self.clicked.connect(self._on_click)
        self._across = 0
        self.expect(0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(str(self.currentIndex().data() or ""))
            return
        super().keyPressEvent(event)

    @property
    def across(self) -> int:
        """The width of the rows, in pixels.

        The viewport knows it too, but the first look at one makes PySide go through all kinds of widgets there are.
        """
        return self._across or self.width()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press that is let go elsewhere has moved the mark all the same: what it marks is told."""
        self._clicked = False
        super().mouseReleaseEvent(event)
        if not self._clicked and event.button() == Qt.MouseButton.LeftButton and self.currentIndex().isValid():
            self.tell_let_go(self.currentIndex())

    def tell_let_go(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Tell that this row is the current one since the mouse was let go outside it."""

    def _on_click(self) -> None:
        self._clicked = True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._across = event.size().width()
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hint and not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            area = self.viewport().rect().adjusted(3 * SPACE, 3 * SPACE, -3 * SPACE, -3 * SPACE)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap), self.hint)

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, 160)

    def expect(self, rows: int) -> None:
        """Get ready for so many rows; said before they come, else Qt measures all of them at once."""
        modes = QAbstractItemView.ScrollMode
        mode = modes.ScrollPerPixel if rows <= SMOOTH_UP_TO else modes.ScrollPerItem
        if self.verticalScrollMode() != mode:
            self.setVerticalScrollMode(mode)


def paint_focus(painter: QPainter, area: QRect, colour: QColor) -> None:
    """Show that the keyboard is at this row."""
    painter.save()
    painter.setPen(QPen(colour, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(1, 1, -1, -1))
    painter.restore()
