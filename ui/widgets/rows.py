"""Lists whose rows are a few paragraphs of text: countries, notes, search results, sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from models.records import Record
from ui.session import Session
from ui.theme import SPACE, Theme, font
from ui.widgets.flat_list import FlatList, paint_state
from ui.widgets.labels import breakable
from ui.widgets.legible import legible
from ui.widgets.statement_model import ROW, AnyIndex

if TYPE_CHECKING:
    from PySide6.QtGui import QTextLayout

PAD = 6
SMALL = 0.88
WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
UNCUT = int(Qt.TextFlag.TextDontClip)
"""Letters of another font may be a little higher than the line they stand on."""


class Part(Record):
    """A paragraph of a row. `marks` are (start, end) in code points, drawn bold; `one_line` cuts at the width; of
    `names` those are left out that no font has the letters of."""

    text: str
    small: bool = False
    bold: bool = False
    muted: bool = False
    one_line: bool = False
    names: bool = False
    marks: tuple[tuple[int, int], ...] = ()


class Row(Record):
    """A row: what it stands for, its paragraphs, and a few words at its right. A heading cannot be chosen."""

    key: object
    parts: tuple[Part, ...]
    aside: str = ""
    heading: bool = False


class _Rows(QAbstractListModel):
    """The rows as Qt wants them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.parts[0].text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "; ".join([*(part.text for part in row.parts), row.aside])
        return None

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags  # neither mouse nor typing leads to it
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class RowList(FlatList):
    """A list of rows. `chosen` tells a click or Enter, `moved` that the current row is another; both give its key."""

    chosen = Signal(object)
    moved = Signal(object)

    def __init__(self, session: Session, name: str, parent: QWidget | None = None) -> None:
        self._rows = _Rows()
        super().__init__(name, self._rows, parent)
        self._delegate = _Delegate(session.theme, self)
        self.setItemDelegate(self._delegate)
        session.theme_changed.connect(self._on_theme_changed)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the current one stays so if it is still there."""
        key = self.current_key()
        self.expect(len(rows))
        self._rows.set_rows(rows)
        if key is not None:
            self.select(key)

    def rows(self) -> tuple[Row, ...]:
        """The rows shown."""
        return self._rows.rows

    def current_key(self) -> object:
        """What the current row stands for, or None."""
        row = self.currentIndex().data(ROW)
        return row.key if isinstance(row, Row) and not row.heading else None

    def key_at(self, index: AnyIndex) -> object:
        """What the row stands for, or None."""
        row = index.data(ROW)
        return row.key if isinstance(row, Row) else None

    def select(self, key: object) -> bool:
        """Make the row of this key the current one without telling anyone; false when there is none."""
        at = next((n for n, row in enumerate(self._rows.rows) if row.key == key and not row.heading), -1)
        if at < 0:
            return False
        quiet = self.blockSignals(True)
        self.setCurrentIndex(self._rows.index(at))
        self.blockSignals(quiet)
        return True

    def select_first(self, key: object = None) -> None:
        """Make the first row that can be chosen, or that of the key, the current one, with what stands above it in
        sight."""
        first = next((row.key for row in self._rows.rows if not row.heading), None) if key is None else key
        self.setAutoScroll(False)  # a list that is not shown yet would scroll to the row when it is
        if first is not None:
            self.select(first)
        self.setAutoScroll(True)
        self.scrollToTop()

    @override
    def scrollTo(
        self, index: AnyIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into sight, and the heading right above it where there is room for both."""
        above = self._rows.index(index.row() - 1)
        row = above.data(ROW)
        if isinstance(row, Row) and row.heading:
            super().scrollTo(above, hint)
        super().scrollTo(index, hint)

    def content_height(self, first: int | None = None) -> int:
        """The height of all rows together at the present width, in pixels, or of so many of the `first` ones."""
        option = QStyleOptionViewItem()
        count = self._rows.rowCount()
        indexes = (self._rows.index(at) for at in range(count if first is None else min(first, count)))
        return sum(self._delegate.sizeHint(option, index).height() for index in indexes)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) row that can be chosen."""
        at = self.currentIndex().row() + by
        while 0 <= at < len(self._rows.rows):
            if not self._rows.rows[at].heading:
                self.setCurrentIndex(self._rows.index(at))
                return
            at += by

    @override
    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton  # then the click itself tells, once
        row = current.data(ROW)
        if isinstance(row, Row) and not row.heading and self.hasFocus() and not pressed:
            self.moved.emit(row.key)

    @override
    def tell_let_go(self, index: AnyIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Row) and not row.heading:
            self.moved.emit(row.key)

    def _on_chosen(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Row) and not row.heading:
            self.chosen.emit(row.key)

    def _on_theme_changed(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.viewport().update()


class _Delegate(QStyledItemDelegate):
    """Draws rows in the colours of the theme."""

    def __init__(self, theme: Theme, view: FlatList) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        row: Row = index.data(ROW)
        width = self._view.across
        across = _across(row, self._view.font(), width)
        above = 2 * PAD if row.heading and index.row() else 0
        return QSize(width, above + 2 * PAD + sum(_tall(part, self._view.font(), across) for part in row.parts))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        row: Row = index.data(ROW)
        area: QRect = option.rect
        if row.heading:
            painter.setPen(QColor(self.theme.line))
            painter.drawLine(area.left() + SPACE, area.bottom(), area.right() - SPACE, area.bottom())
        else:
            paint_state(painter, area, self._view.state_of(index, area), self.theme)
        base = self._view.font()
        across = _across(row, base, area.width())
        top = area.bottom() + 1 - PAD - _tall(row.parts[0], base, across) if row.heading else area.top() + PAD
        self._paint_aside(painter, QRect(area.left(), top, area.width() - SPACE, QFontMetrics(base).height()), row)
        for part in row.parts:
            tall = _tall(part, base, across)
            self._paint_part(painter, QRect(area.left() + SPACE + 2, top, across, tall), part)
            top += tall
        painter.restore()

    def _paint_aside(self, painter: QPainter, area: QRect, row: Row) -> None:
        painter.setFont(font(self._view.font(), scale=SMALL))
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), row.aside)

    def _paint_part(self, painter: QPainter, area: QRect, part: Part) -> None:
        face = _face(part, self._view.font())
        painter.setFont(face)
        painter.setPen(QColor(self.theme.muted if part.muted else self.theme.text))
        if part.marks:
            _marked(part, face, area.width(), QColor(self.theme.text)).draw(painter, area.topLeft())
        elif part.one_line:
            text = QFontMetrics(face).elidedText(part.text, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        else:
            text = legible(part.text, face) if part.names else part.text
            painter.drawText(area, WRAP | UNCUT, breakable(text))


def _marked(part: Part, face: QFont, width: int, strong: QColor | None = None) -> QTextLayout:
    from ui.widgets.marked import marked  # only search results have marks

    return marked(part.text, part.marks, face, width, strong)


def _face(part: Part, base: QFont) -> QFont:
    return font(base, scale=SMALL if part.small else 1.0, bold=part.bold)


def _across(row: Row, base: QFont, width: int) -> int:
    aside = QFontMetrics(font(base, scale=SMALL)).horizontalAdvance(row.aside)
    return max(width - 2 * SPACE - 2 - (aside + SPACE if aside else 0), 40)


def _tall(part: Part, base: QFont, across: int) -> int:
    face = _face(part, base)
    if part.one_line or not across:
        return QFontMetrics(face).height()
    if part.marks:
        return int(_marked(part, face, across).boundingRect().height()) + 1
    metrics = QFontMetrics(face)
    # a name that is sure to have room is as high as any line: to find the font of its letters may take longer than all
    # else that a list is measured for, and most rows are out of sight
    short = len(part.text) * metrics.height() < across and "\n" not in part.text
    text = "x" if short else breakable(part.text)
    return metrics.boundingRect(QRect(0, 0, across, 100_000), WRAP, text).height()
