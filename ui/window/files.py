"""What the window does with files: import them by menu or drop, load the built-in ones, report what they gave."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePath

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from models.library import Library
from models.records import Problem, Step
from ui.jobs import Job
from ui.outcomes import taken
from ui.preferences import Folder, Preferences
from ui.session import Session
from ui.widgets.choosing import ask_files
from ui.widgets.importing import ImportStrip, Keep
from ui.window.correcting import Corrections

FOLDER = "folder/import"


class Files(QObject):
    """Imports, one at a time. `noticed` gives a calm word for the window's bar, `warned` one that stays there,
    `imported` the id of the first article that is new, `reported` that there is a report which can be shown again,
    `offered` one with a button: its words, those of the button, and what that does."""

    noticed = Signal(str)
    warned = Signal(str)
    imported = Signal(str)
    reported = Signal()
    offered = Signal(str, str, object)

    def __init__(self, session: Session, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._folder = Folder(preferences, FOLDER)
        self._window = window
        self._quiet = False
        self._last: tuple[tuple[Step, ...], bool] | None = None
        self._checking: Job | None = None
        self.corrections = Corrections(session, window)
        self.corrections.noticed.connect(self.noticed)
        self.strip = ImportStrip(session)
        self.strip.reported.connect(self._on_reported)
        self.strip.busy_changed.connect(self._on_busy_changed)

    def choose_files(self) -> None:
        """Ask for files and import them."""
        from models.formats import READERS  # what reads files is not needed until some are

        kinds = f"Articles ({' '.join(f'*{ending}' for ending in READERS)});;All files (*)"
        paths = ask_files(self._window, "Import files", self._folder.proposed(), kinds)
        if paths:
            self._folder.remember(paths[0].parent)
        self.read(paths)

    def choose_folder(self) -> None:
        """Ask for a folder and import all articles in it."""
        name = QFileDialog.getExistingDirectory(self._window, "Import folder", str(self._folder.proposed()))
        if name:
            self._folder.remember(Path(name))
            self.read([Path(name)])

    def take_notes(self) -> None:
        """Ask for a folder of notes and take in those that are not here, and what was edited there."""
        if self._session.read_only:
            self.noticed.emit("This library is open read-only, so no notes can be taken in.")
            return
        name = QFileDialog.getExistingDirectory(self._window, "Take notes from a folder", str(self._folder.proposed()))
        if not name:
            return
        from models.exchange.notes import incoming  # seldom asked for

        self._folder.remember(Path(name))
        found = incoming(self._session.library, Path(name))
        if isinstance(found, Problem):
            self.warned.emit(f"{found.subject}: {found.reason}")
            return
        result = self._session.take_notes((*found.new, *found.edited))
        if not isinstance(result, Problem):
            self.noticed.emit(taken(found, Path(name)))

    def read(self, paths: Sequence[Path]) -> None:
        """Import files and folders in the background; a report follows."""
        if not paths:
            return
        if self._session.read_only:
            self.noticed.emit("This library is open read-only, so nothing can be imported.")
        elif self.strip.busy:
            self.noticed.emit("An import is under way; wait for it, or cancel it first.")
        else:
            self._quiet = False
            library = self._session.library
            self.strip.start("Reading…", lambda: library.read(paths), library.add_aside)

    @property
    def has_report(self) -> bool:
        """Whether files were imported since the window opened."""
        return self._last is not None

    def show_report(self) -> None:
        """Show what the last import gave; nothing where there was none."""
        if self._last is None:
            return
        from ui.widgets.report import report_dialog  # only imports need it

        steps, cancelled = self._last
        report_dialog(steps, self._window, cancelled=cancelled, session=self._session).open()

    def expect_builtin(self) -> None:
        """Let an empty library say that its first articles are to come."""
        library = self._session.library
        self._session.set_filling(library.empty and not library.read_only)

    def read_builtin(self) -> None:
        """Load the articles that come with Oxus, where the library does not have them yet."""
        library = self._session.library
        if self._session.read_only or self.strip.busy or not library.needs_builtin():
            self._session.set_filling(False)
            return
        self.expect_builtin()
        self._quiet = True
        self.strip.start("Loading the built-in library…", library.read_builtin, _builtin(library))

    def check_own(self) -> None:
        """Say what is left out of the user's own rules and names, once that is known."""
        library = self._session.library
        if library.has_own and self._checking is None:
            self._checking = job = Job(lambda: _told(library.own_problems), self)
            job.finished.connect(self._on_checked)
            job.start()

    def stop(self, seconds: float) -> None:
        """End what is under way, because the window closes; nothing more is stored."""
        self.strip.stop(seconds)
        self.corrections.stop()
        if self._checking is not None:
            self._checking.wait(seconds)

    def _on_checked(self, steps: Sequence[Step]) -> None:
        self._checking = None
        problems = [step.problem for step in steps if step.problem]
        if problems:
            more = f" (and {len(problems) - 1} more: `check` tells all)" if len(problems) > 1 else ""
            self.warned.emit(f"{problems[0].subject}: {problems[0].reason}{more}")

    def _on_reported(self, steps: Sequence[Step], cancelled: bool) -> None:
        self.check_own()
        if not self._quiet:
            if first := next((step.article.id for step in steps if step.article and not step.duplicate), ""):
                self.imported.emit(first)
            self._last = tuple(steps), cancelled
            self.show_report()
            self.reported.emit()
        elif failed := [step for step in steps if step.problem]:
            self.offered.emit(_refused(failed, len(steps)), "Try again", self.read_builtin)

    def _on_busy_changed(self) -> None:
        if not self.strip.busy:
            self._session.set_filling(False)


def _refused(failed: Sequence[Step], of: int) -> str:
    """Which of the built-in articles are missing, and why the first of them is.

    Where all are, for one reason, it lies in none of them: then a plain sentence says so, without what only helps
    whoever mends it, which the command line tells.
    """
    name, reason = PurePath(failed[0].subject).name, failed[0].problem.reason if failed[0].problem else ""
    if len(failed) == of > 1 and all(step.problem and step.problem.reason == reason for step in failed):
        plain = reason.partition(":")[0].rstrip(".")
        return f"The built-in library could not be loaded: {plain[:1].lower()}{plain[1:]}."
    return f"{len(failed)} of {of} articles of the built-in library could not be loaded. {name}: {reason}"


def _builtin(library: Library) -> Keep:
    """How built-in articles are kept."""
    return lambda steps: library.add_aside(steps, builtin=True)


def _told(find: Callable[[], Sequence[Problem]]) -> Iterator[Step]:
    """What is found, as the steps of a job."""
    found = find()
    for number, problem in enumerate(found, start=1):
        yield Step(number, len(found), problem.subject, problem=problem)
