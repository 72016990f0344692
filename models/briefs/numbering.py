"""The numbers of a brief's sources, in the order in which a reader meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from models.briefs.records import Chapter, Entry, Part, Row, Source, Value

Numbers = tuple[int, ...]


def in_order(chapters: Sequence[Chapter], sources: Iterable[Source]) -> tuple[tuple[Chapter, ...], tuple[Source, ...]]:
    """The chapters with their sources numbered anew as they are first cited, and these sources in that order.

    A source that no part leans on is left out.
    """
    new = order(chapters)
    told = tuple(
        structs.replace(chapter, parts=tuple(_renumbered(part, new) for part in chapter.parts)) for chapter in chapters
    )
    known = {source.number: source for source in sources}
    return told, tuple(structs.replace(known[old], number=number) for old, number in new.items())


def order(chapters: Iterable[Chapter]) -> dict[int, int]:
    """The number that each source gets by its old one, in the order in which the chapters cite them."""
    met = dict.fromkeys(number for chapter in chapters for part in chapter.parts for number in _cited(part))
    return {old: number for number, old in enumerate(met, 1)}


def dated(chapters: Iterable[Chapter]) -> frozenset[int]:
    """The numbers that tell up to when a brief reaches: what only a standing list of goods cites is no news."""
    return frozenset(
        number for chapter in chapters for part in chapter.parts if part.id != "lists" for number in _cited(part)
    )


def _cited(part: Part) -> Iterator[int]:
    """The numbers in the order in which they are printed."""
    for entry in part.entries:
        for value in entry.values:
            yield from value.numbers
        yield from entry.numbers
        yield from entry.why.numbers if entry.why else ()
    for row in part.table.rows if part.table else ():
        for aside in row.asides:
            yield from aside.numbers
        yield from row.why.numbers if row.why else ()
        yield from row.numbers


def _renumbered(part: Part, new: Mapping[int, int]) -> Part:
    entries = tuple(_entry(entry, new) for entry in part.entries)
    table = structs.replace(part.table, rows=tuple(_row(row, new) for row in part.table.rows)) if part.table else None
    return structs.replace(part, entries=entries, table=table)


def _entry(entry: Entry, new: Mapping[int, int]) -> Entry:
    values = tuple(structs.replace(value, numbers=_of(value.numbers, new)) for value in entry.values)
    return structs.replace(entry, values=values, numbers=_of(entry.numbers, new), why=_why(entry.why, new))


def _row(row: Row, new: Mapping[int, int]) -> Row:
    asides = tuple(structs.replace(aside, numbers=_of(aside.numbers, new)) for aside in row.asides)
    return structs.replace(row, numbers=_of(row.numbers, new), asides=asides, why=_why(row.why, new))


def _why(why: Value | None, new: Mapping[int, int]) -> Value | None:
    return structs.replace(why, numbers=_of(why.numbers, new)) if why else None


def _of(numbers: Numbers, new: Mapping[int, int]) -> Numbers:
    return tuple(sorted(new[number] for number in numbers))
