"""Plants: the figure of some plants together ("two stations of Q1 in all") is theirs, and not the country's total."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention
    from models.records import Quantity, Resource

_WORKS = "develops"
_NEAR = 3  # words from the number to what it counts
_PLURAL = re.compile(r"\w+s\b")
_NEXT = re.compile(r" [a-z]+s\b")
_NOUN = re.compile(r" ([a-z]+)\b")
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


def of_one_plant(frame: Frame, told: Resource) -> Resource:
    """The claim with the plant that its figure is of, where the words tell of a single one without a name ("a K0 plant
    with a capacity of Q1"): others may do the same."""
    figure = told.quantity
    if told.relation != _WORKS or figure is None or figure.of or figure.unit == _SHARE:
        return told
    plants = (_plant(frame, mention) for mention in frame.sentence.present("K") if told.resource in mention.ids)
    plant = next(filter(None, plants), "")
    return replace(told, quantity=replace(figure, of=plant)) if plant else told


def _plant(frame: Frame, commodity: Mention) -> str:
    """The words for a single plant that the mention of goods ends in or is followed by; empty for none or several."""
    sentence = frame.sentence
    start, end = commodity.start - sentence.start, commodity.end - sentence.start
    if start < 0:
        return ""  # goods that the sentence leaves unsaid
    noun = _NOUN.match(sentence.text, end)
    end = noun.end() if noun is not None and noun[1] in sentence.words["plants"] else end
    told = sentence.text[start:end]
    return told if told.rpartition(" ")[2].lower() in sentence.words["plants"] else ""


def _start(frame: Frame, word: str, commodity: Mention) -> int:
    """Where in the sentence's text the number stands; -1 where the word counts nothing."""
    sentence = frame.sentence
    if word[0] == _NUMBER:
        return sentence.mention(word).start - sentence.start
    if sentence.counts.get(word, 0) <= 1:
        return -1
    return sentence.text.lower().rfind(f"{word} ", 0, max(0, commodity.start - sentence.start))
