"""Retracted: what somebody takes back that he told before ("the paper _has withdrawn its report , which said that")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.grammar.branches import branches
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

    def any_of(*names: str) -> str:
        words = {language.literal(phrase) for name in names for phrase in lists[name]}
        return f"(?:{branches(map(re.escape, sorted(words, key=len, reverse=True)))})"

    def called(source: str, *names: str) -> Called:
        return Called(source, longest(language.literal(phrase) for name in names for phrase in lists[name]))

    told, said, saying = any_of("told"), any_of("said"), any_of("saying")
    which = rf"(?:that|which|in which {_WHOSE}) ?{_ADVERBS}{said}{_THAT}"
    link = rf"(?:, )?(?:; )?(?:{which}|{saying}{_THAT}|(?:; )?that )"
    report = rf"{_WHOSE}{told}{_ASIDE}{link}"
    sorry = rf"{any_of('regretting')}(?:_to {_WHOSE})?for "
    regretted = any_of("regretted")
    opened = (
        rf"{any_of('retracting')}{report}",
        rf"(?:{sorry}|{regretted})(?:{report}|(?:[a-z]+ly )?{saying}{_THAT})",
    )
    withdrawn = rf"(?:{_BEING}(?:[a-z]+ly )?|{any_of('turning_out')}(?:_to _be )?){any_of('withdrawn')}{_BY}"
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
