"""A small chart of one figure of several countries as SVG: a bar for each, its name before and its value behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.briefs.drawing import svg
from models.briefs.drawing.chart import APART, COLOURS, GRID, LEFT, RIGHT, SIZE, TEXT, TOP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Bar = tuple[str, float, float, str]

STEP, THICK = 14.0, 8.0
"""From bar to bar, and how thick each is."""
THIN = 2.0
"""How thick the part of a bar is that only the higher end of a range reaches."""


def height_of(count: int) -> float:
    """How high a chart of so many bars is."""
    return TOP + STEP * count + SIZE / 2


def bars(title: str, values: Sequence[Bar], width: float, height: float) -> str:
    """The chart of values, each a name, the ends of a range or twice the same, and its words. Bars start at nought."""
    return svg.document(width, height, _parts(title, values, width))


def _parts(title: str, values: Sequence[Bar], width: float) -> Iterator[str]:
    before = LEFT + max(svg.width_of(name, SIZE) for name, *_ in values) + APART
    behind = width - RIGHT - max(svg.width_of(words, SIZE) for *_, words in values) - APART
    most = max(high for _, _, high, _ in values) or 1.0
    foot = TOP + STEP * len(values)
    yield svg.text(title, LEFT, SIZE + 2, SIZE + 1, TEXT, weight="bold")
    yield svg.element(
        "path",
        d=svg.path((((before, TOP - APART), (before, foot)),), closed=False),
        fill="none",
        stroke=GRID,
        stroke_width=0.8,
    )
    for at, (name, low, high, words) in enumerate(values):
        middle = TOP + STEP * at + STEP / 2
        ends = [before + (behind - before) * value / most for value in (low, high)]
        yield svg.text(name, before - APART, middle + SIZE / 3, SIZE, TEXT, anchor="end")
        for end, thick in ((ends[1], THIN), (ends[0], THICK)):
            line = ((before, middle), (max(end, before + 0.5), middle))
            yield svg.element(
                "path", d=svg.path((line,), closed=False), fill="none", stroke=COLOURS[0], stroke_width=thick
            )
        yield svg.text(words, ends[1] + APART, middle + SIZE / 3, SIZE, TEXT)
