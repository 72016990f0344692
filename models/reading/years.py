"""The year that a frame's figure is of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from models.reading.other_dates import is_of_another
from models.records import Quantity

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.reading.mentions import Mention
    from models.reading.tagging import Sentence

_DIGITS = 4
_BACK = 40
_RESUMED = re.compile(r", _\S+ ")
# "down from 28 thousand in 2024", "more than in 2024": the year is that of the other figure
_OLDER = re.compile(
    r"(?<![^ ])(?:(?:from|than|against|versus|with) (?:[^ ;]+ ){0,2}?[BQFM]\d+ (?:[^ ;]+ ){0,2}?"
    r"|(?:than|against|versus) (?:in |during )?(?:the )?(?:_?[a-z]+ (?:quarter|half|months|period) )?"
    r"|(?:compared|up|down) (?:with|on|_to|from) )$"
)
_DATE = re.compile(r"(?<![^ ])D\d+")
_YEAR = re.compile(r",?\s*\b(?:19|20)\d\d\b\s*")


def year(frame: Frame, gives: dict[str, Any]) -> int | None:
    """The year stated with the figure; one that only the publication date tells is left out."""
    return year_of(dated(frame, gives))


def dated(frame: Frame, gives: dict[str, Any]) -> Mention | None:
    """The date that is that of the figure.

    Not one behind another verb of the subject ("C0 , which imports K1 , plans to raise K2 in D3"), and not that of a
    figure that it is only compared with.
    """
    date = frame.mention(gives.get("year", "d|near:D"))
    if date is not None and year_of(date) is None and gives.get("year") is None:
        date = _stated(frame) or date
    if date is None or _begins(frame.sentence, date) or is_of_promise(frame, date) or is_of_another(frame, date):
        return None
    between = frame.sentence.tags[frame.end : max(frame.end, frame.place(date))]
    return None if _RESUMED.search(between) or _OLDER.search(between) else date


def is_of_promise(frame: Frame, date: Mention) -> bool:
    """Whether a date tells when something was promised, not when it is to be ("agreed in D0 _to meet")."""
    promise = _promise(frame.sentence.words["promising"]).search(frame.sentence.tags)
    return promise is not None and frame.place(date) < promise.end() < frame.end


@lru_cache
def _promise(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^ ])(?:{'|'.join(sorted(words))}) (?:[^ ;]+ ){{0,4}}?_to ")


def _begins(sentence: Sentence, date: Mention) -> bool:
    """Whether a date is that of a beginning ("since 2018"): what is told is not of that year alone."""
    left = sentence.text[: max(0, date.start - sentence.start)].rstrip().lower()
    return left.endswith(tuple(f" {word}" for word in sentence.words["since"])) or left in sentence.words["since"]


def _stated(frame: Frame) -> Mention | None:
    """The first date behind the match that states its year; the nearest one may only be when it was said."""
    dates = (frame.sentence.mention(found[0]) for found in _DATE.finditer(frame.sentence.tags, frame.start))
    return next((date for date in dates if year_of(date) is not None), None)


def year_beside(frame: Frame, mention: Mention, when: int | None) -> int | None:
    """The year of a further figure without one of its own: that of the first, unless the two are compared.

    "Q1 in D2 , against Q3 a year earlier" is of the year before; where it is not said, of none.
    """
    tags, at = frame.sentence.tags, frame.place(mention)
    if not _OLDER.search(tags, max(0, at - _BACK), at):
        return when
    behind = frame.sentence.text[mention.end - frame.sentence.start :].lower()
    last = any(
        behind.startswith(words, 1) or behind.startswith(f"in {words}", 1)
        for words in frame.sentence.words["year_before"]
    )
    return when - 1 if last and when is not None else None


def year_of(mention: Mention | None) -> int | None:
    """The year of a date that the text itself gives."""
    if mention is None or not isinstance(mention.value, str) or mention.inferred:
        return None
    return int(mention.value[:_DIGITS])


def of_part(sentence: Sentence, date: Mention | None, figure: Quantity) -> Quantity:
    """The figure with the part of the year that it is of ("January-June", "first half"), if it is not the whole year's.

    So it is never taken for the year's own figure.
    """
    part = _part(sentence, date) if date is not None and year_of(date) is not None else ""
    part = part or _spell(sentence.text, sentence.words["part_year"], sentence.words["spells"])
    return replace(figure, of=", ".join(filter(None, (figure.of, part)))) if part else figure


def _part(sentence: Sentence, mention: Mention) -> str:
    """What part of the year the words of a date and those before it tell; empty for a whole year."""
    start, end = mention.start - sentence.start, mention.end - sentence.start
    told = _YEAR.sub("", sentence.text[max(0, start) : end]).strip()
    if any(told.lower().startswith(whole) for whole in sentence.words["whole_year"]):
        return ""
    left = sentence.text[max(0, start - _BACK) : max(0, start)]
    before = _parts(sentence.words["part_year"])[0].search(left)
    return before[1] if before else told


def _spell(text: str, parts: frozenset[str], spells: frozenset[str]) -> str:
    """The part of a year that a sentence tells without a year ("in the third quarter"), or how often ("a quarter")."""
    found = _parts(parts)[1].search(text) or _often(spells).search(text)
    return found[1] if found else ""


@lru_cache
def _parts(words: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Parts of a year right before the date, and anywhere without one."""
    parts = "|".join(sorted(words, key=len, reverse=True))
    alone = rf"\b(?:in|over|during|for) (?:the )?({parts})\b(?! (?:(?:of|in) )?(?:the (?:year )?)?(?:19|20)\d\d)"
    return re.compile(rf"(?<!\w)({parts}) (?:of |in )?$", re.IGNORECASE), re.compile(alone, re.IGNORECASE)


@lru_cache
def _often(spells: frozenset[str]) -> re.Pattern[str]:
    """How often a figure comes, where that is no fraction ("a quarter of") and no distance ("a month earlier")."""
    return re.compile(rf"\b({'|'.join(sorted(spells))})\b(?! (?:of|earlier|ago|later|before|after)\b)")
