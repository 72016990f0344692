"""The chapters of commodities, and who has what at a glance."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from models.briefs.changes import changes
from models.briefs.charts import charts_of
from models.briefs.countries import contested
from models.briefs.critical import lists
from models.briefs.goods import goods
from models.briefs.listed import HAS
from models.briefs.maps import map_of_commodity
from models.briefs.naming import Deals
from models.briefs.owners import owners
from models.briefs.records import Chapter, Part, Table
from models.briefs.subjects import COMMODITIES
from models.briefs.summary import summary
from models.pages.countries import COLLECTIVE
from models.phrases import capital
from models.phrases.timed import settled
from models.records import Resource

if TYPE_CHECKING:
    from collections.abc import Container

    from models.briefs.writer import Writer
    from models.records import Statement, Variant


def commodities(writer: Writer) -> tuple[Chapter, ...]:
    """A chapter for each commodity asked for, or for all that anything is told of."""
    codes = writer.subject.codes or tuple(code for code, _ in writer.library.resources().commodities)
    return tuple(commodity(writer, code) for code in codes)


def resources(writer: Writer) -> tuple[Chapter, ...]:
    """Who has what, then a chapter for each commodity."""
    overview = Chapter("overview", writer.words["overview"], "", writer.filled(_matrix(writer)))
    return (overview, *commodities(writer))


def commodity(writer: Writer, code: str) -> Chapter:
    """What is told of one commodity, by country; of what stands for all listed ones, who has which of them.

    In a brief on commodities also the figures of routes, events, promises and quotes that name it: in one on all goods
    they would stand there again and again.
    """
    page = writer.library.commodity(code)
    known = writer.catalog.commodities.get(code)
    listed = writer.library.resources().listed if known and known.stands_for_listed else None
    lines = writer.kept("resources", page.lines)
    deals = Deals(writer, code, page.lines) if writer.subject.kind == COMMODITIES else None
    every = [*lines, *(deals.lines if deals else ())]
    parts = writer.filled(
        summary(writer, code, every),
        map_of_commodity(writer, code, lines),
        goods(writer, lines, "country"),
        *((owners(writer, deals.shares),) if deals else ()),
        *((_matrix(writer, listed),) if listed else ()),
        lists(writer, code),
        charts_of(writer, page.figures, lines),
        *((deals.ways(),) if deals else ()),
        *(deals.dated() if deals else ()),
        contested(writer, every, code),
        *((deals.said(lines),) if deals else ()),
        changes(writer, every, [*page.lines, *(deals.whole if deals else ())], "" if deals and deals.whole else code),
        writer.notes(page.notes),
    )
    return Chapter(code, writer.named(code), " · ".join(page.local_names), parts)


def _matrix(writer: Writer, among: Container[str] | None = None) -> Part:
    """What tells most, of what the brief keeps, of each country on each commodity, or on those `among` the given."""
    page = writer.library.resources()
    cells = {(cell.country, cell.commodity): cell for cell in page.cells}
    found = [
        (country, commodity, cells[code, key])
        for key, commodity in page.commodities
        for code, country in page.countries
        if (code, key) in cells and (among is None or key in among)
    ]
    rows = []
    for country, commodity, cell in found:
        telling = [statement for statement in cell.statements if _tells(writer, statement)]
        each = (writer.kept("resources", writer.library.lines((statement,))) for statement in telling)
        heads = (capital(commodity), country)
        rows += [writer.row(line, partial(_cells, writer, heads)) for line in next(filter(None, each), ())]
    table = Table(writer.head("resource", "country", "said"), tuple(rows), (26, 24, 50))
    return Part("resources", writer.words["holdings"], table=table)


def _tells(writer: Writer, statement: str) -> bool:
    """Whether it is more than that a country has goods of all kinds, without saying which or how much."""
    content = writer.library.statement(statement).shown.content
    assert isinstance(content, Resource), "only for goods"
    known = writer.catalog.commodities.get(content.resource)
    named = known is None or known.group != COLLECTIVE or known.stands_for_listed
    return named or content.relation != HAS or content.quantity is not None


def _cells(writer: Writer, heads: tuple[str, ...], _: Statement, variant: Variant) -> tuple[str, ...]:
    """The heads, and what the matrix says of a value."""
    content = settled(variant)
    assert isinstance(content, Resource), "only for goods"
    return (*heads, writer.phrases.cell(content, variant.claims, timed=True))
