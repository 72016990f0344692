"""Rows of the statement list: headings with counts, lines, and what the filter leaves."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import Qt

from models.pages.lines import Line, Section
from models.records import Rank, Standing
from ui.widgets.statement_model import Heading, StatementModel, in_words, tags

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def model(make_line: Callable[..., Line]) -> StatementModel:
    rows = StatementModel()
    first = Section("a", "First", (make_line(1, "gold is found"), make_line(2, "gas is sold", sources=3)))
    rows.set_sections([first, Section("b", "Second", (make_line(3, "gold is bought"),))])
    return rows


def texts(model: StatementModel) -> list[str]:
    rows = [model.row(number) for number in range(model.rowCount())]
    return [f"# {row.title} {row.count}" if isinstance(row, Heading) else row.text for row in rows]


def test_sections_become_rows_under_headings(model: StatementModel) -> None:
    assert texts(model) == ["# First 2", "gold is found", "gas is sold", "# Second 1", "gold is bought"]
    assert model.row_of("s3") == 4
    assert model.row_of("unknown") == -1


def test_a_filter_keeps_lines_with_all_words_and_drops_empty_sections(model: StatementModel) -> None:
    model.set_filter("GAS sold")
    assert texts(model) == ["# First 1", "gas is sold"]
    model.set_filter("")
    assert len(texts(model)) == 5


def test_a_screen_reader_hears_standing_and_sources(model: StatementModel) -> None:
    assert model.data(model.index(2), Qt.ItemDataRole.AccessibleTextRole) == "gas is sold; 3 sources"


def test_contested_lines_say_so_with_all_values(make_line: Callable[..., Line]) -> None:
    line = make_line(1, "promised", sources=2, values=("3 coins", "30 coins"))
    assert tags(line) == ("contested",)
    assert in_words(line) == "promised; contested; 2 sources; 3 coins (1 source); 30 coins (1 source)"


def test_tags_tell_each_thing_once(make_line: Callable[..., Line]) -> None:
    changes = {"standing": Standing.SUPERSEDED, "rank": Rank.PREFERRED, "badges": ("planned", "planned")}
    assert tags(msgspec.structs.replace(make_line(1, "x"), **changes)) == ("superseded", "preferred", "planned")
