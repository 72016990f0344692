"""The publisher in a line of credits under the title: "By our correspondent, NAME Wire", "NAME Review, 20 January"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.formats.rules import Layout

_LONGEST = 100
_MOST_WORDS = 5
_APART = re.compile(r"\s*[,|·•/()]\s*|\s+[–—-]\s+")


def named_in(line: str, rules: Layout) -> str | None:
    """The part of a line that is called as papers and agencies are; None in a sentence and where there is none."""
    if len(line) > _LONGEST or line.rstrip().endswith((".", "!", "?", ":")):
        return None
    return next((part for part in _APART.split(line) if part in rules.agencies or _is_title(part, rules)), None)


def _is_title(part: str, rules: Layout) -> bool:
    """Whether it is a few capitalised words, of which the last is one that papers are called by."""
    words = part.split()
    return (
        1 < len(words) <= _MOST_WORDS
        and words[-1].casefold() in rules.titles
        and words[0].casefold() not in rules.bylines
        and all(word[0].isupper() or word in ("of", "and", "for", "the", "&") for word in words)
    )
