"""The timeline on the screen: scrolled, zoomed and chosen from by hand and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from ui.views.export import offer_picture
from ui.views.timeline_drawing import AXIS, SIDE, TimelineDrawing
from ui.views.timeline_layout import Entry, when_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from models.pages.geopolitics import Moment
    from ui.theme import Theme

STEP = 1.3


class TimelineView(QAbstractScrollArea):
    """Events in time. A click, or Enter after the arrow keys, tells `moment_chosen` with the id of the statement."""

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
        self.setAccessibleDescription("Left and right go from event to event, plus and minus zoom, Home shows all.")

    def set_moments(self, moments: Sequence[Moment]) -> None:
        """Show these events; they are laid out when somebody looks."""
        self._drawing.set_moments(moments)
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
        entry = self._drawing.entry(statement)
        if entry is not None:
            self._bring(entry)
        self.viewport().update()

    def boxes(self) -> dict[str, QRectF]:
        """Where mark and label of each event stand in the view, by statement."""
        return {entry.moment.statement: self._box(entry) for entry in self._drawing.entries}

    def fit(self) -> None:
        """All events in the width of the view."""
        self._keep, self._late = self.fit, False
        width = self.viewport().width()
        self._drawing.measure(width)
        self._show_at(self._drawing.widest(width))

    def begin(self) -> None:
        """All events in the view; where it is not high enough for them, the later half, with the others to its left."""
        self.fit()
        self._keep = self.begin
        if self.verticalScrollBar().maximum():
            self._show_at(self._drawing.widest(self.viewport().width(), later=True))
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().maximum())

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Come closer or go away; the day under `at` (pixels from the left) stays where it is."""
        self._keep = None
        bar, drawing = self.horizontalScrollBar(), self._drawing
        at = self.viewport().width() / 2 if at is None else at
        day = (bar.value() + at - SIDE) / drawing.scale
        self._show_at(max(drawing.widest(self.viewport().width()), drawing.scale * factor))
        bar.setValue(round(day * drawing.scale + SIDE - at))

    def _show_at(self, scale: float) -> None:
        self._drawing.lay_out(scale)
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
            bar.setSingleStep(round(self._drawing.lane))

    def _scroll(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _box(self, entry: Entry) -> QRectF:
        return self._drawing.box(entry, self._scroll())

    def _bring(self, entry: Entry) -> None:
        box, view = self._box(entry), self.viewport().rect()
        side, up = self.horizontalScrollBar(), self.verticalScrollBar()
        if box.left() < 0 or box.right() > view.width():
            side.setValue(round(side.value() + box.left() - view.width() / 4))
        if box.top() < AXIS or box.bottom() > view.height() - self._drawing.foot:
            up.setValue(round(up.value() + box.top() - view.height() / 2))

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
        ids = [entry.moment.statement for entry in self._drawing.entries]
        if not ids:
            return
        at = ids.index(self._drawing.chosen) + by if self._drawing.chosen in ids else 0
        self._tell(self._drawing.entries[min(max(at, 0), len(ids) - 1)])

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
