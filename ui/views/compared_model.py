"""Countries side by side as a table model: rows are figures, columns countries."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from models.pages.ages import UNDATED, dated
from models.pages.comparing import NONE
from models.pages.lines import support_in_words
from models.pages.matching import tags
from models.pages.standings import explained

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.pages.comparing import ComparedCell, ComparedPage, ComparedRow

CELL = Qt.ItemDataRole.UserRole
AnyIndex = QModelIndex | QPersistentModelIndex
ACROSS = Qt.Orientation.Horizontal
SPOKEN = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class ComparedModel(QAbstractTableModel):
    """The cells of a page; DisplayRole is a figure with its time, CELL the cell itself, None for an empty one."""

    def __init__(self) -> None:
        super().__init__()
        self.countries: tuple[tuple[str, str], ...] = ()
        self.rows: tuple[ComparedRow, ...] = ()
        self._sifted = False
        self._today = date.min

    def set_page(self, page: ComparedPage, words: Sequence[str], today: date) -> None:
        """Show the rows of this page that have all these words, with ages counted from this day."""
        self.beginResetModel()
        self.countries, self._sifted, self._today = page.countries, page.sifted, today
        self.rows = tuple(row for row in page.rows if all(word in _all_text(row) for word in words))
        self.endResetModel()

    def cell(self, index: AnyIndex) -> ComparedCell | None:
        """The cell at an index, None for an empty one."""
        return self.rows[index.row()].cells[index.column()] if index.isValid() else None

    def place(self, statement: str) -> QModelIndex:
        """The index of the cell of a statement; invalid when it has none."""
        for down, row in enumerate(self.rows):
            for across, cell in enumerate(row.cells):
                if cell is not None and cell.line.statement == statement:
                    return self.index(down, across)
        return QModelIndex()

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.countries)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != ACROSS:
            return self.rows[section].label if role == Qt.ItemDataRole.DisplayRole else None
        name = self.countries[section][1]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"Click to see all on {name}"
        return name if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{cell.value} ({below(cell)})" if cell else NONE
        if role in SPOKEN:
            names = f"{self.countries[index.column()][1]}, {self.rows[index.row()].label}"
            return f"{names}: {self._told(cell) if cell else self._nothing()}"
        return None

    def _told(self, cell: ComparedCell) -> str:
        line = cell.line
        when = "; ".join(filter(None, (cell.date, dated(line.as_of, self._today, beside=cell.date))))
        return f"{cell.value} ({when}; {support_in_words(line)}). {explained(line)}"

    def _nothing(self) -> str:
        return "nothing of what you asked for" if self._sifted else "nothing in your articles yet"


def below(cell: ComparedCell) -> str:
    """What stands below a value: the time that it is of, and what lists tell of it in small frames."""
    as_of = cell.line.as_of
    time = f"reported {cell.reported}" if cell.reported else cell.date or (as_of.words if as_of else UNDATED)
    return ", ".join((time, *tags(cell.line)))


def _all_text(row: ComparedRow) -> str:
    """All that a row says, for looking up words in it."""
    return " ".join((row.label, *(f"{cell.value} {below(cell)}" for cell in row.cells if cell))).casefold()
