"""Facts as rows of a table: what Qt asks of them, and how they are sorted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from typing_extensions import override

from models.pages.standings import meaning

AnyIndex = QModelIndex | QPersistentModelIndex
SORT = Qt.ItemDataRole.UserRole

KEY = Qt.ItemDataRole.UserRole + 1
Sortable = str | float | tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A row: what it stands for, its words, and for some columns what to sort by instead of the words."""

    key: str
    cells: tuple[str, ...]
    sort: Mapping[int, Sortable]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, whether it holds numbers (set to the right), whether it takes the room left over, and
    whether it is spared where there is no room for all."""

    title: str
    number: bool = False
    wide: bool = False
    spare: bool = False


class FactModel(QAbstractTableModel):
    """The facts as Qt wants them."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self.facts: tuple[Fact, ...] = ()
        sides = [_aligned(column) for column in self._columns]
        self._answers: dict[int, Callable[[Fact, int], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda fact, column: fact.cells[column],
            Qt.ItemDataRole.ToolTipRole: lambda fact, column: meaning(fact.cells[column]),
            Qt.ItemDataRole.TextAlignmentRole: lambda _, column: sides[column],
            SORT: lambda fact, column: fact.sort.get(column, fact.cells[column].casefold()),
            KEY: lambda fact, _: fact.key,
        }

    def set_facts(self, facts: Sequence[Fact]) -> None:
        self.beginResetModel()
        self.facts = tuple(facts)
        self.endResetModel()

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.facts)

    @override
    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._columns)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(self._columns[section])
        return self._columns[section].title if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        answer = self._answers.get(role)  # a table is measured by asking for very many roles
        return answer(self.facts[index.row()], index.column()) if answer else None


class SortedFacts(QSortFilterProxyModel):
    """Sorts by meaning; numbers and words of one column never meet."""

    @override
    def lessThan(self, source_left: AnyIndex, source_right: AnyIndex) -> bool:
        left, right = source_left.data(SORT), source_right.data(SORT)
        return bool(left < right) if isinstance(left, type(right)) else str(left) < str(right)


def _aligned(column: Column) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
