"""Starting the window: a frame at once, then the library in it; and what happens to unexpected errors.

Only what the frame needs is imported here. The rest is loaded once it stands: the enums of Qt's own namespace alone
take as long to make as half the frame, and a large library takes its time to open.
"""

from __future__ import annotations

import builtins
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme as themes
from ui.preferences import Preferences

if TYPE_CHECKING:
    from types import TracebackType

    from models.library import Library
    from ui.window import MainWindow

NAME = "Oxus"
STYLE = "Fusion"
OPENING = "Opening Oxus"
LOG = "errors.log"
LARGEST_LOG = 1_000_000
SIZE = (1280, 800)
DARK_BELOW = 128
"""The lightness, of 255, below which the system's window counts as dark."""


def run(library: Path | None = None, *, quit_after_first_paint: bool = False) -> int:
    """Open the window on a library (the usual one when not told) and stay until it is closed; the exit status."""
    import_plainly()
    app = QApplication([*sys.argv[:1], "-style", STYLE])  # told afterwards, Qt would make all enums of styles as well
    app.setApplicationName(NAME)
    app.setDesktopFileName(NAME.lower())
    preferences = Preferences(settings_file())
    themes.apply(app, _first_theme(app, preferences))
    frame = Frame(preferences)
    opening = Opening(app, frame, preferences, library)
    frame.painted.connect(app.quit if quit_after_first_paint else opening.open)
    frame.show()
    status = app.exec()
    opening.close()
    return status


def import_plainly() -> None:
    """Imports go Python's own way again.

    PySide's way reads the source of every module that is imported from now on, looking for a switch that nothing here
    uses; that takes longer than the imports themselves.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def settings_file() -> Path:
    """Where the window's settings are kept."""
    import platformdirs  # nobody else needs it here

    return platformdirs.user_config_path(NAME, appauthor=False) / "window.ini"


def cache_folder() -> Path:
    """Where what can be made anew is kept: here, the catalog's tables as they are read fastest."""
    import platformdirs

    return platformdirs.user_cache_path(NAME, appauthor=False)


def open_window(app: QApplication, library: Library, preferences: Preferences) -> MainWindow:
    """A window on a library, not yet shown."""
    from ui.session import Session
    from ui.widgets.look import Look
    from ui.window import MainWindow

    session = Session(library)
    window = MainWindow(session, preferences, Look(app, session, preferences))
    session.setParent(window)
    window.resize(*SIZE)
    return window


class Frame(QMainWindow):
    """The window itself, which says that the library is being opened until that is done.

    `painted` tells, once, that its first frame stands.
    """

    painted = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._fresh = True
        self.setWindowTitle(OPENING)
        self.setCentralWidget(_waiting())
        if not self.restoreGeometry(preferences.state("geometry")):
            self.resize(*SIZE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._fresh:
            self._fresh = False
            QTimer.singleShot(0, self.painted.emit)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        page = self.centralWidget()
        event.setAccepted(page is None or page.close())


class Opening:
    """Opens the library in the frame once that stands, and closes it in the end."""

    def __init__(self, app: QApplication, frame: Frame, preferences: Preferences, folder: Path | None) -> None:
        self._app = app
        self._frame = frame
        self._preferences = preferences
        self._folder = folder
        self._library: Library | None = None

    def open(self) -> None:
        """Put the window on the library into the frame; then load the built-in articles where they are missing."""
        from models.catalog import load
        from models.library import Library, usual_folder

        folder = self._folder or usual_folder()
        sys.excepthook = Mistakes(folder, self._frame).on_exception
        self._library = Library.open(folder, load(cache=cache_folder()))
        window = open_window(self._app, self._library, self._preferences)
        self._frame.setCentralWidget(window)
        self._frame.setWindowTitle(NAME)
        window.start()
        QTimer.singleShot(0, window.files.read_builtin)

    def close(self) -> None:
        """Close what was opened."""
        if self._library is not None:
            self._library.close()


class Mistakes:
    """Shows unexpected errors, one at a time, writes them down beside the library, and lets the window go on."""

    def __init__(self, folder: Path, window: QWidget) -> None:
        self._log = folder / LOG
        self._window = window
        self._open = False

    def on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What `sys.excepthook` calls."""
        import traceback  # hoped never to be needed

        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        log = self._write(details)
        if not self._open:
            self._show(details, log)

    def _write(self, details: str) -> Path | None:
        """Add to the log, which starts anew when it is large; None where nothing can be written."""
        from datetime import UTC, datetime

        moment = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            fresh = not self._log.exists() or self._log.stat().st_size > LARGEST_LOG
            with self._log.open("w" if fresh else "a", encoding="utf-8", errors="replace") as log:
                log.write(f"{moment}\n{details}\n")
        except OSError:
            return None
        return self._log

    def _show(self, details: str, log: Path | None) -> None:
        from ui.widgets.dialogs import error_dialog

        self._open = True
        dialog = error_dialog(details, log, self._window)
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_closed(self) -> None:
        self._open = False


def _first_theme(app: QApplication, preferences: Preferences) -> themes.Theme:
    """The theme chosen, or the one that goes with the system's own colours."""
    dark = app.palette().window().color().lightness() < DARK_BELOW
    return themes.THEMES.get(preferences.text("theme"), themes.DARK if dark else themes.LIGHT)


def _waiting() -> QWidget:
    """What stands in the frame until the library is open."""
    page = QWidget()
    row, column = QHBoxLayout(), QVBoxLayout(page)
    row.addStretch()
    row.addWidget(QLabel("Opening the library…"))
    row.addStretch()
    column.addStretch()
    column.addLayout(row)
    column.addStretch()
    return page
