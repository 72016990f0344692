"""Ways: how the mention that takes a role is found around a match, one function a way."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING

from models.reading.grammar.speakers import is_inverted, speaker_before
from models.reading.grammar.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Iterable

Way = Callable[[Surroundings, str, dict[str, int]], int | None]
"""Gives the place of the mention of these letters, once other slots have been found; None where there is none."""

_OWNER, _TO, _OF, _BETWEEN, _BY = "'s", "_to", "of", "between", "by"
_ADJECTIVES = 4  # words that may stand between an owner and what is owned
_OBJECT = 5  # words between a verb and its object
_JOINED = 12  # words between two that are joined by "and"
_WHEN = frozenset({"until", "after", "before", "since", "_since"})
_LAND = "J"
_AND = "and"
_COUNTS = "BQ"  # "C1 of seven million depends on"
_DONE, _ACTING = "ed", "CHLO"
_JOINS = frozenset({"and", "or"})
_HYPHEN = "-"
_BRACKETS = ("(", ")")
_LINKS = frozenset({"and", "&", "-", "—", ","})


@cache
def way_of(name: str) -> Way:
    """The way of this name; one that has no name here is a preposition."""
    return _WAYS.get(name) or partial(_under, name.replace("+", " "))


def _may_be(clause: Surroundings, at: int, letters: str) -> bool:
    """Whether the token is a mention of these letters; only where a land is meant may it be the owner of something."""
    if clause.kinds[at] not in letters or _is_described(clause, at):
        return False
    return _LAND in letters or clause.tokens[at + 1] != _OWNER


def _is_described(clause: Surroundings, at: int) -> bool:
    """Whether the mention only tells of which kind another is ("O1 - controlled smelter", "C1 - listed miner")."""
    return clause.tokens[at + 1] == _HYPHEN and clause.tokens[at + 2] in clause.words["compounds"]


def _subject(clause: Surroundings, letters: str, _: dict[str, int]) -> int | None:
    """The nearest free actor before an active verb or a noun; else the one of the clause around it."""
    return None if clause.passive else _free(clause, letters)


def _object(clause: Surroundings, letters: str, _: dict[str, int]) -> int | None:
    """What an active verb is done to: a mention soon behind it under no preposition; before it in the passive."""
    if clause.passive:
        return _undergoes(clause, letters)
    tokens, last = clause.tokens, min(len(clause.tokens), clause.end + _OBJECT)
    for at in range(clause.start + 1, last):
        if at >= clause.end and (tokens[at] in clause.words["prepositions"] or tokens[at] in clause.words["halts"]):
            return None
        if at >= clause.end and _opens_clause(clause, at):
            return None
        if _may_be(clause, at, letters):
            return at
    return None


def _opens_clause(clause: Surroundings, at: int) -> bool:
    """Whether somebody behind an "and" goes on to act himself ("sent a note and C2 , ever discreet , kept")."""
    return clause.kinds[at] in _ACTING and clause.tokens[at - 1] == _AND and clause.tokens[at + 1] == ","


def _free(clause: Surroundings, letters: str) -> int | None:
    """The nearest mention before the match that owns nothing and stands under no preposition or other verb."""
    tokens, kinds, start = clause.tokens, clause.kinds, clause.start
    if start and tokens[start].startswith(_TO):
        at = _first_to(clause)
        if kinds[at - 1] in letters:
            return at - 1
        if tokens[at - 1] in clause.words["intents"] and (own := _intending(clause, at, letters)) is not None:
            return own
    fits = (
        _leads if clause.bare else _stands_free
    )  # rather a noun, but behind its subject ("C1 backs", not "its backs")
    for at in range(start - 1, clause.opens - 1, -1):
        if kinds[at] in letters and fits(clause, at):
            return at
    return None if clause.bare else _later(clause, letters)


def _first_to(clause: Surroundings) -> int:
    """Where the first "to" stands that the matched one goes on ("C1 's decision _to abolish K and _to release")."""
    tokens, start = clause.tokens, clause.start
    if tokens[start - 1] not in _JOINS:
        return start
    return next((at for at in range(clause.opens + 1, start) if tokens[at] == _TO), start)


def _intending(clause: Surroundings, to: int, letters: str) -> int | None:
    """Whose decision it is to do what follows the "to" ("C1 's decision _to", "the refusal of C2 _to")."""
    tokens, kinds = clause.tokens, clause.kinds
    for at in range(to - 2, max(-1, to - 3 - _ADJECTIVES), -1):
        if kinds[at] in letters + _LAND:
            return at
        if kinds[at] != " " or (tokens[at] in clause.words["governing"]):
            break
    return None


def _undergoes(clause: Surroundings, letters: str) -> int | None:
    """The subject of a passive, or whose thing it is ("C1 's levy was decried")."""
    prepositions = clause.words["prepositions"]
    for at in range(clause.start - 1, clause.opens - 1, -1):
        if _may_be(clause, at, letters) and clause.tokens[max(0, at - 1)] not in prepositions:
            return at
    return _free(clause, letters)


def _leads(clause: Surroundings, at: int) -> bool:
    """Whether a mention is the subject right before the match: alone, by its adjective, or with a remark between."""
    tokens, last = clause.tokens, clause.start - 1
    adjective = at == last - 1 and clause.kinds[at] == _LAND and tokens[last][0].islower()
    remark = tokens[last] == "," == tokens[at + 1] and _stands_free(clause, at)
    counted = tokens[at + 1] == _OF and last - at <= _ADJECTIVES and clause.kinds[last] in _COUNTS
    return at == last or adjective or remark or counted


def _stands_free(clause: Surroundings, at: int) -> bool:
    tokens = clause.tokens
    if tokens[at + 1] == _OWNER or _is_described(clause, at):
        return False
    before = tokens[at - 1] if at else ";"
    if before == _OF:  # "guards of C1 clashed"
        return at == clause.start - 1
    last = clause.start - 1
    remark = tokens[at + 1] == "," == tokens[last] and at + 1 < last
    acts = tokens[at + 1][0] == "_" or tokens[at + 1] in clause.words["governing"]
    if before in _WHEN and (at == last or remark or acts):  # "until H1 , on his visit , dropped it"
        return True
    if before in _JOINS and _is_under_of(clause, at - 1):
        return False
    if before in clause.words["prepositions"]:
        return False
    # in "the last C1 left" the word is no verb
    return not _governs(clause, at - 1) or (at > 1 and tokens[at - 2] in clause.words["determined"])


def _governs(clause: Surroundings, at: int) -> bool:
    """Whether the token is a verb with an object behind it: a known one, or behind an actor any that ends as they do
    in the past ("C1 , C1 _has long courted C2 , invited"; but "landlocked C2 invited")."""
    token = clause.tokens[at] if at >= 0 else ";"
    if token in clause.words["governing"]:
        return True
    return token.endswith(_DONE) and any(kind in _ACTING for kind in clause.kinds[clause.opens : at])


def _is_under_of(clause: Surroundings, at: int) -> bool:
    """Whether what is joined at a place to another is its owner with it ("a venture of C1 ( F2 ) and C3")."""
    tokens = clause.tokens
    other = next((place for place in range(at - 1, max(-1, at - _JOINED), -1) if clause.kinds[place] in "CHO"), 0)
    between = tokens[other + 1 : at]
    return other > 0 and tokens[other - 1] == _OF and (not between or (between[0], between[-1]) == _BRACKETS)


def _later(clause: Surroundings, letters: str) -> int | None:
    """The subject behind the comma that ends an opening phrase ("after talks with C1 , C2 signed")."""
    kinds = clause.kinds
    at = kinds.find(",", clause.end)
    while 0 <= at < len(kinds) - 1:
        if kinds[at + 1] in letters and kinds[at + 2 : at + 3] != ",":
            return at + 1
        at = kinds.find(",", at + 1)
    return None


def _owner(clause: Surroundings, letters: str, _: dict[str, int]) -> int | None:
    """Whose the matched noun is: "C1 's first visit", "J1 - J2 talks"."""
    tokens, kinds, prepositions, halts = (
        clause.tokens,
        clause.kinds,
        clause.words["prepositions"],
        clause.words["halts"],
    )
    for at in range(clause.start - 1, max(-1, clause.start - 2 - _ADJECTIVES), -1):
        token = tokens[at]
        if token == _OWNER and at and kinds[at - 1] in letters:
            return at - 1
        if kinds[at] in "CJL" and at >= clause.start - 2 and tokens[at + 1] != _OWNER:
            return at if _attributive(clause, at) else None
        if kinds[at] not in " ;" or token in prepositions or token in halts:
            return None
    return None


def _attributive(clause: Surroundings, at: int) -> bool:
    """Whether a land right before a noun belongs to it ("J1 - J2 talks", "C1 summit") rather than acts ("C1 talks")."""
    before = clause.tokens[at - 1] if at else ";"
    return clause.kinds[at] == _LAND or before in ("-", "—")


def _and(clause: Surroundings, letters: str, found: dict[str, int]) -> int | None:
    """The mention that is joined to the one found first ("between C1 , once its rival , and O2", "J1 - J2 talks")."""
    tokens, kinds = clause.tokens, clause.kinds
    for first in found.values():
        for at in (first + 2, first - 2):
            if 0 <= at < len(tokens) and kinds[at] in letters and tokens[(at + first) // 2] in _LINKS:
                return at
        if kinds[first + 1 : first + 2] == ",":
            ahead = range(first + 1, min(len(tokens) - 1, first + _JOINED))
            joins = next((at for at in ahead if tokens[at] == "and" and tokens[at - 1] == ","), None)
            if joins is not None and kinds[joins + 1] in letters:
                return joins + 1
    return None


def _under(preposition: str, clause: Surroundings, letters: str, _: dict[str, int]) -> int | None:
    """The first mention behind the match that the preposition governs; else one in the subject of a passive.

    "Sanctions on C1 were lifted by C2": only who does it stands behind the verb.
    """
    tokens = clause.tokens
    if preposition not in tokens or not (clause.passive or preposition in tokens[clause.start :]):
        return None
    loose = preposition == _BETWEEN  # "talks have been held between C1 and C2"
    found = clause.governed(loose=loose)
    if clause.passive and preposition != _BY:
        found = found + clause.governed_before()
    for at, governors in found:
        if preposition == _BY and _goes_on_a_list(clause, at):
            continue
        if preposition in governors and at not in clause.taken and _may_be(clause, at, letters):
            return at
    return None


def _goes_on_a_list(clause: Surroundings, at: int) -> bool:
    """Whether the phrase goes on one that opened before the match ("by O1 , which agreed _to pay , by O2")."""
    tokens = clause.tokens
    return at > clause.end and tokens[at - 1] == _BY and tokens[at - 2] == "," and _BY in tokens[: clause.start]


def _speaker(clause: Surroundings, letters: str, _: dict[str, int]) -> int | None:
    """Who says it: the subject right before the verb, over phrases and asides."""
    if clause.passive or is_inverted(clause.tokens, clause.start, clause.end, letters, clause.words):
        return None
    return speaker_before(clause.tokens, clause.start, letters, clause.words)


def _near(clause: Surroundings, letters: str, found: dict[str, int]) -> int | None:
    """The mention of these letters in the clause that is nearest to the match, inside it, behind it or before it."""
    ends = clause.kinds.find(";", clause.end)
    behind = ends if ends >= 0 else len(clause.kinds)
    return _nearest(
        clause, letters, (*range(clause.start, behind), *range(clause.start - 1, clause.opens - 1, -1)), found
    )


def _anywhere(clause: Surroundings, letters: str, found: dict[str, int]) -> int | None:
    """The nearest mention of these letters in the whole sentence."""
    return _nearest(clause, letters, (*range(clause.start, len(clause.tokens)), *range(clause.start)), found)


def _nearest(clause: Surroundings, letters: str, places: Iterable[int], found: dict[str, int]) -> int | None:
    free = [
        at
        for at in places
        if clause.kinds[at] in letters and at not in found.values() and not _is_described(clause, at)
    ]
    return min(free, key=lambda at: max(clause.start - at, at - clause.end + 1, 0), default=None)


NEAREST: Way = _near
"""The way that takes whatever stands nearest, for want of a better one."""


_WAYS: dict[str, Way] = {
    "subject": _subject,
    "object": _object,
    "owner": _owner,
    "and": _and,
    "near": _near,
    "anywhere": _anywhere,
    "speaker": _speaker,
}
