"""Routes and places as GeoJSON (RFC 7946): longitude and latitude in degrees, WGS 84."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.catalog import Catalog, Entry, Route

ENGLISH = "en"
FORMED = "names_formed"
"""Languages of the names that no text was seen to give."""
DIGITS = 5
"""Decimals of a degree: about a metre."""


def geojson(catalog: Catalog) -> bytes:
    """A feature collection: a point for each place, a line for each leg of each route."""
    features = [*_places(catalog), *(feature for route in catalog.routes.values() for feature in _legs(route, catalog))]
    points = [point for feature in features for point in _points(feature["geometry"])]
    longitudes, latitudes = zip(*points, strict=True) if points else ((0.0,), (0.0,))
    box = [min(longitudes), min(latitudes), max(longitudes), max(latitudes)]
    return orjson.dumps({"type": "FeatureCollection", "bbox": box, "features": features}) + b"\n"


def _places(catalog: Catalog) -> Iterator[dict[str, Any]]:
    for place in catalog.places.values():
        about = {"kind": place.kind, "country": place.country, "source": place.source.url}
        facts = {**_names(place), **about, FORMED: place.formed}
        yield _feature(f"place/{place.id}", "Point", [round(place.lon, DIGITS), round(place.lat, DIGITS)], facts)


def _legs(route: Route, catalog: Catalog) -> Iterator[dict[str, Any]]:
    legs = (leg for line in route.lines for leg in line.legs)
    for number, leg in enumerate(legs, start=1):
        ends = [catalog.places.get(name) for name in (leg.start, leg.end)]
        points = [[round(end.lon, DIGITS), round(end.lat, DIGITS)] for end in ends if end is not None]
        if len(points) == len(ends):
            about = {"from": leg.start, "to": leg.end, "mode": leg.mode, "status": route.status}
            facts = {**_names(route), **about, FORMED: route.formed}
            yield _feature(f"route/{route.id}/{number}", "LineString", points, facts)


def _names(entry: Entry) -> dict[str, str]:
    """The name in English, in each other language as "name:ja", and those of the place itself as "name:kk"."""
    others = {**entry.names, **entry.local}
    return {"name": entry.name, **{f"name:{lang}": name for lang, name in others.items() if lang != ENGLISH}}


def _feature(name: str, shape: str, coordinates: object, facts: dict[str, Any]) -> dict[str, Any]:
    known = {key: value for key, value in facts.items() if value}
    geometry = {"type": shape, "coordinates": coordinates}
    return {"type": "Feature", "id": name, "geometry": geometry, "properties": known}


def _points(geometry: dict[str, Any]) -> Iterable[list[float]]:
    found: list[Any] = geometry["coordinates"]
    return [found] if geometry["type"] == "Point" else found
