"""Several countries side by side: the figures that all are asked for, each with its time and sources below it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from models.briefs.figures import of_country
from models.briefs.records import Aside, Part, Row, Table
from models.pages.countries import MORE, PROFILE
from models.phrases import fill
from models.records import Profile, Rank, Standing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.briefs.writer import Writer
    from models.pages.lines import Line

ABREAST = 5
"""Countries that a page has room for side by side."""
FIRST = 20
"""Per cent of the width for what is measured."""
LEAST = 2
"""Countries of which a figure must be told to be compared."""
YEAR = len("2026")
NONE = "–"
"""Where no source tells a figure of a country."""
Found = dict[str, dict[str, list["Line"]]]
"""Lines by what is measured and of which country."""


def compared(writer: Writer, codes: Sequence[str]) -> tuple[Part, ...]:
    """The figures that the catalog marks as `compared`, a row each where they are told of two countries or more, in a
    column for each: what the user prefers, else the newest in the unit in which most have it, measured and not
    forecast. More countries than a page has room for stand in tables of their own."""
    found = _found(writer, codes)
    rows = {name: told for name, told in found.items() if len(told) >= LEAST}
    if not rows:
        return ()
    count = -(-len(codes) // ABREAST)
    size = -(-len(codes) // count)
    each = [codes[at : at + size] for at in range(0, len(codes), size)]
    return tuple(_part(writer, rows, some, alone=len(each) == 1) for some in each)


def _found(writer: Writer, codes: Sequence[str]) -> Found:
    found: Found = {name: {} for name in _names(writer)}
    for code in codes:
        sections = (section for section in writer.library.country(code).sections if section.id in (PROFILE, MORE))
        lines = [line for section in sections for line in section.lines]
        for line in of_country(writer, writer.beside(PROFILE, lines), code):
            content = _measured(writer, line)
            if content is not None and content.property in found:
                found[content.property].setdefault(code, []).append(line)
    return found


def _names(writer: Writer) -> list[str]:
    """What is compared, in the order of key figures."""
    known = sorted(writer.catalog.properties.values(), key=lambda each: each.order)
    return [each.id for each in known if each.compared]


def _measured(writer: Writer, line: Line) -> Profile | None:
    """What a line tells of a whole country today; None for parts, forecasts, and what is past or denied."""
    shown = writer.library.statement(line.statement).shown
    content, claim = shown.content, shown.claims[0]
    current = line.standing is not Standing.SUPERSEDED and line.rank is not Rank.DEPRECATED
    real = claim.affirmed and not claim.modality.ahead
    return content if isinstance(content, Profile) and not content.of and current and real else None


def _part(writer: Writer, rows: Found, codes: Sequence[str], *, alone: bool) -> Part:
    """A table of these countries; its title names them where it is not `alone`."""
    title = writer.phrases.title("compared")
    names = [writer.named(code) for code in codes]
    if not alone:
        title = fill(writer.words["topic"], name=title, figure=writer.phrases.listed(names))
    width = (100 - FIRST) // len(codes)
    told = tuple(
        _row(writer, name, lines, codes) for name, lines in rows.items() if any(code in lines for code in codes)
    )
    table = Table((*writer.head("figure"), *names), told, (100 - width * len(codes), *(width for _ in codes)))
    return Part(PROFILE, title, writer.words["compared"], table=table)


def _row(writer: Writer, name: str, lines: Mapping[str, Sequence[Line]], codes: Sequence[str]) -> Row:
    unit = _unit(writer, name, lines)
    chosen = [_best(writer, lines[code], unit) if code in lines else None for code in codes]
    first = next(line for line in chosen if line)
    label, _, _ = writer.phrases.key_figure(_content(writer, first), writer.library.statement(first.statement).shown)
    each = tuple(_cell(writer, line) if line else (NONE, Aside()) for line in chosen)
    return Row((label, *(text for text, _ in each)), asides=(Aside(), *(aside for _, aside in each)))


def _unit(writer: Writer, name: str, lines: Mapping[str, Sequence[Line]]) -> str | None:
    """The unit in which the figure is best compared, else in which most countries have it."""
    if best := writer.catalog.properties[name].best:
        return best
    count = Counter(unit for told in lines.values() for unit in {_content(writer, line).unit for line in told})
    return max(sorted(count, key=str), key=lambda unit: count[unit])


def _best(writer: Writer, lines: Sequence[Line], unit: str | None) -> Line:
    def weight(line: Line) -> tuple[bool, bool, str, int]:
        when = line.as_of.date if line.as_of else ""
        return line.rank is Rank.PREFERRED, _content(writer, line).unit == unit, when, line.sources

    return max(lines, key=weight)


def _cell(writer: Writer, line: Line) -> tuple[str, Aside]:
    shown = writer.library.statement(line.statement).shown
    _, value, date = writer.phrases.key_figure(_content(writer, line), shown)
    return value, Aside(_when(writer, line, date), writer.entry(line).numbers, writer.standing(line))


def _when(writer: Writer, line: Line, date: str) -> str:
    """The time that a figure is of; of what only its source dates, the year of that."""
    if line.as_of and line.as_of.told:
        return fill(writer.words["reported"], date=writer.day(line.as_of.date[:YEAR]))
    return date or writer.times.cells(line.as_of)[0]


def _content(writer: Writer, line: Line) -> Profile:
    content = writer.library.statement(line.statement).shown.content
    assert isinstance(content, Profile), "only for key figures"
    return content
