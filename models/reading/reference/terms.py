"""Terms: over how many years a target is spread that later sentences speak of ("a five-year goal. The target is")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.grammar.tokens import words_of
from models.records import Quantity

if TYPE_CHECKING:
    from models.reading.sentence.tagging import Sentence

TARGETED = "targeted"
_YEARS = "year"
_THE = frozenset({"the", "this", "that", "its", "their"})
_SAME = re.compile(r"(?:^|; |, )([a-z]+) (?:[a-z-]+ ){0,2}?([a-z]+) ")


def term(sentence: Sentence) -> int:
    """The years of the target that the sentence tells of; 0 where it tells of none, or of several spans."""
    if sentence.words[TARGETED].isdisjoint(words_of(sentence.tags)):
        return 0
    values = [mention.value for mention in sentence.present("Q")]
    spans = {value.value for value in values if isinstance(value, Quantity) and value.unit == _YEARS}
    only = spans.pop() if len(spans) == 1 else 0
    return int(only) if isinstance(only, int | float) else 0


def is_of_before(sentence: Sentence, end: int) -> bool:
    """Whether the words before this place speak of a target told before ("the target stands at M0")."""
    before = sentence.tags[:end]
    return any(found[1] in _THE and found[2] in sentence.words[TARGETED] for found in _SAME.finditer(before))
