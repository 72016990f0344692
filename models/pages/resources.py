"""The Resources tab: the country x commodity matrix, and one commodity's figures and statements."""

from __future__ import annotations

from models.pages.lines import Figure, Line
from models.records import Note, Record, Standing


class Cell(Record):
    """What is known of one country and one commodity: a few words, sources, the weakest standing, statement ids."""

    country: str
    commodity: str
    text: str
    sources: int
    standing: Standing
    statements: tuple[str, ...]


class ResourcesPage(Record):
    """The matrix: rows are countries (code, name), columns commodities (id, name) that any claim speaks of."""

    countries: tuple[tuple[str, str], ...]
    commodities: tuple[tuple[str, str], ...]
    cells: tuple[Cell, ...]


class CommodityPage(Record):
    """One commodity: figures for the chart and its table twin, and all statements on it."""

    id: str
    name: str
    figures: tuple[Figure, ...]
    lines: tuple[Line, ...]
    notes: tuple[Note, ...]
