"""The timeline as a drawing: a lane for each country, events at their days, labels where there is room for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ui.theme import font
from ui.views.timeline_layout import YEAR, Span, filled, fitting, span_of, ticks, told_short, told_when
from ui.views.timeline_legend import TimelineLegend, is_open
from ui.views.timeline_marks import REACH, draw_mark, draw_span
from ui.views.timeline_rows import Mark, Rows, Slot, shared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.pages.geopolitics import Moment
    from ui.theme import Theme

ROW = 22.0
AXIS = 30.0
SIDE = 14.0
LETTERS = (90, 60, 40, 24)
"""Letters that a label has at least, if it is not whole with less: the most that leave room for all, or the last."""
MARK = 2 * REACH + 2
PAD = 5.0
"""What stays free above and below the rows of a lane."""
YEARLY = 110.0
"""Pixels a year from which the axis tells the year of every event."""
CLOSEST = 40.0
"""Pixels a day at the most."""
MOST_NAME = 0.25
"""The part of a view that the names of lanes take at most."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in a lane: one that touches two countries is in the lanes of both."""

    moment: Moment
    span: Span
    lane: int
    mark: Mark
    slot: Slot


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane by its code and name: where it begins, in pixels from the top of the first, and how many rows it has."""

    code: str
    name: str
    top: float = 0.0
    rows: int = 1


class TimelineDrawing:
    """Lays events out at a scale (pixels a day) and paints the part that is scrolled to.

    `chosen` and `pointed` are the statements of the event that the user chose and of the one under the pointer.
    """

    def __init__(self, theme: Theme, face: QFont) -> None:
        self.theme = theme
        self._face = face
        self.chosen = self.pointed = ""
        self.scale = 1.0
        self.entries: tuple[Entry, ...] = ()
        self._lanes: tuple[Lane, ...] = (Lane("", ""),)
        self._moments: tuple[Moment, ...] = ()
        self._spans: list[Span] = []
        self._advances: list[tuple[float, float, float]] = []
        self._first = self._last = 0.0
        self._legend = TimelineLegend()
        self.side = 0.0

    @property
    def face(self) -> QFont:
        """The letters that everything is written in."""
        return self._face

    @face.setter
    def face(self, face: QFont) -> None:
        self._face, self._advances = face, []

    @property
    def foot(self) -> float:
        """The height of the legend below the events."""
        return self._legend.height

    @property
    def row(self) -> float:
        """The height of a row: a line of text with air."""
        return max(ROW, QFontMetricsF(self.face).height() + 5)

    def set_moments(self, moments: Sequence[Moment], lanes: Sequence[tuple[str, str]] = ()) -> None:
        """Draw these events in lanes of these codes and names; those without a date are left out."""
        dated = [(span, moment) for moment in moments if (span := span_of(moment.date)) is not None]
        dated.sort(key=lambda pair: pair[0].start)
        self._spans = [span for span, _ in dated]
        self._moments = tuple(moment for _, moment in dated)
        self._advances, self.entries = [], ()
        self._lanes = tuple(Lane(code, name) for code, name in lanes) or (Lane("", ""),)
        self._first = min((span.start for span in self._spans), default=0.0)
        self._last = max((span.end for span in self._spans), default=1.0)

    # --- laying out ------------------------------------------------------------------------------------------------

    def measure(self, width: float) -> None:
        """How wide labels and the names of lanes are in a view of this width."""
        self._legend.lay_out(self._moments, self._spans, self.face, width)
        plain, bold = QFontMetricsF(self._face), QFontMetricsF(font(self._face, bold=True))
        if not self._advances:
            self._advances = [
                (
                    bold.horizontalAdvance(told_short(moment) + "  "),
                    bold.horizontalAdvance(told_when(moment) + "  "),
                    plain.horizontalAdvance(moment.text) + 2,
                )
                for moment in self._moments
            ]
        names = max((bold.horizontalAdvance(lane.name) for lane in self._lanes), default=0)
        self.side = min(names + 2 * PAD + 6, width * MOST_NAME) if names else 0.0

    def room(self, width: float) -> float:
        """How much of a view is left for time."""
        return max(width - self.side - 2 * SIDE - MARK, 60.0)

    def widest(self, width: float) -> float:
        """The scale at which all events fit into a view of this width."""
        return self.room(width) / max(self._last - self._first, 1.0)

    def filled(self) -> tuple[float, float]:
        """From when to when the latest well filled years go, in days behind the first event."""
        if not self._spans:
            return 0.0, 1.0
        start, end = filled(self._spans)
        return max(start - self._first, 0.0), min(end, self._last) - self._first

    def lay_out(self, scale: float, height: float) -> None:
        """Place all events at a scale, which is kept within bounds, in so many rows as a view of this height has, or
        as the marks need."""
        self.scale = min(scale, CLOSEST)
        wide = (self._last - self._first) * self.scale + MARK
        found = [[at for at, moment in enumerate(self._moments) if self._is_in(moment, lane)] for lane in self._lanes]
        marks = [[self._mark(at) for at in numbers] for numbers in found]
        packed, counts = self._packed(marks, wide, height)
        entries: list[Entry] = []
        lanes: list[Lane] = []
        top = 0.0
        for number, (lane, rows, count) in enumerate(zip(self._lanes, packed, counts, strict=True)):
            slots = rows.slots(count)
            used = max((slot.row + 1 for slot in slots), default=1)
            lanes.append(Lane(lane.code, lane.name, top, used))
            top += used * self.row + 2 * PAD
            placed = zip(found[number], marks[number], slots, strict=True)
            entries += [Entry(self._moments[at], self._spans[at], number, mark, slot) for at, mark, slot in placed]
        self._lanes = tuple(lanes)
        self.entries = tuple(sorted(entries, key=lambda entry: (entry.span.start, entry.lane)))

    def _packed(self, marks: Sequence[Sequence[Mark]], wide: float, height: float) -> tuple[list[Rows], Sequence[int]]:
        """The rows of each lane, and how many there are to be in a view of this height."""
        free = max(int((height - AXIS - self.foot - 2 * PAD * len(marks)) / self.row), 1)
        for letters in LETTERS:
            packed = [Rows(each, wide, QFontMetricsF(self.face).averageCharWidth() * letters) for each in marks]
            most = [max(rows.needed(free + 1), 1) for rows in packed]
            if sum(most) <= free:
                return packed, most
        fewest = [max(rows.needed(1), 1) for rows in packed]
        return packed, shared([(min(few, many), many) for few, many in zip(fewest, most, strict=True)], free)

    def _is_in(self, moment: Moment, lane: Lane) -> bool:
        """Whether a moment stands in a lane; in the first one what is in none."""
        known = {each.code for each in self._lanes} & set(moment.lanes)
        return lane.code in known if known else lane is self._lanes[0]

    def _mark(self, at: int) -> Mark:
        span = self._spans[at]
        left = (span.start - self._first) * self.scale
        right = left + MARK if span.precision == "day" else max(left + MARK, (span.end - self._first) * self.scale)
        short, long, text = self._advances[at]
        return Mark(left, left + MARK, right, text + (short if self.scale * YEAR >= YEARLY else long))

    def size(self) -> QSizeF:
        """The room that everything takes."""
        wide = self.side + 2 * SIDE + MARK + (self._last - self._first) * self.scale
        last = self._lanes[-1]
        return QSizeF(wide, AXIS + last.top + last.rows * self.row + 2 * PAD + self.foot)

    def box(self, entry: Entry, scroll: QPointF) -> QRectF:
        """Where mark and label of an event stand in a view scrolled so far."""
        left, right = entry.mark.left, entry.mark.right
        x = self.side + SIDE - scroll.x()
        if entry.slot.end > entry.slot.start and entry.mark.symbol + x > self.side:  # else it is out of sight
            left, right = min(left, entry.slot.start), max(right, entry.slot.end)
        return QRectF(left + x - 2, self._top(entry, scroll) + 1, right - left + 4, self.row - 2)

    def at(self, entry: Entry, scroll: QPointF) -> QPointF:
        """The middle of the mark of an event in a view scrolled so far."""
        x = self.side + SIDE + entry.mark.left + MARK / 2 - scroll.x()
        return QPointF(x, self._top(entry, scroll) + self.row / 2)

    def _top(self, entry: Entry, scroll: QPointF) -> float:
        """The upper edge of an event's row in a view scrolled so far."""
        return AXIS + self._lanes[entry.lane].top + PAD + entry.slot.row * self.row - scroll.y()

    def entry(self, statement: str) -> Entry | None:
        """The first place of a statement's event, if it has a date."""
        return next((entry for entry in self.entries if entry.moment.statement == statement), None)

    # --- painting --------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, view: QRectF, scroll: QPointF) -> None:
        """What a view of this size shows when scrolled so far."""
        painter.fillRect(view, QColor(self.theme.base))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = view.adjusted(0, AXIS + 1, 0, -self.foot)
        self._paint_lanes(painter, body, scroll)
        painter.save()
        painter.setClipRect(view.adjusted(self.side, 0, 0, -self.foot))
        self._paint_axis(painter, view, scroll.x())
        painter.setClipRect(body.adjusted(self.side, 0, 0, 0))
        for entry in sorted(self.entries, key=self._is_pointed):  # its label, in full, lies over others
            box = self.box(entry, scroll)
            if box.intersects(body):
                self._paint_entry(painter, entry, body, scroll)
        painter.restore()
        painter.setPen(QPen(QColor(self.theme.line), 2))
        painter.drawLine(QPointF(0, AXIS), QPointF(view.width(), AXIS))
        self._legend.paint(painter, view, self.theme)

    def _paint_lanes(self, painter: QPainter, body: QRectF, scroll: QPointF) -> None:
        """The grounds of the lanes, every other one raised, with their names on the left."""
        painter.save()
        painter.setClipRect(body)
        for number, lane in enumerate(self._lanes):
            top = AXIS + lane.top - scroll.y()
            box = QRectF(0, top, body.width(), lane.rows * self.row + 2 * PAD)
            if number % 2:
                painter.fillRect(box, QColor(self.theme.raised))
            name = QFontMetricsF(font(self.face, bold=True)).elidedText(
                lane.name, Qt.TextElideMode.ElideRight, self.side - 2 * PAD
            )
            painter.setFont(font(self.face, bold=True))
            painter.setPen(QColor(self.theme.text))
            seen = max(top, AXIS)  # the name of a lane that is scrolled stays as long as some of it is seen
            line = QRectF(PAD + 3, min(seen + PAD, box.bottom() - PAD - self.row), self.side, self.row)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), name)
        painter.restore()

    def _paint_axis(self, painter: QPainter, view: QRectF, scrolled: float) -> None:
        """The years and, where there is room, months; the year that the view begins in is told at its edge."""
        if not self.entries:
            return
        offset = self.side + SIDE - scrolled
        begin = self._first - (offset - self.side) / self.scale
        end = self._first + (view.width() - offset) / self.scale
        painter.setFont(self.face)
        metrics = QFontMetricsF(self.face)
        free = self.side + 5
        first = date.fromordinal(max(1, int(begin))).year
        found = [(tick.x + self.side, tick) for tick in ticks(begin, min(end, self._last + 366), self.scale)]
        names = [x for x, tick in found if tick.major and x >= self.side]
        wide = metrics.horizontalAdvance(f"{first} ") + 10
        if not names or names[0] > free + wide:
            painter.setPen(QColor(self.theme.text))
            painter.drawText(QPointF(free, AXIS - 10), str(first))
            free += wide
        for x, tick in found:
            if not self.side <= x <= view.width():
                continue
            painter.setPen(QPen(QColor(self.theme.line), 1.2 if tick.major else 0.6))
            painter.drawLine(QPointF(x, AXIS - (8 if tick.major else 4)), QPointF(x, view.height() - self.foot))
            if x + 5 >= free and x + 5 + metrics.horizontalAdvance(tick.text) <= view.width():
                painter.setPen(QColor(self.theme.text if tick.major else self.theme.muted))
                painter.drawText(QPointF(x + 5, AXIS - 10), tick.text)

    def _paint_entry(self, painter: QPainter, entry: Entry, body: QRectF, scroll: QPointF) -> None:
        moment, shift = entry.moment, self.side + SIDE - scroll.x()
        top = self._top(entry, scroll)
        label = self._label(entry, body, shift)
        if moment.statement in (self.chosen, self.pointed):
            edges = [entry.mark.left + shift, entry.mark.right + shift, *((label[0], label[1]) if label else ())]
            box = QRectF(min(edges) - 5, top + 1, max(edges) - min(edges) + 10, self.row - 2)
            rim = Qt.PenStyle.SolidLine if moment.statement == self.chosen else Qt.PenStyle.NoPen
            painter.setPen(QPen(QColor(self.theme.accent), 1, rim))
            painter.setBrush(QColor(self.theme.selection))
            painter.drawRoundedRect(box, 5, 5)
        x, middle, hollow = entry.mark.left + shift, top + self.row / 2, is_open(moment)
        if entry.span.precision == "day":
            draw_mark(painter, QPointF(x + MARK / 2, middle), moment.quad, self.theme, hollow=hollow)
        else:
            tall = self.row - 4 if label and entry.slot.within(entry.mark) else MARK
            band = QRectF(x, middle - tall / 2, entry.mark.right - entry.mark.left, tall)
            draw_span(painter, band, moment.quad, self.theme, hollow=hollow)
        if label:
            self._paint_label(painter, entry, label, middle)

    def _label(self, entry: Entry, body: QRectF, shift: float) -> tuple[float, float] | None:
        """From where to where the label of an event stands in the view; None where there is no room for it: what is
        scrolled out is not cut by the edge."""
        start, end = entry.slot.start + shift, entry.slot.end + shift
        least, right = self.side + PAD, body.width() - PAD
        if start < least and entry.mark.symbol <= entry.slot.start and end > entry.mark.right + shift:
            return None  # it stands behind a mark that is out of sight
        if entry.slot.within(entry.mark):  # it goes along with what is seen of its band
            start = max(start, least)
            end = min(start + entry.mark.wanted, entry.mark.right + shift - PAD)
        start, end = max(start, least), min(end, right)
        need = min(entry.mark.wanted, QFontMetricsF(self.face).averageCharWidth() * LETTERS[-1])
        if entry.slot.end <= entry.slot.start or end - start < need - 1:
            return None
        return self._whole(entry, (start, end), (least, right)) if self._is_pointed(entry) else (start, end)

    def _whole(self, entry: Entry, label: tuple[float, float], room: tuple[float, float]) -> tuple[float, float]:
        """From where to where a label stands in full, as far as the view goes, over what stands beside it."""
        (start, end), (least, right) = label, room
        if entry.slot.end < entry.mark.left:  # it ends at its mark
            return max(min(start, end - entry.mark.wanted), least), end
        return start, min(max(end, start + entry.mark.wanted), right)

    def _is_pointed(self, entry: Entry) -> bool:
        """Whether an event is under the pointer."""
        return entry.moment.statement == self.pointed

    def _paint_label(self, painter: QPainter, entry: Entry, label: tuple[float, float], middle: float) -> None:
        moment, (start, end) = entry.moment, label
        bold, metrics = font(self.face, bold=True), QFontMetricsF(self.face)
        when = self._when(moment) + "  "
        behind = QFontMetricsF(bold).horizontalAdvance(when)
        text = fitting(moment, metrics.horizontalAdvance, end - start - behind)
        if entry.slot.end < entry.mark.left:  # it ends at its mark
            start = end - behind - metrics.horizontalAdvance(text)
        base = middle + metrics.ascent() / 2 - 1
        painter.setFont(bold)
        painter.setPen(QColor(self.theme.text))
        painter.drawText(QPointF(start, base), when)
        painter.setFont(_slanted(self.face) if is_open(moment) else self.face)
        painter.drawText(QPointF(start + behind, base), text)

    def _when(self, moment: Moment) -> str:
        """When an event was, with the year where years stand too close to each other on the axis to tell it."""
        return told_short(moment) if self.scale * YEAR >= YEARLY else told_when(moment)


def _slanted(face: QFont) -> QFont:
    slanted = QFont(face)
    slanted.setItalic(True)
    return slanted
