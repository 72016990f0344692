"""The system's dialog for printers, as it stands before a brief is printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from models.briefs import Subject
from models.library import saved
from ui.preferences import Folder, Preferences
from ui.printing.dialog import PrintDialog
from ui.session import Session

TITLE = "Gas: east/west"


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, tmp_path: Path) -> PrintDialog:
    folder = Folder(Preferences(tmp_path / "window.ini"))
    folder.remember(tmp_path)
    view = Subject("geopolitics", title=TITLE)
    assert saved.save(session.library.folder, view) is None
    opened = PrintDialog(session, view, folder=folder)
    qtbot.addWidget(opened)
    opened.refresh()
    return opened


def test_a_file_is_proposed_where_the_last_one_went_and_no_dead_field_is_shown(
    dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []
    (tmp_path / "elsewhere").mkdir()

    def choose(own: QPrintDialog) -> QDialog.DialogCode:
        own.setVisible(True)
        proposed.append(own.findChild(QLineEdit, "filename").text())
        assert own.findChild(QRadioButton, "pagesRadioButton").isHidden()
        assert own.findChild(QLineEdit, "pagesLineEdit").isHidden()
        assert not own.findChild(QRadioButton, "printRange").isHidden()
        own.setVisible(False)
        own.printer().setOutputFileName(str(tmp_path / "elsewhere" / "printed.pdf"))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", choose)
    dialog._on_print()
    dialog._on_print()
    assert proposed == [str(tmp_path / "Gas- east-west.pdf"), str(tmp_path / "elsewhere" / "Gas- east-west.pdf")]


def test_a_saved_brief_is_proposed_in_the_folder_of_the_last_under_a_name_that_files_can_have(
    dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: proposed.append(given[2]) or ("", ""))
    dialog._on_save()
    assert proposed == [str(tmp_path / "Gas- east-west.pdf")]
