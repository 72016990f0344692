"""Tokens: the words of tagged text, split once for all that ask for them one after the other."""

from __future__ import annotations

import re
from functools import lru_cache

_TAG = re.compile(r"([A-Z])(\d+)")


@lru_cache(maxsize=4)
def tokens_of(tags: str) -> list[str]:
    """The words of tagged text in their order, to be read only."""
    return tags.split()


@lru_cache(maxsize=4)
def words_of(tags: str) -> frozenset[str]:
    """The words of tagged text, to be looked for."""
    return frozenset(tokens_of(tags))


@lru_cache(maxsize=4)
def tags_of(tags: str) -> tuple[tuple[str, int], ...]:
    """The letter and the number of every mention in tagged text, in its order."""
    return tuple([(letter, int(number)) for letter, number in _TAG.findall(tags)])


def spaced(tags: str) -> str:
    """The tagged text with a single blank behind every token."""
    return " ".join((*tokens_of(tags), "")) if "  " in tags else tags
