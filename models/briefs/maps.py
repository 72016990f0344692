"""The maps of a brief: what each is to show, from the catalog's routes and places."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import structs

from models.briefs.drawing import Chain, Scene, Spot, Track, draw, ground
from models.briefs.records import Part, Picture
from models.briefs.subjects import COMMODITIES
from models.catalog import RESOURCES
from models.phrases import fill
from models.records import Commitment, Event, Problem, Profile, Resource

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from models.briefs.writer import Writer
    from models.catalog import Place, Route
    from models.pages.lines import Line
    from models.records import Content

OUTLINES = RESOURCES / "map" / "outlines.json"
WIDTH = 482.0
"""Points: the width of a page of A4 between its margins."""
CAPITAL = "capital"
_AND = " and "
"""Between the names of sites in the words of a source."""
NEAR = 0.1
"""Degrees within which two stops are one place on a map."""
TOWNS = frozenset({CAPITAL, "city", "port", "dry_port", "border_crossing", "rail_hub"})
WATERS = frozenset({"sea", "lake"})


def map_of_country(writer: Writer, code: str, lines: Sequence[Line] = ()) -> Part:
    """The country, or the whole region, with the routes through it and its sites; below it those of its sites that the
    `lines` name, but that have no place there.

    Where some of the region's countries are asked for, they are what is seen of it.
    """
    if not writer.options.wishes("map"):
        return _part(writer)
    region = writer.catalog.region
    asked = tuple(member for member in writer.subject.codes if member in region.members)
    members = asked or region.members if code == region.id else (code,)
    routes = [route for route in writer.catalog.routes.values() if set(members) & set(route.countries)]
    spots = [place for place in writer.catalog.places.values() if place.country in members]
    fit = members if set(members) <= set(region.members) else ()
    if not fit and not any(route.lines for route in routes):
        return _part(writer)  # one dot on an island tells nobody anything
    drawn = {spot.id for spot in spots}
    told = list(_told(writer, lines))
    own = [content for content in told if isinstance(content, Resource) and content.country in members]
    unplaced = [site for site, place in _sites(writer, own).items() if place not in drawn]
    unplaced = list(dict.fromkeys((*unplaced, *_unplaced(writer, told, members))))
    return _with_unplaced(writer, _part(writer, code, members, routes, spots, fit), unplaced)


def map_of_route(writer: Writer, code: str) -> Part:
    """The route from end to end, with the countries that it crosses."""
    route = writer.catalog.routes.get(code)
    if route is None or not route.lines or not writer.options.wishes("map"):
        return _part(writer)
    return _part(writer, code, route.countries, [route], [], ())


def map_of_commodity(writer: Writer, code: str, lines: Sequence[Line]) -> Part:
    """The region's countries of which anything is told, with the sites that are named.

    Where all resources are told one after another there would be too many maps that are much alike; one without a
    site would tell nothing that the table does not.
    """
    if writer.subject.kind != COMMODITIES:
        return _part(writer)
    told = _goods(writer, lines if writer.options.wishes("map") else ())
    contents = [content for content in told if content.resource == code]
    members = writer.catalog.region.members
    owners = tuple(member for member in members if any(content.country == member for content in contents))
    sites = _sites(writer, contents)
    spots = [writer.catalog.places[place] for place in dict.fromkeys(filter(None, sites.values()))]
    part = _part(writer, code, owners, [], spots, members if owners else ()) if sites else _part(writer)
    return _with_unplaced(writer, part, [site for site, place in sites.items() if not place])


def _told(writer: Writer, lines: Iterable[Line]) -> Iterator[Content]:
    """All that the lines say."""
    return (variant.content for line in lines for variant in writer.library.statement(line.statement).variants)


def _goods(writer: Writer, lines: Iterable[Line]) -> list[Resource]:
    """All that the lines say of goods."""
    return [content for content in _told(writer, lines) if isinstance(content, Resource)]


def _unplaced(writer: Writer, told: Iterable[Content], members: Collection[str]) -> list[str]:
    """The sites of these countries without a place that events, promises and key figures name."""
    words = " ".join(filter(None, map(_own_words, told)))
    sites = (site for site in writer.catalog.localities.values() if site.site in members)
    return [site.name for site in sites if re.search(rf"(?<!\w){re.escape(site.name)}(?!\w)", words)]


def _own_words(content: Content) -> str:
    """What an event, a promise or a key figure says in words of its source."""
    if isinstance(content, Event):
        return content.summary
    if isinstance(content, Commitment):
        return content.purpose
    return content.of if isinstance(content, Profile) else ""


def _sites(writer: Writer, contents: Iterable[Resource]) -> dict[str, str]:
    """The sites that are named, each with the id of its place if any; of what stands in brackets behind one ("NAME
    (with NAME)") only what has a place.

    What is told of several ("NAME and NAME") is told of each, and of one with others that have no name of their own
    ("NAME and the fields beside it") there.
    """
    find = writer.catalog.find
    sites: dict[str, str] = {}
    for site in dict.fromkeys(content.site for content in contents if content.site):
        name, _, beside = site.partition(" (")
        each = [name] if find(name, ("place",)) else [part.removeprefix("the ") for part in name.split(_AND)]
        found = {part: place[1] for part in each if (place := find(part, ("place",)))}
        sites |= found or {name: ""}
        other = beside.rstrip(")").partition(" ")[2]  # behind "with"
        if other and (place := find(other, ("place",))):
            sites[other] = place[1]
    return sites


def _with_unplaced(writer: Writer, part: Part, sites: Sequence[str]) -> Part:
    """The part with the sites below its map of which no place is known."""
    if not (part.pictures and sites):
        return part
    (picture,) = part.pictures
    names = [writer.phrases.plain_name(site) for site in sites]
    unplaced = fill(writer.words["unplaced"], sites=writer.phrases.listed(names))
    return structs.replace(part, pictures=(structs.replace(picture, caption=f"{picture.caption} {unplaced}"),))


def _part(
    writer: Writer,
    name: str = "",
    focus: Sequence[str] = (),
    routes: Sequence[Route] = (),
    places: Sequence[Place] = (),
    fit: Sequence[str] = (),
) -> Part:
    """The part with its map; empty where nothing is to be shown, or the outlines cannot be read."""
    title = writer.phrases.title("map")
    world = ground(OUTLINES)
    tracks = tuple(track for route in routes if (track := _track(writer, route)).chains)
    own = {writer.phrases.plain_name(place.id) for place in places}
    stops = [spot for spot in _stops(writer, routes) if spot.name not in own] if not fit else []
    met = Counter(stop for route in routes for line in route.lines for stop in set(line.stops))
    first = sorted(places, key=lambda place: -met[place.id])  # where many lines meet a name has room first
    spots = (*(_spot(writer, place) for place in first if place.kind not in WATERS), *stops)
    bounds = tuple(spot.place for spot in spots) if not fit else ()
    if isinstance(world, Problem) or not (bounds or fit):
        return Part("map", title)
    scene = Scene(
        focus=tuple(focus),
        near=writer.catalog.region.members,
        names={code: writer.phrases.plain_name(code) for code in world.countries},
        waters={water: writer.phrases.plain_name(water) for water in world.waters},
        words=writer.words,
        tracks=tracks,
        spots=(*spots, *_capitals(writer, spots)),
        bounds=bounds,
        fit=tuple(fit),
        low=not routes,
    )
    drawn = draw(scene, world, WIDTH)
    if drawn is None:
        return Part("map", title)
    told = fill(
        writer.words["map_told"],
        name=writer.phrases.listed([writer.phrases.plain_name(code) for code in _called(writer, name, fit)]),
        routes=writer.counted(len(drawn.numbered), "route"),
        places=writer.counted(len(spots), "place"),
    )
    caption = " ".join(filter(None, (_numbered(writer, name, drawn.numbered), *_ground(writer, tracks))))
    picture = Picture(f"map-{name}".replace(" ", "-"), drawn.svg, drawn.width, drawn.height, caption, told)
    return Part("map", title, pictures=(picture,))


def _ground(writer: Writer, tracks: Sequence[Track]) -> tuple[str, str]:
    """How lines, if there are any, and borders are drawn."""
    return writer.words["schematic"] if tracks else "", writer.words["borders"]


def _numbered(writer: Writer, name: str, routes: Sequence[str]) -> str:
    """The routes on a map by their numbers there; of one alone its name, unless the map is of it."""
    if len(routes) > 1:
        named = (f"{number}\N{NO-BREAK SPACE}{route}" for number, route in enumerate(routes, 1))
        shown = writer.phrases.after_commas(named)
    else:
        shown = "" if name in writer.catalog.routes else "".join(routes)
    return fill(writer.words["numbered"], routes=shown) if shown else ""


def _called(writer: Writer, name: str, fit: Sequence[str]) -> Sequence[str]:
    """What a map is of: some countries of the region by their own names."""
    region = writer.catalog.region
    return fit if name == region.id and tuple(fit) != region.members else (name,)


def _track(writer: Writer, route: Route) -> Track:
    """The lines of a route in chains of legs that follow one another."""
    places = writer.catalog.places
    chains: list[tuple[list[str], list[str], bool]] = []
    for line in route.lines:
        chain: tuple[list[str], list[str], bool] = ([], [], line.used(route.status))
        for leg in line.legs:
            if chain[0] and chain[0][-1] != leg.start:
                chains.append(chain)
                chain = ([], [], chain[-1])
            chain[0].extend([leg.end] if chain[0] else [leg.start, leg.end])
            chain[1].append(leg.mode)
        chains.append(chain)
    return Track(
        name=writer.phrases.plain_name(route.id),
        chains=tuple(
            Chain(tuple((places[stop].lon, places[stop].lat) for stop in stops), tuple(modes), used)
            for stops, modes, used in chains
            if modes and all(stop in places for stop in stops)
        ),
    )


def _stops(writer: Writer, routes: Iterable[Route]) -> list[Spot]:
    """The stops once each, those of main lines first, then the ends of other lines; of two that lie beside each other,
    as on both sides of a border, the first."""
    wanted: dict[str, int] = {}
    for route in routes:
        for number, line in enumerate(route.lines):
            for stop in line.stops:
                order = 0 if number == 0 else 1 if stop in (line.stops[0], line.stops[-1]) else 2
                wanted[stop] = min(order, wanted.get(stop, order))
    found: list[Spot] = []
    for stop, order in sorted(wanted.items(), key=lambda each: each[1]):
        place = writer.catalog.places.get(stop)
        if place is None or place.kind in WATERS:
            continue
        rank = 0 if place.kind == CAPITAL else 1 if order == 0 else 2
        spot = Spot(writer.phrases.plain_name(stop), (place.lon, place.lat), rank)
        if not any(_beside(spot, other) for other in found):
            found.append(spot)
    return found


def _beside(one: Spot, other: Spot) -> bool:
    return all(abs(a - b) < NEAR for a, b in zip(one.place, other.place, strict=True))


def _capitals(writer: Writer, spots: Iterable[Spot]) -> Iterator[Spot]:
    """The capitals that the map does not have yet: people find their way by them."""
    known = {spot.name for spot in spots}
    found = (_spot(writer, place) for place in writer.catalog.places.values() if place.kind == CAPITAL)
    return (spot for spot in found if spot.name not in known)


def _spot(writer: Writer, place: Place) -> Spot:
    rank = 0 if place.kind == CAPITAL else 2
    return Spot(writer.phrases.plain_name(place.id), (place.lon, place.lat), rank, place.kind not in TOWNS)
