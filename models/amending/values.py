"""What was typed for one field as records keep it, or why it cannot be; and what is kept, as it is typed."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from models.amending.fields import Field, Sort
from models.catalog.naming import fold, nearest
from models.corrections import partial_date
from models.records import Problem
from models.text import canonical, squash

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from models.catalog import Catalog
    from models.catalog.entries import Entry
    from models.phrases import Phrases

Value = str | int | float | tuple[float, float] | tuple[str, ...] | tuple[str, float] | None

LONGEST = 1_000
LARGEST = 1e18
SLIP = 85.0
"""A free name spelled so much (of 100) like a country's is taken for a slip of the pen."""
SEPARATOR = "; "
_KINDS: dict[Sort, tuple[str, ...]] = {
    Sort.LAND: ("country", "group"),
    Sort.LANDS: ("country", "group"),
    Sort.COMMODITY: ("commodity",),
    Sort.ROUTE: ("route",),
    Sort.PARTY: ("country", "group"),
    Sort.PARTIES: ("country", "group"),
    Sort.PLACE: ("place", "country", "group"),
    Sort.PLACES: ("country", "group", "place"),
}
_LISTS = (Sort.LANDS, Sort.PARTIES, Sort.PLACES)
_FREE = (Sort.PARTY, Sort.PARTIES)
"""Bodies and firms go by what the article calls them: their names are only offered."""
_CALLED = {Sort.LAND: "country", Sort.LANDS: "country", Sort.COMMODITY: "resource", Sort.ROUTE: "route"}
"""What must be known to the catalog."""
_DIGITS = r"(?:\d{1,3}(?:[, \u00a0]\d{3})+|\d+)(?:\.\d+)?"
_YEAR = re.compile(r"[12]\d{3}")


class Values:
    """Reads and writes fields with the names of a catalog and the numbers of a language."""

    def __init__(self, catalog: Catalog, phrases: Phrases) -> None:
        self._catalog = catalog
        self._numbers = phrases.numbers
        self._hedges = tuple(phrases.hedges)

    # --- as it is typed -----------------------------------------------------------------------------------------------

    def shown(self, field: Field, value: object) -> str:
        """What is kept, as it is typed: by its name where the catalog has one."""
        match value:
            case None:
                return ""
            case tuple() if field.sort in (Sort.FIGURE, Sort.VALUE):
                return self._numbers.number(value)
            case tuple():
                return SEPARATOR.join(self._catalog.name(str(part)) for part in value)
            case float() | int() if field.sort in (Sort.FIGURE, Sort.VALUE):
                return self._numbers.number(value)
            case _ if field.sort is Sort.CHOICE:
                return dict(field.choices).get(str(value), str(value))
            case _:
                return self._named(field.sort, str(value))

    def _named(self, sort: Sort, value: str) -> str:
        match sort:
            case Sort.PROPERTY | Sort.TYPE | Sort.UNIT:
                known = self._named_by(sort).get(value)
                return known if known is not None else value
            case Sort.TEXT | Sort.HEDGE | Sort.CURRENCY | Sort.DATE | Sort.YEAR | Sort.WHOLE:
                return value
            case Sort.VALUE:
                return SEPARATOR.join(self._catalog.name(part) for part in value.split("+"))
            case _:
                return self._catalog.name(value)

    def known(self, field: Field) -> tuple[str, ...]:
        """The names that may stand in the field, in alphabetical order; none where anything may."""
        match field.sort:
            case Sort.CHOICE:
                return tuple(called for _, called in field.choices)
            case Sort.PROPERTY | Sort.TYPE:
                return tuple(self._named_by(field.sort).values())
            case Sort.HEDGE:
                return self._hedges
            case Sort.UNIT:
                return (*sorted(self._named_by(field.sort).values()), *sorted(self._catalog.currencies))
            case Sort.CURRENCY:
                return tuple(sorted(self._catalog.currencies))
            case sort if sort in _KINDS:
                kinds = (*_KINDS[sort], "actor") if sort in _FREE else _KINDS[sort]
                return tuple(sorted({name for kind in kinds for name in self._names(kind)}))
            case _:
                return ()

    def _names(self, kind: str) -> Iterable[str]:
        catalog = self._catalog
        tables = {
            "country": (*catalog.countries.values(), *catalog.world.values()),
            "group": catalog.groups.values(),
            "commodity": catalog.commodities.values(),
            "route": catalog.routes.values(),
            "place": catalog.places.values(),
            "actor": catalog.actors.values(),
        }
        return (entry.name for entry in tables[kind])

    def _named_by(self, sort: Sort) -> dict[str, str]:
        catalog = self._catalog
        tables: dict[Sort, Mapping[str, Entry]] = {
            Sort.PROPERTY: catalog.properties,
            Sort.TYPE: catalog.plover,
            Sort.UNIT: catalog.units,
        }
        return {key: entry.name for key, entry in tables[sort].items()}

    # --- as it is kept ------------------------------------------------------------------------------------------------

    def understood(self, field: Field, typed: str) -> Value | Problem:
        """What is kept of what was typed; a unit comes with what one of it is in the unit that is kept."""
        text = squash(canonical(typed))
        if not text:
            return self._empty(field)
        if len(text) > LONGEST:
            return Problem(field.label, f"This is longer than {LONGEST} characters.")
        return self._readers.get(field.sort, self._one)(field, text)

    @cached_property
    def _readers(self) -> dict[Sort, Callable[[Field, str], Value | Problem]]:
        return {
            Sort.FIGURE: self.figure,
            Sort.WHOLE: _whole,
            Sort.YEAR: _whole,
            Sort.DATE: lambda field, text: partial_date(field.label, text),
            Sort.UNIT: self._measure,
            Sort.CURRENCY: self._measure,
            Sort.CHOICE: self._choice,
            Sort.PROPERTY: self._choice,
            Sort.TYPE: self._choice,
            Sort.TEXT: lambda _, text: text,
            Sort.HEDGE: self._hedge,
            **dict.fromkeys(_LISTS, self._list),
        }

    def _empty(self, field: Field) -> Value | Problem:
        if field.needed:
            return Problem(field.label, "This cannot be left empty.")
        if field.sort is Sort.CHOICE:
            return ""
        return () if field.sort in _LISTS else None

    def figure(self, field: Field, text: str) -> float | tuple[float, float] | Problem:
        """A number or a range, with a word such as "million" behind it."""
        found = self._figure.fullmatch(text)
        if found is None:
            return Problem(field.label, f"“{text}” is no number: write {field.hint}.")
        low, lower, high, scale = found["low"], found["lower"], found["high"], found["scale"]
        end = _number(high, self._scales.get(scale or "", 1.0))
        if low is None:
            return _bounded(field, text, end)
        apart = lower or (scale and _number(low, 1.0) >= _number(high, 1.0))
        begin = _number(low, self._scales[lower] if lower else 1.0 if apart else self._scales.get(scale or "", 1.0))
        if begin >= end:
            return Problem(field.label, f"“{text}” is no range: the lower end comes first.")
        bounded = _bounded(field, text, end)
        return bounded if isinstance(bounded, Problem) else (begin, end)

    @cached_property
    def _scales(self) -> Mapping[str, float]:
        return self._numbers.scales

    @cached_property
    def _figure(self) -> re.Pattern[str]:
        words = "|".join(map(re.escape, self._scales))
        sign = "[-−]?"
        return re.compile(
            rf"(?:(?P<low>{sign}{_DIGITS})(?: (?P<lower>{words}))?(?: ?[–-] ?| to ))?"
            rf"(?P<high>{sign}{_DIGITS})(?: (?P<scale>{words}))?"
        )

    def _measure(self, field: Field, text: str) -> tuple[str, float] | Problem:
        words = self._currencies if field.sort is Sort.CURRENCY else {**self._currencies, **self._units}
        found = words.get(text) or {word.casefold(): told for word, told in words.items()}.get(text.casefold())
        if found is not None:
            return found
        what = "currency" if field.sort is Sort.CURRENCY else "unit"
        near = nearest(text, ((word, self._named(Sort.UNIT, told[0])) for word, told in words.items()), 3)
        return _unknown(field, text, what, near)

    @cached_property
    def _units(self) -> dict[str, tuple[str, float]]:
        found: dict[str, tuple[str, float]] = {}
        for key, unit in self._catalog.units.items():
            for word in (key, unit.symbol, *unit.names.values()):
                found.setdefault(word, (key, 1.0))
            for form in unit.forms:
                for words in form.words.values():
                    for word in words:
                        found.setdefault(word, (key, form.factor))
        return found

    @cached_property
    def _currencies(self) -> dict[str, tuple[str, float]]:
        found: dict[str, tuple[str, float]] = {}
        for key, currency in self._catalog.currencies.items():
            for word in (key, *currency.names.values(), *currency.aliases, *currency.symbols):
                found.setdefault(word, (key, 1.0))
        return found

    def _choice(self, field: Field, text: str) -> str | Problem:
        named = dict(field.choices) if field.sort is Sort.CHOICE else self._named_by(field.sort)
        wanted = fold(text)
        found = next((key for key, name in named.items() if wanted in (fold(key), fold(name))), None)
        if found is not None:
            return found
        if field.sort is Sort.CHOICE:
            return Problem(field.label, f"“{text}” is none of these: {', '.join(named.values())}.")
        near = nearest(text, ((name, name) for name in named.values()), 3)
        return _unknown(field, text, field.label.lower(), near)

    def _hedge(self, field: Field, text: str) -> str | Problem:
        """A word that is shown with a figure: what none of them says would be lost where the figure stands."""
        found: str | None = next((word for word in self._hedges if fold(word) == fold(text)), None)
        if found is not None:
            return found
        near = nearest(text, ((word, word) for word in self._hedges), 3)
        offered = " or ".join(f"“{word}”" for word in dict.fromkeys(near)) or "“about” or “more than”"
        return Problem(
            field.label, f"“{text}” cannot be shown with a figure. Write {offered}, or choose from the list."
        )

    def _list(self, field: Field, text: str) -> tuple[str, ...] | Problem:
        found: list[str] = []
        for part in filter(None, map(str.strip, text.split(";"))):
            one = self._one(field, part)
            if isinstance(one, Problem):
                return one
            found.append(one)
        if not found and field.needed:
            return Problem(field.label, "This cannot be left empty.")
        return tuple(dict.fromkeys(found))

    def _one(self, field: Field, text: str) -> str | Problem:
        """The id of what the text names; a free name as it stands, unless it is nearly that of a country."""
        return self.named(field, text, _KINDS[field.sort], _CALLED.get(field.sort, ""))

    def named(self, field: Field, text: str, kinds: tuple[str, ...], called: str = "") -> str | Problem:
        """The id of what the text names among these kinds; what must be known is `called` so in the problem."""
        found = self._catalog.find(text, kinds)
        if found is not None:
            return found[1]
        if called:
            return _unknown(field, text, called, self._catalog.nearest(text, kinds))
        return self._slip(field, text) or text

    def _slip(self, field: Field, text: str) -> Problem | None:
        from rapidfuzz import fuzz

        near = self._catalog.nearest(text, ("country", "group"))
        meant = tuple(name for name in near if fuzz.ratio(fold(text), fold(name)) >= SLIP)
        return _unknown(field, text, "country", meant) if meant else None


def _unknown(field: Field, text: str, what: str, near: Iterable[str]) -> Problem:
    told = " or ".join(dict.fromkeys(near))
    return Problem(field.label, f"No {what} is called “{text}”." + (f" Did you mean {told}?" if told else ""))


def _whole(field: Field, text: str) -> int | Problem:
    if field.sort is Sort.YEAR:
        if _YEAR.fullmatch(text):
            return int(text)
        return Problem(field.label, f"“{text}” is no year: write it with four digits, such as 2021.")
    if text.isascii() and text.isdecimal() and 0 < int(text) < LONGEST:
        return int(text)
    return Problem(field.label, f"“{text}” is no whole number from 1.")


def _number(digits: str, scale: float) -> float:
    value = float(re.sub(r"[, \u00a0]", "", digits).replace("−", "-"))
    return float(f"{value * scale:.12g}")


def _bounded(field: Field, text: str, value: float) -> float | Problem:
    return value if abs(value) <= LARGEST else Problem(field.label, f"“{text}” is larger than any figure can be.")
