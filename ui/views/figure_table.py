"""Figures as a table: the twin of every chart, exact where the chart is round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.pages.ages import AsOf, dated, days_old, passes
from ui.views.chart_plan import bounds, number_in_words, side
from ui.views.fact_model import Column, Fact
from ui.views.fact_table import FactTable

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence
    from datetime import date

    from models.pages.figures import Figure


class FigureTable(FactTable):
    """Whose figure, what it measures (and of what is contested, who says so), value, unit, year, standing, sources."""

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


def within(
    figures: Iterable[Figure], older: str, today: date, among: Container[str] | None = None
) -> tuple[Figure, ...]:
    """The figures within this limit of models.pages.ages.LIMITS, counted from this day; if statements are told, of
    those `among` them."""
    shelved = (figure for figure in figures if among is None or figure.statement in among)
    return tuple(figure for figure in shelved if passes(_time_of(figure), older, today))


def _time_of(figure: Figure) -> AsOf | None:
    """The time it is of, as lists of statements tell it; of a figure without one, its year."""
    return figure.as_of or (AsOf(str(figure.year), str(figure.year)) if figure.year else None)


def _fact(figure: Figure, today: date) -> Fact:
    low, high = bounds(figure)
    value = number_in_words(low) if low == high else f"{number_in_words(low)}\N{EN DASH}{number_in_words(high)}"
    year = str(figure.year) if figure.year else ""
    as_of = _time_of(figure)
    age = dated(as_of, today, beside=year)
    days = (days_old(as_of.date, today) if as_of else None) or 0
    standing, sources = figure.standing.value, str(figure.sources)
    measure = f"{figure.label}, contested: {told}" if (told := side(figure)) else figure.label
    cells = (figure.owner_name, measure, value, figure.unit, year, age, standing, sources)
    sort = {2: low, 4: float(figure.year or 0), 5: float(days), 7: float(figure.sources)}
    return Fact(figure.statement, cells, sort)
