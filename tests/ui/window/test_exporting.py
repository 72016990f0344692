"""The export dialog writes what is chosen and says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from models.exchange import FORMATS
from ui.session import Session
from ui.window.exporting import ExportDialog


@pytest.fixture
def dialog(qtbot: QtBot, session: Session) -> ExportDialog:
    opened = ExportDialog(session)
    qtbot.addWidget(opened)
    opened.show()
    return opened


def said(dialog: ExportDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def press_export(dialog: ExportDialog) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "&Export…").click()


@pytest.mark.parametrize("format_id", [found.id for found in FORMATS.values() if found.suffix])
def test_a_file_gets_the_suffix_of_its_format(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_id: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out"), ""))
    dialog.choose(format_id)
    press_export(dialog)
    path = tmp_path / f"out{FORMATS[format_id].suffix}"
    assert path.stat().st_size > 0
    assert f"1 file written to {path}." in said(dialog)


def test_statements_of_one_country_can_be_chosen_and_are_named_so(
    dialog: ExportDialog, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def name(*told: object) -> tuple[str, str]:
        proposed.append(str(told[2]))
        return str(tmp_path / f"out{len(proposed)}"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", name)
    (countries,) = dialog.findChildren(QComboBox)
    dialog.choose("statements-csv")
    press_export(dialog)
    countries.setCurrentIndex(countries.findData(session.catalog.region.members[-1]))
    press_export(dialog)
    assert session.catalog.name(session.catalog.region.members[-1]) in proposed[1]
    assert (tmp_path / "out2.csv").stat().st_size < (tmp_path / "out1.csv").stat().st_size
    dialog.choose("ris")
    assert (countries.isEnabled(), dialog.about()) == (False, "")


def test_notes_go_into_a_folder(
    dialog: ExportDialog, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    dialog.choose("notes")
    press_export(dialog)
    assert "There is nothing to write." in said(dialog)
    session.library.save_note("KAZ", "Ask about the dam.")
    press_export(dialog)
    assert [path.name for path in tmp_path.rglob("*.md")] == ["Ask about the dam.md"]


def test_what_cannot_be_written_is_told(dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, reason: told.append(reason))
    (tmp_path / "file").touch()
    dialog.choose("ris")
    dialog.write(tmp_path / "file" / "out.ris")
    assert told[0].startswith("This cannot be written here")
