"""The choice of how old what is shown has to be: the same in all tabs, kept with the place."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.pages.ages import COUNTED, LIMITS
from ui.session import Session
from ui.widgets.shared_choice import SharedChoice


class AgeFilter(SharedChoice):
    """Cuts lists down to what is older than some years, or not older than some months or years, or states no date."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(LIMITS, session.older, session.older_changed, session.set_older, parent)
        self.setAccessibleName("Age of what is shown")
        self.setToolTip(f"Show only what is recent, or only what is older and wants a newer source. {COUNTED}.")
