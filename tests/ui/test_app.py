"""The start: a frame first, the library in it, and unexpected errors shown without ending the window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from models.library import Library
from tests.ui.finding import child
from ui.app import FirstPaint, Frame, Opening, open_window
from ui.mistakes import LOG, Mistakes
from ui.preferences import Preferences
from ui.window import MainWindow


def raised() -> BaseException:
    try:
        raise ValueError("<b>something odd</b>")
    except ValueError as error:
        return error


def test_the_first_paint_is_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    frame = Frame(Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(frame)
    painted = FirstPaint(frame)
    times: list[int] = []
    painted.done.connect(lambda: times.append(1))
    with qtbot.waitSignal(painted.done):
        frame.show()
    frame.repaint()
    qtbot.wait(20)
    assert times == [1]


def test_the_opening_ends_when_the_content_has_been_painted(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    frame = Frame(preferences)
    qtbot.addWidget(frame)
    frame.show()
    opening = Opening(qapp, frame, preferences, tmp_path / "library")
    hook = sys.excepthook
    pages: list[QWidget | None] = []
    opening.stands.connect(lambda: pages.append(frame.centralWidget()))
    try:
        with qtbot.waitSignal(opening.stands):
            opening.open()
        assert [type(page) for page in pages] == [MainWindow]
        assert frame.close()
    finally:
        sys.excepthook = hook
        opening.close()


def test_the_window_fills_the_frame_and_loads_the_articles(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    frame = Frame(preferences)
    qtbot.addWidget(frame)
    frame.show()
    opening = Opening(qapp, frame, preferences, tmp_path / "library")
    opening.stands.connect(opening.complete)
    hook = sys.excepthook
    try:
        opening.open()
        window = frame.centralWidget()
        assert isinstance(window, MainWindow)
        qtbot.waitUntil(lambda: window.size() == frame.size())
        qtbot.waitUntil(lambda: bool(window.session.library.articles().rows), timeout=60_000)
        assert frame.close()
    finally:
        sys.excepthook = hook
        opening.close()


def test_tabs_and_index_are_got_ready_only_once_an_empty_library_is_filled(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library.open(tmp_path / "library")
    window = open_window(qapp, library, Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(window)
    begun: list[int] = []
    for part in (window.warming, window.ahead):
        monkeypatch.setattr(part, "start", lambda: begun.append(window.session.library.claims))
    monkeypatch.setattr(library, "read_builtin", lambda: iter(()))
    window.complete()
    assert window.session.filling
    assert not begun
    window.session.set_filling(False)
    assert len(begun) == 2
    window.session.set_filling(True)  # as when what was refused is tried again
    window.session.set_filling(False)
    assert len(begun) == 2
    assert window.close()
    library.close()


def test_the_frame_needs_neither_models_nor_pictures() -> None:
    code = "import sys, ui.app; print([n for n in sys.modules if n.split('.')[0] in ('models', 'pyqtgraph', 'tinydb')])"
    root = Path(__file__).resolve().parents[2]
    told = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_a_mistake_is_shown_as_text_and_logged(qtbot: QtBot, tmp_path: Path) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    mistakes = Mistakes(tmp_path, window)
    error = raised()
    mistakes.on_exception(type(error), error, error.__traceback__)
    mistakes.on_exception(type(error), error, error.__traceback__)
    dialogs = window.findChildren(QDialog)
    assert len(dialogs) == 1, "one at a time"
    assert "ValueError: <b>something odd</b>" in child(dialogs[0], QPlainTextEdit).toPlainText()
    assert (tmp_path / LOG).read_text(encoding="utf-8").count("ValueError: <b>something odd") == 2
    dialogs[0].close()


def test_a_mistake_is_shown_where_no_log_can_be_written(qtbot: QtBot, tmp_path: Path) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    error = raised()
    Mistakes(tmp_path / "missing", window).on_exception(type(error), error, None)
    assert len(window.findChildren(QDialog)) == 1


def test_an_interrupt_closes_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    Mistakes(tmp_path, window).on_exception(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not window.isVisible()


@pytest.mark.usefixtures("qapp")
def test_a_second_window_on_the_same_library_is_read_only(library: Library, tmp_path: Path, qapp: QApplication) -> None:
    from ui.app import open_window

    again = Library.open(library.folder, library.catalog)
    window = open_window(qapp, again, Preferences(tmp_path / "window.ini"))
    try:
        assert again.read_only
        assert again.problem is not None
        assert window.notices.lasting.text() == again.problem.reason
        assert not window.menus["import"].isEnabled()
    finally:
        again.close()
        window.deleteLater()


@pytest.mark.parametrize("tab", ["countries", "resources", "routes", "geopolitics", "articles"])
def test_nothing_that_opens_makes_a_small_window_larger(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, tab: str
) -> None:
    frame = Frame(Preferences(tmp_path / "frame.ini"))
    qtbot.addWidget(frame)
    frame.setCentralWidget(window)
    frame.resize(700, 480)
    frame.show()
    window.way.go_to_tab(tab)
    window.way.show_evidence(window.session.library.statements()[0].id)
    window.notices.say("The citation is on the clipboard.")
    window.look.zoom_by(6)
    qtbot.wait(1)
    assert frame.size().toTuple() == (700, 480)
    assert window.evidence.height() > 80
    window.look.zoom_by(0)
    window.setParent(None)  # before the frame goes, and with it what is in it
