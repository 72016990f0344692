"""Plants: the figure of some plants together ("two stations of Q1 in all") is theirs, and not the country's total."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention
    from models.records import Quantity

_WORKS = "develops"
_NEAR = 3  # words from the number to what it counts
_PLURAL = re.compile(r"\w+s\b")
_NEXT = re.compile(r" [a-z]+s\b")
_SHARE, _NUMBER = "percent", "B"


def of_plants(frame: Frame, relation: str, commodity: Mention, quantity: Quantity) -> Quantity:
    """The figure with what it is of, where the goods stand for a number of plants that the words count."""
    if relation != _WORKS or quantity.of or quantity.unit == _SHARE:
        return quantity
    sentence = frame.sentence
    at = frame.place(commodity)
    words = sentence.tags[: max(0, at)].split()[-_NEAR:]
    start = next((found for word in reversed(words) if (found := _start(frame, word, commodity)) >= 0), -1)
    end = commodity.end - sentence.start
    behind = _NEXT.match(sentence.text, end)
    end = behind.end() if behind is not None else end
    told = sentence.text[start:end] if start >= 0 else ""
    return replace(quantity, of=told) if _PLURAL.search(told.rpartition(" ")[2]) else quantity


def _start(frame: Frame, word: str, commodity: Mention) -> int:
    """Where in the sentence's text the number stands; -1 where the word counts nothing."""
    sentence = frame.sentence
    if word[0] == _NUMBER:
        return sentence.mention(word).start - sentence.start
    if sentence.counts.get(word, 0) <= 1:
        return -1
    return sentence.text.lower().rfind(f"{word} ", 0, max(0, commodity.start - sentence.start))
