"""What a chart of figures shows: one measure in one unit at a time, as bars or over years, in round numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.records import Standing

if TYPE_CHECKING:
    from models.pages.figures import Figure

LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
SERIES = 3
"""Years from which on the figures of one of several owners are a series."""
LATE = 2
"""Years before the newest figure of its kind from which on a figure tells how things are of late."""
SMALL = 0.01
"""Parts of an axis's word below which a number is told in its own magnitude: nobody reads 0.000132 million."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Figures that can stand on one axis: they measure the same thing in the same unit."""

    label: str
    unit: str
    figures: tuple[Figure, ...]

    @property
    def name(self) -> str:
        """What to call it in a chooser."""
        return f"{self.label[:1].upper()}{self.label[1:]} ({self.unit})"

    @property
    def over_years(self) -> bool:
        """Whether lines say more than bars: all figures have a year, and at least half of the owners have a series.
        Else most would be lonely points, which bars compare better. Of a single owner two years are enough."""
        years = [len({figure.year for figure in series}) for series in self.series]
        enough = SERIES if len(years) > 1 else 2
        long = sum(count >= enough for count in years)
        return all(figure.year for figure in self.figures) and 0 < len(years) <= 2 * long

    @property
    def drawn(self) -> tuple[Figure, ...]:
        """What the chart shows: over years all figures; as bars, where there is more than one owner to compare, each
        one's of the newest year, and those without a year."""
        newest: dict[str, int] = {}
        for figure in self.figures:
            newest[figure.owner] = max(newest.get(figure.owner, 0), figure.year or 0)
        if self.over_years or len(newest) < 2:
            return self.figures
        return tuple(figure for figure in self.figures if figure.year in (None, newest[figure.owner]))

    @property
    def output(self) -> bool:
        """Whether it is what whole countries produce."""
        return any(figure.output for figure in self.figures)

    @property
    def series(self) -> tuple[tuple[Figure, ...], ...]:
        """The figures by whose they are, the greatest first, each in the order of years."""
        groups: dict[str, list[Figure]] = {}
        for figure in in_order(self.figures):
            groups.setdefault(figure.owner, []).append(figure)
        return tuple(tuple(sorted(group, key=lambda f: (f.year or 0, middle(f)))) for group in groups.values())


def in_symbols(figures: Iterable[Figure], symbols: Mapping[str, str]) -> tuple[Figure, ...]:
    """The figures with the symbols of their units ("m³/year" for "m3/year"), as tables and axes show them."""
    return tuple(replace(figure, unit=symbols.get(figure.unit) or figure.unit) for figure in figures)


def measures(figures: Iterable[Figure]) -> tuple[Measure, ...]:
    """The figures by what they measure and in which unit, production before others, then what is known of the most
    owners of late: of several units the one that lacks none of these; then those with the most figures.

    Stocks and flows in one unit stay apart too: beside the reserves nobody would see a year's production.
    """
    groups: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        groups.setdefault((figure.label, figure.unit), []).append(figure)
    found = [Measure(label, unit, tuple(group)) for (label, unit), group in groups.items()]
    newest: dict[str, int] = {}
    for measure in found:
        newest[measure.label] = max(newest.get(measure.label, 0), *map(_year, measure.figures))

    def order(measure: Measure) -> tuple[object, ...]:
        late = {figure.owner for figure in measure.figures if _year(figure) >= newest[measure.label] - LATE}
        owners = {figure.owner for figure in measure.figures}
        return not measure.output, -len(late), -len(owners), -len(measure.figures), measure.name

    return tuple(sorted(found, key=order))


def _year(figure: Figure) -> int:
    """The year of a figure, or in which it was reported; 0 where neither is known."""
    return figure.year or int(figure.as_of.date[:4] if figure.as_of else 0)


def bounds(figure: Figure) -> tuple[float, float]:
    """The least and the greatest that the figure may be; the same number twice when it is exact."""
    return figure.value if isinstance(figure.value, tuple) else (figure.value, figure.value)


def middle(figure: Figure) -> float:
    """The figure, or the middle of its range."""
    low, high = bounds(figure)
    return (low + high) / 2


def rounding(figures: Sequence[Figure]) -> tuple[float, str]:
    """By what to divide the numbers of an axis, and the word for it: (1e6, "million"), or (1, "")."""
    greatest = max((abs(bounds(figure)[1]) for figure in figures), default=0.0)
    return next(((size, word) for size, word in LARGE if greatest >= size), (1.0, ""))


def axis_name(measure: Measure, word: str) -> str:
    """The unit as an axis says it: "million t/year" behind the word for its size, in full where it stands alone, for
    nobody understands a mere "t"."""
    return f"{word} {measure.unit}" if word else measure.figures[0].measured_in or measure.unit


def number_in_words(value: float) -> str:
    """A number with separators and no more decimals than it needs."""
    if value == int(value) or abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:,.3g}"


def value_in_words(figure: Figure, divisor: float) -> str:
    """A figure beside its bar: the number or range as the axis counts, and a word when sources disagree.

    One that is very small there is told in its own magnitude, with its unit.
    """
    small = divisor > 1 and 0 < abs(bounds(figure)[1]) < divisor * SMALL
    own, word = rounding([figure]) if small else (divisor, "")
    low, high = (number_in_words(end / own) for end in bounds(figure))
    words = low if low == high else f"{low}\N{EN DASH}{high}"
    words = " ".join(filter(None, (words, word, figure.unit))) if small else words
    return f"{words}  contested" if figure.standing is Standing.CONTESTED else words


def row_names(figures: Sequence[Figure]) -> list[str]:
    """Whose each figure is, and of which year; that it is of none where others have one."""
    undated = ", undated" if any(figure.year for figure in figures) else ""
    return [f"{figure.owner_name}{f', {figure.year}' if figure.year else undated}" for figure in figures]


def side(figure: Figure) -> str:
    """Of a figure that sources dispute, who says so: by name, else by the time they told it; empty for others."""
    if figure.standing is not Standing.CONTESTED:
        return ""
    told = f"reported {figure.as_of.words}" if figure.as_of and figure.as_of.told else ""
    return figure.by or told or ("by 1 source" if figure.sources == 1 else f"by {figure.sources} sources")


def joins(figures: Sequence[Figure]) -> list[bool]:
    """For the figures of a series in order, whether each is joined to the next by a line: only where both stand alone
    in their years, for two sides of one year are neither a rise nor a fall, and these follow one another, for nobody
    knows what lies between others."""
    years = Counter(figure.year for figure in figures)
    return [
        years[here.year] == years[there.year] == 1 and (there.year or 0) == (here.year or 0) + 1
        for here, there in pairwise(figures)
    ] + [False]


def in_order(figures: Sequence[Figure]) -> list[Figure]:
    """For bars: owners by their greatest figure, each with its years in order and what has none behind them."""
    most: dict[str, float] = {}
    for figure in figures:
        most[figure.owner] = max(most.get(figure.owner, 0.0), middle(figure))
    return sorted(figures, key=lambda f: (-most[f.owner], f.owner_name, not f.year, f.year or 0, -f.sources))


def in_words(figure: Figure) -> str:
    """A figure exactly, with its sources and standing."""
    sources = "1 source" if figure.sources == 1 else f"{figure.sources} sources"
    when = f", {figure.year}" if figure.year else ""
    by = f", according to {figure.by}" if figure.by else ""
    return f"{figure.owner_name}, {figure.label}{when}: {figure.text}{by}\n{sources}, {figure.standing.value}"


def spaced(years: Sequence[int]) -> list[int]:
    """Every year, or every few where they would touch."""
    step = max(1, -(-(years[-1] - years[0]) // 12))
    return list(range(years[0], years[-1] + 1, step))
