"""Bounded: a denial of a month or a quarter says nothing of the year, and nothing of what holds in general.

"C0 sold no K1 D2" of one March is not "C0 does not sell K1": a claim knows years only, so that none is made.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.records import Resource, RouteFact

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.records import Content

_YEAR = len("2025")
_ENDS = re.compile(r" [;—] ")
_DATE = re.compile(r"D\d+ ")
# what is so at all times is told in the present
_ALWAYS = re.compile(r"(?<![^ ])_?(?:do|does|don't|doesn't|_cannot|_can) ")
_SAID = re.compile(r"(?<![^ ])(?:[a-z]+ )D\d+ (?:; )?that ")  # the day on which somebody says so


def is_bounded(frame: Frame, content: Content) -> bool:
    """Whether the content is denied for a part of a year only, which it cannot tell."""
    if not isinstance(content, Resource | RouteFact) or frame.quality.affirmed:
        return False
    tags, words = frame.sentence.tags, frame.sentence.words
    if _ALWAYS.search(tags, frame.start, frame.end):
        return False
    start = max(0, tags.rfind(" ; ", 0, frame.start) + 1)
    end = _ENDS.search(tags, frame.end)
    clause = _SAID.sub("", tags[start : end.start() + 1 if end is not None else len(tags)])
    dates = (frame.sentence.mention(found[0].rstrip()) for found in _DATE.finditer(clause))
    if any(not isinstance(date.value, str) or len(date.value) > _YEAR for date in dates):
        return True
    plain = f" {clause.replace('_', '')}"
    return any(f" {part} " in plain for part in words["part_year"] | words["short_spans"])
