"""The print preview: choices change the pages, and the pages can be saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintPreviewWidget
from PySide6.QtWidgets import QCheckBox, QComboBox, QListWidget, QMessageBox
from pytestqt.qtbot import QtBot

from models.briefs import Subject
from ui.printing.dialog import PrintDialog
from ui.session import Session


def text_of(path: Path) -> str:
    return " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))


@pytest.fixture
def dialog(qtbot: QtBot, session: Session) -> PrintDialog:
    code = session.catalog.region.members[0]
    session.library.save_note(code, "Words of my own")
    opened = PrintDialog(session, Subject("countries", (code,)))
    qtbot.addWidget(opened)
    opened.show()
    return opened


def saved(dialog: PrintDialog, path: Path) -> str:
    dialog.refresh()
    dialog.save(path)
    return text_of(path)


def test_it_opens_on_the_subject_and_saves_it_with_notes(dialog: PrintDialog, session: Session, tmp_path: Path) -> None:
    code = session.catalog.region.members[0]
    assert dialog.subject() == Subject("countries", (code,))
    text = saved(dialog, tmp_path / "brief.pdf")
    assert session.catalog.name(code) in text
    assert "Words of my own" in text


def test_notes_stay_out_when_not_wished(dialog: PrintDialog, tmp_path: Path) -> None:
    notes = dialog.findChild(QCheckBox)
    assert notes is not None
    notes.setChecked(False)
    assert "Words of my own" not in saved(dialog, tmp_path / "brief.pdf")


def test_ticking_another_country_adds_its_chapter(dialog: PrintDialog, session: Session, tmp_path: Path) -> None:
    countries = dialog.findChild(QListWidget)
    assert countries is not None
    other = next(
        countries.item(row)
        for row in range(countries.count())
        if countries.item(row).checkState() is Qt.CheckState.Unchecked
    )
    other.setCheckState(Qt.CheckState.Checked)
    assert len(dialog.subject().codes) == 2
    assert other.text() in saved(dialog, tmp_path / "brief.pdf")


def test_a_tab_can_be_chosen_instead(dialog: PrintDialog, tmp_path: Path) -> None:
    tab = dialog.findChild(QComboBox)
    assert tab is not None
    tab.setCurrentIndex(tab.findData("articles"))
    assert dialog.subject() == Subject("articles")
    assert "In the library" in saved(dialog, tmp_path / "brief.pdf")


def test_a_choice_is_laid_out_soon_after(dialog: PrintDialog, qtbot: QtBot) -> None:
    papers = dialog.findChildren(QComboBox)[1]
    preview = dialog.findChild(QPrintPreviewWidget)
    assert preview is not None
    papers.setCurrentIndex(1 - papers.currentIndex())
    with qtbot.waitSignal(preview.previewChanged):
        pass


def test_a_folder_that_is_not_there_is_told(
    dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    warning: Callable[..., None] = lambda parent, title, text: told.append(text)  # noqa: E731
    monkeypatch.setattr(QMessageBox, "warning", warning)
    dialog.save(tmp_path / "missing" / "brief.pdf")
    assert len(told) == 1
    assert "cannot be written" in told[0]
