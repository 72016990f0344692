"""A small chart of one series of figures as SVG: a dot for each value over its year, joined by a line from
year to year where none is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.briefs.drawing import svg
from models.briefs.drawing.geometry import Box, Point
from models.briefs.drawing.room import Room
from models.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TEXT, MUTED, GRID = "#1b2530", "#5b6b7a", "#d5dce2"
COLOURS = ("#0b5a84", "#c1442e", "#2f8059", "#8a6d1a", "#7d4f9e", "#20788a")
LEFT, TOP, BOTTOM, RIGHT = 8.0, 20.0, 16.0, 8.0
SIZE = 7.0
OVER, UNDER = -5.0, SIZE + 4
"""From a dot to the foot of its words."""
APART = 2.0
ASIDE = 3.0
"""How far words beside a dot reach over it."""


Span = tuple[float, float]
"""How high the upper and the lower end of a value lie."""


class Series(Record):
    """Values by year, each with the words that stand over it; a range is (low, high).

    `through` has where the line goes through the range of a year, other than its middle.
    """

    title: str
    values: tuple[tuple[int, float, float, str], ...]
    through: tuple[tuple[int, float], ...] = ()


def chart(series: Series, width: float, height: float, place: int = 0) -> str:
    """The chart of a series; `place` chooses its colour. Its axis of values starts at nought."""
    return svg.document(width, height, _parts(series, width, height, COLOURS[place % len(COLOURS)]))


def has_room(series: Series, width: float) -> bool:
    """Whether the words of all its values can stand in a chart that is so wide."""
    years = [year for year, *_ in series.values]
    inner = width - LEFT - RIGHT - 2 * _margin(series)
    across = [inner * (year - years[0]) / max(1, years[-1] - years[0]) for year in years]
    return len(list(_with_room(across, [words for *_, words in series.values]))) == len(years)


def _parts(series: Series, width: float, height: float, colour: str) -> Iterator[str]:
    years = [year for year, *_ in series.values]
    top = max(high for _, _, high, _ in series.values) or 1.0
    inner = width - LEFT - RIGHT - 2 * _margin(series)
    floor = height - BOTTOM

    def across(year: int) -> float:
        return LEFT + _margin(series) + inner * (year - years[0]) / max(1, years[-1] - years[0])

    def down(value: float) -> float:
        return floor - (floor - TOP - SIZE) * value / top

    yield svg.text(series.title, LEFT, SIZE + 2, SIZE + 1, TEXT, weight="bold")
    yield svg.element(
        "path",
        d=f"M{LEFT},{svg.number(floor)} {svg.number(width - RIGHT)},{svg.number(floor)}",
        fill="none",
        stroke=GRID,
        stroke_width=0.8,
    )
    leads = dict(series.through)
    points = [(across(year), down(leads.get(year, (low + high) / 2))) for year, low, high, _ in series.values]
    runs = [run for run in _runs(years, points) if len(run) > 1]
    if runs:
        yield svg.element("path", d=svg.path(runs, closed=False), fill="none", stroke=colour, stroke_width=1.2)
    ranges = [
        ((across(year), down(low)), (across(year), down(high))) for year, low, high, _ in series.values if low != high
    ]
    for line in ranges:
        yield svg.element("path", d=svg.path((line,), closed=False), fill="none", stroke=colour, stroke_width=2.4)
    for x, y in points:
        yield svg.element("circle", cx=x, cy=y, r=2.2, fill=colour)
    spans = [(down(high), down(low)) for _, low, high, _ in series.values]
    yield from _words(series, points, spans, [*runs, *ranges], floor)


def _runs(years: Sequence[int], points: Sequence[Point]) -> list[list[Point]]:
    """The points in stretches of years that follow one another: nobody knows what lies between others."""
    runs: list[list[Point]] = []
    for at, point in enumerate(points):
        if at and years[at] == years[at - 1] + 1:
            runs[-1].append(point)
        else:
            runs.append([point])
    return runs


def _margin(series: Series) -> float:
    """Half of the widest words over a value, so that none leaves the drawing."""
    return max(svg.width_of(words, SIZE) for *_, words in series.values) / 2


def _places(points: Sequence[Point], span: Span, at: int, width: float, floor: float) -> Iterator[Box]:
    """Where words may stand, best first: over their dot or range, which `span` gives, and under it, of a low between
    two higher values under it; else beside these places to the left or right."""
    (x, y), (top, bottom) = points[at], span
    low = 0 < at < len(points) - 1 and y > max(points[at - 1][1], points[at + 1][1])
    for left in (x - width / 2, x - width + ASIDE, x - ASIDE):
        for foot in (bottom + UNDER, top + OVER) if low else (top + OVER, bottom + UNDER):
            if foot < floor:
                yield Box(left, foot - SIZE, left + width, foot + 1)


def _words(
    series: Series, points: Sequence[Point], spans: Sequence[Span], lines: Sequence[Sequence[Point]], floor: float
) -> Iterator[str]:
    """The values over or under their dots, where no line runs through them, and the years below, those that have room:
    the last always has."""
    across = [x for x, _ in points]
    values = [words for *_, words in series.values]
    years = [str(year) for year, *_ in series.values]
    room = Room(Box(0, 0, across[-1] + _margin(series) + RIGHT, floor), lines)
    for at in _with_room(across, values):
        width = svg.width_of(values[at], SIZE)
        places = list(_places(points, spans[at], at, width, floor))
        box = next((box for box in places if room.free(box) and not room.covers(box)), places[0])
        room.taken.append(box)
        yield svg.text(values[at], (box.left + box.right) / 2, box.bottom - 1, SIZE, TEXT, anchor="middle")
    for at in _with_room(across, years):
        yield svg.text(years[at], across[at], floor + SIZE + 3, SIZE, MUTED, anchor="middle")


def _with_room(across: Sequence[float], words: Sequence[str]) -> Iterator[int]:
    """Which of the words in the middle of each of these places can stand in one row."""
    halves = [svg.width_of(word, SIZE) / 2 for word in words]
    before, end = -1e9, across[-1] - halves[-1] - APART
    for at, (x, half) in enumerate(zip(across[:-1], halves[:-1], strict=True)):
        if before < x - half and x + half <= end:
            yield at
            before = x + half + APART
    yield len(words) - 1
