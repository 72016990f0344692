"""The table of articles: filter, sorting, and which one is current."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from models.pages.articles import ArticleRow
from ui.widgets.article_table import ADDED, ArticleTable

ROWS = (
    ArticleRow("a", "zinc in the hills", "Paper", "2025-01", "en", 2, False, True, house="Paper"),
    ArticleRow("b", "Amber by the sea", None, None, "en", 10, False, True),
    ArticleRow("c", "More zinc", "Journal", "2024", "en", 9, True, True, house="Journal"),
)


@pytest.fixture
def table(qtbot: QtBot) -> ArticleTable:
    opened = ArticleTable()
    qtbot.addWidget(opened)
    opened.resize(600, 300)
    opened.set_rows(ROWS)
    opened.show()
    return opened


def column(table: ArticleTable, number: int) -> list[str]:
    model = table.model()
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_the_order_of_the_page_is_kept_until_a_column_is_chosen(table: ArticleTable) -> None:
    assert column(table, 0) == [row.title for row in ROWS]


def test_titles_sort_without_regard_to_capitals(table: ArticleTable) -> None:
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert column(table, 0) == ["Amber by the sea", "More zinc", "zinc in the hills"]


def test_claims_sort_as_numbers(table: ArticleTable) -> None:
    table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert column(table, 3) == ["10", "9", "2"]


def test_the_filter_looks_at_title_publisher_and_date(table: ArticleTable) -> None:
    table.set_filter("ZINC 2024")
    assert column(table, 0) == ["More zinc"]
    table.set_filter("paper")
    assert column(table, 0) == ["zinc in the hills"]


def test_going_to_a_row_tells_the_article(table: ArticleTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.article_chosen) as told:
        table.setCurrentIndex(table.model().index(1, 0))
    assert told.args == ["b"]


def test_selecting_by_program_tells_nothing_and_survives_new_rows(table: ArticleTable, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(table.article_chosen):
        table.select("c")
        table.set_rows(ROWS[1:])
    assert table.current() == "c"


def test_a_long_title_is_shown_whole(table: ArticleTable, qtbot: QtBot) -> None:
    long = ArticleRow("d", "many words " * 30, "Paper", "2025", "en", 1, False, True)
    table.set_rows((*ROWS, long))
    narrow = [table.rowHeight(row) for row in range(4)]
    assert narrow[3] > 3 * narrow[0]
    table.resize(1600, 300)
    qtbot.waitUntil(lambda: table.rowHeight(3) < narrow[3], timeout=2000)


def test_titles_keep_room_in_a_narrow_table(table: ArticleTable) -> None:
    for wide, hidden in ((600, []), (300, [1, 3]), (180, [1, 2, 3])):
        table.resize(wide, 300)
        assert [column for column in range(4) if table.isColumnHidden(column)] == hidden
        assert table.columnWidth(0) > 140


def test_a_publisher_without_a_column_stands_below_the_title(table: ArticleTable, qtbot: QtBot) -> None:
    table.resize(600, 300)
    assert [table.model().index(row, 0).data() for row in range(2)] == ["zinc in the hills", "Amber by the sea"]
    wide = table.rowHeight(0)
    table.resize(300, 300)
    assert table.isColumnHidden(1)
    assert table.model().index(0, 0).data() == "zinc in the hills\nPaper"
    qtbot.waitUntil(lambda: table.rowHeight(0) > wide, timeout=2000)


def test_a_title_tells_what_has_no_column_in_a_narrow_window(table: ArticleTable) -> None:
    table.resize(200, 300)
    assert table.isColumnHidden(1)
    tips = [table.model().index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(2)]
    assert tips == ["<span>zinc in the hills<br>Paper<br>2025-01</span>", "<span>Amber by the sea<br>undated</span>"]


@pytest.fixture
def long_table(table: ArticleTable) -> ArticleTable:
    """One with far more rows than are seen, and titles of one to three lines."""
    titles = ["short", "of a middling length, which goes on for a while", "many words " * 6]
    rows = [ArticleRow(f"r{at}", titles[at % 3], "Paper", "2025", "en", at, False, True) for at in range(90)]
    table.set_rows(rows)
    return table


def seen(table: ArticleTable) -> bool:
    """Whether all of the current row is."""
    return table.viewport().rect().contains(table.visualRect(table.currentIndex()))


@pytest.mark.parametrize("at", [0, 7, 44, 88, 89])
def test_the_article_that_is_open_stays_in_sight(long_table: ArticleTable, qtbot: QtBot, at: int) -> None:
    long_table.select(f"r{at}")
    assert seen(long_table)
    for wide, tall in ((600, 120), (300, 120), (1400, 500), (600, 90)):
        long_table.resize(wide, tall)
        qtbot.wait(1)
        assert seen(long_table), (wide, tall)
    long_table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    qtbot.wait(1)
    assert seen(long_table)


def test_a_row_is_as_tall_as_its_title_after_sorting(long_table: ArticleTable, qtbot: QtBot) -> None:
    long_table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    qtbot.wait(1)
    heights = {title: long_table.rowHeight(at) for at, title in enumerate(column(long_table, 0))}
    assert heights["short"] < max(heights.values())


def test_who_scrolls_on_is_left_alone(long_table: ArticleTable, qtbot: QtBot) -> None:
    long_table.select("r0")
    long_table.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
    long_table.resize(500, 250)
    qtbot.wait(1)
    assert not seen(long_table)


def test_an_article_opened_before_the_table_is_seen_is_in_sight(long_table: ArticleTable) -> None:
    long_table.hide()
    long_table.select("r60")
    long_table.show()
    assert seen(long_table)


def test_going_down_by_key_moves_on_a_row_at_a_time(long_table: ArticleTable, qtbot: QtBot) -> None:
    long_table.select("r0")
    long_table.article_chosen.connect(long_table.select)
    tops = []
    for _ in range(20):
        qtbot.keyClick(long_table, Qt.Key.Key_Down)
        assert seen(long_table)
        tops.append(long_table.rowAt(0))
    assert all(0 <= after - before <= 3 for before, after in pairwise(tops))


def test_what_is_pointed_at_does_not_look_chosen(table: ArticleTable) -> None:
    option = QStyleOptionViewItem()
    option.state |= QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected
    table.itemDelegate().initStyleOption(option, table.model().index(0, 0))
    assert not option.state & QStyle.StateFlag.State_MouseOver
    assert option.state & QStyle.StateFlag.State_Selected


def test_another_list_begins_at_its_top(long_table: ArticleTable, qtbot: QtBot) -> None:
    long_table.select(long_table.shown()[-1].id)
    assert long_table.verticalScrollBar().value() > 0
    long_table.begin()
    long_table.resize(long_table.width(), long_table.height() - 40)
    qtbot.wait(20)
    assert long_table.verticalScrollBar().value() == 0


def test_a_heading_stands_above_its_numbers(table: ArticleTable) -> None:
    sides = [
        table.model().headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole) for at in (0, 3)
    ]
    assert sides == [None, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter]


def test_the_heading_tells_what_the_number_of_claims_counts(table: ArticleTable) -> None:
    tip = table.model().headerData(3, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "those that you rejected are among them" in tip
    assert not table.model().headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)


def test_the_newest_import_comes_first_where_it_is_wished(table: ArticleTable) -> None:
    added = [
        replace(row, added=time) for row, time in zip(ROWS, ("2026-01-02T10:00", "2026-01-02T11:00", ""), strict=True)
    ]
    assert table.isColumnHidden(ADDED)
    table.set_rows(added)
    table.resize(900, 300)
    assert not table.isColumnHidden(ADDED)
    table.newest_first()
    assert column(table, 0) == ["Amber by the sea", "zinc in the hills", "More zinc"]
    assert column(table, ADDED) == ["2026-01-02", "2026-01-02", ""]
    table.newest_first()
    assert column(table, 0) == [row.title for row in ROWS]


def test_the_newest_import_is_in_sight_whichever_article_is_open(table: ArticleTable, qtbot: QtBot) -> None:
    rows = [replace(ROWS[0], id=f"{n:02}", title=f"Title {n}", added=f"2026-01-{n:02}") for n in range(1, 29)]
    table.set_rows(rows)
    table.select("01")
    table.newest_first()
    qtbot.waitUntil(lambda: not table._soon.isActive())
    assert table.verticalScrollBar().value() == 0
    assert table.first() == "28"
