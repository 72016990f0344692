"""Called: patterns over tagged text that are looked for only where a word that calls for them stands."""

from __future__ import annotations

import re
import sys
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from models.reading.grammar.tokens import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ALWAYS = 1
_bits: dict[frozenset[str], int] = {frozenset(): _ALWAYS}  # each set of words that call for a pattern has one
_called_by: dict[str, int] = {}  # the bits of all sets that a word is in


@lru_cache(maxsize=4)
def _calling(tags: str) -> int:
    """The bits of the sets of which a word stands in tagged text, so that each of many patterns looks for its own."""
    found = _ALWAYS
    for word in words_of(tags) & _called_by.keys():
        found |= _called_by[word]
    return found


class Called:
    """A regular expression, made when it is first looked for, and words of which one stands wherever it fits.

    Without any words it is always looked for.
    """

    def __init__(self, source: str, words: frozenset[str]) -> None:
        self._source = source
        self.words = words
        self._answered = "", False
        self._enter()

    def _enter(self) -> None:
        """Make its words known to call for it."""
        if self.words not in _bits:
            _bits[self.words] = bit = 1 << len(_bits)
            for word in self.words:
                _called_by[word] = _called_by.get(word, 0) | bit
            _calling.cache_clear()
        self._bit = _bits[self.words]

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        return re.compile(self._source)

    def __getstate__(self) -> dict[str, object]:
        return {key: value for key, value in self.__dict__.items() if key != "_regex"}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)
        self._enter()

    def fits(self, tags: str) -> bool:
        """Whether it fits anywhere in the tagged text; many ask the same one after the other."""
        asked, found = self._answered
        if asked is not tags:
            found = self.search(tags) is not None
            self._answered = tags, found
        return found

    def is_called(self, tags: str) -> bool:
        """Whether it may fit somewhere in the tagged text."""
        return self._bit & _calling(tags) != 0

    def search(self, tags: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Where it fits first in tags[start:end]."""
        return self._regex.search(tags, start, end) if self._bit & _calling(tags) else None

    def match(self, tags: str, start: int) -> re.Match[str] | None:
        """How it fits at a place of the tags."""
        return self._regex.match(tags, start) if self._bit & _calling(tags) else None

    def finditer(self, tags: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Everywhere it fits in tags[start:end]."""
        return self._regex.finditer(tags, start, end) if self._bit & _calling(tags) else iter(())


def longest(phrases: Iterable[str]) -> frozenset[str]:
    """The longest word of each phrase of tagged text: one of them stands wherever one of the phrases does."""
    return frozenset(max(phrase.split(), key=len) for phrase in phrases)
