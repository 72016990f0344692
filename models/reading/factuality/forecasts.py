"""Forecasts: who foresees a figure that another is to reach ("the bank expects O1 to produce Q2"), no plan of these."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.reading.grammar.branches import branches
from models.reading.grammar.tokens import words_of
from models.records import Modality, Profile, Resource, RouteFact

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.reading.factuality.qualify import Quality
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence
    from models.records import Content

_Figure = Resource | RouteFact | Profile
_POSSIBLE = Modality.POSSIBLE
_TAG = re.compile(r"[A-Z]\d+")
_PERSON = re.compile(r"H\d+")
_FIGURE = re.compile(r"(?<![^ ])[QFM]\d+(?= )")
_OTHERWISE = re.compile(r"(?<![^ ])(?:while|whereas|but|though|although|and [CHLNO]\d+) ")
_COMMA = re.compile(" [,;] ")
# a name, also of those for whom "analysts at X" work, or such a house without one
_WHO = r"(?:(?:[a-z-]+ )?[a-z]+ (?:at|of|from|with) )?[OHNLZ]\d+"
_WHO += r"|(?:(?:the|an?|one|some|most) )?(?:[a-z-]+ ){0,2}?(?:HOUSE)"
_ASIDE = r"(?: (?:in|on) [PCD]\d+| in (?:its|their|the|an?) (?:[a-z-]+ ){1,4}?(?=, )|(?: ,(?: [^ ;,]+){1,8} ,))?"


def foreseen(content: Content, quality: Quality, sentence: Sentence) -> Quality:
    """The quality of a figure to come: only possible, and from whoever foresees it, where another has to reach it.

    A key figure that is to come is a forecast, whoever makes it: of that only who does is told.
    """
    if not isinstance(content, Resource | RouteFact | Profile):
        return quality
    told = sentence.words["foresees"] | sentence.words["forecasts"]
    if quality.attribution is None and told.isdisjoint(words_of(sentence.tags)):
        return quality
    if isinstance(content, Profile):
        return quality if quality.attribution else replace(quality, attribution=_forecaster(sentence, None, content))
    who = _forecaster(sentence, quality.attribution, content)
    if who is None:
        return quality
    if _is_own(content, who, sentence):
        return replace(quality, attribution=quality.attribution or who) if _PERSON.fullmatch(who) else quality
    return replace(quality, modality=_POSSIBLE, attribution=who)


def _forecaster(sentence: Sentence, said_by: str | None, content: _Figure) -> str | None:
    """Who foresees the figure, as tagged words: by a verb, by a noun, or as who speaks."""
    words, tags = sentence.words, sentence.tags
    if said_by is not None and _is_house(said_by, sentence):
        return said_by
    end = _place(content, sentence)
    for pattern in _patterns(words["foresees"], words["forecasts"], words["houses"]):
        found = pattern.search(tags, 0, end)
        barred = _COMMA if isinstance(content, Profile) else _OTHERWISE
        if found is not None and not barred.search(tags, found.end(), end):
            return str(found["who"]).strip()
    return None


def _place(content: _Figure, sentence: Sentence) -> int:
    """Where the figure of the claim ends in the tags, or else the sentence."""
    value = content.value if isinstance(content, Profile) else getattr(_quantity(content), "value", None)
    for found in _FIGURE.finditer(sentence.tags):
        if value is not None and getattr(sentence.mention(found[0]).value, "value", None) == value:
            return found.end()
    return len(sentence.tags)


def _quantity(content: Resource | RouteFact) -> object:
    return content.quantity if isinstance(content, Resource) else content.object


def _is_house(who: str, sentence: Sentence) -> bool:
    """Whether forecasts are the trade of those who are named so ("X Finance", "analysts")."""
    told = (sentence.mention(tag).name for tag in _TAG.findall(who))
    return not sentence.words["houses"].isdisjoint(" ".join((who, *told)).lower().split())


def _is_own(content: Resource | RouteFact, who: str, sentence: Sentence) -> bool:
    """Whether it is theirs to reach: the firm itself, or a body or firm of the state."""
    if _is_house(who, sentence):
        return False
    tag = _TAG.search(who)
    if tag is None:
        return True
    mention = sentence.mention(tag[0])
    firm = content.firm if isinstance(content, Resource) else ""
    if firm:
        return _names(mention, firm)
    return mention.kind not in "ON" or isinstance(content, RouteFact) or content.country in mention.ids


def _names(mention: Mention, firm: str) -> bool:
    """Whether one name is a part of the other, or an office that may be the firm's."""
    one, other = mention.name.casefold(), firm.casefold()
    return mention.kind not in "ON" or one in other or other in one


@cache
def _patterns(verbs: frozenset[str], nouns: frozenset[str], houses: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    """By whom something is expected, someone who expects it, and whose forecast it is."""
    who = _WHO.replace("HOUSE", _any(houses))
    verb, noun = _any(verbs), _any(nouns)
    return (
        re.compile(rf"(?<![^ ])_?(?:expected|forecast|projected|predicted|seen|{noun}) (?:[a-z]+ )?by (?P<who>{who}) "),
        re.compile(rf"(?<![^ ])(?P<who>{who}){_ASIDE} (?:_\S+ |[a-z]+ly )*(?:{verb}) (?!_to )"),
        re.compile(rf"(?<![^ ])(?P<who>{who}) 's (?:[a-z-]+ ){{0,3}}?(?:{noun}) "),
    )


def _any(words: Iterable[str]) -> str:
    return branches(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
