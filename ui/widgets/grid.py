"""A table of rows under headings, as Qt wants it."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from typing_extensions import override

from ui.widgets.statement_model import AnyIndex


class Grid(QAbstractTableModel):
    """What all tables share; each says how many rows it has and what stands in its cells."""

    def __init__(self, headings: tuple[str, ...]) -> None:
        super().__init__()
        self._headings = headings

    @abstractmethod
    def count(self) -> int:
        """How many rows there are."""

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self.count()

    @override
    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._headings)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(section)
        return None

    def alignment(self, section: int) -> Qt.AlignmentFlag | None:
        """How the words of a column stand below its heading, and that itself; None as all others do."""
        return None
