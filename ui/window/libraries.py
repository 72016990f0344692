"""What the window does with whole libraries: make, open, hand over, merge; and which were open of late."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from models.library import is_library
from models.records import Problem, Step
from ui.jobs import Job
from ui.outcomes import counted, handed, merged
from ui.preferences import Preferences
from ui.session import Session

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

SUFFIX = ".oxus"
FILTER = f"Libraries handed over (*{SUFFIX});;All files (*)"
RECENT = "libraries"
SHOWN = 5
LONGEST = 60.0
"""Seconds that the window waits, when it closes, for what is being written."""

OPEN = "A library is a folder. One that was handed over is a file; it opens in a new folder that you name."
MERGE = (
    "Choose the other library, its folder or the file that was handed over. Nothing that is here is changed: an "
    "article of both keeps the claims it has here, your decisions and corrections stay, and a note that differs comes "
    "beside yours."
)
HAND_OVER = (
    "The file holds all articles with their claims, your decisions and corrections, and your own rules and names. It "
    "opens in Oxus on any machine."
)

T = TypeVar("T")


class Libraries(QObject):
    """Libraries, one thing at a time. `wanted` gives the folder to open in place of this one.

    `noticed` gives a calm word for the window's bar, `warned` one that stays there.
    """

    wanted = Signal(Path)
    noticed = Signal(str)
    warned = Signal(str)

    def __init__(self, session: Session, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._preferences = preferences
        self._window = window
        self._job: Job | None = None
        self._offered: list[QAction] = []
        self._none = QAction("No other library yet", self, enabled=False)

    @property
    def busy(self) -> bool:
        """Whether a library is being read or written."""
        return self._job is not None

    # --- another library ---------------------------------------------------------------------------------------------

    def make(self) -> None:
        """Ask for a new folder, and open a new library there."""
        folder = self._ask_folder("New library", "New library")
        if folder is not None and self._is_free(folder):
            self._want(folder)

    def choose(self) -> None:
        """Ask for a library, as a folder or a file, and open it."""
        self._ask_source("Open library", OPEN, self.open)

    def open(self, path: Path) -> None:
        """Open the library in a folder, or one that was handed over in a new folder."""
        if not path.is_dir():
            self._unpack(path)
        elif path.resolve() == self._session.library.folder.resolve():
            self.noticed.emit("This library is open already.")
        elif is_library(path):
            self._want(path)
        else:
            self.warned.emit(f"There is no library in {path}.")

    def recent(self) -> list[QAction]:
        """What opens the libraries that were open of late, this one left out."""
        here = self._session.library.folder
        folders = [folder for folder in _recent(self._preferences) if folder != here][:SHOWN]
        for action in self._offered:
            action.deleteLater()
        self._offered = [QAction(_menu_words(folder), self) for folder in folders]
        for action, folder in zip(self._offered, folders, strict=True):
            action.triggered.connect(partial(self.open, folder))
        return self._offered or [self._none]

    def _want(self, folder: Path) -> None:
        here = self._session.library.folder
        known = dict.fromkeys((folder, here, *_recent(self._preferences)))
        self._preferences.set(RECENT, json.dumps([str(path) for path in known][: SHOWN + 1]))
        self.wanted.emit(folder)

    def _unpack(self, path: Path) -> None:
        from zipfile import is_zipfile  # rarely needed

        if not is_zipfile(path):  # said before a folder is asked for
            known = path.exists()
            self.warned.emit(
                f"{path}: {'The file is no library that was handed over.' if known else 'There is no such file.'}"
            )
            return
        folder = self._ask_folder(f"Open {path.name} in a new folder", path.stem)
        if folder is None or not self._is_free(folder):
            return

        def unpack() -> object:
            from models.library.unpacking import unpack  # rarely needed

            return unpack(path, folder)

        self._run(f"Opening {path.name}…", unpack, lambda _: self._want(folder))

    # --- handing over and merging ------------------------------------------------------------------------------------

    def hand_over(self) -> None:
        """Ask whether notes go with it, and where to, then write the library to one file."""
        from PySide6.QtWidgets import QCheckBox  # the window shows itself without it

        notes = len(self._session.library.notes())
        box = _question("Hand over library", HAND_OVER, self._window)
        check = QCheckBox(f"With my &notes ({counted(notes, 'note')})")
        check.setEnabled(notes > 0)
        box.setCheckBox(check)
        yes = box.addButton("&Choose a file…", box.ButtonRole.AcceptRole)
        box.addButton(box.StandardButton.Cancel)
        yes.clicked.connect(lambda: self._ask_file(with_notes=check.isChecked()))
        box.open()

    def pack(self, path: Path, *, with_notes: bool) -> None:
        """Write the library to a file in the background, and say what it holds."""
        library = self._session.library
        self._session.save_all()
        self._run(
            "Writing the library…",
            lambda: library.pack(path, with_notes=with_notes),
            lambda held: self.noticed.emit(f"{path}: {handed(held) or 'nothing yet'}."),
        )

    def choose_to_merge(self) -> None:
        """Ask for another library, and merge it into this one."""
        self._ask_source("Merge library into this one", MERGE, self.merge)

    def merge(self, path: Path) -> None:
        """Merge a library into this one in the background, show what came, and say so."""
        session = self._session
        if session.read_only:
            self.noticed.emit("This library is open read-only, so nothing can be merged into it.")
            return
        session.save_all()

        def show(outcome: tuple) -> None:
            aside, told = outcome
            session.show(aside)
            self.noticed.emit(merged(told))

        self._run(f"Merging {path.name}…", lambda: session.library.merge_aside(path), show)

    def take(self, paths: Sequence[Path]) -> tuple[Path, ...]:
        """Of dropped files those that are no library; for the first that is one, ask whether to merge it."""
        libraries = [path for path in paths if path.suffix == SUFFIX or (path.is_dir() and is_library(path))]
        if libraries:
            box = _question("Merge library", f"Merge {libraries[0].name} into this library?\n\n{MERGE}", self._window)
            yes = box.addButton("&Merge", box.ButtonRole.AcceptRole)
            box.addButton(box.StandardButton.Cancel)
            yes.clicked.connect(lambda: self.merge(libraries[0]))
            box.open()
        return tuple(path for path in paths if path not in libraries)

    def stop(self) -> None:
        """Wait for what is being written, because the window closes."""
        if self._job is not None:
            self._job.wait(LONGEST)

    # --- asking ------------------------------------------------------------------------------------------------------

    def _ask_source(self, title: str, words: str, then: Callable[[Path], None]) -> None:
        box = _question(title, words, self._window)
        folder = box.addButton("&Folder…", box.ButtonRole.AcceptRole)
        file = box.addButton("F&ile…", box.ButtonRole.AcceptRole)
        box.addButton(box.StandardButton.Cancel)

        def ask_folder() -> None:
            if name := QFileDialog.getExistingDirectory(self._window, title, str(_usual_place())):
                then(Path(name))

        def ask_file() -> None:
            name, _ = QFileDialog.getOpenFileName(self._window, title, str(_usual_place()), FILTER)
            if name:
                then(Path(name))

        folder.clicked.connect(ask_folder)
        file.clicked.connect(ask_file)
        box.open()

    def _ask_folder(self, title: str, name: str) -> Path | None:
        """A folder that need not be there yet."""
        options = QFileDialog.Option.DontConfirmOverwrite | QFileDialog.Option.ShowDirsOnly
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(_usual_place() / name), "", options=options)
        return Path(chosen) if chosen else None

    def _ask_file(self, *, with_notes: bool) -> None:
        proposal = _usual_place() / f"{self._session.library.folder.name}{SUFFIX}"
        name, _ = QFileDialog.getSaveFileName(self._window, "Hand over library", str(proposal), FILTER)
        if name:
            path = Path(name)
            self.pack(path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX), with_notes=with_notes)

    def _is_free(self, folder: Path) -> bool:
        """Whether nothing is in the folder yet; if there is something, says so."""
        try:
            free = not folder.exists() or not any(folder.iterdir())
        except OSError:
            free = False
        if not free:
            self.warned.emit(f"There is something in {folder} already: give the library a new folder.")
        return free

    # --- in the background -------------------------------------------------------------------------------------------

    def _run(self, title: str, work: Callable[[], T | Problem], then: Callable[[T], None]) -> None:
        """Do the work off the main thread; then go on with what it gave, or say why it failed."""
        if self._job is not None:
            self.noticed.emit("Another library is being read or written; wait for it first.")
            return
        found: list[T | Problem] = []

        def walk() -> Iterator[Step]:
            found.append(work())
            yield from ()

        def end() -> None:
            self._job = None
            job.deleteLater()

        def finish(_: object) -> None:
            end()
            outcome = found[0]
            if isinstance(outcome, Problem):
                self.warned.emit(f"{outcome.subject}: {outcome.reason}")
            else:
                then(outcome)

        def crash(error: BaseException) -> None:
            end()
            raise error

        self._job = job = Job(walk, self)
        job.finished.connect(finish)
        job.crashed.connect(crash)
        self.noticed.emit(title)
        job.start()


def _recent(preferences: Preferences) -> list[Path]:
    """The folders of libraries that are still there, the one opened last first."""
    try:
        names = json.loads(preferences.text(RECENT, "[]"))
    except ValueError:
        return []
    folders = [Path(name) for name in names if isinstance(name, str)] if isinstance(names, list) else []
    return [folder for folder in folders if is_library(folder)]


def _menu_words(folder: Path) -> str:
    return f"{folder.name} ({folder.parent})".replace("&", "&&")


def _usual_place() -> Path:
    """The user's documents, or home."""
    place = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return place if place.is_dir() else Path.home()


def _question(title: str, words: str, parent: QWidget) -> QMessageBox:
    from PySide6.QtWidgets import QMessageBox  # the window shows itself without it

    box = QMessageBox(QMessageBox.Icon.NoIcon, title, words, parent=parent)
    box.setAccessibleName(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box
