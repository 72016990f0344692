"""Corrected: what a text says of itself that it was wrong ("an earlier version of this story said that ..")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from models.reading.grammar.branches import any_of
from models.reading.grammar.called import Called, longest

if TYPE_CHECKING:
    from models.reading.grammar.language import Language

_CLAUSE = " ; "
_HEAD = r"^(?:- |\( )?"
_BEFORE = r"(?:in |the |an? |our )*"
_WHOSE = r"(?:this|the|our|that|an?) (?:[a-z]+ ){0,2}?"


class Corrected(Struct, frozen=True, eq=False):
    """What opens or holds what was wrong, what ends it, and what a sentence sets right by a "not"."""

    opened: Called
    instead: Called
    mended: Called
    denied: re.Pattern[str]


def find_corrected(language: Language) -> Corrected:
    """The patterns made of the words of the language data."""
    lists = language.tables["corrected"]

    def family(name: str) -> str:
        return f"(?:{any_of(map(language.literal, lists[name]))})"

    def called(options: str, *names: str) -> Called:
        phrases = (language.literal(phrase) for name in names for phrase in lists[name])
        return Called(rf"(?<![^ ])(?:{options})", longest(phrases))

    opened = (
        rf"{_BEFORE}{family('versions')}{_WHOSE}{family('texts')}",
        family("pages"),
        rf"(?P<clause>(?:_was |_were |_been ){family('wrongly')}{family('given')}{family('as')})",
    )
    return Corrected(
        called("|".join(opened), "versions", "pages", "wrongly"),
        called(family("instead"), "instead"),
        called(rf"{_HEAD}{family('heads')}|{family('mended')}", "heads", "mended"),
        re.compile(r"(?<![^ ])_not ([QMF]\d+) "),
    )


def mistakes(tags: str, corrected: Corrected) -> list[tuple[int, int]]:
    """Where in the tagged text stands what it says was wrong before."""
    found = []
    for opened in corrected.opened.finditer(tags):
        start, end = opened.span()
        if opened["clause"]:
            start = tags.rfind(_CLAUSE, 0, start) + 1
        stop = tags.find(_CLAUSE, end)
        while stop >= 0 and tags.startswith("that ", stop + len(_CLAUSE)):
            stop = tags.find(_CLAUSE, stop + 1)
        stop = stop + 1 if stop >= 0 else len(tags)
        right = corrected.instead.search(tags, end, stop)
        found.append((start, right.start() if right is not None else stop))
    return found


def mends(tags: str, corrected: Corrected) -> bool:
    """Whether the sentence says that it sets something right."""
    return corrected.mended.search(tags) is not None


def denied_figures(tags: str, corrected: Corrected) -> set[str]:
    """The figures that the sentence says are not so, as tags ("M0 , _not M1")."""
    return {found[1] for found in corrected.denied.finditer(tags)}
