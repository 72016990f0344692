"""Who deals with whom, when, and what was promised: parts of a country's chapter and of the one on geopolitics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.briefs.records import Part, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from models.briefs.writer import Writer
    from models.pages.geopolitics import GeopoliticsPage, Link
    from models.pages.lines import Line

MOST = 12
"""Rows of partners that a country's chapter has room for."""


def partners(writer: Writer, code: str, lines: Sequence[Line]) -> tuple[Part, ...]:
    """With whom a country deals, the busiest first, and what they are to each other in words."""
    links = writer.library.geopolitics().links if writer.whole("relations") else ()
    inside = code in writer.catalog.region.members
    found = [link for link in links if code in (link.a, link.b)][:MOST]
    rows = tuple(_dealings(writer, link, link.a if inside else link.b) for link in found)
    table = Table(writer.head("partner", "dealings", "tone", "latest"), rows, (22, 12, 16, 50))
    title = writer.phrases.title("dealings" if lines and rows else "relations")
    return Part("relations", title, table=table), writer.part("relations", lines)


def _dealings(writer: Writer, link: Link, partner: str) -> Row:
    """The partner, the number of dealings and their tone, and the last of them."""
    (line,) = writer.library.lines(link.statements[:1])
    cells = (writer.phrases.plain_name(partner), str(link.weight), writer.words[link.tone], line.text)
    return writer.marked(line, cells)


def timeline(writer: Writer, lines: Sequence[Line]) -> tuple[Part, ...]:
    """The events that have a date as a table, the oldest first, and the others as entries."""
    by_id = {line.statement: line for line in lines}
    moments = [moment for moment in writer.library.geopolitics().timeline if moment.statement in by_id]
    rows = tuple(
        writer.marked(
            by_id[moment.statement],
            (writer.day(moment.date, inferred=moment.year_inferred), _undated(writer, moment.statement)),
        )
        for moment in moments
    )
    dated = {moment.statement for moment in moments}
    further = [line for line in lines if line.statement not in dated]
    return (
        Part("events", writer.phrases.title("timeline"), table=Table(writer.head("date", "event"), rows, (22, 78))),
        writer.part("events", further, title=writer.phrases.title("further") if rows else ""),
    )


def _undated(writer: Writer, statement: str) -> str:
    return writer.phrases.undated(writer.library.statement(statement))


def commitments(writer: Writer, lines: Iterable[Line]) -> Part:
    """Who promised how much to whom, over which time and what for."""
    by_id = {line.statement: line for line in lines}
    page: GeopoliticsPage = writer.library.geopolitics()
    found = [row for row in page.commitments if row.line.statement in by_id]
    rows = tuple(
        writer.marked(by_id[row.line.statement], (row.by, row.to, row.amount, row.period, row.purpose)) for row in found
    )
    head = writer.head("by", "to", "amount", "period", "purpose")
    return Part("commitments", writer.phrases.title("commitments"), table=Table(head, rows, (20, 20, 20, 12, 28)))
