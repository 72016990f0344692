"""Countries side by side: a table of what is measured, in which a figure leads to its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QGuiApplication, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from ui.theme import SPACE, font
from ui.views.compared_cells import ComparedDelegate, ComparedHeader, longest_word
from ui.views.compared_model import ComparedModel
from ui.views.headed_table import HeadedTable

if TYPE_CHECKING:
    from datetime import date

    from models.pages.comparing import ComparedPage
    from ui.theme import Theme

LEAST = 9
"""Characters of a value that a column has room for, however narrow the table is."""


class ComparedTable(HeadedTable):
    """A row for each figure, a column for each country. Choosing a cell tells `statement_selected`, the name of a
    country `country_chosen`. `hint` is what it says when it has no rows."""

    statement_selected = Signal(str)
    country_chosen = Signal(str)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        self._model = ComparedModel()
        super().__init__(name, self._model, theme, parent)
        self.hint = ""
        self._page: ComparedPage | None = None
        self._words: tuple[str, ...] = ()
        self._entering = False
        self._delegate = ComparedDelegate(theme, self)
        self._heads = tuple(
            ComparedHeader(side, theme, self) for side in (Qt.Orientation.Horizontal, Qt.Orientation.Vertical)
        )
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(self._heads[0])
        self.setVerticalHeader(self._heads[1])
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().sectionResized.connect(self._fit_rows)
        self.horizontalHeader().sectionClicked.connect(self._on_country_clicked)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clicked.connect(self._tell)
        self.activated.connect(self._tell)

    def set_page(self, page: ComparedPage, today: date) -> None:
        """Show this page, with ages on this day; what is chosen stays so if it is still there."""
        self._page, self._today = page, today
        self._show_rows()

    def set_filter(self, words: str) -> None:
        """Show only rows that have all these words."""
        self._words = tuple(words.casefold().split())
        self._show_rows()

    def holds(self, statement: str) -> bool:
        """Whether a statement is among the figures, be its row filtered out."""
        rows = self._page.rows if self._page else ()
        return any(cell is not None and cell.line.statement == statement for row in rows for cell in row.cells)

    def choose(self, statement: str) -> bool:
        """Mark the cell of a statement without telling anyone; false when it has none."""
        index = self._model.place(statement)
        if not index.isValid():
            return False
        quiet = self.selectionModel().blockSignals(True)
        self.setCurrentIndex(index)
        self.selectionModel().blockSignals(quiet)
        self.scrollTo(index)
        self.viewport().update()
        return True

    @override
    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        for header in self._heads:
            header.theme = theme
        super().set_theme(theme)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_columns()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    @override
    def minimumSizeHint(self) -> QSize:
        """Room for the headings and a column beside them."""
        return QSize(self.verticalHeader().sizeHint().width() + self.horizontalHeader().minimumSectionSize(), 0)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming in by a key chooses nothing yet: the user may only pass through."""
        self._entering = True
        super().focusInEvent(event)
        self._entering = False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hint and not self._model.rows:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            area = self.viewport().rect().adjusted(3 * SPACE, 3 * SPACE, -3 * SPACE, -3 * SPACE)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap), self.hint)

    def _show_rows(self) -> None:
        if self._page is None:
            return
        chosen = self._model.cell(self.currentIndex())
        self._model.set_page(self._page, self._words, self._today)
        self._fit_columns()
        if chosen is not None:
            self.choose(chosen.line.statement)

    def _fit_columns(self) -> None:
        """Columns share the room; where that would cut a name or squeeze a value, the table scrolls sideways."""
        metrics = QFontMetrics(font(self.font(), bold=True))
        names = " ".join(name for _, name in self._model.countries)
        least = max(longest_word(names, metrics), LEAST * metrics.averageCharWidth())
        self.horizontalHeader().setMinimumSectionSize(least)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Rows as tall as their words."""
        self.resizeRowsToContents()
        self.updateGeometries()

    def _on_country_clicked(self, column: int) -> None:
        self.country_chosen.emit(self._model.countries[column][0])

    def _on_current_changed(self, index: QModelIndex) -> None:
        pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton  # then the click itself tells, once
        if self.hasFocus() and not pressed and not self._entering:
            self._tell(index)

    def _tell(self, index: QModelIndex) -> None:
        cell = self._model.cell(index)
        if cell is not None:
            self.statement_selected.emit(cell.line.statement)
