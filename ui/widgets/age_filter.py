"""The choice of how old what is shown has to be: the same in all tabs, kept with the place."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from models.pages.ages import LIMITS
from ui.session import Session


class AgeFilter(QComboBox):
    """Cuts lists down to what is older than some years, or not older than some months or years, or states no date."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        for limit, words in LIMITS.items():
            self.addItem(words, limit)
        self.setAccessibleName("Age of what is shown")
        self.setToolTip("Show only what is recent, or only what is older and wants a newer source")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._show(session.older)
        self.activated.connect(self._on_activated)
        session.older_changed.connect(self._show)

    def _show(self, limit: str) -> None:
        self.setCurrentIndex(max(0, self.findData(limit)))

    def _on_activated(self) -> None:
        self._session.set_older(str(self.currentData()))
