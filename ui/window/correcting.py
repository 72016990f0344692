"""Correcting articles: the dialog, and what is kept of it in the background, one after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from models.corrections import FIELDS
from models.library import Aside
from models.pages.lines import date_of
from models.records import Change, Correction, PartialDate, Problem, Step
from ui.deeds import Deed
from ui.jobs import Job
from ui.outcomes import counted
from ui.session import Session

READ_ONLY = "This library is open read-only, so nothing can be corrected."
SAME = "Nothing was changed."
LABEL = "Correction of article"
LONGEST = 60.0
"""Seconds that the window waits, when it closes, for an article that is being read anew."""

Dates = Mapping[str, PartialDate | None]
"""The dates that claims tell, by the ids of these."""


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
        dialog.kept.connect(partial(self._on_kept, before))
        dialog.left_alone.connect(lambda: self.noticed.emit(SAME))
        dialog.open()
        dialog.begin(field)

    def stop(self) -> None:
        """Keep what is not kept yet, because the window closes."""
        if self._job is not None:
            self._job.wait(LONGEST)
        while self._waiting:
            self._session.library.correct(self._waiting.popleft()[0])

    def _on_kept(self, before: Correction, after: Correction) -> None:
        dates = self._dates(after.id)
        self._run(after, lambda: self._on_corrected(before, after, dates))

    def _dates(self, article: str) -> Dates:
        """The claims of an article, with the dates that they tell."""
        held = self._session.library.held(article)
        return {claim.id: date_of(claim.content) for claim in held.claims} if held is not None else {}

    def _on_corrected(self, before: Correction, after: Correction, dates: Dates) -> None:
        redo, undo = (lambda wanted=wanted: self._run(wanted, lambda: None) for wanted in (after, before))
        self._session.deeds.push(Deed(LABEL, redo, undo))
        self.noticed.emit(f"{saved(before, after)} {redated(dates, self._dates(after.id))}Undo with Ctrl+Z.")

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


def saved(before: Correction, after: Correction) -> str:
    """Which fields of the article were saved, as in "Saved: title and date.", in a sentence."""
    *others, last = (called for name, called in FIELDS.items() if getattr(before, name) != getattr(after, name))
    return f"Saved: {', '.join(others)} and {last}." if others else f"Saved: {last}."


def redated(before: Dates, after: Dates) -> str:
    """What of the article's claims the correction changed, in a sentence with a blank behind it; empty for nothing."""
    both = before.keys() & after.keys()
    counts = (
        (sum(not before[key] and bool(after[key]) for key in both), "got a date"),
        (sum(bool(before[key] and after[key]) and before[key] != after[key] for key in both), "got another date"),
        (sum(bool(before[key]) and not after[key] for key in both), "lost a date"),
        (len(after.keys() - both), "came in"),
        (len(before.keys() - both), "fell away"),
    )
    told = [f"{counted(count, 'claim')} {what}" for count, what in counts if count]
    return f"Read anew: {', '.join(told)}. " if told else ""
