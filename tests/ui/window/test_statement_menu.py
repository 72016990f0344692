"""What can be done with a statement is offered wherever it is listed, by a right click and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox

from models.records import Decision
from tests.ui.finding import child
from ui.session import Place
from ui.widgets.correcting import CorrectionDialog
from ui.widgets.statements import StatementList
from ui.window import MainWindow

MOUSE, KEYBOARD = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard


def ask(shown: StatementList, statement: str, reason: QContextMenuEvent.Reason) -> None:
    """Ask for the menu of a statement in a list."""
    assert shown.select(statement)
    at = shown.visualRect(shown.currentIndex()).center()
    event = QContextMenuEvent(reason, at if reason is MOUSE else QPoint(), shown.viewport().mapToGlobal(at))
    QApplication.sendEvent(shown.viewport(), event)


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commands of the menu that was opened last; none is put on the screen."""
    names: list[str] = []

    def popup(menu: QMenu, at: QPoint) -> None:
        assert isinstance(at, QPoint)
        names[:] = [action.objectName() for action in menu.actions()]

    monkeypatch.setattr(QMenu, "popup", popup)
    return names


@pytest.mark.parametrize("tab", ["countries", "resources", "routes", "geopolitics"])
@pytest.mark.parametrize("reason", [MOUSE, KEYBOARD])
def test_a_right_click_on_a_statement_of_any_tab_offers_what_can_be_done(
    window: MainWindow, offered: list[str], tab: str, reason: QContextMenuEvent.Reason
) -> None:
    window.way.go_to_tab(tab)
    shown = next(found for found in window.tabs.page(tab).findChildren(StatementList) if found.isVisible())
    statement = shown.model().index(1, 0) if tab == "countries" else shown.model().index(0, 0)
    shown.setCurrentIndex(statement)
    chosen = shown.current_statement()
    assert chosen
    ask(shown, chosen, reason)
    assert window.evidence.statement() == chosen
    assert {"read", "accept", "reject", "prefer", "correct-article", "remove-article"} <= set(offered)


def test_a_right_click_beside_the_statements_offers_nothing(window: MainWindow, offered: list[str]) -> None:
    shown = child(window.tabs.page("countries"), StatementList)
    event = QContextMenuEvent(MOUSE, QPoint(4, 4), shown.viewport().mapToGlobal(QPoint(4, 4)))  # a heading
    QApplication.sendEvent(shown.viewport(), event)
    assert not window.evidence.isVisible()
    assert not offered


def test_a_statement_is_rejected_from_its_list(window: MainWindow, offered: list[str]) -> None:
    library = window.session.library
    page = library.country(window.session.catalog.region.members[0])
    line = next(line for section in page.sections for line in section.lines if line.articles > 1)
    ask(child(window.tabs.page("countries"), StatementList), line.statement, MOUSE)
    assert "reject" in offered
    sentence = window.evidence.sentence()
    assert sentence is not None
    window.menus["reject"].trigger()
    assert [row.decision for row in library.decisions().rows if row.claim == sentence.claim] == [Decision.REJECTED]


def test_the_article_of_a_sentence_is_corrected_and_removed_from_any_tab(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = window.session.library
    assert not window.menus["remove-article"].isEnabled()
    line = library.country(library.catalog.region.members[0]).sections[0].lines[0]
    window.session.navigate(Place("statement", line.statement))
    sentence = window.evidence.sentence()
    assert sentence is not None
    article = sentence.article
    window.menus["correct-article"].trigger()
    dialog = next(found for found in window.findChildren(CorrectionDialog) if found.isVisible())
    dialog.reject()

    def press(words: str) -> None:
        def choose(box: QMessageBox) -> int:
            button = next(found for found in box.buttons() if found.text().replace("&", "") == words)
            monkeypatch.setattr(box, "clickedButton", lambda: button)
            return 0

        monkeypatch.setattr(QMessageBox, "exec", choose)

    press("Cancel")
    window.menus["remove-article"].trigger()
    assert article in {row.id for row in library.articles().rows}
    press("Remove")
    window.menus["remove-article"].trigger()
    assert article not in {row.id for row in library.articles().rows}
    assert "was removed" in window.notices.brief.text()
    assert window.tabs.current() == "countries"
    window.undoing.undo()
    assert article in {row.id for row in library.articles().rows}


def test_what_can_be_done_stands_in_groups_and_what_takes_something_out_is_last(
    window: MainWindow, offered: list[str]
) -> None:
    shown = child(window.tabs.page("countries"), StatementList)
    shown.setCurrentIndex(shown.model().index(1, 0))
    ask(shown, shown.current_statement(), MOUSE)
    groups = " ".join(name or "|" for name in offered).split(" | ")
    assert groups[0].split()[0] == "read"
    assert groups[-1] == "remove-article"
    assert max(len(group.split()) for group in groups) <= 4
    menu = next(action.menu() for action in window.menuBar().actions() if action.text() == "&Statement")
    assert menu.actions()[-1].objectName() == "remove-article"
    assert menu.actions()[-2].isSeparator()
