"""The dialog that saves a brief in any form, while the window stays awake."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from models.briefs import Subject
from models.publishing.forms import FORMS
from ui.printing.habits import Habits
from ui.printing.handing import SaveDialog
from ui.session import Session
from ui.window.places import subject_of


@pytest.fixture
def dialog(qtbot: QtBot, session: Session) -> SaveDialog:
    opened = SaveDialog(session, Subject("countries", ("TKM",)))
    qtbot.addWidget(opened)
    opened.show()
    return opened


def told(dialog: SaveDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


@pytest.mark.parametrize("form", FORMS.values(), ids=list(FORMS))
def test_a_brief_is_saved_in_every_form(
    dialog: SaveDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: object
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a brief"), ""))
    dialog.choose(form.id)
    assert dialog.form() == form
    with qtbot.waitSignal(dialog.saved, timeout=60_000):
        next(button for button in dialog.findChildren(QPushButton) if button.text() == "&Save…").click()
    path = tmp_path / f"a brief{form.ending}"
    assert any(words.startswith(f"Saved as {path.name}") for words in told(dialog))
    begins = {"pdf": b"%PDF", "word": b"PK", "opendocument": b"PK", "markdown": b"# Turkmenistan"}
    if form.ending:
        assert path.read_bytes().startswith(begins[form.id])
    else:
        assert (path / "countries" / "turkmenistan.html").exists()


def test_notes_are_handed_over_only_where_they_are_ticked_for_this_once(session: Session, qtbot: QtBot) -> None:
    habits = Habits()
    first = SaveDialog(session, Subject("resources"), habits=habits)
    qtbot.addWidget(first)
    assert "notes" not in first._choices.options().parts
    kept: list[set[str]] = []
    habits.keep = lambda without, *_: kept.append(set(without))  # type: ignore[method-assign]
    (notes,) = first._choices._parts.findItems("Notes", Qt.MatchFlag.MatchExactly)
    notes.setCheckState(Qt.CheckState.Checked)
    assert "notes" in first._choices.options().parts
    notes.setCheckState(Qt.CheckState.Unchecked)
    assert kept == [set(), set()]  # what the preview proposes is nothing to this


def test_maps_are_painted_for_word(dialog: SaveDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.choose("word")
    with qtbot.waitSignal(dialog.saved, timeout=60_000):
        dialog.save(tmp_path / "out.docx")
    names = zipfile.ZipFile(tmp_path / "out.docx").namelist()
    assert sum(name.endswith(".svg") for name in names) == sum("media/image" in name for name in names) > 0


def test_what_cannot_be_saved_is_told(
    dialog: SaveDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    warned: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, reason: warned.append(reason))
    (tmp_path / "file").touch()
    dialog.choose("markdown")
    with qtbot.waitSignal(dialog.failed, timeout=60_000):
        dialog.save(tmp_path / "file" / "out.md")
    assert len(warned) == 1
    assert not any(words == "Saving…" for words in told(dialog))


def test_a_folder_of_other_files_is_left_alone(
    dialog: SaveDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMessageBox, "warning", lambda *_: None)
    (tmp_path / "thesis.txt").write_text("mine", "utf-8")
    dialog.choose("site")
    with qtbot.waitSignal(dialog.failed, timeout=60_000):
        dialog.save(tmp_path)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["thesis.txt"]


@pytest.mark.parametrize(
    ("tab", "shown", "subject"),
    [
        ("countries", "KAZ", Subject("countries", ("KAZ",))),
        ("resources", "gold", Subject("commodities", ("gold",))),
        ("resources", "", Subject("resources")),
        ("routes", "tapi", Subject("routes", ("tapi",))),
        ("geopolitics", "", Subject("geopolitics")),
        ("articles", "abc", Subject("articles")),
    ],
)
def test_a_brief_is_about_what_is_shown(tab: str, shown: str, subject: Subject) -> None:
    assert subject_of(tab, shown) == subject
