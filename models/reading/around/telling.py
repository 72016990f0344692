"""Telling words: which of what one does with goods the words around a figure tell ("mined", "shipments", "reserves").

Several rules may reach for one figure over a clause; the word nearest to it says what it is of.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from models.reading.grammar.called import Called, longest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

# what one buys the other sells: which side a figure is of rules tell by more than a word
_LISTS: Mapping[str, str] = {
    "produces": "tells_produced",
    "exports": "tells_traded",
    "imports": "tells_traded",
    "reserves": "tells_held",
}
_ELSE = "tells_else"  # what is burnt, wanted or lost is neither made nor sold
_LOST = "tells_lost"  # what it "cost" is, too, if it is no money
_OTHER_SIDE: Mapping[str, str] = {"exports": "tells_inward", "imports": "tells_outward"}
_DONE = re.compile(
    r"[QFM]\d+ (?:of (?:[^ ;]+ ){0,3}?K\d+ )?(?:[^ ;,]+ ){0,3}?_(?:is|are|was|were|be|been|being) (?:_\S+ )*([a-z]+) "
)
_END, _CLAUSE = ";", " ; "
_FAR, _TWO = 60, 2
_ROUND = (1.0, 100.0, 1000.0)  # how much of a thing prices are told for
_FOR = re.compile(r"(?:for|per|of|each|every|a) (?:_?[a-z]+ ){0,1}$")


def is_of_price(sentence: Sentence, at: int) -> bool:
    """Whether the figure at a place in the tags is a price, or what a price is told for ("M0 a tonne", "for Q1")."""
    tags, words = sentence.tags, sentence.words
    figure, _, behind = tags[at:].partition(" ")
    if figure[:1] == "M":
        unit = behind.split(maxsplit=3)[:3]
        return unit[:1] in (["a"], ["an"], ["per"], ["for"], ["each"], ["every"]) and (
            not words["piece"].isdisjoint(unit) or any(_is_round(sentence, token) for token in unit)
        )
    if figure[:1] != "Q" or not _is_round(sentence, figure) or not _FOR.search(tags, 0, at):
        return False
    clause = tags[tags.rfind(_CLAUSE, 0, at) + 1 :].partition(_CLAUSE)[0].split()
    if getattr(sentence.mention(figure).value, "value", None) == 1.0:
        return True
    return not words["prices"].isdisjoint(clause) or any(token[0] == "M" and token[1:].isdigit() for token in clause)


def is_of_debt(sentence: Sentence, at: int) -> bool:
    """Whether the sum at a place in the tags is a debt, a fine or the like, and no worth of goods ("a debt of M0")."""
    if at <= 0 or sentence.tags[at] != "M":
        return False
    owed = _owed(sentence.words["owed"])
    return owed.search(sentence.tags, max(0, at - _FAR), at) is not None or owed.match(sentence.tags, at) is not None


@cache
def _owed(nouns: frozenset[str]) -> Called:
    """A sum that is owed: behind the noun, or before it."""
    forms = "|".join(sorted(map(re.escape, nouns), key=len, reverse=True))
    worth = r"(?:of|for|worth|totalling|totaling|amounting _to|over|_over|_about|,) (?:_?[a-z]+ ){0,3}"
    behind = rf"M\d+ (?:(?:in|of|worth of) )?(?:[a-z-]+ ){{0,2}}(?:{forms})(?= )"
    return Called(rf"(?<![^ ])(?:{forms}) (?:(?!M\d)[^ ;,]+ ){{0,4}}?{worth}$|{behind}", longest(nouns))


def is_of_way(frame: Frame, figure: Mention) -> bool:
    """Whether the words of a frame up to a figure name the way that it went, if that is no pipe for one thing only."""
    tags, end, words = frame.sentence.tags, max(0, frame.place(figure)), frame.sentence.words
    start = frame.start if frame.start < end else tags.rfind(_CLAUSE, 0, end) + 1
    for found in _way(words["ways"]).finditer(tags, start, end):
        routes = frame.sentence.mention(found[1]).ids if found[1] else ()
        kinds = [kind for route in routes if (kind := frame.context.lines.kinds.get(route))]
        if not any(words["pipes"].intersection(kind.split()) for kind in kinds):
            return True
    return False


@cache
def _way(nouns: frozenset[str]) -> re.Pattern[str]:
    """A route that is known, or a name behind which one is called so."""
    forms = "|".join(sorted(map(re.escape, nouns), key=len, reverse=True))
    return re.compile(rf"(?<![^ ])(?:(R\d+) (?!'s )|[NPC]\d+ (?:- [NPC]\d+ )*(?:{forms}) )")


def _is_round(sentence: Sentence, token: str) -> bool:
    """Whether a tag is a quantity of one, a hundred or a thousand."""
    if token[:1] != "Q" or not token[1:].isdigit():
        return False
    return getattr(sentence.mention(token).value, "value", None) in _ROUND


def is_scant(sentence: Sentence, at: int) -> bool:
    """Whether words before a commodity's place in the tags say that there is hardly any ("few deposits of K0")."""
    scant = sentence.words["scant"]
    return at > 0 and _scant(scant).search(sentence.tags, max(0, at - _FAR), at) is not None


@cache
def _scant(words: frozenset[str]) -> Called:
    forms = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    source = rf"(?<![^ ])(?<! a )(?:{forms}) (?:(?!and |but |more |less )[a-z-]+ ){{0,4}}$"
    return Called(source, longest(words))


def tells_another(sentence: Sentence, start: int, at: int, relation: str) -> bool:
    """Whether the words from a place in the tags up to the figure at another tell that it is not of the relation.

    What was done to the figure ("K0 mined there , Q1 _was exported") tells more than what stands before it.
    """
    if relation not in _LISTS or at < 0:
        return False
    words = sentence.words
    lists = {*_LISTS.values(), _ELSE, _LOST} if sentence.tags[at] == "Q" else {*_LISTS.values(), _ELSE}
    own = words[_LISTS[relation]]
    done = _DONE.match(sentence.tags, at)
    if done is not None and any(done[1] in words[name] for name in lists):
        return done[1] not in own
    before = ""
    begin = start if start < at else sentence.tags.rfind(_CLAUSE, 0, at) + 1  # a match may begin with its figure
    tokens = sentence.tags[begin:at].split()
    for place, token in reversed(list(enumerate(tokens))):
        if before:
            return before not in own or token in words.get(_OTHER_SIDE.get(relation, ""), ())
        if token == _END:
            return False
        mined = token in words["supplied"] and not words["worldwide"].isdisjoint(tokens[max(0, place - _TWO) : place])
        if not mined and any(token in words[name] for name in lists):
            before = token
    return bool(before) and before not in own
