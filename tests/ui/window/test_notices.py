"""What is told for a moment lies over the page and moves nothing; only a lasting state takes room."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from models.records import Decision
from ui.window import MainWindow


def top(window: MainWindow) -> int:
    """Where the tabs begin."""
    return window.tabs.mapTo(window, QPoint(0, 0)).y()


def test_what_came_of_a_command_moves_nothing(window: MainWindow) -> None:
    before = top(window), window.tabs.height()
    window.notices.say("The citation is on the clipboard.")
    assert window.notices.brief.isVisible()
    assert (top(window), window.tabs.height()) == before


def test_what_was_decided_moves_nothing_and_is_wholly_in_the_window(window: MainWindow) -> None:
    window.way.show_evidence(window.session.library.statements()[0].id)
    before = top(window), window.tabs.height()
    window.notices.say("The citation is on the clipboard.")
    window.evidence.decide(Decision.REJECTED)
    told = window.notices.decided
    assert told.isVisible()
    assert not window.notices.brief.isVisible()
    assert (top(window), window.tabs.height()) == before
    window.resize(700, 480)
    assert window.tabs.rect().contains(told.geometry())  # and so above the evidence


def test_what_came_of_a_command_is_gone_in_another_tab(window: MainWindow) -> None:
    window.notices.say("The article is corrected.")
    window.way.go_to_tab("resources")
    assert not window.notices.brief.isVisible()


def test_a_lasting_state_takes_room(window: MainWindow) -> None:
    before = top(window)
    window.notices.stay("This library is open read-only.")
    window.centralWidget().layout().activate()
    assert top(window) > before


def test_what_is_told_stands_beside_the_tabs_where_it_has_room_and_else_at_the_foot(window: MainWindow) -> None:
    window.resize(1400, 800)
    window.notices.say("The citation is on the clipboard.")
    told, tabs = window.notices.brief, window.tabs
    ground = tabs.ground()
    assert told.geometry().left() >= ground.left()
    assert told.geometry().top() == ground.top()
    assert told.height() <= ground.height() + 8  # no words of the page are covered
    window.notices.say("The citation is on the clipboard, " * 20)
    assert told.geometry().bottom() > tabs.height() - 20


def test_words_that_nearly_have_room_beside_the_tabs_are_cut_and_cover_no_row(window: MainWindow) -> None:
    window.resize(1280, 800)
    ground = window.tabs.ground()
    letters = ground.width() // window.fontMetrics().horizontalAdvance("n")
    words = f"Rejected: {'n' * letters}. Undo with Ctrl+Z."
    window.notices.decide(words)
    told = window.notices.decided
    assert told.geometry().top() == ground.top()
    assert told.height() <= ground.height() + 8
    assert told.geometry().right() <= ground.right() + 1
    assert told.text() == words
    assert words in told.toolTip()
