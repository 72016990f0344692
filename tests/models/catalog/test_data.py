"""The data that come with the application are consistent: ids, codes, names, legs, lists, sources."""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import pytest
from babel import Locale
from babel.core import get_global
from babel.numbers import list_currencies

from models.catalog import RESOURCES, Catalog, Entry, Surface
from models.records import Citation

FOLDER = RESOURCES / "catalog"
LANGUAGES = ("en", "ja", "ru")
MODES = {"rail", "sea", "road", "pipeline", "power"}
PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
PROPERTY_VALUES = {"amount", "money", "percent", "text"}
PROPERTY_VALUES |= {"person", "place", "currency", "language", "country", "commodity"}
# the closed list of the gold set's README; square kilometres are added for areas of countries
UNITS = {
    *("tonne", "tonne/year", "m3", "m3/year", "barrel", "barrel/day", "TEU", "km", "day", "hour", "MW", "kWh"),
    *("kWh/year", "percent", "container train", "wagon", "deposit", "year", "people", "hectare", "km2"),
}


def entries(catalog: Catalog) -> list[Entry]:
    """Every entry of every table."""
    tables = (
        *(catalog.countries, catalog.world, catalog.groups, catalog.commodities, catalog.commodity_groups),
        *(catalog.routes, catalog.places, catalog.actors, catalog.units, catalog.currencies, catalog.properties),
        *(catalog.plover, catalog.critical_lists),
    )
    return [entry for table in tables for entry in table.values()]


def test_all_tables_can_be_read(catalog: Catalog) -> None:
    assert catalog.check() == ()
    assert all(entry for entry in entries(catalog))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_every_file_is_a_table_of_the_catalog(catalog: Catalog, path: Path) -> None:
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    assert set(raw) == set(getattr(catalog, path.stem))


def test_names_are_clean(catalog: Catalog) -> None:
    for entry in entries(catalog):
        words = [*entry.names.values(), *entry.aliases]
        assert all(word == " ".join(word.split()) and word for word in words), entry.id
        assert set(entry.also) <= {*LANGUAGES, "mul"}, entry.id
        assert set(entry.names) <= set(LANGUAGES), entry.id


def test_marks_stand_on_forms_that_exist(catalog: Catalog) -> None:
    for entry in entries(catalog):
        forms = {*entry.names.values(), *(word for words in entry.also.values() for word in words)}
        for field in ("adjective", "people", "metonym"):
            forms |= {word for words in getattr(entry, field, {}).values() for word in words}
        forms |= set(getattr(entry, "symbols", ()))
        forms |= {w for form in getattr(entry, "forms", ()) for ws in getattr(form, "words", {}).values() for w in ws}
        assert {*entry.exact, *entry.ambiguous} <= forms, entry.id


# --- countries and groups ---------------------------------------------------------------------------------------------


def test_countries_have_iso_codes(catalog: Catalog) -> None:
    aliases = get_global("territory_aliases")
    for code, country in {**catalog.countries, **catalog.world}.items():
        assert re.fullmatch(r"[A-Z]{3}", code)
        assert re.fullmatch(r"[A-Z]{2}", country.alpha2)
        assert re.fullmatch(r"\d{3}", country.numeric)
        assert country.alpha2 in Locale("en").territories
        assert country.alpha2 in aliases[code], code
        assert country.alpha2 in aliases[country.numeric], code
    assert set(catalog.countries).isdisjoint(catalog.world)
    everyone = [*catalog.countries.values(), *catalog.world.values()]
    assert len({country.alpha2 for country in everyone}) == len(everyone) == 249
    assert len({country.numeric for country in everyone}) == len(everyone)
    assert catalog.countries["AFG"].numeric == "004"


def test_country_names_are_those_of_the_cldr(catalog: Catalog) -> None:
    ours = {"TUR": "Türkiye"}
    for code, country in catalog.countries.items():
        for lang in LANGUAGES:
            expected = Locale(lang).territories[country.alpha2]
            assert country.names[lang] == (ours.get(code, expected) if lang == "en" else expected)


def test_local_names_are_those_of_the_cldr(catalog: Catalog) -> None:
    for country in catalog.countries.values():
        assert country.local_names, country.id
        for tag, name in country.local.items():
            locale = Locale.parse({"prs": "fa-AF"}.get(tag, tag), sep="-")
            assert name == locale.territories[country.alpha2], country.id


def test_region_and_partners_are_there(catalog: Catalog) -> None:
    neighbours = {"JPN", "CHN", "RUS", "USA", "TUR", "AZE", "GEO", "IRN", "AFG", "KOR", "IND", "MNG", "PAK", "ARM"}
    assert neighbours <= set(catalog.countries)
    for country in catalog.countries.values():
        assert country.capital, country.id
        assert country.adjective.get("en"), country.id


def test_capital_is_a_metonym(catalog: Catalog) -> None:
    """Except where the capital's name is the country's or another body's too."""
    without = {c.id for c in catalog.countries.values() if c.capital not in c.metonym.get("en", ())}
    assert without == {"BEL", "KWT", "SGP"}


def test_groups_have_members_of_the_catalog(catalog: Catalog) -> None:
    for group in catalog.groups.values():
        assert group.members
        assert all(catalog.country(code) for code in group.members)
        assert len(set(group.members)) == len(group.members)
    assert len(catalog.groups["EUU"].members) == 27
    assert [group.id for group in catalog.groups.values() if group.region] == ["C5"]


# --- commodities ------------------------------------------------------------------------------------------------------


def test_commodities(catalog: Catalog) -> None:
    for commodity in catalog.commodities.values():
        assert commodity.group in catalog.commodity_groups, commodity.id
        assert set(commodity.names) == set(LANGUAGES), commodity.id
        assert catalog.find(commodity.id, ("commodity",)) == ("commodity", commodity.id)
    assert {commodity.group for commodity in catalog.commodities.values()} == set(catalog.commodity_groups)


def test_commodities_cover_the_gold_set(catalog: Catalog, shared: Path) -> None:
    gold = [path.read_text(encoding="utf-8") for path in (shared / "goldset" / "seeds").glob("*.json")]
    named = {name for text in gold for name in re.findall(r'"resource": "([^"]+)"', text)}
    assert named
    assert named <= set(catalog.commodities)


# --- routes and places ------------------------------------------------------------------------------------------------


def test_lines_run_through_known_places(catalog: Catalog) -> None:
    for route in catalog.routes.values():
        for line in route.lines:
            assert len(line.stops) >= 2, line.name
            assert set(line.stops) <= set(catalog.places), line.name
            assert [(leg.start, leg.end) for leg in line.legs] == list(pairwise(line.stops)), line.name
            assert {leg.mode for leg in line.legs} <= MODES


def test_countries_of_a_line_are_those_of_its_stops(catalog: Catalog) -> None:
    for route in catalog.routes.values():
        for line in route.lines:
            crossed = {catalog.places[stop].country for stop in line.stops}
            assert crossed == set(line.countries), line.name
            assert crossed.isdisjoint(line.countries_avoided), line.name
        assert {code for line in route.lines for code in line.countries} <= set(route.countries), route.id
        assert set(route.countries).isdisjoint(route.countries_avoided), route.id
        assert all(catalog.country(code) for code in (*route.countries, *route.countries_avoided)), route.id


def test_routes_say_where_they_are_from(catalog: Catalog) -> None:
    for route in catalog.routes.values():
        assert route.sources, route.id
        assert route.as_of is None or PARTIAL_DATE.fullmatch(route.as_of)
        assert route.status
        assert route.kind


def test_routes_that_are_used_were_opened_and_others_at_most_begun(catalog: Catalog) -> None:
    dated = [route for route in catalog.routes.values() if route.opened or route.begun]
    assert len(dated) >= 7
    for route in dated:
        assert bool(route.opened) is route.status.startswith("operating"), route.id
        assert not (route.opened and route.begun), route.id
        told = route.opened or route.begun
        assert PARTIAL_DATE.fullmatch(told)
        assert told <= (route.as_of or ""), route.id


def test_routes_cover_the_reference(catalog: Catalog, shared: Path) -> None:
    reference = tomllib.loads((shared / "reference" / "routes.toml").read_text(encoding="utf-8"))["route"]
    ours = {line.stops for route in catalog.routes.values() for line in route.lines}
    assert {tuple(route["stops"]) for route in reference} <= ours


def test_routes_know_the_names_of_the_scorer(catalog: Catalog, shared: Path) -> None:
    text = (shared / "goldset" / "score.py").read_text(encoding="utf-8")
    block = re.search(r"ROUTE_ALIASES = \{(.*?)\}", text, re.DOTALL)
    assert block
    pairs = re.findall(r'"([^"]+)": "([^"]+)"', block[1])
    assert pairs
    for alias, name in pairs:
        found = catalog.find(alias, ("route",))
        assert found, alias
        assert catalog.routes[found[1]].name.casefold() == name


def test_places(catalog: Catalog) -> None:
    for place in catalog.places.values():
        assert -180 <= place.lon <= 180
        assert -90 <= place.lat <= 90
        assert place.source.title
        assert place.country in catalog.countries or place.kind in {"sea", "lake"}, place.id


def test_corridors_are_drawn_leg_by_leg(catalog: Catalog) -> None:
    drawn = [route for route in catalog.routes.values() if route.kind in {"corridor", "multimodal"}]
    assert len([route for route in drawn if route.kind == "corridor"]) == 6
    for route in drawn:
        assert len(route.lines) >= 1, route.id
        assert sum(len(line.legs) for line in route.lines) >= 14, route.id
        assert {leg.mode for line in route.lines for leg in line.legs} & {"rail", "road"}, route.id


# --- actors -----------------------------------------------------------------------------------------------------------


def test_actors(catalog: Catalog) -> None:
    kinds = {"person", "organisation", "forum", "bank", "company", "university", "agency"}
    for actor in catalog.actors.values():
        assert actor.kind in kinds, actor.id
        assert not actor.country or actor.country in catalog.countries or actor.country in catalog.groups, actor.id
        assert all(catalog.country(code) or code in catalog.groups for code in actor.members), actor.id
        assert bool(actor.offices) == (actor.kind == "person"), actor.id


def test_persons_and_forums_say_where_they_are_from(catalog: Catalog) -> None:
    for actor in catalog.actors.values():
        if actor.kind in {"person", "forum"}:
            assert actor.sources, actor.id
        for office in actor.offices:
            assert catalog.name(office.of) != office.of, actor.id
            dates = [date for date in (office.since, office.until, office.as_of) if date]
            assert all(PARTIAL_DATE.fullmatch(date) for date in dates), actor.id


def test_citations_are_well_formed(catalog: Catalog) -> None:
    cited: list[Citation] = [
        *(source for route in catalog.routes.values() for source in route.sources),
        *(source for actor in catalog.actors.values() for source in actor.sources),
        *(place.source for place in catalog.places.values()),
    ]
    for source in cited:
        assert source.title
        assert source.date is None or PARTIAL_DATE.fullmatch(source.date), source
        assert source.url is None or re.match(r"https?://\S+$", source.url), source


# --- units, currencies, properties, events ----------------------------------------------------------------------------


def test_units_are_the_closed_list(catalog: Catalog) -> None:
    assert set(catalog.units) == UNITS
    for unit in catalog.units.values():
        assert unit.symbol
        assert all(form.factor > 0 and form.words for form in unit.forms), unit.id
        assert bool(unit.per) == ("/" in unit.id)
        assert not unit.per or unit.id == f"{unit.numerator}/{unit.per}"


@pytest.mark.parametrize(
    ("word", "unit", "base"),
    [
        ("tons", "tonne", 1.0),
        ("kt", "tonne", 1e3),
        ("bcm", "m3", 1e9),
        ("cubic meters", "m3", 1.0),
        ("boe", "barrel", 1.0),
        ("GW", "MW", 1e3),
        ("TWh", "kWh", 1e9),
        ("miles", "km", 1.609344),
        ("per cent", "percent", 1.0),
        ("百万", None, 0.0),
        ("млн т", "tonne", 1e6),
    ],
)
def test_unit_words(catalog: Catalog, word: str, unit: str | None, base: float) -> None:
    found = {
        (unit.id, form.factor)
        for unit in catalog.units.values()
        for form in unit.forms
        if any(word in words for words in form.words.values())
    }
    assert found == ({(unit, base)} if unit else set())


def test_a_spelling_means_one_unit(catalog: Catalog) -> None:
    meanings: dict[str, set[tuple[str, float]]] = defaultdict(set)
    for unit in catalog.units.values():
        for form in unit.forms:
            for words in form.words.values():
                for word in words:
                    meanings[word].add((unit.id, form.factor))
    # the Japanese counter stands for the day and for the week's days alike; "mtpa" is a rate written as a mass
    assert {word for word, found in meanings.items() if len({unit for unit, _ in found}) > 1} <= {"mtpa"}


def test_currencies(catalog: Catalog) -> None:
    assert set(catalog.currencies) <= list_currencies()
    assert {"USD", "EUR", "JPY", "CNY", "RUB", "KZT", "KGS", "TJS", "TMT", "UZS"} <= set(catalog.currencies)
    plain = Counter(s for c in catalog.currencies.values() for s in c.symbols if s not in c.ambiguous)
    assert all(count == 1 for count in plain.values())
    for currency in catalog.currencies.values():
        assert currency.country in catalog.countries or currency.country in catalog.groups


def test_properties(catalog: Catalog) -> None:
    orders = [item.order for item in catalog.properties.values()]
    assert orders == sorted(set(orders))
    for item in catalog.properties.values():
        assert item.value in PROPERTY_VALUES, item.id
        assert set(item.units) <= set(catalog.units), item.id
        assert bool(item.units) == (item.value in {"amount", "percent"}), item.id
        assert item.words.get("en"), item.id


def test_plover(catalog: Catalog) -> None:
    assert len(catalog.plover) == 16
    assert Counter(kind.quad for kind in catalog.plover.values()) == {1: 4, 2: 3, 3: 4, 4: 5}
    for kind in catalog.plover.values():
        assert (kind.score > 0) == (kind.quad <= 2), kind.id
        assert kind.says
    assert catalog.plover["SANCTION"].quad == 4
    assert "CC BY-SA 4.0" in (FOLDER / "plover.toml").read_text(encoding="utf-8")


# --- forms in text ----------------------------------------------------------------------------------------------------


def may_be_shared(surfaces: list[Surface]) -> bool:
    """A capital is a place and stands for its state; otherwise all of them must be marked ambiguous."""
    kinds = Counter(surface.kind for surface in surfaces)
    capital = kinds == {"place": 1, "country": 1} or kinds == {"place": 1, "group": 1}
    metonyms = all("metonym" in surface.flags for surface in surfaces if surface.kind != "place")
    return (capital and metonyms) or all("ambiguous" in surface.flags for surface in surfaces)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_form_means_two_things_unless_marked(catalog: Catalog, lang: str) -> None:
    meanings: dict[str, list[Surface]] = defaultdict(list)
    for surface in catalog.surfaces(lang):
        meanings[surface.text].append(surface)
    shared_forms = [found for found in meanings.values() if len(found) > 1]
    assert [found for found in shared_forms if not may_be_shared(found)] == []


def test_short_capitals_count_only_as_written(catalog: Catalog) -> None:
    """A form of up to four capital letters is somebody's word in lower case sooner or later ("US", "EBRD")."""
    loose = {
        surface.text
        for lang in LANGUAGES
        for surface in catalog.surfaces(lang)
        if re.fullmatch(r"[A-Z]{2,4}", surface.text) and "exact" not in surface.flags
    }
    assert loose == set()


def test_everyday_words_are_marked(catalog: Catalog) -> None:
    marked = {surface.text for surface in catalog.surfaces("en") if "ambiguous" in surface.flags}
    assert {"lead", "Georgia", "Turkey", "tin", "stone", "gas", "Mary", "Xi", "resources", "Europe"} <= marked
