"""Marks: single quotation marks around whole words of somebody, read as double ones ("‘We won,’ he said").

The text keeps its length, so that every place in it stays where it is. Apostrophes stay what they are.
"""

from __future__ import annotations

import re

_PLAIN_OPENS = (" '", "\n'")
# what somebody says ends in a mark of its own before the closing one, or the closing one stands before another mark;
# the opening mark comes first, so that the search skips to it fast
_CURLY = re.compile(
    r"‘(?<![\w’']‘)(?=\S)(?:(?P<said>[^‘“”\"«»\n]{12,900}?[,.!?…])’(?!\w)|(?P<part>[^‘’“”\"«»\n]{3,160})’(?=[.,;:)\s]))"
)
_PLAIN = re.compile(r"'(?<![\w’'.,)]')(?=[A-Z])(?P<said>[^“”\"«»\n]{12,900}?[,.!?…])'(?!\w)")


def doubled(text: str) -> str:
    """The text with double marks around what stands between single ones."""
    if "‘" in text:
        text = _CURLY.sub(lambda match: f"“{match['said'] or match['part']}”", text)
    if any(map(text.__contains__, _PLAIN_OPENS)):
        text = _PLAIN.sub(lambda match: f"“{match['said']}”", text)
    return text
