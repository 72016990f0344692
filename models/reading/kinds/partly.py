"""Partly: of goods of which only a part goes by a route, the figure is that of the part.

"Exports rose to Q0, of which Q1 went through R2": the route carried Q1, and never Q0.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention

_THEM = r"(?:which|these|them|those|that|this|it|the total) "
_ROUGHLY = r"(?:_?(?:about|around|nearly|almost|just|over|under|some|roughly|only|more|than|as|much|the|a|an) )*"
_SOME = r"(?:most|much|half|some|part|many|bulk|majority|lot|portion|share|rest|quarters?|[a-z-]+(?:ths?|rds?))"
_PART = re.compile(
    rf"[,—–-] (?:; )?(?:and )?(?:"
    rf"(?:of {_THEM}|including (?:; )?|with (?:; )?){_ROUGHLY}(?:[a-z]+ )??(?P<part>[QF]\d+) "
    rf"|{_ROUGHLY}(?P<share>[QF]\d+) of {_THEM}"
    rf"|(?:_?[a-z-]+ ){{0,2}}{_SOME} of {_THEM})"
)


def part_by(frame: Frame, whole: Mention, route: Mention) -> Mention | None:
    """The figure that goes by the route: the whole, or what the words between them tell is a part of it.

    None where the part is a share or told in no figure ("most of which").
    """
    at, end = frame.place(whole), frame.place(route)
    found = _PART.search(frame.sentence.tags, at, end) if 0 <= at < end else None
    if found is None:
        return whole
    told = found["part"] or found["share"]
    return frame.sentence.mention(told) if told and told[0] == whole.kind else None
