"""A list of rows of different heights that stays quick with 100,000 of them."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette, QResizeEvent
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
        self.expect(0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(str(self.currentIndex().data() or ""))
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
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
