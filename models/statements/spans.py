"""Parts of a year, told in words ("January to July"): how much of the year they are, and what cannot be so."""

from __future__ import annotations

from functools import lru_cache

from models import dates
from models.statements.values import Value, middle

MONTHS = 12
BETWEEN = 5
"""Letters that may stand before and between the names of months: "from", "to", a dash."""

UNEVEN = 1.5
"""No traffic is so uneven that a part of the year brings more than this many times its share."""


@lru_cache(maxsize=1000)
def part_of_year(words: str) -> float:
    """The share of a year that the words name, 0 to 1; 0 when they name anything but a run of months."""
    found = dates.find(words.replace("–", "-"))
    runs = [(mention.month, mention.until or mention.month) for mention in found if mention.month and not mention.day]
    beside = len(words) - sum(mention.end - mention.start for mention in found)
    if not 1 <= len(runs) == len(found) <= 2 or beside > BETWEEN * len(found) or runs[-1][1] < runs[0][0]:
        return 0.0
    return (runs[-1][1] - runs[0][0] + 1) / MONTHS


def impossible(part: Value, share: float, whole: Value, *, steady: bool) -> bool:
    """True when a part of a year cannot have this figure where the whole year has that one.

    Of what goes on all year (`steady`) a part has about its share; a harvest may all come in one month.
    """
    most = middle(whole) * (min(1.0, UNEVEN * share) if steady else 1.0)
    return not isinstance(part, str) and middle(part) > most > 0
