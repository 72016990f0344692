"""The chapters of transport routes: course, countries crossed and avoided, what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.briefs.changes import changes
from models.briefs.charts import charts_of
from models.briefs.countries import contested
from models.briefs.maps import map_of_route
from models.briefs.naming import Deals
from models.briefs.owners import owners
from models.briefs.records import Chapter, Entry, Part, Row, Table
from models.briefs.summary import summary
from models.briefs.ways import facts
from models.phrases import fill
from models.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    lines = writer.kept("routes", [line for line in page.lines if line.kind is Kind.ROUTE])
    deals = Deals(writer, code)
    every = [*lines, *deals.lines]
    parts = writer.filled(
        summary(writer, code, every),
        _glance(writer, page),
        map_of_route(writer, code),
        facts(writer, lines),
        owners(writer, deals.shares),
        charts_of(writer, page.figures, lines),
        *deals.dated(),
        contested(writer, every, code),
        deals.said(lines),
        changes(writer, every, [*page.lines, *deals.whole], "" if deals.whole else code),
        *((_course(writer, page),) if writer.whole("routes") else ()),
        writer.notes(page.notes),
    )
    subtitle = " · ".join(filter(None, (writer.phrases.called(page.kind), _status(writer, page))))
    return Chapter(code, writer.named(code), subtitle, parts)


def _status(writer: Writer, page: RoutePage) -> str:
    """How the route stands, and as of when."""
    status = writer.phrases.called(page.status)
    return fill(writer.words["status_as_of"], status=status, date=page.as_of.words) if page.as_of and status else status


def _glance(writer: Writer, page: RoutePage) -> Part:
    names = (("avoids", page.avoided), ("also", page.aliases), ("formed", page.formed))
    times = (("opened", page.opened), ("begun", page.begun))
    listed = writer.phrases.after_commas
    crossed = ("crosses", writer.phrases.apart(filter(None, (listed(page.crossed), *page.only))))
    told = (*times, crossed, *((label, listed(some)) for label, some in names))
    rows = tuple(Row((writer.words[label], text)) for label, text in told if text)
    return Part("profile", writer.words["glance"], table=Table((), rows, (22, 78)))


def _course(writer: Writer, page: RoutePage) -> Part:
    """The stops along each stretch by one mode, and where the catalog has the line from."""
    title = writer.words["course"]
    if not page.legs:
        return Part("routes", title)
    known = writer.catalog.routes.get(page.id)
    numbers = tuple(sorted(writer.sources.work(source) for source in known.sources)) if known else ()
    rows = tuple(Row((" – ".join(stops), writer.words.get(mode, mode))) for stops, mode in _stretches(page))
    origin = (Entry(writer.words["drawn_after"], numbers=numbers),) if numbers else ()
    return Part("routes", title, entries=origin, table=Table(writer.head("stops", "mode"), rows, (84, 16)))


def _stretches(page: RoutePage) -> Iterator[tuple[list[str], str]]:
    """Stops that follow one another by the same mode; a leg that leads back over the one before is not told again."""
    stops: list[str] = []
    mode = ""
    for leg in page.legs:
        if mode == leg.mode and stops[-2:] == [leg.end.name, leg.start.name]:
            continue
        if stops and (leg.mode != mode or leg.start.name != stops[-1]):
            yield stops, mode
            stops = []
        mode = leg.mode
        stops = stops or [leg.start.name]
        if leg.end.name != stops[-1]:  # stations on both sides of a border may be called alike
            stops.append(leg.end.name)
    yield stops, mode
