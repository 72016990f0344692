"""The timeline: as precise as stated, no label over another, and every event within reach of hand and keyboard."""

from __future__ import annotations

from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.pages.geopolitics import Moment
from models.records import Modality
from tests.ui.pictures import GEOPOLITICS
from ui.theme import DARK, LIGHT
from ui.views.timeline import TimelineView
from ui.views.timeline_drawing import MARK, PAD, SIDE
from ui.views.timeline_layout import filled, fitting, span_of, ticks, told_when, when_in_words, whole_words
from ui.views.timeline_legend import TimelineLegend, signs
from ui.views.timeline_rows import AIR, APART, GAP, Mark, Rows, shared


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


@given(
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 300), st.integers(20, 500)), max_size=40),
    st.integers(1, 12),
    st.integers(60, 300),
)
def test_marks_and_labels_never_touch(events: list[tuple[int, int, int]], most: int, least: int) -> None:
    marks = [Mark(left, left + 13, left + 13 + band, wanted) for left, band, wanted in sorted(events)]
    slots = Rows(marks, 2313, least).slots(most)
    for (one, slot), (other, next_slot) in combinations(zip(marks, slots, strict=True), 2):
        if slot.row == next_slot.row:
            assert one.right + APART <= other.left
            parts = [(slot.start, slot.end, other), (next_slot.start, next_slot.end, one)]
            assert all(start == end or end < mark.left or mark.right < start for start, end, mark in parts)
            empty = slot.start == slot.end or next_slot.start == next_slot.end
            assert empty or slot.end + GAP <= next_slot.start
    for mark, slot in zip(marks, slots, strict=True):
        assert slot.start == slot.end or min(mark.wanted, least) <= slot.end - slot.start <= mark.wanted
        assert slot.end <= 2313


def test_every_label_is_shown_where_there_are_rows_enough_and_the_newest_where_not() -> None:
    marks = [Mark(left, left + 13, left + 13, 200) for left in (0, 20, 40, 60)]
    rows = Rows(marks, 600, 100)
    assert rows.needed(10) == 4
    assert all(slot.end - slot.start == 200 for slot in rows.slots(4))
    assert [slot.end > slot.start for slot in rows.slots(1)] == [False, False, False, True]
    assert {slot.row for slot in rows.slots(1)} == {0}


def test_what_is_at_the_end_of_time_has_its_label_before_it() -> None:
    slot = Rows([Mark(580, 593, 593, 200)], 600, 100).slots(1)[0]
    assert (slot.start, slot.end) == (580 - AIR - 200, 580 - AIR)


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 20)), min_size=1, max_size=8), st.integers(1, 80))
def test_rows_are_shared_out_fairly(needs: list[tuple[int, int]], height: int) -> None:
    wanted = [(few, few + more) for few, more in needs]
    given = shared(wanted, height)
    assert all(few <= rows <= many for rows, (few, many) in zip(given, wanted, strict=True))
    full, least = sum(many for _, many in wanted), sum(few for few, _ in wanted)
    assert sum(given) == min(full, max(height, least))


def test_a_text_is_never_cut_in_the_middle_of_a_word() -> None:
    text = "They met \N{EN DASH} and agreed on a plan"
    assert whole_words(text, len, 40) == text
    assert whole_words(text, len, 20) == "They met \N{EN DASH} and…"
    assert whole_words(text, len, 13) == "They met…"
    assert whole_words(text, len, 4) == ""


VISIT = "Visit (planned): Uzbekistan to Turkmenistan"


@pytest.mark.parametrize(
    ("text", "room", "told"),
    [
        (VISIT, 99, VISIT),
        (VISIT, len(VISIT) - 1, "Visit: Uzbekistan to Turkmenistan"),
        (VISIT, 30, "Uzbekistan to Turkmenistan"),
        (VISIT, 18, "Visit: Uzbekistan…"),
        ("Meeting (planned): Japan and China", 18, "Japan and China"),
        ("Meeting: Japan and China", 12, "Japan and…"),
        ("First summit: Japan and China", 25, "First summit: Japan and…"),
    ],
)
def test_what_its_mark_tells_is_left_out_before_a_label_is_cut(text: str, room: int, told: str) -> None:
    moment = Moment("2026-11", text, "CONSULT", 1, (), "s", "Meeting")
    assert fitting(moment, len, room) == told


@pytest.mark.parametrize(
    ("years", "shown"),
    [
        ([2004, 2015, *[2025] * 5, 2026], (2025, 2027)),  # the last one is near
        ([*[2023] * 9, 2024, 2026, 2027, 2045], (2023, 2028)),  # the newest ones follow each other
        ([2004, *[2025] * 5, 2040], (2025, 2026)),  # it is far: one scrolls there
        ([2001, 2001, 2009, 2009], (2009, 2010)),  # of two alike, the later
        ([2024], (2024, 2025)),
        ([2000, 2010, 2020, 2022], (2020, 2023)),
    ],
)
def test_the_latest_well_filled_years_are_found(years: list[int], shown: tuple[int, int]) -> None:
    spans = [span for year in years if (span := span_of(f"{year}")) is not None]
    assert filled(spans) == tuple(date(year, 1, 1).toordinal() for year in shown)


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


def mark(view: TimelineView, statement: str) -> QPointF:
    """The middle of the mark of an event in the view."""
    entry = view._drawing.entry(statement)
    assert entry is not None
    return view._drawing.at(entry, view._scroll())


DAYS = ["2004-08-28", "2010-06-01", *(f"2025-{month:02}-{day:02}" for month in range(1, 13) for day in (3, 17))]
LANES = (("all", "The region"), ("a", "One country"), ("b", "Another country"))


@pytest.fixture
def full(view: TimelineView) -> TimelineView:
    """One with events in several lanes, most of them in one year, and one that is planned for the next."""
    lanes = (("all",), ("a",), ("a", "b"))
    moments = [
        Moment(day, "Agreement: they met and agreed on a plan", "", 1, (), day, "Agreement", lanes=lanes[at % 3])
        for at, day in enumerate(DAYS)
    ]
    view.set_moments([*moments, Moment("2026-03", "Meeting", "", 1, (), "next", modality=Modality.PLANNED)], LANES)
    return view


def test_it_begins_with_the_latest_well_filled_years(full: TimelineView, qtbot: QtBot) -> None:
    area, boxes = QRectF(full.viewport().rect()), full.boxes()
    assert all(area.contains(boxes[day].center()) for day in (*DAYS[2:], "next"))
    assert boxes[DAYS[1]].right() < 0
    assert min(boxes[day].left() for day in DAYS[2:]) < area.width() / 3
    assert max(box.right() for box in boxes.values()) > area.width() * 0.9
    qtbot.keyClick(full, Qt.Key.Key_Home)
    assert min(box.left() for box in full.boxes().values()) >= 0
    qtbot.keyClick(full, Qt.Key.Key_End)
    assert full.boxes() == boxes


def test_each_event_stands_in_the_lanes_of_its_countries(full: TimelineView) -> None:
    entries = full._drawing.entries
    seen = {(entry.moment.statement, entry.lane) for entry in entries}
    assert {(DAYS[0], 0), (DAYS[1], 1), (DAYS[2], 1), (DAYS[2], 2), ("next", 0)} <= seen
    assert len(entries) == len(seen)
    for one, other in combinations(entries, 2):
        assert not full._box(one).intersects(full._box(other))


def test_zooming_in_shows_more_labels(full: TimelineView) -> None:
    def labelled() -> int:
        return sum(entry.slot.end > entry.slot.start for entry in full._drawing.entries)

    full.resize(900, 260)
    few = labelled()
    assert few < len(full._drawing.entries)
    full.zoom(8)
    assert labelled() > few


def test_up_and_down_go_through_the_lanes(full: TimelineView, qtbot: QtBot) -> None:
    told: list[str] = []
    full.moment_chosen.connect(told.append)
    for _ in range(len(DAYS) + 1):
        qtbot.keyClick(full, Qt.Key.Key_Down)
    lanes = [min(entry.lane for entry in full._drawing.entries if entry.moment.statement == each) for each in told]
    assert lanes == sorted(lanes)
    assert len(set(told)) > len(DAYS) / 2
    last = told[-1]
    qtbot.keyClick(full, Qt.Key.Key_Up)
    assert told[-1] != last


def test_what_is_chosen_stays_in_sight_when_the_view_becomes_smaller(full: TimelineView, qtbot: QtBot) -> None:
    full.zoom(4)
    for key in [Qt.Key.Key_Right, *[Qt.Key.Key_Down] * len(DAYS)]:
        qtbot.keyClick(full, key)
    chosen = full._drawing.chosen
    for wide, tall in ((700, 200), (500, 180)):
        full.resize(wide, tall)
        assert QRectF(full.viewport().rect()).contains(mark(full, chosen))


@pytest.mark.parametrize("scrolled", range(0, 1400, 93))
def test_no_label_is_cut_by_an_edge(full: TimelineView, scrolled: int) -> None:
    full.zoom(6)
    full.horizontalScrollBar().setValue(full.horizontalScrollBar().maximum() - scrolled)
    drawing, view = full._drawing, QRectF(full.viewport().rect())
    shift = drawing.side + SIDE - full.horizontalScrollBar().value()
    for entry in drawing.entries:
        label = drawing._label(entry, view, shift)
        assert label is None or (label[0] >= drawing.side and label[1] <= view.right())


def test_the_label_of_an_event_under_the_pointer_is_told_in_full(full: TimelineView) -> None:
    drawing, view = full._drawing, QRectF(full.viewport().rect())
    shift = drawing.side + SIDE - full._scroll().x()

    def labels() -> dict[int, tuple[float, float]]:
        found = ((at, drawing._label(entry, view, shift)) for at, entry in enumerate(drawing.entries))
        return {at: label for at, label in found if label is not None}

    def wide(at: int) -> float:
        start, end = labels()[at]
        return end - start

    cut = [at for at in labels() if wide(at) < drawing.entries[at].mark.wanted - 1]
    assert cut
    for at in cut:
        drawing.pointed, before = "", wide(at)
        drawing.pointed = drawing.entries[at].moment.statement
        start, end = labels()[at]
        whole = end - start >= drawing.entries[at].mark.wanted - 1
        assert whole or end >= view.right() - PAD - 1 or start <= drawing.side + PAD + 1
        assert end - start >= before


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
    before, at = view.boxes()["e1"], mark(view, "e1").x() - MARK / 2
    view.zoom(3.0, at)
    assert mark(view, "e1").x() - MARK / 2 == pytest.approx(at, abs=4)
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
        return picture.pixelColor(mark(view, statement).toPoint()).name()

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
    assert [sign.words for sign in signs(moments[:1], spans[:1])] == ["talks and agreements"]
    legend = TimelineLegend()
    legend.lay_out(moments, spans, QFont(), 2000)
    whole = legend.height
    legend.lay_out(moments, spans, QFont(), 320)
    assert legend.height > whole
    assert [sign.words for row in legend._rows for sign, _ in row] == words
