"""Correcting an article in the window: everything shown follows, and undo takes it back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from models.records import Correction, Note
from tests.ui.finding import child
from ui.session import Place
from ui.widgets.article_table import ArticleTable
from ui.widgets.article_view import ArticleView
from ui.widgets.correcting import CorrectionDialog
from ui.window.window import MainWindow


@pytest.fixture
def article(window: MainWindow) -> str:
    """The first article, open in its tab."""
    key = window.session.library.articles().rows[0].id
    window.session.navigate(Place("article", key))
    return key


def ask(window: MainWindow) -> CorrectionDialog:
    """The dialog, as the keyboard opens it."""
    action = next(found for found in window.page_actions() if found.text() == "Correct article…")
    assert action.shortcut().toString() == "F2"
    action.trigger()
    return next(found for found in window.findChildren(CorrectionDialog) if found.isVisible())


def correct(window: MainWindow, qtbot: QtBot, **typed: str) -> None:
    dialog = ask(window)
    for line in dialog.findChildren(QLineEdit):
        if line.accessibleName() in typed:
            line.setText(typed[line.accessibleName()])
    with qtbot.waitSignal(window.session.changed, timeout=20_000):
        child(dialog, QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save).click()


def shown(window: MainWindow) -> str:
    view = child(window, ArticleView)
    return " ".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())


def test_title_and_date_are_corrected_everywhere_and_taken_back(window: MainWindow, qtbot: QtBot, article: str) -> None:
    before = window.session.library.reader(article).bibliography
    correct(window, qtbot, Title="What the rivers carry", Date="3 May 2020")
    assert "What the rivers carry" in shown(window)
    assert "Corrected by you: title" in shown(window)
    assert window.undoing.undo_label == "correct article"
    rows = {row.id: row for row in window.session.library.articles().rows}
    assert (rows[article].title, rows[article].published) == ("What the rivers carry", "2020-05-03")
    assert child(window, ArticleTable).current() == article
    with qtbot.waitSignal(window.session.changed, timeout=20_000):
        window.undoing.undo()
    assert window.session.library.reader(article).bibliography == before
    with qtbot.waitSignal(window.session.changed, timeout=20_000):
        window.undoing.redo()
    assert window.session.library.reader(article).bibliography.title == "What the rivers carry"


def test_a_note_that_is_being_written_is_not_touched(window: MainWindow, qtbot: QtBot, article: str) -> None:
    note = window.session.save_note(window.session.catalog.region.members[0], "Ask about the dam.")
    assert isinstance(note, Note)
    correct(window, qtbot, Publisher="Silk News")
    assert note in window.session.library.notes()


def test_one_correction_waits_for_the_one_before(window: MainWindow, qtbot: QtBot, article: str) -> None:
    corrections = window.files.corrections
    before = window.session.library.correction(article)
    told: list[str] = []
    for publisher in ("One", "Two", "Three"):
        after = type(before)(article, publisher=publisher)
        corrections._run(after, lambda: told.append(window.session.library.correction(article).publisher or ""))
    qtbot.waitUntil(lambda: len(told) == 3, timeout=20_000)
    assert told == ["One", "Two", "Three"]
    assert QApplication.activeModalWidget() is None


def test_a_window_that_closes_keeps_what_was_corrected_last(window: MainWindow, article: str) -> None:
    for publisher in ("One", "Two"):
        window.files.corrections._run(Correction(article, publisher=publisher, published="2020"), lambda: None)
    window.files.stop(0.0)
    (known,) = [known for known in window.session.library._store.bibliographies() if known.id == article]
    assert (known.publisher, known.published) == ("Two", "2020")
