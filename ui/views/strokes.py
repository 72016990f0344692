"""How lines are told apart without colour: a dash pattern for each mode of transport and each tone of dealings."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

DASHES: dict[str, tuple[float, ...]] = {
    "rail": (),
    "sea": (5.0, 3.0),
    "road": (0.1, 2.2),
    "pipeline": (6.0, 2.4, 0.1, 2.4),
    "power": (1.2, 1.8),
    "cooperation": (),
    "mixed": (14.0, 5.0),
    "conflict": (0.1, 2.2),
    "unbuilt": (1.6, 3.0),
}
"""Dash and gap in widths of the line, of a tone's dashes in pixels; nothing means an unbroken line."""

SITE, UNBUILT = "site", "unbuilt"
MODE_WORDS = {
    "rail": "Rail",
    "sea": "Sea",
    "road": "Road",
    "pipeline": "Pipeline",
    "power": "Power line",
    UNBUILT: "Not in use, or not all of it",
    SITE: "Mine, field, plant or other site",
}
TONE_WORDS = {
    "cooperation": "co-operation",
    "mixed": "mixed",
    "conflict": "tension",
    "neutral": "borders, memberships and other ties",
}


def pen(colour: QColor, width: float, pattern: str = "") -> QPen:
    """A round pen in pixels, dashed after its pattern's name."""
    result = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    dashes = DASHES.get(pattern, ())
    if pattern == "mixed":
        dashes = tuple(part / width for part in dashes)
    if dashes:
        result.setDashPattern(list(dashes))
    return result


def draw_track(
    painter: QPainter,
    path: QPainterPath,
    mode: str,
    colour: QColor,
    width: float,
    casing: QColor,
    *,
    used: bool = True,
) -> None:
    """A leg of a route: rail lies on a light bed, the others have a thin edge that lifts them off the ground.

    One that is not in use is broken, whatever its mode.
    """
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.strokePath(path, pen(casing, width + (3.0 if mode == "rail" else 1.6)))
    painter.strokePath(path, pen(colour, width, mode if used else UNBUILT))


def sample(painter: QPainter, box: QRectF, pattern: str, colour: QColor, width: float) -> None:
    """A short piece of line for a legend, through the middle of the box."""
    y = box.center().y()
    painter.setPen(pen(colour, width, pattern))
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))


def diamond(at: QPointF, reach: float) -> QPolygonF:
    """The sign of a site, which is no stop of a route."""
    reach += 0.8
    return QPolygonF([at + QPointF(x * reach, y * reach) for x, y in ((0, -1), (1, 0), (0, 1), (-1, 0))])
