"""What a site is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.records import Record

if TYPE_CHECKING:
    from models.briefs import Subject


class Scope(Record):
    """These countries, commodities and routes, and whether all dealings; None means all there are.

    `words` must all stand in a statement for it to be told, and it must be as old as `older` says (see Subject). A
    `short` site tells of each only what a short brief does.
    """

    countries: tuple[str, ...] | None = None
    commodities: tuple[str, ...] | None = None
    routes: tuple[str, ...] | None = None
    dealings: bool = True
    words: str = ""
    older: str = ""
    short: bool = False

    @property
    def single(self) -> bool:
        """Whether it is one subject, of which a brief tells the same: both number its sources alike."""
        codes = (self.countries, self.commodities, self.routes)
        return not self.dealings and None not in codes and sum(len(each or ()) for each in codes) == 1


EVERYTHING = Scope()


def scope(subject: Subject, *, short: bool = False) -> Scope:
    """The scope of a brief's subject; that of all countries, or of all articles, is the whole library."""
    found = _of_kind(subject.kind, subject.codes or None)
    return replace(found, words=subject.words, older=subject.older, short=short)


def _of_kind(kind: str, codes: tuple[str, ...] | None) -> Scope:
    match kind:
        case "countries" if codes:
            return Scope(codes, (), (), dealings=False)
        case "commodities" | "resources":
            return Scope((), codes, (), dealings=False)
        case "routes":
            return Scope((), (), codes, dealings=False)
        case "geopolitics":
            return Scope((), (), ())
    return EVERYTHING
