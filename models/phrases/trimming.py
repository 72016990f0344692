"""Words that say again what already stands beside them, taken off."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from models.records import PartialDate


def without_lead(text: str, idle: Collection[str]) -> str:
    """The text without `idle` words at its beginning ("also"), which say nothing where it stands alone."""
    first, _, rest = text.partition(" ")
    return without_lead(rest, idle) if rest and first.casefold() in idle else text


def without_date(text: str, date: PartialDate, leads: Collection[str]) -> str:
    """The text without that date at its end and the `leads` before it ("on", "in"); any other date stays."""
    from models import dates  # its grammar is needed only where there are events

    last = next(reversed(dates.find(text)), None)
    if last is None or text[last.end :].strip(" .") or dates.resolve(last, date).date != date:
        return text
    words = text[: last.start].rstrip(" ,").split(" ")
    while words and words[-1].casefold() in leads:
        words.pop()
    return " ".join(words).rstrip(" ,") or text
