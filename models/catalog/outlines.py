"""The outlines of the map: rings of longitude and latitude for countries, land and waters (Natural Earth)."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

import msgspec

from models.catalog.projection import Albers
from models.records import Problem, Record

if TYPE_CHECKING:
    from pathlib import Path

LonLat = tuple[float, float]
Ring = tuple[LonLat, ...]


class Window(Record):
    """The part of the world that the map shows, in degrees."""

    west: float
    south: float
    east: float
    north: float


class Shape(Record):
    """Something on the map: its rings (outer ones and holes alike: fill by the even-odd rule) and its label point."""

    rings: tuple[Ring, ...]
    label: LonLat


class Outlines(Record):
    """All outlines in degrees, WGS 84. Each ring is closed: its last point is its first.

    `countries` stand by ISO 3166-1 alpha-3 code, `waters` by English name (without rings where only the name is
    written), `land` holds all land. `credit` says whose drawing of the borders it is.
    """

    window: Window
    projection: Albers
    countries: dict[str, Shape]
    waters: dict[str, Shape]
    land: tuple[Ring, ...]
    credit: str
    source: str


class _Credit(Record):
    text: str
    source: str


class _Projection(Record):
    longitude: float
    latitude: float
    parallels: tuple[float, float]


class _Country(Record):
    rings: list[list[int]]
    label: LonLat


class _Water(Record):
    label: LonLat
    ring: list[int] | None = None


class _File(Record):
    unit: int
    projection: _Projection
    window: Window
    credit: _Credit
    waters: dict[str, _Water]
    countries: dict[str, _Country]
    land: list[list[int]]
    arcs: list[list[int]]


def read_outlines(path: Path) -> Outlines | Problem:
    """The outlines of a file that resources/map/build.py wrote, or why it cannot be used."""
    try:
        data = msgspec.json.decode(path.read_bytes(), type=_File)
    except OSError as error:
        return Problem(str(path), f"The map cannot be read: {error.strerror or error}.")
    except msgspec.DecodeError as error:
        return Problem(str(path), f"The map is damaged: {error}.")
    arcs = [_points(arc, data.unit) for arc in data.arcs]
    view = data.projection
    return Outlines(
        window=data.window,
        projection=Albers(view.longitude, view.latitude, view.parallels),
        countries={
            code: Shape(tuple(_ring(ring, arcs) for ring in country.rings), country.label)
            for code, country in data.countries.items()
        },
        waters={
            name: Shape((_ring(water.ring, arcs),) if water.ring else (), water.label)
            for name, water in data.waters.items()
        },
        land=tuple(_ring(ring, arcs) for ring in data.land),
        credit=data.credit.text,
        source=data.credit.source,
    )


def _points(arc: list[int], unit: int) -> list[LonLat]:
    """Steps of an arc -> its points in degrees."""
    xs, ys = accumulate(arc[0::2]), accumulate(arc[1::2])
    return [(x / unit, y / unit) for x, y in zip(xs, ys, strict=True)]


def _ring(numbers: list[int], arcs: list[list[LonLat]]) -> Ring:
    """Arcs end to end; a number below zero means arc ~number backwards."""
    points: list[LonLat] = []
    for number in numbers:
        part = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(part[1:] if points else part)
    return tuple(points)
