"""The choice of which articles what is shown has to be from: the same in all tabs, as long as the window is open."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.pages.shelves import SHELVES
from ui.session import Session
from ui.widgets.shared_choice import SharedChoice

KEYS = "Ctrl+Shift+W"
"""What opens the choice in every tab."""


class ShelfFilter(SharedChoice):
    """Cuts lists down to what the user's own articles tell, or those added of late."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(SHELVES, session.shelf, session.shelf_changed, session.set_shelf, parent)
        self.setAccessibleName("Articles that what is shown is from")
        self.setToolTip("Show only what your own articles tell, or those that you added of late")
