"""Correcting articles: the dialog, and what is kept of it in the background, one after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from models.library import Aside
from models.records import Change, Correction, Problem, Step
from ui.deeds import Deed
from ui.jobs import Job
from ui.session import Session

READ_ONLY = "This library is open read-only, so nothing can be corrected."
DONE = "The article is corrected. Undo with Ctrl+Z."
LABEL = "Correct article"
LONGEST = 60.0
"""Seconds that the window waits, when it closes, for an article that is being read anew."""


class Corrections(QObject):
    """Asks for corrections and keeps them. A date means to read the article anew, so the window does not wait for it.

    `noticed` gives a calm word for the window.
    """

    noticed = Signal(str)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._job: Job | None = None
        self._waiting: deque[tuple[Correction, Callable[[], object]]] = deque()
        session.correction_asked.connect(self.ask)

    def ask(self, article_id: str, field: str = "") -> None:
        """Let the user correct an article, beginning with a field."""
        library = self._session.library
        if library.read_only:
            self.noticed.emit(READ_ONLY)
            return
        before = library.correction(article_id)
        over = QApplication.activeModalWidget() or self._window
        from ui.widgets.correcting import CorrectionDialog  # seldom asked for

        dialog = CorrectionDialog(self._session, library.found(article_id), before, over)
        dialog.kept.connect(lambda after: self._run(after, lambda: self._on_corrected(before, after)))
        dialog.open()
        dialog.begin(field)

    def stop(self) -> None:
        """Keep what is not kept yet, because the window closes."""
        if self._job is not None:
            self._job.wait(LONGEST)
        while self._waiting:
            self._session.library.correct(self._waiting.popleft()[0])

    def _on_corrected(self, before: Correction, after: Correction) -> None:
        redo, undo = (lambda wanted=wanted: self._run(wanted, lambda: None) for wanted in (after, before))
        self._session.deeds.push(Deed(LABEL, redo, undo))
        self.noticed.emit(DONE)

    def _run(self, correction: Correction, then: Callable[[], object]) -> None:
        """Keep a correction once those before it are kept."""
        self._session.correction_made.emit(correction)
        self._waiting.append((correction, then))
        if self._job is None:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            return
        correction, then = self._waiting.popleft()
        library, kept = self._session.library, list[Aside | Problem]()

        def work() -> Iterator[Step]:
            kept.append(library.correct_aside(correction))
            yield from ()

        def finish(_: object) -> None:
            self._end()
            if isinstance(self._session.show(kept[0]), Change):
                then()
            self._next()

        def crash(error: BaseException) -> None:
            self._end()
            self._next()
            raise error

        self._job = job = Job(work, self)
        job.finished.connect(finish)
        job.crashed.connect(crash)
        job.start()

    def _end(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
