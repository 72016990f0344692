"""A switch goes with theme and text size, also when they change while it is shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from ui import theme as themes
from ui.theme import DARK, LIGHT
from ui.views.fact_model import Column, Fact
from ui.views.fact_table import FactTable
from ui.views.switch import Switch


@pytest.fixture(autouse=True)
def _put_back(qapp: QApplication) -> Iterator[None]:
    before, colours = QFont(qapp.font()), qapp.palette()
    yield
    qapp.setFont(before)
    qapp.setPalette(colours)


@pytest.fixture
def switch(qtbot: QtBot) -> Switch:
    made = Switch("Things as", ("Dots", "Words"))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def grounds(switch: Switch) -> list[str]:
    """The colour of each button just inside its upper rim, where no letter stands."""
    buttons = switch.findChildren(QToolButton)
    picture = switch.grab().toImage()
    scale = picture.devicePixelRatio()
    spots = [button.mapTo(switch, QPoint(button.width() // 2, 3)) * scale for button in buttons]
    return [QColor(picture.pixel(spot)).name() for spot in spots]


def test_the_choice_is_told(switch: Switch, qtbot: QtBot) -> None:
    with qtbot.waitSignal(switch.switched) as told:
        switch.choose(1)
    assert told.args == [1]
    assert switch.current() == 1


def test_colours_follow_the_theme_there_and_back(switch: Switch, qapp: QApplication) -> None:
    for theme in (LIGHT, DARK, LIGHT):
        themes.apply(qapp, theme)
        qapp.processEvents()
        assert grounds(switch) == [theme.selection, theme.base]


def test_size_follows_the_letters_there_and_back(switch: Switch, qapp: QApplication) -> None:
    normal = switch.sizeHint()
    base = QFont(qapp.font())
    qapp.setFont(themes.font(base, scale=1.8))
    qapp.processEvents()
    assert switch.sizeHint().height() > 1.4 * normal.height()
    qapp.setFont(base)
    qapp.processEvents()
    assert switch.sizeHint() == normal


def test_headings_of_tables_follow_both(qtbot: QtBot, qapp: QApplication) -> None:
    table = FactTable("Facts", (Column("What", wide=True), Column("How many", number=True)))
    qtbot.addWidget(table)
    table.set_facts([Fact("a", ("a thing", "3"), {1: 3})])
    table.show()
    qtbot.waitExposed(table)
    header = table.horizontalHeader()
    normal, base = header.sizeHint().height(), QFont(qapp.font())
    for theme in (LIGHT, DARK, LIGHT):
        themes.apply(qapp, theme)
        qapp.processEvents()
        picture = header.viewport().grab().toImage()
        assert QColor(picture.pixel(1, 1)).name() == theme.window
    qapp.setFont(themes.font(base, scale=1.8))
    qapp.processEvents()
    assert header.sizeHint().height() > 1.3 * normal
    qapp.setFont(base)
    qapp.processEvents()
    assert header.sizeHint().height() == normal
