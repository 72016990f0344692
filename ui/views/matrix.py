"""The country x commodity matrix: a real table with headings of its own, in which a cell or a commodity is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from ui.views.export import offer_picture
from ui.views.headed_table import HeadedTable
from ui.views.matrix_cells import NARROW, ROW, WIDE, MatrixDelegate
from ui.views.matrix_header import MatrixHeader, heading_font, longest_word
from ui.views.matrix_model import MatrixModel

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from models.pages.resources import ResourcesPage
    from ui.theme import Theme

ROOMY = 48
LEAST = 3
"""Rows that are always in sight below the headings."""


class MatrixView(HeadedTable):
    """The matrix. Choosing a cell tells `cell_chosen` (country, commodity), a heading tells `commodity_chosen`."""

    cell_chosen = Signal(str, str)
    commodity_chosen = Signal(str)
    country_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._model = MatrixModel()
        super().__init__("Resources by country", self._model, theme, parent)
        self._column = -1
        self._entering = False
        self.delegate = MatrixDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self.setHorizontalHeader(MatrixHeader(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(MatrixHeader(Qt.Orientation.Vertical, self))
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clicked.connect(self._on_clicked)
        self.horizontalHeader().sectionClicked.connect(self._on_heading_clicked)
        self.verticalHeader().sectionClicked.connect(self._on_row_clicked)
        offer_picture(self, "the matrix")

    def set_page(self, page: ResourcesPage, order: Mapping[str, int], today: date) -> None:
        """Show this page with ages on this day; `order` gives the region's own countries their colours."""
        self.delegate.places = tuple(order.get(code) for code, _ in page.countries)
        self._mark_column(-1)
        quiet = self.selectionModel().blockSignals(True)
        self._model.set_page(page, today)
        self.selectionModel().blockSignals(quiet)
        self._measure()

    @override
    def set_theme(self, theme: Theme) -> None:
        self.delegate.theme = theme
        super().set_theme(theme)

    def set_in_words(self, in_words: bool) -> None:
        """Show the cells in words, or as dots."""
        self.delegate.in_words = in_words
        self._measure()
        self._show_column()
        self.viewport().update()

    def choose(self, country: str, commodity: str) -> None:
        """Mark a cell (or with no country a commodity) without telling anyone."""
        columns = [identity for identity, _ in self._model.page.commodities] if self._model.page else []
        column = columns.index(commodity) if commodity in columns else -1
        self._mark_column(column)
        quiet = self.selectionModel().blockSignals(True)
        index = self._model.place(country, commodity)
        self.setCurrentIndex(index)
        if not index.isValid():
            self.clearSelection()
        self.selectionModel().blockSignals(quiet)
        self._show_column()
        self.viewport().update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for header in self.headers():
                header.setFont(heading_font(self.font()))
            self._measure()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize() != event.size():
            self._measure()
            self._show_column()

    @override
    def minimumSizeHint(self) -> QSize:
        """Room for the headings and a few rows."""
        rows = LEAST * self.verticalHeader().defaultSectionSize()
        bar = self.horizontalScrollBar().sizeHint().height()
        return QSize(super().minimumSizeHint().width(), self.horizontalHeader().sizeHint().height() + rows + bar)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming in by a key chooses nothing yet: the user may only pass through."""
        self._entering = True
        super().focusInEvent(event)
        self._entering = False

    @override
    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a key leads: from a commodity as a whole into its own column."""
        if self.currentIndex().isValid():
            return super().moveCursor(action, modifiers)
        return QModelIndex() if self._entering else self._model.index(0, max(self._column, 0))

    def _mark_column(self, column: int) -> None:
        self._column = column
        header = self.horizontalHeader()
        if isinstance(header, MatrixHeader):
            header.mark(column)

    def _show_column(self) -> None:
        """Bring the cell or column chosen into sight."""
        if self._column >= 0:
            self.scrollTo(self._model.index(max(self.currentIndex().row(), 0), self._column))

    def _measure(self) -> None:
        """Columns at least as wide as the longest word of any heading; both take some of the room left over."""
        page = self._model.page
        longest = longest_word(self.horizontalHeader().font(), [name for _, name in page.commodities] if page else [])
        least = max(longest, WIDE if self.delegate.in_words else NARROW)
        across, down = self._model.columnCount() or 1, self._model.rowCount() or 1
        room = self.viewport().size()
        self.horizontalHeader().setDefaultSectionSize(max(least, min(room.width() // across, least + ROOMY)))
        low = max(ROW, round((3.6 if self.delegate.in_words else 2.6) * QFontMetricsF(self.font()).height()))
        self.verticalHeader().setDefaultSectionSize(max(low, min(room.height() // down, low + ROOMY // 4)))
        self.updateGeometries()

    def _on_current_changed(self, index: QModelIndex) -> None:
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:  # else the click itself tells, once
            self._on_clicked(index)

    def _on_clicked(self, index: QModelIndex) -> None:
        page = self._model.page
        if page is None or not index.isValid():
            return
        country, commodity = page.countries[index.row()][0], page.commodities[index.column()][0]
        self._mark_column(index.column())
        self.cell_chosen.emit(country, commodity)

    def _on_heading_clicked(self, column: int) -> None:
        page = self._model.page
        if page is not None:
            self.choose("", page.commodities[column][0])
            self.commodity_chosen.emit(page.commodities[column][0])

    def _on_row_clicked(self, row: int) -> None:
        if self._model.page is not None:
            self.country_chosen.emit(self._model.page.countries[row][0])
