"""Routes that touch a country only by a branch which is not in use there, and figures of what lies elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.phrases import fill
from models.records import Quantity
from models.statements.spans import split

if TYPE_CHECKING:
    from models.briefs.writer import Writer
    from models.catalog import Catalog
    from models.catalog.entries import Line
    from models.records import RouteFact


TWO = 2
"""Ends of a stretch."""
_BETWEEN = re.compile(r"\s*[–—-]\s*|\s+to\s+")
"""Between the ends of a stretch of a route."""


def unused_branches(catalog: Catalog, route: str, code: str) -> tuple[Line, ...]:
    """The lines of a route, otherwise in use, that alone run through the country of the `code` and are not in use, or
    only planned; none where one that is used does, or where the whole route is not in use yet."""
    known = catalog.routes.get(route)
    if known is None or code not in catalog.countries:
        return ()
    used = [line for line in known.lines if line.used(known.status)]
    if not used or any(code in line.countries for line in used):
        return ()
    return tuple(line for line in known.lines if code in line.countries)


def only_by(writer: Writer, route: str, code: str) -> str:
    """The branch that alone runs through the country of the `code`, and how it stands; empty for other routes."""
    found = unused_branches(writer.catalog, route, code)
    if not found:
        return ""
    whole, phrases = writer.catalog.routes[route].status, writer.phrases
    told = [phrases.noted(phrases.rendered(line.name), (phrases.called(line.status or whole),)) for line in found]
    return fill(writer.words["by_branch"], branches=phrases.listed(told))


def is_elsewhere(catalog: Catalog, fact: RouteFact, code: str) -> bool:
    """Whether a figure is of a part of a route that lies in other countries than that of the `code`: of a line or of a
    stretch between two stops outside of it, or of the whole or any part where only a branch that is not in use runs
    through it."""
    known = catalog.routes.get(fact.route)
    if known is None or code not in catalog.countries or not isinstance(fact.object, Quantity):
        return False
    part = fact.part or split(fact.object.of or "")[0]
    for line in known.lines:
        if part and line.name.casefold() == part.casefold():
            return code not in line.countries
    lands = _lands(catalog, known.lines, part)
    return code not in lands if lands else bool(unused_branches(catalog, fact.route, code))


def _lands(catalog: Catalog, lines: tuple[Line, ...], part: str) -> set[str]:
    """The countries that a stretch between two stops runs through; only those of its ends where no line has both, and
    none where it names no stretch."""
    ends = [place[1] for name in _BETWEEN.split(part) if (place := catalog.find(name, ("place",)))]
    if len(ends) != TWO:
        return set()
    for line in lines:
        if set(ends) <= set(line.stops):
            first, last = sorted(map(line.stops.index, ends))
            ends = list(line.stops[first : last + 1])
            break
    return {catalog.places[end].country for end in ends if end in catalog.places} - {""}
