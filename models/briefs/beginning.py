"""The figures that a country or route is asked for before all else: a brief in short begins with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.briefs.weighing import may_lead
from models.records import Modality, Profile, Quantity, Rank, RouteFact

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.briefs.writer import Writer
    from models.pages.lines import Line

GOODS = "commodity"
"""The kind of value of a key figure that names goods."""
ASKED = ("carried", "capacity", "transit_time", "cost", "length")
"""What a route is asked for, in this order."""
SHARE = "percent"


def beginning(writer: Writer, code: str, lines: Iterable[Line]) -> list[Line]:
    """Of each such figure of the country one line, in the order of the catalog: in the unit that is best compared where
    any source has it, then what the user prefers, then the newest; measured, not forecast."""
    found: dict[str, list[tuple[tuple[object, ...], Line]]] = {}
    for line in lines:
        content = _figure(writer, line, code)
        if content is None or not may_lead(writer, line):
            continue
        best = content.unit == writer.catalog.properties[content.property].best
        when = line.as_of.date if line.as_of else ""
        found.setdefault(content.property, []).append(((best, line.rank is Rank.PREFERRED, when, line.sources), line))
    order = sorted(found, key=lambda name: writer.catalog.properties[name].short)
    return [max(found[name], key=lambda weighed: weighed[0])[1] for name in order]


def beginning_of_route(writer: Writer, code: str, lines: Iterable[Line]) -> list[Line]:
    """Of all that the route is asked for one line in each unit: of the whole route where that is told, then what the
    user prefers, then the newest."""
    found: dict[tuple[int, str], list[tuple[tuple[object, ...], Line]]] = {}
    for line in lines:
        fact = _fact(writer, line, code)
        if fact is None or not isinstance(fact.object, Quantity) or not may_lead(writer, line):
            continue
        when = line.as_of.date if line.as_of else ""
        weight = (not fact.object.of, line.rank is Rank.PREFERRED, when, line.sources)
        found.setdefault((ASKED.index(fact.predicate), fact.object.unit), []).append((weight, line))
    best = {key: max(weighed, key=lambda each: each[0]) for key, weighed in found.items()}
    order = sorted(best, key=lambda key: (key[0], -best[key][1].sources, key[1]))
    return [best[key][1] for key in order]


def _fact(writer: Writer, line: Line, code: str) -> RouteFact | None:
    """What a line tells of the route that it is asked for; None for anything else, and for shares."""
    shown = writer.library.statement(line.statement).shown
    content, claim = shown.content, shown.claims[0]
    if not isinstance(content, RouteFact) or content.route != code or content.predicate not in ASKED:
        return None
    share = isinstance(content.object, Quantity) and content.object.unit == SHARE
    current = not line.standing.past and line.rank is not Rank.DEPRECATED
    real = claim.affirmed and claim.modality is not Modality.POSSIBLE
    return content if current and real and not share else None


def mainly(writer: Writer, figures: Iterable[Line]) -> frozenset[str]:
    """The goods that the figures name, by code: what a country mainly sells."""
    contents = [writer.library.statement(line.statement).shown.content for line in figures]
    return frozenset(
        goods
        for content in contents
        if isinstance(content, Profile) and writer.catalog.properties[content.property].value == GOODS
        for goods in str(content.value).split("+")
    )


def _figure(writer: Writer, line: Line, code: str) -> Profile | None:
    """What a line tells of the country that such a figure is; None for anything else."""
    shown = writer.library.statement(line.statement).shown
    content, claim = shown.content, shown.claims[0]
    if not isinstance(content, Profile) or content.country != code or content.of:
        return None
    known = writer.catalog.properties.get(content.property)
    current = not line.standing.past and line.rank is not Rank.DEPRECATED
    real = claim.affirmed and not claim.modality.ahead
    return content if known and known.short and current and real else None
