"""The age of what is shown: the limit chosen is kept, and values over time lead to their sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from models.library import Library
from models.pages.ages import LIMITS, passes
from tests.ui.finding import child
from ui.app import open_window
from ui.preferences import Preferences
from ui.session import Place
from ui.widgets.age_filter import AgeFilter
from ui.widgets.statements import StatementList
from ui.window import MainWindow
from ui.window.history import HistoryDialog


@pytest.mark.parametrize(("kept", "shown"), [("5", "5"), ("undated", "undated"), ("nonsense", "")])
def test_a_limit_of_age_is_there_again_at_the_next_start(
    library: Library, qapp: QApplication, tmp_path: Path, kept: str, shown: str
) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    preferences.set("older", kept)
    opened = open_window(qapp, library, preferences)
    assert opened.session.older == shown
    opened.session.set_older("2")
    opened.close()
    opened.deleteLater()
    assert preferences.text("older") == "2"


@pytest.mark.parametrize("place", [Place("commodity", "gold"), Place("commodity", "no such thing")])
def test_the_next_start_opens_with_the_commodity_left(
    library: Library, qapp: QApplication, tmp_path: Path, place: Place
) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    preferences.set("tab", "resources")
    preferences.set("place", f"{place.kind} {place.id}")
    opened = open_window(qapp, library, preferences)
    shown = opened.tabs.page("resources").subject()
    assert (shown == place.id) is (place.id in library.catalog.commodities)
    opened.session.navigate(Place("commodity", "uranium"))
    opened.close()
    opened.deleteLater()
    assert preferences.text("place") == "commodity uranium"


@pytest.mark.parametrize("tab", ["countries", "resources", "routes", "geopolitics"])
def test_every_tab_that_shows_values_has_the_limit(window: MainWindow, tab: str) -> None:
    window.way.go_to_tab(tab)
    page = window.tabs.page(tab)
    shown = page.findChild(StatementList).model()
    whole = shown.rowCount()
    choice = next(each for each in page.findChildren(AgeFilter) if each.isVisible())
    choice.setCurrentIndex(list(LIMITS).index("5"))
    choice.activated.emit(choice.currentIndex())
    assert window.session.older == "5"
    assert shown.rowCount() < whole
    assert window.notices.aged.isVisible()
    window.session.go_back()
    assert {each.currentData() for each in page.findChildren(AgeFilter)} == {""}
    assert shown.rowCount() == whole
    assert all(isinstance(each, QComboBox) and each.accessibleName() for each in page.findChildren(AgeFilter))


def test_the_limit_that_holds_is_told_over_every_tab_and_can_be_lifted_there(window: MainWindow, qtbot: QtBot) -> None:
    window.session.set_older("-2")
    window.way.go_to_tab("articles")
    bar = window.notices.aged
    assert bar.isVisible()
    assert "not older than 2 years" in bar.text()
    qtbot.mouseClick(child(bar, QPushButton), Qt.MouseButton.LeftButton)
    assert window.session.older == ""
    assert not bar.isVisible()


def test_a_limit_closes_the_evidence_of_what_it_hides_but_where_articles_are_read(window: MainWindow) -> None:
    today = window.session.today
    told = [line for section in window.session.library.country(first(window)).sections for line in section.lines]
    young = next(line for line in told if passes(line.as_of, "-2", today))
    old = next(line for line in told if not passes(line.as_of, "-2", today))
    for line, stays in ((young, True), (old, False)):
        window.session.navigate(Place("country", first(window)))
        window.way.show_evidence(line.statement)
        window.session.set_older("-2")
        assert window.evidence.isVisible() is stays
        window.session.set_older("")
        assert window.evidence.isVisible() is stays
    window.way.go_to_tab("articles")
    window.way.show_evidence(old.statement)
    window.session.set_older("-2")
    assert window.evidence.isVisible()


def first(window: MainWindow) -> str:
    return window.session.catalog.region.members[0]


def test_the_values_over_time_are_shown_and_lead_to_their_sentences(window: MainWindow) -> None:
    library = window.session.library
    members = window.session.catalog.region.members
    told = [line for code in members for section in library.country(code).sections for line in section.lines]
    newest = next(line.statement for line in told if line.earlier)
    older = next(point.statement for point in library.history(newest).points if point.statement != newest)
    window.way.show_evidence(newest)
    button = next(each for each in window.findChildren(QPushButton) if "values over time" in each.text())
    button.click()
    dialog = window.findChild(HistoryDialog)
    dialog.table.fact_chosen.emit(older)
    assert window.evidence.statement() == older
