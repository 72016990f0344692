"""The table twin of a picture: rows of words that sort by what they mean, not by how they are spelt."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPainter, QPalette, QResizeEvent, QShowEvent
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

from ui.theme import font
from ui.views.export import offer_table
from ui.views.fact_model import KEY, AnyIndex, Column, Fact, FactModel, SortedFacts

PAD = 7
FEW = 18
"""Characters that a line of wrapped words has at least."""
MEASURED = 100
"""Rows up to which each is measured; of more, those that come into sight."""
UP, DOWN = " \N{BLACK UP-POINTING SMALL TRIANGLE}", " \N{BLACK DOWN-POINTING SMALL TRIANGLE}"
"""After the heading of the column that the rows are sorted by."""


class _Padded(QStyledItemDelegate):
    """Cells with air around their words."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        inner = QStyleOptionViewItem(option)
        if option.rect.width() > 2 * PAD:  # the column is given, and its words are wrapped in what the air leaves
            inner.rect = option.rect.adjusted(PAD, 0, -PAD, 0)
        return super().sizeHint(inner, index) + QSize(2 * PAD, PAD)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(PAD, 0, -PAD, 0)
        inner.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, inner, index)


class _Headings(QHeaderView):
    """Bold headings on the plain ground of the window, in its colours and letters as they are at the moment."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)

    @override
    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        metrics = QFontMetrics(font(self.font(), bold=True))
        wide = metrics.horizontalAdvance(self._words(logicalIndex)) + metrics.horizontalAdvance(DOWN) + 4 * PAD
        return QSize(wide, metrics.height() + 2 * PAD)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        painter.setFont(font(self.font(), bold=True))
        painter.setPen(self.palette().windowText().color())
        model, words = self.model(), self._words(logicalIndex)
        if logicalIndex == self.sortIndicatorSection():
            words += DOWN if self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder else UP
        role = Qt.ItemDataRole.TextAlignmentRole
        side = model.headerData(logicalIndex, Qt.Orientation.Horizontal, role) if model is not None else 0
        painter.drawText(rect.adjusted(PAD + 2, 0, -PAD - 2, 0), int(side), words)
        painter.restore()

    def _words(self, section: int) -> str:
        model = self.model()  # none any more while the window is taken down
        return str(model.headerData(section, Qt.Orientation.Horizontal) or "") if model is not None else ""


class FactTable(QTableView):
    """A sortable table. A click, or the arrow keys, tells `fact_chosen` with the key of the row."""

    fact_chosen = Signal(str)

    def __init__(self, name: str, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._needs: list[int] = []
        self._fitted: set[int] = set()
        self._facts = FactModel(columns)
        self._sorted = SortedFacts(self)
        self._sorted.setSourceModel(self._facts)
        self.setModel(self._sorted)
        self.setAccessibleName(name)
        self._lay_out()
        self.clicked.connect(self._tell)
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)
        offer_table(self)

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.setItemDelegate(_Padded(self))
        self.setHorizontalHeader(_Headings(self))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for number, column in enumerate(self._columns):
            mode = QHeaderView.ResizeMode.Stretch if column.wide else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(number, mode)
        header.setResizeContentsPrecision(MEASURED)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        header.sectionResized.connect(self._fit_rows)
        self._sorted.layoutChanged.connect(self._fit_rows)
        self.verticalScrollBar().valueChanged.connect(self._fit_seen)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show these rows in their own order, or as the user sorts them."""
        self._facts.set_facts(facts)
        self._needs = []
        self._fit_columns()
        self._fit_rows()

    def select(self, key: str) -> None:
        """Mark the row of a key without telling anyone."""
        self.mark((key,))

    def mark(self, keys: Collection[str]) -> None:
        """Mark the rows of these keys without telling anyone; the first of them is the current one."""
        quiet = self.blockSignals(True)
        self.clearSelection()
        rows = [row for row in range(self._sorted.rowCount()) if self._sorted.index(row, 0).data(KEY) in keys]
        if rows:
            self.selectRow(rows[0])
        flags = QItemSelectionModel.SelectionFlag
        for row in rows[1:]:
            self.selectionModel().select(self._sorted.index(row, 0), flags.Select | flags.Rows)
        self.blockSignals(quiet)

    @override
    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and last row, as rows are chosen as a whole."""
        ends = (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd)
        return super().moveCursor(
            action, modifiers | Qt.KeyboardModifier.ControlModifier if action in ends else modifiers
        )

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._needs = []
            self._fit_columns()
            self._fit_rows()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_columns()
        self._fit_rows()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
        self._fit_seen()

    def _fit_columns(self) -> None:
        """Spare columns give way first; where even then words would be squeezed, the table scrolls sideways."""
        if not self.isVisible() or not self.viewport().width():
            return
        header, shown = self.horizontalHeader(), self._shown()
        room = self.viewport().width() - sum(self._need(number) for number in shown)
        for number in reversed([number for number in shown if self._columns[number].spare]):
            self.setColumnHidden(number, room < 0)
            room += self._need(number) if room < 0 else 0
        modes = QHeaderView.ResizeMode
        for number in (number for number in shown if self._columns[number].wide):
            header.setSectionResizeMode(number, modes.Stretch if room >= 0 else modes.Fixed)
            if room < 0:
                header.resizeSection(number, self._need(number))

    def _shown(self) -> list[int]:
        """The columns that are shown where there is room; others are hidden for good."""
        columns = enumerate(self._columns)
        return [number for number, column in columns if column.spare or not self.isColumnHidden(number)]

    def _need(self, column: int) -> int:
        """The least width of a column: of its words, or of a few of them where they may be wrapped."""
        if not self._needs:
            head = self.horizontalHeader()
            needs = [max(self.sizeHintForColumn(at), head.sectionSizeHint(at)) for at in range(len(self._columns))]
            few = self.fontMetrics().averageCharWidth() * FEW + 2 * PAD
            self._needs = [min(need, few) if at.wide else need for need, at in zip(needs, self._columns, strict=True)]
        return self._needs[column]

    def _fit_rows(self) -> None:
        """Rows as tall as their words; measured only while somebody looks, for measuring is slow."""
        self._fitted.clear()
        if self._sorted.rowCount() > MEASURED:
            self._fit_seen()
        elif self.isVisible():
            self.resizeRowsToContents()

    def _fit_seen(self) -> None:
        """The same for the rows in sight only, of very many."""
        if not self.isVisible() or self._sorted.rowCount() <= MEASURED:
            return
        for row in range(max(self.rowAt(0), 0), self._sorted.rowCount()):
            if self.rowViewportPosition(row) > self.viewport().height():
                return
            if row not in self._fitted:
                self._fitted.add(row)
                self.resizeRowToContents(row)

    def _on_row_changed(self, index: QModelIndex) -> None:
        if self.hasFocus() and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._tell(index)

    def _tell(self, index: QModelIndex) -> None:
        key = index.data(KEY)
        if key:
            self.fact_chosen.emit(str(key))
