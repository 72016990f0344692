"""Partial denials: a "not" that hits only a word beside what a frame tells denies nothing of the whole.

"C0 does _not produce enriched K1", "_is no longer the largest K1 exporter in C2", "_cannot carry Q1 without dredging".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.factuality.bounded import is_bounded
from models.records import Event, Quote, Resource

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.records import Content

_FAILED = re.compile(r"(?<![^ ])(?:failed|unable) _to ")
_FEW = 3  # words behind "on" that may tell what is open
_AGREED = "AGREE"
# "_have _not agreed on the price", "no agreement on transit tariffs"
_ON = re.compile(r"(?<![^ ])(?:on|upon|over|_over|about|_about) (?:(?:the|an?|any|its|their|final|all) )*([^;,]{1,40})")
_NEVER_PARTLY = (Event, Quote)
_COMMODITY = re.compile(r"K\d+ ")
_WITHOUT_WHICH = "without which "
_ENDS = re.compile(r" [;,—] ")
_WORD = re.compile(r"[a-z][a-z-]*")


def denies_only_part(frame: Frame, content: Content) -> bool:
    """Whether the denial of a frame hits a rank, a condition or a sort of the goods, not what the content says.

    So does one of a month: nothing is told of the rest of the year. Nor is there no agreement where the price is open.
    """
    if isinstance(content, Event) and content.plover == _AGREED and not frame.quality.affirmed:
        return _is_of_terms(frame)
    if isinstance(content, _NEVER_PARTLY) or frame.quality.affirmed:
        return False
    if is_bounded(frame, content):
        return True
    words, tags = frame.sentence.words, frame.sentence.tags
    end = _ENDS.search(tags, frame.end)
    clause = tags[frame.start : end.start() if end is not None else len(tags)].replace(_WITHOUT_WHICH, "")
    if not words["partly"].isdisjoint(clause.split()):
        return True
    if not isinstance(content, Resource) or content.quantity is not None or content.rank is not None:
        return False
    told = tags[frame.start : frame.end].split()
    return any(word in frame.compiled.ranks for word in told) or _is_sort(frame)


def _is_of_terms(frame: Frame) -> bool:
    """Whether what is not agreed on is only the price, the terms or the like."""
    tags, terms = frame.sentence.tags, frame.sentence.words["open_terms"]
    if _FAILED.search(frame.found[0]):  # talks that came to nothing
        return False
    found = _ON.search(tags, frame.start)
    if found is None or found.start() > frame.end + 1:
        return False
    words = found[1].split()[:_FEW]
    return not terms.isdisjoint(words)


def _is_sort(frame: Frame) -> bool:
    """Whether a word makes the first commodity of the frame one sort of it ("enriched K1", "K1 fuel")."""
    found = _COMMODITY.search(frame.sentence.tags, frame.start, frame.end)
    if found is None:
        return False
    words = frame.sentence.words
    before = frame.sentence.tags[frame.start : found.start()].split()[-1:]
    behind = frame.sentence.tags[found.end() :].split()[:1]
    verbs = {verb.split()[-1] for verb in frame.verbs}
    joints = verbs | words["prepositions"] | words["beside_goods"]
    return any(_WORD.fullmatch(word) and word not in joints for word in (*before, *behind))
