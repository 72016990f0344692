"""Whole libraries in the window: made, opened, handed over, merged, and which were open of late."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from models.library import Library, is_library
from models.records import Problem
from tests.ui.window.test_dropping import drop
from ui.window import MainWindow


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """The folder of another library, with one note in it."""
    library = Library.open(tmp_path / "other")
    library.save_note("KAZ", "Ask about the dam.")
    library.close()
    return tmp_path / "other"


@pytest.fixture
def wanted(window: MainWindow) -> list[Path]:
    """The folders that are to be opened in place of the window's library."""
    folders: list[Path] = []
    window.libraries.wanted.connect(folders.append)
    return folders


def press(window: MainWindow, title: str, words: str) -> None:
    """Press a button in the question that is shown."""
    box = next(box for box in window.findChildren(QMessageBox) if box.isVisible() and box.windowTitle() == title)
    next(button for button in box.findChildren(QPushButton) if button.text() == words).click()


def answer(monkeypatch: pytest.MonkeyPatch, method: str, path: Path) -> None:
    """Every such dialog for files is answered with a path."""
    told = str(path) if method == "getExistingDirectory" else (str(path), "")
    monkeypatch.setattr(QFileDialog, method, lambda *_, **__: told)


def notes(window: MainWindow) -> list[str]:
    return [note.text for note in window.session.library.notes()]


def test_a_new_library_is_wanted_only_where_nothing_is(
    window: MainWindow, wanted: list[Path], tmp_path: Path, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "getSaveFileName", other)
    window.menus["new-library"].trigger()
    assert wanted == []
    assert "already" in window.notices.lasting.text()
    answer(monkeypatch, "getSaveFileName", tmp_path / "new")
    window.menus["new-library"].trigger()
    assert wanted == [tmp_path / "new"]


def test_a_library_is_opened_from_its_folder(
    window: MainWindow, wanted: list[Path], tmp_path: Path, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in (tmp_path, window.session.library.folder, other):
        answer(monkeypatch, "getExistingDirectory", folder)
        window.menus["open-library"].trigger()
        press(window, "Open library", "&Folder…")
    assert wanted == [other]


def test_a_file_is_opened_in_a_new_folder(
    window: MainWindow, wanted: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window.session.library.save_note("KAZ", "Ours.")
    window.libraries.pack(tmp_path / "a.oxus", with_notes=True)
    qtbot.waitUntil(lambda: not window.libraries.busy)
    assert "1 note" in window.notices.brief.text()
    answer(monkeypatch, "getOpenFileName", tmp_path / "a.oxus")
    answer(monkeypatch, "getSaveFileName", tmp_path / "new")
    window.menus["open-library"].trigger()
    press(window, "Open library", "F&ile…")
    qtbot.waitUntil(lambda: wanted == [tmp_path / "new"])
    assert is_library(tmp_path / "new")


@pytest.mark.parametrize("checked", [True, False])
def test_notes_go_with_it_only_when_told(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, checked: bool
) -> None:
    window.session.library.save_note("KAZ", "Ours.")
    answer(monkeypatch, "getSaveFileName", tmp_path / "a")
    window.menus["hand-over"].trigger()
    (check,) = window.findChildren(QCheckBox)[-1:]
    assert not check.isChecked()
    assert check.text() == "With my &notes (1 note)"
    check.setChecked(checked)
    press(window, "Hand over library", "&Choose a file…")
    qtbot.waitUntil(lambda: (tmp_path / "a.oxus").is_file() and not window.libraries.busy)
    library = Library.open(tmp_path / "empty")
    assert not isinstance(library.merge(tmp_path / "a.oxus"), Problem)
    assert [note.text for note in library.notes()] == (["Ours."] if checked else [])
    library.close()


def test_a_library_is_merged_and_shown(
    window: MainWindow, other: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    answer(monkeypatch, "getExistingDirectory", other)
    window.menus["merge"].trigger()
    press(window, "Merge library into this one", "&Folder…")
    qtbot.waitUntil(lambda: "added" in window.notices.brief.text())
    assert window.notices.brief.text() == "1 note added."
    assert notes(window) == ["Ask about the dam."]
    window.libraries.merge(other)
    qtbot.waitUntil(lambda: "nothing in it" in window.notices.brief.text())


def test_what_is_no_library_is_told(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "a.oxus").write_text("words", "utf-8")
    window.libraries.merge(tmp_path / "a.oxus")
    qtbot.waitUntil(lambda: "a.oxus: The file is no library" in window.notices.lasting.text())


def test_a_dropped_library_is_merged_when_the_user_says_so(
    window: MainWindow, other: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    library = Library.open(other)
    library.pack(tmp_path / "a.oxus", with_notes=True)
    library.close()
    drop(window, [tmp_path / "a.oxus"])
    assert notes(window) == []
    press(window, "Merge library", "Cancel")
    drop(window, [other])
    press(window, "Merge library", "&Merge")
    qtbot.waitUntil(lambda: notes(window) == ["Ask about the dam."])
    assert not window.files.strip.busy


def test_libraries_open_of_late_are_offered(window: MainWindow, wanted: list[Path], tmp_path: Path) -> None:
    menu = next(menu for menu in window.findChildren(QMenu) if menu.title() == "&Recent libraries")
    menu.aboutToShow.emit()
    assert [action.isEnabled() for action in menu.actions()] == [False]
    for number in range(7):
        Library.open(tmp_path / str(number)).close()
        window.libraries.open(tmp_path / str(number))
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [f"{number} ({tmp_path})" for number in (6, 5, 4, 3, 2)]
    menu.actions()[-1].trigger()
    assert wanted[-1] == tmp_path / "2"


def test_no_folder_is_asked_for_where_the_file_is_no_library(
    window: MainWindow, wanted: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given, **_: asked.append(given) or ("", ""))
    (tmp_path / "bad.oxus").write_text("This is no library.", "utf-8")
    for name, words in (("bad.oxus", "no library that was handed over"), ("missing.oxus", "no such file")):
        window.libraries.open(tmp_path / name)
        assert words in window.notices.lasting.text()
        assert name in window.notices.lasting.text()
    assert asked == []
    assert wanted == []
