"""Rows that go on below, columns that leave out, and lines that show what they are for."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QListWidget, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.pictures import part
from ui.flow import Flow
from ui.theme import font
from ui.views.deck import Deck
from ui.widgets.column import SHARE, Column
from ui.widgets.field import Field
from ui.widgets.labels import Plain


class Block(QWidget):
    """A widget that wishes just this size."""

    def __init__(self, wide: int, tall: int = 20) -> None:
        super().__init__()
        self._size = QSize(wide, tall)

    def sizeHint(self) -> QSize:
        return self._size


class Firm(Block):
    """A widget that takes no less than it wishes."""

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    opened = QWidget()
    qtbot.addWidget(opened)
    return opened


def flow_of(holder: QWidget, wide: int, *blocks: tuple[QWidget, bool]) -> Flow:
    """The blocks, each with whether it grows, in a window shown so wide."""
    flow = Flow(holder)
    flow.setSpacing(10)
    for block, grows in blocks:
        flow.add(block, grows=grows)
    holder.resize(wide, 200)
    holder.show()
    return flow


def places(holder: QWidget, *blocks: QWidget) -> list[tuple[int, int, int]]:
    """Left, top and width of each."""
    return [(block.x(), block.y(), block.width()) for block in blocks]


def test_what_has_room_stands_in_one_row_and_the_growing_part_takes_the_rest(holder: QWidget) -> None:
    first, second, third = Block(50), Block(50), Block(50)
    flow = flow_of(holder, 300, (first, True), (second, False), (third, False))
    assert places(holder, first, second, third) == [(0, 0, 180), (190, 0, 50), (250, 0, 50)]
    assert flow.heightForWidth(300) == 20
    assert flow.sizeHint() == QSize(170, 20)


def test_what_has_no_room_goes_on_below_and_nothing_is_wider_than_there_is(holder: QWidget) -> None:
    first, second, third = Block(50), Block(50), Block(200)
    flow = flow_of(holder, 110, (first, False), (second, False), (third, False))
    assert places(holder, first, second, third) == [(0, 0, 50), (60, 0, 50), (0, 25, 110)]
    assert flow.heightForWidth(110) == 45
    assert flow.heightForWidth(60) == 70


def test_what_is_hidden_takes_no_room(holder: QWidget) -> None:
    first, second, third = Block(50), Block(50), Block(50)
    flow = flow_of(holder, 300, (first, False), (second, False), (third, False))
    second.hide()
    flow.activate()
    assert places(holder, first, third) == [(0, 0, 50), (60, 0, 50)]


def test_a_gap_pushes_to_the_right(holder: QWidget) -> None:
    first, last = Block(50), Block(50)
    flow = Flow(holder)
    flow.add(first)
    flow.add_gap()
    flow.add(last)
    holder.resize(300, 100)
    holder.show()
    assert last.x() == 250


def test_a_column_leaves_out_what_has_no_room(qtbot: QtBot) -> None:
    labels = [Plain("one"), Plain(""), Plain("three")]
    page = Firm(50, 400)
    head = Flow()
    head.add(Block(50))
    column = Column(head, labels, (labels[2], labels[1], labels[0]), page)
    qtbot.addWidget(column)
    column.setMinimumSize(1, 1)

    def shown(tall: int) -> list[bool]:
        column.resize(200, tall)
        return [label.isVisible() for label in labels]

    column.resize(200, 600)
    column.show()
    line = labels[0].sizeHint().height() + 4
    least = column.minimumSizeHint().height()
    assert shown(600) == [True, False, True]
    assert shown(least + 2 * line) == [True, False, True]
    assert shown(least + line) == [False, False, True]
    assert shown(least) == [False, False, False]
    column.resize(200, least + 2 * line)
    for label in labels:
        label.setFont(font(label.font(), scale=2))
    qtbot.waitUntil(lambda: [label.isVisible() for label in labels] == [False, False, True])


def test_labels_leave_the_page_of_a_column_most_of_its_height(qtbot: QtBot) -> None:
    labels = [Plain("word " * 10) for _ in range(6)]
    page, head = Block(50), Flow()
    head.add(Block(50))
    column = Column(head, labels, labels, page)
    qtbot.addWidget(column)
    column.resize(200, 300)
    column.show()
    shown = [label for label in labels if label.isVisible()]
    assert 0 < len(shown) < len(labels)
    qtbot.waitUntil(lambda: page.height() >= SHARE * column.height())


@pytest.mark.parametrize("more", [0, 60, 400])
def test_nothing_in_a_narrow_column_lies_over_anything_else(qtbot: QtBot, more: int) -> None:
    name, label, rows = Block(150), Plain("What it crosses"), QListWidget()
    deck = Deck("Show", [("Statements", rows), ("Volumes", QWidget()), ("Sources", QWidget()), ("Notes", QWidget())])
    head = Flow()
    head.add(name, grows=True)
    head.add(Block(120))
    column = Column(head, [label], [label], deck)
    qtbot.addWidget(column)
    column.resize(200, 400)
    column.show()
    column.resize(200, column.minimumSizeHint().height() + more)
    qtbot.wait(20)
    shown = [one for one in (*column.findChildren(Block), label, deck.switch, rows) if one.isVisible()]
    boxes = [QRect(one.mapTo(column, QPoint()), one.size()) for one in shown]
    assert deck.switch.height() >= 2 * part(deck.switch, QToolButton).height()
    assert not [pair for pair in combinations(boxes, 2) if pair[0].intersects(pair[1])]
    assert column.rect().contains(boxes[-1])


@pytest.mark.parametrize("scale", [1.0, 1.6, 2.0])
def test_a_field_has_room_for_its_placeholder_at_any_size_of_letters(qtbot: QtBot, scale: float) -> None:
    field = Field("Filter these statements")
    qtbot.addWidget(field)
    field.setFont(font(field.font(), scale=scale))
    inner = field.minimumSizeHint().width() - field.fontMetrics().horizontalAdvance(field.placeholderText())
    assert 4 < inner < 40
    assert field.accessibleName() == "Filter these statements"
    assert Field("Search everything (Ctrl+F)", "Search everything").accessibleName() == "Search everything"
