"""Sources that tell of some only what a line tells of more: they are cited for these alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.briefs.records import Value
from models.phrases import fill
from models.records import Profile, RouteFact

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from models.briefs.writer import Writer
    from models.records import Content


def in_part(writer: Writer, fuller: str, held: Iterable[str]) -> frozenset[str]:
    """Those of the statements told with the fuller one that name only some of those whom it does."""
    whole = parties(writer.library.statement(fuller).shown.content)
    return frozenset(inner for inner in held if whole and set(_of(writer, inner)) < set(whole))


def of_part(writer: Writer, held: Iterable[str]) -> Value:
    """Whom they name, with their sources."""
    inner = sorted(held)
    names = writer.phrases.listed([writer.phrases.plain_name(name) for name in sorted(set(_all(writer, inner)))])
    sentences = [sentence for one in inner for sentence in writer.library.evidence(one).sentences]
    return Value(fill(writer.words["in_part"], names=names), writer.sources.numbers(sentences))


def parties(content: Content) -> tuple[str, ...]:
    """Whom a list names; empty for what is none."""
    match content:
        case RouteFact(object=tuple(names)):
            return names
        case Profile(value=str(value)) if "+" in value:
            return tuple(value.split("+"))
        case Profile(value=str(value)):
            return (value,)
    return ()


def _of(writer: Writer, statement: str) -> tuple[str, ...]:
    return parties(writer.library.statement(statement).shown.content)


def _all(writer: Writer, held: Collection[str]) -> list[str]:
    return [name for one in held for name in _of(writer, one)]
