"""Other dates: which date near a figure is that of another clause or of another figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.reading.mentions import Mention

_FIGURE = re.compile(r"(?<![^ ])[QFM]\d+ ")
# "fallen _to Q0 from Q1 D2": the date is that of the older figure
_OLDER = re.compile(
    r"(?<![^ ])(?:from|than|against|versus|with) (?:[^ ;]+ ){0,2}?([QFM]\d+) (?:(?![QFMD]\d)[^ ;,]+ ){0,5}$"
)
# what opens a clause of its own: "_since C0 came D1", ", and a study _is _to come D1"
_CLAUSE = re.compile(
    r"(?<![^ ])(?:_?since|before|where) (?![DQF]\d)"
    r"|, (?:and|but) (?![CJ]\d)[a-z][^;]*?_(?:is|are|was|were|has|have|had|will|would) "
)
_IN_CLAUSE = re.compile(r" (?:_?since|before|where|when) (?![DQF]\d)[^;,]*$")  # not one that opens the sentence
_TAG = 2  # the letter of a tag and a digit
_NEXT_SUBJECT = re.compile(r", (?:and|but|while) [KP]\d")


def _is_left(frame: Frame, at: int) -> bool:
    """Whether another subject takes over between a date that is a figure's and the frame."""
    tags = frame.sentence.tags
    return _FIGURE.search(tags, 0, at) is not None and _NEXT_SUBJECT.search(tags, at, frame.start + _TAG) is not None


def is_of_another(frame: Frame, date: Mention) -> bool:
    """Whether the date belongs to another clause behind or before the frame, or to a figure that is none of its own."""
    tags, at = frame.sentence.tags, frame.place(date)
    if at >= frame.end and _CLAUSE.search(tags, frame.end, at):
        return True
    if 0 <= at < frame.start and (_IN_CLAUSE.search(tags[:at]) or _is_left(frame, at)):
        return True
    older = _OLDER.search(tags[: max(0, at)])
    return older is not None and frame.sentence.mention(older[1]) not in frame.slots.values()
