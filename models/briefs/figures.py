"""The key figures of a country as rows: shares of one whole stand together, and nothing is told twice."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs

from models.briefs.neighbours import Tied, missing, with_others
from models.briefs.records import Part, Row, Table
from models.briefs.rows import with_detail
from models.pages.countries import MORE, PROFILE, asked_first
from models.phrases import capital
from models.records import Profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from models.briefs.writer import Writer
    from models.pages.lines import Line
    from models.records import Variant

SHARE = "percent"
VALUE = 1
"""The column of values, behind which it is told that one is disputed."""


class _Figure(NamedTuple):
    """A line on a key figure, and what is shown of it."""

    line: Line
    content: Profile
    variant: Variant


def key_figures(writer: Writer, lines: Iterable[Line], code: str, tied: Tied) -> tuple[Part, Part]:
    """What is measured, its value, as of when, and how old that is, of the country of the `code`.

    What is asked for first is one part, all else another behind it. The shares of several in one whole are one row,
    which tells what a bare list of these at the same time does. What relations that are `tied` to a property tell of
    the country and another stands in the row of the property.
    """
    told = [_figure(writer, line) for line in lines]
    shares = [figure for figure in told if _is_share(figure)]
    listed = {figure.line.statement for figure in told if _is_listed(writer, figure, shares)}
    kept = _facts_first(figure for figure in told if figure.line.statement not in listed)
    first = [figure for figure in kept if asked_first(figure.content, writer.catalog, code)]
    more = [figure for figure in kept if not asked_first(figure.content, writer.catalog, code)]
    if not first:
        first, more = more, []
    if writer.options.short:
        first, more = [figure for figure in first if _is_leading(writer, figure)], []
    return _part(writer, PROFILE, first, code, tied), _part(writer, MORE, more)


def _is_leading(writer: Writer, figure: _Figure) -> bool:
    """Whether a short brief tells it: of what leads what is measured, not forecast."""
    known = writer.catalog.properties.get(figure.content.property)
    ahead = figure.variant.claims[0].modality.ahead
    return known is not None and known.leading and not ahead and not figure.line.standing.past


def of_country(writer: Writer, lines: Iterable[Line], code: str) -> list[Line]:
    """The lines on key figures of the country itself: those of its region and its partners have their own chapters."""
    return [line for line in lines if _figure(writer, line).content.country == code]


def _part(writer: Writer, title: str, figures: Iterable[_Figure], code: str = "", tied: Tied | None = None) -> Part:
    rows: list[tuple[str, Row]] = []
    left = dict(tied or {})
    for _, group in groupby(figures, key=_whole):
        told = list(group)
        content = told[0].content
        row = _row(writer, told)
        if content.property in left:
            row = with_others(writer, row, content, told[0].variant, left.pop(content.property))
        rows.append((content.property, row))
    rows += missing(writer, code, left).items()
    rows.sort(key=lambda row: _place(writer, row[0]))
    table = Table(writer.head("figure", "value", "as_of", "age"), tuple(row for _, row in rows), (27, 35, 26, 12))
    return Part(PROFILE, writer.phrases.title(title), table=table)


def _place(writer: Writer, name: str) -> int:
    found = writer.catalog.properties.get(name)
    return found.order if found else len(writer.catalog.properties) + 1


def _facts_first(figures: Iterable[_Figure]) -> list[_Figure]:
    """The figures in their order, but what is measured before what is forecast of the same thing."""
    things: dict[tuple[str, ...], list[_Figure]] = {}
    for figure in figures:
        content = figure.content
        things.setdefault((content.country, content.property, content.of), []).append(figure)
    each = (sorted(thing, key=lambda figure: figure.variant.claims[0].modality.ahead) for thing in things.values())
    return [figure for thing in each for figure in thing]


def _figure(writer: Writer, line: Line) -> _Figure:
    variant = writer.library.statement(line.statement).shown
    assert isinstance(variant.content, Profile), "only for key figures"
    return _Figure(line, variant.content, variant)


def _is_share(figure: _Figure) -> bool:
    return bool(figure.content.of) and figure.content.unit == SHARE and figure.line.standing.holds


def _is_listed(writer: Writer, figure: _Figure, shares: Iterable[_Figure]) -> bool:
    """Whether it only names those whose shares are told."""
    told, properties = figure.content, writer.catalog.properties
    beside = [share.content for share in shares if properties[share.content.property].lists == told.property]
    named = {share.of for share in beside if (share.country, share.as_of) == (told.country, told.as_of)}
    return isinstance(told.value, str) and figure.line.standing.holds and set(told.value.split("+")) <= named


def _whole(figure: _Figure) -> tuple[object, ...]:
    """What is the same for shares that stand in one row; of any other figure its own."""
    content = figure.content
    return (content.country, content.property, content.as_of) if _is_share(figure) else (figure.line.statement,)


def _row(writer: Writer, figures: Sequence[_Figure]) -> Row:
    first = figures[0]
    phrases = writer.phrases
    if not _is_share(first):
        label, value, date = phrases.key_figure(first.content, first.variant)
        value = capital(value) if isinstance(first.content.value, str) else value
        if first.line.as_of and first.line.as_of.ahead:  # the column of times tells when it was told
            value = phrases.noted(value, (date,))
        value = with_detail(writer, writer.library.statement(first.line.statement), value)
        return writer.marked(first.line, (label, value, *writer.times.cells(first.line.as_of, date)), VALUE)
    shares = []
    for figure in figures:
        label, value, date = phrases.key_figure(structs.replace(figure.content, of=""), figure.variant)
        shares.append(f"{phrases.listed([phrases.plain_name(one) for one in figure.content.of.split('+')])} {value}")
    numbers = {number for figure in figures for number in writer.entry(figure.line).numbers}
    return Row((label, phrases.apart(shares), *writer.times.cells(first.line.as_of, date)), tuple(sorted(numbers)))
