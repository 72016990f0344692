"""Long work off the main thread: the one place that knows threads."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, Signal

from models.records import Step

Work = Callable[[], Iterator[Step]]

SWITCH = 0.0002
"""Seconds that a thread computes on while another one wants to.

With the 5 ms that Python takes by itself, the window waits as long at each of the many callbacks that make one turn of
its event loop. And it asks for its turn only after it has waited that long undisturbed: a job that gives way for a
moment within the time, as it does to hash a text or to write a row, goes on first, again and again.
"""


class Job(QObject):
    """Walks an iterator of Steps in its own thread and tells about it in the thread it was made in.

    `stepped` gives each Step, then exactly one of `finished` (all steps), `cancelled` (the steps done so far) or
    `crashed` (the exception: our mistake) follows.
    """

    stepped = Signal(object)
    finished = Signal(object)
    cancelled = Signal(object)
    crashed = Signal(object)
    _arrived = Signal(object)
    _ended = Signal(object)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._steps: list[Step] = []
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._walk, name="oxus-job", daemon=True)
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> bool:
        """Whether the work goes on."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Begin the work."""
        sys.setswitchinterval(SWITCH)
        self._thread.start()

    def cancel(self) -> None:
        """Stop after the step under way; what is done so far comes with `cancelled`."""
        self._stop.set()

    def wait(self, seconds: float) -> bool:
        """Wait for the thread to end, for closing the window; false when it did not."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _walk(self) -> None:
        error: BaseException | None = None
        try:
            steps = self._work()
            for step in steps:
                self._arrived.emit(step)
                if self._stop.is_set():
                    break
            close = getattr(steps, "close", None)
            if close is not None:
                close()
        except BaseException as mistake:  # noqa: BLE001 - it goes on to the main thread, which shows it
            error = mistake
        with suppress(RuntimeError):  # the window is gone: nobody listens any more
            self._ended.emit(error)

    def _on_arrived(self, step: Step) -> None:
        self._steps.append(step)
        self.stepped.emit(step)

    def _on_ended(self, error: BaseException | None) -> None:
        self._thread.join()
        if error is not None:
            self.crashed.emit(error)
        elif self._stop.is_set():
            self.cancelled.emit(tuple(self._steps))
        else:
            self.finished.emit(tuple(self._steps))
