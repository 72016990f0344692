"""Undo and redo: offered only for what there is, typing first where the user types."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.records import Decision, Note
from tests.ui.finding import child
from ui.session import AS_READ, CORRECT, DECISIONS, RANKS, Place
from ui.tabs.articles import ArticlesTab
from ui.window import MainWindow
from ui.window.correcting import LABEL

EDITOR = "Note text, in Markdown"


def offered(window: MainWindow) -> tuple[bool, bool]:
    return window.menus["undo"].isEnabled(), window.menus["redo"].isEnabled()


def test_nothing_is_offered_before_anything_is_done(window: MainWindow) -> None:
    assert offered(window) == (False, False)
    window.way.show_evidence(window.session.library.statements()[0].id)
    window.evidence.decide(Decision.REJECTED)
    assert offered(window) == (True, False)
    assert window.notices.decided.isVisible()
    assert window.notices.decided.text().endswith("Undo with Ctrl+Z.")
    window.menus["undo"].trigger()
    assert offered(window) == (False, True)
    assert not window.notices.decided.isVisible()
    assert window.menus["redo"].text() == "&Redo rejection of sentence"


def test_typing_is_taken_back_before_what_was_done(window: MainWindow, qtbot: QtBot) -> None:
    window.way.show_evidence(window.session.library.statements()[0].id)
    window.evidence.decide(Decision.REJECTED)
    window.activateWindow()
    editor = child(window, QPlainTextEdit, EDITOR)
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    assert window.menus["undo"].text() == "&Undo rejection of sentence"
    qtbot.keyClicks(editor, "gas")
    assert window.menus["undo"].text() == "&Undo typing"
    window.menus["undo"].trigger()
    assert editor.toPlainText() == ""
    assert window.menus["redo"].text() == "&Redo typing"
    qtbot.keyClicks(editor, "oil")
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.toPlainText() == ""
    window.menus["undo"].trigger()
    assert window.session.deeds.undo_label == ""


def test_a_note_brought_back_is_open_again(window: MainWindow) -> None:
    session = window.session
    first, second = session.catalog.region.members[:2]
    saved = [session.save_note(first, text) for text in ("The first one.", "The second one.")]
    gone = saved[0]
    assert isinstance(gone, Note)
    session.delete_note(gone)
    session.navigate(Place("country", second))
    window.undoing.undo()
    assert session.place == Place("note", gone.id)
    assert child(window, QPlainTextEdit, EDITOR).toPlainText() == "The first one."


def test_an_article_brought_back_is_open_again(window: MainWindow) -> None:
    window.way.go_to_tab("articles")
    rows = window.session.library.articles().rows
    window.session.remove_article(rows[3].id)
    window.way.go_to_tab("countries")
    window.undoing.undo()
    assert window.tabs.current() == "articles"
    assert child(window, ArticlesTab).subject() == rows[3].id


def test_what_is_taken_back_elsewhere_is_told_with_a_way_there(window: MainWindow) -> None:
    statement = window.session.library.routes().rows[0].id
    line = window.session.library.route(statement).lines[0]
    window.way.go_to_tab("routes")
    window.session.navigate(Place("route", statement))
    window.way.show_evidence(line.statement)
    window.evidence.decide(Decision.ACCEPTED)
    window.way.go_to_tab("countries")
    assert not window.notices.undone.isVisible()
    window.menus["undo"].trigger()
    told = window.notices.undone
    assert told.isVisible()
    assert told.text().startswith("Taken back: acceptance of sentence \N{EN DASH} ")
    assert line.text[1:] in told.text()
    told.acted.emit()
    assert (window.tabs.current(), window.evidence.statement()) == ("routes", line.statement)
    window.menus["redo"].trigger()
    assert told.text().startswith("Done again: acceptance of sentence")


def test_what_cannot_be_shown_is_told_all_the_same(window: MainWindow) -> None:
    session = window.session
    note = session.save_note(session.catalog.region.members[0], "\n## The **first** one.\nMore.")
    assert isinstance(note, Note)
    session.delete_note(note)
    window.menus["undo"].trigger()
    assert window.notices.undone.text() == "Taken back: deletion of note \N{EN DASH} The first one."
    assert not child(window.notices.undone, QPushButton).isVisible()


def test_each_decision_says_what_comes_of_it(window: MainWindow) -> None:
    for command in ("accept", "reject", "reject-all", "undecide", "prefer", "normal-rank", "deprecate"):
        action = window.menus[command]
        assert action.toolTip().split(" (Ctrl")[0] not in ("", action.text().replace("&", ""))


def test_every_deed_is_named_by_a_noun_that_can_stand_behind_undo(window: MainWindow) -> None:
    session = window.session
    claim = session.library.statements()[0].claims[0]
    for label in (*DECISIONS.values(), *RANKS.values(), CORRECT, AS_READ, LABEL):
        assert label.split()[0].endswith(("ion", "al", "ance", "ence", "Setting")), label
    session.correct_claim(claim, claim.reading)
    assert window.menus["undo"].text() == "&Undo correction"
