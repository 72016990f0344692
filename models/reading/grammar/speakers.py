"""Speakers: who stands before a verb of saying, over what may come between: adverbs, phrases, asides.

Read backwards from the verb, "H1 , head of O2 , in a letter _to C3 D4 said" leads to H1. A noun right before the verb
that is no mention ("officials said") has the words, so that nobody farther off is given them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ASIDE = 24  # tokens between two commas, brackets or dashes
_PHRASE = 8  # tokens from a preposition to the end of its phrase
_STEPS = 8  # pieces between the speaker and the verb
_OPENERS = {",": ",", ")": "(", "—": "—"}
_OWNER = "'s"
_BE = frozenset({"_is", "_are", "_was", "_were", "_be", "_been", "_being"})
_HAD = frozenset({"_had", "_has", "_have"})
_KEPT = frozenset({"_not", "_to", "_never", "_cannot"})
_STOPS = frozenset({".", ":", "?", "!"})
_PEOPLE, _NAMES = "HN", "HNO"


def speaker_before(tokens: Sequence[str], at: int, letters: str, words: Mapping[str, frozenset[str]]) -> int | None:
    """The place of the mention that is subject of the verb at a place, or None."""
    verb = at
    at = _over_adverbs(tokens, verb - 1, words)
    if not _BE.isdisjoint(tokens[at + 1 : verb]):
        return None  # "H1 _is said _to"
    for _ in range(_STEPS):
        if at < 0 or tokens[at] == _OWNER:  # "at odds with H1 's claims"
            return None
        found = _here(tokens, at, letters, words)
        if found is not None:
            return found
        before = _over_aside(tokens, at, words) if tokens[at] in _OPENERS else _over_phrase(tokens, at, words)
        if before is None:
            return None
        at = _over_adverbs(tokens, before, words)
    return None


def is_inverted(tokens: Sequence[str], start: int, end: int, letters: str, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether the speaker stands behind the verb tokens[start:end] ("... , said H1 .")."""
    if end + 1 >= len(tokens) or tokens[start - 1] != "," or tokens[end - 1] in words["addressed"]:
        return False
    return _may_speak(tokens[end], letters) and tokens[end + 1] in words["closes"]


def _here(tokens: Sequence[str], at: int, letters: str, words: Mapping[str, frozenset[str]]) -> int | None:
    """The place of the speaker who is named at a place: alone, behind his office or between commas ("W1 , N2 ,")."""
    governed = at > 0 and tokens[at - 1] in words["prepositions"]
    joined = governed and tokens[at - 1] in words["apart"] and tokens[at + 1] in _HAD  # "after H1 _had argued"
    if _may_speak(tokens[at], letters) and (joined or not governed):
        return at - 1 if at and tokens[at - 1][0] in _PEOPLE and _is_mention(tokens[at - 1]) else at
    name = at - 1
    alone = tokens[at] in _OPENERS and name > 0 and tokens[name - 1] == _OPENERS[tokens[at]]
    if not alone or not _may_speak(tokens[name], _NAMES):
        return None
    before = tokens[name - 2] if name > 1 else ""
    governed = name > 2 and tokens[name - 3] in words["prepositions"]  # "W1 of N2 , N3 , said"
    own = not governed and _is_mention(before) and before[0] in (_PEOPLE if tokens[name][0] in _PEOPLE else _NAMES)
    return None if own else name


def _is_mention(token: str) -> bool:
    return token[:1].isupper() and token[1:].isdigit()


def _may_speak(token: str, letters: str) -> bool:
    return _is_mention(token) and token[0] in letters


def _over_adverbs(tokens: Sequence[str], at: int, words: Mapping[str, frozenset[str]]) -> int:
    """The place before adverbs, auxiliaries, dates and "himself"."""
    while at >= 0 and ((tokens[at][0] in "_D" and tokens[at] not in _KEPT) or tokens[at] in words["beside"]):
        at -= 1
    return at


def _over_aside(tokens: Sequence[str], at: int, words: Mapping[str, frozenset[str]]) -> int | None:
    """The place before the mark that opens the aside which ends here; where none does, that of a person before it."""
    at -= at > 0 and tokens[at - 1] == ")"  # "H1 ( a , b ) , said": the brackets are the aside
    opener = _OPENERS[tokens[at]]
    for place in range(at - 1, max(-1, at - _ASIDE), -1):
        if tokens[place] == opener:
            return place - 1
        if tokens[place] in _STOPS:
            break
    own = at - 1 if at and _may_speak(tokens[at - 1], _PEOPLE) else _over_phrase(tokens, at - 1, words)
    return own if own is not None and own >= 0 and _may_speak(tokens[own], _PEOPLE) else None


def _over_phrase(tokens: Sequence[str], at: int, words: Mapping[str, frozenset[str]]) -> int | None:
    """The place before the preposition of the phrase that ends here."""
    for place in range(at, max(-1, at - _PHRASE), -1):
        token = tokens[place]
        if token in words["prepositions"]:
            return place - 1
        if token in _STOPS or token in _OPENERS or token in words["governing"]:
            return None
    return None
