"""The pages of countries, commodities, routes and dealings, made from the pages that the window shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.briefs import Options, Subject, make
from models.publishing.site.content import Link, Said, Section, SubjectPage, Writing
from models.publishing.site.paths import DEALINGS, REST
from models.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.briefs import Picture
    from models.library import Library
    from models.pages.geopolitics import GeopoliticsPage
    from models.publishing.site.evidence import Evidence
    from models.publishing.site.paths import Paths
    from models.records import Note

COUNTRIES, COMMODITIES, ROUTES = "countries", "commodities", "routes"
KINDS = {
    Kind.PROFILE: "Key figures",
    Kind.RESOURCE: "Resources",
    Kind.ROUTE: "Transport routes",
    Kind.EVENT: "Events",
    Kind.COMMITMENT: "Commitments",
    Kind.QUOTE: "Quotes",
    Kind.RELATION: "Relations",
}
"""Headings of what stands on no page of a subject."""


class Subjects:
    """Makes the pages of subjects; a page that has nothing to tell is None."""

    def __init__(self, library: Library, evidence: Evidence, paths: Paths, day: str, *, with_notes: bool) -> None:
        self._library = library
        self._evidence = evidence
        self._paths = paths
        self._day = day
        self._with_notes = with_notes

    def country(self, code: str) -> SubjectPage | None:
        """A country's, or group's, profile."""
        page = self._library.country(code)
        notes = self._notes(page.notes)
        if not page.sections and not notes:
            return None
        shown = set[str]()
        sections = tuple(
            Section(section.id, section.title, self._evidence.said(section.lines, shown)) for section in page.sections
        )
        return SubjectPage(
            path=self._paths.of(COUNTRIES, code, page.name),
            kind="Country" if self._library.catalog.country(code) else "Group of countries",
            title=page.name,
            subtitle=" · ".join(page.local_names),
            facts=(),
            sections=sections,
            notes=notes,
            names=(code, *page.local_names),
            pictures=self._maps(COUNTRIES, code) if self._is_ours(code) else (),
        )

    def _maps(self, kind: str, code: str) -> tuple[Picture, ...]:
        """The maps that a brief on it has."""
        brief = make(self._library, Subject(kind, (code,)), self._day, Options(("map",)))
        return tuple(picture for chapter in brief.chapters for part in chapter.parts for picture in part.pictures)

    def _is_ours(self, code: str) -> bool:
        """Whether it is of the region: drawing a map takes time, and those of partners tell little."""
        region = self._library.catalog.region
        return code == region.id or code in region.members

    def commodity(self, commodity: str) -> SubjectPage | None:
        """What countries have to do with a commodity."""
        page = self._library.commodity(commodity)
        notes = self._notes(page.notes)
        if not page.lines and not notes:
            return None
        known = self._library.catalog.commodities.get(commodity)
        names = tuple(dict.fromkeys((*known.names.values(), *known.aliases))) if known else ()
        return SubjectPage(
            path=self._paths.of(COMMODITIES, commodity, page.name),
            kind="Commodity",
            title=page.name[:1].upper() + page.name[1:],
            subtitle="",
            facts=(),
            sections=_filled(Section("statements", "Statements", self._evidence.said(page.lines, set()))),
            notes=notes,
            names=names,
        )

    def route(self, route: str) -> SubjectPage | None:
        """A route's course, and what is said of it."""
        page = self._library.route(route)
        notes = self._notes(page.notes)
        if not (page.legs or page.lines or notes):
            return None
        facts = (
            ("Kind", (page.kind,)),
            ("Status", (page.status,)),
            ("Crosses", page.crossed),
            ("Avoids", page.avoided),
            ("Also called", page.aliases),
        )
        course = tuple((Link(leg.start.name, ""), Link(leg.end.name, ""), Link(leg.mode, "")) for leg in page.legs)
        return SubjectPage(
            path=self._paths.of(ROUTES, route, page.name),
            kind="Route",
            title=page.name,
            subtitle="",
            facts=tuple((label, ", ".join(told)) for label, names in facts if (told := tuple(filter(None, names)))),
            sections=_filled(
                Section("statements", "Statements", self._evidence.said(page.lines, set())),
                Section("course", "Course", head=("From", "To", "By"), rows=course),
            ),
            notes=notes,
            names=page.aliases,
            pictures=self._maps(ROUTES, route),
        )

    def dealings(self) -> SubjectPage | None:
        """What is contested, what is promised, what happened when, and all other dealings."""
        page = self._library.geopolitics()
        shown = set[str]()
        say = self._evidence.said
        told = {row.line.statement for row in page.commitments} | {moment.statement for moment in page.timeline}
        sections = _filled(
            Section("contested", "Contested", say(page.contested, shown)),
            Section("commitments", "Commitments", say((row.line for row in page.commitments), shown)),
            Section("timeline", "Timeline", tuple(self._timeline(page, shown))),
            Section("further", "Further", say((line for line in page.lines if line.statement not in told), shown)),
        )
        if not sections:
            return None
        return SubjectPage(DEALINGS, "Geopolitics", "Geopolitics", "", (), sections)

    def rest(self) -> SubjectPage | None:
        """The statements that no page has shown yet, by what they are about."""
        found = [statement for statement in self._library.statements() if statement.id not in self._evidence.told]
        by_kind = {kind: [found.id for found in found if found.kind is kind] for kind in Kind}
        shown = set[str]()
        sections = _filled(
            *(
                Section(kind.value, KINDS[kind], self._evidence.said(self._library.lines(ids), shown))
                for kind, ids in by_kind.items()
            )
        )
        return SubjectPage(REST, "Further statements", "Further statements", "", (), sections) if sections else None

    def _timeline(self, page: GeopoliticsPage, shown: set[str]) -> Iterator[Said]:
        for moment in page.timeline:
            day = self._evidence.day(moment.date, inferred=moment.year_inferred)
            lines = (replace(line, text=moment.text) for line in self._library.lines((moment.statement,)))
            yield from self._evidence.said(lines, shown, lead=day)

    def _notes(self, notes: Iterable[Note]) -> tuple[Writing, ...]:
        if not self._with_notes:
            return ()
        return tuple(Writing(self._evidence.day(note.changed), note.text) for note in notes)


def _filled(*sections: Section) -> tuple[Section, ...]:
    """The sections that have something to say."""
    return tuple(section for section in sections if section.said or section.rows)
