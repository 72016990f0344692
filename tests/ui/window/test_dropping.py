"""Files that are dropped on the window or chosen for it: read, reported, stopped, known again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from ui.widgets.report import ReportTable
from ui.window import MainWindow, files
from ui.window.readings import ReadingsDialog


def dragged(paths: list[Path]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(window: MainWindow, paths: list[Path]) -> None:
    """Hold files over the window and let go."""
    data, copy = dragged(paths), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dragEnterEvent(QDragEnterEvent(QPoint(50, 50), copy, data, buttons, keys))
    assert window.hint.isVisible()
    window.dropEvent(QDropEvent(QPointF(50, 50), copy, data, buttons, keys))
    assert not window.hint.isVisible()


def report(window: MainWindow) -> list[str]:
    """The results in the import report."""
    tables = window.findChildren(ReportTable)
    indexes = [table.model().index(row, 4) for table in tables for row in range(table.model().rowCount())]
    return [index.data() for index in indexes]


def test_dropped_files_are_read_and_reported(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    good, empty = tmp_path / "good.md", tmp_path / "empty.txt"
    name = window.session.catalog.name(window.session.catalog.region.members[0])
    good.write_text(f"---\ntitle: Words on {name}\n---\n{name} is the world's largest producer of uranium.\n", "utf-8")
    empty.touch()
    before = len(window.session.library.articles().rows)
    drop(window, [good, empty])
    qtbot.waitUntil(lambda: len(report(window)) == 2, timeout=60_000)
    results = report(window)
    assert any("claim" in words for words in results)
    assert any(words.startswith("Refused: ") for words in results)
    assert len(window.session.library.articles().rows) == before + 1
    window.tabs.setCurrentIndex(4)
    shown = next(
        row for row in window.session.library.articles().rows if row.id == window.tabs.page("articles").subject()
    )
    assert shown.title == f"Words on {name}"


def test_an_import_can_be_stopped_only_while_it_goes_on(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    assert not window.menus["stop-import"].isEnabled()
    file = tmp_path / "words.txt"
    file.write_text("Some words on nothing in particular.", "utf-8")
    drop(window, [file])
    assert window.menus["stop-import"].isEnabled()
    qtbot.waitUntil(lambda: bool(report(window)), timeout=60_000)
    assert not window.menus["stop-import"].isEnabled()


def test_files_are_asked_for_where_the_last_ones_were(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *given: asked.append(given[2]) or "")
    monkeypatch.setattr(files, "ask_files", lambda *given: (asked.append(str(given[2])), [tmp_path / "a.txt"])[1])
    window.menus["import-folder"].trigger()
    assert Path(asked[0]).is_relative_to(Path.home())
    window.menus["import"].trigger()
    window.menus["import-folder"].trigger()
    assert asked[2] == str(tmp_path)


def test_the_same_file_again_is_known(window: MainWindow, qtbot: QtBot, root: Path) -> None:
    article = next((root / "resources" / "articles").glob("*.md"))
    drop(window, [article])
    qtbot.waitUntil(lambda: report(window) == ["Already in the library"], timeout=60_000)


def test_words_cannot_be_dropped(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("words")
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.setAccepted(False)
    window.dragEnterEvent(event)
    assert not event.isAccepted()
    assert not window.hint.isVisible()


def shown(window: MainWindow, kind: type[QDialog], title: str) -> list[QDialog]:
    return [found for found in window.findChildren(kind) if found.isVisible() and found.windowTitle() == title]


def test_the_report_stays_below_the_list_of_what_was_read_and_can_be_shown_again(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    entry = window.menus["last-import"]
    assert not entry.isEnabled()
    name = window.session.catalog.name(window.session.catalog.region.members[0])
    file = tmp_path / "good.txt"
    file.write_text(f"Words on {name}\n\n{name} is the world's largest producer of uranium.\n", "utf-8")
    drop(window, [file])
    qtbot.waitUntil(lambda: bool(shown(window, QDialog, "Import report")), timeout=60_000)
    (told,) = shown(window, QDialog, "Import report")
    button = next(found for found in told.findChildren(QPushButton) if "List what was read" in found.text())
    for close, left in ((Qt.Key.Key_Escape, True), (None, False)):
        button.click()
        (listing,) = window.findChildren(ReadingsDialog)
        if close is None:
            listing.going.click()
        else:
            qtbot.keyClick(listing, close)
        qtbot.waitUntil(lambda: not window.findChildren(ReadingsDialog))
        assert bool(shown(window, QDialog, "Import report")) is left
    assert entry.isEnabled()
    entry.trigger()
    assert report(window) == ["1 claim"]
    (again,) = shown(window, QDialog, "Import report")
    again.close()


def test_what_was_taken_out_since_cannot_be_read_from_the_report(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    name = window.session.catalog.name(window.session.catalog.region.members[0])
    file = tmp_path / "good.txt"
    file.write_text(f"Words on {name}\n\n{name} is the world's largest producer of uranium.\n", "utf-8")
    drop(window, [file])
    qtbot.waitUntil(lambda: bool(shown(window, QDialog, "Import report")), timeout=60_000)
    (told,) = shown(window, QDialog, "Import report")
    (table,) = told.findChildren(ReportTable)
    article = table.article()
    assert table.new() == [article]
    window.session.remove_article(article)
    assert (table.article(), table.new()) == ("", [])
    table.ask()
    told.close()
