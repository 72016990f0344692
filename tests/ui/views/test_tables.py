"""Table twins: sorted by meaning, copied as text, told by row."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from models.records import Standing
from tests.ui.pictures import FIGURES, GEOPOLITICS, ROUTES
from ui.views.deck import Deck
from ui.views.export import as_text
from ui.views.fact_model import Column, Fact
from ui.views.fact_table import FactTable
from ui.views.figure_table import FigureTable
from ui.views.geo_tables import CommitmentTable, EventTable, LinkTable
from ui.views.route_table import LegTable, NetworkTable
from ui.views.twin import Twin


def column(table: FactTable, number: int) -> list[str]:
    return [str(table.model().index(row, number).data()) for row in range(table.model().rowCount())]


@pytest.fixture
def commitments(qtbot: QtBot) -> CommitmentTable:
    table = CommitmentTable("Commitments")
    qtbot.addWidget(table)
    table.set_rows(GEOPOLITICS.commitments, date(2026, 11, 22))
    table.resize(900, 300)
    table.show()
    return table


def test_amounts_sort_within_their_currency(commitments: CommitmentTable) -> None:
    assert column(commitments, 2) == ["JPY 3 trillion", "USD 19 billion", "USD 4 billion"]
    commitments.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert column(commitments, 2) == ["JPY 3 trillion", "USD 4 billion", "USD 19 billion"]


def test_a_row_tells_its_statement_by_mouse_and_keyboard(commitments: CommitmentTable, qtbot: QtBot) -> None:
    told: list[str] = []
    commitments.fact_chosen.connect(told.append)
    at = commitments.visualRect(commitments.model().index(0, 0)).center()
    qtbot.mouseClick(commitments.viewport(), Qt.MouseButton.LeftButton, pos=at)
    commitments.setFocus()
    commitments.activateWindow()
    qtbot.waitUntil(commitments.hasFocus)
    qtbot.keyClick(commitments, Qt.Key.Key_Down)
    assert told == ["c1", "c2"]


def test_home_and_end_go_to_the_first_and_last_row(commitments: CommitmentTable, qtbot: QtBot) -> None:
    commitments.select("c1")
    for key, row in ((Qt.Key.Key_End, 2), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(commitments, key)
        assert commitments.currentIndex().row() == row


def test_a_row_can_be_marked_without_telling(commitments: CommitmentTable, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(commitments.fact_chosen):
        commitments.select("c3")
    assert {index.row() for index in commitments.selectionModel().selectedIndexes()} == {2}


def test_the_whole_table_is_copied_or_several_selected_rows(commitments: CommitmentTable, qtbot: QtBot) -> None:
    copy = (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(commitments, *copy)
    whole = QGuiApplication.clipboard().text().splitlines()
    assert whole[0].split("\t")[:3] == ["By", "To", "Amount"]
    assert len(whole) == 4
    commitments.selectRow(0)
    commitments.selectionModel().select(
        commitments.model().index(2, 0),
        commitments.selectionModel().SelectionFlag.Select | commitments.selectionModel().SelectionFlag.Rows,
    )
    qtbot.keyClick(commitments, *copy)
    assert [row.split("\t")[0] for row in QGuiApplication.clipboard().text().splitlines()] == ["By", "Japan", "China"]


def test_a_cell_never_breaks_the_lines_of_a_copied_table(qtbot: QtBot) -> None:
    table = FactTable("Words", (Column("One"), Column("Two")))
    qtbot.addWidget(table)
    table.set_facts((Fact("k", ("a\tb", "c\nd"), {}),))
    assert as_text(table) == "One\tTwo\na b\tc d\n"


def test_events_sort_by_time_however_precise(qtbot: QtBot) -> None:
    table = EventTable("Events")
    qtbot.addWidget(table)
    table.set_moments(GEOPOLITICS.timeline)
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert column(table, 0) == ["2024 (year inferred)", "Dec 2025", "20 Dec 2025"]
    assert column(table, 3) == ["sanctions and clashes", "aid, trade and work together", "talks and agreements"]


def test_figures_keep_their_exact_value_unit_and_year(qtbot: QtBot) -> None:
    table = FigureTable("Figures")
    qtbot.addWidget(table)
    table.set_figures(FIGURES, date(2026, 11, 22))
    assert column(table, 2) == ["23,270", "3,500\N{EN DASH}4,000", "39"]
    assert column(table, 4) == ["2024", "2023", ""]
    assert column(table, 5) == ["2 years old", "3 years old", "undated"]
    table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert column(table, 2) == ["39", "3,500\N{EN DASH}4,000", "23,270"]


def test_of_a_figure_that_sources_dispute_it_is_told_who_says_so(qtbot: QtBot) -> None:
    table = FigureTable("Figures")
    qtbot.addWidget(table)
    disputed = replace(FIGURES[0], standing=Standing.CONTESTED, by="the ministry")
    table.set_figures((disputed, FIGURES[1]), date(2026, 11, 22))
    assert column(table, 1) == ["output, contested: the ministry", "output"]


def test_links_are_counted_in_the_table_too(qtbot: QtBot) -> None:
    table = LinkTable("Links")
    qtbot.addWidget(table)
    table.set_page(GEOPOLITICS)
    assert column(table, 0) == ["Japan", "Japan", "China"]
    assert column(table, 5) == ["co-operation", "co-operation", "mixed"]


def test_the_map_has_every_leg_in_its_table_and_routes_without_legs(qtbot: QtBot) -> None:
    network, legs = NetworkTable("All"), LegTable("One")
    for table in (network, legs):
        qtbot.addWidget(table)
    network.set_routes(ROUTES.rows)
    legs.set_legs(ROUTES.rows[0].legs)
    assert column(network, 0) == ["The line", "The line", "The pipe", "A route of articles only"]
    assert column(legs, 1) == ["West (Kazakhstan)", "Middle (Kazakhstan)"]
    assert column(legs, 3) == ["Rail", "Sea"]


def test_what_a_picture_lacks_is_not_said_of_the_table(qtbot: QtBot) -> None:
    twin = Twin("", QLabel("picture"), QLabel("table"))
    qtbot.addWidget(twin)
    twin.show()
    twin.set_note("Not shown: one")
    note = next(label for label in twin.findChildren(QLabel) if label.text() == "Not shown: one")
    assert note.isVisible()
    twin.switch.choose(1)
    assert not note.isVisible()
    twin.set_note("Not shown: one, another")
    assert not note.isVisible()
    twin.switch.choose(0)
    assert note.isVisible()


def test_a_twin_shows_picture_or_table_or_words(qtbot: QtBot) -> None:
    picture, table = QLabel("picture"), QLabel("table")
    twin = Twin("Title", picture, table)
    qtbot.addWidget(twin)
    twin.show()
    assert picture.isVisible()
    twin.switch.choose(1)
    assert table.isVisible()
    twin.say("Nothing yet.")
    assert not table.isVisible()
    assert not twin.switch.isEnabled()
    twin.say("")
    assert table.isVisible()


def test_a_deck_shows_one_page_and_its_neighbour(qtbot: QtBot) -> None:
    first, second, aside = QLabel("1"), QLabel("2"), QLabel("aside")
    deck = Deck("Pages", (("First", first), ("Second", second)))
    deck.set_aside(1, aside)
    qtbot.addWidget(deck)
    deck.show()
    assert (first.isVisible(), aside.isVisible()) == (True, False)
    deck.choose(1)
    assert (first.isVisible(), second.isVisible(), aside.isVisible()) == (False, True, True)


def test_a_narrow_table_spares_columns_and_never_squeezes_words(qtbot: QtBot) -> None:
    columns = (Column("Name", wide=True), Column("Value"), Column("Standing", spare=True))
    table = FactTable("Words", columns)
    qtbot.addWidget(table)
    table.set_facts([Fact("a", ("many words in a name of some length", "1,000,000", "corroborated"), {})])
    table.show()
    for wide, spared in ((600, False), (280, True), (120, True), (600, False)):
        table.resize(wide, 200)
        assert table.isColumnHidden(2) is spared
        assert table.columnWidth(0) > 100


def test_rows_are_as_tall_as_words_wrapped_between_the_paddings(qtbot: QtBot) -> None:
    words = "a route between one and another land"
    table = FactTable("Words", (Column("Name", wide=True),))
    qtbot.addWidget(table)
    table.set_facts([Fact("a", (words,), {})])
    table.show()
    across = table.fontMetrics().horizontalAdvance(words)
    heights = []
    for spare in (40, 8):
        table.resize(across + spare, 200)
        table.resizeRowsToContents()
        heights.append(table.rowHeight(0))
    assert heights[1] > heights[0] + table.fontMetrics().height() / 2


def test_of_very_many_rows_those_in_sight_are_as_tall_as_their_words(qtbot: QtBot) -> None:
    table = FactTable("Many", (Column("Number", number=True), Column("Words", wide=True)))
    qtbot.addWidget(table)
    long = "Words that go on and on until they need more than a line or two of the column that they stand in. " * 3
    table.set_facts([Fact(str(at), (str(at), long if at % 7 == 3 else "Few"), {0: -float(at)}) for at in range(3000)])
    table.resize(500, 300)
    table.show()
    qtbot.waitExposed(table)

    def check() -> list[int]:
        seen = [row for row in range(3000) if 0 <= table.rowViewportPosition(row) < table.viewport().height()]
        assert all(table.rowHeight(row) >= table.sizeHintForRow(row) for row in seen)
        return [table.rowHeight(row) for row in seen]

    assert max(check()) > 2 * min(check())
    assert sum(table.rowHeight(row) > 2 * table.rowHeight(0) for row in range(3000)) < 20
    table.scrollToBottom()
    assert max(check()) > 2 * min(check())
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert max(check()) > 2 * min(check())


def test_what_copies_a_table_names_it(qtbot: QtBot) -> None:
    told = []
    for table in (NetworkTable("All legs"), LegTable("Legs of this route")):
        qtbot.addWidget(table)
        told += [action.text() for action in table.actions()]
    assert told == ["Copy the table as text (All legs)", "Copy the table as text (Legs of this route)"]
