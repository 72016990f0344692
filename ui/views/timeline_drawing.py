"""The timeline as a drawing: events at their days, each with its label beside it in a lane of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ui.theme import font
from ui.views.timeline_layout import Entry, Span, lay_out, span_of, ticks, told_when
from ui.views.timeline_legend import TimelineLegend, is_open
from ui.views.timeline_marks import REACH, draw_mark, draw_span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.pages.geopolitics import Moment
    from ui.theme import Theme

LANE = 27.0
AXIS = 30.0
SIDE = 18.0
LEAST = 120.0
LABELS = (300.0, 760.0)
"""The least and the most room that a label is given."""
MARK = 2 * REACH + 2
EDGE = 6.0
"""Where a label begins at the earliest: what is scrolled out on the left is cut at its end, as others are."""
BEHIND = 8.0
"""What stays free behind a label."""
STUB = 120.0
"""Pixels of words below which nothing is written of what is scrolled out on the left: "Meeting…" tells nobody what."""
CLOSEST = 40.0
"""Pixels a day at the most."""


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
        self._moments: tuple[Moment, ...] = ()
        self._advances: list[tuple[float, float]] = []
        self._spans: list[Span] = []
        self._widths: list[float] = []
        self._first = 0.0
        self._legend = TimelineLegend()

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

    def set_moments(self, moments: Sequence[Moment]) -> None:
        """Draw these events; those without a date are left out."""
        dated = [(span, moment) for moment in moments if (span := span_of(moment.date)) is not None]
        dated.sort(key=lambda pair: pair[0].start)
        self._spans = [span for span, _ in dated]
        self._moments = tuple(moment for _, moment in dated)
        self._advances, self.entries = [], ()
        self._first = min((span.start for span in self._spans), default=0.0)

    # --- laying out ------------------------------------------------------------------------------------------------

    def measure(self, width: float) -> None:
        """How wide the labels are in a view of this width, where long ones are cut."""
        self._legend.lay_out(self._moments, self._spans, self.face, width)
        if not self._advances:
            plain, bold = QFontMetricsF(self._face), QFontMetricsF(font(self._face, bold=True))
            self._advances = [
                (bold.horizontalAdvance(told_when(moment) + "  "), plain.horizontalAdvance(moment.text))
                for moment in self._moments
            ]
        most = min(max(width * 0.6, LABELS[0]), LABELS[1])
        self._widths = [min(date + text, most) + BEHIND for date, text in self._advances]

    def widest(self, width: float, *, later: bool = False) -> float:
        """The largest scale at which all events, or the later half, and their labels fit into a view of this width."""
        room = width - 2 * SIDE - MARK - 8
        half = len(self._spans) // 2 if later else 0
        first = self._spans[half].start if later and self._spans else self._first
        places = zip(self._spans[half:], self._widths[half:], strict=True)
        ends = [(span.end - first, wide) for span, wide in places]
        return min((max(room - wide, LEAST) / max(days, 1) for days, wide in ends), default=1.0)

    def lay_out(self, scale: float) -> None:
        """Place all events at a scale, which is kept within bounds."""
        self.scale = min(scale, CLOSEST)
        self.entries = lay_out(self._moments, self._widths, self._first, self.scale, MARK)

    def size(self) -> QSizeF:
        """The room that everything takes."""
        wide = 2 * SIDE + max((entry.end for entry in self.entries), default=0.0)
        lanes = 1 + max((entry.lane for entry in self.entries), default=0)
        return QSizeF(wide, AXIS + self.foot + self.lane * lanes + 8)

    @property
    def lane(self) -> float:
        """The height of a lane: a line of text with air."""
        return max(LANE, QFontMetricsF(self.face).height() + 10)

    def box(self, entry: Entry, scroll: QPointF) -> QRectF:
        """Where mark and label of an event stand in a view scrolled so far."""
        x, y = SIDE - scroll.x(), AXIS + 6 + entry.lane * self.lane - scroll.y()
        return QRectF(entry.left + x - 2, y, entry.end - entry.left + 4, self.lane - 3)

    def entry(self, statement: str) -> Entry | None:
        """The event of a statement, if it has a date."""
        return next((entry for entry in self.entries if entry.moment.statement == statement), None)

    # --- painting --------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, view: QRectF, scroll: QPointF) -> None:
        """What a view of this size shows when scrolled so far."""
        painter.fillRect(view, QColor(self.theme.base))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axis(painter, view, scroll.x())
        painter.save()
        painter.setClipRect(view.adjusted(0, AXIS + 1, 0, -self.foot))
        for entry in self.entries:
            box = self.box(entry, scroll)
            if box.intersects(view):
                self._paint_entry(painter, entry, box)
        painter.restore()
        self._legend.paint(painter, view, self.theme)

    def _paint_axis(self, painter: QPainter, view: QRectF, scrolled: float) -> None:
        if not self.entries:
            return
        offset = SIDE - scrolled
        reach = self._first + (view.width() + scrolled) / self.scale
        last = max(entry.span.end for entry in self.entries)
        painter.setFont(self.face)
        for tick in ticks(self._first - SIDE / self.scale, min(reach, last + 366 * 2), self.scale):
            x = tick.x - SIDE + offset
            painter.setPen(QPen(QColor(self.theme.line), 1.2 if tick.major else 0.6))
            painter.drawLine(QPointF(x, AXIS - (8 if tick.major else 4)), QPointF(x, view.height() - self.foot))
            painter.setPen(QColor(self.theme.text if tick.major else self.theme.muted))
            painter.drawText(QPointF(x + 5, AXIS - 10), tick.text)
        painter.setPen(QPen(QColor(self.theme.line), 2))
        painter.drawLine(QPointF(0, AXIS), QPointF(view.width(), AXIS))

    def _paint_entry(self, painter: QPainter, entry: Entry, box: QRectF) -> None:
        moment = entry.moment
        if moment.statement in (self.chosen, self.pointed):
            rim = Qt.PenStyle.SolidLine if moment.statement == self.chosen else Qt.PenStyle.NoPen
            painter.setPen(QPen(QColor(self.theme.accent), 1, rim))
            painter.setBrush(QColor(self.theme.selection))
            painter.drawRoundedRect(box.adjusted(-3, 0, 3, 0), 5, 5)
        x = box.left() + 2
        middle = box.center().y()
        if entry.span.precision == "day":
            draw_mark(painter, QPointF(x + MARK / 2, middle), moment.quad, self.theme, hollow=is_open(moment))
        else:
            span = QRectF(x, middle - MARK / 2, entry.right - entry.left, MARK)
            draw_span(painter, span, moment.quad, self.theme, hollow=is_open(moment))
        bold = font(self.face, bold=True)
        when = told_when(moment) + "  "
        base = middle + QFontMetricsF(self.face).ascent() / 2 - 1
        at = max(x + entry.label - entry.left, EDGE)
        behind = at + QFontMetricsF(bold).horizontalAdvance(when)
        room = x + entry.end - entry.left - BEHIND - behind
        out = at > x + entry.label - entry.left and moment.statement not in (self.chosen, self.pointed)
        if room < (min(STUB, QFontMetricsF(self.face).horizontalAdvance(moment.text)) if out else 0):
            return
        text = QFontMetricsF(self.face).elidedText(moment.text, Qt.TextElideMode.ElideRight, room + 1)
        painter.setFont(bold)
        painter.setPen(QColor(self.theme.text))
        painter.drawText(QPointF(at, base), when)
        painter.setFont(_slanted(self.face) if is_open(moment) else self.face)
        painter.drawText(QPointF(behind, base), text)


def _slanted(face: QFont) -> QFont:
    slanted = QFont(face)
    slanted.setItalic(True)
    return slanted
