"""Figures as a table: the twin of every chart, exact where the chart is round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.pages.ages import AsOf, age_in_words, passes
from ui.views.chart_plan import bounds, number_in_words
from ui.views.fact_table import Column, Fact, FactTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from models.pages.lines import Figure


class FigureTable(FactTable):
    """Whose figure, what it measures, value, unit, year, standing and number of sources."""

    def __init__(self, name: str, whose: str = "Country") -> None:
        columns = (
            Column(whose),
            Column("Measure", wide=True),
            Column("Value", number=True),
            Column("Unit"),
            Column("Year", number=True),
            Column("Age", spare=True),
            Column("Standing", spare=True),
            Column("Sources", number=True, spare=True),
        )
        super().__init__(name, columns)

    def set_figures(self, figures: Sequence[Figure], today: date) -> None:
        """Show these figures, with their age on this day."""
        self.set_facts([_fact(figure, today) for figure in figures])


def within(figures: Iterable[Figure], older: str, today: date) -> tuple[Figure, ...]:
    """The figures within this limit of models.pages.ages.LIMITS, counted from this day."""
    return tuple(figure for figure in figures if passes(_of_year(figure), older, today))


def _of_year(figure: Figure) -> AsOf | None:
    return AsOf(str(figure.year), str(figure.year)) if figure.year else None


def _fact(figure: Figure, today: date) -> Fact:
    low, high = bounds(figure)
    value = number_in_words(low) if low == high else f"{number_in_words(low)}\N{EN DASH}{number_in_words(high)}"
    year = str(figure.year) if figure.year else ""
    as_of = _of_year(figure)
    age = age_in_words(as_of, today) if as_of else ""
    standing, sources = figure.standing.value, str(figure.sources)
    cells = (figure.owner_name, figure.label, value, figure.unit, year, age, standing, sources)
    when = float(figure.year or 0)
    return Fact(figure.statement, cells, {2: low, 4: when, 5: -when, 7: float(figure.sources)})
