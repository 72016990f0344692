"""Unbuilt: plants of which the words around them say that they are only to be built.

"Won a tender _to build K0 with Q1", "an agreement on the construction of Q0 K1", "Q0 K1 _is _due _to open": none of it
stands yet, though the verb of the match tells of no plan.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from models.reading.grammar.branches import any_of
from models.reading.grammar.called import Called, longest

if TYPE_CHECKING:
    from models.reading.grammar.language import Language

_FEW = r"(?:(?!_to |but |and [CHLO]\d)[^ ;]+ )"
_NEWCOMER = re.compile(r", (?:and |but )?[CHLO]\d+ ")  # "a plan _to build plants , C0 opened one of Q1"
_NEAR = 4  # words before the contract that may tell that it was fulfilled
_THING = r"(?:(?:the|an?|its|their|new|two|three|four|several|B\d+) )*"
_BEHIND = r"(?:(?![QM]\d|[CHLO]\d+ )[^ ;]+ ){0,10}?_(?:is|are) (?:_\S+ )*?"


class Unbuilt(Struct, frozen=True, eq=False):
    """What leads to a plant that is to be built, what tells so behind it, and what tells that it stands."""

    led: Called
    due: Called
    stands: Called


def find_unbuilt(language: Language) -> Unbuilt:
    """The patterns made of the families of words of the language data."""
    families = language.tables["unbuilt"]

    def family(name: str) -> str:
        return f"(?:{any_of(map(language.literal, families[name]))})"

    def called(*names: str) -> frozenset[str]:
        return longest([language.literal(phrase) for name in names for phrase in families[name]])

    deed = rf"(?:_to {family('build')}|(?:for|on|_to) {_THING}{family('building')})"
    right_away = rf"(?:{family('asked_for')}(?:for|on) |{family('tendered')}){_THING}(?=(?:[a-z-]+ ){{0,2}}[QK]\d)"
    allowed = rf"{family('allowing')}{_THING}{family('building')}"
    led = rf"(?<![^ ])(?:{family('deals')}{_FEW}{{0,14}}?{deed}|{right_away}|{allowed})"
    due = rf"{_BEHIND}(?:{family('due')}|_to )(?:\S+ly )?{family('begins')}"
    return Unbuilt(
        Called(led, called("deals", "asked_for", "tendered", "allowing")),
        Called(due, called("begins")),
        Called(rf"(?<![^ ]){family('stands')}", called("stands")),
    )


def is_unbuilt(tags: str, span: tuple[int, int], unbuilt: Unbuilt) -> bool:
    """Whether the plant of tags[span] is only to be built."""
    start, end = span
    if unbuilt.due.is_called(tags) and unbuilt.due.match(tags, end):
        return True
    if not unbuilt.led.is_called(tags):
        return False
    clause = tags.rfind(" ; ", 0, start) + 1
    found = next((found for found in unbuilt.led.finditer(tags, clause, end) if found.end() <= end), None)
    if found is None or _NEWCOMER.search(tags, found.end(), end):
        return False
    before = tags[clause : found.start()].split()[-_NEAR:]
    return unbuilt.stands.search(f"{' '.join(before)} {tags[found.end() :]}") is None
