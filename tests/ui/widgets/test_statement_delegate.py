"""How a row of the statement list is laid out: nothing over anything else, nothing cut."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import combinations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from models.pages.ages import AsOf
from models.pages.lines import Line, VariantLine
from models.records import Kind, Rank
from ui.widgets.statement_delegate import WRAP, aged, box_of, faces_of

WHY = "according to the ministry of a country · no value has more independent sources, 1 against 1"


@pytest.mark.parametrize("width", [150, 220, 300, 500, 900])
def test_no_part_lies_over_another_at_any_width(width: int, make_line: Callable[..., Line], qapp: QApplication) -> None:
    line = make_line(1, "Somebody produces many tonnes", 2, values=("some tonnes", "more tonnes"), detail=WHY)
    box = box_of(line, faces_of(QFont()), width)
    parts = (box.text, box.sources, *box.values, box.detail)
    assert not any(one.intersects(other) for one, other in combinations(parts, 2))
    whole = QRect(0, 0, width, box.height)
    assert all(whole.contains(part) for part in parts)
    assert box.text.bottom() < box.detail.top()
    assert box.detail.bottom() < min(value.top() for value in box.values)  # whose the first value is, before others


@pytest.mark.parametrize("points", [7.0, 9.0, 10.5, 13.0])
@pytest.mark.parametrize("text", ["", "Somebody produces 5 – 6 tonnes · 2024", "多くのトン", "Много тонн", WHY, "x\ny"])
def test_a_text_is_as_high_as_it_is_drawn(points: float, text: str, qapp: QApplication) -> None:
    font = QFont()
    font.setPointSizeF(points)
    faces = faces_of(font)
    for letters, metrics in ((faces.letters, faces.metrics), (faces.small_letters, faces.small_metrics)):
        for across in (40, 150, letters.wide(text), letters.wide(text) + 2, 2000):
            drawn = metrics.boundingRect(QRect(0, 0, across, 10_000), WRAP, text)
            assert letters.tall(across, text) == drawn.height()


def test_details_are_wrapped_where_they_would_be_cut(make_line: Callable[..., Line], qapp: QApplication) -> None:
    faces = faces_of(QFont())
    line = make_line(1, "Somebody produces many tonnes", 2, values=("some tonnes", "more tonnes"), detail=WHY)
    wide, narrow = (box_of(line, faces, width).detail for width in (1400, 300))
    assert wide.height() < 2 * faces.small_metrics.height() <= narrow.height()
    assert narrow.left() < wide.left()


def test_it_is_said_how_a_value_differs_from_one_beside_it(make_line: Callable[..., Line]) -> None:
    line = replace(make_line(1, "Somebody has 20 tonnes"), beside="undated", other="30 tonnes (2024)")
    assert aged(line, date(2026, 11, 22)).detail == "undated · also told: 30 tonnes (2024)"
    line = replace(line, beside="sources", other="")
    assert aged(line, date(2026, 11, 22)).detail == "undated · the same article also gives another figure"


def test_what_others_said_against_a_quote_stands_below_it(make_line: Callable[..., Line], qapp: QApplication) -> None:
    """Each with its own age, like the values of other sources."""
    against = VariantLine("Another one said no", 1, Rank.NORMAL, 1, AsOf("2024", "2024", told=False))
    plain = replace(make_line(1, "Somebody said yes"), kind=Kind.QUOTE)
    quote = aged(replace(plain, opposed=(against,)), date(2026, 11, 22))
    (other,) = quote.others
    assert other.text == "Another one said no · 2024 · 2 years old"
    before, box = (box_of(line, faces_of(QFont()), 900) for line in (plain, quote))
    assert (len(before.values), len(box.values)) == (0, 1)
    assert box.height > before.height
    assert box.detail.bottom() < box.values[0].top()
