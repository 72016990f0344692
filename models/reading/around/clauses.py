"""Clauses: which parts of a tagged sentence have a date and a place of their own.

"L1 met C2 in P3 D4 ; after L1 had met C5 in P6": what stands behind "after" tells nothing of the first meeting, and the
other way round. The same holds for "C1 , C1 were received in P2 D3 ," (a relative clause).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAIN = 0
_TOKEN = re.compile(r"\S+")


@lru_cache(maxsize=4)
def clause_numbers(tags: str, apart: frozenset[str]) -> dict[int, int]:
    """The clause that each token stands in, by the token's place in the tags; 0 is the main clause.

    `apart` are the words that open a clause with a date and a place of its own. Every event of a sentence asks for
    the date and for the place: the last answers are kept, to be read only.
    """
    tokens = [(match.start(), match[0]) for match in _TOKEN.finditer(tags)]
    words = [word for _, word in tokens]
    return dict(zip((at for at, _ in tokens), _numbers(words, apart), strict=True))


def _numbers(words: Sequence[str], apart: frozenset[str]) -> Iterator[int]:
    """The number of the clause of each word."""
    number, count, until = MAIN, 0, frozenset[str]()
    for at, word in enumerate(words):
        if word in until:
            number = MAIN
        ends = _ends(words, at, apart) if word in apart or word == "," else None
        if ends:
            count += 1
            number, until = count, ends
        yield number


def _ends(words: Sequence[str], at: int, apart: frozenset[str]) -> frozenset[str]:
    """What ends the clause that this word opens; empty where it opens none."""
    word, before = words[at], words[at - 1] if at else ""
    behind = words[at + 1] if at + 1 < len(words) else ""
    if word == "," and before == behind and before[-1:].isdigit():
        return frozenset(",;")
    if word in apart and (before == ";" or words[max(0, at - 2) : at] == [";", ","]):
        return frozenset(";")
    if word in apart and (not at or behind.endswith("ing")):
        return frozenset(",;")
    return frozenset()
