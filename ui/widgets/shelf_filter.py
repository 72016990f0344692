"""The choice of which articles what is shown has to be from: the same in all tabs, as long as the window is open."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from models.pages.shelves import SHELVES
from ui.session import Session

KEYS = "Ctrl+Shift+W"
"""What opens the choice in every tab."""


class ShelfFilter(QComboBox):
    """Cuts lists down to what the user's own articles tell, or those added of late."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        for shelf, words in SHELVES.items():
            self.addItem(words, shelf)
        self.setAccessibleName("Articles that what is shown is from")
        self.setToolTip("Show only what your own articles tell, or those that you added of late")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._show(session.shelf)
        self.activated.connect(self._on_activated)
        session.shelf_changed.connect(self._show)

    def _show(self, shelf: str) -> None:
        self.setCurrentIndex(max(0, self.findData(shelf)))

    def _on_activated(self) -> None:
        self._session.set_shelf(str(self.currentData()))
