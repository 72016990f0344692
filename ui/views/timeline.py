"""The timeline: events on an axis of time, each with its label beside it in a lane of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from ui.theme import font
from ui.views.export import offer_picture
from ui.views.timeline_layout import Entry, Span, lay_out, span_of, ticks, when_in_words
from ui.views.timeline_marks import QUADS, REACH, draw_mark, draw_span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.pages.geopolitics import Moment
    from ui.theme import Theme

LANE = 27.0
AXIS = 30.0
FOOT = 34.0
SIDE = 18.0
LEAST = 120.0
LABELS = (300.0, 760.0)
"""The least and the most room that a label is given."""
MARK = 2 * REACH + 2
CLOSEST = 40.0
"""Pixels a day at the most."""
STEP = 1.3


class TimelineView(QAbstractScrollArea):
    """Events in time. A click, or Enter after the arrow keys, tells `moment_chosen` with the id of the statement."""

    moment_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._moments: tuple[Moment, ...] = ()
        self._entries: tuple[Entry, ...] = ()
        self._texts: dict[str, str] = {}
        self._spans: list[Span] = []
        self._widths: list[float] = []
        self._first = self._last = 0.0
        self._scale = 1.0
        self._fitted = True
        self._chosen = self._pointed = ""
        self._grip: QPointF | None = None
        self._lay_out()
        offer_picture(self, "the timeline")

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else it would narrow a fitted view
        self.setMinimumSize(360, 160)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("Timeline of events")
        self.setAccessibleDescription("Left and right go from event to event, Enter shows it, plus and minus zoom.")

    def set_moments(self, moments: Sequence[Moment]) -> None:
        """Show these events, all of them in view."""
        self._moments = tuple(sorted((m for m in moments if span_of(m.date)), key=_when))
        self._chosen = self._pointed = ""
        self.fit()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self.viewport().update()

    def choose(self, statement: str) -> None:
        """Mark an event and bring it into view; "" marks none."""
        self._chosen = statement
        entry = next((entry for entry in self._entries if entry.moment.statement == statement), None)
        if entry is not None:
            self._bring(entry)
        self.viewport().update()

    def boxes(self) -> dict[str, QRectF]:
        """Where mark and label of each event stand in the view, by statement."""
        return {entry.moment.statement: self._box(entry) for entry in self._entries}

    def fit(self) -> None:
        """All events in the width of the view."""
        self._fitted = True
        self._spans = [span for moment in self._moments if (span := span_of(moment.date)) is not None]
        self._measure()
        if not self._spans:
            self._entries = ()
            self.viewport().update()
            return
        self._first, self._last = min(s.start for s in self._spans), max(s.end for s in self._spans)
        self._zoom_to(min(CLOSEST, self._lowest()))

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Come closer or go away; the day under `at` (pixels from the left) stays where it is."""
        self._fitted = False
        bar = self.horizontalScrollBar()
        at = self.viewport().width() / 2 if at is None else at
        day = (bar.value() + at - SIDE) / self._scale
        self._zoom_to(min(CLOSEST, max(min(self._lowest(), CLOSEST), self._scale * factor)))
        bar.setValue(round(day * self._scale + SIDE - at))

    # --- laying out ------------------------------------------------------------------------------------------------

    def _label_room(self) -> float:
        least, most = LABELS
        return min(max(self.viewport().width() * 0.6, least), most)

    def _lowest(self) -> float:
        """Pixels a day at which all events and their labels fit into the view."""
        room = self.viewport().width() - 2 * SIDE - MARK - 8
        ends = [(span.end - self._first, width) for span, width in zip(self._spans, self._widths, strict=True)]
        return min((max(room - width, LEAST) / max(days, 1) for days, width in ends), default=1.0)

    def _measure(self) -> None:
        """The labels as they are written, and how wide they are."""
        plain, bold = QFontMetricsF(self.font()), QFontMetricsF(font(self.font(), bold=True))
        most = self._label_room()
        dates = [bold.horizontalAdvance(when_in_words(moment.date) + "  ") for moment in self._moments]
        texts = [
            plain.elidedText(moment.text, Qt.TextElideMode.ElideRight, most - date)
            for moment, date in zip(self._moments, dates, strict=True)
        ]
        self._widths = [date + plain.horizontalAdvance(text) + 8 for date, text in zip(dates, texts, strict=True)]
        self._texts = {moment.statement: text for moment, text in zip(self._moments, texts, strict=True)}

    def _zoom_to(self, scale: float) -> None:
        self._scale = scale
        self._entries = lay_out(self._moments, self._widths, self._first, scale, MARK)
        self._set_bars()
        self.viewport().update()

    def _set_bars(self) -> None:
        wide = 2 * SIDE + max((entry.end for entry in self._entries), default=0.0)
        tall = AXIS + FOOT + self._lane() * (1 + max((entry.lane for entry in self._entries), default=0)) + 8
        for bar, whole, page in (
            (self.horizontalScrollBar(), wide, self.viewport().width()),
            (self.verticalScrollBar(), tall, self.viewport().height()),
        ):
            bar.setRange(0, max(0, round(whole - page)))
            bar.setPageStep(page)
            bar.setSingleStep(round(self._lane()))

    def _box(self, entry: Entry) -> QRectF:
        """Where marker and label of an event stand in the view."""
        x = SIDE - self.horizontalScrollBar().value()
        y = AXIS + 6 + entry.lane * self._lane() - self.verticalScrollBar().value()
        return QRectF(entry.left + x - 2, y, entry.end - entry.left + 4, self._lane() - 3)

    def _lane(self) -> float:
        """The height of a lane: a line of text with air."""
        return max(LANE, QFontMetricsF(self.font()).height() + 10)

    def _bring(self, entry: Entry) -> None:
        box, view = self._box(entry), self.viewport().rect()
        side, up = self.horizontalScrollBar(), self.verticalScrollBar()
        if box.left() < 0 or box.right() > view.width():
            side.setValue(round(side.value() + box.left() - view.width() / 4))
        if box.top() < AXIS or box.bottom() > view.height() - FOOT:
            up.setValue(round(up.value() + box.top() - view.height() / 2))

    # --- painting --------------------------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._paint(painter, QRectF(self.viewport().rect()))
        painter.end()

    def paint_on(self, painter: QPainter, area: QRectF) -> None:
        """What the view shows, scaled into an area."""
        view = QRectF(self.viewport().rect())
        painter.save()
        painter.translate(area.topLeft())
        scale = min(area.width() / view.width(), area.height() / view.height())
        painter.scale(scale, scale)
        self._paint(painter, view)
        painter.restore()

    def _paint(self, painter: QPainter, view: QRectF) -> None:
        painter.fillRect(view, QColor(self._theme.base))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axis(painter, view)
        painter.save()
        painter.setClipRect(view.adjusted(0, AXIS + 1, 0, -FOOT))
        for entry in self._entries:
            box = self._box(entry)
            if box.intersects(view):
                self._paint_entry(painter, entry, box)
        painter.restore()
        self._paint_legend(painter, view)

    def _paint_axis(self, painter: QPainter, view: QRectF) -> None:
        if not self._entries:
            return
        offset = SIDE - self.horizontalScrollBar().value()
        reach = self._first + (view.width() + self.horizontalScrollBar().value()) / self._scale
        painter.setFont(self.font())
        for tick in ticks(self._first - SIDE / self._scale, min(reach, self._last + 366 * 2), self._scale):
            x = tick.x - SIDE + offset
            painter.setPen(QPen(QColor(self._theme.line), 1.2 if tick.major else 0.6))
            painter.drawLine(QPointF(x, AXIS - (8 if tick.major else 4)), QPointF(x, view.height() - FOOT))
            painter.setPen(QColor(self._theme.text if tick.major else self._theme.muted))
            painter.drawText(QPointF(x + 5, AXIS - 10), tick.text)
        painter.setPen(QPen(QColor(self._theme.line), 2))
        painter.drawLine(QPointF(0, AXIS), QPointF(view.width(), AXIS))

    def _paint_entry(self, painter: QPainter, entry: Entry, box: QRectF) -> None:
        moment = entry.moment
        if moment.statement in (self._chosen, self._pointed):
            rim = Qt.PenStyle.SolidLine if moment.statement == self._chosen else Qt.PenStyle.NoPen
            painter.setPen(QPen(QColor(self._theme.accent), 1, rim))
            painter.setBrush(QColor(self._theme.selection))
            painter.drawRoundedRect(box.adjusted(-3, 0, 3, 0), 5, 5)
        x = box.left() + 2
        middle = box.center().y()
        if entry.span.precision == "day":
            draw_mark(painter, QPointF(x + MARK / 2, middle), moment.quad, self._theme, hollow=False)
        else:
            draw_span(painter, QRectF(x, middle - MARK / 2, entry.right - entry.left, MARK), moment.quad, self._theme)
        bold = font(self.font(), bold=True)
        when = when_in_words(moment.date) + "  "
        base = middle + QFontMetricsF(self.font()).ascent() / 2 - 1
        at = x + entry.label - entry.left
        painter.setFont(bold)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(QPointF(at, base), when)
        painter.setFont(self.font())
        painter.drawText(QPointF(at + QFontMetricsF(bold).horizontalAdvance(when), base), self._texts[moment.statement])

    def _paint_legend(self, painter: QPainter, view: QRectF) -> None:
        used = sorted({entry.moment.quad for entry in self._entries} & set(QUADS))
        face = font(self.font(), scale=0.85)
        metrics = QFontMetricsF(face)
        painter.setFont(face)
        x, y = SIDE + REACH, view.height() - FOOT / 2
        for quad in used:
            draw_mark(painter, QPointF(x, y), quad, self._theme, hollow=False)
            x = self._word(painter, metrics, x + 12, y, QUADS[quad][1])
        if any(entry.span.precision != "day" for entry in self._entries):
            draw_span(painter, QRectF(x, y - MARK / 2, 30, MARK), used[0] if used else 1, self._theme)
            self._word(painter, metrics, x + 38, y, "only the month or year is stated")

    def _word(self, painter: QPainter, metrics: QFontMetricsF, x: float, y: float, words: str) -> float:
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(QPointF(x, y + metrics.ascent() / 2 - 1), words)
        return x + metrics.horizontalAdvance(words) + 26

    # --- hands -----------------------------------------------------------------------------------------------------

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self.fit()
        else:
            self._set_bars()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(STEP ** (event.angleDelta().y() / 120), event.position().x())
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        entry = self._under(event.position())
        if entry is None:
            self._grip = event.position()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._tell(entry)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            step = event.position() - self._grip
            self._grip = event.position()
            for bar, by in ((self.horizontalScrollBar(), step.x()), (self.verticalScrollBar(), step.y())):
                bar.setValue(round(bar.value() - by))
            return
        self._point_at(self._under(event.position()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.viewport().unsetCursor()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._under(event.position()) is None:
            self.fit()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts = {
            Qt.Key.Key_Right: lambda: self._step(1),
            Qt.Key.Key_Down: lambda: self._step(1),
            Qt.Key.Key_Left: lambda: self._step(-1),
            Qt.Key.Key_Up: lambda: self._step(-1),
            Qt.Key.Key_Plus: lambda: self.zoom(STEP),
            Qt.Key.Key_Equal: lambda: self.zoom(STEP),
            Qt.Key.Key_Minus: lambda: self.zoom(1 / STEP),
            Qt.Key.Key_Home: self.fit,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _step(self, by: int) -> None:
        """The event after or before the chosen one."""
        ids = [entry.moment.statement for entry in self._entries]
        if not ids:
            return
        at = ids.index(self._chosen) + by if self._chosen in ids else 0
        self._tell(self._entries[min(max(at, 0), len(ids) - 1)])

    def _tell(self, entry: Entry) -> None:
        self.choose(entry.moment.statement)
        self.moment_chosen.emit(entry.moment.statement)

    def _under(self, at: QPointF) -> Entry | None:
        return next((entry for entry in self._entries if self._box(entry).contains(at)), None)

    def _point_at(self, entry: Entry | None) -> None:
        pointed = entry.moment.statement if entry else ""
        if pointed != self._pointed:
            self._pointed = pointed
            shape = Qt.CursorShape.PointingHandCursor if entry else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().setToolTip(f"{when_in_words(entry.moment.date)}: {entry.moment.text}" if entry else "")
            self.viewport().update()


def _when(moment: Moment) -> float:
    span = span_of(moment.date)
    return span.start if span else 0.0
