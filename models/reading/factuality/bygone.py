"""Bygone: figures that were so, or were aimed at, before those that hold; former ties; and money of years long past."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from models.reading.grammar.branches import branches
from models.reading.grammar.called import Called, longest
from models.records import Commitment, Quantity, Relation, Resource, RouteFact

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.records import Content, PartialDate

_FIGURE = re.compile(r"[QFM]\d+ ")
_DATE = re.compile(r"D\d+")
_DECADE = re.compile(r"(?<![^ ])in (?:the )?(?:early |mid |late )?(?:(B\d+) s |(\d{3}0)(?:s|th) )")
_DECADES = " s "
_YEARS = "0th "
_YEAR, _TEN = 4, 10
_MEASURED = (Resource, RouteFact)
_ANEW = re.compile(r"; |(?:and|but|,) [a-z_]")  # another verb, which tells of today
_REACH = 40  # characters before a frame in which stands that it tells of former times
_LONG = 5  # years after which money given is no news


@cache
def _any(words: frozenset[str]) -> str:
    return branches(re.escape(f"{word} ") for word in sorted(words, key=len, reverse=True))


@cache
def _superseded(rivals: frozenset[str], earlier: frozenset[str]) -> re.Pattern[str]:
    between = r"(?:(?![QFMD]\d)[^ ;,]+ ){0,2}?"
    return re.compile(rf"(?<![^ ])(?:_not (?:_?about )?|(?:{_any(rivals)}){between}(?:{_any(earlier)}){between})$")


@cache
def _past(behind: frozenset[str], before: frozenset[str]) -> tuple[Called, Called]:
    between = r"(?:(?![QFMD]\d|but |now )[^ ;]+ )"
    return (
        Called(rf"{between}{{0,5}}?(?:{_any(behind)})(?=[.,;)])", longest(behind)),
        Called(rf"(?<![^ ])(?:{_any(before)}){between}{{0,8}}$", longest(before)),
    )


@cache
def _before_now(former: frozenset[str], one_time: frozenset[str]) -> Called:
    """What was so formerly, and what was so once: "used _to", "once the main buyer ,"; no goods "used _to" do it."""
    who = r"(?:[CHJLOPR]\d+|;|,|which|who|that|it|they) (?:\S+ly |_also )?"
    once = (
        rf"(?:_was|_were|_had) _?(?:{_any(one_time)})|(?:, |(?<!.))_?(?:{_any(one_time)})(?=the |a |an |[CJLH]\d+ 's )"
    )
    words = longest(former | one_time)
    calling = words | {f"_{word}" for word in words} | {"used"}
    return Called(rf"(?<![^ ])(?:{who}used _to |_?(?:{_any(former)})|{once})", calling)


def is_superseded(frame: Frame, at: int) -> bool:
    """Whether the figure at a place in the tags is an earlier or a wrong one ("against _earlier guidance of Q4")."""
    words = frame.sentence.words
    return _superseded(words["rivals"], words["superseded"]).search(frame.sentence.tags[:at]) is not None


def is_bygone(frame: Frame, content: Content, published: PartialDate | None) -> bool:
    """Whether a figure without a year was so before ("took Q0 before"), or a sum was given long before the article."""
    if type(content) is Commitment:
        return _is_long_ago(frame, published)
    if _opens_long_ago(frame, content, published) or _is_former(frame, content, published):
        return True
    if type(content) is Resource:
        figure: object = content.quantity
    else:
        figure = content.object if type(content) is RouteFact else None
    if not isinstance(figure, Quantity) or content.year is not None:  # type: ignore[union-attr]
        return False
    words, tags = frame.sentence.words, frame.sentence.tags
    behind, before = _past(words["past_behind"], words["past_before"])
    spans = [found.span() for found in _FIGURE.finditer(tags, frame.start, frame.end)]
    return any(behind.match(tags, end) or before.search(tags, 0, start) for start, end in spans)


def _is_former(frame: Frame, content: Content, published: PartialDate | None) -> bool:
    """Whether a tie, or what is told without a figure, is told of former times ("used _to be", "in the 1990s")."""
    bare = isinstance(content, _MEASURED) and not _has_figure(content)
    if not (bare or type(content) is Relation) or not frame.quality.affirmed:
        return False
    tags, words = frame.sentence.tags, frame.sentence.words
    clause = tags.rfind(" ; ", 0, frame.start) + 1
    start = tags.rfind(" ", clause, max(clause, frame.start - _REACH)) + 1
    found = _before_now(words["former"], words["one_time"]).search(tags, start, frame.end)
    if found is not None and _ANEW.search(tags, found.end(), frame.end) is None:
        return True
    if _DECADES not in tags and _YEARS not in tags:
        return False
    end = tags.find(" ; ", frame.end)
    decades = _DECADE.finditer(tags, clause, end if end >= 0 else len(tags))
    starts = (frame.sentence.mention(found[1]).value if found[1] else float(found[2]) for found in decades)
    return any(_is_past_decade(start, published) for start in starts)


def _has_figure(content: Resource | RouteFact) -> bool:
    return content.quantity is not None if isinstance(content, Resource) else isinstance(content.object, Quantity)


def _is_past_decade(start: object, published: PartialDate | None) -> bool:
    """Whether ten years have gone by since the number of a year, when the article appeared."""
    return isinstance(start, float) and bool(published) and start + _TEN <= int(str(published)[:_YEAR])


def _opens_long_ago(frame: Frame, content: Content, published: PartialDate | None) -> bool:
    """Whether what is told without a figure was so years ago, as the sentence begins by saying ("Ten years ago")."""
    if not isinstance(content, _MEASURED) or _has_figure(content):
        return False
    sentence = frame.sentence
    if sentence.text.lower().startswith(tuple(sentence.words["past_opening"])):
        return True
    date = sentence.mention(found[0]) if (found := _DATE.match(sentence.tags)) is not None else None
    if date is None or not date.inferred or not published or not isinstance(date.value, str):
        return False
    ago = not sentence.words["ago"].isdisjoint(sentence.text[: date.end - sentence.start].lower().split())
    return ago and int(date.value[:_YEAR]) + 1 < int(published[:_YEAR])


def _is_long_ago(frame: Frame, published: PartialDate | None) -> bool:
    """Whether the only date beside a sum names a year long before the article's, and no beginning ("since 1996")."""
    sentence = frame.sentence
    dates = [sentence.mention(found[0]) for found in _DATE.finditer(sentence.tags)]
    if not published or len(dates) != 1 or not isinstance(dates[0].value, str):
        return False
    year, at = dates[0].value[:_YEAR], dates[0].start - sentence.start
    named = year in sentence.text[at : dates[0].end - sentence.start]
    since = not sentence.words["since"].isdisjoint(sentence.text[:at].lower().split()[-1:])
    return named and not since and int(year) + _LONG <= int(published[:_YEAR])
