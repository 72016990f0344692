"""Earlier: the figure of another year that the figure told is set against ("Q0 in D1, against Q2 in D3")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from models.dates import months
from models.reading.around.periods import part_of_year, year_of
from models.records import Quantity, Resource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention

_FLOWS = frozenset({"produces", "exports", "imports"})
_SHARE = "percent"
_SET_AGAINST = re.compile(
    r"(?<![^ ])(?:against|versus|compared (?:with|_to)|(?:up|down) from) "
    r"(?:_?(?:the|a|an|mere|about|around|nearly|almost|just|over|under|some|roughly|only) )*"
    r"(?P<figure>[QB]\d+) (?:of (?:it|them|K\d+) )?(?P<date>D\d+) "
)
_OTHER = re.compile(r"[QM]\d+ ")
_MOST = 30.0  # times that a flow may have grown or shrunk from one year to another


def earlier(frame: Frame, told: Resource, gives: dict[str, Any]) -> Iterator[Resource]:
    """What was made or traded in the other year, where its year is stated and no other figure stands between."""
    if told.quantity is None or told.relation not in _FLOWS or told.quantity.unit == _SHARE or told.year is None:
        return
    own, tags = frame.mention(gives.get("quantity", "q")), frame.sentence.tags
    at = frame.place(own) if own is not None else -1
    found = _SET_AGAINST.search(tags, max(0, at)) if at >= 0 else None
    if found is None or " ; " in tags[at : found.start()].replace(" ; , ", " , ") or _between(tags, at, found):
        return
    date = frame.sentence.mention(found["date"])
    when, figure = year_of(date), _alike(frame.sentence.mention(found["figure"]), told.quantity)
    if figure is None or when.number in (None, told.year) or when.inferred or part_of_year(frame, date):
        return
    figure = replace(figure, of=_way(told.quantity) or figure.of)
    yield replace(told, quantity=figure, year=when.number, year_inferred=False, rank=None)


def _way(told: Quantity) -> str:
    """What the figure told is of but for a part of the year: the way that goods went is that of both years."""
    return ", ".join(part for part in (told.of or "").split(", ") if part and months(part) is None)


def _between(tags: str, at: int, found: re.Match[str]) -> bool:
    """Whether another figure stands between the one told and the one it is set against."""
    return _OTHER.search(tags, tags.find(" ", at) + 1, found.start("figure")) is not None


def _alike(mention: Mention, told: Quantity) -> Quantity | None:
    """The figure where it is of the unit of the one told, or a bare number, and not too far from it."""
    value = mention.value
    if isinstance(value, float):
        value = Quantity(value, told.unit, told.of)
    if not isinstance(value, Quantity) or value.unit.partition("/")[0] != told.unit.partition("/")[0]:
        return None
    one, other = (figure[0] if isinstance(figure, tuple) else figure for figure in (value.value, told.value))
    return value if min(one, other) > 0 and max(one, other) / min(one, other) <= _MOST else None
