"""Branches: many wordings as one regular expression that looks at each letter they share once, not once for each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_PLAIN = re.compile(r"(?:[\w ,'-]|\\[^\w])(?![*+?{])")
"""What begins a wording that stands for itself alone: two that begin differently exclude each other."""


def branches(options: Iterable[str]) -> str:
    """The options joined by bars, in groups of what they begin with; it matches what `"|".join(options)` does.

    Each is a regular expression that begins with a letter or an escaped mark. Options that begin differently exclude
    each other, so only the order within a group tells which one is taken. Shared beginnings make it shorter, and a
    regular expression takes its time to be made by its length.
    """
    return "|".join(_grouped(options))


def any_of(words: Iterable[str]) -> str:
    """Any of the words, the longest first, as branches; where there are none it fits nothing."""
    return branches(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"


def _grouped(options: Iterable[str]) -> list[str]:
    """One regular expression for each beginning."""
    groups: dict[str, list[str]] = {}
    for option in options:
        size = 2 if option[:1] == "\\" else 1
        groups.setdefault(option[:size], []).append(option[size:])
    return [first + _behind(rests) for first, rests in groups.items()]


def _behind(rests: list[str]) -> str:
    """What follows one beginning: grouped again, unless that changed the order of those that may both fit."""
    more = [rest for rest in rests if rest]
    if len(rests) > 1 and all(map(_PLAIN.match, more)) and len(rests) - len(more) < 2 and "" not in rests[1:-1]:
        grouped = _grouped(more)
        rests = ["", *grouped] if not rests[0] else [*grouped, ""] if not rests[-1] else grouped
    return rests[0] if len(rests) == 1 else f"(?:{'|'.join(rests)})"
