"""Hearsay: which newspaper or broadcaster a sentence has what it tells from, and whether that was said once before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from models.reading.grammar.branches import branches
from models.reading.grammar.called import Called

if TYPE_CHECKING:
    from models.reading.grammar.language import Language

_HAD = "_had "
_SINCE = r"(?:D\d+ |last [a-z]+ |(?:earlier|_earlier) (?:D\d+ |this [a-z]+ )?)?"


class Hearsay(Struct, frozen=True, eq=False):
    """Media that report something at the head of a sentence, and behind it."""

    head: Called
    tail: Called


class Reported(Struct, frozen=True):
    """Who reported something, as tagged words, and whether it is told as what had been reported before."""

    who: str
    before: bool


def find_hearsay(language: Language) -> Hearsay:
    """The patterns made of the words of the language data."""
    families = language.tables["untold"]
    names = [language.literal(phrase) for phrase in families["media"]]
    media = branches(map(re.escape, sorted(names, key=len, reverse=True)))
    saying = branches(sorted(map(re.escape, language.words("modality", "sources")), key=len, reverse=True))
    kinds = rf"(?:(?!that |which )(?:[a-z'-]+|[CJPNHO]\d+) ){{0,4}}?(?:{media})"
    called = r"(?P<name>(?:[CP]\d+ )?S\d+|[NO]\d+) "  # "the news site S0", "the newspaper N0"
    who = rf"(?P<who>{kinds}(?:{called}|(?:in [PC]\d+ )?)|(?:the )?(?:[CP]\d+ )?S\d+ )"
    verb = rf"(?P<verb>(?:_\S+ )*)(?:[a-z]+ly )?(?:{saying}) "
    head = rf"^(?:[CP]\d+ (?:—|–|-) (?:; )?)?(?:; )?(?:D\d+ , )?{who}{verb}{_SINCE}(?:; )?that "
    tail = rf" (?:; )?, {who}{verb}{_SINCE}(?:\. |, |; |$)"
    return Hearsay(Called(head, frozenset({"that"})), Called(tail, language.words("modality", "sources")))


def reported(tags: str, start: int, end: int, hearsay: Hearsay) -> Reported | None:
    """Which media are said to have reported what stands in tags[start:end]; None where none are."""
    head = hearsay.head.match(tags, 0)
    found = head if head is not None and head.end() <= start else hearsay.tail.search(tags, max(0, end - 1))
    if found is None:
        return None
    return Reported((found["name"] or found["who"]).strip(), _HAD in found["verb"])
