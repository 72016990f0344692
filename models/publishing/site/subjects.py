"""The pages of countries, commodities, routes and dealings, made from the pages that the window shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from models.briefs import Options, Subject, numbered
from models.briefs.subjects import COMMODITIES, COUNTRIES, ROUTES
from models.pages.countries import PROFILE, SECTIONS
from models.publishing.site.content import Link, Said, Section, SubjectPage, Writing
from models.publishing.site.paths import DEALINGS, REST
from models.records import Kind, Profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from models.briefs import Part, Picture
    from models.library.queries import Queries
    from models.pages.geopolitics import GeopoliticsPage
    from models.pages.lines import Line
    from models.pages.lines import Section as Listed
    from models.publishing.site.evidence import Evidence
    from models.publishing.site.paths import Paths
    from models.publishing.site.words import Words
    from models.records import Note

DRAWN = ("map", "charts")
"""The parts of a brief that are drawn."""
SUMMARY, CONTESTED = "summary", "contested"


class _Brief(NamedTuple):
    """What a page has from the brief on its subject: pictures, what it begins with, and what sources disagree on."""

    pictures: tuple[Picture, ...]
    summary: tuple[Part, ...]
    contested: tuple[Part, ...]


class Subjects:
    """Makes the pages of subjects; a page that has nothing to tell is None."""

    def __init__(
        self, library: Queries, evidence: Evidence, paths: Paths, words: Words, day: str, *, with_notes: bool
    ) -> None:
        self._library = library
        self._evidence = evidence
        self._paths = paths
        self._day = day
        self._words = words
        self._with_notes = with_notes

    def country(self, code: str) -> SubjectPage | None:
        """A country's, or group's, profile."""
        page = self._library.country(code)
        notes = self._notes(page.notes)
        shown = set[str]()
        said = self._evidence.folded
        brief = self._brief(COUNTRIES, code, drawn=self._is_ours(code))
        parts = [(part, self._kept(part, brief)) for part in page.sections]
        sections = _filled(*(Section(part.id, part.title, said(lines, shown)) for part, lines in parts if lines))
        if not sections and not notes:
            return None
        return SubjectPage(
            path=self._path(COUNTRIES, code),
            kind="country" if self._library.catalog.country(code) else "group",
            title=page.name,
            subtitle=" · ".join(page.local_names),
            facts=(),
            sections=self._with(brief, sections, shown),
            notes=notes,
            names=(code, *page.local_names),
            pictures=brief.pictures,
        )

    def _kept(self, section: Listed, brief: _Brief) -> Sequence[Line]:
        """The lines of a section; of a short page those on its leading figures, where it begins with what tells
        most."""
        if not self._is_begun(brief):
            return section.lines
        if section.id != PROFILE:
            return ()
        properties = self._library.catalog.properties
        contents = ((line, self._library.statement(line.statement).shown.content) for line in section.lines)
        return [
            line
            for line, content in contents
            if isinstance(content, Profile) and content.property in properties and properties[content.property].leading
        ]

    def _is_begun(self, brief: _Brief) -> bool:
        """Whether what a page begins with stands for all else that is told."""
        return self._evidence.scope.short and any(part.entries for part in brief.summary)

    def _brief(self, kind: str, code: str, *, drawn: bool = True) -> _Brief:
        """The brief on it, with what is `drawn` only where that is wished."""
        scope = self._evidence.scope
        wished = Options(language=self._words.language, short=scope.short)
        options = wished if drawn else replace(wished, parts=tuple(part for part in wished.parts if part not in DRAWN))
        subject = Subject(kind, (code,), words=scope.words, older=scope.older)
        brief, sources = numbered(self._library, subject, self._day, options)
        if scope.single:
            self._evidence.number_on(sources)
        parts = [part for chapter in brief.chapters for part in chapter.parts]
        return _Brief(
            tuple(picture for part in parts for picture in part.pictures),
            tuple(part for part in parts if part.id == SUMMARY),
            tuple(part for part in parts if part.id == CONTESTED),
        )

    def _with(self, brief: _Brief, sections: tuple[Section, ...], shown: set[str]) -> tuple[Section, ...]:
        """The sections between what the brief begins with and what is contested; what they tell has its anchor in
        them."""
        last = self._parts(brief.contested, shown)
        return _filled(*self._parts(brief.summary, shown), *sections, *last)

    def _parts(self, parts: Iterable[Part], shown: set[str]) -> tuple[Section, ...]:
        return tuple(Section(part.id, part.title, self._evidence.entries(part.entries, shown)) for part in parts)

    def _path(self, folder: str, code: str) -> str:
        """Where a page is: called in English in every language, which any system can write."""
        return self._paths.of(folder, code, self._library.catalog.name(code))

    def _is_ours(self, code: str) -> bool:
        """Whether it is of the region: drawing a map takes time, and those of partners tell little."""
        region = self._library.catalog.region
        return code == region.id or code in region.members

    def commodity(self, commodity: str) -> SubjectPage | None:
        """What countries have to do with a commodity."""
        page, words = self._library.commodity(commodity), self._words
        notes, shown = self._notes(page.notes), set[str]()
        brief = self._brief(COMMODITIES, commodity)
        lines = () if self._is_begun(brief) else page.lines
        sections = _filled(Section("statements", words["statements"], self._evidence.said(lines, shown)))
        if not sections and not notes and not self._is_begun(brief):
            return None
        known = self._library.catalog.commodities.get(commodity)
        names = tuple(dict.fromkeys((*known.names.values(), *known.aliases, *known.local_names))) if known else ()
        return SubjectPage(
            path=self._path(COMMODITIES, commodity),
            kind="commodity",
            title=page.name[:1].upper() + page.name[1:],
            subtitle="",
            facts=((words["also"], " · ".join(page.local_names)),) if page.local_names else (),
            sections=self._with(brief, sections, shown),
            notes=notes,
            names=names,
            pictures=brief.pictures,
        )

    def route(self, route: str) -> SubjectPage | None:
        """A route's course, and what is said of it."""
        page, words = self._library.route(route), self._words
        notes, shown = self._notes(page.notes), set[str]()
        brief = self._brief(ROUTES, route)
        short = self._is_begun(brief)
        said = self._evidence.said(() if short else page.lines, shown)
        if not (said or short or notes or (page.legs and not self._evidence.filtered)):
            return None
        facts = (
            (words["kind"], (page.kind,)),
            (words["status"], (page.status,)),
            (words["opened"], (page.opened,)),
            (words["begun"], (page.begun,)),
            (words["crosses"], ("; ".join(page.lands),)),
            (words["avoids"], page.avoided),
            (words["also"], page.aliases),
        )
        course = tuple(
            tuple(Link(text, "") for text in (leg.start.name, leg.end.name, words.table.get(leg.mode, leg.mode)))
            for leg in page.legs
        )
        return SubjectPage(
            path=self._path(ROUTES, route),
            kind="route",
            title=page.name,
            subtitle="",
            facts=tuple((label, ", ".join(told)) for label, names in facts if (told := tuple(filter(None, names)))),
            sections=self._with(
                brief,
                (
                    Section("statements", words["statements"], said),
                    Section("course", words["course"], head=(words["from"], words["onto"], words["mode"]), rows=course),
                ),
                shown,
            ),
            notes=notes,
            names=page.aliases,
            pictures=brief.pictures,
        )

    def dealings(self) -> SubjectPage | None:
        """What is contested, what is promised, what happened when, and all other dealings; none of a short site on
        anything else."""
        scope = self._evidence.scope
        if scope.short and scope.countries != ():
            return None
        page, title = self._library.geopolitics(), self._words.title
        shown = set[str]()
        say = self._evidence.said
        told = {row.line.statement for row in page.commitments} | {moment.statement for moment in page.timeline}
        others = [line for line in page.lines if line.statement not in told]
        sections = _filled(
            Section("contested", title("contested"), say(page.contested, shown)),
            Section("commitments", title("commitments"), say((row.line for row in page.commitments), shown)),
            Section("timeline", title("timeline"), tuple(self._timeline(page, shown))),
            Section("further", title("further"), say(others, shown)),
        )
        if not sections:
            return None
        return SubjectPage(DEALINGS, "geopolitics", self._words["geopolitics"], "", (), sections)

    def rest(self) -> SubjectPage | None:
        """The statements that no page has shown yet, by what they are about."""
        found = [statement for statement in self._library.statements() if statement.id not in self._evidence.told]
        say = self._evidence.said
        by_kind = {kind: [statement.id for statement in found if statement.kind is kind] for kind in Kind}
        titles = {kind: self._words.title(section) for section, kind in SECTIONS}
        shown = set[str]()
        sections = _filled(
            *(Section(kind.value, titles[kind], say(self._library.lines(ids), shown)) for kind, ids in by_kind.items())
        )
        return SubjectPage(REST, "further", self._words["further"], "", (), sections) if sections else None

    def _timeline(self, page: GeopoliticsPage, shown: set[str]) -> Iterator[Said]:
        for moment in page.timeline:
            day = self._words.day(moment.date, inferred=moment.year_inferred)
            lines = (replace(line, text=moment.text) for line in self._library.lines((moment.statement,)))
            yield from self._evidence.said(lines, shown, lead=day)

    def _notes(self, notes: Iterable[Note]) -> tuple[Writing, ...]:
        if not self._with_notes:
            return ()
        return tuple(Writing(self._words.day(note.changed), note.text) for note in notes)


def _filled(*sections: Section) -> tuple[Section, ...]:
    """The sections that have something to say."""
    return tuple(section for section in sections if section.said or section.rows)
