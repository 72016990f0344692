"""Figures as a table: the twin of every chart, exact where the chart is round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.views.chart_plan import bounds, number_in_words
from ui.views.fact_table import Column, Fact, FactTable

if TYPE_CHECKING:
    from collections.abc import Sequence

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
            Column("Standing", spare=True),
            Column("Sources", number=True, spare=True),
        )
        super().__init__(name, columns)

    def set_figures(self, figures: Sequence[Figure]) -> None:
        """Show these figures."""
        self.set_facts([_fact(figure) for figure in figures])


def _fact(figure: Figure) -> Fact:
    low, high = bounds(figure)
    value = number_in_words(low) if low == high else f"{number_in_words(low)}\N{EN DASH}{number_in_words(high)}"
    year = str(figure.year) if figure.year else ""
    cells = (figure.owner_name, figure.label, value, figure.unit, year, figure.standing.value, str(figure.sources))
    return Fact(figure.statement, cells, {2: low, 4: float(figure.year or 0), 6: float(figure.sources)})
