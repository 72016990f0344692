"""Lists of rows: how high each is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from ui.session import Session
from ui.widgets.rows import Part, Row, RowList

WIDTH = 320


@pytest.fixture
def heights(qtbot: QtBot, session: Session) -> list[int]:
    """The heights of rows of names in many scripts, then of one with a long text and one of two lines."""
    names = ("Name", "Название", "名前", "이름", "اسم", "անուն", "სახელი")
    texts = (*names, "many words " * 30, "two\nlines")
    shown = RowList(session, "Rows")
    qtbot.addWidget(shown)
    shown.resize(WIDTH, 800)
    shown.set_rows([Row(text, (Part(text, small=True),)) for text in texts])
    shown.show()
    model = shown.model()
    rects: list[QRect] = [shown.visualRect(model.index(row, 0)) for row in range(len(texts))]
    return [rect.height() for rect in rects]


def test_rows_of_names_are_equally_high_whatever_their_letters(heights: list[int]) -> None:
    *names, _, _ = heights
    assert len(set(names)) == 1


def test_what_takes_more_lines_is_higher(heights: list[int]) -> None:
    name, *_, long, lines = heights
    assert name < lines < long


@pytest.mark.parametrize("tall", [120, 300])
def test_a_row_comes_into_sight_with_its_heading(qtbot: QtBot, session: Session, tall: int) -> None:
    shown = RowList(session, "Rows")
    qtbot.addWidget(shown)
    shown.resize(WIDTH, tall)
    parts = [Row((kind, at), (Part("words"),), heading=kind == "head") for at in range(9) for kind in ("head", "row")]
    shown.set_rows(parts)
    shown.show()
    for at in (8, 4, 0):
        shown.select(("row", at))
        seen = [shown.visualRect(shown.model().index(row, 0)) for row in (2 * at, 2 * at + 1)]
        assert all(rect.top() >= 0 and rect.bottom() <= tall for rect in seen)
