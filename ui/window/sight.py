"""What the user saw of a tab before a search led away: a step back shows it again."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.widgets.statements import StatementList


class Sight:
    """The lists of a page: what was chosen in them, and where they were scrolled to."""

    def __init__(self, page: QWidget) -> None:
        self._page = page
        lists = page.findChildren(StatementList)
        self._chosen = [(among, among.current_statement()) for among in lists if among.isVisible()]
        areas = page.findChildren(QAbstractScrollArea)
        self._scrolled = [(area.verticalScrollBar(), area.verticalScrollBar().value()) for area in areas]

    def show(self) -> None:
        """Show the lists so again, once they have found their room; the page shows their subject already."""
        for among, statement in self._chosen:
            if not statement or not among.select(statement):
                quiet = among.blockSignals(True)
                among.setCurrentIndex(QModelIndex())
                among.blockSignals(quiet)
        QTimer.singleShot(0, self._page, self._scroll)

    def _scroll(self) -> None:
        for bar, value in self._scrolled:
            bar.setValue(value)
