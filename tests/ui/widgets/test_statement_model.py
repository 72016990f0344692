"""Rows of the statement list: headings with counts, lines, and what the filter leaves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec
import pytest
from PySide6.QtCore import Qt

from models.pages.ages import AsOf
from models.pages.lines import Line, Section
from models.pages.matching import in_words, matches, tags
from models.records import Rank, Standing
from ui.widgets.statement_model import Heading, StatementModel

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
    assert in_words(line) == "promised; contested; 1 of 2 sources; 3 coins (1 source); 30 coins (1 source)"


def test_tags_tell_each_thing_once(make_line: Callable[..., Line]) -> None:
    changes = {"standing": Standing.SUPERSEDED, "rank": Rank.PREFERRED, "badges": ("planned", "planned")}
    assert tags(msgspec.structs.replace(make_line(1, "x"), **changes)) == ("superseded", "preferred by you", "planned")


# --- age and earlier values -------------------------------------------------------------------------------------------

TODAY = date(2026, 11, 22)


@pytest.fixture
def series(make_line: Callable[..., Line]) -> StatementModel:
    """A figure of 2025 with those of 2019 and 2022 behind it, and a line without a date."""
    change = msgspec.structs.replace
    newest = change(make_line(1, "20 people"), as_of=AsOf("2025", "2025"), earlier=2)
    older = [
        change(make_line(at, f"{people} people"), as_of=AsOf(year, year), date=year, newer="s1")
        for at, people, year in ((2, 17, "2019"), (3, 18, "2022"))
    ]
    rows = StatementModel()
    rows.set_age("", TODAY)
    rows.set_sections([Section("a", "People", (older[0], newest, older[1], make_line(4, "some people")))])
    return rows


def test_earlier_values_lie_folded_below_what_took_their_place(series: StatementModel) -> None:
    fold = "\N{BLACK RIGHT-POINTING SMALL TRIANGLE} 2 earlier values"
    assert texts(series) == ["# People 4", "20 people", fold, "some people"]
    series.turn("s1")
    assert texts(series)[3:] == ["18 people", "17 people", "some people"]
    series.turn("s1")
    assert len(texts(series)) == 4


def test_a_folded_statement_can_be_shown(series: StatementModel) -> None:
    assert series.row_of("s2") == -1
    series.unfold("s2")
    assert series.row(series.row_of("s2")).text == "17 people"


def test_shorter_lists_lie_folded_below_a_fuller_one(make_line: Callable[..., Line]) -> None:
    change = msgspec.structs.replace
    full, part = make_line(1, "A, B and C"), change(make_line(2, "A"), fuller="s1")
    newer, other = change(make_line(3, "A and B, once"), newer="s2"), make_line(4, "D")
    rows = StatementModel()
    rows.set_sections([Section("a", "Firms", (part, full, newer, other))])
    fold = "\N{BLACK RIGHT-POINTING SMALL TRIANGLE} 1 earlier value and 1 shorter list"
    assert texts(rows) == ["# Firms 4", "A, B and C", fold, "D"]
    rows.unfold("s3")
    assert {"A", "A and B, once"} < set(texts(rows))
    assert rows.counted == (4, 4)


def test_a_plan_lies_folded_below_what_tells_it_as_done(make_line: Callable[..., Line]) -> None:
    plan = msgspec.structs.replace(make_line(1, "crosses A (planned)"), done="s2")
    rows = StatementModel()
    rows.set_sections([Section("a", "Way", (plan, make_line(2, "crosses A"), make_line(3, "crosses B")))])
    fold = "\N{BLACK RIGHT-POINTING SMALL TRIANGLE} 1 plan of the same"
    assert texts(rows) == ["# Way 3", "crosses A", fold, "crosses B"]


def test_an_age_keeps_what_is_older_and_folds_nothing(series: StatementModel) -> None:
    series.set_age("2", TODAY)
    assert texts(series) == ["# People 2", "17 people", "18 people"]
    series.set_age("5", TODAY)
    assert texts(series) == ["# People 1", "17 people"]
    series.set_age("undated", TODAY)
    assert texts(series) == ["# People 1", "some people"]
    series.set_age("10", TODAY)
    assert texts(series) == []


def test_a_screen_reader_hears_the_age(series: StatementModel) -> None:
    told = series.data(series.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert told == "20 people; 1 source; 2025 · 1 year old"


def test_a_value_that_the_user_set_aside_is_told_in_plain_words(make_line: Callable[..., Line]) -> None:
    line = msgspec.structs.replace(make_line(1, "x"), rank=Rank.DEPRECATED)
    assert "set aside" in tags(line)
    assert matches(line, ["set", "aside"])
