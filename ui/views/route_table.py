"""Legs as a table: the twin of the map, of one route or of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.views.fact_model import Column, Fact
from ui.views.fact_table import FactTable
from ui.views.strokes import MODE_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.pages.routes import Leg, RouteRow, Stop

LEG = (Column("", number=True), Column("From", wide=True), Column("To", wide=True), Column("By"))
IDLE = ", not in use"


class LegTable(FactTable):
    """The legs of one route in order."""

    def __init__(self, name: str) -> None:
        super().__init__(name, LEG)

    def set_legs(self, legs: Sequence[Leg]) -> None:
        """Show these legs."""
        self.set_facts([Fact("", _cells(leg, number), {0: number}) for number, leg in enumerate(legs, 1)])


class NetworkTable(FactTable):
    """The legs of all routes; a row stands for its route."""

    def __init__(self, name: str) -> None:
        super().__init__(name, (Column("Route", wide=True), *LEG, Column("Status")))

    def set_routes(self, rows: Sequence[RouteRow]) -> None:
        """Show the legs of these routes; a route without any has one row of its own."""
        facts = []
        for row in rows:
            facts += [_fact(row, leg, number) for number, leg in enumerate(row.legs, 1)]
            if not row.legs:
                facts.append(Fact(row.id, (row.name, "", "", "", "", row.status), {}))
        self.set_facts(facts)


def _fact(row: RouteRow, leg: Leg, number: int) -> Fact:
    return Fact(row.id, (row.name, *_cells(leg, number), row.status), {1: number})


def _cells(leg: Leg, number: int) -> tuple[str, ...]:
    return (
        str(number),
        _stop(leg.start),
        _stop(leg.end),
        f"{MODE_WORDS.get(leg.mode, leg.mode)}{'' if leg.used else IDLE}",
    )


def _stop(stop: Stop) -> str:
    return f"{stop.name} ({stop.country_name})" if stop.country_name else stop.name
