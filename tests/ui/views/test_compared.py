"""Countries side by side are a real table: cells, headings, keyboard, clipboard and marks."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from pytestqt.qtbot import QtBot

from models.pages.ages import AsOf
from models.pages.comparing import ComparedCell, ComparedPage, ComparedRow
from models.pages.lines import Line, VariantLine
from models.records import Kind, Rank, Standing
from ui.theme import DARK, LIGHT, Theme
from ui.views.compared import ComparedTable

TODAY = date(2026, 11, 22)


def cell(statement: str, value: str, date: str, standing: Standing = Standing.SINGLE) -> ComparedCell:
    as_of = AsOf(date, date) if date else AsOf("2026-02", "February 2026", told=True)
    variant = VariantLine(value, 2, Rank.NORMAL)
    line = Line(statement, Kind.PROFILE, value, "", standing, 2, Rank.NORMAL, (variant,), as_of=as_of)
    return ComparedCell(line, value, date)


PAGE = ComparedPage(
    (("KAZ", "Kazakhstan"), ("KGZ", "Kyrgyzstan"), ("TJK", "Tajikistan")),
    (
        ComparedRow(
            "population",
            "Population",
            (cell("a", "20 million", "2025"), cell("b", "7 million", "2024", Standing.CONTESTED), None),
        ),
        ComparedRow("area", "Area", (cell("c", "2.72 million km²", ""), None, cell("d", "144,100 km²", "2020"))),
    ),
    sifted=False,
)


@pytest.fixture
def table(qtbot: QtBot) -> ComparedTable:
    shown = ComparedTable("Countries compared", LIGHT)
    qtbot.addWidget(shown)
    shown.resize(700, 300)
    shown.show()
    qtbot.waitExposed(shown)
    shown.set_page(PAGE, TODAY)
    return shown


def at(table: ComparedTable, row: int, column: int) -> QModelIndex:
    return table.model().index(row, column)


def words(table: ComparedTable, row: int, column: int, role: int = Qt.ItemDataRole.DisplayRole) -> str:
    return str(at(table, row, column).data(role))


def test_a_cell_tells_value_time_and_that_it_is_contested(table: ComparedTable) -> None:
    assert words(table, 0, 0) == "20 million (2025)"
    assert words(table, 0, 1) == "7 million (2024, contested)"
    assert words(table, 1, 0) == "2.72 million km² (reported 2026)"
    assert words(table, 1, 1) == "–"


@pytest.mark.parametrize("role", [Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole])
def test_a_cell_says_what_it_is_of_and_how_it_stands(table: ComparedTable, role: int) -> None:
    told = words(table, 0, 1, role)
    assert told.startswith("Kyrgyzstan, Population: 7 million (2024; 2 years old; 2 sources). Contested: ")
    assert words(table, 0, 2, role) == "Tajikistan, Population: nothing in your articles yet"
    table.set_page(replace(PAGE, sifted=True), TODAY)
    assert words(table, 0, 2, role) == "Tajikistan, Population: nothing of what you asked for"


def test_what_the_user_prefers_is_marked(table: ComparedTable) -> None:
    own = cell("a", "20 million", "2025")
    own = replace(own, line=replace(own.line, rank=Rank.PREFERRED))
    table.set_page(replace(PAGE, rows=(ComparedRow("population", "Population", (own, None, None)),)), TODAY)
    assert words(table, 0, 0) == "20 million (2025, preferred by you)"


def test_a_click_tells_the_statement_once_and_an_empty_cell_nothing(table: ComparedTable, qtbot: QtBot) -> None:
    told: list[str] = []
    table.statement_selected.connect(told.append)
    for row, column in ((0, 1), (0, 2), (1, 2)):
        qtbot.mouseClick(
            table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(at(table, row, column)).center()
        )
    assert told == ["b", "d"]


def test_arrow_keys_and_return_tell_the_statement(table: ComparedTable, qtbot: QtBot) -> None:
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    table.choose("a")
    told: list[str] = []
    table.statement_selected.connect(told.append)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert told == ["a", "b"]


def test_coming_in_by_a_key_tells_nothing(table: ComparedTable, qtbot: QtBot) -> None:
    told: list[str] = []
    table.statement_selected.connect(told.append)
    table.clearFocus()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(table.hasFocus)
    assert told == []


def test_a_click_on_a_country_asks_for_it(table: ComparedTable, qtbot: QtBot) -> None:
    head = table.horizontalHeader()
    spot = QPoint(head.sectionViewportPosition(1) + 20, head.height() // 2)
    with qtbot.waitSignal(table.country_chosen) as asked:
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert asked.args == ["KGZ"]


def test_the_table_is_copied_as_text_with_its_headings(table: ComparedTable, qtbot: QtBot) -> None:
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "\tKazakhstan\tKyrgyzstan\tTajikistan",
        "Population\t20 million (2025)\t7 million (2024, contested)\t–",
        "Area\t2.72 million km² (reported 2026)\t–\t144,100 km² (2020)",
    ]


def has(table: ComparedTable, row: int, column: int, colour: str) -> bool:
    image = table.viewport().grab(table.visualRect(at(table, row, column))).toImage()
    wanted = QColor(colour).rgb()
    return any(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_only_a_contested_cell_has_a_rim(table: ComparedTable, theme: Theme) -> None:
    table.set_theme(theme)
    loud = theme.standings["contested"]
    assert has(table, 0, 1, loud)
    assert not has(table, 0, 0, loud)
    assert has(table, 0, 0, theme.base)


def test_headings_stay_in_sight(table: ComparedTable) -> None:
    table.resize(260, 120)
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    assert table.horizontalScrollBar().value() > 0 < table.verticalScrollBar().value()
    assert table.visualRect(at(table, 0, 0)).right() < 0
    assert table.verticalHeader().x() >= 0
    assert table.horizontalHeader().y() >= 0
    assert table.verticalHeader().isVisible()
    assert table.horizontalHeader().isVisible()


def test_no_value_is_cut_however_narrow_the_table_is(table: ComparedTable) -> None:
    wide = table.rowHeight(1)
    table.resize(260, 300)
    assert table.rowHeight(1) > wide


def test_words_leave_the_rows_that_have_them_all(table: ComparedTable) -> None:
    table.choose("a")
    table.set_filter("POP 2024")
    assert [table.model().headerData(0, Qt.Orientation.Vertical)] == ["Population"]
    assert table.model().rowCount() == 1
    table.set_filter("area")
    assert table.model().rowCount() == 1
    assert table.holds("a")
    assert not table.choose("a")
    table.set_filter("")
    assert table.model().rowCount() == 2


def test_what_is_chosen_stays_so(table: ComparedTable) -> None:
    table.choose("b")
    table.set_page(replace(PAGE, rows=PAGE.rows[:1]), TODAY)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (0, 1)


def test_an_empty_table_says_why(table: ComparedTable) -> None:
    table.hint = "Nothing at all"
    table.set_page(replace(PAGE, rows=()), TODAY)
    with_words = table.viewport().grab().toImage()
    table.hint = ""
    assert table.viewport().grab().toImage() != with_words
