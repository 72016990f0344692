"""Reading files into the library: a strip with progress and Cancel, while the window stays alive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from models.library import Aside
from models.records import Problem, Step
from ui.jobs import Job, Work
from ui.session import Session
from ui.theme import SPACE
from ui.widgets.labels import Plain

Keep = Callable[[tuple[Step, ...]], Aside | Problem]
_MIDDLE = Qt.TextElideMode.ElideMiddle


class ImportStrip(QFrame):
    """One import at a time. `reported` gives the steps and whether it was cancelled, once all is stored."""

    reported = Signal(object, bool)
    crashed = Signal(object)
    busy_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self._keep: Keep = session.library.add_aside
        self._title = ""
        self._label = Plain(wrap=False)
        self._progress = QProgressBar()
        self._cancel = QPushButton("Cancel")
        self._lay_out()
        self._cancel.clicked.connect(self.cancel)
        self.hide()

    def _lay_out(self) -> None:
        self.setAccessibleName("Import")
        self._progress.setAccessibleName("Progress of the import")
        self._progress.setTextVisible(False)
        self._progress.setMaximumHeight(10)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE + 4, 4, SPACE, 4)
        row.addWidget(self._label, 1)
        row.addWidget(self._progress, 1)
        row.addWidget(self._cancel)

    @property
    def busy(self) -> bool:
        """Whether an import is under way."""
        return self._job is not None

    def start(self, title: str, work: Work, keep: Keep) -> None:
        """Walk the work in the background, then, there too, keep what it gave."""
        if self._job is not None:
            return
        self._keep = keep
        self._title = title
        self._label.setText(title)
        self._progress.setRange(0, 0)
        self._cancel.setEnabled(True)
        self._job = job = Job(work, self)
        job.stepped.connect(self.show_step)
        job.finished.connect(lambda steps: self._on_ended(steps, cancelled=False))
        job.cancelled.connect(lambda steps: self._on_ended(steps, cancelled=True))
        job.crashed.connect(self._on_crashed)
        self.show()
        self.busy_changed.emit()
        job.start()

    def cancel(self) -> None:
        """Stop after the file under way; what was read so far is kept."""
        if self._job is not None and self._cancel.isEnabled():
            self._cancel.setEnabled(False)
            self._label.setText("Stopping after the file under way…")
            self._job.cancel()

    def stop(self, seconds: float) -> None:
        """Stop for good, because the window closes; nothing more is stored."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait(seconds)

    def show_step(self, step: Step) -> None:
        """Show how far the work has come."""
        self.show()
        self._progress.setRange(0, step.total)
        self._progress.setValue(step.done)
        if self._cancel.isEnabled():
            name = self._label.fontMetrics().elidedText(PurePath(step.subject).name, _MIDDLE, 420)
            self._label.setText(f"{self._title} {step.done} of {step.total}: {name}")

    def _on_ended(self, steps: tuple[Step, ...], *, cancelled: bool) -> None:
        """Keep the steps in another job; nothing can be cancelled any more."""
        kept: list[Aside | Problem] = []

        def keep() -> Iterator[Step]:
            kept.append(self._keep(steps))
            yield from ()

        if self._job is not None:
            self._job.deleteLater()
        self._cancel.setEnabled(False)
        self._label.setText("Adding to the library…")
        self._progress.setRange(0, 0)
        self._job = job = Job(keep, self)
        job.finished.connect(lambda _: self._on_kept(steps, kept[0], cancelled=cancelled))
        job.crashed.connect(self._on_crashed)
        job.start()

    def _on_kept(self, steps: tuple[Step, ...], kept: Aside | Problem, *, cancelled: bool) -> None:
        self._end()
        if not isinstance(self._session.show(kept), Problem):
            # The tabs are painted before a report is made.
            QTimer.singleShot(0, self, lambda: self.reported.emit(steps, cancelled))

    def _on_crashed(self, error: BaseException) -> None:
        self._end()
        self.crashed.emit(error)

    def _end(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        self.hide()
        self.busy_changed.emit()
