"""Rivals: a second figure for what a sentence just told, with who gives it ("while O1 estimates output at Q2")."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.reading.contents import contents
from models.reading.factuality.disputed import teller
from models.reading.grammar.tokens import words_of
from models.records import Money, Quantity, Relation, Resource, RouteFact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.factuality.qualify import Quality
    from models.reading.frames import Frame
    from models.records import Content

_JOINT = r"(?:[;,] |while |whereas |but |yet |though |although |and )+"
_DONE = r"(?:_to _have (?:_\S+ )*[a-z]+ )?(?:(?:_?only|_?just|_?about|_?around|_?nearly|_?almost|some) )*"
_WHO = r"(?P<who>(?:[A-Z]\d+|[a-z'-]+)(?: (?:[A-Z]\d+|[a-z'-]+)){0,3}?) "
_MEASURED = (Resource, RouteFact, Relation)
_STATE = "CHJL"
_LIKELY = re.compile(r"(?:a year )?(?:_is|_was|_be|_are) (?:far |much )?more _?(?:likely|realistic) ")


def voiced(frame: Frame) -> Iterator[tuple[Content, str | None]]:
    """What the frame tells, and behind each figure those that others in the sentence give for it, with who does."""
    words = frame.sentence.words["estimating"]
    for content in contents(frame):
        others = () if words.isdisjoint(words_of(frame.sentence.tags)) else tuple(rivals(frame, content))
        own = frame.quality.attribution or teller(frame.sentence.tags, frame.signs.sources) if others else None
        yield content, own
        yield from others


def sourced(quality: Quality, said_by: str | None) -> Quality:
    """The quality, from whom it is if somebody else says so."""
    return quality if said_by is None else replace(quality, attribution=said_by, certainty=None)


def rivals(frame: Frame, content: Content) -> Iterator[tuple[Content, str]]:
    """What others in the sentence say the figure of the content is, each with who says so as tagged words."""
    quantity = _quantity(content)
    if quantity is None:
        return
    words, tags = frame.sentence.words, frame.sentence.tags
    for found in _pattern(words["estimating"], words["estimated"]).finditer(tags, max(0, frame.end - 1)):
        value = _same(frame, found, quantity)
        if value is not None and not _is_elses(frame, found["who"], content):
            yield _with(content, Quantity(value, quantity.unit, quantity.of)), found["who"]


def _quantity(content: Content) -> Quantity | None:
    """The figure of a commodity, a route or what two trade; None where there is none, or only a share."""
    figure = content.quantity if isinstance(content, Resource | Relation) else getattr(content, "object", None)
    return figure if isinstance(figure, Quantity) and isinstance(content, _MEASURED) else None


def _same(frame: Frame, found: re.Match[str], quantity: Quantity) -> float | tuple[float, float] | None:
    """The value of the other figure where it is of the same unit, or a bare number called more likely."""
    value = frame.sentence.mention(found["figure"]).value
    if isinstance(value, Money):
        value = Quantity(value.value, value.currency)
    if isinstance(value, Quantity):
        alike = value.unit.partition("/")[0] == quantity.unit.partition("/")[0]
        return value.value if alike and value.value != quantity.value else None
    likely = _LIKELY.match(frame.sentence.tags, found.end()) is not None
    return float(value) if likely and isinstance(value, float | int) else None


def _is_elses(frame: Frame, who: str, content: Content) -> bool:
    """Whether who gives the other figure is of a state that does not take part in the trade told: it is of its own."""
    last = who.split()[-1]
    if not isinstance(content, Relation) or last[0] not in _STATE:
        return False
    return not {content.a, content.b}.issuperset(frame.sentence.mention(last).ids)


def _with(content: Content, figure: Quantity) -> Content:
    measured = isinstance(content, Resource | Relation)
    return replace(content, quantity=figure) if measured else replace(content, object=figure)


@cache
def _pattern(verbs: frozenset[str], nouns: frozenset[str]) -> re.Pattern[str]:
    """Somebody else who estimates what was told, by words that name nothing new, and the figure."""
    verb, noun = ("|".join(sorted(map(re.escape, words), key=len, reverse=True)) for words in (verbs, nouns))
    return re.compile(rf"{_JOINT}{_WHO}(?:{verb}) {_DONE}(?:(?:{noun}) )*(?P<figure>[QBM]\d+) ")
