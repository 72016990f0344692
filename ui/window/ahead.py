"""Making ahead of time what nobody is to wait for: the search index, and the pages of a large library's tabs."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from models.library.queries import Queries
from models.records import Change, Step
from ui.jobs import Job
from ui.session import Session

PAGES = ("resources", "geopolitics", "routes", "articles", "compared")
MANY = 5_000
"""Claims from which on pages are made ahead; those of a smaller library are made when they are asked for."""

ANY = "a"
"""What is searched for where it does not matter what is found."""

AFTER = 1500
"""Milliseconds from the start, or from a change, in which nothing else changes."""
LONGEST = 2.0
"""Seconds that the window waits for a page under way when it closes."""


class Ahead(QObject):
    """Makes index and pages in the background, and again after changes. `indexed` tells that all can be found now,
    `crashed` a mistake of ours."""

    indexed = Signal()
    crashed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._library = session.library
        self._job: Job | None = None
        self._timer = QTimer(self, singleShot=True, interval=AFTER)
        self._timer.timeout.connect(self._begin)
        session.changed.connect(self._on_changed)

    def start(self) -> None:
        """Begin in a moment."""
        self._timer.start()

    def stop(self) -> None:
        """Begin no more."""
        self._timer.stop()
        if self._job is not None:
            self._job.wait(LONGEST)

    def _on_changed(self, change: Change) -> None:
        if change.articles or change.statements or change.verdicts:
            self.start()

    def _begin(self) -> None:
        if self._job is not None:
            self._timer.start()
            return
        made: list[Queries] = []

        def make() -> Iterator[Step]:
            self._library.index()
            self._library.search(ANY, 1)  # which loads what the user's first search would have to wait for
            if self._library.claims >= MANY:
                made.append(self._library.ahead(PAGES))
            yield from ()

        self._job = job = Job(make, self)
        job.finished.connect(lambda _: self._take(made))
        job.crashed.connect(self.crashed)
        for ended in (job.finished, job.crashed):
            ended.connect(self._on_ended)
        job.start()

    def _take(self, made: list[Queries]) -> None:
        for pages in made:
            self._library.take(pages)
        self.indexed.emit()

    def _on_ended(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
