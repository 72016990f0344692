"""Sorts of ties: what two are to each other more closely than a rule tells, and whether one is the largest of its sort.

"A partner" by the word beside it: partners that invest are no buyers. "The largest partner" is told as just that only
where nothing narrows it: among whom, after whom, of which goods.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from models.reading.frames import Frame

# "C0 's largest _", "largest _ of C0", and that is all there is of it
_OWNED = r"(?:[CJ]\d+ 's|J\d+) (?:(?:{most}) )(?:{nouns}) (?!in |among |within |of |for |outside )"
_NAMED = r"(?:{most}) (?:{nouns}) (?:of|in|for|_to) C\d+ (?!'s )"
# "_one of the largest", "the second largest", "C0 and others are among"
_NOT_FIRST = re.compile(
    r"(?:_one of (?:the )?(?:\S+ )?|among (?:the )?(?:\S+ ){0,2}|"
    r"(?:second|third|fourth|fifth|sixth|next|two|three|previously|former|formerly) )$"
)
# behind it: whom it does not count
_BUT_FOR = re.compile(r"[^;]*?\b(?:after|behind|besides|except|outside|apart|excluding|among|alongside|together) ")


def sort_of(frame: Frame, relation: str) -> str:
    """The relation, more closely where a word of the match tells its sort."""
    told = frame.sentence.tags[frame.start : frame.end].split()
    sorts = frame.compiled.sorts.get(relation, {})
    return next((sort for sort, words in sorts.items() if not set(words).isdisjoint(told)), relation)


def largest(frame: Frame, sort: str) -> str:
    """What the largest of this sort is called, where the match tells of that one; else the sort."""
    return next((name for name, wanted in _ranked(frame, sort) if _is_largest(frame, wanted)), sort)


def _ranked(frame: Frame, sort: str) -> list[tuple[str, re.Pattern[str]]]:
    table: dict[str, Any] = frame.compiled.largest
    return [
        (name, _pattern(tuple(table["most"]), tuple(entry["nouns"])))
        for name, entry in table.items()
        if isinstance(entry, dict) and entry["sort"] == sort
    ]


@cache
def _pattern(most: tuple[str, ...], nouns: tuple[str, ...]) -> re.Pattern[str]:
    parts = {"most": "|".join(most), "nouns": "|".join(nouns)}
    return re.compile("|".join(part.format(**parts) for part in (_OWNED, _NAMED)))


def _is_largest(frame: Frame, wanted: re.Pattern[str]) -> bool:
    """Whether the match tells of the largest, and of no other rank and of none but these two."""
    tags = frame.sentence.tags
    return any(
        found.start() < frame.end
        and found.end() > frame.start
        and _NOT_FIRST.search(tags, 0, found.start()) is None
        and _BUT_FOR.match(tags, found.end()) is None
        for found in wanted.finditer(tags)
    )
