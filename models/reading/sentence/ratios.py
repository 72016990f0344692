"""Ratios: shares told by counting, "nine out of ten barrels", "four tonnes of copper in five"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.grammar.branches import any_of
from models.reading.sentence.mentions import Mention
from models.records import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_HUNDRED, _LEAST = 100.0, 2.0
_LONGEST = 3  # words of the goods between a count and the whole it is of


class Ratios:
    """Finds counted shares: a small number, and the larger one that it is of."""

    def __init__(self, numbers: Mapping[str, Mapping[str, float]], joints: Iterable[str], spans: Iterable[str]) -> None:
        self._numbers = {word: value for word, value in numbers["spelled"].items() if " " not in word and len(word) > 1}
        number, joint, span = (any_of(words) for words in (self._numbers, joints, spans))
        whole = rf"(?P<whole>{number})\b(?! (?:{span})\b)"
        self._counted = re.compile(rf"(?ai:(?P<part>{number}) (?:{joint}) {whole})(?: [a-z-]+(?= of )|(?= [a-z]))")
        # "nine out of ten barrels of oil": what was counted belongs to the share; "four tonnes of copper in five" ends
        # before its goods
        self._parted = re.compile(
            rf"(?ai:(?P<part>{number}) [a-z]+)(?= of (?:[\w-]+ ){{1,{_LONGEST}}}(?ai:(?:{joint}) {whole})(?! [A-Z\d]))"
        )

    def find(self, text: str, at: int) -> Mention | None:
        """The share that begins at a place, where one does."""
        found = self._counted.match(text, at) or self._parted.match(text, at)
        if found is None:
            return None
        part, whole = (self._numbers[found[name].lower()] for name in ("part", "whole"))
        if part >= whole or whole <= _LEAST:
            return None
        value = Quantity(round(part / whole * _HUNDRED, 1), "percent")
        return Mention("F", at, found.end(), found[0], value=value)
