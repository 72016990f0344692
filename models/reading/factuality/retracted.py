"""Retracted: what somebody takes back that he told before ("the paper _has withdrawn its report , which said that")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.grammar.branches import any_of
from models.reading.grammar.called import Called, longest

if TYPE_CHECKING:
    from models.reading.grammar.language import Language

_NOT = r"(?<!_not )(?<!_never )(?<!_to )(?<!nor )"  # who does not, or is only to do it, lets it stand
_LINKS = (
    "that|which|and|after|before|over|in|from|of|on|following|because|despite|about|for|against|as|_to|by|with|amid"
)
_WHOSE = rf"(?:(?!(?:{_LINKS}) )[^ ;,]+ ){{0,3}}?"
_ASIDE = r"(?:D\d+ |(?:by|in|from|on|about|of|published|aired|posted|carried) (?:(?!that |which )[^ ;,]+ ){1,5}?){0,2}"
_ADVERBS = r"(?:_\S+ )*(?:[a-z]+ly )?"
_THAT = r"(?:(?:; )?that )?"
_REST = r"[^;]*?"
_BEING = r"(?:_\S+ )*_(?:is|are|was|were|be|been|being) (?:_\S+ )*"
_NAME = r"(?:[A-Z]\d+|[a-z'-]+)"
_BY = rf"(?:by (?!its |their |his |her )(?P<by>{_NAME}(?: {_NAME}){{0,3}}?) (?=[.,;]|D\d|$))?"
_LEFT_OUT = re.compile(r"(?:(?:_\S+|D\d+|[a-z]+ly) )+$")
_LEADING = frozenset({"that", ";", "the", "its", "their", "his", "her", "a", "an", "such", "these", "those", "all"})
_LONGEST = 6  # words by which somebody is called
_OTHERS = frozenset("QMF(")  # what has a figure names nobody


def find_retracted(language: Language) -> tuple[Called, Called]:
    """What opens what is taken back, and what holds it as its group "held"."""
    lists = language.tables["retracted"]

    def family(*names: str) -> str:
        return f"(?:{any_of({language.literal(phrase) for name in names for phrase in lists[name]})})"

    def called(source: str, *names: str) -> Called:
        return Called(source, longest(language.literal(phrase) for name in names for phrase in lists[name]))

    told, said, saying = family("told"), family("said"), family("saying")
    which = rf"(?:that|which|in which {_WHOSE}) ?{_ADVERBS}{said}{_THAT}"
    link = rf"(?:, )?(?:; )?(?:{which}|{saying}{_THAT}|(?:; )?that )"
    report = rf"{_WHOSE}{told}{_ASIDE}{link}"
    sorry = rf"{family('regretting')}(?:_to {_WHOSE})?for "
    regretted = family("regretted")
    opened = (
        rf"{family('retracting')}{report}",
        rf"(?:{sorry}|{regretted})(?:{report}|(?:[a-z]+ly )?{saying}{_THAT})",
    )
    withdrawn = rf"(?:{_BEING}(?:[a-z]+ly )?|{family('turning_out')}(?:_to _be )?){family('withdrawn')}{_BY}"
    held = rf"(?<![^ ]){told}{_ASIDE}{link}(?P<held>{_REST})(?:, )?{withdrawn}"
    return (
        called(rf"(?<![^ ]){_NOT}(?:{'|'.join(opened)})", "retracting", "regretting", "regretted"),
        called(held, "withdrawn"),
    )


def retracting(language: Language) -> frozenset[str]:
    """The first words of the phrases by which somebody takes something back."""
    lists = language.tables["retracted"]
    names = ("retracting", "regretting", "regretted")
    return frozenset(language.tokens(phrase)[0] for name in names for phrase in lists[name])


def who_before(tags: str, at: int, saying: frozenset[str]) -> str | None:
    """Who does what begins at a place of the tagged text, as tagged words; None where nobody plainly does."""
    clause = tags[tags.rfind(" ; ", 0, at) + 1 : at].removeprefix("; ")
    words = _LEFT_OUT.sub("", clause).split()
    heard = next((number for number in range(len(words), 0, -1) if words[number - 1] in saying), 0)
    words = words[heard:]
    words = words[1:] if words[:1] == ["that"] else words
    words = words[2:] if len(words) > 1 and words[0][0] == "D" and words[1] == "," else words
    words = words[1:] if words and words[0][0] == "D" and words[0][1:].isdigit() else words
    plain = 0 < len(words) <= _LONGEST and "," not in words and _OTHERS.isdisjoint(word[0] for word in words)
    return " ".join(words) if plain else None


def who_says(tags: str, at: int, saying: frozenset[str]) -> str | None:
    """Who says what begins at a place of the tagged text, as tagged words; None where nobody plainly does."""
    words = tags[:at].removesuffix("; ").split()
    while words and words[-1] in _LEADING:
        words.pop()
    if not words or words[-1] not in saying:
        return None
    return who_before(tags, len(" ".join(words[:-1])) + 1, saying)
