"""Starting the window: a frame at once, then the library in it; and what happens to unexpected errors.

Only what the frame needs is imported here. The rest is loaded once it stands: the enums of Qt's own namespace alone
take as long to make as half the frame, and a large library takes its time to open.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme as themes
from ui.loading import import_plainly, settle
from ui.preferences import Preferences

if TYPE_CHECKING:
    from types import TracebackType

    from models.library import Library
    from ui.window import MainWindow

NAME = "Oxus"
STYLE = "Fusion"
OPENING = "Opening Oxus"
LOG = "errors.log"
LAST = "library"
LARGEST_LOG = 1_000_000
SIZE = (1280, 800)
TITLE_BAR = 40
"""What the system draws above the window, in device-independent pixels: the first window fits on a small screen."""
DARK_BELOW = 128
"""The lightness, of 255, below which the system's window counts as dark."""


def run(library: Path | None = None, *, quit_after_first_paint: bool = False) -> int:
    """Open the window on a library (the usual one when not told) and stay until it is closed; the exit status.

    With `quit_after_first_paint` that is as soon as the library's content has been painted.
    """
    app, frame, preferences = first_frame()
    opening = Opening(app, frame, preferences, library)
    FirstPaint(frame).done.connect(opening.open)
    opening.stands.connect(settle)
    opening.stands.connect(app.quit if quit_after_first_paint else opening.complete)
    frame.show()
    status = app.exec()
    opening.close()
    return status


def first_frame() -> tuple[QApplication, Frame, Preferences]:
    """The application and its window, not yet shown, as the user left its place and colours."""
    import_plainly()
    app = QApplication([*sys.argv[:1], "-style", STYLE])  # told later, Qt would make a style, and PySide all its enums
    app.setApplicationName(NAME)
    app.setDesktopFileName(NAME.lower())
    preferences = Preferences(settings_file())
    themes.apply(app, _first_theme(app, preferences))
    return app, Frame(preferences), preferences


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


class FirstPaint(QObject):
    """Tells, once, that a widget has been painted with all that is in it."""

    done = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.done.emit)  # its parts are painted in the same turn of the event loop
        return False


class Frame(QMainWindow):
    """The window itself, which says that the library is being opened until that is done."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.setWindowTitle(OPENING)
        self.setCentralWidget(_waiting())
        if not self.restoreGeometry(preferences.state("geometry")):
            self.resize(QSize(*SIZE).boundedTo(self.screen().availableSize() - QSize(0, TITLE_BAR)))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        page = self.centralWidget()
        event.setAccepted(page is None or page.close())


class Opening(QObject):
    """Opens the library in the frame once that stands, and closes it in the end.

    `stands` tells that the library's content has been painted.
    """

    stands = Signal()

    def __init__(self, app: QApplication, frame: Frame, preferences: Preferences, folder: Path | None) -> None:
        super().__init__()
        self._app = app
        self._frame = frame
        self._preferences = preferences
        self._folder = folder
        self._font = app.font()
        self._library: Library | None = None
        self._window: MainWindow | None = None

    def open(self) -> None:
        """Put the window on the library into the frame."""
        from models.catalog import load
        from models.library import Library, usual_folder

        folder = self._folder or self._last() or usual_folder()
        self._app.setFont(self._font)  # as the window before this one found it, before it made letters larger
        sys.excepthook = Mistakes(folder, self._frame).on_exception
        self._library = Library.open(folder, load(cache=cache_folder()))
        self._window = open_window(self._app, self._library, self._preferences)
        FirstPaint(self._window).done.connect(self.stands)
        self._frame.setCentralWidget(self._window)
        self._frame.setWindowTitle(NAME if folder == usual_folder() else f"{NAME} — {folder.name}")
        self._window.libraries.wanted.connect(self._on_wanted)
        self._window.start()

    def _on_wanted(self, folder: Path) -> None:
        """Switch once the window has finished what it does: it will not be there any more."""
        QTimer.singleShot(0, lambda: self.switch(folder))

    def switch(self, folder: Path) -> None:
        """Save and close the library that is open, and open the one in this folder; the next start opens it, too."""
        before = self._window
        if before is None or not before.close():
            return
        self._frame.setWindowTitle(OPENING)
        self._frame.takeCentralWidget()
        self._frame.setCentralWidget(_waiting())
        before.deleteLater()
        self._window = None
        self.close()
        self._folder = folder
        self._preferences.set(LAST, str(folder))
        QTimer.singleShot(0, self.open)

    def _last(self) -> Path | None:
        """The library that was chosen last in a window, if it is still there."""
        from models.library import is_library

        told = self._preferences.text(LAST)
        return Path(told) if told and is_library(Path(told)) else None

    def complete(self) -> None:
        """Do what can wait until the content stands, as loading the articles that come with Oxus."""
        if self._window is not None:
            self._window.complete()

    def close(self) -> None:
        """Close what was opened."""
        if self._library is not None:
            self._library.close()
            self._library = None


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
