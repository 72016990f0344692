"""The list of statements that every tab uses: one row a statement, with its standing in words and shape."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget
from typing_extensions import override

from models.pages.lines import Line, Section
from ui.session import Session
from ui.theme import Theme
from ui.widgets.statement_delegate import StatementDelegate
from ui.widgets.statement_model import ROW, StatementModel

SMOOTH_UP_TO = 400
"""Rows up to which every row is measured, so that scrolling goes by pixels; beyond, it goes by rows."""


class StatementList(QTreeView):
    """Statements under headings. A click, or the arrow keys, tells `statement_selected`; Enter or a double click
    tells `statement_activated`."""

    statement_selected = Signal(str)
    statement_activated = Signal(str)

    def __init__(self, session: Session, name: str = "Statements", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = StatementModel()
        self._delegate = StatementDelegate(session.theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self._lay_out()
        session.theme_changed.connect(self._on_theme_changed)
        self.clicked.connect(self._on_clicked)
        self.activated.connect(self._on_activated)

    def _lay_out(self) -> None:
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Show these sections; the selected statement stays selected if it is still there."""
        chosen = self.current_statement()
        self._model.set_sections(sections)
        by_pixel = self._model.rowCount() <= SMOOTH_UP_TO
        modes = QAbstractItemView.ScrollMode
        self.setVerticalScrollMode(modes.ScrollPerPixel if by_pixel else modes.ScrollPerItem)
        if chosen:
            self.select(chosen)

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines without headings."""
        self.set_sections((Section(id="", title="", lines=tuple(lines)),))

    def set_filter(self, words: str) -> None:
        """Show only lines that contain all these words."""
        self._model.set_filter(words)

    def current_statement(self) -> str:
        """The id of the selected statement, or an empty text."""
        row = self.currentIndex().data(ROW)
        return row.statement if isinstance(row, Line) else ""

    def select(self, statement: str) -> bool:
        """Select and show a statement without telling anyone; false when it is not in the list."""
        row = self._model.row_of(statement)
        if row < 0:
            return False
        index = self._model.index(row)
        quiet = self.blockSignals(True)
        self.setCurrentIndex(index)
        self.blockSignals(quiet)
        self.scrollTo(index)
        return True

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        statement = self.current_statement()
        if statement and self.hasFocus() and not self.signalsBlocked() and not _pressed():
            self.statement_selected.emit(statement)

    @override
    def keyPressEvent(self, event: object) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):  # type: ignore[attr-defined]
            QGuiApplication.clipboard().setText(self.currentIndex().data() or "")
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    @override
    def sizeHint(self) -> QSize:
        return QSize(420, 240)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Line):
            self.statement_selected.emit(row.statement)

    def _on_activated(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Line):
            self.statement_activated.emit(row.statement)

    def _on_theme_changed(self, theme: Theme) -> None:
        self._delegate.set_theme(theme)
        self.viewport().update()


def _pressed() -> bool:
    """Whether a mouse button is down: then the click itself tells, once."""
    return QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
