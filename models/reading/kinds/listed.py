"""Listed: states and bodies that stand in one list, all of whom take part ("C0 , C1 and O2 met in P3")."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

_ONE = r"[CHLO]\d+ "
_LIST = re.compile(rf"(?<![^ ]){_ONE}(?:, (?:the )?{_ONE})+(?:(?:, )?(?:and|&) (?:the )?{_ONE})?(?!'s |, )")
_TAG = re.compile(r"[CHLO]\d+")
_BODY, _STATE, _AND = "O", "C", "and "
_JOINTS = (" and ", " & ")
# "in C0 , O1 and C2 signed", "in J0 capital , C1 , O2 and C3 signed": the first only places it
_PLACED = re.compile(r"(?:^|[ ,;])(?:in|at|from|(?:capital|city|town|port) ,) $")


def listed(frame: Frame, mention: Mention | None) -> tuple[str, ...]:
    """The codes of all in the list of states and bodies in which the mention stands; empty where it stands in none."""
    if mention is None or mention.kind not in "CHLO" or (at := frame.place(mention)) < 0:
        return ()
    sentence = frame.sentence
    for start, end, tags in _lists(sentence.tags):
        if start <= at < end and _is_closed(sentence, start, end, tags[-1]):
            return tuple(dict.fromkeys(chain.from_iterable(sentence.mention(tag).codes for tag in tags)))
    return ()


def _is_closed(sentence: Sentence, start: int, end: int, last: str) -> bool:
    """Whether an "and" stands before the last of the list, or in it ("O0 , C1", where C1 is two states)."""
    return _AND in sentence.tags[start:end] or any(joint in sentence.mention(last).name for joint in _JOINTS)


@lru_cache(maxsize=2)  # every frame of a sentence asks the same
def _lists(tags: str) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    """Where lists of states and bodies begin and end, and the tags in them."""
    if _BODY not in tags:
        return ()
    return tuple(filter(None, (_mixed(tags, found) for found in _LIST.finditer(tags))))


def _mixed(tags: str, found: re.Match[str]) -> tuple[int, int, tuple[str, ...]] | None:
    """The list without a place that stands before it; None where it is not of states and bodies."""
    named = list(_TAG.finditer(found[0]))
    if named[0][0][0] == _STATE and _PLACED.search(f" {tags[: found.start()]}"):
        named = named[1:]
    told = tuple(item[0] for item in named)
    letters = {tag[0] for tag in told}
    return (found.start() + named[0].start(), found.end(), told) if _BODY in letters and len(letters) > 1 else None
