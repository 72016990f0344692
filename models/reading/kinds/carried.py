"""Carried: the year of the sentence before, where a figure goes on with its account in the past and names no time.

"C0 produced Q1 in D2 . Exports rose to Q3": both are of that year. It is so only within a paragraph, of the same goods
or of the same party, where the sentence before told figures of one whole year; and it is marked, for the sentence
itself does not say so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.reading.around.periods import Year, is_after_period, part_of_year
from models.reading.factuality.judging import REAL
from models.records import Quantity, Relation, Resource, RouteFact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.frames import Frame
    from models.records import Content

_FLOWS = frozenset({"produces", "exports", "imports"})
_GOODS, _NAMED = "KR", "CHJKLR"
_YEAR = len("2025")


def carried(frame: Frame, gives: dict[str, Any]) -> Year:
    """The year of the sentence before, marked as inferred, where the frame's figure goes on with what it told."""
    before = frame.context.voices.here[-1:]
    if not before or not before[0].told or not _is_flow(gives) or frame.sentence.present("D"):
        return Year()
    told = [content for content in before[0].told if _figure(content) is not None]
    years = {getattr(content, "year", None) for content in told}
    year = years.pop() if len(years) == 1 else None
    published = frame.context.published or ""
    if year is None or not published[:_YEAR] or year > int(published[:_YEAR]):
        return Year()
    whole = not is_after_period(frame.context) and not part_of_year(frame, None) and not any(map(_is_of_part, told))
    goes_on = whole and _is_past(frame) and _is_same(frame, told)
    real = goes_on and frame.quality.affirmed and frame.quality.modality in REAL
    return Year(year, inferred=True) if real else Year()


def _is_flow(gives: dict[str, Any]) -> bool:
    """Whether the rule gives a figure of what is made, traded or carried from day to day."""
    flow = gives.get("relation") in _FLOWS and "quantity" in gives
    return flow or gives.get("predicate") == "carried" or ("figure" not in gives and "{m}" in gives.get("relation", ""))


def _figure(content: Content) -> Quantity | None:
    value = content.object if isinstance(content, RouteFact) else getattr(content, "quantity", None)
    return value if isinstance(value, Quantity) and isinstance(content, Resource | RouteFact | Relation) else None


def _is_of_part(content: Content) -> bool:
    """Whether a figure is of something that its words tell, such as some months."""
    figure = _figure(content)
    return figure is not None and figure.of is not None and any(map(str.isdigit, figure.of))


def _is_past(frame: Frame) -> bool:
    """Whether the clause up to the figure tells of the past, and of no time since."""
    words, tags = frame.sentence.words, frame.sentence.tags
    ends = [frame.place(mention) for mention in frame.slots.values() if mention.kind in "QM"]
    start = tags.rfind(" ; ", 0, frame.start) + 1
    clause = tags[start : max((*ends, frame.end))].split()
    if not words["not_carried"].isdisjoint(tags.split()):
        return False
    return not words["past"].isdisjoint(clause) or any(word[-2:] == "ed" and word[0] != "_" for word in clause)


def _is_same(frame: Frame, told: list[Content]) -> bool:
    """Whether the sentence names no goods and no route of its own, or speaks of the same or of the same party."""
    sentence = frame.sentence
    if not sentence.present(_GOODS):
        return True
    named = {code for mention in sentence.present(_NAMED) for code in mention.ids}
    return not named.isdisjoint(code for content in told for code in _subjects(content))


def _subjects(content: Content) -> Iterator[str]:
    match content:
        case Resource():
            yield from (content.country, content.resource)
        case RouteFact():
            yield content.route
        case Relation():
            yield from (content.a, content.b)
        case _:
            pass
