"""Figures that stand side by side and differ, though nothing that Oxus reads tells why: their sentences must."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from models.records import Quantity, Resource, RouteFact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from models.pages.lines import Line
    from models.records import Statement, Variant


def unexplained(lines: Iterable[Line], statement: Callable[[str], Statement]) -> frozenset[str]:
    """The ids of statements that give another figure of the same thing than another line does, of no other time.

    What is contested tells its sides anyway, what is past is said to be, and whose figure it is tells enough, too.
    """
    groups: dict[object, list[tuple[str, int | None]]] = defaultdict(list)
    for line in lines:
        if line.standing.holds:
            about, year = _measured(statement(line.statement).shown)
            if about:
                groups[about].append((line.statement, year))
    pairs = (pair for group in groups.values() for pair in combinations(group, 2))
    return frozenset(
        told
        for (one, first), (other, second) in pairs
        if first == second or None in (first, second)
        for told in (one, other)
    )


def _measured(variant: Variant) -> tuple[tuple[object, ...], int | None]:
    """What a figure measures and who gives it, whatever its year; nothing where there is no figure."""
    claim = variant.claims[0]
    real = (claim.modality.ahead, claim.affirmed)
    match variant.content:
        case Resource(quantity=Quantity() as quantity, rank=None) as told:
            about: tuple[object, ...] = (told.country, told.resource, told.relation, told.partner, told.site, told.firm)
        case RouteFact(object=Quantity() as quantity) as told:
            about = (told.route, told.predicate)
        case _:
            return (), None
    return (*about, quantity.unit, quantity.of, *real, claim.attribution), told.year
