"""The Transport routes tab: list, map and details speak of the same route."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from models.catalog import Catalog
from models.records import Change, Note
from tests.ui.finding import child
from tests.ui.pictures import PictureLibrary, part
from ui.session import Place, Session
from ui.tabs.routes import RoutesTab
from ui.theme import DARK
from ui.views.map import MapView
from ui.views.route_table import LegTable, NetworkTable
from ui.widgets.labels import OneLine
from ui.widgets.rows import RowList
from ui.window import MainWindow


@pytest.fixture
def pictures(tmp_path: Path, catalog: Catalog) -> PictureLibrary:
    return PictureLibrary(tmp_path, catalog)


@pytest.fixture
def tab(pictures: PictureLibrary, qtbot: QtBot) -> RoutesTab:
    session = Session(pictures)  # type: ignore[arg-type]
    shown = RoutesTab(session)
    session.setParent(shown)
    qtbot.addWidget(shown)
    shown.resize(1280, 700)
    shown.show()
    return shown


def texts(tab: RoutesTab) -> list[str]:
    return [label.text() for label in tab.findChildren(QLabel) if label.isVisible()]


def choices(tab: RoutesTab) -> dict[str, bool]:
    found = [button for button in tab.findChildren(QToolButton) if button.isCheckable()]
    return {button.text(): button.isEnabled() for button in found}


def test_the_first_route_is_shown_with_all_that_is_known(tab: RoutesTab) -> None:
    assert tab.subject() == "line"
    shown = texts(tab)
    assert "railway \N{MIDDLE DOT} operating \N{MIDDLE DOT} in use since 3 December 2014" in shown
    assert "Crosses: Kazakhstan" in shown
    assert "Avoids: Russia" in shown
    (names,) = tab.findChildren(OneLine)
    assert names.text().startswith("Also: Old name, Other name")
    assert names.height() < 1.6 * names.fontMetrics().height()
    assert "Made name" not in "".join(shown)
    assert names.toolTip().endswith("Names formed, not attested in any text:<br>Made name</span>")
    assert {"Statements 1", "Legs 2", "Volumes 1", "Sources 1"} <= choices(tab).keys()


def test_the_list_chooses_and_the_map_follows(tab: RoutesTab, qtbot: QtBot) -> None:
    routes = part(tab, RowList)
    assert [row.parts[0].text for row in routes.rows()] == ["The line", "The pipe", "A route of articles only"]
    before = part(tab, MapView).seen
    with qtbot.waitSignal(tab.place_requested) as told:
        at = routes.visualRect(routes.model().index(1, 0)).center()
        qtbot.mouseClick(routes.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args == [Place("route", "pipe")]
    assert tab.subject() == "pipe"
    assert part(tab, MapView).seen != before
    assert part(tab, LegTable).model().rowCount() == 1


def test_a_leg_on_the_map_chooses_its_route_and_the_map_stays(tab: RoutesTab, qtbot: QtBot) -> None:
    view = part(tab, MapView)
    before = view.seen
    with qtbot.waitSignal(tab.place_requested) as told:
        view.route_chosen.emit("pipe")
    assert told.args == [Place("route", "pipe")]
    assert view.seen == before
    assert part(tab, RowList).current_key() == "pipe"


def test_a_place_goes_through_the_routes_that_call_there(tab: RoutesTab) -> None:
    shown = []
    for _ in range(3):
        part(tab, MapView).stop_chosen.emit("Middle")
        shown.append(tab.subject())
    assert sorted(shown[:2]) == ["line", "pipe"]
    assert shown[2] == shown[0]


def test_a_place_of_the_route_shown_keeps_it_at_first(tab: RoutesTab, qtbot: QtBot) -> None:
    for route in ("line", "pipe"):
        tab.show_place(Place("route", route))
        part(tab, MapView).route_chosen.emit(route)
        part(tab, MapView).stop_chosen.emit("Middle")
        assert tab.subject() == route
    part(tab, MapView).stop_chosen.emit("Middle")
    assert tab.subject() == "line"


def test_a_country_on_the_map_leads_to_the_country(tab: RoutesTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.place_requested) as told:
        part(tab, MapView).country_chosen.emit("UZB")
    assert told.args == [Place("country", "UZB")]


def test_a_route_without_legs_has_nothing_to_open_but_statements_and_notes(tab: RoutesTab) -> None:
    tab.show_place(Place("route", "told"))
    found = choices(tab)
    assert {words: found[words] for words in ("Statements 1", "Legs", "Volumes", "Notes")} == {
        "Statements 1": True,
        "Legs": False,
        "Volumes": False,
        "Notes": True,
    }


def test_the_table_stands_in_for_the_map(tab: RoutesTab, qtbot: QtBot) -> None:
    button = next(button for button in tab.findChildren(QToolButton) if button.text() == "Table")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    network = part(tab, NetworkTable)
    assert network.isVisible()
    assert not part(tab, MapView).isVisible()
    at = network.visualRect(network.model().index(2, 0)).center()
    qtbot.mouseClick(network.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert tab.subject() == "pipe"


def test_a_note_opens_beside_its_route(tab: RoutesTab, pictures: PictureLibrary) -> None:
    pictures.kept = (Note("n1", "pipe", "Ask about the pipe", "2026-01-01", "2026-01-01"),)
    tab.show_place(Place("note", "n1"))
    assert tab.subject() == "pipe"
    assert "Notes on The pipe" in texts(tab)


def test_the_theme_reaches_the_map(tab: RoutesTab) -> None:
    tab.session.set_theme(DARK)
    picture = part(tab, MapView).grab().toImage()
    found = {picture.pixelColor(x, y).name() for x in range(0, 800, 5) for y in range(0, 600, 5)}
    assert {DARK.land, DARK.fills[0]} <= found


def test_a_note_typed_here_is_counted_without_drawing_the_map_anew(tab: RoutesTab, pictures: PictureLibrary) -> None:
    view = part(tab, MapView)
    view.zoom(2.0)
    before = view.seen
    pictures.kept = (Note("n1", "line", "A thought", "2026-01-01", "2026-01-01"),)
    tab.session.changed.emit(Change(notes=frozenset({"n1"})))
    assert "Notes 1" in choices(tab)
    assert view.seen == before


def test_the_counts_follow_the_limit_of_age(tab: RoutesTab) -> None:
    def words() -> list[str]:
        return [button.text() for button in tab.findChildren(QToolButton)]

    assert {"Statements 1", "Volumes 1"} <= set(words())
    tab.session.set_older("10")  # the volume is of 2023, the statement undated
    assert {"Statements", "Volumes"} <= set(words())
    assert {row.aside for row in part(tab, RowList).rows()} == {""}
    tab.session.set_older("")
    assert {"Statements 1", "Volumes 1"} <= set(words())


def test_in_a_small_window_the_statements_have_most_of_the_height(window: MainWindow) -> None:
    window.way.go_to_tab("routes")
    tab = child(window, RoutesTab)
    for height in (600, 480):
        window.resize(900, height)
        QApplication.sendPostedEvents()
        statements, details = tab._statements, tab._deck.parentWidget()
        assert details is not None
        assert statements.height() > 0.45 * details.height(), height
        assert tab._deck.height() >= 0.59 * details.height(), height
