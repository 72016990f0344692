"""Files that the user chooses, by name or in the list."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.finding import child
from ui.widgets.choosing import ask_files

KINDS = "Articles (*.txt);;All files (*)"


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ('"a.txt" "b.docx"', ["a.txt", "b.docx"]),
        ('"b.docx" "table.xlsx"', ["b.docx", "table.xlsx"]),
        ("b.docx", ["b.docx"]),
        ("a.txt", ["a.txt"]),
    ],
)
def test_each_file_that_is_typed_is_given_whatever_is_shown(
    qtbot: QtBot, tmp_path: Path, typed: str, names: list[str]
) -> None:
    for name in ("a.txt", "b.docx", "table.xlsx"):
        (tmp_path / name).touch()

    def choose() -> None:
        dialog = next(found for found in QApplication.topLevelWidgets() if isinstance(found, QFileDialog))
        line = child(dialog, QLineEdit)
        line.setText(typed)
        line.textEdited.emit(typed)
        dialog.accept()

    QTimer.singleShot(300, choose)
    assert sorted(ask_files(None, "Import files", tmp_path, KINDS)) == [tmp_path / name for name in names]


def test_nothing_is_given_where_the_dialog_is_left(qtbot: QtBot, tmp_path: Path) -> None:
    def leave() -> None:
        next(found for found in QApplication.topLevelWidgets() if isinstance(found, QFileDialog)).reject()

    QTimer.singleShot(300, leave)
    assert ask_files(None, "Import files", tmp_path, KINDS) == []
