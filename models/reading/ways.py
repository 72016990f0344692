"""Ways: how the mention that takes a role is found around a match, one function a way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.reading.speakers import is_inverted, speaker_before
from models.reading.surroundings import is_party

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.surroundings import Surroundings

_OWNER, _TO, _OF, _BETWEEN = "'s", "_to", "of", "between"
_ADJECTIVES = 4  # words that may stand between an owner and what is owned
_CHAIN, _OBJECT = 5, 5  # words between a preposition and its noun ("with business people from C1"), a verb and its own
_JOINED = 12  # words between two that are joined by "and"
_CLIMBED = frozenset({"of", "from", "in", "for"})
_WHEN = frozenset({"until", "after", "before", "since"})
_LAND = "J"
_LINKS = frozenset({"and", "&", "-", "—", ","})


def find(clause: Surroundings, letters: str, way: str, found: dict[str, int]) -> int | None:
    """The place of the mention of these letters that a way leads to; a way that has no name here is a preposition."""
    return _WAYS.get(way, _under)(clause, letters, way, found)


def _may_be(clause: Surroundings, at: int, letters: str) -> bool:
    """Whether the token is a mention of these letters; only where a land is meant may it be the owner of something."""
    return is_party(clause.tokens[at], letters) and (_LAND in letters or clause.tokens[at + 1] != _OWNER)


def _subject(clause: Surroundings, letters: str, _: str, __: dict[str, int]) -> int | None:
    """The nearest free actor before an active verb or a noun; else the one of the clause around it."""
    return None if clause.passive else _free(clause, letters)


def _object(clause: Surroundings, letters: str, _: str, __: dict[str, int]) -> int | None:
    """What an active verb is done to: a mention soon behind it under no preposition; before it in the passive."""
    if clause.passive:
        return _free(clause, letters)
    tokens, last = clause.tokens, min(len(clause.tokens), clause.end + _OBJECT)
    for at in range(clause.start + 1, last):
        if at >= clause.end and (tokens[at] in clause.words["prepositions"] or tokens[at] in clause.words["halts"]):
            return None
        if _may_be(clause, at, letters):
            return at
    return None


def _free(clause: Surroundings, letters: str) -> int | None:
    """The nearest mention before the match that owns nothing and stands under no preposition or other verb."""
    tokens = clause.tokens
    if clause.start and tokens[clause.start].startswith(_TO) and is_party(tokens[clause.start - 1], letters):
        return clause.start - 1
    if clause.bare:  # rather a noun, but behind its subject ("C1 backs", not "its backs")
        return next((at for at in clause.before() if _leads(clause, at, letters)), None)
    own = next((at for at in clause.before() if _stands_free(clause, at, letters)), None)
    return _later(clause, letters) if own is None else own


def _leads(clause: Surroundings, at: int, letters: str) -> bool:
    """Whether a mention is the subject right before the match: alone, by its adjective, or with a remark between."""
    tokens, last = clause.tokens, clause.start - 1
    if not is_party(tokens[at], letters):
        return False
    adjective = at == last - 1 and tokens[at][0] == _LAND and tokens[last][0].islower()
    remark = tokens[last] == "," == tokens[at + 1] and at < last - 1 and _stands_free(clause, at, letters)
    return at == last or adjective or remark


def _stands_free(clause: Surroundings, at: int, letters: str) -> bool:
    tokens = clause.tokens
    if not is_party(tokens[at], letters) or tokens[at + 1] == _OWNER:
        return False
    before = tokens[at - 1] if at else ";"
    if before == _OF:  # "guards of C1 clashed"
        return at == clause.start - 1
    last = clause.start - 1
    remark = tokens[at + 1] == "," == tokens[last] and at + 1 < last
    if before in _WHEN and (at == last or remark):  # "until H1 , on his visit , dropped it"
        return True
    return before not in clause.words["prepositions"] and before not in clause.words["governing"]


def _later(clause: Surroundings, letters: str) -> int | None:
    """The subject behind the comma that ends an opening phrase ("after talks with C1 , C2 signed")."""
    tokens = clause.tokens
    for at in range(clause.end, len(tokens) - 1):
        if tokens[at] == "," and is_party(tokens[at + 1], letters) and tokens[at + 2 : at + 3] != [","]:
            return at + 1
    return None


def _owner(clause: Surroundings, letters: str, _: str, __: dict[str, int]) -> int | None:
    """Whose the matched noun is: "C1 's first visit", "J1 - J2 talks"."""
    tokens, prepositions, halts = clause.tokens, clause.words["prepositions"], clause.words["halts"]
    for at in range(clause.start - 1, max(-1, clause.start - 2 - _ADJECTIVES), -1):
        token = tokens[at]
        if token == _OWNER and at and is_party(tokens[at - 1], letters):
            return at - 1
        if is_party(token, "CJL") and at >= clause.start - 2 and tokens[at + 1] != _OWNER:
            return at if _attributive(clause, at) else None
        if token[0].isupper() or token == "," or token in prepositions or token in halts:
            return None
    return None


def _attributive(clause: Surroundings, at: int) -> bool:
    """Whether a land right before a noun belongs to it ("J1 - J2 talks", "C1 summit") rather than acts ("C1 talks")."""
    before = clause.tokens[at - 1] if at else ";"
    return clause.tokens[at][0] == "J" or before in ("-", "—")


def _and(clause: Surroundings, letters: str, _: str, found: dict[str, int]) -> int | None:
    """The mention that is joined to the one found first ("between C1 , once its rival , and O2", "J1 - J2 talks")."""
    tokens = clause.tokens
    for first in found.values():
        for at in (first + 2, first - 2):
            inside = 0 <= at < len(tokens) and tokens[(at + first) // 2] in _LINKS
            if inside and is_party(tokens[at], letters):
                return at
        ahead = range(first + 1, min(len(tokens) - 1, first + _JOINED))
        joins = next((at for at in ahead if tokens[at] == "and" and tokens[at - 1] == ","), None)
        if joins is not None and tokens[first + 1] == "," and is_party(tokens[joins + 1], letters):
            return joins + 1
    return None


def _under(clause: Surroundings, letters: str, preposition: str, _: dict[str, int]) -> int | None:
    """The first mention behind the match that the preposition governs."""
    wanted = preposition.replace("+", " ")
    if wanted not in clause.tokens:
        return None
    loose = preposition == _BETWEEN  # "talks have been held between C1 and C2"
    for at in clause.behind(loose=loose):
        if _may_be(clause, at, letters) and at not in clause.taken and wanted in _governors(clause, at):
            return at
    return None


def _governors(clause: Surroundings, at: int) -> Iterator[str]:
    """The prepositions over a mention, the nearest first; above "of" and "from" the one of the noun they belong to."""
    tokens, words = clause.tokens, 0
    for place in range(at - 1, max(-1, clause.start - 1), -1):
        token = tokens[place]
        if token in clause.words["prepositions"]:
            yield token
            if token not in _CLIMBED:
                return
            words = 0
        elif words >= _CHAIN or token == ";" or (token == "," and tokens[place - 1][0].islower()):
            return
        words += 1


def _speaker(clause: Surroundings, letters: str, _: str, __: dict[str, int]) -> int | None:
    """Who says it: the subject right before the verb, over phrases and asides."""
    if clause.passive or is_inverted(clause.tokens, clause.start, clause.end, letters, clause.words):
        return None
    return speaker_before(clause.tokens, clause.start, letters, clause.words)


def _near(clause: Surroundings, letters: str, _: str, found: dict[str, int]) -> int | None:
    """The mention of these letters in the clause that is nearest to the match, inside it, behind it or before it."""
    tokens, end = clause.tokens, clause.end
    behind = next((at for at in range(end, len(tokens)) if tokens[at] == ";"), len(tokens))
    return _nearest(clause, letters, [*range(clause.start, behind), *clause.before()], found)


def _anywhere(clause: Surroundings, letters: str, _: str, found: dict[str, int]) -> int | None:
    """The nearest mention of these letters in the whole sentence."""
    return _nearest(clause, letters, [*range(clause.start, len(clause.tokens)), *range(clause.start)], found)


def _nearest(clause: Surroundings, letters: str, places: list[int], found: dict[str, int]) -> int | None:
    free = (at for at in places if is_party(clause.tokens[at], letters) and at not in found.values())
    return min(free, key=lambda at: max(clause.start - at, at - clause.end + 1, 0), default=None)


_WAYS = {
    "subject": _subject,
    "object": _object,
    "owner": _owner,
    "and": _and,
    "near": _near,
    "anywhere": _anywhere,
    "speaker": _speaker,
}
