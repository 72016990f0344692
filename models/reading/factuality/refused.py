"""Refused: offers, requests and plans that somebody turned down; what they were to bring is no plan of anybody.

"C0 refused an offer by O1 _to buy Q2", "O0 's bid _to buy Q1 _was rejected", "offered _to buy Q1 , but C2 declined".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from models.reading.grammar.branches import any_of
from models.reading.grammar.called import Called, longest

if TYPE_CHECKING:
    from models.reading.grammar.language import Language

_FEW = r"(?:(?!_to |but )[^ ;,]+ )"
_REST = r"(?:(?! but )[^;])*?"


class Refused(Struct, frozen=True, eq=False):
    """What opens a stretch that tells of something turned down, and what holds one."""

    opened: Called
    held: Called


def find_refused(language: Language) -> Refused:
    """The patterns made of the families of words of the language data."""
    families = language.tables["untold"]

    def family(name: str) -> str:
        return f"(?:{any_of(map(language.literal, families[name]))})"

    turning, offers, turned, offering = (family(name) for name in ("turning_down", "offers", "turned_down", "offering"))
    phrases = [language.literal(phrase) for name in ("turning_down", "turned_down") for phrase in families[name]]
    called = longest(phrases)
    opened = rf"(?<![^ ])(?<!_not ){turning}{_FEW}{{0,5}}?{offers}{_FEW}{{0,5}}?(?=(?:; )?(?:_to|that|for|under) )"
    noun = rf"{offers}{_FEW}{{0,5}}?(?P<noun>_to {_REST}[^ ;,]+ (?:, )?)(?:_\S+ )+(?:[a-z]+ly )?(?<!_not ){turned}"
    verb = (
        rf"(?:{offering}|{offers}){_FEW}{{0,3}}?(?P<verb>_to {_REST})(?:[;,] )*but (?:; )?(?:[^ ;,]+ ){{0,4}}?{turning}"
        r"(?=[.;,] |it |them |this |that |the |$)"
    )
    return Refused(Called(opened, called), Called(rf"(?<![^ ])(?:{noun}|{verb})", called))


def is_turned_down(tags: str, span: tuple[int, int], refused: Refused, *, whole: bool) -> bool:
    """Whether tags[span] tells what an offer, a request or a plan was to bring, which somebody turned down.

    A `whole` one counts as well that begins with who turns it down: to do so is no deed but of the offer.
    """
    if not refused.opened.is_called(tags):  # the same words call for both
        return False
    start, end = span
    for found in refused.opened.finditer(tags, 0, end):
        closed = tags.find(" ; ", found.end() + 2)
        ahead = found.start() < start or whole
        if ahead and start < (closed if closed >= 0 else len(tags)) and end > found.end():
            return True
    for found in refused.held.finditer(tags):
        for name in ("noun", "verb"):
            begin, stop = found.span(name)
            if begin < end and start < stop and end <= stop + 1:
                return True
    return False
