"""What two countries are to each other and a key figure lists (whom one borders on): told of each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from models.briefs.records import Row
from models.phrases import capital, fill
from models.records import Profile, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from models.briefs.writer import Writer
    from models.pages.lines import Line
    from models.records import Variant

Tied = dict[str, list["Line"]]
"""By property, the lines on relations that say the same of the country and another."""


def tied(writer: Writer, lines: Iterable[Line]) -> Tied:
    """The lines that a key figure can list, by the property that does; not what is denied or told as a plan."""
    properties = {found.relation: found.id for found in writer.catalog.properties.values() if found.relation}
    told: Tied = {}
    for line in lines:
        content = writer.library.statement(line.statement).shown.content
        plain = line.text == writer.phrases.content(content) and line.standing.holds
        if isinstance(content, Relation) and content.relation in properties and plain:
            told.setdefault(properties[content.relation], []).append(line)
    return told


def with_others(writer: Writer, row: Row, content: Profile, variant: Variant, lines: Sequence[Line]) -> Row:
    """The row of a key figure, by its `variant`, with those, too, of whom only their own side tells.

    There may be more of them still, so its label says that these are some.
    """
    own = str(content.value).split("+")
    others = [code for code in _others(writer, content.country, lines) if code not in own]
    if not others:
        return row
    label, value = _cells(writer, structs.replace(content, value="+".join((*own, *others))), variant)
    numbers = {number for line in lines for number in writer.entry(line).numbers}
    return structs.replace(row, cells=(label, value, *row.cells[2:]), numbers=tuple(sorted(numbers.union(row.numbers))))


def missing(writer: Writer, code: str, told: Mapping[str, Sequence[Line]]) -> dict[str, Row]:
    """A row for each property of which only others tell, by property."""
    return {
        name: _row(writer, Profile(code, name, "+".join(_others(writer, code, told[name]))), told[name])
        for name in told
    }


def _row(writer: Writer, content: Profile, lines: Sequence[Line]) -> Row:
    first, *_ = lines
    cells = _cells(writer, content, writer.library.statement(first.statement).shown)
    numbers = {number for line in lines for number in writer.entry(line).numbers}
    return Row((*cells, *writer.times.cells(first.as_of)), tuple(sorted(numbers)))


def _cells(writer: Writer, content: Profile, variant: Variant) -> tuple[str, str]:
    """The label, which says that there may be more of them, and the names."""
    label, value, _ = writer.phrases.key_figure(content, variant)
    return fill(writer.words["partly"], label=label), capital(value)


def _others(writer: Writer, code: str, lines: Iterable[Line]) -> list[str]:
    ends = [writer.library.statement(line.statement).shown.content for line in lines]
    found = {end for told in ends if isinstance(told, Relation) for end in (told.a, told.b) if end != code}
    return sorted(found)
