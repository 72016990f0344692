"""A brief of a page or two: of each chapter what tells most, the map, the leading figures, the weightiest disputes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from models.briefs.records import OPENING
from models.pages.countries import asked_first
from models.records import Profile, Resource, RouteFact

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from models.briefs.records import Chapter, Part
    from models.briefs.writer import Writer
    from models.pages.lines import Line

SHORT = ("summary", "map", "profile", "contested", "changes", "articles", "notes")
"""The parts of PARTS that a short brief can hold: those that nobody asked for, and what the user asks for by itself."""
IN_FULL = ("resources", "routes")
"""What stands in place of the summary of a chapter that is too short for one."""
SUMMARY, CONTESTED = "summary", "contested"
SHARED = frozenset(["map", "profile"])
"""What the first chapter of a short brief on several countries has for all of them."""
MOST = 3
"""How many disputes a short brief tells of each subject."""


def shortened(writer: Writer, chapters: Iterable[Chapter]) -> tuple[Chapter, ...]:
    """The chapters with no more than a short brief holds; those that have nothing of it are left out.

    Where the first compares countries and has a map of all, their chapters have neither figures nor maps of their own,
    and none tells a dispute that one before it tells.
    """
    found = [structs.replace(chapter, parts=_parts(writer, chapter)) for chapter in chapters]
    if found[1:] and found[0].id in (OPENING, writer.catalog.region.id):
        shared = SHARED.intersection(part.id for part in found[0].parts)
        found[1:] = [_without(chapter, shared if _is_country(writer, chapter) else ()) for chapter in found[1:]]
        found = list(_each_dispute_once(found))
    return tuple(chapter for chapter in found if chapter.parts)


def _is_country(writer: Writer, chapter: Chapter) -> bool:
    return chapter.id in writer.catalog.countries


def _without(chapter: Chapter, shared: Collection[str]) -> Chapter:
    return structs.replace(chapter, parts=tuple(part for part in chapter.parts if part.id not in shared))


def _each_dispute_once(chapters: Iterable[Chapter]) -> Iterator[Chapter]:
    """The chapters, each without the disputes that those before it tell."""
    told: set[str] = set()
    for chapter in chapters:
        parts = tuple(_but(part, told) if part.id == CONTESTED else part for part in chapter.parts)
        told.update(entry.statement for part in parts if part.id == CONTESTED for entry in part.entries)
        yield structs.replace(chapter, parts=tuple(part for part in parts if part.tells or part.lead))


def _but(part: Part, told: Collection[str]) -> Part:
    """The part without the statements that are told."""
    kept = (entry for entry in part.entries if not entry.statement or entry.statement not in told)
    return structs.replace(part, entries=tuple(kept))


def _parts(writer: Writer, chapter: Chapter) -> tuple[Part, ...]:
    begun = any(part.id == SUMMARY for part in chapter.parts)
    kept = SHORT if begun else (*SHORT, *IN_FULL)
    parts = (_without_disputes(writer, part) for part in chapter.parts if part.id in kept)
    return tuple(part for part in parts if part.tells or part.lead)


def _without_disputes(writer: Writer, part: Part) -> Part:
    """What tells most without the disputes that the part on these tells below."""
    if part.id != SUMMARY or not writer.options.wishes(CONTESTED):
        return part
    return structs.replace(part, entries=tuple(entry for entry in part.entries if not entry.values))


def weightiest(writer: Writer, lines: Sequence[Line], code: str) -> list[Line]:
    """The disputes that a short brief on a country, commodity or route of the `code` tells: those that the user's own
    articles are part of first, by the newest of these, then what a source explains, what the subject itself is asked
    for first, what names it, what has more sources, and what is newer."""

    def weight(line: Line) -> tuple[object, ...]:
        statement = writer.library.statement(line.statement)
        articles = {claim.evidence.article for claim in statement.claims}
        users = [writer.added[article] for article in articles if article in writer.added]
        own, first = _own(writer, statement.shown.content, code)
        explained = bool(writer.library.evidence(line.statement).why)
        time = line.as_of.date if line.as_of else ""
        return bool(users), max(users, default=""), explained, own and first, own, line.sources, time

    return sorted(lines, key=weight, reverse=True)[:MOST]


def _own(writer: Writer, content: object, code: str) -> tuple[bool, bool]:
    """Whether it tells what the subject itself is asked for, and whether of all of it."""
    match content:
        case Profile():
            first = content.country == code and asked_first(content, writer.catalog, code)
            return first, first
        case Resource():
            return code in (content.country, content.resource), not (content.site or content.firm)
        case RouteFact():
            return content.route == code, not content.part
        case _:
            return False, False
