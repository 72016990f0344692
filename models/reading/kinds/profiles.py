"""Profiles: what a frame says of a key figure of a country, or of who holds an office of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from models.reading.around.periods import RATE, Year, is_run, part_of_year
from models.reading.around.sites import site_of
from models.reading.kinds.wares import wares
from models.reading.kinds.years import is_older, year, year_beside
from models.reading.sentence.mentions import Mention
from models.records import Content, Money, Profile, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.frames import Frame
    from models.records import PartialDate


_FIGURES = "QFMB"
_WARES = "wares"  # what a list of goods names
_JUST = 1  # sentences between that name no goods
_YEAR, _MONTH = len("2025"), len("2025-12")
_PAIR = re.compile(r"[QFM]\d+ (?:[^ ;QFM]\S* ){0,8}?(?:, |and ){1,2}(C\d+) ([QFM]\d+) ")


def profiles(frame: Frame, gives: dict[str, Any]) -> Iterator[Content]:
    """A key figure of one country; of `many` values at once one, joined by "+" in alphabetical order.

    Behind the figure of one partner those of others may follow: "C1 took 16 percent, C2 10 percent".
    """
    value = frame.mention(gives["value"]) if "said" not in gives else Mention("", 0, 0, name=gives["said"])
    country = _owner(frame, gives, value) if value is not None else ""
    if value is None or not country or not _fits(frame, value, country, gives):
        return
    parts = tuple(_parts(frame, gives, value))
    if parts and not any(of == country for of, _ in parts):
        for of, each in parts:
            yield from _figure(frame, gives, each, country, of)


def _parts(frame: Frame, gives: dict[str, Any], value: Mention) -> Iterator[tuple[str, Mention]]:
    """What each figure is of: of the country itself, or of a port, plant, firm or partner, and of those named next."""
    if "of" not in gives:
        yield "", value
        return
    if (part := frame.mention(gives["of"])) is not None:
        names = _places(frame, part) or part.codes
        town = len(names) == 1 and names[0] == part.place and gives.get("here")
        yield frame.context.sites.works_at(part, frame.sentence) if town else "+".join(names), value
    elif gives.get("here") and (site := site_of(frame)):
        yield site, value
    tags, at = frame.sentence.tags, frame.place(value)
    while part is not None and (match := _PAIR.match(tags, max(0, at))):
        yield "+".join(frame.sentence.mention(match[1]).codes), frame.sentence.mention(match[2])
        at = match.start(2)


def _places(frame: Frame, part: Mention) -> tuple[str, ...]:
    """The names of the places that a mention stands for, each of a list by itself."""
    inside = (item for item in frame.sentence.mentions if part.start <= item.start and item.end <= part.end)
    each = tuple(dict.fromkeys(item.place for item in inside if item.place and item is not part))
    return each or ((part.place,) if part.place else ())


def _figure(frame: Frame, gives: dict[str, Any], value: Mention, country: str, of: str) -> Iterator[Content]:
    figure, unit = _plain(value, country)
    if isinstance(value.value, Quantity) and RATE.search(value.value.of or ""):
        return
    if gives.get("text"):
        at = frame.sentence.start
        figure = frame.sentence.text[value.start - at : value.end - at]
    if gives.get("many"):
        figure, unit = "+".join(sorted(_several(frame, gives.get("value", ""), value))), None
    unit = unit or gives.get("unit")
    if figure and unit == gives.get("unit", unit):
        date, told = _as_of(frame, gives, value)
        if told is not None:
            yield Profile(country, gives["property"], figure, unit, date, of, told.inferred)


def _several(frame: Frame, slot: str, value: Mention) -> tuple[str, ...]:
    """All that a list names: codes of states, ids of goods or their own words, names of bodies, languages by the words
    for them."""
    if value.kind == "K":
        return wares(frame, value)
    if value.name == _WARES:
        return wares(frame, None)
    if value.kind != "J":
        return frame.codes(slot)
    inside = (item for item in frame.sentence.mentions if value.start <= item.start and item.end <= value.end)
    return tuple(item.name for item in inside if item.kind == "J" and len(item.ids) == 1) or (value.name,)


def _as_of(frame: Frame, gives: dict[str, Any], value: Mention) -> tuple[PartialDate | None, Year | None]:
    """The date of a figure as the text gives it, or its year.

    No year at all where nothing tells which it is of, or where it is of some months: a key figure is of a year or day,
    and what adds up from day to day (`yearly`) is of a year alone.
    """
    date = frame.mention(gives.get("as_of", "d|near:D"))
    stated = date.value if date is not None and isinstance(date.value, str) and not date.inferred else None
    if value.kind not in _FIGURES:
        return stated, Year()
    part = part_of_year(frame, date)
    if is_run(part, frame.sentence) or (part and gives.get("yearly")):
        return None, None
    if stated is not None and not is_older(frame, value):
        return stated, Year()
    when = year(frame, {"year": gives["as_of"]} if "as_of" in gives else {})
    when = year_beside(frame, value, when) if is_older(frame, value) else when
    return _in_figures(when, date), when


def _in_figures(when: Year | None, date: Mention | None) -> PartialDate | None:
    """The year, with the month where the date by which it is known is one."""
    if when is None or when.number is None:
        return None
    month = str(date.value)[_YEAR:_MONTH] if date is not None and len(str(date.value)) == _MONTH else ""
    return f"{when.number}{month}"


def _owner(frame: Frame, gives: dict[str, Any], value: Mention) -> str:
    """The one country of the rule's slot, else the one that the sentence names, else the one spoken of before it."""
    codes: tuple[str, ...] = frame.states(gives.get("country", "c"))
    if not codes:
        named = (mention.ids for mention in frame.sentence.present("CJ") if mention is not value)
        codes = tuple({code for ids in named for code in ids if code not in frame.context.region})
    codes = codes or frame.states("countries")
    return codes[0] if len(codes) == 1 and codes[0] in frame.context.states else ""


def _fits(frame: Frame, value: Mention, country: str, gives: dict[str, Any]) -> bool:
    """Whether the value is what the figure takes: in the country, in an office, large enough; more than an office."""
    if "own" in gives and country not in value.ids:
        return False
    if gives.get("whole") and _is_of_goods(frame):
        return False
    if "office" in gives:
        words, post = tuple(gives["office"]), frame.mention(gives.get("post", ""))
        role = post.name if post is not None else value.role or ""
        return role.lower().startswith(words) and not value.name.lower().startswith(words)
    figure = _plain(value, country)[0]
    return not isinstance(figure, float) or figure >= gives.get("least", figure)


def _is_of_goods(frame: Frame) -> bool:
    """Whether what nobody is said to own is of the goods named just before: "C0 sells K1 . Exports came _to M0"."""
    wares, tags = frame.context.wares, frame.sentence.tags
    bare = "c" not in frame.slots and tags[frame.start :].partition(" ")[0] not in frame.sentence.words["totals"]
    return bare and wares.last is not None and wares.since <= _JUST


def _plain(mention: Mention, country: str) -> tuple[str | float | tuple[float, float], str | None]:
    if isinstance(mention.value, Money):
        return mention.value.value, mention.value.currency
    if isinstance(mention.value, Quantity):
        return mention.value.value, mention.value.unit
    if mention.kind == "Y":
        return next((code for code, of in mention.each if of == country), mention.each[0][0]), None
    return (mention.value if mention.value is not None else mention.place or mention.name), None
