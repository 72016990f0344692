"""Garbage is looked for in the window's own thread only, and only between two events.

Python looks for it wherever something is made, also in the thread of a job, and takes apart there what hangs together
in a ring: a closed dialog, its model, its fonts. Qt's objects must not end in another thread than the window's, nor
while something is being painted.
"""

from __future__ import annotations

import gc
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

EVERY = 500
"""Milliseconds from one look to the next."""

SHARE = 20
"""Going through all that lasts may take one part in so many of the time."""


class Collector(QObject):
    """Looks for garbage as often as Python itself would, but from the event loop of the thread that it was made in.

    Python's own looking is off as long as this runs. `generation` is what was looked through last: 0 what is new, 2
    all; -1 when nothing was yet.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.generation = -1
        self._rested = 0.0
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Take over from Python."""
        gc.disable()
        self._timer.start()

    def look(self) -> None:
        """Look through what is due by Python's own count; nothing happens where nothing is."""
        due = [
            age for age, (made, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if made > most
        ]
        if not due:
            return
        start = perf_counter()
        self.generation = 2 if due[-1] == 2 and start >= self._rested else min(due[-1], 1)
        gc.collect(self.generation)
        if self.generation == 2:
            end = perf_counter()
            self._rested = end + SHARE * (end - start)
