"""The Transport routes tab: the list of routes with their legs for the map, and one route's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.pages.ages import AsOf
from models.pages.evidence import cited
from models.pages.figures import Figure, figures
from models.pages.lines import Line, lines, newest_first
from models.records import Note, Record, RouteFact, Standing, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from models.catalog import Catalog, Place, Route
    from models.phrases import Phrases

ALIKE = 70
"""Of 100: names that are more alike than this are spellings of one name."""
OTHER_NAMES = 4


class Stop(Record):
    """A place on a route or a site on the map. Longitude and latitude in degrees, WGS 84.

    `local` is what its own people call it, where that is written otherwise than its name.
    """

    name: str
    kind: str
    country: str
    longitude: float
    latitude: float
    country_name: str = ""
    local: str = ""


class Leg(Record):
    """Between two neighbouring stops: `mode` is rail, road, sea or pipeline; `used` where it is in use."""

    start: Stop
    end: Stop
    mode: str
    used: bool = True


class RouteRow(Record):
    """A route in the list and on the map. `kind` as in the catalog (multimodal, railway, pipeline ...)."""

    id: str
    name: str
    kind: str
    status: str
    statements: int
    legs: tuple[Leg, ...]


class RoutesPage(Record):
    """All routes of the catalog, and routes only articles know (without legs), by number of statements."""

    rows: tuple[RouteRow, ...]
    places: tuple[Stop, ...]


class RoutePage(Record):
    """One route: other names, countries crossed and avoided (names), volumes, statements and notes.

    `formed` are those of the other names that no text was seen to give; they do not stand among the `aliases`.

    Of the lines those come first whose sources disagree, and those last that a fuller one says as well.
    `as_of` dates the status, `opened` tells since when it has been in use, `begun` when works began on one that is not,
    both in words; `branches` names the lines that stand otherwise, each with its status; `crossed` and
    `avoided` come from the catalog, `only` names each line that is not in use with the countries where no other lies;
    `sources` tells where the catalog has the line from.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    status: str
    crossed: tuple[str, ...]
    avoided: tuple[str, ...]
    legs: tuple[Leg, ...]
    figures: tuple[Figure, ...]
    lines: tuple[Line, ...]
    notes: tuple[Note, ...]
    sources: tuple[str, ...]
    as_of: AsOf | None = None
    branches: tuple[str, ...] = ()
    formed: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    opened: str = ""
    begun: str = ""

    @property
    def lands(self) -> tuple[str, ...]:
        """What it crosses, to be told apart from each other: the countries together, and those of each such line."""
        return tuple(filter(None, (", ".join(self.crossed), *self.only)))


# --- builders ---------------------------------------------------------------------------------------------------------

MEASURES = ("carried", "target", "transit_time", "capacity", "cost", "length")
"""What is measured of a route, in the order in which it is asked for."""
PREDICATES = (*MEASURES, "connects", "crosses", "bypasses")


def routes_page(counts: Mapping[str, int], catalog: Catalog, phrases: Phrases) -> RoutesPage:
    """All routes of the catalog and those of `counts` (statements by route): the most spoken of first, then by name."""
    known = [_row(route, counts.get(route.id, 0), catalog, phrases) for route in catalog.routes.values()]
    told = [
        RouteRow(name, phrases.plain_name(name), "", "", count, ())
        for name, count in counts.items()
        if name not in catalog.routes
    ]
    rows = sorted((*known, *told), key=lambda row: (-row.statements, catalog.name(row.id)))
    return RoutesPage(tuple(rows), tuple(_stop(place, phrases) for place in catalog.places.values()))


def _row(route: Route, count: int, catalog: Catalog, phrases: Phrases) -> RouteRow:
    return RouteRow(
        id=route.id,
        name=phrases.plain_name(route.id),
        kind=route.kind,
        status=route.status,
        statements=count,
        legs=legs_of(route, catalog, phrases),
    )


def legs_of(route: Route, catalog: Catalog, phrases: Phrases) -> tuple[Leg, ...]:
    """The legs of all lines of a route, each once, whose places the catalog knows; in use if any line there is."""
    places = catalog.places
    used: dict[tuple[str, str, str], bool] = {}
    for line in route.lines:
        for leg in line.legs:
            if leg.start in places and leg.end in places:
                key = (leg.start, leg.end, leg.mode)
                used[key] = used.get(key, False) or line.used(route.status)
    return tuple(
        Leg(_stop(places[start], phrases), _stop(places[end], phrases), mode, told)
        for (start, end, mode), told in used.items()
    )


def _stop(place: Place, phrases: Phrases) -> Stop:
    name, country = phrases.plain_name(place.id), phrases.plain_name(place.country)
    local = next((word for word in place.local.values() if word != name), "")
    return Stop(name, place.kind, place.country, place.lon, place.lat, country, local)


def route_page(
    route: str, statements: Iterable[Statement], catalog: Catalog, phrases: Phrases, notes: Iterable[Note]
) -> RoutePage:
    """One route, of the catalog or known from articles only, from the statements that touch it."""
    from models.pages.folding import within  # needs what puts statements together

    told = sorted(newest_first(statements), key=_place)
    own = [statement for statement in told if _is_on(statement, route)]
    said = lines(told, phrases, about=route)
    held = within(said, {statement.id: statement for statement in told}.__getitem__, catalog)
    known = catalog.routes.get(route)
    idle = _idle(known) if known else {}
    others = _other_names(known) if known else ()
    formed = known.formed_names if known else frozenset()
    return RoutePage(
        id=route,
        name=phrases.plain_name(route),
        aliases=tuple(name for name in others if name not in formed),
        kind=known.kind if known else "",
        status=known.status if known else "",
        crossed=tuple(phrases.plain_name(code) for code in known.countries if code not in idle) if known else (),
        avoided=tuple(phrases.plain_name(code) for code in known.countries_avoided) if known else (),
        legs=legs_of(known, catalog, phrases) if known else (),
        figures=figures(own, phrases),
        lines=tuple(sorted(said, key=lambda line: line.statement in held)),
        notes=tuple(sorted(notes, key=lambda note: note.changed, reverse=True)),
        sources=tuple(cited(source) for source in known.sources) if known else (),
        as_of=AsOf(known.as_of, phrases.numbers.date(known.as_of)) if known and known.as_of else None,
        branches=tuple(_branches(known, phrases)) if known else (),
        only=tuple(phrases.along(line, codes) for line, codes in _by_line(idle).items()),
        formed=tuple(name for name in others if name in formed),
        opened=phrases.numbers.date(known.opened) if known and known.opened else "",
        begun=phrases.numbers.date(known.begun) if known and known.begun else "",
    )


def _branches(route: Route, phrases: Phrases) -> Iterator[str]:
    """The lines of a route that stand otherwise than it does as a whole: "Line D: stalled (February 2024)"."""
    for line in route.lines:
        if line.status and line.status != route.status:
            when = f" ({phrases.numbers.date(line.as_of)})" if line.as_of else ""
            yield f"{line.name}: {line.status}{when}"


def _idle(route: Route) -> dict[str, str]:
    """The countries that a route in use crosses only by a line that is not, each with the name of that line."""
    if not any(line.used(route.status) for line in route.lines):
        return {}
    lying = {code: [line for line in route.lines if code in line.countries] for code in route.countries}
    return {
        code: found[0].name
        for code, found in lying.items()
        if found and not any(line.used(route.status) for line in found)
    }


def _by_line(idle: Mapping[str, str]) -> dict[str, list[str]]:
    """The countries by the line that they have in common."""
    found: dict[str, list[str]] = {}
    for code, line in idle.items():
        found.setdefault(line, []).append(code)
    return found


def _other_names(known: Route) -> tuple[str, ...]:
    """A few other English names, none that is only another spelling, and what it is called in other languages."""
    from rapidfuzz import fuzz, utils  # not needed before a route is looked at

    kept = [known.name]
    for word in known.also.get("en", ()):
        likeness = (fuzz.token_sort_ratio(word, other, processor=utils.default_process) for other in kept)
        if max(likeness) < ALIKE:
            kept.append(word)
    abroad = (name for lang, name in known.names.items() if lang != "en")
    return tuple(dict.fromkeys((*kept[1 : OTHER_NAMES + 1], *abroad, *known.local_names)))


def _is_on(statement: Statement, route: str) -> bool:
    content = statement.variants[0].content
    return isinstance(content, RouteFact) and content.route == route


def _place(statement: Statement) -> tuple[bool, int, bool, int]:
    """Where a statement stands on the page of a route: what is disputed first, then by what it tells; facts before
    plans, what is past and what may not lead, and of what is no figure what more sources tell."""
    content = statement.variants[0].content
    known = isinstance(content, RouteFact) and content.predicate in PREDICATES
    place = PREDICATES.index(content.predicate) if known else len(PREDICATES)  # type: ignore[union-attr]
    measured = isinstance(content, RouteFact) and not isinstance(content.object, tuple)
    late = measured and (statement.standing.past or bool(statement.claims[0].modality.ahead))
    late = late or not statement.leads
    disputed = known and statement.standing is Standing.CONTESTED
    return not disputed, place, late, 0 if measured else -statement.independent
