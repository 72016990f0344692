"""Dropping: only files of this computer count."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from ui.widgets.drop import dropped_paths


def test_local_files_and_folders_are_taken(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path)), QUrl("https://example.org/a.txt")])
    assert dropped_paths(data) == (tmp_path,)


def test_words_are_not_files() -> None:
    data = QMimeData()
    data.setText("only words")
    assert dropped_paths(data) == ()
