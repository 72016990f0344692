"""Correcting an article in the window: everything shown follows, and undo takes it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from models.records import Correction, Note
from tests.ui.finding import child
from ui.session import Place
from ui.widgets.article_table import ArticleTable
from ui.widgets.article_view import ArticleView
from ui.widgets.correcting import CorrectionDialog
from ui.window.correcting import redated
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
    assert window.undoing.undo_label == "correction of article"
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


UNDATED = """A visit to Tashkent

The presidents of Kazakhstan and Uzbekistan met in Tashkent on 3 May. Kazakhstan exports uranium to China.
"""


def test_it_tells_what_was_saved_and_how_many_claims_it_dated(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "visit.txt").write_text(UNDATED, "utf-8")
    steps = tuple(window.session.library.read([tmp_path / "visit.txt"]))
    window.session.show(window.session.library.add_aside(steps))
    assert steps[0].article is not None
    window.session.navigate(Place("article", steps[0].article.id))
    told = window.notices.brief

    def said(**typed: str) -> str:
        correct(window, qtbot, **typed)
        qtbot.waitUntil(told.isVisible)
        return told.text()

    assert said(Publisher="Silk News", Byline="A. Writer") == "Saved: publisher and byline. Undo with Ctrl+Z."
    assert said(Date="4 May 2026") == "Saved: date. Read anew: 1 claim got a date. Undo with Ctrl+Z."
    assert said(Date="5 May 2025") == "Saved: date. Read anew: 1 claim got another date. Undo with Ctrl+Z."
    assert said(Title="On the way", Date="") == (
        "Saved: title and date. Read anew: 1 claim lost a date. Undo with Ctrl+Z."
    )
    child(ask(window), QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save).click()
    assert told.text() == "Nothing was changed."


def test_claims_that_only_one_reading_has_are_counted() -> None:
    assert redated({"a": None, "b": "2025"}, {"b": "2025"}) == "Read anew: 1 claim fell away. "
    assert redated({"b": "2025"}, {"a": None, "b": "2025", "c": "2026"}) == "Read anew: 2 claims came in. "
    assert redated({"b": "2025"}, {"b": "2025"}) == ""
