"""The table of articles: filter, sorting, and which one is current."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.pages.articles import ArticleRow
from ui.widgets.article_table import ArticleTable

ROWS = (
    ArticleRow("a", "zinc in the hills", "Paper", "2025-01", "en", 2, False, True),
    ArticleRow("b", "Amber by the sea", None, None, "en", 10, False, True),
    ArticleRow("c", "More zinc", "Journal", "2024", "en", 9, True, True),
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


def test_a_title_tells_what_has_no_column_in_a_narrow_window(table: ArticleTable) -> None:
    table.resize(200, 300)
    assert table.isColumnHidden(1)
    tips = [table.model().index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(2)]
    assert tips == ["<span>zinc in the hills<br>Paper<br>2025-01</span>", "<span>Amber by the sea</span>"]
