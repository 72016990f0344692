"""The key figures that a country is asked for before all else: what a brief tells of it in short begins with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.records import Profile, Rank, Standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.briefs.writer import Writer
    from models.pages.lines import Line

GOODS = "commodity"
"""The kind of value of a key figure that names goods."""


def beginning(writer: Writer, code: str, lines: Iterable[Line]) -> list[Line]:
    """Of each such figure of the country one line, in the order of the catalog: in the unit that is best compared where
    any source has it, then what the user prefers, then the newest; measured, not forecast."""
    found: dict[str, list[tuple[tuple[object, ...], Line]]] = {}
    for line in lines:
        content = _figure(writer, line, code)
        if content is None:
            continue
        best = content.unit == writer.catalog.properties[content.property].best
        when = line.as_of.date if line.as_of else ""
        found.setdefault(content.property, []).append(((best, line.rank is Rank.PREFERRED, when, line.sources), line))
    order = sorted(found, key=lambda name: writer.catalog.properties[name].short)
    return [max(found[name], key=lambda weighed: weighed[0])[1] for name in order]


def mainly(writer: Writer, figures: Iterable[Line]) -> frozenset[str]:
    """The goods that the figures name, by code: what a country mainly sells."""
    contents = [writer.library.statement(line.statement).shown.content for line in figures]
    return frozenset(
        goods
        for content in contents
        if isinstance(content, Profile) and writer.catalog.properties[content.property].value == GOODS
        for goods in str(content.value).split("+")
    )


def _figure(writer: Writer, line: Line, code: str) -> Profile | None:
    """What a line tells of the country that such a figure is; None for anything else."""
    shown = writer.library.statement(line.statement).shown
    content, claim = shown.content, shown.claims[0]
    if not isinstance(content, Profile) or content.country != code or content.of:
        return None
    known = writer.catalog.properties.get(content.property)
    current = line.standing is not Standing.SUPERSEDED and line.rank is not Rank.DEPRECATED
    real = claim.affirmed and not claim.modality.ahead
    return content if known and known.short and current and real else None
