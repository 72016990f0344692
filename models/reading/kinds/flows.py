"""Flows: where goods that are sold go, and where goods that are bought come from."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from models.records import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from models.reading.frames import Frame
    from models.reading.sentence.tagging import Sentence

SHARE = "percent"
_BEHIND = re.compile(r"(?:[^ ;.,]+ ){0,9}")
_SUBJECT = re.compile(r"(?:^|[;,] |that |[^ ]*[a-z]ly )([CLO]\d+) (?:_?[a-z'-]+ ){0,5}$")
_FIGURE = re.compile(r"[QFM]\d+ ")
_AGAINST = re.compile(
    r"(?<![^ ])(?:(?:less|more|fewer|lower|higher) than|against|versus|compared (?:with|_to)|(?:up|down) from) "
    r"(?:(?:the|a|an|_?about|some|nearly|almost|around) )*([QFM]\d+) "
)
_OWNED = re.compile(r"(J\d+) K\d+ ")


class _Side(NamedTuple):
    """The lists of words that lead to the other side of a flow, and of those whose subject it is."""

    lead: str
    done: str


_SIDES: Mapping[str, _Side] = {
    "exports": _Side("flow_to", "flow_buys"),
    "imports": _Side("flow_from", "flow_sells"),
}


def partners(frame: Frame, relation: str, quantity: Quantity | None) -> tuple[str, ...]:
    """The states that a country's goods are told to go to, or to come from; empty where the sentence does not say.

    Of several figures each has the state behind it; one that stands before the first figure is of all.
    """
    side = _SIDES.get(relation)
    if side is None:
        return ()
    tags, end = frame.sentence.tags, _end(frame)
    places = [match.start() for match in _FIGURE.finditer(tags, frame.start, end)]
    own = _place(frame.sentence, places, quantity)
    words = frame.sentence.words
    lead = _lead(words[side.lead], words["flow_not"])
    first = places[0] if places else end
    ahead = [(frame.start, first)]  # the state stands before the figure, so that each has the one before it
    if own > first and lead.search(tags, frame.start, first):
        ahead.insert(0, (max(at for at in places if at < own), own))
    behind = [] if own < 0 else [(own, next((at for at in places if at > own and not _is_change(tags, own, at)), end))]
    stretches = [*ahead, *behind] if places and lead.search(tags, frame.start, first) else [*behind, *ahead]
    for start, stop in stretches:
        found = _led_to(frame, lead, start, stop)
        if found:
            return found
    faced = _faced(frame, lead, quantity) or _doer(frame, words[side.done])
    return faced or (_owner(frame) if relation == "imports" else ())


def _end(frame: Frame) -> int:
    """Where the words that may tell the other side end: soon behind the match, in its clause."""
    found = _BEHIND.match(frame.sentence.tags, frame.end)
    return found.end() if found else frame.end


def _place(sentence: Sentence, places: Iterable[int], quantity: Quantity | None) -> int:
    """Where the figure stands; -1 where there is none."""
    if quantity is None:
        return -1
    for at in places:
        value = sentence.mention(sentence.tags[at : sentence.tags.index(" ", at)]).value
        if getattr(value, "value", None) == quantity.value:
            return at
    return -1


def _is_change(tags: str, start: int, end: int) -> bool:
    """Whether the figure at `end` is by how much the one before it changed."""
    return tags[start:end].endswith(("by ", "by _about "))


def _led_to(frame: Frame, lead: re.Pattern[str], start: int, stop: int) -> tuple[str, ...]:
    """The states behind the first words that lead to some."""
    for match in lead.finditer(frame.sentence.tags, start, stop):
        found = frame.known_states(frame.sentence.mention(match[1]))
        if found:
            return found
    return ()


def _faced(frame: Frame, lead: re.Pattern[str], quantity: Quantity | None) -> tuple[str, ...]:
    """The states of the figure that this one is set against ("Q1 _to C2 D3 , less than the Q4 D5")."""
    if quantity is None:
        return ()
    tags = frame.sentence.tags
    for found in _AGAINST.finditer(tags, frame.start):
        if getattr(frame.sentence.mention(found[1]).value, "value", None) == quantity.value:
            start = max(frame.start, tags.rfind(" ; ", 0, found.start()) + 1)
            return _led_to(frame, lead, start, found.start())
    return ()


def _doer(frame: Frame, words: frozenset[str]) -> tuple[str, ...]:
    """The states that do what the match tells of the other side ("C0 bought ... from C1")."""
    at = _verb(frame, words)
    found = _SUBJECT.search(frame.sentence.tags[:at]) if at >= 0 else None
    return frame.known_states(frame.sentence.mention(found[1])) if found else ()


def _verb(frame: Frame, words: frozenset[str]) -> int:
    """Where one of the words opens the match or stands right before it; -1 where none does."""
    tags = frame.sentence.tags
    begins = [token for token in tags[frame.start : frame.end].split()[:3] if token[0] not in "_K"]
    if begins and begins[0] in words:
        return frame.start
    last = tags[: frame.start].split()[-1:]
    return frame.start - len(last[0]) - 1 if last and last[0] in words else -1


def _owner(frame: Frame) -> tuple[str, ...]:
    """Whose the goods are called that are bought ("imports J1 K2")."""
    found = _OWNED.search(frame.sentence.tags, frame.start, frame.end)
    return frame.known_states(frame.sentence.mention(found[1])) if found else ()


@cache
def _lead(words: frozenset[str], without: frozenset[str]) -> re.Pattern[str]:
    """Words that lead to a state, but not behind those that lead elsewhere ("according _to")."""
    barred = "".join(rf"(?<!\b{word} )" for word in sorted(without))
    return re.compile(rf"(?<![^ ]){barred}(?:{_any(words)}) ([CLP]\d+) ")


def _any(words: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
