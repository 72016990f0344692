"""Names that this system can show: where no font has the letters of one, boxes would stand in its place."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetrics

BETWEEN = " · "
"""What stands between the names of one thing."""

BEYOND = "\u0530"
"""The first letter behind the scripts that every font for a desktop has; to ask for these would only take time."""


def legible(names: str, face: QFont) -> str:
    """Those of the names, with BETWEEN between them, of which this font or one behind it has all letters."""
    if not names or max(names) < BEYOND:
        return names
    return BETWEEN.join(name for name in names.split(BETWEEN) if max(name) < BEYOND or _has(name, face.family()))


@lru_cache(maxsize=1024)
def _has(name: str, family: str) -> bool:
    """Whether this font or one behind it has every letter."""
    metrics = QFontMetrics(QFont(family))
    return all(metrics.inFontUcs4(ord(letter)) for letter in name)
