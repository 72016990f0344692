"""The Transport routes tab: the list of routes with their legs for the map, and one route's page."""

from __future__ import annotations

from models.pages.lines import Figure, Line
from models.records import Note, Record


class Stop(Record):
    """A place on a route or a site on the map. Longitude and latitude in degrees, WGS 84."""

    name: str
    kind: str
    country: str
    longitude: float
    latitude: float


class Leg(Record):
    """Between two neighbouring stops: `mode` is rail, road, sea or pipeline."""

    start: Stop
    end: Stop
    mode: str


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

    `crossed` and `avoided` come from the catalog; `sources` tells where the catalog has the line from.
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
