"""The timeline on the screen: scrolled, zoomed and chosen from by hand and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from ui.views.export import offer_picture
from ui.views.timeline_drawing import AXIS, SIDE, Entry, TimelineDrawing
from ui.views.timeline_layout import when_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from models.pages.geopolitics import Moment
    from ui.theme import Theme

STEP = 1.3


class TimelineView(QAbstractScrollArea):
    """Events in time, in a lane for each country. A click, or an arrow key, tells `moment_chosen` with the id of the
    statement."""

    moment_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = TimelineDrawing(theme, QFont(self.font()))
        self._late = False
        self._keep: Callable[[], None] | None = self.begin
        self._grip: QPointF | None = None
        self._lay_out()
        offer_picture(self, "the timeline")

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else it would narrow a fitted view
        self.setMinimumSize(280, 140)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("Timeline of events")
        self.setAccessibleDescription(
            "Left and right go from event to event in time, up and down in the lanes, plus and minus zoom, "
            "Home shows all, End the latest years."
        )

    def set_moments(self, moments: Sequence[Moment], lanes: Sequence[tuple[str, str]] = ()) -> None:
        """Show these events in lanes of these codes and names; they are laid out when somebody looks."""
        self._drawing.set_moments(moments, lanes)
        self._drawing.chosen = self._drawing.pointed = ""
        self._keep, self._late = self.begin, True
        if self.isVisible():
            self.begin()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._drawing.theme = theme
        self.viewport().update()

    def choose(self, statement: str) -> None:
        """Mark an event and bring it into view; "" marks none."""
        self._drawing.chosen = statement
        entries = [entry for entry in self._drawing.entries if entry.moment.statement == statement]
        if entries and not any(map(self._in_sight, entries)):
            self._bring(entries[0])
        self.viewport().update()

    def boxes(self) -> dict[str, QRectF]:
        """Where mark and label of each event stand in the view, by statement: in the first lane that it is in."""
        return {entry.moment.statement: self._box(entry) for entry in self._drawing.entries[::-1]}

    def fit(self) -> None:
        """All events in the width of the view."""
        self._keep, self._late = self.fit, False
        width = self.viewport().width()
        self._drawing.measure(width)
        self._show_at(self._drawing.widest(width))

    def begin(self) -> None:
        """The latest years that are well filled in the width of the view, with the earlier ones to its left; all
        where there is room for the label of each."""
        self.fit()
        self._keep = self.begin
        if all(entry.slot.end > entry.slot.start for entry in self._drawing.entries):
            return
        start, end = self._drawing.filled()
        self._show_at(self._drawing.room(self.viewport().width()) / max(end - start, 1.0))
        self.horizontalScrollBar().setValue(round(start * self._drawing.scale))

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Come closer or go away; the day under `at` (pixels from the left) stays where it is."""
        self._keep = None
        bar, drawing = self.horizontalScrollBar(), self._drawing
        at = self.viewport().width() / 2 if at is None else at
        edge = drawing.side + SIDE
        day = (bar.value() + at - edge) / drawing.scale
        self._show_at(max(drawing.widest(self.viewport().width()), drawing.scale * factor))
        bar.setValue(round(day * drawing.scale + edge - at))

    def _show_at(self, scale: float) -> None:
        self._drawing.lay_out(scale, self.viewport().height())
        self._set_bars()
        self.viewport().update()

    def _set_bars(self) -> None:
        size = self._drawing.size()
        for bar, whole, page in (
            (self.horizontalScrollBar(), size.width(), self.viewport().width()),
            (self.verticalScrollBar(), size.height(), self.viewport().height()),
        ):
            bar.setRange(0, max(0, round(whole - page)))
            bar.setPageStep(page)
            bar.setSingleStep(round(self._drawing.row))

    def _scroll(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _box(self, entry: Entry) -> QRectF:
        return self._drawing.box(entry, self._scroll())

    def _in_sight(self, entry: Entry) -> bool:
        """Whether the mark of an event is seen."""
        view, at = self.viewport().rect(), self._drawing.at(entry, self._scroll())
        across = self._drawing.side <= at.x() <= view.width()
        return across and at.y() - self._drawing.row / 2 >= AXIS and at.y() <= view.height() - self._drawing.foot

    def _bring(self, entry: Entry) -> None:
        view, at = self.viewport().rect(), self._drawing.at(entry, self._scroll())
        side, up = self.horizontalScrollBar(), self.verticalScrollBar()
        if not self._drawing.side <= at.x() <= view.width():
            side.setValue(round(side.value() + at.x() - view.width() / 2))
        if not AXIS <= at.y() - self._drawing.row / 2 <= view.height() - self._drawing.foot - self._drawing.row:
            up.setValue(round(up.value() + at.y() - view.height() / 2))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._drawing.paint(painter, QRectF(self.viewport().rect()), self._scroll())
        painter.end()

    def paint_on(self, painter: QPainter, area: QRectF) -> None:
        """What the view shows, scaled into an area."""
        view = QRectF(self.viewport().rect())
        scale = min(area.width() / view.width(), area.height() / view.height())
        painter.save()
        painter.translate(area.topLeft())
        painter.scale(scale, scale)
        self._drawing.paint(painter, view, self._scroll())
        painter.restore()

    # --- hands -----------------------------------------------------------------------------------------------------

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._drawing.face = QFont(self.font())
            (self._keep or self.fit)()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._late:
            self.begin()
            self.choose(self._drawing.chosen)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._keep is not None:
            self._keep()
        else:
            self._drawing.measure(self.viewport().width())
            self._show_at(self._drawing.scale)
        self.choose(self._drawing.chosen)  # it is not hidden by the evidence that opens below

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
            Qt.Key.Key_Left: lambda: self._step(-1),
            Qt.Key.Key_Down: lambda: self._step(1, within=True),
            Qt.Key.Key_Up: lambda: self._step(-1, within=True),
            Qt.Key.Key_Plus: lambda: self.zoom(STEP),
            Qt.Key.Key_Equal: lambda: self.zoom(STEP),
            Qt.Key.Key_Minus: lambda: self.zoom(1 / STEP),
            Qt.Key.Key_Home: self.fit,
            Qt.Key.Key_End: self.begin,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _step(self, by: int, *, within: bool = False) -> None:
        """The event after or before the chosen one in time, or `within` the lanes from the top down."""
        entries = self._drawing.entries
        if within:
            entries = tuple(sorted(entries, key=lambda entry: (entry.lane, entry.slot.row, entry.mark.left)))
        ids = list(dict.fromkeys(entry.moment.statement for entry in entries))
        if not ids:
            return
        last = len(ids) - 1
        seen = (entry.moment.statement for entry in entries if self._in_sight(entry))
        at = ids.index(self._drawing.chosen) + by if self._drawing.chosen in ids else ids.index(next(seen, ids[0]))
        found = self._drawing.entry(ids[min(max(at, 0), last)])
        if found is not None:
            self._tell(found)

    def _tell(self, entry: Entry) -> None:
        self.choose(entry.moment.statement)
        self.moment_chosen.emit(entry.moment.statement)

    def _under(self, at: QPointF) -> Entry | None:
        return next((entry for entry in self._drawing.entries if self._box(entry).contains(at)), None)

    def _point_at(self, entry: Entry | None) -> None:
        pointed = entry.moment.statement if entry else ""
        if pointed != self._drawing.pointed:
            self._drawing.pointed = pointed
            shape = Qt.CursorShape.PointingHandCursor if entry else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().setToolTip(_hint(entry.moment) if entry else "")
            self.viewport().update()


def _hint(moment: Moment) -> str:
    """An event in full."""
    inferred = " (year inferred)" if moment.year_inferred else ""
    return f"{when_in_words(moment.date)}{inferred}: {moment.text}"
