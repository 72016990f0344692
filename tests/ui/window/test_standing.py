"""How the library stands: whose turn it is to change it, and what is shown as long as it is being filled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from models.library import Library
from models.records import Problem, Step
from ui.app import open_window
from ui.preferences import Preferences
from ui.widgets.labels import LOADING
from ui.widgets.notes import NotesPanel
from ui.widgets.statements import NOTHING, StatementList
from ui.window import MainWindow, standing


@pytest.fixture
def second(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Library, MainWindow]]:
    """A library that is open elsewhere, and a window on it."""
    monkeypatch.setattr(standing, "EVERY", 20)
    first = Library.open(tmp_path / "library")
    window = opened(qapp, qtbot, Library.open(tmp_path / "library"))
    yield first, window
    window.close()
    window.session.library.close()
    first.close()


def opened(qapp: QApplication, qtbot: QtBot, library: Library) -> MainWindow:
    window = open_window(qapp, library, Preferences(library.folder.parent / "window.ini"))
    qtbot.addWidget(window)
    window.show()
    return window


def test_the_library_is_taken_over_once_the_other_is_closed(second: tuple[Library, MainWindow], qtbot: QtBot) -> None:
    first, window = second
    assert "until that one is closed" in window.notices.lasting.text()
    assert not window.menus["import"].isEnabled()
    first.save_note("UZB", "Ask about the dam.")
    first.close()
    with qtbot.waitSignal(window.standing.taken):
        pass
    assert window.notices.brief.text() == standing.TAKEN
    assert not window.notices.lasting.isVisible()
    assert window.menus["import"].isEnabled()
    (notes,) = (panel for panel in window.findChildren(NotesPanel) if panel.isVisible())
    assert all(button.isEnabled() for button in notes.findChildren(QAbstractButton) if button.text() == "New note")
    assert [note.text for note in window.session.library.notes()] == ["Ask about the dam."]
    assert not isinstance(window.session.save_note("KAZ", "It can be written."), Problem)
    assert window.files.strip.busy  # the built-in articles are not there yet
    window.files.strip.stop(60)


def test_a_window_that_closes_takes_nothing_over(second: tuple[Library, MainWindow], qtbot: QtBot) -> None:
    first, window = second
    window.close()
    first.close()
    with qtbot.assertNotEmitted(window.standing.taken, wait=100):
        pass
    assert Library.open(first.folder).problem is None


def test_an_empty_library_tells_that_it_is_being_filled(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qapp, qtbot, Library.open(tmp_path / "library"))
    (first, *_) = window.findChildren(StatementList)
    assert first.hint == NOTHING
    window.files.expect_builtin()
    assert first.hint == LOADING
    for tab in ("resources", "articles"):
        assert LOADING in [label.text() for label in window.tabs.page(tab).findChildren(QLabel)]
    window.files.strip.start("", lambda: iter(()), window.session.library.add_aside)
    qtbot.waitUntil(lambda: not window.files.strip.busy)
    assert first.hint == NOTHING
    for tab in ("resources", "articles"):
        assert LOADING not in [label.text() for label in window.tabs.page(tab).findChildren(QLabel)]
    window.close()
    window.session.library.close()


def test_where_nothing_can_be_read_one_plain_sentence_says_so(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library.open(tmp_path / "library")
    window = opened(qapp, qtbot, library)
    reason = "The process that reads files cannot start: TypeError: a thing is missing."
    steps = tuple(Step(at, 3, f"{at}.md", problem=Problem(f"{at}.md", reason)) for at in (1, 2, 3))
    monkeypatch.setattr(library, "read_builtin", lambda: iter(steps))
    window.files.read_builtin()
    bar = window.notices.lasting
    qtbot.waitUntil(bar.isVisible)
    assert bar.text() == "The built-in library could not be loaded: the process that reads files cannot start."
    qtbot.waitUntil(lambda: not window.files.strip.busy)
    window.close()


def test_built_in_articles_that_are_refused_are_told_and_can_be_tried_again(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library.open(tmp_path / "library")
    window = opened(qapp, qtbot, library)
    bar = window.notices.lasting
    again = bar.findChild(QPushButton)
    refused = Step(1, 1, "/somewhere/else/gold.md", problem=Problem("gold.md", "The reader stopped."))
    monkeypatch.setattr(library, "read_builtin", lambda: iter((refused,)))
    window.files.read_builtin()
    qtbot.waitUntil(bar.isVisible)
    assert bar.text() == "1 of 1 articles of the built-in library could not be loaded. gold.md: The reader stopped."
    assert isinstance(again, QPushButton)
    assert (again.isVisible(), again.text()) == (True, "Try again")
    qtbot.waitUntil(lambda: not window.files.strip.busy)
    again.click()
    assert not bar.isVisible()
    assert re.match("Loading the built-in library…", window.files.strip.findChildren(QLabel)[0].text())
    qtbot.waitUntil(bar.isVisible)
    window.notices.stay("Something else.")
    assert not again.isVisible()
    window.close()
    library.close()
