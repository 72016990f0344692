"""Asking for files: each that was chosen is given, also where the dialog does not show its kind."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget


def ask_files(parent: QWidget | None, title: str, folder: Path, kinds: str) -> list[Path]:
    """The files that the user chooses, beginning in a folder; `kinds` are the filters to show them by."""
    dialog = QFileDialog(parent, title, str(folder), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    try:
        return chosen(dialog) if dialog.exec() else []
    finally:
        dialog.deleteLater()


def chosen(dialog: QFileDialog) -> list[Path]:
    """The files that are chosen in the dialog.

    Of several names typed, Qt's own dialog gives those only that its filter shows; whoever typed them means all.
    """
    names = dialog.selectedFiles()
    line = dialog.findChild(QLineEdit, "fileNameEdit")  # a dialog of the system has none
    typed = line.text().split('"')[1::2] if isinstance(line, QLineEdit) else []
    whole = [dialog.directory().absoluteFilePath(name) for name in typed if name]
    return [Path(name) for name in dict.fromkeys((*names, *whole)) if name in names or Path(name).is_file()]
