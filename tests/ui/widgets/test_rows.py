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
