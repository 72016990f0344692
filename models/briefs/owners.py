"""Who owns how much of a mine, field, firm or line: the owners of each in one row, the largest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from models.briefs.records import Part, Table
from models.records import Kind, Relation
from models.statements.figures import value_in
from models.statements.keys import OWNS

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from models.briefs.records import Row
    from models.briefs.writer import Writer
    from models.pages.lines import Line


def of_owners(writer: Writer, lines: Iterable[Line]) -> list[Line]:
    """Those of the lines that tell who owns a part of something."""
    return [line for line in lines if (content := _content(writer, line)) and content.relation == OWNS]


def owners(writer: Writer, lines: Sequence[Line]) -> Part:
    """The lines as rows: shares of one thing that hold stand together, what is disputed or past by itself.

    All who own a part of the same thing are told, also where the lines are only on one of them.
    """
    owned = {content.b for line in lines if (content := _content(writer, line))}
    groups: dict[tuple[str, str], list[Line]] = {}
    for line in writer.beside("ownership", _of(writer, owned)) if owned else ():
        content = _content(writer, line)
        assert content is not None, "only for ties"
        groups.setdefault((writer.catalog.name(content.b), "" if line.standing.holds else line.statement), []).append(
            line
        )
    rows = tuple(_row(writer, groups[name, apart]) for name, apart in sorted(groups))
    table = Table(writer.head("owned", "owners"), rows, (30, 70))
    return Part("ownership", writer.phrases.title("ownership"), table=table)


def _of(writer: Writer, owned: Container[str]) -> tuple[Line, ...]:
    """All lines on who owns a part of these."""
    found = ((told.id, told.shown.content) for told in writer.library.statements() if told.kind is Kind.RELATION)
    return writer.library.lines(
        key for key, tie in found if isinstance(tie, Relation) and tie.relation == OWNS and tie.b in owned
    )


def _row(writer: Writer, lines: Sequence[Line]) -> Row:
    ties = {line.statement: tie for line in lines if (tie := _content(writer, line))}

    def place(line: Line) -> tuple[float, str]:
        tie = ties[line.statement]
        return -_least(value_in(tie)), writer.catalog.name(tie.a)

    ordered = sorted(lines, key=place)
    name = writer.named(ties[ordered[0].statement].b)
    told = (writer.phrases.holding(writer.library.statement(line.statement).shown) for line in ordered)
    numbers = {number for line in lines for number in writer.entry(line).numbers}
    row = writer.marked(ordered[0], (name, writer.phrases.apart(told)))
    return structs.replace(row, numbers=tuple(sorted(numbers)), as_of=writer.when(*lines))


def _least(value: object) -> float:
    """The value as a number to sort by; of a range its lower end."""
    first = value[0] if isinstance(value, tuple) else value
    return float(first) if isinstance(first, int | float) else 0.0


def _content(writer: Writer, line: Line) -> Relation | None:
    content = writer.library.statement(line.statement).shown.content
    return content if isinstance(content, Relation) else None
