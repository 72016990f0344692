"""Roles: who takes part in what some words tell, found by place and preposition in their clause.

A rule with `roles` names only the words that tell it ("talks", "sign ... agreement"). Who acts, and with or on whom, is
looked for around them, however the clause is built: before the verb over asides and phrases, under "by" in the passive,
as the owner of a noun, under the prepositions that the rule lists, or as what shares the verb with the one found first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from models.reading.surroundings import ACTORS, Surroundings, is_party
from models.reading.ways import find

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from models.reading.tagging import Sentence

_BE = frozenset({"_is", "_are", "_was", "_were", "_be", "_been", "_being"})
_END = "."


class Role(Struct, frozen=True):
    """Of which letters the mention of a slot is, and the ways to find it, the best first."""

    letters: str
    ways: tuple[str, ...]


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
    clause = Surroundings(tokens, start, end, passive, lone and verb in words["present"], words)
    slots = {
        key.partition("__")[0]: match.start(key) for key, text in match.groupdict().items() if text and key[:3] != "v__"
    }
    found = {name: tags.count(" ", 0, at) for name, at in slots.items()}
    for place in found.values():
        clause.taken |= _twins(sentence, tokens, place)
    for name, role in roles.items():
        if name in found:
            continue
        places = (find(clause, role.letters, way, found) for way in role.ways)
        at = next((at for at in places if at is not None and at not in clause.taken), None)
        if at is not None:
            found[name] = at
            clause.taken |= _twins(sentence, tokens, at)
    return {name: clause.tokens[at] for name, at in found.items()}


def _twins(sentence: Sentence, tokens: list[str], at: int) -> set[int]:
    """The places of the mentions of whom the one at a place names: nobody takes part twice."""
    if not is_party(tokens[at], ACTORS):
        return {at}
    one = sentence.mention(tokens[at])
    parties = ((place, sentence.mention(token)) for place, token in enumerate(tokens) if is_party(token, ACTORS))
    return {at, *(place for place, other in parties if (other.name, other.ids) == (one.name, one.ids))}


def parse(text: str, slots: Mapping[str, str]) -> Role:
    """The role that "party subject by with" describes: a type of slot, then ways. Raises KeyError for no such type."""
    kind, *ways = text.split()
    return Role(slots[kind], tuple(ways))
