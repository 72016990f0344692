"""Names in other languages: everything has one in English, Japanese, Russian and its own, or says that it is formed."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from models.catalog import RESOURCES, Actor, Catalog, Entry, load
from models.catalog.naming import fold

LANGUAGES = {"en", "ja", "ru"}
NAMED = ("countries", "groups", "commodities", "commodity_groups", "routes", "places", "localities", "actors", "houses")
OF_THE_REGION = {"organisation", "forum", "bank"}
"""Bodies that no single land has have a name in each language of the region."""
TOWNS = {"capital", "city", "rail_hub", "port", "dry_port"}
FORMED = {
    "commodities": {"kk": 12, "ky": 30, "tg": 29, "tk": 31, "uz": 7},
    "routes": {"ja": 13, "ru": 13, "kk": 12, "ky": 7, "tg": 6, "tk": 4, "uz": 4, "mn": 1}
    | {"prs": 9, "fa": 4, "az": 4, "hy": 1, "ur": 5, "zh": 5, "ka": 2, "hi": 1, "tr": 1, "de": 1, "pl": 1, "ro": 1},
    "places": {"ja": 21, "ru": 4, "kk": 1},
    "localities": {"ja": 49, "ru": 1, "tg": 1, "uz": 1},
    "actors": {"ja": 30, "ru": 12, "kk": 20, "ky": 21, "tg": 24, "tk": 25, "uz": 18, "az": 2},
    "houses": {"ja": 2, "ru": 4, "az": 1, "tr": 1},
}
"""How many names no text was seen to give, by language: less are better, more are not taken."""
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
LATIN = "abcdefghijklmnopqrstuvwxyz"
ALPHABETS = {
    "kk": f"{RUSSIAN}әғқңөұүһі",
    "ky": f"{RUSSIAN}ңөү",
    "tg": "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя",
    "tk": "abçdeäfghijžklmnňoöprsştuüwyýz",
    "uz": f"{LATIN}\N{MODIFIER LETTER TURNED COMMA}\N{RIGHT SINGLE QUOTATION MARK}".replace("w", ""),
}
"""The letters of the region's languages; abbreviations and names of firms in Latin letters are left out."""
SCRIPTS = (
    dict.fromkeys(("kk", "ky", "tg", "ru", "uk", "bg", "sr", "mn", "be"), "CYRILLIC")
    | dict.fromkeys(("fa", "prs", "ps", "ur", "ar"), "ARABIC")
    | dict.fromkeys(("hi", "mr"), "DEVANAGARI")
    | {"zh": "CJK", "ko": "HANGUL", "ka": "GEORGIAN", "hy": "ARMENIAN", "he": "HEBREW", "el": "GREEK", "th": "THAI"}
    | {"bn": "BENGALI", "gu": "GUJARATI", "kn": "KANNADA", "pa": "GURMUKHI", "ta": "TAMIL", "te": "TELUGU"}
)
"""What languages are written in, as Unicode names the letters; all others in Latin letters, Japanese left out."""
FOREIGN = re.compile(r"KAZ Minerals|The Astana Times|The Times of Central Asia|24\.kg|Kun\.uz|\b[A-Z][A-Z0-9+-]*\b")


def states(catalog: Catalog) -> dict[str, str]:
    """The state language of each land that the catalog knows one of."""
    return {code: next(iter(country.local)) for code, country in catalog.countries.items() if country.local}


def lands() -> dict[str, str]:
    """The land of each town that articles are read by."""
    towns = tomllib.loads((RESOURCES / "rules" / "words-localities.toml").read_text(encoding="utf-8"))["localities"]
    return {town: code for code, named in towns.items() for town in named}


def region(catalog: Catalog) -> set[str]:
    """The state languages of the region."""
    return {states(catalog)[code] for code in catalog.region.members}


# --- all have all -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", NAMED)
def test_all_have_a_name_in_english_japanese_and_russian(catalog: Catalog, table: str) -> None:
    assert [entry.id for entry in getattr(catalog, table).values() if set(entry.names) != LANGUAGES] == []


def test_names_of_localities(catalog: Catalog) -> None:
    """Each is a capital or a town that articles are read by and has no entry elsewhere."""
    capitals = {country.capital for country in catalog.countries.values()}
    assert set(catalog.localities) <= capitals.union(lands())
    assert {key: entry for key, entry in catalog.localities.items() if catalog.entry(key) is not entry} == {}
    assert all(key == entry.name for key, entry in catalog.localities.items())
    abroad = capitals - {country.capital for country in catalog.countries.values() if country.in_region} - {""}
    unnamed = {lang: {city for city in abroad if catalog.name(city, lang) == city} for lang in ("ja", "ru")}
    assert unnamed == {"ja": set(), "ru": set()}


def test_sites_that_no_source_places_are_sites_of_the_region_to_the_rules(catalog: Catalog) -> None:
    rules = tomllib.loads((RESOURCES / "rules" / "words-localities.toml").read_text(encoding="utf-8"))
    sites = {key: entry.site for key, entry in catalog.localities.items() if entry.site}
    assert sites
    assert set(sites) <= set(rules["localities_kinds"]["sites"])
    assert sites == {key: lands()[key] for key in sites}
    assert set(sites.values()) <= set(catalog.region.members)


def test_localities_are_named_in_a_language_of_their_country(catalog: Catalog) -> None:
    """Towns of the region in the state's language alone. One that articles call by two names has one of its own."""
    land = {country.capital: code for code, country in catalog.countries.items()} | lands()
    lacking, abroad = {}, {}
    for key, entry in catalog.localities.items():
        country = catalog.countries[land[key]]
        if not set(country.local) & set(entry.local):
            lacking[key] = set(entry.local)
        if country.in_region and set(entry.local) != {states(catalog)[country.id]}:
            abroad[key] = set(entry.local)
    assert (lacking, abroad) == ({}, {})
    local = {key: entry.local for key, entry in catalog.localities.items()}
    assert local["Uzgen"] == local["Ozgon"] == {"ky": "Өзгөн"}
    assert local["Munich"] == {"de": "München"}
    assert local["Geneva"] == {"fr": "Genève"}


def test_places_are_named_in_a_language_of_their_country(catalog: Catalog) -> None:
    """Seas and lakes in one of their shores; a town of the region on a route in the state's language alone."""
    lands = {code: set(country.local) for code, country in catalog.countries.items()}
    for place in catalog.places.values():
        assert set(place.local) & lands.get(place.country, set(place.local)), place.id
    towns = [p for p in catalog.places.values() if p.country in catalog.region.members and p.kind in TOWNS]
    assert all(set(place.local) == {states(catalog)[place.country]} for place in towns)


def test_routes_are_named_in_the_languages_of_the_region_they_cross(catalog: Catalog) -> None:
    lacking = {}
    for route in catalog.routes.values():
        crossed = {states(catalog)[code] for code in route.countries if code in catalog.region.members}
        if not route.local or not crossed <= set(route.local):
            lacking[route.id] = crossed - set(route.local)
    assert lacking == {}


def test_routes_are_named_in_a_language_of_each_other_state_that_they_cross(catalog: Catalog) -> None:
    """But for one whose towns have no name in that language that is known."""
    lacking = {
        (route.id, code)
        for route in catalog.routes.values()
        for code in route.countries
        if not set(catalog.countries[code].local) & {*route.local, *route.names}
    }
    assert lacking == {("bakhty-ayagoz-railway", "CHN")}


def test_routes_are_written_in_the_script_of_the_language(catalog: Catalog) -> None:
    """But for initials that are the same everywhere."""
    strange = {}
    for route in catalog.routes.values():
        for lang, name in route.local.items():
            letters = re.sub(r"CAREC|CASA|[ʻ\d]", "", name)
            scripts = {unicodedata.name(letter).split()[0] for letter in letters if letter.isalpha()}
            if scripts - {SCRIPTS.get(lang, "LATIN")}:
                strange[route.id, lang] = scripts
    assert strange == {}


def test_actors_are_named_in_their_own_language(catalog: Catalog) -> None:
    assert [actor.id for actor in catalog.actors.values() if not has_its_own(catalog, actor)] == []


def has_its_own(catalog: Catalog, actor: Actor) -> bool:
    """Whether someone has a name in a language of the country, a body of several countries in all the languages of the
    region."""
    if actor.country in catalog.countries:
        return bool(set(catalog.countries[actor.country].local) & set(actor.local))
    return region(catalog) <= set(actor.local) if actor.kind in OF_THE_REGION else bool(actor.local)


def test_bodies_that_works_go_back_to_have_their_own(catalog: Catalog) -> None:
    assert [house.id for house in catalog.houses.values() if not house.local] == []


def test_countries_and_groups_have_their_own(catalog: Catalog) -> None:
    assert all(country.local for country in catalog.countries.values())
    assert all(region(catalog) <= set(group.local) for group in catalog.groups.values())


def test_groups_of_commodities_in_the_languages_of_the_region(catalog: Catalog) -> None:
    """What is a commodity, too, is called alike."""
    groups = catalog.commodity_groups
    assert [group.id for group in groups.values() if set(group.local) != region(catalog)] == []
    for name in set(groups) & set(catalog.commodities) - {"minerals"}:
        same = {lang: groups[name].local[lang].casefold() for lang in region(catalog)}
        assert same == catalog.commodities[name].local


def test_commodities_in_the_languages_of_the_region(catalog: Catalog) -> None:
    """Only these, each name in their own writing."""
    goods = catalog.commodities.values()
    assert [entry.id for entry in goods if set(entry.local) != region(catalog)] == []
    latin = {lang: {fold(entry.local[lang]).isascii() for entry in goods} for lang in ALPHABETS}
    assert latin == {"kk": {False}, "ky": {False}, "tg": {False}, "tk": {True}, "uz": {True}}


# --- how they are spelt -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ALPHABETS)
def test_local_names_keep_to_the_alphabet(catalog: Catalog, lang: str) -> None:
    """So that no letter of a neighbour's language, nor another apostrophe, stands in a name."""
    strange = {}
    for entry in (entry for table in NAMED for entry in getattr(catalog, table).values()):
        letters = FOREIGN.sub("", entry.local.get(lang, "")).replace("ʻ", "").casefold()
        letters = re.sub(r"[\s\d«»“”().,+–-]", "", letters)
        if found := set(letters) - set(ALPHABETS[lang]):
            strange[entry.id] = found
    assert strange == {}


@pytest.mark.parametrize("table", ["places", "localities"])
def test_places_are_written_in_the_script_of_the_language(catalog: Catalog, table: str) -> None:
    strange = {}
    for entry in getattr(catalog, table).values():
        for lang, name in entry.local.items():
            scripts = {unicodedata.name(letter).split()[0] for letter in name.replace("ʻ", "") if letter.isalpha()}
            if lang != "ja" and scripts != {SCRIPTS.get(lang, "LATIN")}:
                strange[entry.id, lang] = scripts
    assert strange == {}


def test_persian_and_urdu_are_spelt_with_their_own_kaf_and_yeh(catalog: Catalog) -> None:
    """Not with those of Arabic, which look the same in the middle of a word and are others to a search."""
    entries = [entry for table in NAMED for entry in getattr(catalog, table).values()]
    names = [entry.local[lang] for entry in entries for lang in ("fa", "prs", "ps", "ur") if lang in entry.local]
    arabic = "\N{ARABIC LETTER KAF}\N{ARABIC LETTER YEH}"
    assert [name for name in names if set(name) & set(arabic)] == []
    assert any("\N{ARABIC LETTER KEHEH}" in name for name in names)


def test_uzbek_is_spelt_with_the_turned_comma(catalog: Catalog) -> None:
    names = [entry.local["uz"] for table in NAMED for entry in getattr(catalog, table).values() if "uz" in entry.local]
    assert [name for name in names if re.search(r"[oOgG]['`\u02bc\u2018\u2019]", name)] == []
    assert any("\u02bb" in name for name in names)


# --- formed names -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", NAMED)
def test_formed_names_do_not_grow(catalog: Catalog, table: str) -> None:
    entries: list[Entry] = list(getattr(catalog, table).values())
    assert Counter(lang for entry in entries for lang in entry.formed) == FORMED.get(table, {})
    assert all(len(set(entry.formed)) == len(entry.formed) for entry in entries)
    assert "en" not in {lang for entry in entries for lang in entry.formed}


@pytest.mark.parametrize("table", FORMED)
def test_a_file_with_formed_names_tells_how_they_are_formed(table: str) -> None:
    text = (RESOURCES / "catalog" / f"{table}.toml").read_text(encoding="utf-8")
    assert '"formed"' in text.partition("\n\n[")[0]


def test_formed_names_are_told_apart(catalog: Catalog) -> None:
    route = catalog.routes["kti-railway"]
    assert route.formed_names == {route.names["ja"], route.names["ru"], route.local["kk"], route.local["fa"]}
    assert catalog.routes["belt-and-road"].formed_names == set()
    same = catalog.actors["c5-plus-1"]
    assert set(same.formed) == region(catalog)
    assert same.formed_names == set()


def test_a_mark_on_a_name_that_is_not_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "localities.toml").write_text(
        '[Here]\nnames = {en = "Here"}\nformed = ["ja"]\n\n'
        '[There]\nnames = {en = "There", ja = "そこ"}\nformed = ["ja"]\n',
        encoding="utf-8",
    )
    catalog = load(tmp_path)
    assert set(catalog.localities) == {"There"}
    (problem,) = catalog.check()
    assert "no name in ja" in problem.reason
