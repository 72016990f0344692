"""Names in other languages: which are there, and how many places go without."""

from __future__ import annotations

import tomllib

from models.catalog import RESOURCES, Catalog
from models.catalog.naming import fold

LANGUAGES = ("en", "ja", "ru")
MISSING = {"ja": 31, "ru": 6}
"""Places, of those on routes and on the map, for which no source that was seen has a name in the language."""
UNNAMED = {"ja": 46, "ru": 0}
"""Localities that have a name in the other language only."""


def test_names_in_other_languages(catalog: Catalog) -> None:
    """Countries, groups, commodities and routes have all of them; of places no more than these go without."""
    for table in (catalog.countries, catalog.groups, catalog.commodities, catalog.commodity_groups, catalog.routes):
        assert [entry.id for entry in table.values() if set(entry.names) != set(LANGUAGES)] == []
    for lang, count in MISSING.items():
        without = sorted(place.id for place in catalog.places.values() if lang not in place.names)
        assert len(without) == count, f"{lang}: {', '.join(without)}"


def test_names_of_localities(catalog: Catalog) -> None:
    """Each is a capital or a town that articles are read by and has no entry elsewhere; only so many lack a name."""
    towns = tomllib.loads((RESOURCES / "rules" / "words-localities.toml").read_text(encoding="utf-8"))["localities"]
    capitals = {country.capital for country in catalog.countries.values()}
    assert set(catalog.localities) <= capitals.union(*towns.values())
    assert {key: entry for key, entry in catalog.localities.items() if catalog.entry(key) is not entry} == {}
    assert all(key == entry.name for key, entry in catalog.localities.items())
    lacking = {lang: sum(lang not in entry.names for entry in catalog.localities.values()) for lang in UNNAMED}
    assert lacking == UNNAMED
    abroad = capitals - {country.capital for country in catalog.countries.values() if country.in_region} - {""}
    unnamed = {lang: {city for city in abroad if catalog.name(city, lang) == city} for lang in UNNAMED}
    assert unnamed == {"ja": set(), "ru": set()}


def test_local_names(catalog: Catalog) -> None:
    """Every country and group has its own, and so has every town of the region on a route; of the rest no more than
    these go without."""
    own = {code: set(catalog.countries[code].local) for code in catalog.region.members}
    assert all(country.local for country in catalog.countries.values())
    state = {code: next(iter(country.local)) for code, country in catalog.countries.items() if country.local}
    assert all({state[code] for code in own} <= set(group.local) for group in catalog.groups.values())
    towns = [place for place in catalog.places.values() if place.country in own and place.kind in TOWNS]
    assert all(set(place.local) <= {state[place.country]} for place in towns)
    assert all(place.local for place in towns)
    for table, count in OWNLESS.items():
        without = sorted(entry.id for entry in getattr(catalog, table).values() if not entry.local)
        assert len(without) == count, f"{table}: {', '.join(without)}"


def test_names_of_actors(catalog: Catalog) -> None:
    """No more than these go without one in Japanese or Russian."""
    lacking = {lang: sum(lang not in actor.names for actor in catalog.actors.values()) for lang in NAMELESS_ACTORS}
    assert lacking == NAMELESS_ACTORS


def test_commodities_in_the_languages_of_the_region(catalog: Catalog) -> None:
    """Only the region's languages, each name in their own writing; no more than these go without."""
    own = {next(iter(catalog.countries[code].local)) for code in catalog.region.members}
    goods = catalog.commodities.values()
    assert own == set(NAMELESS) == {lang for entry in goods for lang in entry.local}
    assert {lang: sum(lang not in entry.local for entry in goods) for lang in NAMELESS} == NAMELESS
    latin = {lang: {fold(entry.local[lang]).isascii() for entry in goods if lang in entry.local} for lang in own}
    assert latin == {"kk": {False}, "ky": {False}, "tg": {False}, "tk": {True}, "uz": {True}}


NAMELESS = {"kk": 16, "ky": 32, "tg": 40, "tk": 42, "uz": 9}
"""Commodities without a name, by language."""
NAMELESS_ACTORS = {"ja": 35, "ru": 12}
"""Most are agencies, forums and firms that texts in the language call by their English name."""
OWNLESS = {"places": 3, "routes": 10, "actors": 35, "commodities": 7}
"""Entries without a name in the language of their country or of the region."""
TOWNS = {"capital", "city", "rail_hub", "port", "dry_port"}
