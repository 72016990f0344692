"""The picture that a start shows before the library is open: just what the window then shows, or none."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.library import Library
from ui import picture
from ui import theme as themes
from ui.app import Frame, Opening, Waiting, cache_folder
from ui.picture import Picture
from ui.preferences import Preferences
from ui.session import Place
from ui.window import MainWindow

Session = Callable[[Callable[[MainWindow], object]], "tuple[QImage | None, QImage]"]


def browse(window: MainWindow) -> None:
    window.session.navigate(Place("country", window.session.catalog.region.members[1]))


@pytest.fixture
def folder(library: Library) -> Path:
    library.close()
    return library.folder


@pytest.fixture
def use(qtbot: QtBot, qapp: QApplication, folder: Path, tmp_path: Path) -> Iterator[Session]:
    """`use(deed)` opens the window, does the deed and closes it; the picture shown at first, and what then stood."""
    hook, letters, palette = sys.excepthook, qapp.font(), qapp.palette()

    def run(deed: Callable[[MainWindow], object]) -> tuple[QImage | None, QImage]:
        preferences = Preferences(tmp_path / "window.ini")
        themes.apply(qapp, themes.THEMES.get(preferences.text("theme"), themes.LIGHT))
        frame = Frame(preferences)
        qtbot.addWidget(frame)
        opening = Opening(qapp, frame, preferences, folder)
        opening.show_picture()
        frame.show()
        frame.activateWindow()
        qtbot.waitUntil(frame.isActiveWindow)
        shown = frame.grab().toImage() if opening.has_picture else None
        with qtbot.waitSignal(opening.stands):
            opening.open()
        window = frame.centralWidget()
        assert isinstance(window, MainWindow)
        stood = frame.grab().toImage()
        deed(window)
        assert frame.close()
        opening.close_for_today()
        sys.excepthook = hook
        qapp.setFont(letters)
        qapp.setPalette(palette)
        return shown, stood

    yield run
    (cache_folder() / picture.NAME).unlink(missing_ok=True)


@pytest.mark.parametrize(
    "deed",
    [
        lambda window: None,
        browse,
        lambda window: window.look.choose("dark"),
        lambda window: window.look.zoom_by(2),
        lambda window: window.session.save_note(window.session.catalog.region.members[0], "# A note\n\nof today."),
        lambda window: window.way.go_to_tab("articles"),
        lambda window: window.window().resize(700, 600),
        lambda window: window.way.show_evidence(window.session.library.geopolitics().contested[0].statement),
    ],
)
def test_the_picture_is_what_the_next_start_shows(use: Session, deed: Callable[[MainWindow], object]) -> None:
    first, _ = use(deed)
    shown, stood = use(lambda window: None)
    assert first is None
    assert shown is not None

    assert shown.convertToFormat(picture.FORMAT) == stood.convertToFormat(picture.FORMAT)
    again, _ = use(lambda window: None)
    assert again == shown


def test_no_picture_when_anything_changed_since(use: Session, folder: Path) -> None:
    use(lambda window: None)
    library = Library.open(folder)
    assert isinstance(library.save_note("KAZ", "Written elsewhere."), tuple)
    library.close()
    shown, _ = use(lambda window: None)
    assert shown is None


def test_a_second_window_shows_no_picture_and_keeps_none(use: Session, folder: Path) -> None:
    use(lambda window: None)
    assert (cache_folder() / picture.NAME).exists()
    use(lambda window: _nothing_there())
    other = Library.open(folder)
    use(lambda window: None)
    assert not (cache_folder() / picture.NAME).exists()
    other.close()


def _nothing_there() -> None:
    assert not (cache_folder() / picture.NAME).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there, the folder is the user's own")
def test_nobody_else_can_read_it(use: Session) -> None:
    use(lambda window: None)
    assert (cache_folder() / picture.NAME).stat().st_mode & 0o777 == 0o600


def test_what_is_damaged_or_of_other_things_is_not_shown(tmp_path: Path, qapp: QApplication) -> None:
    image = QImage(20, 10, picture.FORMAT)
    image.fill(0)
    path = tmp_path / picture.NAME

    def taken(account: bytes) -> Picture | None:
        return picture.take(tmp_path, account)

    picture.keep(tmp_path, Picture(b"as it was", image))
    whole = path.read_bytes()
    found = taken(b"as it was")
    assert found is not None
    assert found.image == image
    assert taken(b"as it was") is None, "it is there once"
    for data in (b"", whole[:11], whole[:-1], whole + b" "):
        path.write_bytes(data)
        assert taken(b"as it was") is None
    path.write_bytes(whole)
    assert taken(b"as it is") is None
    assert not list(tmp_path.iterdir())


def test_a_picture_of_another_size_is_not_shown(qtbot: QtBot) -> None:
    from PySide6.QtGui import QPixmap

    page = Waiting(QPixmap(300, 200))
    qtbot.addWidget(page)
    page.resize(300, 200)
    page.show()
    assert page.shows_picture
    page.resize(301, 200)
    qtbot.waitUntil(lambda: not page.shows_picture)
