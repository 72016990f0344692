"""Roles: who takes part in what some words tell, found by place and preposition in their clause.

A rule with `roles` names only the words that tell it ("talks", "sign ... agreement"). Who acts, and with or on whom, is
looked for around them, however the clause is built: before the verb over asides and phrases, under "by" in the passive,
as the owner of a noun, under the prepositions that the rule lists, or as what shares the verb with the one found first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from models.reading.grammar.parts import mask
from models.reading.grammar.surroundings import ACTORS, Surroundings, split
from models.reading.grammar.ways import NEAREST, Way, way_of
from models.records import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.reading.grammar.rules import Rule
    from models.reading.sentence.tagging import Sentence

_ACTING = re.compile(f"[{ACTORS}]")
_RUNNING = "ing"  # "is lending" is active
_DONE, _BY = "ed", "by"
# what a rule of the kind cannot do without, by the field and the slot that it usually is; the last makes it dispensable
_VITAL = {Kind.EVENT: ("actor", "a", "each"), Kind.ROUTE: ("route", "r", "named"), Kind.QUOTE: ("speaker", "s", "")}
_TO = "_to"
_BE = frozenset({"_is", "_are", "_was", "_were", "_be", "_been", "_being"})


class Role(Struct, frozen=True):
    """Of which letters the mention of a slot is, and the ways to find it, the best first."""

    letters: str
    ways: tuple[Way, ...]


def fill(
    sentence: Sentence, span: tuple[int, int], verb: str, slots: Mapping[str, int], roles: Mapping[str, Role]
) -> tuple[dict[str, str], frozenset[str]]:
    """The tag of the mention in each slot that can be filled, those that the pattern itself holds aside.

    Also which of these slots hold only what stands nearest. `verb` is the verb phrase that was matched, or empty;
    `slots` are those of the pattern, by where they stand.
    """
    tags, words = sentence.tags, sentence.words
    tokens, kinds = split(tags)
    start = tags.count(" ", 0, span[0])
    phrase = verb.split()
    lone = len(phrase) == 1 and tokens[start] == verb
    if lone and start and tokens[start - 1] in words["determined"]:
        return {}, frozenset()  # "the seized lorries", "its backing"
    end = start + tags.count(" ", *span)
    passive = _is_passive(phrase)
    passive = passive or (lone and verb.endswith(_DONE) and _is_done_by(tokens, kinds, end))
    bare = lone and verb in words["present"]
    clause = Surroundings(tokens, kinds, start, end, passive, bare, words)
    found = {name: tags.count(" ", 0, at) for name, at in slots.items()}
    for place in found.values():
        _take(clause, sentence, place)
    loose: set[str] = set()
    for name, role in roles.items():
        if name not in found and (way := _leading(clause, role, found)) is not None:
            found[name] = way[1]
            _take(clause, sentence, way[1])
            if way[0] is NEAREST:
                loose.add(name)
    return {name: tokens[at] for name, at in found.items()}, frozenset(loose)


def _is_passive(phrase: Sequence[str]) -> bool:
    """Whether something is done to the subject: "_is built", "_is _to _be built", but not "_is _to build"."""
    if _BE.isdisjoint(phrase) or phrase[-1].endswith(_RUNNING):
        return False
    last = max((at for at, word in enumerate(phrase) if word in _BE), default=0)
    return _TO not in phrase[last:]


def _is_done_by(tokens: tuple[str, ...], kinds: str, end: int) -> bool:
    """Whether who does it is named right behind the verb: "O0 , asked by L1 _to lead"."""
    return tokens[end : end + 1] == (_BY,) and kinds[end + 1 : end + 2] in ACTORS


def _leading(clause: Surroundings, role: Role, found: dict[str, int]) -> tuple[Way, int] | None:
    """The first way of the role that leads to a place nobody has taken, and this place."""
    for way in role.ways:
        at = way(clause, role.letters, found)
        if at is not None and at not in clause.taken:
            return way, at
    return None


def _take(clause: Surroundings, sentence: Sentence, at: int) -> None:
    """Take the place, and those of all mentions of whom the one there names: nobody takes part twice."""
    clause.taken.add(at)
    if clause.kinds[at] in ACTORS:
        one = sentence.mention(clause.tokens[at])
        for found in _ACTING.finditer(clause.kinds):
            other = sentence.mention(clause.tokens[found.start()])
            if other.name == one.name and other.ids == one.ids:
                clause.taken.add(found.start())


def parse(text: str, slots: Mapping[str, str]) -> Role:
    """The role that "party subject by with" describes: a type of slot, then ways. Raises KeyError for no such type."""
    kind, *ways = text.split()
    return Role(slots[kind], tuple(map(way_of, ways)))


def vital(rule: Rule, roles: Mapping[str, Role], regex: str) -> tuple[int, ...]:
    """The letters, as masks, of which a sentence must have a mention for the rule to tell anything by this pattern.

    They are those of roles without which there is no claim and that the pattern does not hold itself.
    """
    field, usual, instead = _VITAL.get(rule.kind, ("", "", ""))
    names = {*rule.where, str(rule.gives.get(field, usual))} if instead not in rule.gives else {*rule.where}
    needed = (roles[name] for name in names & roles.keys() if not re.search(rf"\(\?P<{name}(?:__|>)", regex))
    return tuple({bits for role in needed if (bits := mask(role.letters))})
