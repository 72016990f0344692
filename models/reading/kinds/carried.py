"""Carried: the time of the sentence before, where a figure goes on with its account in the past and names none.

"C0 produced Q1 in D2 . Exports rose to Q3": both are of that year, or of the same months of it. It is so only within a
paragraph, or where a bare flow opens the next one, of the same goods or of the same party, where the sentence before
told figures of one time; and the year is marked, for the sentence itself does not say so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from models.dates import months
from models.reading.around.other_dates import is_reckoned
from models.reading.around.periods import Period, Year, is_after_period, of_part, part_of_year
from models.reading.factuality.judging import REAL
from models.records import Quantity, Relation, Resource, RouteFact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence
    from models.records import Content

_FLOWS = frozenset({"produces", "exports", "imports"})
_GOODS, _NAMED = "KR", "CHJKLR"
_YEAR = len("2025")
_DATE = re.compile(r"(?<![^ ])D\d+(?= )")
_ELSE = re.compile(r"(?<= )(?:while|whereas) ")  # "Q1 , while supplies _to C2 _were halted D3"
_NONE = Period(Year(), "")


def carried(frame: Frame, gives: dict[str, Any]) -> Year:
    """The year of the sentence before, marked as inferred, where the frame's figure goes on with what it told."""
    return _period(frame, gives).year


def of_time(frame: Frame, gives: dict[str, Any], date: Mention | None, figure: Quantity) -> Quantity:
    """The figure with the part of the year that it is of, from its date or, without one, from the sentence before."""
    told = of_part(frame, date, figure)
    part = part_carried(frame, gives) if date is None else ""
    return replace(told, of=", ".join(filter(None, (told.of, part)))) if part else told


def part_carried(frame: Frame, gives: dict[str, Any]) -> str:
    """The part of the year that the sentence before told of, where the frame's figure goes on with that."""
    return _period(frame, gives).part


def _period(frame: Frame, gives: dict[str, Any]) -> Period:
    """The year and the part of it that the sentence before told of all its figures; empty where it does not go on."""
    before, context = _sentence_before(frame), frame.context
    if not before or not before[0].told or not _is_flow(gives) or _has_date(frame):
        return _NONE
    told = [content for content in before[0].told if _figure(content) is not None]
    spans = {(getattr(content, "year", None), _part_of(content)) for content in told}
    year, part = spans.pop() if len(spans) == 1 else (None, "")
    published = context.published or ""
    if year is None or not published[:_YEAR] or year > int(published[:_YEAR]) or part_of_year(frame, None):
        return _NONE
    whole = bool(part) or (not is_after_period(context) and not any(map(_is_of_part, told)))
    goes_on = whole and _is_past(frame) and _is_same(frame, told)
    real = goes_on and frame.quality.affirmed and frame.quality.modality in REAL
    return Period(Year(year, inferred=True), part) if real else _NONE


def _sentence_before(frame: Frame) -> list[Sentence]:
    """The sentence before of the paragraph, or of the one before where this opens with a bare flow ("Exports rose")."""
    voices, sentence = frame.context.voices, frame.sentence
    if voices.here:
        return voices.here[-1:]
    bare = sentence.tags.partition(" ")[0] in sentence.words["shared_out"]
    return voices.before[-1:] if bare and not sentence.present("CJLK") else []


def _has_date(frame: Frame) -> bool:
    """Whether the clause of the frame tells a time, and not only that of an earlier figure ("a year ago")."""
    sentence = frame.sentence
    end = _ELSE.search(sentence.tags, frame.end)
    told = sentence.tags[: end.start() if end is not None else len(sentence.tags)]
    dates = (sentence.mention(found[0]) for found in _DATE.finditer(told))
    return not all(is_reckoned(sentence, date, ago=True) for date in dates)


def _part_of(content: Content) -> str:
    """The months that a figure is of, where they are several; the figure of a single one is not gone on with."""
    figure = _figure(content)
    last = (figure.of or "").rpartition(", ")[2] if figure is not None else ""
    span = months(last) if last else None
    return last if span is not None and span[0] < span[1] else ""


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
    """Whether the sentence names no goods and no route of its own, or speaks of the same or of the same party.

    "Shipments through R0" are of the goods spoken of.
    """
    sentence = frame.sentence
    if not sentence.present(_GOODS):
        return True
    if not sentence.present("K") and sentence.tags.partition(" ")[0] in sentence.words["shared_out"]:
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
