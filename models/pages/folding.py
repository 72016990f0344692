"""Statements that a fuller one says as well: told once, with the sources of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.records import Commitment, Profile, RouteFact
from models.statements.keys import plain
from models.statements.wording import alike, stems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from models.catalog import Catalog
    from models.pages.lines import Line
    from models.records import Statement

SAME_PURPOSE = 0.5
"""Two purposes are one when the shorter shares so much of its words with the other."""


class _Said(NamedTuple):
    """What a line says: what it is `about`, the parties on each side, and of a promise its time and purpose (stems)."""

    line: Line
    about: tuple[object, ...]
    sides: tuple[frozenset[str], ...]
    years: int | None = None
    purpose: frozenset[str] = frozenset()


def within(lines: Iterable[Line], statement: Callable[[str], Statement], catalog: Catalog) -> dict[str, str]:
    """For the id of every statement that another of the lines says as well, the id of that one.

    It says the same of more parties: "crosses A" lies within "crosses A and B". A promise of a sum lies within another
    of that sum to the same receiver, where neither time nor purpose differ.
    """
    groups: dict[tuple[object, ...], list[_Said]] = {}
    for line in lines:
        if line.standing.holds:
            said = _said(line, statement(line.statement), catalog)
            if said:
                groups.setdefault(said.about, []).append(said)
    found: dict[str, str] = {}
    for group in groups.values():
        group.sort(key=lambda said: (-sum(map(len, said.sides)), -said.line.sources))
        whole: list[_Said] = []
        for said in group:
            home = next((fuller for fuller in whole if _holds(fuller, said)), None)
            if home is None:
                whole.append(said)
            else:
                found[said.line.statement] = home.line.statement
    return found


def _said(line: Line, statement: Statement, catalog: Catalog) -> _Said | None:
    """None for what has no parties, or only one value at a time."""
    variant = statement.variants[0]
    claim = variant.claims[0]
    real = (claim.modality if claim.modality.ahead else None, claim.affirmed)
    told = variant.content
    match told:
        case Profile(property=name, value=str(value)) if name in catalog.properties and catalog.properties[name].many:
            return _Said(line, (told.country, name, told.of, told.as_of, *real), (frozenset(value.split("+")),))
        case RouteFact(object=tuple(parties)):
            return _Said(line, (told.route, told.predicate, told.part, told.year, *real), (frozenset(parties),))
        case Commitment():
            names = stems(" ".join(catalog.name(party) for party in (*told.by, *told.to)))
            about = (told.amount.currency, told.amount.value, claim.affirmed)
            sides = (frozenset(told.by), frozenset(told.to))
            return _Said(line, about, sides, told.period_years, stems(told.purpose, names))
        case _:
            return None


def _holds(fuller: _Said, said: _Said) -> bool:
    """Whether the fuller one says all that the other does."""
    if said.line.detail not in ("", fuller.line.detail) or said.years not in (None, fuller.years):
        return False
    sides = zip(said.sides, fuller.sides, strict=True)
    return all(_among(party, parties) for side, parties in sides for party in side) and _one_purpose(fuller, said)


def _among(party: str, parties: frozenset[str]) -> bool:
    """Whether it is one of the parties, which one name may call more fully than another does."""
    name = f" {plain(party)}"
    return party in parties or any(
        name.endswith(other) or other.endswith(name) for other in (f" {plain(other)}" for other in parties)
    )


def _one_purpose(one: _Said, other: _Said) -> bool:
    return not (one.purpose and other.purpose) or alike(one.purpose, other.purpose, SAME_PURPOSE, least=1)
