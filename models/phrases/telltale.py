"""The words of a sentence that tell more closely what is claimed, by the patterns of the grammar."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from models.catalog import RESOURCES
from models.phrases.templates import load

if TYPE_CHECKING:
    from models.phrases.templates import Templates


def found(kind: str, quote: str, **parts: str) -> list[str]:
    """What the patterns of a kind match in the quote, or the group of it that they tell."""
    return [match[match.lastindex or 0] for each in _patterns(kind, **parts) for match in each.finditer(quote)]


@lru_cache(maxsize=256)
def _compiled(kind: str, parts: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], ...]:
    patterns: list[str] = _loaded()[kind]["patterns"]
    for name, value in parts:
        patterns = [pattern.replace(f"{{{name}}}", value) for pattern in patterns]
    return tuple(map(re.compile, patterns))


def _patterns(kind: str, **parts: str) -> tuple[re.Pattern[str], ...]:
    return _compiled(kind, tuple(parts.items()))


@lru_cache(maxsize=1)
def _loaded() -> Templates:
    return load(RESOURCES / "grammar", "closely")
