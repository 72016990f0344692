"""Statements as the rows of tables: key figures, goods, routes."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs

from models.briefs.records import Part, Row, Table
from models.records import Modality, Profile, Resource, RouteFact, Standing, Statement, Variant

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from models.briefs.writer import Writer
    from models.pages.lines import Line
    from models.records import Claim

HAS = "has"
RELATIONS = (HAS, "reserves", "develops", "produces", "imports", "exports")
"""What a country has to do with a commodity, in the order in which it is told."""
FIGURES = ("produces", "reserves", "exports", "imports")
"""The same where figures are told."""
Cells = Callable[[Statement, Variant], tuple[str, ...]]


def key_figures(writer: Writer, lines: Sequence[Line], code: str) -> Part:
    """What is measured, its value, and as of when; of another than the country of the `code` with its name."""

    def cells(statement: Statement, variant: Variant) -> tuple[str, ...]:
        content = variant.content
        assert isinstance(content, Profile), "only for key figures"
        label, value, date = writer.phrases.key_figure(content, variant)
        whose = "" if content.country == code else f" ({writer.phrases.plain_name(content.country)})"
        return f"{label}{whose}", value, date

    return writer.table("profile", lines, cells, ("figure", "value", "as_of"), (34, 46, 20))


def routes(writer: Writer, lines: Sequence[Line]) -> Part:
    """The route, and what is said of it."""

    def cells(statement: Statement, variant: Variant) -> tuple[str, ...]:
        content = variant.content
        assert isinstance(content, RouteFact), "only for routes"
        told = writer.phrases.variant(variant, about=content.route)
        return writer.named(content.route), _with_detail(writer, statement, told)

    return writer.table("routes", lines, cells, ("route", "said"), (34, 66))


class _Had(NamedTuple):
    """What is shown of a line on goods."""

    line: Line
    statement: Statement
    content: Resource
    claims: tuple[Claim, ...]


def goods(writer: Writer, lines: Iterable[Line], column: str, code: str = "") -> Part:
    """What countries have to do with commodities, by "resource" or by "country".

    What is told without a figure is one row for each of them, behind the figures. Of a country of the `code`, what is
    told of another, or of its whole region, names it and stands last.
    """
    told = [_had(writer, line) for line in lines]
    told.sort(key=lambda had: _is_of_another(had, code))
    groups = groupby(told, key=lambda had: _named(writer, had, column, code))
    rows = [row for name, group in groups for row in _about(writer, name, list(group))]
    table = Table(writer.head(column, "said"), tuple(rows), (26, 74))
    return Part("resources", writer.phrases.title("resources"), table=table)


def _had(writer: Writer, line: Line) -> _Had:
    statement = writer.library.statement(line.statement)
    content = statement.shown.content
    assert isinstance(content, Resource), "only for goods"
    return _Had(line, statement, content, statement.shown.claims)


def _is_of_another(had: _Had, code: str) -> bool:
    return bool(code) and had.content.country != code


def _named(writer: Writer, had: _Had, column: str, code: str) -> str:
    content = had.content
    name = writer.named(content.resource if column == "resource" else content.country)
    return f"{name} ({writer.phrases.plain_name(content.country)})" if _is_of_another(had, code) else name


def _about(writer: Writer, name: str, told: Sequence[_Had]) -> list[Row]:
    """The rows of one commodity or country."""
    rows: list[Row] = []
    for had in sorted(told, key=_order):
        if not _is_bare(had):
            text = writer.phrases.cell(had.content, had.claims)
            rows.append(writer.marked(had.line, (name, _with_detail(writer, had.statement, text))))
    bare = [had for had in told if _is_bare(had)]
    if bare:
        first, *others = _relations(writer, bare)
        joined = "; ".join((first, *(other[:1].lower() + other[1:] for other in others)))
        numbers = {number for had in bare for number in writer.entry(had.line).numbers}
        rows.append(Row((name, joined), tuple(sorted(numbers))))
    return rows


def _order(had: _Had) -> tuple[bool, int, bool, int, int]:
    """Ranks first; then the country before its firms and sites, facts before plans, and the newest year first."""
    content = had.content
    part = 2 if content.site else 1 if content.firm else 0
    relation = FIGURES.index(content.relation) if content.relation in FIGURES else len(FIGURES)
    return content.rank is None, part, bool(_ahead(had.claims[0])), relation, -(content.year or 0)


def _is_bare(had: _Had) -> bool:
    """Whether it has no figure, and nothing but its words need be told of it."""
    plain = had.line.standing.holds and not had.line.detail
    return plain and had.content.quantity is None and had.content.rank is None


def _relations(writer: Writer, told: Iterable[_Had]) -> list[str]:
    """What is told without a figure: each relation once with all its partners, plans behind what is done.

    What is done already is not told as a plan, too; that a country has what it does something with goes without saying.
    """
    found: dict[tuple[str, int, str], tuple[Resource, tuple[Claim, ...]]] = {}
    for _, _, content, claims in told:
        relation = content.relation
        key = (_ahead(claims[0]), RELATIONS.index(relation) if relation in RELATIONS else len(RELATIONS), relation)
        before = found[key][0].partner if key in found else ()
        partners = tuple(dict.fromkeys((*before, *content.partner)))
        found[key] = structs.replace(content, partner=partners), claims
    done = {relation: set(content.partner) for (ahead, _, relation), (content, _) in found.items() if not ahead}
    return [
        writer.phrases.cell(content, claims)
        for (ahead, _, relation), (content, claims) in sorted(found.items(), key=lambda each: each[0])
        if (ahead or relation != HAS or len(done) == 1)
        and (ahead != Modality.PLANNED or relation not in done or not set(content.partner) <= done[relation])
    ]


def _ahead(claim: Claim) -> str:
    """How what is no plain fact is told; empty for facts."""
    if not claim.affirmed:
        return "denied"
    return claim.modality.value if claim.modality.ahead else ""


def _with_detail(writer: Writer, statement: Statement, text: str) -> str:
    """The text with from whom it is and whether it is under way; of what is contested the sides tell that."""
    if statement.standing is Standing.CONTESTED:
        return text
    details = (writer.phrases.detail(statement), writer.in_words(statement))
    return "".join((text, *(f" ({detail})" for detail in details if detail)))
