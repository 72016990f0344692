"""How wide the columns of a table in a document are: by their shares, but not so narrow that words would be torn."""

from __future__ import annotations

import re
from math import ceil
from typing import TYPE_CHECKING

from models.briefs.drawing.svg import width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SIZE, AIR, ROOM = 9.0, 12.0, 482.0
"""Points: of the letters of a cell, what stays free beside them, and the width of a table on A4."""
MOST = 40
"""Per cent that a word may ask for: a longer one is an address, or none."""
_WORD = re.compile(r"[^\s\u2e80-\uffef]+")


def wide_enough(shares: Sequence[int], columns: Iterable[Iterable[str]]) -> tuple[int, ...]:
    """The shares of a hundred for columns with these texts; what one needs for its longest word others give that have
    more than they need. Where there is not room enough for all, the shares stay as they are."""
    least = [min(_least(texts), MOST) for texts in columns]
    if sum(least) > sum(shares):
        return tuple(shares)
    wide = [max(pair) for pair in zip(shares, least, strict=True)]
    while (over := sum(wide) - sum(shares)) > 0:
        spare = [(width - need, place) for place, (width, need) in enumerate(zip(wide, least, strict=True))]
        most, place = max(spare)
        wide[place] -= min(over, max(1, most // 2))
    return tuple(wide)


def _least(texts: Iterable[str]) -> int:
    """Per cent of the table that the longest word needs; text without spaces may be torn anywhere."""
    words = (word for text in texts for word in _WORD.findall(text))
    return ceil(100 * (max((width_of(word, SIZE) for word in words), default=0.0) + AIR) / ROOM)
