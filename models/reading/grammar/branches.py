"""Branches: many wordings as one regular expression that looks at a first letter once, not once for every wording."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def branches(options: Iterable[str]) -> str:
    """The options joined by bars, in groups of one first letter; it matches what `"|".join(options)` does.

    Each is a regular expression that begins with a letter or an escaped mark. Options that begin differently exclude
    each other, so only the order within a group tells which one is taken.
    """
    groups: dict[str, list[str]] = {}
    for option in options:
        size = 2 if option[:1] == "\\" else 1
        groups.setdefault(option[:size], []).append(option[size:])
    return "|".join(
        first + (rests[0] if len(rests) == 1 else f"(?:{'|'.join(rests)})") for first, rests in groups.items()
    )


def any_of(words: Iterable[str]) -> str:
    """Any of the words, the longest first, as branches; where there are none it fits nothing."""
    return branches(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"
