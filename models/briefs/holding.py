"""What a brief of each kind can hold, what of it has nothing to show, and which notes there are for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.briefs import subjects
from models.briefs.shorter import SHORT

if TYPE_CHECKING:
    from models.briefs.records import Brief
    from models.briefs.subjects import Options, Subject
    from models.library.queries import Queries

_ONE = ("summary", "resources", "charts", "contested", "changes", "notes")
"""What a chapter on a commodity can hold in a brief on all goods."""

HELD: dict[str, tuple[str, ...]] = {
    subjects.COUNTRIES: (
        *("summary", "map", "profile", "resources", "ownership", "charts", "routes", "relations", "events"),
        *("commitments", "contested", "quotes", "changes", "notes"),
    ),
    subjects.COMMODITIES: (*_ONE, "map", "ownership", "lists", "routes", "events", "commitments", "quotes"),
    subjects.ROUTES: (
        *("summary", "map", "profile", "ownership", "charts", "routes", "events", "commitments"),
        *("contested", "quotes", "changes", "notes"),
    ),
    subjects.RESOURCES: _ONE,
    subjects.GEOPOLITICS: (
        *("summary", "map", "ownership", "relations", "events", "commitments", "contested", "changes"),
    ),
    subjects.ARTICLES: ("articles",),
}
"""The parts that a brief of a kind can hold."""


def held(kind: str, *, short: bool) -> tuple[str, ...]:
    """The parts that a brief of a kind can hold, or a short one."""
    return tuple(part for part in HELD[kind] if not short or part in SHORT)


def lacking(brief: Brief, subject: Subject, options: Options) -> tuple[str, ...]:
    """The parts that are wished and that a brief on such a subject can hold, but nothing is told for; that nothing has
    changed is told in the brief."""
    there = {part.id for chapter in brief.chapters for part in chapter.parts} | {"changes"}
    return tuple(part for part in held(subject.kind, short=options.short) if options.wishes(part) and part not in there)


def notes_on(library: Queries, subject: Subject) -> int:
    """How many notes a brief on the subject holds where they are wished."""
    if "notes" not in HELD[subject.kind]:
        return 0
    if subject.codes:
        wanted = set(subject.codes)
    elif subject.kind == subjects.COUNTRIES:
        wanted = {library.catalog.region.id} | {row.code for row in library.countries().rows if row.in_region}
    elif subject.kind == subjects.ROUTES:
        wanted = {row.id for row in library.routes().rows}
    else:
        wanted = {code for code, _ in library.resources().commodities}
    return sum(note.subject in wanted for note in library.notes())
