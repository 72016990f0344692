"""A table with headings at its top and its left that stay in sight, all on one ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QTableView, QWidget
from typing_extensions import override

from ui.views.export import offer_table

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtWidgets import QHeaderView

    from ui.theme import Theme


class HeadedTable(QTableView):
    """Cells of a model in which one is chosen at a time, below and beside headings of their own."""

    def __init__(self, name: str, model: QAbstractItemModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setModel(model)
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
        self._colour()
        offer_table(self)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self._colour()
        self.viewport().update()
        for header in self.headers():
            header.viewport().update()

    def headers(self) -> tuple[QHeaderView, QHeaderView]:
        """The headings at the top and at the left."""
        return self.horizontalHeader(), self.verticalHeader()

    def _colour(self) -> None:
        """One ground under headings, corner and cells."""
        colours = self.palette()
        for role in (QPalette.ColorRole.Button, QPalette.ColorRole.Window):
            colours.setColor(role, QColor(self._theme.base))
        self.setPalette(colours)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the corner between the headings empty."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QAbstractButton):
            QPainter(watched).fillRect(watched.rect(), QColor(self._theme.base))
            return True
        return super().eventFilter(watched, event)
