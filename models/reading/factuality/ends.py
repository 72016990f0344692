"""Ends: what a sentence tells only up to a date that has passed, or to what came then, is no longer so."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.records import Modality, Profile, Relation, Resource

if TYPE_CHECKING:
    from models.reading.factuality.qualify import Quality
    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention
    from models.records import Content, PartialDate

_REAL = (Modality.DONE, Modality.ONGOING)
_DATE = re.compile(r"D\d+")
_PAST = re.compile(r"(?<![^ ])_(?:was|were|had) ")
# another clause, or another verb of the subject
_AWAY = re.compile(r" ; |, _\S+ |(?:, |and |but )(?:[CO]\d+ )?[a-z]+ed ")


def is_over(frame: Frame, published: PartialDate | None) -> bool:
    """Whether what the frame tells lasted only until a date before the article's, or until something else came."""
    words = frame.sentence.words["until"]
    if not _stands(frame.sentence.text, words) or frame.quality.modality not in _REAL:
        return False
    return any(_has_passed(date, published) for date in _last_days(frame, words)) or _gave_way(frame, words)


@lru_cache(maxsize=2)  # every frame of a sentence asks the same
def _stands(text: str, words: frozenset[str]) -> bool:
    """Whether one of the words stands in the text."""
    return any(map(text.lower().__contains__, words))


def _last_days(frame: Frame, words: frozenset[str]) -> list[Mention]:
    """The dates of the frame's clause up to which it tells something."""
    tags, sentence = frame.sentence.tags, frame.sentence
    dates = [(found.start(), sentence.mention(found[0])) for found in _DATE.finditer(tags)]
    return [date for at, date in dates if _is_last(frame, date, words) and _belongs(frame, at)]


def _is_last(frame: Frame, date: Mention, words: frozenset[str]) -> bool:
    left = frame.sentence.text[: max(0, date.start - frame.sentence.start)].lower().split()[-2:]
    return any(" ".join(left[at:]).strip("(,") in words for at in range(len(left)))


def _belongs(frame: Frame, at: int) -> bool:
    """Whether nothing comes between the frame and that place in the tags."""
    between = frame.sentence.tags[frame.end : at] if at >= frame.end else frame.sentence.tags[at : frame.start]
    return not _AWAY.search(between)


def _has_passed(date: Mention, published: PartialDate | None) -> bool:
    """Whether a date does not lie behind the article's."""
    told = date.value if isinstance(date.value, str) else ""
    return bool(told and published) and told <= str(published)[: len(told)]


def _gave_way(frame: Frame, words: frozenset[str]) -> bool:
    """Whether a verb of the past stands in the frame and "until" and what came then behind it."""
    behind = frame.sentence.tags[frame.end :].partition(" ; ")[0].split()
    return not words.isdisjoint(behind) and _PAST.search(frame.found[0]) is not None


def is_lost(content: Content, outlived: frozenset[str]) -> bool:
    """Whether nothing can be said today of what is over: a figure, or a tie that may still be close."""
    if isinstance(content, Resource):
        return content.quantity is not None
    if isinstance(content, Relation):
        return content.relation in outlived
    return isinstance(content, Profile) and not isinstance(content.value, str)


def without_end(content: Content, quality: Quality, *, over: bool) -> tuple[Content, Quality]:
    """What is over, told of today: denied, or so where it was not so until then."""
    if not over or not isinstance(content, Relation | Resource | Profile):
        return content, quality
    if isinstance(content, Resource):
        content = replace(content, year=None)
    elif isinstance(content, Profile):
        content = replace(content, as_of=None)
    return content, replace(quality, affirmed=not quality.affirmed)
