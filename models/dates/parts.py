"""Parts of a year in words: the months that "first half", "9M", "January to June" or "six months to June" name."""

from __future__ import annotations

from functools import lru_cache

from models.dates.finding import find
from models.dates.grammar import grammar

Months = tuple[int, int]
"""The first and the last month of a part of a year."""

_BETWEEN = 5  # letters that may stand before and between the names of months: "from", "to", a dash


@lru_cache(maxsize=1000)
def months(words: str) -> Months | None:
    """The months that the words name; None when they name anything but a run of months within a year."""
    parts = grammar().parts
    named = words.lower()
    if known := parts.get(named) or parts.get(named.replace("-", " ")):
        return known
    head, _, tail = named.rpartition(" to ")
    spell = parts.get(head)
    if spell is not None and spell[0] == 1 and (end := _run(words[len(head) :])) is not None:
        return (end[1] - spell[1] + 1, end[1]) if spell[1] <= end[1] and end[0] == end[1] and tail else None
    return _run(words)


@lru_cache
def month_name(number: int) -> str:
    """What the month of the year is called, 1 for the first."""
    words = grammar().words.items()
    first = grammar().languages[0]
    names = (name for name, word in words if (word.role, word.value, word.language) == ("month", number, first))
    return max((name for name in names if name.istitle()), key=len, default="")


def _run(words: str) -> Months | None:
    """The months from the first to the last one that is named, if nothing else is."""
    found = find(words.replace("–", "-"))
    runs = [(mention.month, mention.until or mention.month) for mention in found if mention.month and not mention.day]
    beside = len(words) - sum(mention.end - mention.start for mention in found)
    if not 1 <= len(runs) == len(found) <= 2 or beside > _BETWEEN * len(found) or runs[-1][1] < runs[0][0]:
        return None
    return runs[0][0], runs[-1][1]
