"""The marks of a timeline: a shape for each class of event, hollow if only planned, a span for a month or year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

if TYPE_CHECKING:
    from ui.theme import Theme

QUADS = {
    1: ("cooperation", "talks and agreements"),
    2: ("cooperation", "aid, trade and work together"),
    3: ("conflict", "criticism and threats"),
    4: ("conflict", "sanctions and clashes"),
}
SHAPES = {
    2: ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
    3: ((0, -1.05), (1.05, 0.8), (-1.05, 0.8)),
    4: ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
}
REACH = 5.5


def colour_of(quad: int, theme: Theme) -> QColor:
    """The colour of a PLOVER quad class; muted for an unknown one."""
    return theme.tone(QUADS[quad][0]) if quad in QUADS else QColor(theme.muted)


def draw_mark(painter: QPainter, at: QPointF, quad: int, theme: Theme, *, hollow: bool) -> None:
    """The shape of a quad class at a point; hollow when it has not (yet) happened."""
    colour = colour_of(quad, theme)
    painter.setPen(QPen(colour, 1.8))
    painter.setBrush(QColor(theme.base) if hollow else colour)
    corners = SHAPES.get(quad)
    if corners is None:
        painter.drawEllipse(at, REACH - 0.5, REACH - 0.5)
    else:
        painter.drawPolygon(QPolygonF([at + QPointF(x * REACH, y * REACH) for x, y in corners]))


def draw_span(painter: QPainter, box: QRectF, quad: int, theme: Theme, *, hollow: bool) -> None:
    """A month or year in which an event lies: a pale band with a dashed rim and the shape at its start."""
    colour = colour_of(quad, theme)
    pale = QColor(colour)
    pale.setAlphaF(0.16)
    painter.setPen(QPen(colour, 1.2, Qt.PenStyle.DashLine))
    painter.setBrush(pale)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    draw_mark(painter, QPointF(box.left() + box.height() / 2, box.center().y()), quad, theme, hollow=hollow)
