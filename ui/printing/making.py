"""A brief made and written out in the background: of what was asked for one after another only the last is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from models.records import Step
from ui.jobs import Job

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ui.printing.template import Script

UNDER_WAY: set[Job] = set()
"""Jobs whose threads still run: none may be taken apart before it has told its end."""


class Making(QObject):
    """Makes one brief at a time. `made` gives the one asked for last, `crashed` a mistake of ours in it; neither
    follows once it was dropped.

    What is dropped comes to its end all the same, also where this is gone by then.
    """

    made = Signal(object)
    crashed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._wish: Callable[[], Script] | None = None
        self._dropped = False

    def begin(self, make: Callable[[], Script]) -> None:
        """Make a brief, once the one that is being made is at its end, which is for nobody any more."""
        if self._job is not None:
            self._wish = make
            return
        found: list[Script] = []

        def work() -> Iterator[Step]:
            found.append(make())
            yield Step(1, 1, "")

        self._dropped = False
        self._job = job = Job(work)
        UNDER_WAY.add(job)
        job.finished.connect(lambda _: self._end(job, self.made, found[0]))
        job.crashed.connect(lambda mistake: self._end(job, self.crashed, mistake))
        job.start()

    def drop(self) -> None:
        """What is being made is for nobody."""
        self._dropped, self._wish = True, None

    def _end(self, job: Job, signal: SignalInstance, told: object) -> None:
        UNDER_WAY.discard(job)
        wish, dropped = self._wish, self._dropped
        self._job = self._wish = None
        if wish is not None:
            self.begin(wish)
        elif not dropped:
            signal.emit(told)
