"""Starting the window: the application, the library, and what happens to unexpected errors."""

from __future__ import annotations

import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from models.catalog import load
from models.library import Library
from ui.preferences import Preferences
from ui.session import Session
from ui.widgets.look import Look
from ui.window import MainWindow

NAME = "Oxus"
LOG = "errors.log"
LARGEST_LOG = 1_000_000


class Folders(NamedTuple):
    """Where the library, the settings and what can be made anew are kept."""

    library: Path
    settings: Path
    cache: Path


def run(library: Path | None = None, *, quit_after_first_paint: bool = False) -> int:
    """Open the window on a library and stay until it is closed; the exit status."""
    folders = usual_folders(library)
    app = QApplication(sys.argv[:1])
    app.setApplicationName(NAME)
    app.setDesktopFileName(NAME.lower())
    app.setStyle("Fusion")
    opened = Library.open(folders.library, load(cache=folders.cache))
    window = open_window(app, opened, Preferences(folders.settings / "window.ini"))
    sys.excepthook = Mistakes(folders.library, window).on_exception
    if quit_after_first_paint:
        window.painted.connect(app.quit)
    else:
        window.painted.connect(window.files.read_builtin)
    window.show()
    status = app.exec()
    opened.close()
    return status


def open_window(app: QApplication, library: Library, preferences: Preferences) -> MainWindow:
    """A window on a library, not yet shown."""
    session = Session(library)
    look = Look(app, session, preferences)
    window = MainWindow(session, preferences, look)
    session.setParent(window)
    return window


def usual_folders(library: Path | None) -> Folders:
    """The platform's folders; the library's own is another when the user says so."""
    import platformdirs  # the command line never needs it

    dirs = platformdirs.PlatformDirs(NAME, appauthor=False)
    return Folders(library or dirs.user_data_path / "library", dirs.user_config_path, dirs.user_cache_path)


class Mistakes:
    """Shows unexpected errors, one at a time, writes them down beside the library, and lets the window go on."""

    def __init__(self, folder: Path, window: MainWindow) -> None:
        self._log = folder / LOG
        self._window = window
        self._open = False

    def on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What `sys.excepthook` calls."""
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        log = self._write(details)
        if not self._open:
            self._show(details, log)

    def _write(self, details: str) -> Path | None:
        """Add to the log, which starts anew when it is large; None where nothing can be written."""
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            fresh = not self._log.exists() or self._log.stat().st_size > LARGEST_LOG
            with self._log.open("w" if fresh else "a", encoding="utf-8", errors="replace") as log:
                log.write(f"{moment}\n{details}\n")
        except OSError:
            return None
        return self._log

    def _show(self, details: str, log: Path | None) -> None:
        from ui.widgets.dialogs import error_dialog  # hoped never to be needed

        self._open = True
        dialog = error_dialog(details, log, self._window)
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_closed(self) -> None:
        self._open = False
