"""The foot of the timeline: what its marks mean, in as many rows as the words need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from ui.theme import font
from ui.views.timeline_marks import QUADS, REACH, draw_mark, draw_span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from models.pages.geopolitics import Moment
    from ui.theme import Theme
    from ui.views.timeline_layout import Span

TALL = 34.0
APART = 26.0
SPAN = (30.0, 2 * REACH + 2)
"""Width and height of the sample of a span."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark (or a span, or nothing) with the words that explain it."""

    words: str
    quad: int = 0
    span: bool = False
    hollow: bool = False

    @property
    def room(self) -> float:
        """Pixels from the mark to its words."""
        if not self.quad:
            return -REACH
        return SPAN[0] + 8 if self.span else 12.0


class TimelineLegend:
    """Explains only marks that are there. `height` is what it needs once it is laid out."""

    def __init__(self) -> None:
        self.height = TALL
        self._rows: list[list[tuple[Sign, float]]] = []
        self._face = QFont()

    def lay_out(self, moments: Sequence[Moment], spans: Sequence[Span], face: QFont, width: float) -> None:
        """Place the signs of these events in rows no wider than the view, each sign at its distance from the left."""
        self._face = font(face, scale=0.85)
        metrics = QFontMetricsF(self._face)
        self._rows = [[]]
        x = start = 2.0 * REACH + 10
        for sign in signs(moments, spans):
            wide = sign.room + metrics.horizontalAdvance(sign.words)
            if self._rows[-1] and x + wide > width:
                self._rows.append([])
                x = start
            self._rows[-1].append((sign, x))
            x += wide + APART
        self.height = TALL + (len(self._rows) - 1) * metrics.lineSpacing()

    def paint(self, painter: QPainter, view: QRectF, theme: Theme) -> None:
        """The rows at the foot of the view."""
        metrics = QFontMetricsF(self._face)
        painter.setFont(self._face)
        y = view.height() - self.height + TALL / 2
        for row in self._rows:
            for sign, x in row:
                _paint_sign(painter, sign, x, y, theme)
                painter.setPen(QColor(theme.muted))
                painter.drawText(QPointF(x + sign.room, y + metrics.ascent() / 2 - 1), sign.words)
            y += metrics.lineSpacing()


def signs(moments: Sequence[Moment], spans: Sequence[Span]) -> Iterator[Sign]:
    """What there is to explain in these events."""
    used = sorted({moment.quad for moment in moments} & set(QUADS))
    first = used[0] if used else 1
    for quad in used:
        yield Sign(QUADS[quad][1], quad)
    if any(span.precision != "day" for span in spans):
        yield Sign("only the month or year is stated", first, span=True)
    if any(is_open(moment) for moment in moments):
        yield Sign("planned or possible", first, hollow=True)
    if any(moment.year_inferred for moment in moments):
        yield Sign("~ year inferred")


def is_open(moment: Moment) -> bool:
    """Whether the event is told as planned or possible, not as having happened."""
    return moment.modality.ahead


def _paint_sign(painter: QPainter, sign: Sign, x: float, y: float, theme: Theme) -> None:
    wide, tall = SPAN
    if sign.span:
        draw_span(painter, QRectF(x, y - tall / 2, wide, tall), sign.quad, theme, hollow=False)
    elif sign.quad:
        draw_mark(painter, QPointF(x, y), sign.quad, theme, hollow=sign.hollow)
