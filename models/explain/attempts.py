"""Attempts: what keeps a pattern from matching a sentence, found with the rule's own expressions."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from models.explain.columns import shortened
from models.reading.grammar.parts import PatternError, mask
from models.reading.grammar.patterns import beginnings, compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.reading.grammar.language import Language
    from models.reading.grammar.rules import Compiled

_WORDS = 6
_PIECE = 44


class Attempt(Struct, frozen=True):
    """What became of a pattern on a sentence: `why` it does not match, or nothing.

    `reached` is 1 for a match, the share of its pieces that fit where it has all it needs, and minus the number of
    things it lacks where it does not.
    """

    compiled: Compiled
    reached: float
    why: str = ""


def attempt(compiled: Compiled, tags: str, language: Language) -> Attempt:
    """What became of the pattern on the tagged sentence."""
    lacking = [*_missing_words(compiled, tags, language), *_missing_mentions(compiled, tags, language)]
    if lacking:
        return Attempt(compiled, -len(lacking), f"no {', no '.join(lacking)}")
    if compiled.regex.search(tags) is None:
        return _stopped(compiled, tags, language)
    barred = compiled.barred.search(tags) if compiled.barred is not None else None
    if barred is not None:
        return Attempt(compiled, 1.0, f"unless: “{barred[0].strip()}” stands in the sentence")
    if not any(compiled.matches(tags)):
        return Attempt(compiled, 1.0, f"never: “{compiled.rule.never}” stands among the words that match")
    return Attempt(compiled, 1.0)


def _missing_words(compiled: Compiled, tags: str, language: Language) -> list[str]:
    """The pieces of which a word must be in the sentence and is not."""
    words = set(tags.split())
    needed = [compiled.pattern.triggers, *compiled.pattern.also]
    missing = [group for group in dict.fromkeys(needed) if not any(_stands(word, words) for word in group)]
    named = {_triggers(piece, language): piece for piece in _pieces(compiled, language)} if missing else {}
    return [_quoted(named[group]) if group in named else f"word of: {_some(group)}" for group in missing]


def _missing_mentions(compiled: Compiled, tags: str, language: Language) -> list[str]:
    """The types of mention that slots need and the sentence does not have."""
    present = mask(word[0] for word in tags.split())
    missing = [bits for bits in dict.fromkeys(compiled.pattern.masks) if not bits & present]
    types = {mask(letters): name for name, letters in reversed(language.slots.items())}
    return [f"mention of type {types.get(bits, '?')}" for bits in missing]


def _stopped(compiled: Compiled, tags: str, language: Language) -> Attempt:
    """The longest beginning of the pattern that is in the sentence, and the piece that does not follow."""
    lines = beginnings(compiled.pattern.source, language)
    low, high = 0, len(lines)  # every beginning of one that is there is there too
    while low < high:
        middle = (low + high) // 2
        if compiled.partly(lines[middle], language).search(tags):
            low = middle + 1
        else:
            high = middle
    before = lines[low - 1] if low else ""
    piece = _quoted(lines[min(low, len(lines) - 1)][len(before) :])
    found = compiled.partly(before, language).search(tags) if before else None
    text = found[0].strip() if found else ""
    return Attempt(compiled, low / len(lines), f"no {piece} follows “{text}”" if text else f"no {piece} in its place")


def _pieces(compiled: Compiled, language: Language) -> list[str]:
    """The pattern in its pieces, without the gaps between them."""
    lines = ["", *beginnings(compiled.pattern.source, language)]
    return [after[len(before) :].strip(" .~") for before, after in pairwise(lines)]


def _quoted(piece: str) -> str:
    return f"“{shortened(piece, _PIECE)}”"


def _triggers(piece: str, language: Language) -> frozenset[str]:
    """The words of which one must stand where the piece is to fit."""
    try:
        return compile_pattern(piece, language).triggers
    except PatternError:  # a bracket alone
        return frozenset()


def _stands(word: str, words: Iterable[str]) -> bool:
    """Whether a word is among others; one that ends in * stands for all that begin so."""
    if word.endswith("*"):
        return any(other.startswith(word[:-1]) for other in words)
    return word in words


def _some(words: Iterable[str]) -> str:
    listed = sorted(word.lstrip("_") for word in words)
    return ", ".join(listed[:_WORDS]) + (" …" if len(listed) > _WORDS else "")
