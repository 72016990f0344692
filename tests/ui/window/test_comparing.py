"""The region's countries side by side, from the list to the sentences behind each figure."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from models.pages.comparing import ComparedCell
from models.records import Decision, Standing
from tests.ui.finding import child
from ui.preferences import Preferences
from ui.session import Place
from ui.tabs.countries import CountriesTab
from ui.views.compared import ComparedTable
from ui.views.compared_model import CELL
from ui.views.switch import Switch
from ui.widgets.rows import RowList
from ui.widgets.statements import NO_MATCH, StatementList
from ui.window import MainWindow
from ui.window.acting import _shown


def tab(window: MainWindow) -> CountriesTab:
    page = window.tabs.page("countries")
    assert isinstance(page, CountriesTab)
    return page


def region(window: MainWindow) -> str:
    return window.session.catalog.region.id


@pytest.fixture
def table(window: MainWindow) -> ComparedTable:
    window.session.navigate(Place("country", region(window)))
    return child(tab(window), ComparedTable)


def cells(table: ComparedTable) -> list[tuple[QModelIndex, ComparedCell]]:
    model = table.model()
    indexes = [model.index(row, at) for row in range(model.rowCount()) for at in range(model.columnCount())]
    return [(index, index.data(CELL)) for index in indexes if index.data(CELL)]


def click(qtbot: QtBot, table: ComparedTable, index: QModelIndex) -> None:
    table.scrollTo(index)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())


def test_the_first_row_of_the_list_leads_to_it(window: MainWindow, qtbot: QtBot) -> None:
    assert not tab(window).findChildren(ComparedTable)  # no start waits for it
    rows = child(tab(window), RowList, "Countries")
    assert next(row.key for row in rows.rows() if not row.heading) == region(window)
    rows.select(region(window))
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.currentIndex()).center())
    table = child(tab(window), ComparedTable)
    assert table.isVisible()
    members = window.session.catalog.region.members
    across = Qt.Orientation.Horizontal
    assert [table.model().headerData(at, across) for at in range(table.model().columnCount())] == [
        window.session.catalog.name(code) for code in members
    ]
    assert table.model().rowCount() > 9


def test_a_click_on_a_figure_shows_its_sentences(window: MainWindow, table: ComparedTable, qtbot: QtBot) -> None:
    contested = [(index, cell) for index, cell in cells(table) if cell.line.contested]
    plain = [(index, cell) for index, cell in cells(table) if not cell.line.contested]
    for index, cell in (contested[0], plain[-1]):
        click(qtbot, table, index)
        assert window.evidence.isVisible()
        assert window.evidence.statement() == cell.line.statement
        assert table.isVisible()


def test_evidence_stays_where_the_list_of_statements_takes_its_place(
    window: MainWindow, table: ComparedTable, qtbot: QtBot
) -> None:
    click(qtbot, table, cells(table)[0][0])
    child(tab(window), Switch, "Show").choose(1)
    assert child(tab(window), StatementList).isVisible()
    assert not table.isVisible()
    assert window.evidence.isVisible()
    window.session.navigate(Place("country", window.session.catalog.region.members[0]))
    assert not child(tab(window), Switch, "Show").isVisible()
    assert child(tab(window), StatementList).isVisible()


def test_back_leads_to_it_with_the_figure_that_was_chosen(window: MainWindow, table: ComparedTable) -> None:
    chosen = cells(table)[-1][1].line.statement
    window.session.navigate(Place("statement", chosen))
    assert table.isVisible()
    assert table.currentIndex().data(CELL).line.statement == chosen
    window.session.navigate(Place("country", window.session.catalog.region.members[0]))
    assert not table.isVisible()
    window.session.go_back()
    assert table.isVisible()
    assert tab(window).subject() == region(window)
    assert window.evidence.statement() == chosen


def test_a_statement_of_the_region_turns_to_its_list(window: MainWindow, table: ComparedTable) -> None:
    line = window.session.library.country(region(window)).sections[0].lines[0].statement
    window.session.navigate(Place("statement", line))
    assert child(tab(window), StatementList).isVisible()
    assert child(tab(window), StatementList).current_statement() == line
    assert not table.isVisible()
    window.session.navigate(Place("statement", cells(table)[-1][1].line.statement))
    assert table.isVisible()


@pytest.mark.parametrize("words", ["compare", "countries compared"])
def test_the_palette_finds_it(window: MainWindow, words: str) -> None:
    first = window.session.library.jump(words)[0]
    assert (first.kind, first.id, first.snippet) == ("country", region(window), "countries compared")


def test_a_key_leads_to_it_and_another_to_the_statements(window: MainWindow, qtbot: QtBot) -> None:
    keys = {action.shortcut().toString(): action for action in window.page_actions()}
    keys["Alt+1"].trigger()
    table = child(tab(window), ComparedTable)
    assert table.isVisible()
    assert window.session.place == Place("country", region(window))
    keys["Alt+2"].trigger()
    assert child(tab(window), StatementList).isVisible()
    keys["Alt+1"].trigger()
    assert table.isVisible()


def test_tab_goes_through_the_page_as_it_is_seen(window: MainWindow, table: ComparedTable) -> None:
    chain: list[QWidget] = [child(tab(window), RowList, "Countries")]
    while chain[-1] is not table:
        following = chain[-1].nextInFocusChain()
        assert following is not None
        chain.append(following)
    seen = [
        each.accessibleName() for each in chain if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert seen[:3] == ["Countries", "Show: Compared", "Show: Statements"]
    assert seen[-2:] == ["Filter these statements", "Countries compared"]


def test_a_click_on_the_name_of_a_country_leads_to_its_page(window: MainWindow, table: ComparedTable) -> None:
    table.horizontalHeader().sectionClicked.emit(2)
    assert tab(window).subject() == window.session.catalog.region.members[2]


def test_it_follows_the_filters(window: MainWindow, table: ComparedTable) -> None:
    every = len(cells(table))
    window.session.set_older("-2")
    few = cells(table)
    assert 0 < len(few) < every
    assert all(cell.line.as_of and cell.line.as_of.date >= "2024" for _, cell in few)
    window.session.set_older("")
    window.session.set_shelf("own")
    assert not cells(table)
    assert table.hint == "Nothing here is from your own articles."
    window.session.set_shelf("")
    assert len(cells(table)) == every
    child(tab(window), QLineEdit, "Filter these statements").setText("inflation")
    assert table.model().rowCount() == 1
    child(tab(window), QLineEdit, "Filter these statements").setText("zzqq")
    assert table.model().rowCount() == 0
    assert table.hint == NO_MATCH


def test_it_follows_what_is_decided(window: MainWindow, table: ComparedTable) -> None:
    index, cell = next((index, cell) for index, cell in cells(table) if cell.line.standing is Standing.SINGLE)
    (claim,) = window.session.library.statement(cell.line.statement).claims
    window.session.decide(claim.id, Decision.REJECTED)
    left = table.model().index(index.row(), index.column()).data(CELL)
    assert left is None or left.line.statement != cell.line.statement
    window.session.deeds.undo()
    assert table.model().index(index.row(), index.column()).data(CELL) == cell


def test_the_count_of_statements_stands_with_these_only(window: MainWindow, table: ComparedTable) -> None:
    (count,) = (label for label in tab(window).findChildren(QLabel) if " statements from " in label.text())
    assert table.isVisible()
    assert not count.isVisible()
    child(tab(window), Switch, "Show").choose(1)
    assert count.isVisible()


def test_what_is_printed_is_the_whole_region(window: MainWindow, table: ComparedTable) -> None:
    assert table.isVisible()
    assert (_shown(window).kind, _shown(window).codes) == ("countries", ())


def test_the_next_window_shows_it_again(
    window: MainWindow, table: ComparedTable, qapp: QApplication, tmp_path: Path
) -> None:
    from ui.app import open_window

    assert table.isVisible()
    window.close()
    again = open_window(qapp, window.session.library, Preferences(tmp_path / "window.ini"))
    assert tab(again).subject() == region(again)
    assert child(tab(again), ComparedTable).model().rowCount() > 9
    again.deleteLater()
