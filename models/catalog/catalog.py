"""The catalog itself: tables read when first asked for, names looked up in both directions."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from models.catalog.entries import (
    Actor,
    Commodity,
    CommodityGroup,
    Country,
    CriticalList,
    Currency,
    Ending,
    Entry,
    Group,
    House,
    Locality,
    Place,
    PloverType,
    Property,
    Route,
    Surface,
    Unit,
)
from models.catalog.naming import SHORTEST, WORD, fold, names_of, nearest
from models.catalog.surfaces import surfaces
from models.catalog.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from models.records import Problem

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
LANGUAGES = ("en", "ja", "ru")
"""Those that all names are given in and articles are read in, the first of them fully; named here, as who only tells
this of an article need not wait for all that reads."""

NAMED_KINDS = {
    "country": "countries",
    "group": "groups",
    "commodity": "commodities",
    "route": "routes",
    "place": "places",
    "actor": "actors",
}

EntryT = TypeVar("EntryT", bound=Entry)


def load(*folders: Path, cache: Path | None = None) -> Catalog:
    """The catalog of the folders, later ones on top; without any, the one that comes with the application.

    `cache` is a folder for parsed tables (made when missing); None parses the TOML files anew each time.
    """
    return Catalog(folders or (RESOURCES / "catalog",), cache)


class Catalog:
    """All tables of the catalog. Each is read when first asked for; what is wrong with one is kept in `problems`."""

    def __init__(self, folders: Iterable[Path], cache: Path | None = None) -> None:
        self.folders = tuple(folders)
        self.cache = cache
        self._problems: dict[str, tuple[Problem, ...]] = {}

    def __reduce__(self) -> tuple[type[Catalog], tuple[tuple[Path, ...], Path | None]]:
        """A worker process opens the same folders itself: cheaper than sending every table."""
        return (Catalog, (self.folders, self.cache))

    def _read(self, table: str, entry: type[EntryT]) -> dict[str, EntryT]:
        found, self._problems[table] = read_table(table, entry, self.folders, self.cache)
        return found

    # --- tables -----------------------------------------------------------------------------------------------------

    @cached_property
    def groups(self) -> dict[str, Group]:
        """Groups of countries that text names as one."""
        return self._read("groups", Group)

    @cached_property
    def region(self) -> Group:
        """The group of countries that the library is about."""
        marked = (group for group in self.groups.values() if group.region)
        return next(marked, Group(id="", members=(), region=True))

    @cached_property
    def countries(self) -> dict[str, Country]:
        """The region's countries and their partners, by ISO 3166-1 alpha-3 code."""
        members = frozenset(self.region.members)
        table = self._read("countries", Country)
        return {code: replace(country, in_region=code in members) for code, country in table.items()}

    @cached_property
    def world(self) -> dict[str, Country]:
        """All other countries of ISO 3166-1, with their names only (Unicode CLDR)."""
        return self._read("world", Country)

    @cached_property
    def commodities(self) -> dict[str, Commodity]:
        """Commodities by the name that claims use."""
        return self._read("commodities", Commodity)

    @cached_property
    def commodity_groups(self) -> dict[str, CommodityGroup]:
        """Groups of commodities in the order they are shown."""
        return self._read("commodity_groups", CommodityGroup)

    @cached_property
    def critical_lists(self) -> dict[str, CriticalList]:
        """Lists of critical raw materials that commodities refer to."""
        return self._read("critical_lists", CriticalList)

    @cached_property
    def routes(self) -> dict[str, Route]:
        """Corridors, railways and pipelines by slug."""
        return self._read("routes", Route)

    @cached_property
    def places(self) -> dict[str, Place]:
        """Places by their id, which is the name that stops of routes use."""
        return self._read("places", Place)

    @cached_property
    def localities(self) -> dict[str, Locality]:
        """Other places, by the name that articles give them: only what they are called."""
        return self._read("localities", Locality)

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """People, organisations, forums and companies by slug."""
        return self._read("actors", Actor)

    @cached_property
    def houses(self) -> dict[str, House]:
        """Bodies that works go back to and that are no actors: what they are called, and which only sum up others."""
        return self._read("houses", House)

    @cached_property
    def units(self) -> dict[str, Unit]:
        """The closed list of units."""
        return self._read("units", Unit)

    @cached_property
    def currencies(self) -> dict[str, Currency]:
        """Currencies by ISO 4217 code."""
        return self._read("currencies", Currency)

    @cached_property
    def properties(self) -> dict[str, Property]:
        """Key figures of a country, in the order they are shown."""
        table = self._read("properties", Property)
        return dict(sorted(table.items(), key=lambda item: item[1].order))

    @cached_property
    def plover(self) -> dict[str, PloverType]:
        """Event types of PLOVER 0.8."""
        return self._read("plover", PloverType)

    @cached_property
    def endings(self) -> dict[str, Ending]:
        """Case endings by language and ending, for languages that bend names."""
        return self._read("endings", Ending)

    # --- names ------------------------------------------------------------------------------------------------------

    def entry(self, key: str) -> Entry | None:
        """The country, group, commodity, route, actor, place or locality of an id; None when nothing has it."""
        tables = ("countries", "groups", "commodities", "routes", "actors", "places", "world", "localities")
        found: Iterator[Mapping[str, Entry]] = (getattr(self, table) for table in tables)  # read when it comes to them
        return next((table[key] for table in found if key in table), None)

    def name(self, key: str, lang: str = "en") -> str:
        """The display name of what has this id, as `entry` finds it; the key itself when unknown."""
        found = self.entry(key)
        return found.called(lang) if found else key

    def country(self, code: str) -> Country | None:
        """The country of an ISO 3166-1 alpha-3 code, or None."""
        return self.countries.get(code) or self.world.get(code)

    def find_country(self, text: str) -> str | None:
        """The code of the country or group that the text names exactly (name, alias, local name or code)."""
        found = self.find(text, ("country", "group"))
        return found[1] if found else None

    def find(self, text: str, kinds: Iterable[str] = NAMED_KINDS) -> tuple[str, str] | None:
        """(kind, id) of what the text names exactly, case and accents aside; kinds earlier in the list win."""
        word = fold(text)
        return next(((kind, self._named(kind)[word]) for kind in kinds if word in self._named(kind)), None)

    def starting(self, text: str, kinds: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """(kind, id) of all of those kinds of which a name starts with the text, case and accents aside."""
        word = fold(text)
        each = ((kind, name, found) for kind in kinds for name, found in self._named(kind).items())
        return tuple(dict.fromkeys((kind, found) for kind, name, found in each if word and name.startswith(word)))

    def line(self, text: str) -> str | None:
        """The route that the text names itself or by the firm that it is called by ("pipeline of the X"), or None."""
        found = self.find(text, ("route",))
        return found[1] if found else self.run_by.get(text.casefold())

    @cached_property
    def run_by(self) -> Mapping[str, str]:
        """The route that is called by each name, in small letters, and one word of what it is ("X pipeline")."""
        names = ((name, route) for route in self.routes.values() for also in route.also.values() for name in also)
        return {name.rpartition(" ")[0].casefold(): route.id for name, route in names if " " in name}

    def house(self, text: str) -> House | None:
        """The body that works go back to, and that is no actor, which the text names exactly."""
        found = self._houses.get(fold(text))
        return self.houses[found] if found else None

    def body(self, text: str) -> str | None:
        """The English name of the actor, body, group or country that the text names exactly; None where none is."""
        house = self.house(text)
        name = house.name if house else text
        found = self.find(name, ("actor", "group", "country"))
        return self.name(found[1]) if found else name if house else None

    def is_tertiary(self, publisher: str) -> bool:
        """Whether the publisher only sums up what others found."""
        house = self.house(publisher)
        return house is not None and house.tertiary

    @cached_property
    def _houses(self) -> dict[str, str]:
        return names_of(self.houses.values())

    def nearest(self, text: str, kinds: Iterable[str] = ("country",), limit: int = 3) -> tuple[str, ...]:
        """The display names of those kinds that look or sound most like the text, the best first."""
        entries = [entry for kind in kinds for entry in self._entries(kind)]
        spellings = ((spelling, entry.name) for entry in entries for spelling in (entry.name, *entry.aliases))
        return nearest(text, spellings, limit)

    def nearest_word(self, word: str) -> str:
        """The word of a name that is spelled most like this one, of about its length; empty where none is like it."""
        entries = (entry for kind in NAMED_KINDS for entry in self._entries(kind))
        spelled = {part for entry in entries for name in (entry.name, *entry.aliases) for part in WORD.findall(name)}
        alike = (part for part in spelled if len(part) >= SHORTEST and abs(len(part) - len(word)) <= 2)
        return next(iter(nearest(word, ((part, part) for part in sorted(alike)), 1)), "")

    def surfaces(self, lang: str = "en") -> Iterator[Surface]:
        """All names as they may stand in text of a language."""
        for kind in NAMED_KINDS:
            yield from surfaces(kind, self._entries(kind), lang, self.endings.values())
        yield from surfaces("country", self.world.values(), lang, self.endings.values())

    # --- what is wrong ----------------------------------------------------------------------------------------------

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read in the tables asked for so far."""
        return tuple(problem for problems in self._problems.values() for problem in problems)

    def check(self) -> tuple[Problem, ...]:
        """What cannot be read in any table."""
        for attribute, value in vars(type(self)).items():
            if isinstance(value, cached_property) and not attribute.startswith("_"):
                getattr(self, attribute)
        return self.problems

    # --- inside -----------------------------------------------------------------------------------------------------

    def _entries(self, kind: str) -> Iterable[Entry]:
        table: Mapping[str, Entry] = getattr(self, NAMED_KINDS[kind])
        return table.values()

    @cached_property
    def _names(self) -> dict[str, dict[str, str]]:
        """Folded name -> id for each kind; the maps are made when first asked for."""
        return {}

    def _named(self, kind: str) -> dict[str, str]:
        if kind not in self._names:
            entries = [*self._entries(kind), *(self.world.values() if kind == "country" else ())]
            self._names[kind] = names_of(entries)
        return self._names[kind]
