"""What is told for a moment lies over the page and moves nothing; only a lasting state takes room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit

from models.records import Decision
from ui.widgets.toast import LEAST
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
    assert told.height() <= ground.height()  # nothing of the page is covered
    window.notices.say("The citation is on the clipboard, " * 20)
    assert told.geometry().bottom() > ground.bottom() + 20


LONG = f"Rejected: {'much is to be read here ' * 12}. Undo with Ctrl+Z."


@pytest.mark.parametrize("tab", ["countries", "resources", "routes", "geopolitics", "articles"])
@pytest.mark.parametrize("size", [(1280, 800), (1000, 650)])
def test_long_words_are_wrapped_whole_and_cover_no_control(window: MainWindow, tab: str, size: tuple[int, int]) -> None:
    window.resize(*size)
    window.way.go_to_tab(tab)
    window.notices.decide(LONG)
    told = window.notices.decided
    (label,) = told.findChildren(QLabel)
    assert label.text() == LONG
    assert label.height() >= label.heightForWidth(label.width())
    for kind in (QAbstractButton, QLineEdit, QComboBox):
        for control in window.tabs.findChildren(kind):
            if control.isVisible() and not told.isAncestorOf(control):
                place = QRect(control.mapTo(window.tabs, QPoint(0, 0)), control.size())
                assert not told.geometry().intersects(place), control.accessibleName()


def test_a_message_stays_as_long_as_it_takes_to_read(window: MainWindow) -> None:
    seconds = []
    for words in ("Short.", LONG):
        window.notices.say(words)
        seconds.append(window.notices.brief.findChild(QTimer).interval() / 1000)
    assert seconds[0] == LEAST
    assert seconds[1] > len(LONG) / 15
