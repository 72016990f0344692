"""Callings: what somebody without an office is by the words beside the name (", a political scientist ,")."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

_FAR = 80  # characters behind or before a name in which they stand


def calling(sentence: Sentence, speaker: Mention) -> str | None:
    """What the sentence calls one whom it names: a profession behind the name, or right before it."""
    start, end = speaker.start - sentence.start, speaker.end - sentence.start
    words = sentence.words["callings"]
    if not 0 <= start < end <= len(sentence.text) or not words:
        return None
    behind, before = _patterns(words)
    found = behind.match(sentence.text, end, end + _FAR)
    if found is None and not words.isdisjoint(sentence.text[max(0, start - _FAR) : start].split()[-1:]):
        found = before.search(sentence.text, max(0, start - _FAR), start)
    return found[1] if found is not None else None


@cache
def _patterns(words: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A profession with its article behind a comma, and one without before a name."""
    nouns = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    called = rf"((?:[\w-]+ ){{0,3}}?(?:{nouns}))"
    behind = rf", (?:an?|the) {called}(?=[,.;”\"]|$| (?:at|of|in|for|with|who|from|on|and) )"
    return re.compile(behind), re.compile(
        rf"(?:^|[,:;”\"] |\b(?:said|says|told|and|to|by|as) )((?:[a-z-]+ )?(?:{nouns})) $"
    )
