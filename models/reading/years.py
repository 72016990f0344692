"""The year that a frame's figure is of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.reading.mentions import Mention

_DIGITS = 4


def year(frame: Frame, gives: dict[str, Any]) -> int | None:
    """The year stated with the figure; one that only the publication date tells is left out."""
    return year_of(frame.mention(gives.get("year", "d|near:D")))


def year_of(mention: Mention | None) -> int | None:
    """The year of a date that the text itself gives."""
    if mention is None or not isinstance(mention.value, str) or mention.inferred:
        return None
    return int(mention.value[:_DIGITS])
