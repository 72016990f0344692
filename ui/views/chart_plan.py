"""What a chart of figures shows: one measure in one unit at a time, as bars or over years, in round numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from models.pages.lines import Figure

LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


@dataclass(frozen=True, slots=True)
class Measure:
    """Figures that can stand on one axis, because they have the same unit."""

    unit: str
    figures: tuple[Figure, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """What the figures measure, each once."""
        return tuple(dict.fromkeys(figure.label for figure in self.figures))

    @property
    def name(self) -> str:
        """What to call it in a chooser: the unit, and what is measured if that is one thing."""
        label = self.labels[0] if len(self.labels) == 1 else ""
        return f"{label[:1].upper()}{label[1:]} ({self.unit})" if label else self.unit

    @property
    def over_years(self) -> bool:
        """Whether lines say more than bars: all figures have a year, and somebody's has more than one."""
        return all(figure.year for figure in self.figures) and any(
            len({figure.year for figure in series}) > 1 for series in self.series
        )

    @property
    def series(self) -> tuple[tuple[Figure, ...], ...]:
        """The figures by whose they are and what they measure, the greatest first, each in the order of years."""
        groups: dict[tuple[str, str], list[Figure]] = {}
        for figure in in_order(self.figures):
            groups.setdefault((figure.owner, figure.label), []).append(figure)
        return tuple(tuple(sorted(group, key=lambda f: (f.year or 0, middle(f)))) for group in groups.values())

    def whose(self, figure: Figure) -> str:
        """Whose figure it is, and what it measures where several things are measured."""
        return f"{figure.owner_name}: {figure.label}" if len(self.labels) > 1 else figure.owner_name

    def row(self, figure: Figure) -> str:
        """Whose figure it is, and of which year."""
        return f"{self.whose(figure)}, {figure.year}" if figure.year else self.whose(figure)


def in_symbols(figures: Iterable[Figure], symbols: Mapping[str, str]) -> tuple[Figure, ...]:
    """The figures with the symbols of their units ("m³/year" for "m3/year"), as tables and axes show them."""
    return tuple(replace(figure, unit=symbols.get(figure.unit) or figure.unit) for figure in figures)


def measures(figures: Iterable[Figure]) -> tuple[Measure, ...]:
    """The figures by unit, those with the most figures first."""
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(figure.unit, []).append(figure)
    found = [Measure(unit, tuple(group)) for unit, group in groups.items()]
    return tuple(sorted(found, key=lambda measure: (-len(measure.figures), measure.name)))


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


def axis_name(unit: str, word: str) -> str:
    """The unit as an axis says it: "million tonne/year", "percent"."""
    return f"{word} {unit}".strip()


def number_in_words(value: float) -> str:
    """A number with separators and no more decimals than it needs."""
    if value == int(value) or abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:,.3g}"


def value_in_words(figure: Figure, divisor: float) -> str:
    """A figure beside its bar: the number or range as the axis counts, and a word when sources disagree."""
    low, high = (number_in_words(end / divisor) for end in bounds(figure))
    words = low if low == high else f"{low}\N{EN DASH}{high}"
    return f"{words}  contested" if figure.standing.value == "contested" else words


def in_order(figures: Sequence[Figure]) -> list[Figure]:
    """For bars: owners by their greatest figure, each with its years in order."""
    most: dict[str, float] = {}
    for figure in figures:
        most[figure.owner] = max(most.get(figure.owner, 0.0), middle(figure))
    return sorted(figures, key=lambda f: (-most[f.owner], f.owner_name, f.label, f.year or 0, -f.sources))
