"""How the library stands: what is wrong with it, and whose turn it is to change it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from ui.session import Session
from ui.window.notices import Notices

EVERY = 2000
"""Milliseconds between two looks whether the other Oxus is gone."""
READ_ONLY = "This library is open read-only: you can browse and print, but nothing is saved."
TAKEN = "The other Oxus is gone: this library can be changed here now."


class Standing(QObject):
    """Tells what is wrong with the library. Where another Oxus has it open, it is taken over once that is gone, and
    `taken` tells so."""

    taken = Signal()

    def __init__(self, session: Session, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._notices = notices
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._on_due)

    def tell(self) -> None:
        """Say what is wrong, if anything is, and begin to wait where that may end."""
        library = self._session.library
        if library.problem is not None:
            self._notices.stay(library.problem.reason)
        elif library.read_only:
            self._notices.stay(READ_ONLY)
        if library.occupied:
            self._timer.start()

    def stop(self) -> None:
        """Wait no more: the window closes."""
        self._timer.stop()

    def _on_due(self) -> None:
        if not self._session.take_over():
            return
        self._timer.stop()
        self._notices.lasting.hide()
        self.tell()
        self._notices.say(TAKEN)
        self.taken.emit()
