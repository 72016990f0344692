"""Elements of SVG Tiny 1.2 as text, and how wide words are about."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import east_asian_width
from xml.sax.saxutils import quoteattr

from markupsafe import escape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.briefs.drawing.geometry import Point

FONT = "sans-serif"
NARROW, USUAL, WIDE, FULL = 0.36, 0.6, 0.78, 1.02
"""Widths in ems, on the wide side: which font a reader has is not known."""
_SLIM = frozenset(" .,:;'’|!iljtfrI()-")
_BROAD = frozenset("mwMWQОШЩЖЮМФшщжюмф@%")


def document(width: float, height: float, parts: Iterable[str]) -> str:
    """A whole SVG file of this size in points."""
    size = f'width="{number(width)}pt" height="{number(height)}pt" viewBox="0 0 {number(width)} {number(height)}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny" {size}>'
    return "\n".join((head, *parts, "</svg>\n"))


def element(tag: str, **attributes: object) -> str:
    """An empty element; underscores in names stand for hyphens, what is None is left out."""
    return f"<{tag}{_attributes(attributes)}/>"


def text(
    words: str, x: float, y: float, size: float, fill: str, *, anchor: str = "start", weight: str = "", style: str = ""
) -> str:
    """Words whose baseline begins (or has its middle or end) at the point."""
    attributes = _attributes(
        {
            "x": x,
            "y": y,
            "font_family": FONT,
            "font_size": size,
            "fill": fill,
            "text_anchor": anchor if anchor != "start" else None,
            "font_weight": weight or None,
            "font_style": style or None,
        }
    )
    return f"<text{attributes}>{escape(words)}</text>"


def path(lines: Iterable[Iterable[Point]], *, closed: bool) -> str:
    """The data of a path: each line from point to point, back to its start where it is closed."""
    end = "Z" if closed else ""
    pieces = (" ".join(f"{number(x)},{number(y)}" for x, y in line) for line in lines)
    return "".join(f"M{piece}{end}" for piece in pieces if piece)


def number(value: float) -> str:
    """A coordinate to a tenth of a point."""
    return f"{value:.1f}".removesuffix(".0")


def width_of(words: str, size: float) -> float:
    """How wide words of a size are at most, in points."""
    return size * sum(map(_ems, words))


def _ems(letter: str) -> float:
    if letter in _SLIM:
        return NARROW
    if east_asian_width(letter) in "WF":
        return FULL
    return WIDE if letter in _BROAD or letter.isupper() else USUAL


def _attributes(values: dict[str, object]) -> str:
    told = ((name.replace("_", "-"), value) for name, value in values.items() if value is not None)
    return "".join(f" {name}={quoteattr(number(v) if isinstance(v, float) else str(v))}" for name, v in told)
