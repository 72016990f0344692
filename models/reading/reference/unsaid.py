"""Unsaid: the goods and the route of which a sentence tells something without naming them.

"C0 took Q1" is completed as if it named the commodity again, "volumes grew to Q1" as if
it named the route, so that every wording that is known with a name is known without one. Nothing is put in where two
may be meant, where the sentence speaks of other things, or where what is spoken of is measured otherwise.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.reading.grammar.branches import any_of
from models.reading.grammar.called import longest
from models.reading.grammar.tokens import words_of
from models.records import Content, Kind, Modality, Quantity, Resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from models.reading.frames import Frame
    from models.reading.grammar.language import Language
    from models.reading.reference.context import Context
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

# a figure that stands for goods, with the rate behind it: no noun of its own may follow
_FIGURE = re.compile(r"(Q\d+) (?=(\S*))(?!\S+ of )")
_NAMED = "KR"
_LETTERS = re.compile(r"[A-Z]\d")
# who or what moves freight itself stands before its figure
_MOVER = re.compile(r"[CHJLOPT]\d+ (?:[^ ;]+ )*$")
_LETTER_OF = {Kind.RESOURCE: "K", Kind.ROUTE: "R"}
_WAYS = frozenset({"connects", "crosses", "bypasses"})  # where a route leads is told with its name
_BUYS, _STOCK = "imports", "reserves"
_HOLDER = "c"
_ACTING = re.compile(r"(?:^|[^a-z] |: |, )[HO]\d+ ")  # "C0 sells : H1 disposed of Q2"
NOWHERE = -2
"""Where a mention stands that the text does not have."""
_BOXES = frozenset({"TEU", "container train"})
_FREIGHT = _BOXES | {"tonne"}
_SHARE, _OF = "percent", "of"
_WORLD = frozenset({"world", "global", "worldwide"})


class Unsaid:
    """The nouns of what a route has, behind which it may be left unsaid."""

    def __init__(self, language: Language) -> None:
        owned = any_of(language.words("unsaid", "of_route"))
        self._owned = re.compile(rf"(?<![^ ])(?<!(?:[A-Z]\d|\d\d) )(?<!'s )(?:{owned}) (?!of |for [CJP]|on [CJP])")
        kept, dealers = (any_of(language.words("unsaid", name)) for name in ("of_world", "dealers"))
        ranks = any_of(language.words("unsaid", "ranks"))
        self._ranked = re.compile(
            rf"(?<![^ ])(?:(?:{'|'.join(sorted(_WORLD))}) (?:'s )?(?:[a-z-]+ )?(?:{kept}|{dealers})"
            rf"|(?:{ranks})(?:[a-z-]+ )?(?:{dealers})) (?!of |for |and )"
        )
        self._ranking = longest(language.words("unsaid", "ranks")) | _WORLD
        self._others = language.words("unsaid", "other_figures")
        self._freight = language.words("unsaid", "freight")
        self._elsewhere = language.words("unsaid", "elsewhere")

    def completed(self, sentence: Sentence, context: Context) -> Iterator[Sentence]:
        """The sentence with the goods or the route spoken of where it leaves them unsaid."""
        if any(map(sentence.tags.__contains__, _NAMED)):
            return
        words = words_of(sentence.tags)
        if self._others.isdisjoint(words) and context.wares.last is not None:
            yield from self._with_goods(sentence, context)
            yield from self._with_ranked(sentence, context)
        if self._elsewhere.isdisjoint(words) and not context.on_part:
            yield from self._with_route(sentence, context)

    def _with_goods(self, sentence: Sentence, context: Context) -> Iterator[Sentence]:
        """The sentence with the commodity behind its bare figures."""
        if "Q" not in sentence.tags:
            return
        words = sentence.words
        copy = _copy(sentence)
        tags: dict[tuple[str, ...], str] = {}

        def named(match: re.Match[str]) -> str:
            value = sentence.mention(match[1]).value
            meant = context.wares.certain(value.unit) if isinstance(value, Quantity) else None
            if meant is None or not (match[2][:1] in "_;" or _LETTERS.match(match[2]) or _ends(match[2], words)):
                return match[0]
            if meant.ids not in tags:
                tags[meant.ids] = _put_in(copy, meant)
            return f"{match[0]}of {tags[meant.ids]}"

        copy.tags = _FIGURE.sub(named, sentence.tags)
        if tags:
            yield copy

    def _with_ranked(self, sentence: Sentence, context: Context) -> Iterator[Sentence]:
        """The sentence with the commodity behind what it tells of the world ("a quarter of world supply")."""
        if self._ranking.isdisjoint(words_of(sentence.tags)) or not self._ranked.search(sentence.tags):
            return
        meant = context.wares.certain()
        if meant is not None:
            copy = _copy(sentence)
            tag = _put_in(copy, meant)
            copy.tags = self._ranked.sub(lambda match: f"{match[0]}of {tag}", sentence.tags, count=1)
            yield copy

    def _with_route(self, sentence: Sentence, context: Context) -> Iterator[Sentence]:
        """The sentence with the route behind the nouns of what it has, else behind a figure of freight."""
        route = context.lines.certain(context.route)
        if route is None:
            return
        copy = _copy(sentence)
        tag = _put_in(copy, route)
        copy.tags = self._owned.sub(lambda match: f"{match[0]}of {tag}", sentence.tags, count=1)
        if copy.tags == sentence.tags:
            copy.tags = _FIGURE.sub(lambda match: self._carried(match, sentence, tag), sentence.tags)
        if copy.tags != sentence.tags:
            yield copy

    def _carried(self, match: re.Match[str], sentence: Sentence, tag: str) -> str:
        """The figure of freight with the route along which it went, or as it is."""
        value = sentence.mention(match[1]).value
        unit = value.unit if isinstance(value, Quantity) else ""
        told = unit in _BOXES or not self._freight.isdisjoint(words_of(sentence.tags))
        moved = _MOVER.search(sentence.tags[: match.start()].rpartition(" ; ")[2])
        return f"{match[0]}along {tag}" if unit in _FREIGHT and told and not moved else match[0]


def _ends(word: str, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether a word behind a figure leaves it without a noun."""
    return word != _OF and any(word in words[name] for name in ("figure_ends", "prepositions", "finite"))


def is_unsaid(frame: Frame) -> bool:
    """Whether what the frame tells rests on the goods or the route that was put in."""
    rule = frame.compiled.rule
    letter = "" if rule.gives.get("predicate") in _WAYS else _LETTER_OF.get(rule.kind, "")
    return letter != "" and any(item.kind == letter and item.start == NOWHERE for item in frame.slots.values())


def is_idle(frame: Frame, content: Content) -> bool:
    """Whether goods that were put in tell nothing new: no figure or rank, or one of states that only sell elsewhere."""
    if not isinstance(content, Resource) or not is_unsaid(frame):
        return False
    if content.quantity is None:
        return content.rank is None or content.country not in frame.context.members
    if frame.compiled.rule.fallback and content.quantity.unit != _SHARE:
        return True  # no verb of the rule says what is done with the amount: it may be a plan, a purchase, a use
    if frame.quality.modality is Modality.POSSIBLE or _is_anothers(frame):
        return True
    elsewhere = frame.context.members.isdisjoint((content.country, *content.partner))
    return elsewhere and content.relation != _BUYS


def _is_anothers(frame: Frame) -> bool:
    """Whether the figure before the goods is not told of the state in the rule: none is, or somebody else acts."""
    holder, goods = frame.slots.get(_HOLDER), next(item for item in frame.slots.values() if item.start == NOWHERE)
    if holder is None:
        return frame.compiled.rule.gives.get("relation") == _STOCK  # whose it is would be guessed as well
    between = frame.sentence.tags[max(frame.start, frame.place(holder)) : max(0, frame.place(goods))]
    return _ACTING.search(between.partition(" ")[2]) is not None


def _copy(sentence: Sentence) -> Sentence:
    return replace(sentence, mentions=list(sentence.mentions), found={})


def _put_in(sentence: Sentence, meant: Mention) -> str:
    """The tag of a mention of it that stands nowhere in the text."""
    return sentence.add(replace(meant, start=NOWHERE, end=NOWHERE))
