"""The country x commodity matrix: dots for sources on a real table, or the same cells in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from models.records import Standing
from ui.theme import font
from ui.views.export import offer_picture, offer_table
from ui.views.matrix_header import MatrixHeader, heading_font, longest_word
from ui.views.matrix_model import CELL, AnyIndex, MatrixModel

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from models.pages.resources import Cell, ResourcesPage
    from ui.theme import Theme

DOTS = 5
DOT = 3.0
ROW = 43
NARROW = 74
WIDE = 150
ROOMY = 48
PAD = 3
WRAP = int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


class MatrixDelegate(QStyledItemDelegate):
    """Draws a cell as a tile of its row's colour: the more sources the fuller, with a dot for each of up to five.

    A contested cell has a dashed rim and a word, so that colour is not the only sign of it. `places` tell for each row
    the country's place in the region's order, None for the others.
    """

    def __init__(self, theme: Theme, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self.theme = theme
        self.in_words = False
        self.places: tuple[int | None, ...] = ()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(WIDE if self.in_words else NARROW, ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        cell: Cell | None = index.data(CELL)
        box = QRectF(option.rect).adjusted(PAD, PAD, -PAD, -PAD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, QColor(self.theme.base))
        self._paint_tile(painter, box, cell, index.row())
        if cell is not None and self.in_words:
            self._paint_words(painter, box, cell, option)
        elif cell is not None:
            self._paint_dots(painter, box, cell, option.font)
        state = option.state
        if state & QStyle.StateFlag.State_Selected or state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.theme.accent), 2.2))
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 7, 7)
        painter.restore()

    def _paint_tile(self, painter: QPainter, box: QRectF, cell: Cell | None, row: int) -> None:
        colour = QColor(self.theme.line)
        if cell is None:
            colour.setAlphaF(0.28)
        else:
            place = self.places[row] if row < len(self.places) else None
            colour = QColor(self.theme.muted) if place is None else self.theme.fill(place)
            strength = 0.34 + 0.66 * (min(cell.sources, DOTS) - 1) / (DOTS - 1)
            colour.setAlphaF(strength * (0.4 if place is None else 1.0))
        contested = cell is not None and cell.standing == Standing.CONTESTED
        rim = QPen(QColor(self.theme.standings["contested"]), 1.6, Qt.PenStyle.DashLine)
        painter.setPen(rim if contested else Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(box, 6, 6)

    def _paint_dots(self, painter: QPainter, box: QRectF, cell: Cell, base: QFont) -> None:
        contested = cell.standing == Standing.CONTESTED
        middle = box.center() - QPointF(0, 7 if contested else 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.text))
        if cell.sources > DOTS:
            count = QRectF(box.left(), middle.y() - 10, box.width(), 20)
            self._text(painter, count, str(cell.sources), font(base, bold=True))
        else:
            step = 3.6 * DOT
            for number in range(cell.sources):
                painter.drawEllipse(middle + QPointF((number - (cell.sources - 1) / 2) * step, 0), DOT, DOT)
        if contested:
            self._text(painter, box.adjusted(0, box.height() / 2, 0, -1), cell.standing.value, font(base, scale=0.8))

    def _text(self, painter: QPainter, box: QRectF, words: str, face: QFont) -> None:
        painter.setFont(face)
        painter.setPen(QColor(self.theme.text))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint_words(self, painter: QPainter, box: QRectF, cell: Cell, option: QStyleOptionViewItem) -> None:
        face = font(option.font, scale=0.88)
        metrics = QFontMetricsF(face)
        painter.setFont(face)
        painter.setPen(QColor(self.theme.text))
        inner = box.adjusted(7, 4, -7, -4)
        upper = inner.adjusted(0, 0, 0, -metrics.lineSpacing())
        painter.drawText(upper, WRAP, fitted(cell.text, metrics, upper))
        contested = cell.standing == Standing.CONTESTED
        sources = "1 source" if cell.sources == 1 else f"{cell.sources} sources"
        second = f"{sources}, {cell.standing.value}" if contested else sources
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignBottom), second)


class MatrixView(QTableView):
    """The matrix. Choosing a cell tells `cell_chosen` (country, commodity), a heading tells `commodity_chosen`."""

    cell_chosen = Signal(str, str)
    commodity_chosen = Signal(str)
    country_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = MatrixModel()
        self._column = -1
        self._entering = False
        self.delegate = MatrixDelegate(theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self.delegate)
        self.setHorizontalHeader(MatrixHeader(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(MatrixHeader(Qt.Orientation.Vertical, self))
        self._lay_out()
        self._colour()
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clicked.connect(self._on_clicked)
        self.horizontalHeader().sectionClicked.connect(self._on_heading_clicked)
        self.verticalHeader().sectionClicked.connect(self._on_row_clicked)
        offer_table(self)
        offer_picture(self, "the matrix")

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)  # the arrow keys go from cell to cell, Tab out of the table
        for corner in self.findChildren(QAbstractButton):
            corner.installEventFilter(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("Resources by country")

    def set_page(self, page: ResourcesPage, order: Mapping[str, int], today: date) -> None:
        """Show this page with ages on this day; `order` gives the region's own countries their colours."""
        self.delegate.places = tuple(order.get(code) for code, _ in page.countries)
        self._mark_column(-1)
        quiet = self.selectionModel().blockSignals(True)
        self._model.set_page(page, today)
        self.selectionModel().blockSignals(quiet)
        self._measure()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self.delegate.theme = theme
        self._colour()
        self.viewport().update()
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.viewport().update()

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

    def _colour(self) -> None:
        """One ground under headings, corner and cells."""
        colours = self.palette()
        for role in (QPalette.ColorRole.Button, QPalette.ColorRole.Window):
            colours.setColor(role, QColor(self.delegate.theme.base))
        self.setPalette(colours)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for header in (self.horizontalHeader(), self.verticalHeader()):
                header.setFont(heading_font(self.font()))
            self._measure()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the corner between the headings empty."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QAbstractButton):
            QPainter(watched).fillRect(watched.rect(), QColor(self.delegate.theme.base))
            return True
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize() != event.size():
            self._measure()

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


def fitted(words: str, metrics: QFontMetricsF, box: QRectF) -> str:
    """The words, cut only where the lines that the box has room for do not hold them."""
    tall = QRectF(0, 0, box.width(), 10 * box.height())
    shown, short = words, words
    while metrics.boundingRect(tall, WRAP, shown).height() > box.height() + 1 and " " in short:
        short = short.rpartition(" ")[0]
        shown = f"{short}…"
    return shown
