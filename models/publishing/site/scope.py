"""What a site is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.records import Record

if TYPE_CHECKING:
    from models.briefs import Subject


class Scope(Record):
    """These countries, commodities and routes, and whether all dealings; None means all there are."""

    countries: tuple[str, ...] | None = None
    commodities: tuple[str, ...] | None = None
    routes: tuple[str, ...] | None = None
    dealings: bool = True


EVERYTHING = Scope()


def scope(subject: Subject) -> Scope:
    """The scope of a brief's subject; that of all countries, or of all articles, is the whole library."""
    codes = subject.codes or None
    match subject.kind:
        case "countries" if codes:
            return Scope(codes, (), (), dealings=False)
        case "commodities" | "resources":
            return Scope((), codes, (), dealings=False)
        case "routes":
            return Scope((), (), codes, dealings=False)
        case "geopolitics":
            return Scope((), (), ())
    return EVERYTHING
