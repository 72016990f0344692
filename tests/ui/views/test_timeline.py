"""The timeline: as precise as stated, no label over another, and every event within reach of hand and keyboard."""

from __future__ import annotations

from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.pages.geopolitics import Moment
from tests.ui.pictures import GEOPOLITICS
from ui.theme import DARK, LIGHT
from ui.views.timeline import TimelineView
from ui.views.timeline_drawing import AXIS, EDGE, TimelineDrawing
from ui.views.timeline_layout import lay_out, span_of, ticks, told_when, when_in_words
from ui.views.timeline_legend import TimelineLegend, signs

dates = st.dates(date(1991, 1, 1), date(2030, 12, 31))
stated = st.tuples(dates, st.sampled_from((4, 7, 10))).map(lambda pair: pair[0].isoformat()[: pair[1]])


@pytest.mark.parametrize(
    ("written", "days", "words"),
    [("2025-12-20", 1, "20 Dec 2025"), ("2024-02", 29, "Feb 2024"), ("2023", 365, "2023"), ("1992", 366, "1992")],
)
def test_a_date_covers_what_is_stated_and_no_less(written: str, days: int, words: str) -> None:
    span = span_of(written)
    assert span is not None
    assert span.end - span.start == days
    assert when_in_words(written) == words


@pytest.mark.parametrize("written", ["", "soon", "2025-13", "2025-02-30"])
def test_what_is_no_date_has_no_place(written: str) -> None:
    assert span_of(written) is None
    assert when_in_words(written) == written


@given(st.lists(st.tuples(stated, st.integers(20, 300)), max_size=25), st.floats(0.001, 5))
def test_marks_and_labels_never_overlap(events: list[tuple[str, int]], scale: float) -> None:
    moments = [Moment(when, "", "", 1, (), str(number)) for number, (when, _) in enumerate(events)]
    first = date(1991, 1, 1).toordinal()
    placed = lay_out(moments, [width for _, width in events], first, scale, 12)
    assert len(placed) == len(events)
    for one, other in combinations(placed, 2):
        assert one.lane != other.lane or one.end < other.left or other.end < one.left


def test_the_axis_names_years_from_afar_and_months_from_near() -> None:
    start = date(2020, 1, 1).toordinal()
    afar = [tick.text for tick in ticks(start, start + 3650, 0.1)]
    near = [tick.text for tick in ticks(start, start + 365, 2)]
    assert "Feb" not in afar
    assert near[:3] == ["2020", "Feb", "Mar"]
    for found, scale in ((ticks(start, start + 9000, 0.05), 0.05), (ticks(start, start + 900, 1.5), 1.5)):
        places = [tick.x for tick in found]
        assert min(b - a for a, b in pairwise(places)) > 35, scale


@pytest.fixture
def view(qtbot: QtBot) -> TimelineView:
    shown = TimelineView(LIGHT)
    qtbot.addWidget(shown)
    shown.resize(900, 400)
    shown.show()
    shown.set_moments((*GEOPOLITICS.timeline, Moment("unknown", "Undated", "", 1, (), "e9")))
    return shown


def test_all_dated_events_fit_at_first_and_undated_ones_are_left_to_the_table(view: TimelineView) -> None:
    assert set(view.boxes()) == {"e1", "e2", "e5"}
    area = QRectF(view.viewport().rect())
    assert all(area.contains(box) for box in view.boxes().values())


def test_of_more_events_than_there_is_height_for_the_later_half_is_shown_first(view: TimelineView) -> None:
    days = ["2004-08-28", "2010-06-01", *(f"2025-{month:02}-{day:02}" for month in range(1, 13) for day in (3, 17))]
    view.set_moments([Moment(day, "They met and agreed on a plan", "", 1, (), day) for day in days])
    area, boxes = QRectF(view.viewport().rect()), view.boxes()
    later = [boxes[day] for day in days[len(days) // 2 :]]
    assert min(box.left() for box in later) < area.width() / 4
    assert all(box.left() >= 0 and box.right() <= area.width() for box in later)
    assert boxes[days[0]].right() < 0
    view.fit()
    assert min(box.left() for box in view.boxes().values()) >= 0


def test_a_click_on_an_event_tells_its_statement(view: TimelineView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.moment_chosen) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.boxes()["e2"].center().toPoint())
    assert told.args == ["e2"]


def test_arrows_go_through_the_events_in_time(view: TimelineView, qtbot: QtBot) -> None:
    told: list[str] = []
    view.moment_chosen.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(view, key)
    assert told == ["e5", "e2", "e1", "e1", "e2"]


def test_zooming_keeps_the_day_under_the_pointer_and_home_fits_all(view: TimelineView, qtbot: QtBot) -> None:
    before = view.boxes()["e1"]
    view.zoom(3.0, before.left())
    assert view.boxes()["e1"].left() == pytest.approx(before.left(), abs=4)
    assert view.boxes()["e5"].left() < 0
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.boxes()["e1"] == before


def test_a_chosen_event_is_brought_into_view(view: TimelineView) -> None:
    view.zoom(200.0, 0)
    view.horizontalScrollBar().setValue(0)
    view.choose("e1")
    assert view.viewport().rect().contains(view.boxes()["e1"].topLeft().toPoint())


def test_what_was_done_is_a_full_mark_and_what_is_planned_a_hollow_one(view: TimelineView) -> None:
    picture = view.viewport().grab().toImage()

    def inside(statement: str) -> str:
        box = view.boxes()[statement]
        return picture.pixelColor(QPoint(round(box.left()) + 8, round(box.center().y()))).name()

    assert inside("e1") == LIGHT.tones["cooperation"]
    assert inside("e2") == LIGHT.tones["cooperation"]
    assert inside("e5") == LIGHT.base


def test_a_year_that_is_inferred_is_marked_so() -> None:
    assert [told_when(moment) for moment in GEOPOLITICS.timeline] == ["20 Dec 2025", "Dec 2025", "~2024"]


def test_it_takes_another_theme_and_paints_on_paper(view: TimelineView) -> None:
    view.set_theme(DARK)
    assert view.viewport().grab().toImage().pixelColor(2, 395).name() == DARK.base
    paper = QImage(450, 200, QImage.Format.Format_RGB32)
    painter = QPainter(paper)
    view.paint_on(painter, QRectF(0, 0, 450, 200))
    painter.end()
    colours = {paper.pixelColor(x, y).name() for x in range(450) for y in range(0, 200, 2)}
    assert DARK.tones["conflict"] in colours


def test_the_legend_goes_on_below_where_the_view_is_narrow_and_explains_only_what_is_there(
    qapp: QApplication,
) -> None:
    moments = GEOPOLITICS.timeline
    spans = [span for moment in moments if (span := span_of(moment.date)) is not None]
    words = [sign.words for sign in signs(moments, spans)]
    assert words[-3:] == ["only the month or year is stated", "planned or possible", "~ year inferred"]
    assert [sign.words for sign in signs(moments[:1], spans[:1])] == ["words of co-operation"]
    legend = TimelineLegend()
    legend.lay_out(moments, spans, QFont(), 2000)
    whole = legend.height
    legend.lay_out(moments, spans, QFont(), 320)
    assert legend.height > whole
    assert [sign.words for row in legend._rows for sign, _ in row] == words


def test_a_label_that_is_scrolled_out_on_the_left_is_not_cut_at_its_beginning(qapp: QApplication) -> None:
    drawing = TimelineDrawing(LIGHT, QFont())
    drawing.set_moments([Moment("2025-03-17", "They met and agreed on a plan", "", 1, (), "e1")])
    drawing.measure(600)
    drawing.lay_out(1.0)

    def inked(scrolled: float) -> list[int]:
        paper = QImage(600, 200, QImage.Format.Format_RGB32)
        painter = QPainter(paper)
        drawing.paint(painter, QRectF(paper.rect()), QPointF(scrolled, 0))
        painter.end()
        rows = range(round(AXIS) + 8, round(AXIS + drawing.lane))
        dark = [x for x in range(600) if any(paper.pixelColor(x, y).lightness() < 100 for y in rows)]
        return [x for x in dark if x < 100]

    assert EDGE <= min(inked(70)) < EDGE + 10
    assert not inked(drawing.entries[0].end)  # no room is left for its date
    stub = drawing.entries[0].end - 150  # it is for its date, but hardly for words
    assert not inked(stub)
    drawing.chosen = "e1"
    assert inked(stub)
