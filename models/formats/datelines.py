"""Datelines: "TOWN, March 12, 2024 (Agency) - ", "Town, 20 March 2021. Agency. ", "TOWN, March 12 /Agency/. "."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from models.dates import blotted, find, stated_day
from models.formats.masthead import CAPITAL, is_publisher
from models.formats.rules import layout

if TYPE_CHECKING:
    from models.dates import DateMention
    from models.records import PartialDate

_LONGEST = 110
_MOST_WORDS = 4
_CLOSES = re.compile(r"(?<=[)/.\w])\s?(?:[–—]|--?(?=\s)|(?<=\)):)|(?<=[)/])\.\s|(?<=\d)\.\s")
_BEHIND = re.compile(rf"\s?({CAPITAL}[\w.&’'-]*(?: {CAPITAL}[\w&’'-]*){{0,3}})(?:\.|\s[–—-])\s")
_SET_OFF = re.compile(r"[(/]\s?([^()/\n]{2,40}?)\s?[)/]")
_APART = re.compile(r"\s*[,()/]\s*|\.(?:\s+|$)")
_TIME = re.compile(r"\d{1,2}[:.]\d\d")


class Dateline(NamedTuple):
    """What stands before the first sentence of a report: when it was sent, if that is told in full, and by whom."""

    date: PartialDate | None = None
    agency: str | None = None


def dateline(piece: str) -> Dateline:
    """The dateline that a paragraph begins with; an empty one where it begins with none."""
    head = piece[:_LONGEST]
    found = [told for close in _CLOSES.finditer(head) if (told := _closed_by(close, head))]
    return next((told for told in found if told.agency), found[0] if found else Dateline())


def _closed_by(close: re.Match[str], head: str) -> Dateline | None:
    """The dateline that this mark closes, with the agency behind a full stop; None where it closes none."""
    told = _told(head[: close.start()])
    if told is None or told.agency or not close[0].startswith("."):
        return told
    behind = _BEHIND.match(head, close.end() - 1)
    named = behind is not None and (" " in behind[1] or is_publisher(behind[1], layout()))
    return Dateline(told.date, behind[1] if behind is not None and named else None)


def _told(words: str) -> Dateline | None:
    """What these words tell as a dateline; None where they are none."""
    dates = [item for item in find(words) if item.day or item.month]
    full = next(filter(None, map(stated_day, dates)), None)
    set_off = [found[1] for found in _SET_OFF.finditer(words)]
    if not dates and not set_off:
        return None
    before, after = _parted(words, dates)
    if not before or not all(map(_is_name, (*before, *after))):
        return None
    upper = before[0].isupper()
    named = [part for text in set_off for part in _parts(blotted(text, find(text)))]
    agency = next((name for name in named if upper or dates or name.isupper() or name in layout().agencies), None)
    if agency is None and named:
        return None
    return Dateline(full, agency or (after[-1] if after else None))


def _parted(words: str, dates: list[DateMention]) -> tuple[list[str], list[str]]:
    """What stands before the first date, or before all that is set off, and what behind it; without dates."""
    at = dates[0].start if dates else min(found.start() for found in _SET_OFF.finditer(words))
    plain = blotted(words, dates)
    return _parts(plain[:at]), _parts(plain[at:])


def _parts(text: str) -> list[str]:
    found = (part.strip() for part in _APART.split(_TIME.sub(",", text)))
    return [part for part in found if any(char.isalpha() for char in part)]


def _is_name(part: str) -> bool:
    """Whether it is a few words with capitals, as towns and agencies are called."""
    words = part.split()
    return len(words) <= _MOST_WORDS and all(word[0].isupper() or word in ("of", "and", "the", "de") for word in words)
