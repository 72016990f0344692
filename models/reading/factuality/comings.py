"""Comings: the weekday of what is still to come is the next one, not the last ("is due in P0 on Tuesday")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from models import dates

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention

_FULL = len("2025-12-20")
_PAST = frozenset({"_was", "_were", "_had"})


def coming(frame: Frame, date: Mention | None) -> Mention | None:
    """The date of an event; a bare weekday is seen ahead from the article's date where the event is planned.

    The day on which somebody only said so is none of it.
    """
    published = frame.context.published
    if date is None or not date.inferred or len(str(date.value)) < _FULL or not frame.quality.modality.ahead:
        return date
    if not frame.sentence.words["reporting"].isdisjoint(frame.sentence.tags[: max(0, frame.place(date))].split()[-1:]):
        return None
    start = frame.sentence.start
    found = dates.find(frame.sentence.text[max(0, date.start - start) : max(0, date.end - start)])
    bare = len(found) == 1 and found[0].weekday is not None and found[0].day is None
    owned = frame.sentence.tags[max(0, frame.place(date)) :].split()[1:2] == ["'s"]  # "Friday's summit"
    clause = frame.sentence.tags[: frame.end].rpartition(" ; ")[2].split()
    if not bare or owned or published is None or not _PAST.isdisjoint(clause):
        return date
    return replace(date, value=dates.resolve(found[0], published, ahead=True).date)
