"""Courses: the lines of the catalog's routes by stops, countries and ends, and how well what a text names fits one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.catalog import Catalog
    from models.catalog.entries import Route
    from models.reading.sentence.mentions import Mention

WATER = "~"  # a sea lies in no country: on its way a line leaves the land
LEAST = 2
_SHORT = 8  # stops of a line that is told by a piece of it
_LAND = frozenset({"rail", "road"})
_SEVERAL = 3  # a route without known stops is told by its countries alone, if they are so many


class Line(Struct, frozen=True):
    """A line of a route: names of its stops, the countries it runs through, and those it may begin and end in."""

    route: str
    kind: str
    stops: frozenset[str]
    countries: frozenset[str]
    ends: tuple[frozenset[str], frozenset[str]]
    overland: bool = False


def lines_of(catalog: Catalog, route: Route) -> Iterator[Line]:
    """The lines of a route, each with its stops and countries; a route without known stops has one line."""
    for line in route.lines:
        places = [catalog.places[stop] for stop in line.stops]
        ends = tuple(frozenset((place.name, place.country)) for place in (places[0], places[-1]))
        stops = frozenset(place.name for place in places)
        overland = all(leg.mode in _LAND for leg in line.legs)
        yield Line(route.id, route.kind, stops, frozenset(line.countries), (ends[0], ends[1]), overland)
    if not route.lines:
        yield from _without_stops(catalog, route)


def _without_stops(catalog: Catalog, route: Route) -> Iterator[Line]:
    """The line of a route whose stops are not known: its name tells the ends, else its countries do."""
    names, countries = route.name.rpartition(" ")[0].split("-"), frozenset(route.countries)
    if len(names) == LEAST and all(name.isalpha() for name in names):
        first, last = (frozenset((name, *_country_of(catalog, name))) for name in names)
        yield Line(route.id, route.kind, frozenset(names), countries, (first, last))
    elif len(countries) >= _SEVERAL:
        yield Line(route.id, route.kind, frozenset(), countries, (frozenset(route.countries[:-1]), countries))


def _country_of(catalog: Catalog, name: str) -> tuple[str, ...]:
    return (catalog.places[name].country,) if name in catalog.places else ()


def score(line: Line, parts: list[frozenset[str]], *, entire: bool) -> int:
    """How well the line fits: 0 where something named lies off it or an end is missing, more for each stop named.

    A piece of a short line fits, too, unless an `entire` one is told.
    """
    parts = [part for part in parts if line.overland or WATER not in part]
    if any(part.isdisjoint(line.stops) and part.isdisjoint(line.countries) for part in parts):
        return 0
    stops = sum(not part.isdisjoint(line.stops) for part in parts)
    if len(line.countries) == 1 and stops < LEAST:
        return 0
    first, last = ([number for number, part in enumerate(parts) if part & end] for end in line.ends)
    if not any(one != other for one in first for other in last):
        return stops if stops >= LEAST and len(line.stops) <= _SHORT and not entire else 0
    missing = sum(not any(country in part for part in parts) for country in line.countries)
    return 1 + 100 * stops + 10 * (len(line.countries) - missing) + (50 - missing)


def misses(line: Line, named: list[Mention]) -> bool:
    """Whether of two and more places the line stops at less than two."""
    places = [mention.place or mention.name for mention in named if mention.kind in "PN" or mention.place]
    return len(places) >= LEAST and len(line.stops.intersection(places)) < LEAST
