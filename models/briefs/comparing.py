"""Several countries side by side: the figures that all are asked for, each with its time and sources below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.briefs.records import Aside, Part, Row, Table
from models.pages import comparing
from models.pages.comparing import NONE
from models.pages.countries import MORE, PROFILE
from models.phrases import fill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.briefs.writer import Writer
    from models.pages.comparing import ComparedCell, ComparedRow
    from models.pages.lines import Line

ABREAST = 5
"""Countries that a page has room for side by side."""
FIRST = 20
"""Per cent of the width for what is measured."""


def compared(writer: Writer, codes: Sequence[str]) -> tuple[Part, ...]:
    """The rows of models.pages.comparing, a column for each country. More countries than a page has room for stand in
    tables of their own."""
    told = {code: _key_figures(writer, code) for code in codes}
    rows = comparing.compared(told, writer.library.statement, writer.catalog, writer.phrases)
    if not rows:
        return ()
    count = -(-len(codes) // ABREAST)
    size = -(-len(codes) // count)
    each = [range(at, min(at + size, len(codes))) for at in range(0, len(codes), size)]
    return tuple(_part(writer, rows, codes, some) for some in each)


def _key_figures(writer: Writer, code: str) -> list[Line]:
    sections = (section for section in writer.library.country(code).sections if section.id in (PROFILE, MORE))
    return writer.beside(PROFILE, [line for section in sections for line in section.lines])


def _part(writer: Writer, rows: Sequence[ComparedRow], codes: Sequence[str], some: range) -> Part:
    """A table of `some` of the countries; its title names them where these are not all."""
    title = writer.phrases.title("compared")
    names = [writer.named(codes[at]) for at in some]
    if len(some) < len(codes):
        title = fill(writer.words["topic"], name=title, figure=writer.phrases.listed(names))
    width = (100 - FIRST) // len(some)
    told = tuple(_row(writer, row, some) for row in rows if any(row.cells[at] for at in some))
    table = Table((*writer.head("figure"), *names), told, (100 - width * len(some), *(width for _ in some)))
    return Part(PROFILE, title, writer.words["compared"], table=table)


def _row(writer: Writer, row: ComparedRow, some: range) -> Row:
    cells = [row.cells[at] for at in some]
    values = (cell.value if cell else NONE for cell in cells)
    asides = (_aside(writer, cell) if cell else Aside() for cell in cells)
    return Row((row.label, *values), asides=(Aside(), *asides))


def _aside(writer: Writer, cell: ComparedCell) -> Aside:
    return Aside(_when(writer, cell), writer.entry(cell.line).numbers, writer.standing(cell.line))


def _when(writer: Writer, cell: ComparedCell) -> str:
    """The time that a figure is of; of what only its source dates, the year of that."""
    if cell.reported:
        return fill(writer.words["reported"], date=writer.day(cell.reported))
    return cell.date or writer.times.cells(cell.line.as_of)[0]
