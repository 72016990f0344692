"""Hearsay: which newspaper or broadcaster a sentence has what it tells from, and whether that was said once before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from models.reading.factuality.sourcing import is_of_insider
from models.reading.grammar.branches import branches
from models.reading.grammar.called import Called, longest
from models.reading.grammar.tokens import words_of

if TYPE_CHECKING:
    from models.reading.factuality.qualify import Quality
    from models.reading.grammar.language import Language

_HAD, _MEDIA = "_had ", "S"
_SINCE = r"(?:D\d+ |last [a-z]+ |(?:earlier|_earlier) (?:D\d+ |this [a-z]+ )?)?"
_THING = r"(?=(?!that )(?:[a-z'-]+ ){1,4}?(?:of|from|between|by|in|with|worth) )"  # "reported sales of Q1"
_NAMED = re.compile(r"(?<![^ ])[CHLO]\d+ ?")  # who answers for what is told


class Hearsay(Struct, frozen=True, eq=False):
    """Media that report something at the head of a sentence, and behind it, and who nobody knows that tells it.

    One of the words of the `press` stands wherever media do that have no name of their own.
    """

    head: Called
    tail: Called
    unnamed: Called
    press: frozenset[str]
    insiders: frozenset[str]


class Reported(Struct, frozen=True):
    """Who reported something, as tagged words, and whether it is told as what had been reported before."""

    who: str
    before: bool


def find_hearsay(language: Language) -> Hearsay:
    """The patterns made of the words of the language data."""
    families = language.tables["untold"]
    media, sooner, reporting, printed, unnamed = (
        branches(map(re.escape, sorted(map(language.literal, families[name]), key=len, reverse=True)))
        for name in ("media", "sooner", "reporting", "printed", "unnamed")
    )
    saying = branches(sorted(map(re.escape, language.words("modality", "sources")), key=len, reverse=True))
    kinds = rf"(?:(?!that |which )(?:[a-z'-]+|[CJPNHO]\d+) ){{0,4}}?(?:{media})"
    called = r"(?P<name>(?:[CP]\d+ )?S\d+|[NO]\d+(?: \. [a-z]{2,4})?) "  # "the news site S0", "the newspaper N0"
    who = rf"(?P<who>{kinds}(?:{called}|(?:in [PC]\d+ )?)|(?:the )?(?:[CP]\d+ )?S\d+ )"
    verb = r"(?P<verb>(?:_\S+ )*)(?:[a-z]+ly )?"
    opening = rf"^(?:[CP]\d+ (?:—|–|-) (?:; )?)?(?:; )?(?:(?:{sooner})(?:, )?)?(?:D\d+ , )?"
    head = rf"{opening}{who}{verb}(?:(?:(?:{saying}) |{printed}){_SINCE}(?:; )?that |(?:{reporting}){_THING})"
    tail = rf" (?:; )?, {who}{verb}(?:{saying}) {_SINCE}(?:\. |, |; |$)"
    return Hearsay(
        Called(head, frozenset({"that"}) | frozenset(families["reporting"])),
        Called(tail, language.words("modality", "sources")),
        Called(rf"(?<![^ ])(?:{media}|{unnamed}|S\d+(?: |$))", frozenset()),
        longest(language.literal(phrase) for phrase in families["media"]),
        language.words("untold", "insiders"),
    )


def is_hearsay(who: str, hearsay: Hearsay) -> bool:
    """Whether somebody told of as tagged words is the press, or nobody who is named."""
    if is_of_insider(who, hearsay.insiders):
        return True
    return _NAMED.search(who) is None and hearsay.unnamed.search(f"{who} ") is not None


def heard(quality: Quality, hearsay: Hearsay) -> Quality:
    """The quality, marked where it is only from the press or from nobody who is named."""
    who = quality.attribution
    return replace(quality, hearsay=True) if who is not None and is_hearsay(who, hearsay) else quality


def reports(tags: str, hearsay: Hearsay) -> bool:
    """Whether the head of the tagged text has from media what follows."""
    return _names_media(tags, hearsay) and hearsay.head.match(tags, 0) is not None


def reported(tags: str, start: int, end: int, hearsay: Hearsay) -> Reported | None:
    """Which media are said to have reported what stands in tags[start:end]; None where none are."""
    if not _names_media(tags, hearsay):
        return None
    head = hearsay.head.match(tags, 0)
    found = head if head is not None and head.end() <= start else hearsay.tail.search(tags, max(0, end - 1))
    if found is None:
        return None
    return Reported((found["name"] or found["who"]).strip(), _HAD in found["verb"])


def _names_media(tags: str, hearsay: Hearsay) -> bool:
    """Whether any media stand in the tagged text: what else it says need not be looked at."""
    return _MEDIA in tags or not hearsay.press.isdisjoint(words_of(tags))
