"""Where the keyboard is after going to a tab or a name: in the list there, so that the arrow keys go on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from models.records import Note
from tests.ui.finding import child
from ui.session import Place
from ui.widgets.statements import StatementList
from ui.window import MainWindow

EDITOR = "Note text, in Markdown"


def keyboard(qapp: QApplication) -> str:
    """What the widget that has the keyboard is called."""
    focus = qapp.focusWidget()
    assert focus is not None
    return focus.accessibleName()


LISTS = {
    "countries": "Countries",
    "resources": "Resources by country",
    "routes": "Transport routes",
    "geopolitics": "Statements",
    "articles": "Articles",
}


@pytest.mark.parametrize("tab", LISTS)
def test_a_tab_has_the_keyboard_in_its_list(window: MainWindow, qapp: QApplication, tab: str) -> None:
    window.activateWindow()
    window.menus[tab].trigger()
    assert keyboard(qapp) == LISTS[tab]


def test_going_to_the_tab_shown_leaves_the_note(window: MainWindow, qapp: QApplication) -> None:
    window.activateWindow()
    child(window, QPlainTextEdit, EDITOR).setFocus()
    window.menus["countries"].trigger()
    assert keyboard(qapp) == "Countries"


def test_no_page_that_is_come_to_has_the_keyboard_in_a_note(window: MainWindow, qapp: QApplication) -> None:
    window.activateWindow()
    child(window, QPlainTextEdit, EDITOR).setFocus()
    window.tabs.setCurrentIndex(2)
    window.session.navigate(Place("country", window.session.library.catalog.region.members[1]))
    assert keyboard(qapp) == "Statements on this country"
    child(window, QPlainTextEdit, EDITOR).setFocus()
    window.session.go_back()
    window.session.go_forward()
    assert keyboard(qapp) == "Statements on this country"


def test_a_jump_leads_into_the_list(window: MainWindow, qapp: QApplication, qtbot: QtBot) -> None:
    window.activateWindow()
    window.menus["jump"].trigger()
    window.palette_panel.type("uranium")
    qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_Return)
    assert window.tabs.current() == "resources"
    assert keyboard(qapp) == LISTS["resources"]


def test_a_note_found_has_the_keyboard_in_its_list(window: MainWindow, qapp: QApplication, qtbot: QtBot) -> None:
    subject = window.session.library.catalog.region.members[1]
    assert isinstance(window.session.save_note(subject, "# Before the trip\n\nAsk about **prices**."), Note)
    window.activateWindow()
    window.menus["search"].trigger()
    window.search_line.setText("prices")
    qtbot.keyClick(window.search_line, Qt.Key.Key_Return)
    assert keyboard(qapp) == "Notes on this subject"


@pytest.mark.parametrize("command", ["jump", "search"])
def test_escape_gives_the_keyboard_back(window: MainWindow, qapp: QApplication, command: str) -> None:
    window.activateWindow()
    child(window, QPlainTextEdit, EDITOR).setFocus()
    window.menus[command].trigger()
    window.menus["evidence"].trigger()  # Esc
    assert keyboard(qapp) == EDITOR


def test_f6_goes_from_pane_to_pane_and_back(window: MainWindow, qapp: QApplication) -> None:
    window.activateWindow()
    window.menus["resources"].trigger()
    window.way.show_evidence(window.session.library.resources().cells[0].statements[0])
    panes = [  # not the chart, with which keys can do nothing
        "Resources by country",
        "Statements on this commodity",
        "Sentences this statement stands on",
    ]
    assert keyboard(qapp) == panes[0]
    for pane in (*panes[1:], panes[0]):
        window.menus["next-pane"].trigger()
        assert keyboard(qapp) == pane
    window.menus["previous-pane"].trigger()
    assert keyboard(qapp) == panes[-1]


def test_f6_marks_a_statement_in_sight(window: MainWindow, qapp: QApplication, qtbot: QtBot) -> None:
    window.activateWindow()
    window.way.start()
    shown = child(window.tabs.page("countries"), StatementList)
    qapp.processEvents()
    shown.verticalScrollBar().setValue(shown.verticalScrollBar().maximum() // 2)
    qapp.processEvents()
    window.menus["next-pane"].trigger()
    marked = shown.currentIndex()
    assert keyboard(qapp) == shown.accessibleName()
    assert shown.viewport().rect().contains(shown.visualRect(marked))
    assert marked.row() > 5
    assert not window.evidence.isVisible()
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert marked.row() < shown.currentIndex().row() <= marked.row() + 2  # a heading may stand between
    assert window.evidence.isVisible()


def test_the_tab_key_leaves_the_matrix_at_once(window: MainWindow, qapp: QApplication, qtbot: QtBot) -> None:
    window.activateWindow()
    window.menus["resources"].trigger()
    qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_Tab)
    assert keyboard(qapp) != LISTS["resources"]


PAGES = [
    ("resources", 1, "Statements on this commodity"),
    ("resources", 2, EDITOR),
    ("routes", 1, "Statements on this route"),
    ("geopolitics", 2, "Timeline of events"),
    ("geopolitics", 4, "Contested statements"),
]


@pytest.mark.parametrize(("tab", "number", "name"), PAGES)
def test_the_key_of_a_page_gives_it_the_keyboard(
    window: MainWindow, qapp: QApplication, tab: str, number: int, name: str
) -> None:
    window.activateWindow()
    window.menus[tab].trigger()
    keys = QKeySequence(f"Alt+{number}")
    next(action for action in window.page_actions() if action.shortcut() == keys).trigger()
    assert keyboard(qapp) == name
