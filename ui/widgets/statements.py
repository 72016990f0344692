"""The list of statements that every tab uses: one row a statement, with its standing in words and shape."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from models.pages.lines import Line, Section
from models.pages.matching import names_of
from ui.session import Session
from ui.theme import Theme
from ui.widgets.flat_list import FlatList
from ui.widgets.labels import LOADING
from ui.widgets.limits import none_left
from ui.widgets.statement_delegate import StatementDelegate
from ui.widgets.statement_model import ROW, AnyIndex, Fold, Heading, StatementModel

NOTHING = "Nothing is known here yet.\nImport articles with File > Import files…, or drop them on the window."
BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
NO_MATCH = "No statement has all these words."


class StatementList(FlatList):
    """Statements under headings. A click, the arrow keys or Enter tells `statement_selected`, `counted` how many
    statements pass the filters, and how many there are. A right click, or the menu key, asks for what can be done with
    a statement."""

    counted = Signal(int, int)
    statement_selected = Signal(str)

    def __init__(self, session: Session, name: str = "Statements", parent: QWidget | None = None) -> None:
        self._rows = StatementModel()
        self._entering = False
        super().__init__(name, self._rows, parent)
        self.hint = NOTHING
        self._delegate = StatementDelegate(session.theme, self)
        self.setItemDelegate(self._delegate)
        self._session = session
        self._words = ""
        session.theme_changed.connect(self._on_theme_changed)
        session.older_changed.connect(self._on_older_changed)
        session.shelf_changed.connect(self._on_shelf_changed)
        session.filling_changed.connect(self._tell_sifted)
        self._on_older_changed(session.older)
        self.clicked.connect(self._on_clicked)
        self.activated.connect(self._on_activated)

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Show these sections; the selected statement stays selected if it is still there."""
        chosen = self.current_statement()
        self.expect(sum(len(section.lines) + 1 for section in sections))
        told = (line.statement for section in sections for line in section.lines)
        self._rows.set_sections(sections, self._session.shelved(told))
        self.counted.emit(*self._rows.counted)
        if chosen:
            self.select(chosen)

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines without headings."""
        self.set_sections((Section(id="", title="", lines=tuple(lines)),))

    def set_filter(self, words: str) -> None:
        """Show only lines that contain all these words."""
        self._words = words
        self._rows.set_filter(words, names_of(words.casefold().split(), self._session.catalog))
        self._tell_sifted()

    def current_statement(self) -> str:
        """The id of the selected statement, or an empty text."""
        row = self.currentIndex().data(ROW)
        return row.statement if isinstance(row, Line) else ""

    def holds(self, statement: str) -> bool:
        """Whether a statement is in the list, be it folded away or filtered out."""
        return self._rows.holds(statement)

    def select(self, statement: str) -> bool:
        """Select and show a statement without telling anyone; false when it is not in the list."""
        if self._rows.row_of(statement) < 0:
            self._rows.unfold(statement)
        row = self._rows.row_of(statement)
        if row < 0:
            return False
        index = self._rows.index(row)
        quiet = self.blockSignals(True)
        self.setCurrentIndex(index)
        self.blockSignals(quiet)
        self.scrollTo(index)
        return True

    @override
    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a key leads: never to a heading."""
        here, there = self.currentIndex(), super().moveCursor(action, modifiers)
        if not isinstance(there.data(ROW), Heading):
            return there
        onward = 1 if there.row() >= here.row() or there.row() == 0 else -1
        return self._rows.index(there.row() + onward)

    @override
    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton  # then the click itself tells, once
        row = current.data(ROW)
        if isinstance(row, Line) and self.hasFocus() and not pressed and not self._entering:
            self.statement_selected.emit(row.statement)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the statement with its sentences, and what can be done with them."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        row = index.data(ROW)
        if not isinstance(row, Line):
            return
        self.select(row.statement)
        self.statement_selected.emit(row.statement)
        corner = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        self._session.menu_asked.emit(corner if by_key else event.globalPos())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming in by a key marks a row in sight, but shows nothing yet: the user may only pass through."""
        self._entering = True
        if event.reason() in BY_KEY:
            self._mark_in_sight()
        super().focusInEvent(event)
        self._entering = False

    def _mark_in_sight(self) -> None:
        """Let the statement that is chosen be seen; where none is, mark the first one in sight."""
        if self.selectionModel().isSelected(self.currentIndex()):
            self.scrollTo(self.currentIndex())
            return
        index = self.indexAt(QPoint(self.across // 2, 0))
        while index.isValid() and (self.visualRect(index).top() < 0 or not isinstance(index.data(ROW), Line)):
            index = self.indexBelow(index)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    @override
    def tell_let_go(self, index: AnyIndex) -> None:
        self._on_clicked(index)

    def _on_clicked(self, index: AnyIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Line):
            self.statement_selected.emit(row.statement)
        elif isinstance(row, Fold):
            self._turn(row)

    def _on_activated(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Line):
            self.statement_selected.emit(row.statement)
        elif isinstance(row, Fold) and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._turn(row)  # by a key: a double click has been two clicks already

    def _turn(self, fold: Fold) -> None:
        """Show the earlier values or fold them away, and stay where the user is."""
        at = self.currentIndex().row()
        self._rows.turn(fold.statement)
        quiet = self.blockSignals(True)
        self.setCurrentIndex(self._rows.index(at))
        self.blockSignals(quiet)

    def _on_older_changed(self, limit: str) -> None:
        chosen = self.current_statement()
        self._delegate.today = self._session.today
        self._rows.set_age(limit, self._delegate.today)
        self._tell_sifted()
        if chosen:
            self.select(chosen)

    def _on_shelf_changed(self) -> None:
        chosen = self.current_statement()
        self._rows.set_among(self._session.shelved(self._rows.statements()))
        self._tell_sifted()
        if chosen:
            self.select(chosen)

    def _tell_sifted(self) -> None:
        nothing = LOADING if self._session.filling else NOTHING
        self.hint = NO_MATCH if self._words else none_left(self._session) or nothing
        self.counted.emit(*self._rows.counted)

    def _on_theme_changed(self, theme: Theme) -> None:
        self._delegate.set_theme(theme)
        self.viewport().update()
