"""Drafted: ways of which the words around their name say that they are yet to be, whatever the verb of the rule is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.factuality.qualify import run_stage
from models.records import Modality

if TYPE_CHECKING:
    from models.reading.factuality.qualify import Words
    from models.reading.sentence.tagging import Sentence

_WAY = re.compile(r"R\d+ ")
# "R0 _would _be the shortest route", "R0 _is a _planned line"
_IS = re.compile(r"R\d+ ((?:_\S+ )*(?:[a-z]+ )??(?:_to )?_(?:be|is|was|are) )(?:the |an? )((?:_?[a-z-]+ ){1,4})")


def drafted(sentence: Sentence, match: re.Match[str], words: Words) -> Modality | None:
    """How real the way of a match is by the word before its name, or by what it is told to be; None where they say
    nothing ("the _planned R0 from C1", "R0 _would _be the shortest line between C1 and C2")."""
    tags, marks = sentence.tags, sentence.words["drafted"]
    way = _WAY.search(tags, *match.span())
    if way is None:
        return None
    before = tags[: way.start()].rstrip().rpartition(" ")[2]
    if before.lstrip("_") in marks:
        return Modality.PLANNED
    told = _IS.match(tags, way.start(), match.end())
    if told is None:
        return None
    if not marks.isdisjoint(word.lstrip("_") for word in told[2].split()):
        return Modality.PLANNED
    return run_stage(told[1], words)
