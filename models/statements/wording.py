"""Whether two descriptions tell the same thing, by the words that carry it: needs no list of words of a language."""

from __future__ import annotations

import re
from itertools import takewhile

STEM = 5
"""Letters of a word that are compared, so that "agreed" and "agreement" are one."""

SHORTEST = 4
"""Words shorter than this carry little; scripts without blanks are compared by pairs of characters."""

_WORD = re.compile(r"[^\W\d_]+")
_UNSPACED = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"))


def stems(text: str, without: frozenset[str] = frozenset()) -> frozenset[str]:
    """The beginnings of the words that carry meaning, except those in `without` (stems, too)."""
    found: set[str] = set()
    for word in _WORD.findall(text.casefold()):
        if not word.isascii() and any(first <= char <= last for char in word for first, last in _UNSPACED):
            found.update(word[at : at + 2] for at in range(len(word) - 1))
        elif len(word) >= SHORTEST:
            found.add(word[:STEM])
    return frozenset(found - without)


def common_run(one: str, other: str) -> int:
    """How many words two descriptions share in one go, up to one that carries meaning; the verbs they begin with aside.

    "ended its ban on exports of ore" and "lifted its ban on exports this year" share four.
    """
    first, second = (_WORD.findall(text.casefold())[1:] for text in (one, other))
    longest = 0
    for start in range(len(first)):
        for begin in range(len(second)):
            pairs = zip(first[start:], second[begin:], strict=False)
            run = list(takewhile(lambda pair: pair[0] == pair[1], pairs))
            while run and len(run[-1][0]) < SHORTEST:
                run.pop()
            longest = max(longest, len(run))
    return longest


def alike(one: frozenset[str], other: frozenset[str], share: float, least: int = 2) -> bool:
    """True when the shorter of two sets of stems is held by the other in at least that share."""
    common, size = len(one & other), min(len(one), len(other))
    return one == other or (common >= min(least, size) > 0 and common >= share * size)
