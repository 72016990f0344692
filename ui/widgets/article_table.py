"""The table of articles: sorted by any column, filtered by words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSortFilterProxyModel, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from models.pages.articles import ArticleRow
from models.pages.houses import when
from ui.theme import SPACE
from ui.widgets.grid import Grid
from ui.widgets.labels import tooltip
from ui.widgets.statement_model import AnyIndex

HEADINGS = ("Title", "Publisher", "Date", "Claims", "Added")
PUBLISHER, DATE, CLAIMS, ADDED = 1, 2, 3, 4
FIELDS = ("title", "publisher", "published", "", "")
"""What stands in each column; what the user corrected of it is slanted."""
TITLE = 26
"""Characters of a title for which other columns give way."""
WIDEST = 120
DAY = len("0000-00-00")
BUILT_IN = "Built in"
MEASURED = 400
"""Rows up to which each is measured."""

SORT = Qt.ItemDataRole.UserRole


COUNTED = "How many claims were read in the article; those that you rejected are among them, but count in no statement"


class _Articles(Grid):
    """The rows of the page as Qt wants them."""

    def __init__(self) -> None:
        super().__init__(HEADINGS)
        self.rows: tuple[ArticleRow, ...] = ()
        self._below = False

    def tell_publisher_below(self, *, below: bool) -> bool:
        """Tell the publisher below the title, or not; whether that is new."""
        new, self._below = below is not self._below, below
        if new and self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))
        return new

    def set_rows(self, rows: Sequence[ArticleRow]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    @override
    def count(self) -> int:
        return len(self.rows)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        cell = (row.title, _publisher(row), when(row.published), row.claims, row.added[:DAY])[index.column()]
        if role == SORT:
            cell = {DATE: row.published or "", ADDED: row.added}.get(index.column(), cell)
            return cell.casefold() if isinstance(cell, str) else cell
        if role == Qt.ItemDataRole.DisplayRole:
            below = _publisher(row) if self._below and not index.column() else ""
            return f"{cell}\n{below}" if below else str(cell)
        if role == Qt.ItemDataRole.ToolTipRole:
            own = FIELDS[index.column()] in row.corrected
            beside = () if index.column() else (_publisher(row), when(row.published))
            more = "".join(f"\n{told}" for told in beside if told)
            return tooltip(f"{cell or 'None'} (your correction)" if own else f"{cell}{more}")
        if role == Qt.ItemDataRole.FontRole and FIELDS[index.column()] in row.corrected:
            slanted = QFont()
            slanted.setItalic(True)
            return slanted
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.ToolTipRole and orientation == Qt.Orientation.Horizontal and section == CLAIMS:
            return tooltip(COUNTED)
        if role == Qt.ItemDataRole.InitialSortOrderRole and section == ADDED:
            return Qt.SortOrder.DescendingOrder.value
        return super().headerData(section, orientation, role)

    @override
    def alignment(self, section: int) -> Qt.AlignmentFlag | None:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter if section == CLAIMS else None


def _publisher(row: ArticleRow) -> str:
    """Who published the article, else its host; for what ships with the program, that it does."""
    return row.house or (BUILT_IN if row.builtin else "")


class _Filter(QSortFilterProxyModel):
    """Keeps rows that contain all the words in title or publisher."""

    def __init__(self, articles: _Articles) -> None:
        super().__init__()
        self._articles = articles
        self._words: list[str] = []
        self.setSourceModel(articles)
        self.setSortRole(SORT)

    def set_words(self, words: str) -> None:
        self._words = words.casefold().split()
        self.invalidate()

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: AnyIndex) -> bool:
        row = self._articles.rows[source_row]
        text = f"{row.title} {_publisher(row)} {when(row.published)}".casefold()
        return all(word in text for word in self._words)


class _Unhovered(QStyledItemDelegate):
    """Draws a row under the pointer as any other: what is pointed at must not look as if it were chosen."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_MouseOver


class ArticleTable(QTableView):
    """Articles, one a row. `article_chosen` tells which one the user went to, `menu_requested` where on the screen the
    user wants to see what can be done with it."""

    article_chosen = Signal(str)
    menu_requested = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._articles = _Articles()
        self._sorted = _Filter(self._articles)
        self._kept = True
        self._soon = QTimer(self, singleShot=True, interval=0)  # all columns have their widths by then
        self._soon.timeout.connect(self._size_rows)
        self.setModel(self._sorted)
        self.setItemDelegate(_Unhovered(self))
        self.setAccessibleName("Articles")
        self._lay_out()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_requested)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setHighlightSections(False)
        for column in (DATE, CLAIMS, ADDED):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.setColumnWidth(PUBLISHER, WIDEST)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.sectionResized.connect(lambda *_: self._soon.start())
        head.sortIndicatorChanged.connect(lambda *_: self._soon.start())
        self.verticalScrollBar().actionTriggered.connect(self._on_scrolled)
        self._size_rows()
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def set_rows(self, rows: Sequence[ArticleRow]) -> None:
        """Show these articles; the current one stays so if it is still there."""
        current = self.current()
        quiet = self.blockSignals(True)
        self._articles.set_rows(rows)
        self._fit_columns()
        self._size_rows()
        if current:
            self.select(current)
        self.blockSignals(quiet)

    def set_filter(self, words: str) -> None:
        """Show only articles that contain all these words; nobody has gone to another one by that."""
        quiet = self.blockSignals(True)
        self._sorted.set_words(words)
        self.blockSignals(quiet)
        self._size_rows()

    def newest_first(self) -> None:
        """Put what was imported last on top, what is built in below; once more, the order that the page has."""
        head = self.horizontalHeader()
        there = head.sortIndicatorSection() == ADDED and head.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        self.sortByColumn(
            -1 if there else ADDED, Qt.SortOrder.AscendingOrder if there else Qt.SortOrder.DescendingOrder
        )
        self.begin()

    def begin(self) -> None:
        """Show the top of the list: that is wanted now, not the article that is open."""
        self._kept = False
        self.scrollToTop()

    def shown(self) -> tuple[ArticleRow, ...]:
        """The articles that pass the filter."""
        indexes = (self._sorted.index(at, 0) for at in range(self._sorted.rowCount()))
        return tuple(self._articles.rows[self._sorted.mapToSource(index).row()] for index in indexes)

    def first(self) -> str:
        """The id of the article on top, or an empty text."""
        index = self._sorted.mapToSource(self._sorted.index(0, 0))
        return self._articles.rows[index.row()].id if index.isValid() else ""

    def current(self) -> str:
        """The id of the current article, or an empty text."""
        index = self._sorted.mapToSource(self.currentIndex())
        return self._articles.rows[index.row()].id if index.isValid() else ""

    def select(self, article_id: str) -> None:
        """Make an article the current one without telling anyone."""
        at = next((n for n, row in enumerate(self._articles.rows) if row.id == article_id), -1)
        index = self._sorted.mapFromSource(self._articles.index(at, 0)) if at >= 0 else QModelIndex()
        seen, self._kept = self._in_sight(index), True
        quiet = self.blockSignals(True)
        self.setCurrentIndex(index)
        self.blockSignals(quiet)
        if not seen:  # Qt leaves it at the very edge
            self.scrollTo(index, self.ScrollHint.PositionAtCenter)

    def _in_sight(self, index: QModelIndex) -> bool:
        """Whether all of a row is seen."""
        return index.isValid() and self.viewport().rect().contains(self.visualRect(index.siblingAtColumn(0)))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._size_rows()
        self.scrollTo(self.currentIndex(), self.ScrollHint.PositionAtCenter)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
        self._keep()

    def _fit_columns(self) -> None:
        """Show as many columns as leave the titles room to be read: the date first, last when something was added,
        which is told where anything was. A publisher without a column stands below the title."""
        metrics, head = self.fontMetrics(), self.horizontalHeader()
        room = self.viewport().width() - TITLE * metrics.averageCharWidth()
        date = metrics.horizontalAdvance("0000-00-00") + 2 * SPACE
        added = date if any(row.added for row in self._articles.rows) else room + 1
        wides = ((DATE, date), (CLAIMS, head.sectionSizeHint(CLAIMS)), (PUBLISHER, WIDEST), (ADDED, added))
        for column, wide in wides:
            room -= wide
            self.setColumnHidden(column, room < 0)
        if self._articles.tell_publisher_below(below=self.isColumnHidden(PUBLISHER)):
            self._soon.start()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._size_rows()

    def _size_rows(self) -> None:
        """Rows as tall as their titles need; where there are too many to measure, the height of two lines. The current
        one stays in sight."""
        self.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().lineSpacing() + SPACE)
        if self.isVisible() and self._sorted.rowCount() <= MEASURED:
            self.resizeRowsToContents()
        self._keep()

    def _keep(self) -> None:
        """Keep the article that is open in sight, as when evidence opens below, until the user scrolls on."""
        if self._kept and self.isVisible():
            self.updateGeometries()  # how far one can scroll is known late
            self.scrollTo(self.currentIndex())

    def _on_scrolled(self) -> None:
        self._kept = False

    def _on_menu_requested(self, at: QPoint) -> None:
        if self.current():
            self.menu_requested.emit(self.viewport().mapToGlobal(at))

    def _on_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._kept = True
        if current.isValid():
            self.article_chosen.emit(self.current())
