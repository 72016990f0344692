"""Which lists of critical raw materials name a commodity, by version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.pages.evidence import cited
from models.records import PartialDate, Record

if TYPE_CHECKING:
    from models.catalog import Catalog


class Listed(Record):
    """That a list names a commodity: what the list is called, its version and date, and its own `wording`.

    `current` is false where a newer list has taken its place. `source` tells where we have it from, `doubt` what could
    not be confirmed.
    """

    id: str
    short: str
    name: str
    version: str
    date: PartialDate
    wording: str
    current: bool
    source: str
    doubt: str = ""


def listed(commodity: str, catalog: Catalog, language: str = "en") -> tuple[Listed, ...]:
    """The lists that name a commodity: those in force, then older ones, each the newest first."""
    known = catalog.commodities.get(commodity)
    found = [
        Listed(
            id=critical.id,
            short=critical.short.get(language) or critical.called(language),
            name=critical.called(language),
            version=critical.version,
            date=critical.date,
            wording=membership.wording,
            current=not critical.newer,
            source=cited(critical.source),
            doubt=critical.doubt,
        )
        for membership in (known.lists if known else ())
        if (critical := catalog.critical_lists.get(membership.list))
    ]
    found.sort(key=lambda each: each.date, reverse=True)
    return tuple(sorted(found, key=lambda each: not each.current))


def in_short(lists: tuple[Listed, ...]) -> str:
    """The lists in force: "On critical lists: US list of 2025, EU list of 2024"; empty where there is none."""
    names = [each.short for each in lists if each.current]
    return f"On critical lists: {', '.join(names)}" if names else ""


def in_full(lists: tuple[Listed, ...]) -> str:
    """Every list on a line of its own, with wording, version and source."""
    lines = (
        f"{each.name}{'' if each.current else ' (superseded)'}: “{each.wording}”. {each.version}. {each.source}."
        + (f" {each.doubt}" if each.doubt else "")
        for each in lists
    )
    return "\n".join(lines)
