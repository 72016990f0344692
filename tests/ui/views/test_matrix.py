"""The matrix is a real table: cells, headings, words, keyboard and clipboard."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QGuiApplication
from pytestqt.qtbot import QtBot

from models.pages.ages import AsOf
from models.pages.resources import ResourcesPage
from tests.ui.pictures import RESOURCES
from ui.theme import DARK, LIGHT
from ui.views.matrix import MatrixView
from ui.views.matrix_cells import below, fitted

TODAY = date(2026, 11, 22)


@pytest.fixture
def view(qtbot: QtBot) -> MatrixView:
    shown = MatrixView(LIGHT)
    qtbot.addWidget(shown)
    shown.resize(700, 300)
    shown.show()
    shown.set_page(RESOURCES, {"KAZ": 0, "UZB": 1}, TODAY)
    return shown


def centre(view: MatrixView, row: int, column: int) -> QPoint:
    return view.visualRect(view.model().index(row, column)).center()


def words(view: MatrixView, row: int, column: int, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> str:
    return str(view.model().index(row, column).data(role))


def test_cells_say_what_is_known_how_often_and_whether_it_is_contested(view: MatrixView) -> None:
    assert words(view, 0, 0) == "largest producer (7 sources)"
    assert words(view, 1, 0) == "produces (2 sources, contested)"
    assert words(view, 0, 2) == ""
    spoken = words(view, 0, 2, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Kazakhstan, gold: nothing in your articles yet"


def test_what_is_contested_is_said_of_just_these_words(view: MatrixView) -> None:
    lone = replace(RESOURCES.cells[1], contested=False)
    assert below(RESOURCES.cells[1]).endswith("2 sources, contested")
    assert below(lone).endswith("2 sources")
    view.set_page(replace(RESOURCES, cells=(lone,)), {}, TODAY)
    assert words(view, 1, 0) == "produces (2 sources); on other values sources disagree"


@pytest.mark.parametrize(
    ("text", "as_of", "told"),
    [
        ("produces 5 tonnes in 2024", AsOf("2024", "2024"), "7 sources"),
        ("largest producer", AsOf("2024", "2024"), "2024 · 7 sources"),
        ("largest producer", AsOf("2023-05", "May 2023", told=True), "7 sources of 2023"),
        ("largest producer", None, "undated · 7 sources"),
    ],
)
def test_a_cell_in_words_tells_its_year(text: str, as_of: AsOf | None, told: str) -> None:
    assert below(replace(RESOURCES.cells[0], text=text, as_of=as_of)) == told


def test_a_click_on_a_cell_is_told_once(view: MatrixView, qtbot: QtBot) -> None:
    told: list[tuple[str, str]] = []
    view.cell_chosen.connect(lambda *cell: told.append(cell))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre(view, 1, 2))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre(view, 1, 2))
    assert told == [("UZB", "gold")] * 2


def test_a_key_leads_from_a_whole_commodity_into_its_column(view: MatrixView, qtbot: QtBot) -> None:
    told: list[tuple[str, str]] = []
    view.cell_chosen.connect(lambda *cell: told.append(cell))
    view.choose("", "gold")
    view.activateWindow()
    view.setFocus()
    assert told == []
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert told == [("KAZ", "gold")]


def test_the_arrow_keys_choose_cells(view: MatrixView, qtbot: QtBot) -> None:
    view.choose("KAZ", "uranium")
    with qtbot.waitSignal(view.cell_chosen) as told:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert told.args == ["UZB", "uranium"]


def test_a_click_on_a_heading_chooses_the_commodity_or_the_country(view: MatrixView, qtbot: QtBot) -> None:
    across, down = view.horizontalHeader(), view.verticalHeader()
    with qtbot.waitSignal(view.commodity_chosen) as commodity:
        at = QPoint(across.sectionViewportPosition(1) + 10, 10)
        qtbot.mouseClick(across.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(view.country_chosen) as country:
        at = QPoint(10, down.sectionViewportPosition(2) + 10)
        qtbot.mouseClick(down.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert (commodity.args, country.args) == (["rare earths"], ["JPN"])


@pytest.mark.parametrize("width", [200, 500, 1200])
def test_no_word_of_a_heading_is_cut(view: MatrixView, width: int) -> None:
    names = ("methyltertiarybutylether", "oil and gas condensate")
    view.set_page(ResourcesPage((("KAZ", "Kazakhstan"),), tuple((name, name) for name in names), ()), {}, TODAY)
    view.resize(width, 300)
    metrics = QFontMetrics(view.horizontalHeader().font())
    for column, name in enumerate(names):
        assert all(metrics.horizontalAdvance(word) < view.columnWidth(column) for word in name.split())
    down = view.verticalHeader()
    assert QFontMetrics(down.font()).horizontalAdvance("Kazakhstan") < down.width()


def test_the_row_colours_go_by_the_country_not_by_the_row(view: MatrixView) -> None:
    def tile() -> str:
        at = view.visualRect(view.model().index(0, 0)).topLeft() + QPoint(10, 8)
        return view.viewport().grab().toImage().pixelColor(at).name()

    assert tile() == LIGHT.fills[0]
    view.set_page(RESOURCES, {"KAZ": 3}, TODAY)
    assert tile() == LIGHT.fills[3]


def test_in_words_the_columns_are_wider(view: MatrixView) -> None:
    narrow = view.columnWidth(0)
    view.set_in_words(True)
    assert view.columnWidth(0) > narrow


def test_the_column_chosen_stays_in_sight_when_the_columns_grow_wider(view: MatrixView) -> None:
    view.resize(400, 300)
    view.choose("", "gold")
    view.set_in_words(True)
    assert view.columnViewportPosition(2) + view.columnWidth(2) <= view.viewport().width()


def test_words_go_on_in_the_next_line_and_are_cut_only_after_the_last(view: MatrixView) -> None:
    view.set_in_words(True)
    metrics = QFontMetricsF(view.font())
    told = "Produces 84.6 million tonnes of it in 2025"
    room = QRectF(0, 0, 0.7 * metrics.horizontalAdvance(told), 2.2 * metrics.lineSpacing())
    assert fitted(told, metrics, room) == told
    assert fitted(told, metrics, room.adjusted(0, 0, 0, -metrics.lineSpacing())) == "Produces 84.6 million…"
    assert view.rowHeight(0) >= 3 * metrics.lineSpacing()


def test_the_table_is_copied_with_its_headings(view: MatrixView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "\tUranium\tRare earths\tGold"
    assert lines[2] == "Uzbekistan\tproduces (2 sources, contested)\t\thas reserves (1 source)"


def test_the_theme_changes_the_ground(view: MatrixView) -> None:
    view.set_theme(DARK)
    assert view.viewport().grab().toImage().pixelColor(1, 1).name() == DARK.base


def test_a_tooltip_tells_the_age_and_why_a_cell_is_empty(view: MatrixView) -> None:
    dated = tuple(replace(cell, as_of=AsOf("2024", "2024")) for cell in RESOURCES.cells)
    view.set_page(replace(RESOURCES, cells=dated, sifted=True), {}, TODAY)
    model, tip = view.model(), Qt.ItemDataRole.ToolTipRole
    told = [words(view, row, column, tip) for row in range(model.rowCount()) for column in range(model.columnCount())]
    assert sum(spoken.endswith("2 years old") for spoken in told) == len(RESOURCES.cells)
    assert words(view, 0, 2, tip) == "Kazakhstan, gold: nothing of what you asked for"


def test_the_column_chosen_stays_in_sight_when_the_view_shrinks(view: MatrixView) -> None:
    last = view.model().columnCount() - 1
    view.choose("", RESOURCES.commodities[last][0])
    view.resize(view.verticalHeader().width() + view.columnWidth(0), 300)
    assert view.viewport().rect().intersects(view.visualRect(view.model().index(0, last)))
