"""How lines of routes are drawn: each mode by a colour and a pattern, so that no reader depends on colour."""

from __future__ import annotations

from typing import NamedTuple

from models.briefs.drawing import svg
from models.briefs.drawing.geometry import Point

WHITE, GREY = "#ffffff", "#566573"
CASING = 1.6
"""What a white edge adds to the width of a line."""


class Stroke(NamedTuple):
    """Colour, width in points, and dashes (empty for a whole line)."""

    colour: str
    width: float
    dash: str = ""


STROKES = {
    "rail": Stroke("#b8322a", 1.5),
    "road": Stroke("#8a5a12", 0.9),
    "sea": Stroke("#1f5f9a", 1.3, "1.4,2.4"),
    "pipeline": Stroke("#5b3f8c", 1.3, "8,1.6,1.6,1.6"),
    "power": Stroke("#1f6b4f", 1.3, "2.2,1.4"),
}
OTHER = Stroke(GREY, 1.3)
UNBUILT = "3.2,2.6"


def stroke_of(mode: str, *, used: bool = True) -> Stroke:
    """How a leg of this mode is drawn; one that is not in use is broken."""
    found = STROKES.get(mode, OTHER)
    return found if used else found._replace(dash=UNBUILT)


def casing(line: tuple[Point, ...], stroke: Stroke) -> str:
    """The white edge below a line, which keeps crossing lines apart."""
    return drawn(line, Stroke(WHITE, stroke.width + CASING))


def drawn(line: tuple[Point, ...], stroke: Stroke) -> str:
    """The line itself."""
    return svg.element(
        "path",
        d=svg.path((line,), closed=False),
        fill="none",
        stroke=stroke.colour,
        stroke_width=stroke.width,
        stroke_dasharray=stroke.dash or None,
        stroke_linejoin="round",
        stroke_linecap=None if stroke.dash else "round",
    )
