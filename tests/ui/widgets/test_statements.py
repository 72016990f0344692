"""The statement list: what clicks and keys tell, and that 100,000 statements scroll."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from models.pages.lines import Line, Section
from ui.session import Session
from ui.theme import DARK
from ui.widgets.statements import StatementList


@pytest.fixture
def statements(qtbot: QtBot, session: Session, make_line: Callable[..., Line]) -> StatementList:
    opened = StatementList(session)
    qtbot.addWidget(opened)
    opened.resize(500, 300)
    opened.set_sections([Section("a", "First", tuple(make_line(number, f"line {number}") for number in range(3)))])
    opened.show()
    qtbot.waitExposed(opened)
    return opened


def middle(statements: StatementList, row: int) -> QPoint:
    return statements.visualRect(statements.model().index(row, 0)).center()


def test_the_filter_knows_a_body_by_its_short_name(statements: StatementList, make_line: Callable[..., Line]) -> None:
    whole = "European Bank for Reconstruction and Development lends"
    statements.set_lines([make_line(0, whole), make_line(1, "Another bank lends")])
    statements.set_filter("EBRD lends")
    assert [statements.holds("s0"), statements.model().rowCount()] == [True, 1]


def test_a_click_tells_the_statement_once(statements: StatementList, qtbot: QtBot) -> None:
    told: list[str] = []
    statements.statement_selected.connect(told.append)
    qtbot.mouseClick(statements.viewport(), Qt.MouseButton.LeftButton, pos=middle(statements, 2))
    assert told == ["s1"]


def test_a_click_on_a_heading_tells_nothing(statements: StatementList, qtbot: QtBot) -> None:
    told: list[str] = []
    statements.statement_selected.connect(told.append)
    qtbot.mouseClick(statements.viewport(), Qt.MouseButton.LeftButton, pos=middle(statements, 0))
    assert told == []


def test_arrow_keys_tell_and_enter_tells_again(statements: StatementList, qtbot: QtBot) -> None:
    told: list[str] = []
    statements.statement_selected.connect(told.append)
    statements.setFocus()
    statements.select("s0")
    qtbot.keyClick(statements, Qt.Key.Key_Down)
    qtbot.keyClick(statements, Qt.Key.Key_Return)
    assert told == ["s1", "s1"]


def test_passing_through_with_the_tab_key_tells_nothing(statements: StatementList, qtbot: QtBot) -> None:
    told: list[str] = []
    statements.statement_selected.connect(told.append)
    statements.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(statements.hasFocus)
    assert told == []
    qtbot.keyClick(statements, Qt.Key.Key_Down)
    assert len(told) == 1


def test_typing_a_beginning_goes_to_the_statement_and_tells_it(statements: StatementList, qtbot: QtBot) -> None:
    told: list[str] = []
    statements.statement_selected.connect(told.append)
    statements.setFocus()
    qtbot.keyClicks(statements, "line 2")
    assert told[-1] == "s2"


def test_keys_never_stop_at_a_heading(statements: StatementList, make_line: Callable[..., Line], qtbot: QtBot) -> None:
    parts = [Section("a", "First", (make_line(1, "one"),)), Section("b", "Second", (make_line(2, "two"),))]
    statements.set_sections(parts)
    statements.setFocus()
    statements.select("s1")
    reached = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(statements, key)
        reached.append(statements.current_statement())
    assert reached == ["s2", "s1", "s1", "s2", "s1"]


def test_selecting_by_program_tells_nothing(statements: StatementList) -> None:
    told: list[str] = []
    statements.statement_selected.connect(told.append)
    assert statements.select("s2")
    assert statements.current_statement() == "s2"
    assert not statements.select("unknown")
    assert told == []


def test_the_selected_statement_stays_when_the_page_is_renewed(
    statements: StatementList, make_line: Callable[..., Line]
) -> None:
    statements.select("s1")
    statements.set_lines([make_line(9, "new"), make_line(1, "line 1")])
    assert statements.current_statement() == "s1"


def test_copying_takes_the_whole_statement(statements: StatementList, qtbot: QtBot) -> None:
    statements.select("s1")
    qtbot.keyClick(statements, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "line 1; 1 source"


def test_a_narrow_list_makes_rows_taller(statements: StatementList, make_line: Callable[..., Line]) -> None:
    statements.set_lines([make_line(1, "many words " * 12)])
    wide = statements.visualRect(statements.model().index(0, 0)).height()
    statements.resize(250, 300)
    statements.repaint()
    assert statements.visualRect(statements.model().index(0, 0)).height() > wide


def test_contested_values_take_rows_of_their_own(statements: StatementList, make_line: Callable[..., Line]) -> None:
    statements.set_lines([make_line(1, "said"), make_line(2, "said", sources=2, values=("3", "30"))])
    plain, contested = (statements.visualRect(statements.model().index(row, 0)).height() for row in (0, 1))
    assert contested > 1.8 * plain


def test_it_paints_in_both_themes(statements: StatementList, session: Session) -> None:
    light = statements.grab().toImage()
    session.set_theme(DARK)
    assert statements.grab().toImage() != light


def test_a_hundred_thousand_statements_scroll(statements: StatementList, make_line: Callable[..., Line]) -> None:
    lines = tuple(make_line(number, f"statement number {number}") for number in range(100_000))
    start = time.process_time()
    statements.set_lines(lines)
    statements.scrollToBottom()
    statements.repaint()
    assert statements.indexAt(QPoint(50, 150)).row() > 99_900
    assert time.process_time() - start < 5


def test_rows_are_as_wide_as_what_is_seen(
    statements: StatementList, make_line: Callable[..., Line], qtbot: QtBot
) -> None:
    for lines, width in ((3, 420), (60, 420), (60, 380)):
        statements.set_sections([Section("a", "First", tuple(make_line(at, f"line {at}") for at in range(lines)))])
        statements.resize(width, 300)
        qtbot.waitUntil(lambda: statements.across == statements.viewport().width())
        qtbot.waitUntil(lambda: statements.verticalScrollBar().isVisible() == (lines > 3))  # noqa: B023


def test_a_tip_explains_the_standing(statements: StatementList) -> None:
    model = statements.model()
    assert "independent source" in str(model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None
