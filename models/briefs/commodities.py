"""The chapters of commodities, and who has what at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.briefs.changes import changes
from models.briefs.charts import charts_of
from models.briefs.countries import contested
from models.briefs.maps import map_of_commodity
from models.briefs.records import Chapter, Part, Row, Table
from models.briefs.rows import goods
from models.briefs.summary import summary
from models.phrases import capital

if TYPE_CHECKING:
    from collections.abc import Container

    from models.briefs.writer import Writer


def commodities(writer: Writer) -> tuple[Chapter, ...]:
    """A chapter for each commodity asked for, or for all that anything is told of."""
    codes = writer.subject.codes or tuple(code for code, _ in writer.library.resources().commodities)
    return tuple(commodity(writer, code) for code in codes)


def resources(writer: Writer) -> tuple[Chapter, ...]:
    """Who has what, then a chapter for each commodity."""
    overview = Chapter("overview", writer.words["overview"], "", writer.filled(_matrix(writer)))
    return (overview, *commodities(writer))


def commodity(writer: Writer, code: str) -> Chapter:
    """What is told of one commodity, by country; of what stands for all listed ones, who has which of them."""
    page = writer.library.commodity(code)
    known = writer.catalog.commodities.get(code)
    listed = writer.library.resources().listed if known and known.stands_for_listed else None
    lines = writer.kept("resources", page.lines)
    parts = writer.filled(
        summary(writer, code, lines),
        map_of_commodity(writer, code, lines),
        goods(writer, lines, "country"),
        *((_matrix(writer, listed),) if listed else ()),
        charts_of(writer, page.figures, lines),
        contested(writer, lines),
        changes(writer, lines, page.lines, code),
        writer.notes(page.notes),
    )
    return Chapter(code, writer.named(code), " · ".join(page.local_names), parts)


def _matrix(writer: Writer, among: Container[str] | None = None) -> Part:
    """The first words of each country on each commodity, or on those `among` the given, with their sources."""
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
        kept = writer.kept("resources", writer.library.lines(cell.statements[:1]))
        rows += [
            Row((capital(commodity), country, cell.text), writer.entry(line).numbers, writer.standing(line))
            for line in kept
        ]
    table = Table(writer.head("resource", "country", "said"), tuple(rows), (26, 24, 50))
    return Part("resources", writer.words["holdings"], table=table)
