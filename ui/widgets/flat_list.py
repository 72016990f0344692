"""A list of rows of different heights that stays quick with 100,000 of them."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QCursor,
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

from models.records import Record
from ui.theme import SPACE, Theme

SMOOTH_UP_TO = 400
"""Rows up to which every row is measured, so that scrolling goes by pixels; beyond, it goes by rows."""


class RowState(Record):
    """How a row is drawn: as the selected one, the one under the pointer, the one the keyboard is at."""

    selected: bool
    pointed_at: bool
    focused: bool


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
        self._measured = False
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
        self._measured = True
        return self._across or self.width()

    def state_of(self, index: QModelIndex | QPersistentModelIndex, area: QRect) -> RowState:
        """How to draw the row of an index in its area.

        Qt tells a delegate the same as a state of QStyle, but the first look at one makes PySide build all its enums.
        """
        return RowState(
            selected=self.selectionModel().isSelected(index),
            pointed_at=self.underMouse() and area.contains(self.mapFromGlobal(QCursor.pos())),
            focused=self.hasFocus() and index == self.currentIndex(),
        )

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
        wide = event.size().width()
        stale = self._measured and wide != self._across  # rows that were measured at another width
        self._across = wide
        current = self.currentIndex() if event.size().height() < event.oldSize().height() else QModelIndex()
        place = self.visualRect(current) if current.isValid() else QRect()
        seen = not place.isNull() and place.top() >= 0 and place.bottom() <= event.oldSize().height()
        super().resizeEvent(event)
        if seen:  # what has just been chosen stays in sight when something opens below
            self.scrollTo(current)
        if stale:
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
        """Get ready for so many rows; said before they come, else Qt measures all of them at once.

        Where they cannot fit on the screen the scroll bar is there from the beginning: Qt would measure all rows
        without it, and then again beside it.
        """
        sure = rows * self.fontMetrics().height() > self.screen().size().height()
        bars = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bars.ScrollBarAlwaysOn if sure else bars.ScrollBarAsNeeded)
        modes = QAbstractItemView.ScrollMode
        mode = modes.ScrollPerPixel if rows <= SMOOTH_UP_TO else modes.ScrollPerItem
        if self.verticalScrollMode() != mode:
            self.setVerticalScrollMode(mode)


def paint_state(painter: QPainter, area: QRect, state: RowState, theme: Theme) -> None:
    """Draw what lies behind a row: the selection, what the pointer is over, and where the keyboard is."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)  # rectangles, as PySide builds all preset gradients before it fills one
    if state.selected:
        _fill(painter, area, theme.selection)
        _fill(painter, QRect(area.left(), area.top(), 3, area.height()), theme.accent)
    elif state.pointed_at:
        _fill(painter, area, theme.raised)
    if state.focused:
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(1, 1, -1, -1))
    painter.restore()


def _fill(painter: QPainter, area: QRect, colour: str) -> None:
    painter.setBrush(QColor(colour))
    painter.drawRect(area)
