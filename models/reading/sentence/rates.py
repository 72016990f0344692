"""Rates: how often a quantity comes ("tonnes a year", "of gas a day", "daily output of Q"), by the words around it.

Where the catalog has a unit for it, the unit tells it, else what the quantity is of: "a day", "a month".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from models.reading.grammar.branches import any_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.catalog import Catalog

_LEADS = (" of ", " in ", " to ", " from ")
_YEAR = "year"
_BACK = 90  # how far before a quantity "daily output" may begin


class Rate(NamedTuple):
    """The unit and what else a rate is of, and where its words end if they stand right behind the quantity."""

    unit: str
    of: str
    end: int


class Rates:
    """The words for rates, from the language data, and the units of the catalog that tell one."""

    def __init__(self, catalog: Catalog, per: Mapping[str, Any]) -> None:
        self._periods: dict[str, str] = {**per["periods"], **per["adverbs"]}
        self._told: dict[str, str] = per["told"]
        self._paced = frozenset(per["paced"])
        self._units = {(unit.numerator, unit.per): key for key, unit in catalog.units.items() if unit.per}
        links, periods, adverbs = (any_of(per[name]) for name in ("links", "periods", "adverbs"))
        apart = rf"(?!\w| (?:{any_of(per['compared'])})\b)"  # "3 tonnes a year earlier" is no rate
        self._behind = re.compile(
            rf"\s?(?:/\s?|(?i:{links})\s)(?P<per>(?i:{periods})){apart}|\s(?P<ly>(?i:{adverbs}))(?!\w)"
        )
        # "tonnes of gold a year", "of gas to the neighbour daily": the goods are no part of the amount
        self._aside = re.compile(
            rf"(?:\s(?:of|in|to|from)(?:\s[\w-]+){{1,3}}?){{1,2}}\s"
            rf"(?:(?:{links})\s(?P<per>(?i:{periods})){apart}|(?P<ly>{adverbs})(?!\w))"
        )
        often = any_of(word for word, period in per["adverbs"].items() if period in self._told and " " not in word)
        self._sizes = tuple(per["sizes"])
        self._ends = tuple({f"{word[-2:]} " for word in per["adverbs"] if word.isascii()})
        self._before = re.compile(
            rf"(?i:\b(?P<ly>{often}) (?:[\w-]+ ){{0,2}}?(?:{any_of(per['flows'])})\b)"
            rf"(?:(?!(?:,? (?:{any_of(per['ends'])})|[;:])\b)[^.;:]|\.(?=\d))*$"
        )

        # "an annual capacity of Q"
        self._yearly = re.compile(
            rf"(?i:\b(?:{any_of(per['yearly'])}) (?:[\w-]+ ){{0,2}}?(?:{any_of(per['sizes'])})\b)(?: [\w-]+){{1,4}} $"
        )

    def of(self, text: str, start: int, end: int, unit: str) -> Rate:
        """The rate of a quantity in this unit that stands at these places; the unit alone where it is none."""
        found = self._behind.match(text, end)
        if found is not None:
            end = found.end()
        else:
            found = self._aside.match(text, end) if text.startswith(_LEADS, end) else None
            if found is None and unit in self._paced:
                left = text[max(0, start - _BACK) : start]
                found = self._before.search(left) if any(word in left for word in self._ends) else None
                if found is not None:
                    return self._told_as(unit, found, end)
                if any(size in left for size in self._sizes) and self._yearly.search(left):
                    return Rate(self._units.get((unit, _YEAR), unit), "", end)
        if found is None:
            return Rate(unit, "", end)
        own = found.end() == end
        rate = self._told_as(unit, found, end)
        return rate._replace(end=found.start()) if own and rate == (unit, "", end) else rate

    def _told_as(self, unit: str, found: re.Match[str], end: int) -> Rate:
        """The unit of the rate that the words found tell; where there is none, what the quantity is of."""
        period = self._periods.get((found.groupdict().get("per") or found["ly"]).lower(), "")
        if rate := self._units.get((unit, period)):
            return Rate(rate, "", end)
        return Rate(unit, self._told.get(period, "") if unit in self._paced else "", end)
