"""Light, dark or as the system has it, and the size of letters: applied at once and remembered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from ui.preferences import Preferences
from ui.session import Session
from ui.theme import DARK, LIGHT
from ui.widgets.labels import heading
from ui.widgets.look import Look


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def look(qapp: QApplication, session: Session, preferences: Preferences) -> Iterator[Look]:
    before, colours = QFont(qapp.font()), qapp.palette()
    yield Look(qapp, session, preferences)
    qapp.setFont(before)
    qapp.setPalette(colours)


def test_a_theme_is_applied_told_and_remembered(
    look: Look, qapp: QApplication, session: Session, preferences: Preferences
) -> None:
    look.choose("light")
    told: list[object] = []
    session.theme_changed.connect(told.append)
    look.choose("dark")
    assert told == [DARK]
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)
    assert preferences.text("theme") == "dark"


def test_the_system_decides_where_nothing_was_chosen(look: Look, session: Session) -> None:
    look.choose("system")
    assert session.theme in (LIGHT, DARK)
    assert look.choice == "system"


def test_letters_grow_shrink_and_go_back(look: Look, qapp: QApplication, preferences: Preferences) -> None:
    normal = qapp.font().pointSizeF()
    look.zoom_by(2)
    assert qapp.font().pointSizeF() == pytest.approx(normal * 1.2)
    assert preferences.number("zoom", 0) == 120
    look.zoom_by(-1)
    assert qapp.font().pointSizeF() == pytest.approx(normal * 1.1)
    look.zoom_by(0)
    assert qapp.font().pointSizeF() == pytest.approx(normal)


def test_headings_grow_with_the_rest(look: Look, qapp: QApplication) -> None:
    title = heading("A title", scale=1.5)
    look.zoom_by(5)
    assert title.font().pointSizeF() == pytest.approx(qapp.font().pointSizeF() * 1.5)


def test_letters_have_a_smallest_and_a_largest_size(look: Look) -> None:
    look.zoom_by(100)
    assert look.zoom == 200
    look.zoom_by(-100)
    assert look.zoom == 70
