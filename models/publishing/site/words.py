"""The words of a site in its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.catalog import RESOURCES
from models.phrases import Phrases, fill, load

if TYPE_CHECKING:
    from models.catalog import Catalog
    from models.pages.lines import Counted

KINDS = (
    "country", "group", "commodity", "route", "geopolitics", "further", "statement", "note", "article", "text",
    "source",
)  # fmt: skip
"""What the search can find, the most telling first."""


class Words:
    """Fixed words by their names in the tables [brief] and [site] of resources/phrases, headings, dates and counts."""

    def __init__(self, catalog: Catalog, language: str) -> None:
        self.language = language
        found = load(RESOURCES / "phrases", language)
        self.table: dict[str, str] = {**found["brief"], **found["site"]}
        phrases = Phrases(catalog, language)
        self.title, self.listed, self.numbers = phrases.title, phrases.listed, phrases.numbers
        self.in_marks = phrases.in_marks
        self.day = self.numbers.date
        self.region = catalog.region.called(language)

    def __getitem__(self, name: str) -> str:
        return self.table[name]

    def counted(self, number: int, thing: str) -> str:
        """As in "1 source", "12 statements"."""
        return self.numbers.counted(number, thing, self.table)

    def sources(self, told: Counted, works: int = 0) -> str:
        """How many sources say so, and in how many numbered works, or else articles, where these repeat others."""
        count = self.counted(told.sources, "source")
        if works > told.sources:
            return fill(self["in_works"], sources=count, n=str(works))
        repeated = told.articles > told.sources
        return fill(self["in_articles"], sources=count, n=str(told.articles)) if repeated else count

    def for_search(self) -> dict[str, object]:
        """What the search says: kinds in their order, and how much was found."""
        kinds = {kind: self[kind] for kind in KINDS}
        return {"kinds": kinds, **{name: self[f"found_{name}"] for name in ("one", "count", "first")}}
