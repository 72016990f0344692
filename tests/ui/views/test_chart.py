"""Charts: one measure and unit at a time, exact where it matters."""

from __future__ import annotations

from dataclasses import replace as changed
from itertools import combinations

import pytest
from msgspec.structs import replace
from pyqtgraph import BarGraphItem, ErrorBarItem, PlotDataItem, TextItem
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.pages.ages import AsOf
from models.records import Standing
from tests.ui.pictures import FIGURES, figure
from tests.ui.test_theme import contrast
from ui.theme import DARK, LIGHT, Theme, font
from ui.views.chart import ChartView
from ui.views.chart_plan import (
    Measure,
    axis_name,
    in_order,
    in_words,
    joins,
    measures,
    number_in_words,
    rounding,
    row_names,
    side,
    value_in_words,
)

YEARS = Measure(
    "output",
    "tonne",
    (
        *(figure("KAZ", value, year=year) for year, value in ((2019, 1e6), (2021, 2e6), (2023, 2.5e6))),
        figure("UZB", 4e5, year=2021),
    ),
)


def test_different_units_and_measures_never_share_an_axis() -> None:
    found = measures((*FIGURES, figure("UZB", 5.0, "percent", label="growth")))
    assert [measure.name for measure in found] == [
        "Output (tonne/year)",
        "Growth (percent)",
        "Share (percent)",
    ]
    assert row_names(found[0].figures) == ["Kazakhstan, 2024", "Uzbekistan, 2023"]


def test_of_two_units_a_chart_opens_on_the_one_with_figures_of_late_of_most_countries() -> None:
    old = [replace(figure(code, 1e4, "barrel", year=2019), output=True) for code in ("KGZ", "TJK", "TKM")]
    new = [replace(figure("KAZ", 9e7, "tonne", year=2024), output=True)]
    part = [replace(figure("UZB", 9e5, "tonne", year=2026, label="output, first half"), output=True)]
    assert measures((*old, *new, *part))[0].figures == (new[0],)
    both = [replace(figure("UZB", 8e4, "barrel", year=2023), output=True), *old]
    assert measures((*both, *new))[0].unit == "barrel"  # as many of late, and more in all


def test_a_chart_opens_on_what_countries_produce() -> None:
    reserves = [figure("KAZ", 1e9, year=year, label="reserves") for year in (2020, 2021, 2022)]
    planned = [figure("KAZ", 1e6, year=year, label="planned output") for year in (2030, 2031)]
    found = measures((*reserves, *planned, replace(figure("KAZ", 1e6), output=True)))
    assert [measure.label for measure in found] == ["output", "reserves", "planned output"]


def over(**years: tuple[int, ...]) -> Measure:
    """Figures of owners, by the years that they have some of."""
    return Measure("output", "tonne", tuple(figure(who, 1e6, year=year) for who, of in years.items() for year in of))


def test_lines_are_drawn_only_where_at_least_half_of_the_owners_have_a_series() -> None:
    assert YEARS.over_years
    assert over(KAZ=(2019, 2021, 2023), UZB=(2023,)).over_years
    assert not over(KAZ=(2019, 2021, 2023), UZB=(2023,), JPN=(2023,)).over_years
    assert not over(KAZ=(2019, 2023), UZB=(2019, 2023)).over_years
    assert over(KAZ=(2019, 2023)).over_years
    assert not over(KAZ=(2023,)).over_years
    assert not over().over_years
    assert not measures(FIGURES)[0].over_years
    undated = Measure("output", "tonne", (*YEARS.figures, figure("UZB", 1e6)))
    assert not undated.over_years


def test_bars_compare_the_newest_figures_of_each_owner_and_those_without_a_year() -> None:
    found = over(KAZ=(2019, 2023), UZB=(2021,))
    sides = changed(found, figures=(*found.figures, figure("KAZ", 2e6, year=2023), figure("UZB", 3e6)))
    assert [(one.owner, one.year) for one in found.drawn] == [("KAZ", 2023), ("UZB", 2021)]
    assert [one.value for one in sides.drawn] == [1e6, 1e6, 2e6, 3e6]
    for whole in (YEARS, over(KAZ=(2019, 2023))):
        assert whole.drawn == whole.figures
    alone = Measure("output", "tonne", (figure("KAZ", 1e6, year=2019), figure("KAZ", 2e6)))
    assert alone.drawn == alone.figures


@pytest.mark.parametrize(
    ("value", "divisor", "word"), [(3e12, 1e12, "trillion"), (2.5e6, 1e6, "million"), (999.0, 1, ""), (0.0, 1, "")]
)
def test_large_numbers_are_rounded_on_the_axis(value: float, divisor: float, word: str) -> None:
    assert rounding([figure("KAZ", value)]) == (divisor, word)


def test_the_unit_stands_in_full_where_no_word_for_its_size_is_beside_it() -> None:
    named = replace(figure("KAZ", 2.0), unit="t", measured_in="tonnes")
    assert axis_name(Measure("output", "t", (named,)), "") == "tonnes"
    assert axis_name(Measure("output", "t", (named,)), "million") == "million t"
    assert axis_name(Measure("output", "kWh", (figure("KAZ", 2.0),)), "") == "kWh"


def test_numbers_are_written_as_people_write_them() -> None:
    assert [number_in_words(value) for value in (23270.0, 39.0, 2.75, 0.5)] == ["23,270", "39", "2.75", "0.5"]
    assert value_in_words(figure("KAZ", (3.5e6, 4e6)), 1e6) == "3.5\N{EN DASH}4"


@pytest.mark.parametrize(
    ("value", "divisor", "words"),
    [
        (25.7, 1e6, "25.7 tonne"),
        ((3500.0, 4000.0), 1e6, "3,500\N{EN DASH}4,000 tonne"),
        (4e6, 1e9, "4 million tonne"),
        (20_000.0, 1e6, "0.02"),
        (25.7, 1, "25.7"),
        (0.0, 1e6, "0"),
    ],
)
def test_what_is_very_small_on_an_axis_is_told_in_its_own_magnitude(
    value: float | tuple[float, float], divisor: float, words: str
) -> None:
    assert value_in_words(figure("KAZ", value), divisor) == words


def test_what_is_undated_stands_behind_the_years_and_says_so() -> None:
    figures = in_order([figure("KAZ", 3.0), figure("KAZ", 2.0, year=2021), figure("KAZ", 1.0, year=2020)])
    assert row_names(figures) == ["Kazakhstan, 2020", "Kazakhstan, 2021", "Kazakhstan, undated"]
    assert row_names(figures[2:]) == ["Kazakhstan"]


@pytest.fixture
def view(qtbot: QtBot) -> ChartView:
    shown = ChartView(LIGHT)
    qtbot.addWidget(shown)
    shown.resize(700, 300)
    shown.show()
    return shown


def kinds(view: ChartView, kind: type) -> list:
    return [item for item in view.getPlotItem().items if isinstance(item, kind)]


def test_bars_stand_for_figures_and_whiskers_for_ranges(view: ChartView) -> None:
    view.set_measure(measures(FIGURES)[0], {"KAZ": 0, "UZB": 1})
    assert len(kinds(view, BarGraphItem)) == 2
    assert len(kinds(view, ErrorBarItem)) == 1
    assert [label.toPlainText() for label in kinds(view, TextItem)] == ["23,270", "3,500\N{EN DASH}4,000"]


def test_years_become_a_line_for_each_owner_with_its_name(view: ChartView) -> None:
    view.set_measure(YEARS, {"KAZ": 0, "UZB": 1})
    lines = kinds(view, PlotDataItem)
    assert [list(line.getData()[0]) for line in lines] == [[2019, 2021, 2023], [2021]]
    assert lines[0].opts["symbol"] != lines[1].opts["symbol"]
    assert [label.toPlainText().strip() for label in kinds(view, TextItem)] == ["Kazakhstan", "Uzbekistan"]
    assert view.getAxis("left").labelText == "million tonne"


def test_a_click_on_a_bar_tells_its_statement(view: ChartView, qtbot: QtBot) -> None:
    view.set_measure(measures(FIGURES)[0], {})
    at = view.mapFromScene(view.getViewBox().mapViewToScene(QPointF(500.0, -1.0)))
    with qtbot.waitSignal(view.figure_chosen) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args == ["f-UZB-2023"]


def test_a_figure_says_all_it_knows() -> None:
    assert in_words(FIGURES[0]) == "Kazakhstan, output, 2024: 23270.0 tonne/year\n1 source, single"


def test_nothing_to_show_is_an_empty_chart_in_the_colours_of_the_theme(view: ChartView) -> None:
    view.set_measure(YEARS, {})
    view.set_measure(None, {})
    assert kinds(view, PlotDataItem) == []
    view.set_theme(DARK)
    assert view.grab().toImage().pixelColor(2, 2).name() == DARK.base


def test_reserves_and_a_years_production_never_share_an_axis() -> None:
    stock = figure("KAZ", 700_000.0, "tonne", label="Reserves")
    flow = figure("KAZ", 21_000.0, "tonne", label="Production")
    found = measures((stock, flow, figure("UZB", 3_500.0, "tonne", label="Production")))
    assert [(measure.label, len(measure.figures)) for measure in found] == [("Production", 2), ("Reserves", 1)]


SIDES = (
    replace(figure("KAZ", 1e6, year=2023), standing=Standing.CONTESTED, by="the ministry"),
    replace(figure("KAZ", 3e6, year=2023), standing=Standing.CONTESTED, by="an agency"),
)


def test_contested_bars_are_named_by_who_says_so(view: ChartView) -> None:
    told = AsOf("2013", "2013", told=True)
    undated = [replace(each, year=None) for each in SIDES]
    other = replace(undated[0], by="", as_of=told)
    view.set_measure(Measure("reserves", "tonne", (*undated, other)), {"KAZ": 0})
    names = [name for _, name in view.getAxis("left")._tickLevels[0]]
    assert names == ["Kazakhstan\nthe ministry", "Kazakhstan\nan agency", "Kazakhstan\nreported 2013"]
    view.resize(600, 140)
    names = [name for _, name in view.getAxis("left")._tickLevels[0]]
    assert names == ["the ministry", "an agency", "reported 2013"]
    assert side(replace(other, as_of=None)) == "by 1 source"
    assert side(FIGURES[0]) == ""
    assert "according to the ministry" in in_words(SIDES[0])


def test_two_sides_of_a_year_are_not_joined_and_each_is_named(view: ChartView) -> None:
    years = (figure("KAZ", 1e6, year=2020), figure("KAZ", 2e6, year=2021), *SIDES, figure("KAZ", 2e6, year=2024))
    measure = Measure("output", "tonne", years)
    assert joins(measure.series[0]) == [True, False, False, False, False]
    view.set_measure(measure, {"KAZ": 0})
    (drawn,) = kinds(view, PlotDataItem)
    assert list(drawn.getData()[0]) == [2020, 2021, 2023, 2023, 2024]
    assert list(drawn.opts["connect"]) == [True, False, False, False, False]
    assert [label.toPlainText().strip() for label in kinds(view, TextItem)] == [
        "Kazakhstan",
        "an agency",
        "the ministry",
    ]


def test_sides_of_a_year_that_lie_close_together_are_named_one_below_the_other(view: ChartView) -> None:
    near = (SIDES[0], replace(SIDES[1], value=1.01e6))
    view.set_measure(Measure("output", "tonne", (figure("KAZ", 1e5, year=2020), *near)), {"KAZ": 0})
    names = kinds(view, TextItem)
    assert {name.toPlainText().strip() for name in names} == {"Kazakhstan: an agency", "the ministry"}
    one, other = (name.mapRectToScene(name.boundingRect()).center().y() for name in names)
    assert abs(one - other) >= QFontMetricsF(view.font()).ascent()


def test_no_line_is_drawn_over_years_of_which_nothing_is_told() -> None:
    assert joins([figure("KAZ", 1.0, year=year) for year in (2015, 2016, 2023, 2024)]) == [True, False, True, False]


def test_the_title_of_an_axis_shrinks_again_with_the_letters(qtbot: QtBot, qapp: QApplication) -> None:
    usual = qapp.font()
    chart = ChartView(LIGHT)
    qtbot.addWidget(chart)
    chart.resize(600, 400)
    chart.show()
    chart.set_measure(YEARS, {})
    title = chart.getAxis("left").label
    before = title.boundingRect().size()
    try:
        qapp.setFont(font(usual, scale=1.6))
        qtbot.waitUntil(lambda: title.boundingRect().width() > 1.3 * before.width())
    finally:
        qapp.setFont(usual)
    qtbot.waitUntil(lambda: title.boundingRect().size() == before)


def test_the_names_of_lines_that_end_side_by_side_are_not_written_over_each_other(view: ChartView) -> None:
    view.resize(240, 150)
    ends = (("KAZ", 1.00e6), ("UZB", 0.98e6), ("JPN", 0.97e6))
    series = (
        figure(owner, value * part, year=year)
        for owner, value in ends
        for year, part in ((2021, 0.5), (2022, 0.8), (2023, 1))
    )
    view.set_measure(Measure("output", "tonne", tuple(series)), {"KAZ": 0})
    names = [item for item in view.getPlotItem().items if isinstance(item, TextItem)]
    boxes = [name.mapRectToScene(name.boundingRect()) for name in names]
    assert len(boxes) == len(ends)
    tall = QFontMetricsF(view.font()).ascent()
    assert all(abs(one.center().y() - other.center().y()) >= tall for one, other in combinations(boxes, 2))


def test_the_figures_of_the_country_chosen_stand_out(view: ChartView) -> None:
    def strengths() -> list[float]:
        bars = [item for item in view.getPlotItem().items if isinstance(item, BarGraphItem)]
        return [bar.opts["brush"].color().alphaF() for bar in bars]

    bars = Measure("output", "tonne", (figure("KAZ", 5.0), figure("UZB", 4.0)))
    view.set_measure(bars, {}, "UZB")
    assert strengths() == [pytest.approx(0.4, abs=0.01), 1.0]
    view.set_measure(bars, {}, "JPN")  # which has none
    assert strengths() == [1.0, 1.0]


def test_a_name_at_the_last_year_is_whole(view: ChartView, qapp: QApplication) -> None:
    name = "Kazakhstan, by its company"
    figures = tuple(replace(figure("KAZ", value, year=year), owner_name=name) for value, year in ((1, 2022), (2, 2024)))
    view.set_measure(Measure("output", "tonne", figures), {"KAZ": 0})
    qapp.processEvents()
    (told,) = [item for item in kinds(view, TextItem) if name in item.toPlainText()]
    assert told.mapToScene(told.boundingRect()).boundingRect().right() <= view.width()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_names_can_be_read_beside_the_owner_that_stands_out(view: ChartView, theme: Theme) -> None:
    view.set_theme(theme)
    owners = [f"C{number}" for number in range(len(theme.fills))]
    figures = tuple(
        replace(figure(owner, 1e6 * number, year=year), owner_name=owner)
        for number, owner in enumerate(owners, 1)
        for year in (2023, 2024)
    )
    order = {owner: number for number, owner in enumerate(owners)}
    view.set_measure(Measure("output", "tonne", figures), order, owners[0])
    ground = QColor(theme.base)
    names = kinds(view, TextItem)
    assert len(names) == len(owners)
    for name in names:
        assert contrast(blended(name.color, ground).name(), theme.base) >= 3, name.toPlainText()


def blended(colour: QColor, ground: QColor) -> QColor:
    """A colour that lets the ground through, as it is seen on that."""
    share = colour.alphaF()
    channels = ((colour.red(), ground.red()), (colour.green(), ground.green()), (colour.blue(), ground.blue()))
    return QColor(*(round(here * share + there * (1 - share)) for here, there in channels))


def test_bars_grow_no_longer_than_can_be_compared(qtbot: QtBot) -> None:
    view = ChartView(LIGHT)
    qtbot.addWidget(view)
    view.show()

    def wide(measure: Measure, window: int) -> float:
        view.resize(window, 400)
        view.set_measure(measure, {"KAZ": 0, "UZB": 1})
        QApplication.processEvents()
        return float(view.getPlotItem().vb.width())

    bars = measures(FIGURES)[0]
    assert wide(bars, 900) < wide(bars, 1000) <= wide(bars, 1600) < 1000
    assert wide(YEARS, 1600) > 1200


def test_points_and_names_near_nothing_are_whole_above_the_axis(view: ChartView, qapp: QApplication) -> None:
    view.resize(600, 200)
    told = (("KAZ", 84e9, 80e9), ("UZB", 1e9, 0.0), ("JPN", 0.0, 0.0))
    series = (
        figure(owner, value, year=year)
        for owner, *values in told
        for year, value in zip((2021, 2023), values, strict=True)
    )
    view.set_measure(Measure("output", "m3", tuple(series)), {"KAZ": 0})
    qapp.processEvents()
    names = [item for item in view.getPlotItem().items if isinstance(item, TextItem)]
    room = view.getPlotItem().vb.sceneBoundingRect()
    assert len(names) == len(told)
    assert all(name.mapRectToScene(name.boundingRect()).center().y() < room.bottom() for name in names)
    foot = view.getPlotItem().vb.viewRange()[1][0]
    assert foot < 0
    view.set_measure(YEARS, {"KAZ": 0})
    assert view.getPlotItem().vb.viewRange()[1][0] == 0


@pytest.mark.parametrize("larger", [1.0, 2.2])
def test_the_names_of_bars_do_not_touch_however_large_the_letters_are(view: ChartView, larger: float) -> None:
    letters = view.font()
    letters.setPixelSize(round(13 * larger))
    view.setFont(letters)
    measure = Measure("output", "tonne", tuple(figure(f"C{number}", float(number)) for number in range(1, 13)))
    view.set_measure(measure, {})
    view.resize(700, view.minimumHeight())
    QApplication.processEvents()
    low, high = view.viewRange()[1]
    apart = view.getPlotItem().vb.height() / (high - low)
    assert apart >= 0.9 * QFontMetricsF(font(view.font(), scale=0.92)).ascent()
