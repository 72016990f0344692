"""The Countries tab: the list of countries, and one country's profile."""

from __future__ import annotations

from models.pages.lines import Section
from models.records import Note, Record


class CountryRow(Record):
    """A country in the list: the region's own first, then partners, each by name."""

    code: str
    name: str
    local_names: tuple[str, ...]
    in_region: bool
    statements: int
    notes: int


class CountriesPage(Record):
    """All countries that the library or the catalog's region knows."""

    rows: tuple[CountryRow, ...]


class CountryPage(Record):
    """One country's profile: sections in a fixed order (profile, resources, routes, relations, events, commitments,
    quotes), empty ones left out, and the user's notes, newest first."""

    code: str
    name: str
    local_names: tuple[str, ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    articles: int
