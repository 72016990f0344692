"""Speeches: which places and days are those where and when somebody told of a deed, and not its own."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from models.reading.grammar.tokens import words_of

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention

_THAT = re.compile(r"[A-Z]\d+ (?:, )?(?:[DP]\d+ )?(?:, )?(?:; )?that ")
_PERFECT = ("_had ", "_has ", "_have ")
_STOPS = frozenset({",", ";"})
_FEW = 5  # words between a verb of saying and where it was said ("told a group of reporters in P0")


def is_of_speech(frame: Frame, mention: Mention) -> bool:
    """Whether a place or a day is that of what somebody says of the deed ("H0 said in P1 D2 that C3 banned").

    A day before who speaks is his only where the deed was done before he did ("D0 H1 said C2 _had banned").
    """
    tags, at, said = frame.sentence.tags, frame.place(mention), frame.sentence.words["reporting"]
    if at < 0 or said.isdisjoint(words_of(tags)):
        return False
    if at >= frame.end:
        return _tells(tags[frame.end : at].split(), said)
    if at >= frame.start:
        return False
    if _THAT.match(tags, at) and _tells(tags[:at].split(), said):
        return True
    between = tags[at : frame.start].split()
    told = any(one in said and following not in _STOPS for one, following in pairwise((*between, "")))
    return told and (mention.kind == "P" or any(verb.startswith(_PERFECT) for verb in frame.verbs))


def _tells(before: list[str], said: frozenset[str]) -> bool:
    """Whether the words end in a verb of saying and a few more, with no comma among them."""
    for word in reversed(before[-_FEW - 1 :]):
        if word in _STOPS:
            return False
        if word in said:
            return True
    return False
