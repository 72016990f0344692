"""The country x commodity matrix as a table model: rows are countries, columns commodities."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from models.pages.ages import dated
from models.records import Standing

if TYPE_CHECKING:
    from models.pages.resources import Cell, ResourcesPage

CELL = Qt.ItemDataRole.UserRole
OTHERS = "on other values sources disagree"
AnyIndex = QModelIndex | QPersistentModelIndex


class MatrixModel(QAbstractTableModel):
    """The cells of a page; DisplayRole is the words, CELL the cell itself."""

    def __init__(self) -> None:
        super().__init__()
        self.page: ResourcesPage | None = None
        self._today = date.min
        self._cells: dict[tuple[str, str], Cell] = {}

    def set_page(self, page: ResourcesPage, today: date) -> None:
        """Show this page, with ages counted from this day."""
        self.beginResetModel()
        self.page, self._today = page, today
        self._cells = {(cell.country, cell.commodity): cell for cell in page.cells}
        self.endResetModel()

    def cell(self, index: AnyIndex) -> Cell | None:
        """The cell at an index, None for an empty one."""
        if self.page is None or not index.isValid():
            return None
        return self._cells.get((self.page.countries[index.row()][0], self.page.commodities[index.column()][0]))

    def place(self, country: str, commodity: str) -> QModelIndex:
        """The index of a country and commodity; invalid when either is not in the table."""
        rows = [code for code, _ in self.page.countries] if self.page else []
        columns = [identity for identity, _ in self.page.commodities] if self.page else []
        if country in rows and commodity in columns:
            return self.index(rows.index(country), columns.index(commodity))
        return QModelIndex()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return len(self.page.countries) if self.page and not parent.isValid() else 0

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return len(self.page.commodities) if self.page and not parent.isValid() else 0

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self.page is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        names = self.page.commodities if orientation == Qt.Orientation.Horizontal else self.page.countries
        identity, name = names[section]
        if orientation == Qt.Orientation.Vertical:
            return name
        listed = self.page.listed.get(identity, "") if role == Qt.ItemDataRole.ToolTipRole else ""
        return "\n".join(filter(None, (name[:1].upper() + name[1:], listed)))

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.cell(index)
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return self._told(cell) if cell else ""
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole) and self.page:
            names = f"{self.page.countries[index.row()][1]}, {self.page.commodities[index.column()][1]}"
            return f"{names}: {self._told(cell)}" if cell else f"{names}: {self._nothing()}"
        return None

    def _told(self, cell: Cell) -> str:
        """A cell with the time its words are of, and their age."""
        age = dated(cell.as_of, self._today, beside=cell.text) if cell.as_of else ""
        return "; ".join(filter(None, (in_words(cell), age)))

    def _nothing(self) -> str:
        return "nothing of what you asked for" if self.page and self.page.sifted else "nothing in your articles yet"


def in_words(cell: Cell) -> str:
    """A cell for the table twin, the tooltip and the clipboard: words, number of sources, and disagreement on these
    words or on others."""
    sources = "1 source" if cell.sources == 1 else f"{cell.sources} sources"
    marks = [sources, *([Standing.CONTESTED.value] if cell.contested else [])]
    others = OTHERS if cell.standing is Standing.CONTESTED and not cell.contested else ""
    return "; ".join(filter(None, (f"{cell.text} ({', '.join(marks)})", others)))
