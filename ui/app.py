"""Starting the window: a frame at once, with a picture of the library where there is one, then the library in it.

Only what the frame needs is imported here. The rest is loaded once it stands: the enums of Qt's own namespace alone
take as long to make as half the frame, and a large library takes its time to open.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme as themes
from ui.collecting import Collector
from ui.loading import import_plainly, settle
from ui.preferences import Preferences

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from models.library import Library
    from ui.picture import Picture
    from ui.window import MainWindow

NAME = "Oxus"
STYLE = "Fusion"
OPENING = "Opening Oxus"
LAST = "library"
SIZE = (1280, 800)
SMALLEST = (640, 400)
"""The least size of the window; whatever is opened in it, it does not grow by itself."""

TITLE_BAR = 40
"""What the system draws above the window, in device-independent pixels: the first window fits on a small screen."""
MOVING = "routes"
"""The tab of which no picture is kept: its map settles after its first frame."""
DARK_BELOW = 128
"""The lightness, of 255, below which the system's window counts as dark."""


def run(library: Path | None = None, *, quit_after_first_paint: bool = False) -> int:
    """Open the window on a library (the usual one when not told) and stay until it is closed; the exit status.

    With `quit_after_first_paint` that is as soon as the library's content has been painted.
    """
    app, frame, preferences = first_frame()
    opening = Opening(app, frame, preferences, library)
    opening.show_picture()
    FirstPaint(frame).done.connect(opening.open)
    opening.stands.connect(settle)
    collector = Collector(opening)
    opening.stands.connect(collector.start)
    opening.stands.connect(app.quit if quit_after_first_paint else opening.complete)
    frame.show()
    status = app.exec()
    opening.close_for_today()
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
        self.setMinimumSize(*SMALLEST)
        self.setCentralWidget(Waiting())
        if not self.restoreGeometry(preferences.state("geometry")):
            self.resize(QSize(*SIZE).boundedTo(self.screen().availableSize() - QSize(0, TITLE_BAR)))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        page = self.centralWidget()
        event.setAccepted(page is None or page.close())


class Waiting(QWidget):
    """What stands in the frame until the library is open: its picture where that has the size of the window."""

    def __init__(self, picture: QPixmap | None = None) -> None:
        super().__init__()
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.addStretch()
        row.addWidget(QLabel("Opening the library…"))
        row.addStretch()
        column.addStretch()
        column.addLayout(row)
        column.addStretch()
        self._picture = QLabel(self)
        self._picture.setPixmap(picture or QPixmap())

    @property
    def shows_picture(self) -> bool:
        """Whether the picture has the size of the window."""
        return self._picture.isVisibleTo(self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._picture.setGeometry(self.rect())
        self._picture.setVisible(self._picture.pixmap().size() == self.size() * self.devicePixelRatio())


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
        self._picture: Picture | None = None
        self._library: Library | None = None
        self._window: MainWindow | None = None

    @property
    def has_picture(self) -> bool:
        """Whether a picture is shown until the library is open."""
        return self._picture is not None

    def show_picture(self) -> None:
        """Show the picture of the library that is to be opened, where one was kept and nothing is different since."""
        from models.folders import usual_folder
        from ui import picture

        last = self._preferences.text(LAST)
        folder = self._folder or (Path(last) if last else usual_folder())
        account = picture.account_of(folder, self._preferences.path, self._frame, self._font)
        self._picture = picture.take(cache_folder(), account)
        if self._picture is not None:
            self._frame.setCentralWidget(Waiting(QPixmap.fromImage(self._picture.image)))

    def open(self) -> None:
        """Put the window on the library into the frame."""
        from models.catalog import load
        from models.library import Library, usual_folder
        from ui.clock import today
        from ui.mistakes import Mistakes

        folder = self._folder or self._last() or usual_folder()
        self._app.setFont(self._font)  # as the window before this one found it, before it made letters larger
        sys.excepthook = Mistakes(folder, self._frame).on_exception
        self._library = Library.open(folder, load(cache=cache_folder()), today=today().isoformat())
        self._window = open_window(self._app, self._library, self._preferences)
        self._window.files.expect_builtin()
        FirstPaint(self._window).done.connect(self.stands)
        self._frame.setUpdatesEnabled(False)  # what is there now stays in sight until all has found its place
        self._frame.setCentralWidget(self._window)
        QTimer.singleShot(0, self._show_again)
        self._frame.setWindowTitle(NAME if folder == usual_folder() else f"{NAME} — {folder.name}")
        self._window.libraries.wanted.connect(self._on_wanted)
        self._window.way.start()

    def _show_again(self) -> None:
        """Let the frame be drawn again, and draw it: an update that Qt asked for meanwhile came to nothing, and as long
        as Qt takes it for under way it asks for no other."""
        self._frame.setUpdatesEnabled(True)
        self._frame.repaint()

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
        self._frame.setCentralWidget(Waiting())
        before.deleteLater()
        self._window = None
        self.close()
        self._folder = folder
        self._preferences.set(LAST, str(folder))
        QTimer.singleShot(0, self._reopen)

    def _reopen(self) -> None:
        """Open the library that takes another's place, now that the window on that is gone, and all it held with it."""
        gc.unfreeze()  # what was there to stay
        gc.collect()
        self.open()

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

    def close_for_today(self) -> None:
        """Close what was opened, and keep a picture of what the next start will show."""
        from ui import picture

        library, kept = self._library, self._picture
        if library is not None:
            rests_on = library.folder, self._preferences.path, self._frame, self._font
            fresh = kept is not None and kept.account == picture.account_of(*rests_on)
            window = self._window
            still = window is not None and window.tabs.current() != MOVING
            plain = not library.read_only and not library.problem  # else the window says so, and the next may not
            image = (kept.image if kept is not None and fresh else self._rehearse(library)) if plain and still else None
            self.close()
            kept = picture.Picture(picture.account_of(*rests_on), image) if image is not None else None
        if kept is not None:
            picture.keep(cache_folder(), kept)

    def _rehearse(self, library: Library) -> QImage:
        """The window as the next start will show it: it is built just so, but not shown to anybody."""
        self._app.setFont(self._font)
        import warnings

        from PySide6.QtCore import Qt  # with the enums of its namespace, for which the first frame does not wait

        window = open_window(self._app, library, self._preferences)
        frame = Frame(self._preferences)  # made now, it has the letters that the window has chosen
        frame.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        frame.setCentralWidget(window)
        if self._frame.isMaximized() or self._frame.isFullScreen():
            frame.resize(self._frame.size())
        frame.show()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # nothing else gives the keyboard to what is not shown
            self._app.setActiveWindow(frame)
        window.way.start()
        self._app.sendPostedEvents()  # so that everything has found its place
        return frame.grab().toImage()


def _first_theme(app: QApplication, preferences: Preferences) -> themes.Theme:
    """The theme chosen, or the one that goes with the system's own colours."""
    dark = app.palette().window().color().lightness() < DARK_BELOW
    return themes.THEMES.get(preferences.text("theme"), themes.DARK if dark else themes.LIGHT)
