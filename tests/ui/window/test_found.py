"""A step back from what was found leads to where the search began: its page, as it was, and the results."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.pages.hits import Hit
from tests.ui.finding import child
from ui.session import Place
from ui.widgets.statements import StatementList
from ui.window import MainWindow

WORDS = "gold"


def country(window: MainWindow) -> str:
    assert window.tabs.current() == "countries"
    return str(window.tabs.page("countries").subject())


def follow(window: MainWindow, wanted: Hit) -> None:
    """Search for the words and open one of the results by keyboard."""
    window.session.library.index()
    window.search()
    window.search_line.setText(WORDS)
    window.finder.look_up()
    if wanted not in window.finder.hits():
        window.finder._show_all(wanted.kind)
    window.finder._list.select(wanted)
    window.finder._on_key(Qt.Key.Key_Return)


def on_another_page(window: MainWindow) -> Hit:
    """A statement found that the page shown does not list."""
    hits = window.session.library.search(WORDS)
    return next(hit for hit in hits if hit.kind == "statement" and not window.tabs.lists(hit.id))


@pytest.fixture
def statements(window: MainWindow, qapp: QApplication) -> StatementList:
    """The list of the page shown, scrolled down."""
    shown = child(window.tabs.page("countries"), StatementList)
    qapp.processEvents()
    shown.verticalScrollBar().setValue(shown.verticalScrollBar().maximum() // 2)
    return shown


def test_one_step_back_shows_page_and_results_as_they_were(
    window: MainWindow, statements: StatementList, qtbot: QtBot
) -> None:
    before, wanted, scrolled = country(window), on_another_page(window), statements.verticalScrollBar().value()
    assert scrolled > 0
    follow(window, wanted)
    assert country(window) != before
    assert window.evidence.isVisible()
    assert not window.finder.isVisible()
    window.session.go_back()
    assert country(window) == before
    assert not window.evidence.isVisible()
    assert not statements.current_statement()
    qtbot.waitUntil(lambda: statements.verticalScrollBar().value() == scrolled)
    assert window.finder.isVisible()
    assert window.search_line.text() == WORDS
    assert window.finder._list.current_key() == wanted
    assert not window.session.can_go_back


def test_the_step_ahead_shows_what_was_found_where_it_belongs(window: MainWindow) -> None:
    wanted = on_another_page(window)
    follow(window, wanted)
    found = country(window)
    window.session.go_back()
    window.session.go_forward()
    assert country(window) == found
    assert window.evidence.statement() == wanted.id
    assert not window.finder.isVisible()
    assert not window.session.can_go_forward


def test_the_evidence_that_was_open_is_open_again(window: MainWindow, statements: StatementList) -> None:
    code = country(window)
    here = [line.statement for part in window.session.library.country(code).sections for line in part.lines]
    found = next(hit for hit in window.session.library.search(WORDS) if hit.kind == "statement" and hit.id in here)
    other = next(statement for statement in here if statement != found.id)
    statements.select(other)
    window.way.show_evidence(other)
    follow(window, found)
    assert window.evidence.statement() == found.id
    window.session.go_back()
    assert window.evidence.statement() == other
    assert statements.current_statement() == other


def test_a_page_gone_through_is_one_like_others_later(window: MainWindow) -> None:
    follow(window, on_another_page(window))
    found = country(window)
    window.way.go_to_tab("articles")
    window.way.go_to_tab("countries")
    window.way.go_to_tab("articles")
    window.session.go_back()
    assert country(window) == found


def test_who_jumps_by_name_finds_no_results_when_stepping_back(window: MainWindow) -> None:
    window.way.go_to_found(Place("country", window.session.library.countries().rows[-1].code))
    window.session.go_back()
    assert not window.finder.isVisible()


def test_words_that_are_no_name_are_searched_for_everywhere(window: MainWindow) -> None:
    window.session.library.index()
    window.palette_panel.open()
    window.palette_panel.search_requested.emit(WORDS)
    assert window.search_line.text() == WORDS
    assert window.finder.hits()
    assert window.search_line.hasFocus()
