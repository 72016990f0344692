"""What is told of routes, as the rows of tables: on the page of a country, and on the route's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from models.briefs.branches import is_elsewhere, only_by
from models.briefs.reasons import why
from models.briefs.records import Part, Row, Table
from models.briefs.rows import ahead, joined, with_detail
from models.pages.routes import MEASURES, PREDICATES
from models.phrases import fill
from models.records import Quantity, RouteFact, Standing
from models.statements.spans import split
from models.statements.values import middle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from models.briefs.writer import Writer
    from models.pages.lines import Line

SHARE = "percent"
CONNECTS, CROSSES, AVOIDS = "connects", "crosses", "bypasses"


def measured(writer: Writer, lines: Iterable[Line], part: str = "routes") -> list[Line]:
    """For a `part`, of each route that the lines are on what is measured: of each thing what its own page tells first,
    if it is not past, and all that is disputed. A share of nothing that is named tells nothing."""
    found: list[Line] = []
    for route in dict.fromkeys(_fact(writer, line).route for line in lines):
        first: dict[tuple[str, ...], Line] = {}
        for line in writer.beside(part, writer.library.route(route).lines):
            content = writer.library.statement(line.statement).shown.content
            if not isinstance(content, RouteFact) or content.route != route or content.predicate not in MEASURES:
                continue
            if not line.standing.past and not _is_bare_share(content):
                disputed = line.standing is Standing.CONTESTED
                first.setdefault((line.statement,) if disputed else _measure(content), line)
        found += writer.library.lines(line.statement for line in first.values())  # in words that name the route
    return found


def without_avoiding(writer: Writer, lines: Iterable[Line], code: str) -> list[Line]:
    """The lines without those on routes of which nothing else is told of the country of the `code` than that they
    avoid it."""
    told = [(line, _fact(writer, line)) for line in lines]
    near = {fact.route for _, fact in told if not _avoids(fact, code)}
    return [line for line, fact in told if fact.route in near]


def without_elsewhere(writer: Writer, lines: Iterable[Line], code: str) -> list[Line]:
    """The lines without figures of parts of routes that lie in other countries than that of the `code`."""
    return [line for line in lines if not is_elsewhere(writer.catalog, _fact(writer, line), code)]


def _avoids(fact: RouteFact, code: str) -> bool:
    return fact.predicate == AVOIDS and not isinstance(fact.object, Quantity) and code in fact.object


def _measure(fact: RouteFact) -> tuple[str, ...]:
    """What is measured, in which unit and of which part: containers beside tonnes, a section beside the whole."""
    quantity = fact.object
    if not isinstance(quantity, Quantity):
        return (fact.predicate,)
    saved = "saved" if middle(quantity.value) < 0 else ""  # by how much a way is shorter is no length of it
    return fact.predicate, quantity.unit, split(quantity.of or "")[0], saved  # a part of the year is none of the route


def _is_bare_share(fact: RouteFact) -> bool:
    return _is_share(fact) and isinstance(fact.object, Quantity) and not fact.object.of


def _is_share(fact: RouteFact) -> bool:
    """Whether it tells a share of something; that stands behind the amounts."""
    return isinstance(fact.object, Quantity) and fact.object.unit == SHARE


def routes(writer: Writer, lines: Sequence[Line], code: str = "") -> Part:
    """The route, and what is said of it: what all agree on and is of one time in one row.

    Those that only avoid the country of the `code` stand last, with that said plainly: one looks for its routes here.
    """
    rows: list[Row] = []
    outside: list[Row] = []
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(_fact(writer, line).route, []).append(line)
    for group in groups.values():
        found = _without_ends(writer, group)
        if code and all(_avoids(_fact(writer, line), code) for line in found):
            outside += [_outside(writer, line) for line in found]
            continue
        whole = sorted((line for line in found if line.standing.holds), key=lambda line: _rank(_fact(writer, line)))
        each = [*_of_one_time(writer, whole), *((line,) for line in found if not line.standing.holds)]
        rows += [_route(writer, told, code if told is each[0] else "") for told in each]
    table = Table(writer.head("route", "said"), (*rows, *outside), (40, 60))
    return Part("routes", writer.phrases.title("routes"), table=table)


def _outside(writer: Writer, line: Line) -> Row:
    """A row on a route that avoids the country that the chapter is on."""
    row = _route(writer, (line,))
    name, told = row.cells
    text = fill(writer.words["outside"], text=writer.phrases.inside(told))
    return structs.replace(row, cells=(name, text))


def facts(writer: Writer, lines: Iterable[Line]) -> Part:
    """What is said of the one route that a chapter is on, each in a row of its own with its time: of each thing the
    newest first, and what is past last, with shares behind the amounts."""

    def place(line: Line) -> tuple[int, bool, bool, int]:
        fact = _fact(writer, line)
        return *_rank(fact), line.standing.past, -(fact.year or 0)

    rows = tuple(writer.timed(line, (_told(writer, line),)) for line in sorted(lines, key=place))
    return Part("routes", writer.words["statements"], table=Table(writer.head("fact"), rows, (100,)))


def _told(writer: Writer, line: Line) -> str:
    """What a line tells of a route, without its name."""
    statement = writer.library.statement(line.statement)
    text = writer.phrases.variant(statement.shown, _fact(writer, line).route, timed=True)
    return with_detail(writer, statement, text)


def _of_one_time(writer: Writer, lines: Sequence[Line]) -> Iterable[Sequence[Line]]:
    """The lines that share a row: those of one time, and all that has no figure."""
    facts = [line for line in lines if not isinstance(_fact(writer, line).object, Quantity)]
    shared = writer.when(*facts)
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(shared if line in facts else writer.when(line), []).append(line)
    return found.values()


def _rank(fact: RouteFact) -> tuple[int, bool]:
    place = PREDICATES.index(fact.predicate) if fact.predicate in PREDICATES else len(PREDICATES)
    return place, _is_share(fact)


def _fact(writer: Writer, line: Line) -> RouteFact:
    content = writer.library.statement(line.statement).shown.content
    assert isinstance(content, RouteFact), "only for routes"
    return content


def _without_ends(writer: Writer, lines: Sequence[Line]) -> list[Line]:
    """The lines without those that tell of the same lands only that the route links them, where it crosses them, and
    without plans for what is told as done."""
    facts = {line.statement: _fact(writer, line) for line in lines}
    crossed = {(fact.object, fact.part) for fact in facts.values() if fact.predicate == CROSSES}
    ends = {told for told, fact in facts.items() if fact.predicate == CONNECTS and (fact.object, fact.part) in crossed}
    planned = {told for told in facts if ahead(writer.library.statement(told).shown.claims[0])}
    done = {fact for told, fact in facts.items() if told not in planned}
    ends |= {told for told in planned if facts[told] in done}
    return [line for line in lines if line.statement not in ends]


def _route(writer: Writer, lines: Sequence[Line], code: str = "") -> Row:
    """A row of all that the lines tell of one route, with the branch that alone runs through the country of the `code`
    where that is given."""
    first, route = lines[0], _fact(writer, lines[0]).route
    branch = only_by(writer, route, code)
    told = [*([branch] if branch else []), *(_told(writer, line) for line in lines)]
    name = writer.named(route)
    entries = [writer.entry(line) for line in lines]
    parts = [part for line in lines if (part := writer.partly(line))]  # a row of several cites them all at its end
    told_in = {number for entry in entries for number in entry.numbers}
    told_in |= {number for part in parts for number in part.numbers}
    return Row(
        (name, joined(writer, told)),
        tuple(sorted(told_in)),
        writer.label(first),
        loud=first.standing is Standing.CONTESTED,
        as_of=writer.when(*lines),
        why=why(writer, first),
    )
