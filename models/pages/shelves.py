"""Shelves: some of the articles, by how they came into the library."""

from __future__ import annotations

from datetime import UTC, date, datetime

OWN, TODAY, WEEK = "own", "today", "week"
SHELVES = {
    "": "All articles",
    OWN: "My articles",
    TODAY: "Added today",
    WEEK: "Added this week",
}
"""What lists may be cut down to, by the articles behind it, and how it is called."""

WHENCE = {OWN: "from your own articles", TODAY: "from articles added today", WEEK: "from articles added this week"}
"""What is left of them, within a sentence."""

DAYS = {TODAY: 1, WEEK: 7}
"""For how many days an article stands there, the one on which it was added among them."""


def stands_on(shelf: str, added: str, today: date) -> bool:
    """Whether an article stands on a shelf of SHELVES on this day.

    `added` is the ISO time in UTC when the user added it, empty for what is built in; days are those of the clock here.
    """
    if not shelf:
        return True
    if not added:
        return False
    return shelf == OWN or (today - _day(added)).days < DAYS[shelf]


def _day(added: str) -> date:
    """The day on the clock of this place."""
    time = datetime.fromisoformat(added)
    return (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone().date()
