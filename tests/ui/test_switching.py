"""From one library to another in the same frame: what was typed is saved, the first is free, the second is shown."""

from __future__ import annotations

import sys
import weakref
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.library import Library
from ui.app import OPENING, Frame, Opening
from ui.loading import settle
from ui.preferences import Preferences
from ui.window import MainWindow


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def frame(qtbot: QtBot, preferences: Preferences) -> Frame:
    made = Frame(preferences)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def opening(qapp: QApplication, frame: Frame, preferences: Preferences, tmp_path: Path) -> Iterator[Opening]:
    hook, letters = sys.excepthook, qapp.font()
    made = Opening(qapp, frame, preferences, tmp_path / "first")
    made.stands.connect(made.complete)
    made.open()
    yield made
    frame.close()
    made.close()
    sys.excepthook = hook
    qapp.setFont(letters)


def window(frame: Frame) -> MainWindow:
    shown = frame.centralWidget()
    assert isinstance(shown, MainWindow)
    return shown


def test_another_library_takes_the_place_of_the_first(
    opening: Opening, frame: Frame, preferences: Preferences, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    first = window(frame)
    first.look.zoom_by(2)
    size = qapp.font().pointSizeF()
    gone: list[object] = []
    first.destroyed.connect(lambda: gone.append(1))
    first.session.add_saver(lambda: bool(first.session.save_note("KAZ", "Typed last.")))
    first.libraries.wanted.emit(tmp_path / "second")
    qtbot.waitUntil(lambda: isinstance(frame.centralWidget(), MainWindow) and frame.centralWidget() is not first)
    assert window(frame).session.library.folder == tmp_path / "second"
    assert not window(frame).session.read_only
    assert frame.windowTitle() == "Oxus — second"
    assert preferences.text("library") == str(tmp_path / "second")
    assert qapp.font().pointSizeF() == size
    qtbot.waitUntil(lambda: gone == [1])
    again = Library.open(tmp_path / "first")
    assert not again.read_only
    assert [note.text for note in again.notes()] == ["Typed last."]
    again.close()
    qtbot.waitUntil(lambda: bool(window(frame).session.library.articles().rows), timeout=60_000)


def test_nothing_of_the_first_library_stays_in_memory(
    opening: Opening, frame: Frame, qtbot: QtBot, tmp_path: Path
) -> None:
    opening.stands.disconnect(opening.complete)  # a job under way would hold the library until it ends
    shown, held = weakref.ref(window(frame)), weakref.ref(window(frame).session.library)
    settle()
    window(frame).libraries.wanted.emit(tmp_path / "second")
    qtbot.waitUntil(lambda: isinstance(frame.centralWidget(), MainWindow) and shown() is None)
    assert held() is None


def test_there_and_back_often(opening: Opening, frame: Frame, qtbot: QtBot, tmp_path: Path) -> None:
    for number in range(6):
        folder = tmp_path / ("second" if number % 2 == 0 else "first")
        opening.switch(folder)
        qtbot.waitUntil(partial(_is_open, frame, folder))
    assert not window(frame).session.read_only


def test_an_update_asked_for_while_nothing_is_drawn_is_made_up_for(
    opening: Opening, frame: Frame, qtbot: QtBot, tmp_path: Path
) -> None:
    painted: list[Path | None] = []
    opening.stands.connect(lambda: painted.append(_folder(frame)))
    qtbot.waitUntil(lambda: len(painted) == 1)
    # Just before the other library is opened, as a dialog that has just closed does where windows are real ones.
    frame.windowTitleChanged.connect(lambda title: title == OPENING and QTimer.singleShot(0, frame.update))
    opening.switch(tmp_path / "second")
    qtbot.waitUntil(lambda: painted == [tmp_path / "first", tmp_path / "second"])


def _is_open(frame: Frame, folder: Path) -> bool:
    return _folder(frame) == folder


def _folder(frame: Frame) -> Path | None:
    shown = frame.centralWidget()
    return shown.session.library.folder if isinstance(shown, MainWindow) else None


def test_who_does_not_leave_stays(
    opening: Opening, frame: Frame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = window(frame)
    monkeypatch.setattr(MainWindow, "_leave_anyway", lambda _: False)
    first.session.add_saver(lambda: False)
    opening.switch(tmp_path / "second")
    assert window(frame) is first
    assert not (tmp_path / "second").exists()
    monkeypatch.setattr(MainWindow, "_leave_anyway", lambda _: True)


def test_a_library_open_elsewhere_opens_read_only(opening: Opening, frame: Frame, qtbot: QtBot, tmp_path: Path) -> None:
    elsewhere = Library.open(tmp_path / "second")
    opening.switch(tmp_path / "second")
    qtbot.waitUntil(lambda: _folder(frame) == tmp_path / "second")
    assert window(frame).session.read_only
    assert "Another Oxus has this library open" in window(frame).notices.lasting.text()
    elsewhere.close()


def test_the_library_chosen_last_opens_at_the_next_start(
    qapp: QApplication, frame: Frame, preferences: Preferences, tmp_path: Path
) -> None:
    hook = sys.excepthook
    Library.open(tmp_path / "second").close()
    preferences.set("library", str(tmp_path / "second"))
    opening = Opening(qapp, frame, preferences, None)
    opening.open()
    assert _folder(frame) == tmp_path / "second"
    frame.close()
    opening.close()
    sys.excepthook = hook
