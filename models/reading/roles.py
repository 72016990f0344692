"""Roles: who takes part in what some words tell, found by place and preposition in their clause.

A rule with `roles` names only the words that tell it ("talks", "sign ... agreement"). Who acts, and with or on whom, is
looked for around them, however the clause is built: before the verb over asides and phrases, under "by" in the passive,
as the owner of a noun, under the prepositions that the rule lists, or as what shares the verb with the one found first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from models.reading.speakers import is_inverted, speaker_before

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from models.reading.tagging import Sentence

_BE = frozenset({"_is", "_are", "_was", "_were", "_be", "_been", "_being"})
_OWNER, _TO, _OF, _BETWEEN, _END = "'s", "_to", "of", "between", "."
_ADJECTIVES = 4  # words that may stand between an owner and what is owned
_CHAIN, _OBJECT = 5, 5  # words between a preposition and its noun ("with business people from C1"), a verb and its own
_JOINED = 12  # words between two that are joined by "and"
_REACH = 26  # words behind the verb in which its partners stand
_OPENING, _ASIDE = 4, 15  # words of a remark before its verb, and behind it
_CLIMBED = frozenset({"of", "from", "in", "for"})
_WHEN = frozenset({"until", "after", "before", "since"})
_LAND, _ACTORS = "J", "CHLO"
_LINKS = frozenset({"and", "&", "-", "—", ","})


class Role(Struct, frozen=True):
    """Of which letters the mention of a slot is, and the ways to find it, the best first."""

    letters: str
    ways: tuple[str, ...]


class Clause(Struct):
    """The tokens of a sentence around the words that a rule matched, tokens[start:end]."""

    tokens: list[str]
    start: int
    end: int
    passive: bool
    bare: bool
    words: Mapping[str, frozenset[str]]
    taken: set[int] = field(default_factory=set)

    def before(self) -> Iterator[int]:
        """The places before the match, back to where its clause begins."""
        for at in range(self.start - 1, -1, -1):
            if self.tokens[at] == ";":
                return
            yield at

    def behind(self, *, loose: bool = False) -> Iterator[int]:
        """The places behind the match's first word, up to where its clause ends or another verb takes over.

        A remark between commas that has a verb of its own is passed over; a `loose` phrase may stand behind the verb.
        """
        tokens, halts = self.tokens, self.words["breaks" if loose else "halts"]
        at, stop = self.start, min(len(tokens), self.end + _REACH)
        while at < stop:
            if at >= self.end and (tokens[at] in halts or self._acts(at)):
                at = self._aside_ends(at)
            if at < stop:
                yield at
            at += 1

    def _aside_ends(self, at: int) -> int:
        """The comma that ends the remark around a place; the end of all where none does."""
        tokens = self.tokens
        opens = "," in tokens[max(self.end, at - _OPENING) : at]
        closes = next(
            (place for place in range(at, min(len(tokens), at + _ASIDE)) if tokens[place] in ",;"), len(tokens)
        )
        return closes if opens and tokens[closes : closes + 1] == [","] else len(tokens)

    def _acts(self, at: int) -> bool:
        """Whether a mention begins a clause of its own: a verb comes next, and no preposition stands before it."""
        tokens = self.tokens
        starts = _is_party(tokens[at], _ACTORS) and tokens[at - 1] not in self.words["prepositions"]
        return starts and at + 1 < len(tokens) and tokens[at + 1] in self.words["governing"]


def fill(sentence: Sentence, match: re.Match[str], verb: str, roles: Mapping[str, Role]) -> dict[str, str]:
    """The tag of the mention in each slot that can be filled, those that the pattern itself holds aside.

    `verb` is the verb phrase that was matched, or empty.
    """
    tags = sentence.tags
    start, end = tags.count(" ", 0, match.start()), tags.count(" ", 0, match.end())
    phrase, tokens, words = verb.split(), [*tags.split(), _END], sentence.words
    lone = len(phrase) == 1 and tokens[start] == verb
    if lone and start and tokens[start - 1] in words["determined"]:
        return {}  # "the seized lorries", "its backing"
    passive = not _BE.isdisjoint(phrase)
    clause = Clause(tokens, start, end, passive, lone and verb in words["present"], words)
    slots = {
        key.partition("__")[0]: match.start(key) for key, text in match.groupdict().items() if text and key[:3] != "v__"
    }
    found = {name: tags.count(" ", 0, at) for name, at in slots.items()}
    for place in found.values():
        clause.taken |= _twins(sentence, tokens, place)
    for name, role in roles.items():
        if name in found:
            continue
        places = (_WAYS.get(way, _under)(clause, role.letters, way, found) for way in role.ways)
        at = next((at for at in places if at is not None and at not in clause.taken), None)
        if at is not None:
            found[name] = at
            clause.taken |= _twins(sentence, tokens, at)
    return {name: clause.tokens[at] for name, at in found.items()}


def _twins(sentence: Sentence, tokens: list[str], at: int) -> set[int]:
    """The places of the mentions of whom the one at a place names: nobody takes part twice."""
    if not _is_party(tokens[at], _ACTORS):
        return {at}
    one = sentence.mention(tokens[at])
    parties = ((place, sentence.mention(token)) for place, token in enumerate(tokens) if _is_party(token, _ACTORS))
    return {at, *(place for place, other in parties if (other.name, other.ids) == (one.name, one.ids))}


def parse(text: str, slots: Mapping[str, str]) -> Role:
    """The role that "party subject by with" describes: a type of slot, then ways. Raises KeyError for no such type."""
    kind, *ways = text.split()
    return Role(slots[kind], tuple(ways))


def _is_party(token: str, letters: str) -> bool:
    return token[0] in letters and token[1:].isdigit()


def _may_be(clause: Clause, at: int, letters: str) -> bool:
    """Whether the token is a mention of these letters; only where a land is meant may it be the owner of something."""
    return _is_party(clause.tokens[at], letters) and (_LAND in letters or clause.tokens[at + 1] != _OWNER)


def _subject(clause: Clause, letters: str, _: str, __: dict[str, int]) -> int | None:
    """The nearest free actor before an active verb or a noun; else the one of the clause around it."""
    return None if clause.passive else _free(clause, letters)


def _object(clause: Clause, letters: str, _: str, __: dict[str, int]) -> int | None:
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


def _free(clause: Clause, letters: str) -> int | None:
    """The nearest mention before the match that owns nothing and stands under no preposition or other verb."""
    tokens = clause.tokens
    if clause.start and tokens[clause.start].startswith(_TO) and _is_party(tokens[clause.start - 1], letters):
        return clause.start - 1
    if clause.bare:  # rather a noun, but behind its subject ("C1 backs", not "its backs")
        return next((at for at in clause.before() if _leads(clause, at, letters)), None)
    own = next((at for at in clause.before() if _stands_free(clause, at, letters)), None)
    return _later(clause, letters) if own is None else own


def _leads(clause: Clause, at: int, letters: str) -> bool:
    """Whether a mention is the subject right before the match: alone, by its adjective, or with a remark between."""
    tokens, last = clause.tokens, clause.start - 1
    if not _is_party(tokens[at], letters):
        return False
    adjective = at == last - 1 and tokens[at][0] == _LAND and tokens[last][0].islower()
    remark = tokens[last] == "," == tokens[at + 1] and at < last - 1 and _stands_free(clause, at, letters)
    return at == last or adjective or remark


def _stands_free(clause: Clause, at: int, letters: str) -> bool:
    tokens = clause.tokens
    if not _is_party(tokens[at], letters) or tokens[at + 1] == _OWNER:
        return False
    before = tokens[at - 1] if at else ";"
    if before == _OF:  # "guards of C1 clashed"
        return at == clause.start - 1
    last = clause.start - 1
    remark = tokens[at + 1] == "," == tokens[last] and at + 1 < last
    if before in _WHEN and (at == last or remark):  # "until H1 , on his visit , dropped it"
        return True
    return before not in clause.words["prepositions"] and before not in clause.words["governing"]


def _later(clause: Clause, letters: str) -> int | None:
    """The subject behind the comma that ends an opening phrase ("after talks with C1 , C2 signed")."""
    tokens = clause.tokens
    for at in range(clause.end, len(tokens) - 1):
        if tokens[at] == "," and _is_party(tokens[at + 1], letters) and tokens[at + 2 : at + 3] != [","]:
            return at + 1
    return None


def _owner(clause: Clause, letters: str, _: str, __: dict[str, int]) -> int | None:
    """Whose the matched noun is: "C1 's first visit", "J1 - J2 talks"."""
    tokens, prepositions, halts = clause.tokens, clause.words["prepositions"], clause.words["halts"]
    for at in range(clause.start - 1, max(-1, clause.start - 2 - _ADJECTIVES), -1):
        token = tokens[at]
        if token == _OWNER and at and _is_party(tokens[at - 1], letters):
            return at - 1
        if _is_party(token, "CJL") and at >= clause.start - 2 and tokens[at + 1] != _OWNER:
            return at if _attributive(clause, at) else None
        if token[0].isupper() or token == "," or token in prepositions or token in halts:
            return None
    return None


def _attributive(clause: Clause, at: int) -> bool:
    """Whether a land right before a noun belongs to it ("J1 - J2 talks", "C1 summit") rather than acts ("C1 talks")."""
    before = clause.tokens[at - 1] if at else ";"
    return clause.tokens[at][0] == "J" or before in ("-", "—")


def _and(clause: Clause, letters: str, _: str, found: dict[str, int]) -> int | None:
    """The mention that is joined to the one found first ("between C1 , once its rival , and O2", "J1 - J2 talks")."""
    tokens = clause.tokens
    for first in found.values():
        for at in (first + 2, first - 2):
            inside = 0 <= at < len(tokens) and tokens[(at + first) // 2] in _LINKS
            if inside and _is_party(tokens[at], letters):
                return at
        ahead = range(first + 1, min(len(tokens) - 1, first + _JOINED))
        joins = next((at for at in ahead if tokens[at] == "and" and tokens[at - 1] == ","), None)
        if joins is not None and tokens[first + 1] == "," and _is_party(tokens[joins + 1], letters):
            return joins + 1
    return None


def _under(clause: Clause, letters: str, preposition: str, _: dict[str, int]) -> int | None:
    """The first mention behind the match that the preposition governs."""
    wanted = preposition.replace("+", " ")
    if wanted not in clause.tokens:
        return None
    loose = preposition == _BETWEEN  # "talks have been held between C1 and C2"
    for at in clause.behind(loose=loose):
        if _may_be(clause, at, letters) and at not in clause.taken and wanted in _governors(clause, at):
            return at
    return None


def _governors(clause: Clause, at: int) -> Iterator[str]:
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


def _speaker(clause: Clause, letters: str, _: str, __: dict[str, int]) -> int | None:
    """Who says it: the subject right before the verb, over phrases and asides."""
    if clause.passive or is_inverted(clause.tokens, clause.start, clause.end, letters, clause.words):
        return None
    return speaker_before(clause.tokens, clause.start, letters, clause.words)


def _near(clause: Clause, letters: str, _: str, found: dict[str, int]) -> int | None:
    """The mention of these letters in the clause that is nearest to the match, inside it, behind it or before it."""
    tokens, end = clause.tokens, clause.end
    behind = next((at for at in range(end, len(tokens)) if tokens[at] == ";"), len(tokens))
    return _nearest(clause, letters, [*range(clause.start, behind), *clause.before()], found)


def _anywhere(clause: Clause, letters: str, _: str, found: dict[str, int]) -> int | None:
    """The nearest mention of these letters in the whole sentence."""
    return _nearest(clause, letters, [*range(clause.start, len(clause.tokens)), *range(clause.start)], found)


def _nearest(clause: Clause, letters: str, places: list[int], found: dict[str, int]) -> int | None:
    free = (at for at in places if _is_party(clause.tokens[at], letters) and at not in found.values())
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
