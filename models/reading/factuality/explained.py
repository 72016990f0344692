"""Explained: whether a sentence tells why a figure beside it is not what others give ("the bank counts _only .."), or
what must be known with it: that nobody has confirmed it, or what was planned before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from models.reading.grammar.branches import any_of
from models.reading.grammar.called import Called, longest

if TYPE_CHECKING:
    from models.reading.grammar.language import Language

_WORDS = r"(?:[^ ;,]+ ){0,4}?"
_FAR = r"(?:[^ ;]+ ){0,12}?"
_LINK = r"(?:[a-z]+ly )?(?:, )?(?:; )?(?:_?[a-z]+ly )?"
_OPENS = r"(?:(?<!.)|(?<=; ))"
_ADVERBS = r"(?:_(?:only|still|all|both|just) )*"


class Explained(Struct, frozen=True, eq=False):
    """What explains a figure, and what takes that back."""

    told: Called
    unknown: Called

    def holds(self, tags: str) -> bool:
        """Whether the tagged sentence explains a figure."""
        return self.told.search(tags) is not None and self.unknown.search(tags) is None


def find_explained(language: Language) -> Explained:
    """The patterns made of the words of the language data."""
    lists = language.tables["explained"]

    def phrases(*names: str) -> list[str]:
        return [language.literal(phrase) for name in names for phrase in lists[name]]

    def one(name: str) -> str:
        return f"(?:{any_of(phrases(name))})"

    figures = rf"{one('figures')}{_WORDS}"
    options = (
        one("signs"),
        one("unpublished"),
        rf"(?:{_OPENS}{one('standing')}|{one('figures')}){_WORDS}{one('unconfirmed')}",
        one("replaced"),
        rf"{figures}{one('counting')}",
        rf"{one('figures')}{one('being')}{_ADVERBS}D\d+ ",
        rf"{one('figures')}{_FAR}{one('differing')}{_LINK}{one('reasons')}",
        rf"{one('unlike')}.*?(?<![^ ]){one('counting')}",
    )
    called = longest(phrases("signs", "unpublished", "standing", "replaced", "figures", "unlike"))
    unknown = Called(rf"(?<![^ ]){one('unknown')}", longest(phrases("unknown")))
    return Explained(Called(rf"(?<![^ ])(?:{'|'.join(options)})", called), unknown)
