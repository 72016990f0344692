"""Parts: what the pieces of a pattern become, and which words and mentions a sentence must have for them to match."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

_BITS = {letter: 1 << at for at, letter in enumerate(string.ascii_uppercase)}


class PatternError(ValueError):
    """A pattern that cannot be read; the message says where."""


class Need(Struct, frozen=True):
    """Words of which one must be in a sentence for the pattern to match; `worth` tells how telling they are."""

    worth: int
    words: frozenset[str]


class Part(Struct, frozen=True):
    """A compiled piece of a pattern.

    Of every set in `before` a word, or a mention of a letter, must stand before what it needs most, and so for `after`.
    """

    regex: str
    need: Need | None = None
    before: tuple[frozenset[str], ...] = ()
    after: tuple[frozenset[str], ...] = ()


def mask(letters: Iterable[str]) -> int:
    """The capital letters as bits."""
    bits = 0
    for letter in letters:
        bits |= _BITS.get(letter, 0)
    return bits


def needed(parts: Iterable[Part]) -> tuple[frozenset[str], ...]:
    """Everything that the parts need, in order; not words that only tell how others begin."""
    found: list[frozenset[str]] = []
    for part in parts:
        plain = part.need is not None and not any(word.endswith("*") for word in part.need.words)
        found += (*part.before, *((part.need.words,) if part.need and plain else ()), *part.after)
    return tuple(found)
