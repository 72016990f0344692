"""The steps of a batch walked one by one: the window lives on between them, and the user can stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.records import Step

SHOWN_MS = 300
"""A batch that is done sooner shows no progress."""


class Walk(QObject):
    """Takes steps in the window's own thread, which laying out pages needs. `ended` gives those that were taken."""

    ended = Signal(list)

    def __init__(self, steps: Iterator[Step], label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._steps = steps
        self._taken: list[Step] = []
        self._progress = QProgressDialog(label, "Stop", 0, 0, parent)
        self._progress.setWindowModality(Qt.WindowModality.WindowModal)
        self._progress.setMinimumDuration(SHOWN_MS)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start()

    def _on_turn(self) -> None:
        step = None if self._progress.wasCanceled() else next(self._steps, None)
        if step is None:
            self._end()
            return
        self._progress.setMaximum(step.total)
        self._progress.setLabelText(step.subject)
        self._progress.setValue(step.done)
        self._taken.append(step)

    def _end(self) -> None:
        self._timer.stop()
        self._steps = iter(())  # what was stopped tidies up now
        self._progress.close()
        self._progress.deleteLater()
        self.ended.emit(self._taken)
        self.deleteLater()
