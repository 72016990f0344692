"""Parts of a year, however they are told ("H1", "January to June"): which they are, and what cannot be so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.dates import months
from models.statements.values import Value, middle

if TYPE_CHECKING:
    from models.dates import Months

MONTHS = 12

UNEVEN = 1.5
"""No traffic is so uneven that a part of the year brings more than this many times its share."""


def split(of: str) -> tuple[str, Months | None]:
    """What a figure is of, without the part of a year that ends it, and the months of that part."""
    rest, _, last = of.rpartition(", ")
    span = months(last) if last else None
    return (of, None) if span is None else (rest, span)


def length(span: Months) -> float:
    """How much of the year the months are, 0 to 1."""
    return (span[1] - span[0] + 1) / MONTHS


def impossible(part: Value, share: float, whole: Value, *, steady: bool) -> bool:
    """True when a part of a year cannot have this figure where the whole year has that one.

    Of what goes on all year (`steady`) a part has about its share; a harvest may all come in one month.
    """
    most = middle(whole) * (min(1.0, UNEVEN * share) if steady else 1.0)
    return not isinstance(part, str) and middle(part) > most > 0
