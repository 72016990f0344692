"""What a brief can be about, and what the user may choose to have in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.briefs.records import PARTS
from models.catalog import RESOURCES as FILES
from models.records import SUBJECTS, PartialDate, Record, Subject

if TYPE_CHECKING:
    from models.library.queries import Queries

__all__ = ["SUBJECTS", "Options", "Subject", "each", "languages"]

COUNTRIES, COMMODITIES, ROUTES, RESOURCES, GEOPOLITICS, ARTICLES = SUBJECTS


class Options(Record):
    """What goes into a brief: which of PARTS, the day (ISO) since when changes are told, and the language.

    Notes are the user's own and stay out unless wished; without a day there is no part on changes. A `short` one holds
    only what tells most, in a page or two for one subject.
    """

    parts: tuple[str, ...] = tuple(part for part in PARTS if part != "notes")
    since: PartialDate = ""
    language: str = "en"
    short: bool = False

    def wishes(self, part: str) -> bool:
        """Whether a part is wished."""
        return part in self.parts


def languages() -> tuple[str, ...]:
    """The languages (BCP 47) that a brief can be written in, English first."""
    found = sorted(path.stem for path in (FILES / "phrases").glob("*.toml"))
    return tuple(sorted(found, key=lambda language: language != Options().language))


def each(library: Queries, kind: str) -> tuple[Subject, ...]:
    """One subject for each of the region's countries, each commodity or each route that anything is known of."""
    if kind == COUNTRIES:
        codes = [row.code for row in library.countries().rows if row.in_region]
    elif kind == COMMODITIES:
        codes = [code for code, _ in library.resources().commodities]
    else:
        codes = [row.id for row in library.routes().rows if row.statements]
    return tuple(Subject(kind, (code,)) for code in codes)
