"""The palette to jump with is closed by whatever leads to a place, and stays so."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.finding import child
from ui.session import Place
from ui.widgets.finder import WAIT
from ui.window import MainWindow


def test_keys_that_come_after_the_choice_do_not_open_it_anew(window: MainWindow, qtbot: QtBot) -> None:
    code = window.session.catalog.region.members[1]
    panel = window.palette_panel
    window.menus["jump"].trigger()
    line = child(panel, QLineEdit)
    qtbot.keyClicks(line, window.session.catalog.name(code))
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert panel.isHidden()
    qtbot.keyClicks(line, "ab")
    qtbot.wait(3 * WAIT)
    assert panel.isHidden()
    window.menus["jump"].trigger()
    qtbot.keyClicks(line, "gold")
    qtbot.waitUntil(lambda: bool(panel.hits()))
    assert not panel.isHidden()


def test_going_elsewhere_by_other_means_closes_it(window: MainWindow) -> None:
    first, second = window.session.catalog.region.members[:2]
    window.session.navigate(Place("country", first))
    window.session.navigate(Place("country", second))
    for leave in (window.session.go_back, lambda: window.session.navigate(Place("country", second))):
        window.menus["jump"].trigger()
        assert not window.palette_panel.isHidden()
        leave()
        assert window.palette_panel.isHidden()


def test_an_actor_leads_to_all_that_is_found_on_it(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.palette_panel
    assert window.session.library.index()
    window.menus["jump"].trigger()
    line = child(panel, QLineEdit)
    qtbot.keyClicks(line, "kazatomp")
    qtbot.waitUntil(lambda: any(hit.kind == "actor" for hit in panel.hits()))
    actor = next(hit for hit in panel.hits() if hit.kind == "actor")
    panel._list.select(actor)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert panel.isHidden()
    assert window.search_line.text() == actor.title
    qtbot.waitUntil(lambda: any(hit.kind == "statement" for hit in window.finder.hits()))
