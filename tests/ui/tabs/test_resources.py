"""The Resources tab: a cell filters, a commodity charts, and an empty page says so in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from models.catalog import Catalog
from models.pages.ages import AsOf
from models.pages.resources import ResourcesPage
from models.records import Change, Note
from tests.ui.pictures import FIGURES, PictureLibrary, part
from ui.session import Place, Session
from ui.tabs.resources import ResourcesTab
from ui.theme import DARK
from ui.views.chart import ChartView
from ui.views.figure_table import FigureTable
from ui.views.matrix import MatrixView
from ui.widgets.statements import StatementList


@pytest.fixture
def pictures(tmp_path: Path, catalog: Catalog) -> PictureLibrary:
    return PictureLibrary(tmp_path, catalog)


@pytest.fixture
def tab(pictures: PictureLibrary, qtbot: QtBot) -> ResourcesTab:
    session = Session(pictures)  # type: ignore[arg-type]
    shown = ResourcesTab(session)
    session.setParent(shown)
    qtbot.addWidget(shown)
    shown.resize(1280, 700)
    shown.show()
    return shown


def said(tab: ResourcesTab) -> list[str]:
    model = part(tab, StatementList).model()
    return [model.index(row, 0).data().split(";")[0] for row in range(model.rowCount())]


def texts(tab: ResourcesTab) -> list[str]:
    return [label.text() for label in tab.findChildren(QLabel) if label.isVisible() and label.text()]


def click(tab: ResourcesTab, qtbot: QtBot, row: int, column: int) -> None:
    matrix = part(tab, MatrixView)
    at = matrix.visualRect(matrix.model().index(row, column)).center()
    qtbot.mouseClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_it_opens_with_the_commodity_most_sources_speak_of(tab: ResourcesTab) -> None:
    assert tab.subject() == "uranium"
    assert said(tab) == ["What u1 says", "What u2 says", "What u3 says"]
    assert part(tab, FigureTable).model().rowCount() == 3


def test_a_cell_shows_only_its_country_and_a_button_shows_all_again(tab: ResourcesTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.place_requested) as told:
        click(tab, qtbot, 1, 0)
    assert told.args == [Place("commodity", "uranium")]
    assert said(tab) == ["What u3 says"]
    assert "Uzbekistan: uranium" in texts(tab)
    button = next(button for button in tab.findChildren(QPushButton) if button.text() == "Show all countries")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(said(tab)) == 3


def test_the_history_may_show_the_same_commodity_without_losing_the_country(tab: ResourcesTab, qtbot: QtBot) -> None:
    tab.place_requested.connect(tab.show_place)
    click(tab, qtbot, 1, 0)
    assert said(tab) == ["What u3 says"]
    tab.show_place(Place("commodity", "gold"))
    assert (tab.subject(), said(tab)) == ("gold", ["What g1 says"])


def test_a_commodity_without_figures_says_so(tab: ResourcesTab) -> None:
    tab.show_place(Place("commodity", "gold"))
    assert "No figures for gold in your articles yet." in texts(tab)
    assert not part(tab, ChartView).isVisible()


def test_the_table_has_all_measures_so_none_is_offered_beside_it(tab: ResourcesTab) -> None:
    assert tab.units.isVisible()
    tab._twin.turn()
    assert not tab.units.isVisible()
    tab._twin.turn()
    assert tab.units.isVisible()


def test_the_unit_chooser_keeps_units_apart(tab: ResourcesTab) -> None:
    assert [tab.units.itemText(number) for number in range(tab.units.count())] == [
        "Output (t/year)",
        "Share (%)",
    ]
    tab.units.setCurrentIndex(1)
    assert part(tab, ChartView).getAxis("bottom").labelText == "%"


def test_the_chart_turns_to_what_it_has_of_the_country_chosen(
    tab: ResourcesTab, qtbot: QtBot, pictures: PictureLibrary
) -> None:
    tab.units.setCurrentIndex(1)  # of which there is no figure of the second country
    click(tab, qtbot, 1, 0)
    assert tab.units.currentText() == "Output (t/year)"
    cells = (*pictures.resources_page.cells, replace(pictures.resources_page.cells[0], country="JPN"))
    pictures.resources_page = replace(pictures.resources_page, cells=cells)
    tab.refresh()
    click(tab, qtbot, 2, 0)
    assert "Uranium: no figures of Japan" in texts(tab)


def test_the_measure_chosen_stays_whatever_limits_leave_of_it_for_a_while(
    tab: ResourcesTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = (*FIGURES[:2], replace(FIGURES[2], year=2026, as_of=AsOf("2026", "2026")))
    page = replace(tab.session.library.commodity("uranium"), figures=told)
    monkeypatch.setattr(tab.session.library, "commodity", lambda _: page)
    tab.refresh()
    first = tab.units.currentText()
    tab.session.set_older("-1")
    assert tab.units.currentText() != first
    tab.session.set_older("")
    assert tab.units.currentText() == first
    more = tuple(replace(FIGURES[2], owner=owner, year=2026) for owner in ("KAZ", "UZB", "JPN"))
    page = replace(page, figures=(*told, *more))  # of which there are now more than of the one shown
    tab.refresh()
    assert tab.units.currentText() == first
    tab.units.setCurrentIndex(1 - tab.units.currentIndex())
    other = tab.units.currentText()
    tab.refresh()
    assert tab.units.currentText() == other


def test_a_figure_leads_to_its_sentences(tab: ResourcesTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.statement_selected) as told:
        part(tab, ChartView).figure_chosen.emit("f-UZB-2023")
    assert told.args == ["f-UZB-2023"]


def test_a_country_heading_leads_to_the_country(tab: ResourcesTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.place_requested) as told:
        part(tab, MatrixView).country_chosen.emit("KAZ")
    assert told.args == [Place("country", "KAZ")]


def test_news_are_shown_at_once(tab: ResourcesTab, pictures: PictureLibrary) -> None:
    pictures.resources_page = ResourcesPage((), (), ())
    tab.session.changed.emit(Change(statements=True))
    assert any(text.startswith("No statements on resources") for text in texts(tab))


def test_a_note_opens_beside_its_commodity(tab: ResourcesTab, pictures: PictureLibrary) -> None:
    pictures.kept = (Note("n1", "gold", "Ask about gold", "2026-01-01", "2026-01-01"),)
    tab.show_place(Place("note", "n1"))
    assert tab.subject() == "gold"
    assert any("Notes on gold" in text for text in texts(tab))


def test_the_theme_reaches_the_pictures(tab: ResourcesTab) -> None:
    tab.session.set_theme(DARK)
    assert part(tab, ChartView).grab().toImage().pixelColor(2, 2).name() == DARK.base
    assert part(tab, MatrixView).viewport().grab().toImage().pixelColor(1, 1).name() == DARK.base


def test_all_parts_have_names_for_screen_readers(tab: ResourcesTab) -> None:
    for kind in (MatrixView, ChartView, FigureTable, StatementList):
        assert part(tab, kind).accessibleName()


def test_the_counts_follow_the_limit_of_age(tab: ResourcesTab) -> None:
    assert "3 commodities, 3 countries" in texts(tab)
    tab.session.set_older("10")  # nothing here has a date
    assert "0 commodities, 0 countries" in texts(tab)


def test_the_chart_tells_whose_production_has_no_figure(tab: ResourcesTab, monkeypatch: pytest.MonkeyPatch) -> None:
    words = "No such figure in the library: Uzbekistan"
    assert words not in texts(tab)
    of_one = (replace(FIGURES[0], output=True), FIGURES[2])
    page = replace(tab.session.library.commodity("uranium"), figures=of_one)
    monkeypatch.setattr(tab.session.library, "commodity", lambda _: page)
    tab.refresh()
    assert words in texts(tab)
    tab.units.setCurrentIndex(1)
    assert words not in texts(tab)


def test_the_chart_tells_where_the_years_are_that_it_leaves_out(
    tab: ResourcesTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "Earlier years are in the table"
    assert words not in texts(tab)
    earlier = replace(FIGURES[0], year=2019)
    page = replace(tab.session.library.commodity("uranium"), figures=(*FIGURES, earlier))
    monkeypatch.setattr(tab.session.library, "commodity", lambda _: page)
    tab.refresh()
    assert words in texts(tab)
    assert part(tab, FigureTable).model().rowCount() == 4
