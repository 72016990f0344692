"""Comings: a date that leaves its year or week open is ahead of what is still to come, and behind what is done.

"Is due in P0 on Tuesday" is the next one, not the last; "met in April", told in December, is the last one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from models import dates
from models.records import Modality

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention
    from models.records import PartialDate

_YEAR, _MONTH, _FULL = len("2025"), len("2025-12"), len("2025-12-20")
_MONTHS = 12
_BEFORE = 8
_PAST = frozenset({"_was", "_were", "_had"})
_UNTENSED = frozenset({"_is", "_are", "_be", "_been", "_being", "_to", "_will"})


def coming(frame: Frame, date: Mention | None) -> Mention | None:
    """The date of an event; one that leaves its year or week open lies where the event does, ahead or behind.

    The day on which somebody only said so is none of it.
    """
    published = frame.context.published
    if date is None or not date.inferred or published is None:
        return date
    ahead = frame.quality.modality.ahead
    if ahead and len(str(date.value)) == _FULL and _is_of_report(frame, date):
        return None
    told = _stated(frame, date)
    if told is None or told.shift is not None or told.unit is not None:
        return date
    if told.month is not None and told.weekday is None:
        return _of_year(frame, date, published)
    owned = frame.sentence.tags[max(0, frame.place(date)) :].split()[1:2] == ["'s"]  # "Friday's summit"
    if not ahead or told.weekday is None or told.day is not None or owned or _is_of_past(frame):
        return date
    return replace(date, value=dates.resolve(told, published, ahead=True).date)


def _stated(frame: Frame, date: Mention) -> dates.DateMention | None:
    """What the words of the date state; the word before it tells whether "March" is one."""
    start, end = (max(0, at - frame.sentence.start) for at in (date.start - _BEFORE, date.end))
    text = frame.sentence.text[start:end]
    return next((found for found in dates.find(text) if found.end == len(text)), None)


def _is_of_report(frame: Frame, date: Mention) -> bool:
    before = frame.sentence.tags[: max(0, frame.place(date))].split()[-1:]
    return not frame.sentence.words["reporting"].isdisjoint(before)


def _is_of_past(frame: Frame) -> bool:
    """Whether the clause tells of what was to come."""
    return not _PAST.isdisjoint(frame.sentence.tags[: frame.end].rpartition(" ; ")[2].split())


def _of_year(frame: Frame, date: Mention, published: PartialDate) -> Mention:
    """A month or its day: in the year before, where what was done would lie well ahead; in the next one, where what is
    planned for it would lie behind.
    """
    told = str(date.value)
    if min(len(told), len(published)) < _MONTH:
        return date
    months, modality = _months(told) - _months(published), frame.quality.modality
    slip = len(told) == _FULL  # a day just ahead may be a slip of the calendar
    if modality is Modality.DONE and months > slip and _is_told_of_past(frame):
        return _moved(date, -1)
    if modality is Modality.PLANNED and months < 0 and _is_behind(frame, date) and not _is_of_past(frame):
        return _moved(date, 1)
    return date


def _moved(date: Mention, years: int) -> Mention:
    year, *rest = map(int, str(date.value).split("-"))
    return replace(date, value=dates.iso(year + years, *rest))


def _months(date: PartialDate) -> int:
    return int(date[:_YEAR]) * _MONTHS + int(date[_YEAR + 1 : _MONTH])


def _is_told_of_past(frame: Frame) -> bool:
    """Whether a verb of the match is in the past."""
    present = frame.sentence.words["present"]
    forms = [verb.split()[-1] for verb in frame.verbs if verb.strip()]
    return any(form not in present and not form.endswith("ing") and form not in _UNTENSED for form in forms)


def _is_behind(frame: Frame, date: Mention) -> bool:
    """Whether the date stands behind the verb, or the noun, of what is planned."""
    verb = frame.verbs[-1] if frame.verbs else ""
    return frame.place(date) > frame.sentence.tags.find(verb, frame.start)
