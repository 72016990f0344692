"""What countries have to do with goods, as the rows of tables."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs

from models.briefs.listed import DEVELOPS, HAS, in_words, is_bare, names_land, names_others, telling, tells_beyond
from models.briefs.records import Part, Row, Table
from models.briefs.rows import ahead, joined, with_detail
from models.phrases import capital
from models.phrases.timed import settled
from models.records import Modality, Resource, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from models.briefs.writer import Writer
    from models.pages.lines import Line
    from models.records import Claim

RELATIONS = (HAS, "reserves", DEVELOPS, "produces", "imports", "exports")
"""What a country has to do with a commodity, in the order in which it is told."""
FIGURES = ("produces", "reserves", "exports", "imports")
"""The same where figures are told."""
MIRRORED = {"exports": "imports", "imports": "exports"}


class _Had(NamedTuple):
    """What is shown of a line on goods."""

    line: Line
    statement: Statement
    content: Resource
    claims: tuple[Claim, ...]


def goods(writer: Writer, lines: Iterable[Line], column: str, code: str = "") -> Part:
    """What countries have to do with commodities, by "resource" or by "country".

    What is told without a figure is one row for each of them, behind its figures; those of which no more is told than
    of others share one at the end. Of a country of the `code`, what is told of another, or of its whole region, names
    it and stands last.
    """
    told = _without_truisms(writer, [_had(writer, line) for line in lines], code)
    told.sort(key=lambda had: _is_of_another(had, code))
    groups = [(name, list(group)) for name, group in groupby(told, key=lambda had: _named(writer, had, column, code))]
    each = [(_about(writer, name, about), all(map(_is_bare, about))) for name, about in groups]
    bare: dict[tuple[str, str], list[Row]] = {}
    for found, only in each:
        if only:
            bare.setdefault((found[0].cells[1], found[0].as_of), []).append(found[0])
    shared = [alike for alike in bare.values() if len(alike) > 1]
    last = [row for alike in shared for row in alike]
    rows = [row for found, _ in each for row in found if row not in last]
    rows += [_together(writer, alike) for alike in shared]
    rows = [structs.replace(row, cells=(capital(row.cells[0]), *row.cells[1:])) for row in rows]
    table = Table(writer.head(column, "said"), tuple(rows), (26, 74))
    return Part("resources", writer.phrases.title("resources"), table=table)


def _without_truisms(writer: Writer, told: list[_Had], code: str) -> list[_Had]:
    """Without that the whole region has something, where more is told of a part of it, without plans for what is told
    as done, and without what a partner's side tells of the trade of the country of the `code` again."""
    region = writer.catalog.region.id
    some = [had for had in told if had.content.country != region or had.content.relation != HAS or not _is_bare(had)]
    kept = some if some and code != region else told
    own = [had for had in kept if not _is_of_another(had, code)]
    again = {had.line.statement: fuller for had in kept if (fuller := next(_telling(writer, had, own, code), None))}
    for inner, fuller in again.items():
        writer.hold(inner, fuller.line.statement)
    return [had for had in kept if had.line.statement not in again]


def _telling(writer: Writer, had: _Had, own: Iterable[_Had], code: str) -> Iterator[_Had]:
    """Those of the country's `own` lines that tell as much: as done what this one plans, or the other side of trade."""
    for other in own:
        real = not ahead(other.claims[0])
        if _is_of_another(had, code):
            if (real or ahead(had.claims[0])) and _is_mirrored(had.content, other.content):
                yield other
        elif real and _is_planned(had) and had.content == other.content and not _is_by_others(writer, had, other):
            yield other


def _is_planned(had: _Had) -> bool:
    return ahead(had.claims[0]) == Modality.PLANNED


def _is_by_others(writer: Writer, had: _Had, other: _Had) -> bool:
    """Whether what has no figure is told of other firms or places than the other is."""
    return _is_bare(had) and names_others(writer, had.claims, other.claims)


def _is_mirrored(theirs: Resource, ours: Resource) -> bool:
    """Whether ours tells the trade of theirs: of both with each other, and a figure only if it is of no others."""
    goods = ours.resource == theirs.resource and ours.relation == MIRRORED.get(theirs.relation)
    if theirs.quantity is None:
        return goods and theirs.country in ours.partner and ours.country in theirs.partner
    figure = (ours.quantity, ours.year) == (theirs.quantity, theirs.year)
    return goods and figure and ours.partner == (theirs.country,) and theirs.partner == (ours.country,)


def _together(writer: Writer, rows: Sequence[Row]) -> Row:
    """One row of those that tell the same of several; names that are pairs themselves are set apart by more than a
    word."""
    numbers = {number for row in rows for number in row.numbers}
    named = [row.cells[0] for row in rows]
    link = writer.phrases.listed(("", "")).strip()
    paired = any(f" {link} " in f" {name} " for name in named)
    names = joined(writer, named) if paired else writer.phrases.listed(named)
    return Row((names, rows[0].cells[1]), tuple(sorted(numbers)), as_of=rows[0].as_of)


def _had(writer: Writer, line: Line) -> _Had:
    statement = writer.library.statement(line.statement)
    content = settled(statement.shown)
    assert isinstance(content, Resource), "only for goods"
    return _Had(line, statement, content, statement.shown.claims)


def _is_of_another(had: _Had, code: str) -> bool:
    return bool(code) and had.content.country != code


def _named(writer: Writer, had: _Had, column: str, code: str) -> str:
    content = had.content
    name = writer.phrases.plain_name(content.resource if column == "resource" else content.country)
    other = writer.phrases.plain_name(content.country) if _is_of_another(had, code) else ""
    return writer.phrases.noted(name, (other,))


def _about(writer: Writer, name: str, told: Sequence[_Had]) -> list[Row]:
    """The rows of one commodity or country."""
    rows: list[Row] = []
    for had in sorted(told, key=_order):
        if not _is_bare(had):
            figure = had.content.quantity is not None or had.content.rank is not None
            words = "" if figure else in_words(writer, ((had.content, had.claims),))
            text = writer.phrases.noted(writer.phrases.cell(had.content, had.claims, timed=True), (words,))
            rows.append(writer.timed(had.line, (name, with_detail(writer, had.statement, text))))
    bare = [had for had in told if _is_bare(had)]
    more = [had for had in bare if _knows_more(writer, had, told)]
    rest = [had for had in bare if had not in more and not _goes_without_saying(had, told)]
    apart = [had for had in rest if _is_planned(had) and any(_is_done_by_others(writer, had, one) for one in rest)]
    for group in ([had for had in rest if had not in apart], *([had] for had in apart)):
        if group:
            rows.append(_row(writer, name, group))
    for had in more:
        quoted = writer.phrases.in_marks(had.claims[0].evidence.quote)
        text = writer.phrases.noted(writer.phrases.cell(had.content, had.claims, timed=True), (quoted,))
        rows.append(writer.timed(had.line, (name, text)))
    return rows


def _row(writer: Writer, name: str, bare: Sequence[_Had]) -> Row:
    """The row of what is told of one commodity or country without a figure."""
    numbers = {number for had in bare for number in writer.entry(had.line).numbers}
    when = writer.when(*(had.line for had in bare))
    each = [(had.content, had.claims) for had in bare]
    text = telling(writer, joined(writer, _relations(writer, bare)), each)
    return Row((name, text), tuple(sorted(numbers)), as_of=when)


def _knows_more(writer: Writer, had: _Had, told: Iterable[_Had]) -> bool:
    """Whether its sentence, which must name whose the goods are, tells what none of the figures does that stand for
    it."""
    figures = [other for other in told if not _is_bare(other)]
    same = [other for other in figures if other.content.relation == had.content.relation]
    if had.content.relation == HAS or not _goes_without_saying(had, told):
        return False
    if not names_land(writer, had.content, had.claims):
        return False
    others = [claim for other in (figures if had.content.relation == DEVELOPS else same) for claim in other.claims]
    return tells_beyond(writer, had.content, had.claims, others)


def _is_done_by_others(writer: Writer, had: _Had, other: _Had) -> bool:
    return not ahead(other.claims[0]) and had.content == other.content and _is_by_others(writer, had, other)


def _order(had: _Had) -> tuple[bool, int, bool, int, int]:
    """Ranks first; then the country before its firms and sites, facts before plans, and the newest year first."""
    content = had.content
    part = 2 if content.site else 1 if content.firm else 0
    relation = FIGURES.index(content.relation) if content.relation in FIGURES else len(FIGURES)
    return content.rank is None, part, bool(ahead(had.claims[0])), relation, -(content.year or 0)


def _is_bare(had: _Had) -> bool:
    """Whether it has no figure, and nothing but its words need be told of it."""
    return is_bare(had.line, had.content, had.claims)


def _goes_without_saying(had: _Had, told: Iterable[_Had]) -> bool:
    """Whether a figure of its relation is told, or any as real where it only says that there is something."""
    content, figures = had.content, [other for other in told if not _is_bare(other)]
    same = [other.content for other in figures if other.content.relation == content.relation]
    if content.partner:
        return any(set(content.partner) <= set(other.partner) for other in same)
    real = any(ahead(other.claims[0]) == ahead(had.claims[0]) for other in figures)
    return bool(same) or (real and content.relation in (HAS, DEVELOPS))


def _relations(writer: Writer, told: Iterable[_Had]) -> list[str]:
    """What is told without a figure: each relation once with all its partners, plans behind what is done.

    What is done already is not told as a plan, too; that a country has what it does something with goes without saying.
    """
    found: dict[tuple[str, int, str], tuple[Resource, tuple[Claim, ...]]] = {}
    for _, _, content, claims in told:
        relation = content.relation
        key = (ahead(claims[0]), RELATIONS.index(relation) if relation in RELATIONS else len(RELATIONS), relation)
        before = found[key][0].partner if key in found else ()
        partners = tuple(dict.fromkeys((*before, *content.partner)))
        found[key] = structs.replace(content, partner=partners), claims
    done = {relation: set(content.partner) for (ahead, _, relation), (content, _) in found.items() if not ahead}
    alone = sum(ahead in ("", Modality.PLANNED) for ahead, _, _ in found) == 1
    return [
        writer.phrases.cell(content, claims, timed=True)
        for (ahead, _, relation), (content, claims) in sorted(found.items(), key=lambda each: each[0])
        if (ahead or relation != HAS or alone)
        and (ahead != Modality.PLANNED or relation not in done or not set(content.partner) <= done[relation])
    ]
