"""The chapters of transport routes: course, countries crossed and avoided, what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.briefs.countries import contested
from models.briefs.maps import map_of_route
from models.briefs.records import Chapter, Part, Row, Table

if TYPE_CHECKING:
    from models.briefs.writer import Writer
    from models.pages.routes import RoutePage


def routes(writer: Writer) -> tuple[Chapter, ...]:
    """A chapter for each route asked for, or for those of which more than the name is known."""
    codes = writer.subject.codes or tuple(row.id for row in writer.library.routes().rows if _known(writer, row.id))
    return tuple(route(writer, code) for code in codes)


def _known(writer: Writer, code: str) -> bool:
    page = writer.library.route(code)
    return bool(page.legs or page.lines or page.notes)


def route(writer: Writer, code: str) -> Chapter:
    """What is known of one route."""
    page = writer.library.route(code)
    lines = writer.kept("routes", page.lines)
    parts = writer.filled(
        map_of_route(writer, code),
        _glance(writer, page),
        writer.part("routes", lines, title=writer.words["statements"]),
        contested(writer, lines),
        *((_course(writer, page),) if writer.whole("routes") else ()),
        writer.notes(page.notes),
    )
    subtitle = " · ".join(word for word in (page.kind, page.status) if word)
    return Chapter(code, writer.phrases.plain_name(code), subtitle, parts)


def _glance(writer: Writer, page: RoutePage) -> Part:
    facts = (("crosses", page.crossed), ("avoids", page.avoided), ("also", page.aliases))
    rows = tuple(Row((writer.words[label], ", ".join(names))) for label, names in facts if names)
    return Part("profile", writer.words["glance"], table=Table((), rows, (22, 78)))


def _course(writer: Writer, page: RoutePage) -> Part:
    """The legs, and where the catalog has the line from."""
    known = writer.catalog.routes.get(page.id)
    numbers = tuple(writer.sources.work(source) for source in known.sources) if known and page.legs else ()
    modes = {mode: writer.words.get(mode, mode) for mode in {leg.mode for leg in page.legs}}
    rows = tuple(Row((leg.start.name, leg.end.name, modes[leg.mode]), numbers) for leg in page.legs)
    table = Table(writer.head("from", "onto", "mode"), rows, (40, 40, 20))
    return Part("routes", writer.words["course"], table=table)
