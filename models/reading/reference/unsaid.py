"""Unsaid goods: of what a bare figure is ("Beijing took 310,000 tonnes") where the article speaks of one commodity.

The sentence is completed as if it named the commodity again ("took 310,000 tonnes of it"), so that every wording
that is known with a commodity is known without one. Nothing is put in where the sentence speaks of other goods, of
freight or of a route, where two commodities may be meant, or where the one spoken of is measured otherwise.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.reading.grammar.tokens import words_of
from models.records import Content, Kind, Quantity, Resource

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.reading.reference.referents import Context
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

# a figure that stands for goods, with the rate behind it: no noun of its own may follow
_FIGURE = re.compile(r"(?<![^ ])(Q\d+) (?=(\S*))(?!\S+ of )")
_OTHERS = "KR"
_ANY_LETTERS = re.compile(r"[A-Z]\d")
_RESOURCE = Kind.RESOURCE
_BUYS = "imports"


class _Completed:
    """The figures of a sentence that have taken the commodity."""

    def __init__(self, sentence: Sentence, context: Context) -> None:
        self.sentence, self.wares = sentence, context.wares
        words = sentence.words
        self.ends = (words["figure_ends"] | words["prepositions"] | words["finite"]) - {"of"}
        self.goods: dict[tuple[str, ...], str] = {}

    def figure(self, match: re.Match[str]) -> str:
        """The figure with what it is of, or as it is."""
        value = self.sentence.mention(match[1]).value
        meant = self.wares.certain(value.unit) if isinstance(value, Quantity) and self._is_bare(match[2]) else None
        return match[0] if meant is None else f"{match[0]}of {self._tag(meant)}"

    def _is_bare(self, behind: str) -> bool:
        return behind[:1] in "_;" or _ANY_LETTERS.match(behind) is not None or behind in self.ends

    def _tag(self, meant: Mention) -> str:
        if meant.ids not in self.goods:
            self.goods[meant.ids] = self.sentence.add(replace(meant, start=-1, end=-1))
        return self.goods[meant.ids]


def completed(sentence: Sentence, context: Context) -> Sentence | None:
    """The sentence with the commodity spoken of behind its bare figures; None where nothing is certain enough."""
    tags = sentence.tags
    if "Q" not in tags or context.wares.last is None or any(sentence.present(_OTHERS)):
        return None
    if not sentence.words["carried_things"].isdisjoint(words_of(tags)):
        return None
    copy = replace(sentence, mentions=list(sentence.mentions), found={})
    full = _FIGURE.sub(_Completed(copy, context).figure, tags)
    return None if full == tags else replace(copy, tags=full)


def is_of_others(frame: Frame, content: Content) -> bool:
    """Whether goods that were put in are told of states elsewhere: only what these buy is of those spoken of."""
    if not is_unsaid(frame) or not isinstance(content, Resource) or content.relation == _BUYS:
        return False
    return frame.context.members.isdisjoint((content.country, *content.partner))


def is_unsaid(frame: Frame) -> bool:
    """Whether what the frame tells of goods rests on the commodity that was put in."""
    goods = (item for item in frame.slots.values() if item.kind == "K" and item.start < 0)
    return frame.compiled.rule.kind is _RESOURCE and next(goods, None) is not None
