"""Gates: what is no prose of the article, and whether the article is about the region at all."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

import ahocorasick_rs
from msgspec import Struct

from models import text
from models.reading.grammar.branches import branches
from models.records import Article, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from models.reading.grammar.language import Language
    from models.reading.reference.context import Context
    from models.reading.sentence.mentions import Mention

# named once: Python 3.11 looks members of an enumeration up by a call
_FURNITURE = Role.FURNITURE
_TELLING = "CJKRPHOMQFX"
_ENDS = frozenset('.!?。．！？…:;,"”»’)')
_SHORTEST, _LONGEST = 4, 300
_MENTIONS = 2
_SHARE = 0.004
_SHORT, _OPENING = 600, 18
_OTHER_LEAST, _OTHER_SHARE = 3, 0.0025
_VALUES = "KRM"
_TOO_FEW = "they are too few"
_TOO_THIN = "they are too few for a text of this length"
_OTHER = "it is about something else, which tell: {}"


class Gate:
    """Shuts out lines of page furniture by how they begin or end."""

    def __init__(self, language: Language) -> None:
        self._starts = tuple(language.words("furniture", "starts"))
        self._ends = tuple(language.words("furniture", "ends"))
        self._headings = tuple(language.words("furniture", "headings"))

    def shut(self, line: str, found: list[Mention], context: Context) -> str:
        """Why the sentence is furniture: by its words, or a headline that names no party; empty when it is prose."""
        folded = line.casefold() if len(line) < _LONGEST else ""
        if len(line) < _SHORTEST or self._starts_so(folded) or folded.endswith(self._ends):
            return "furniture: it is too short, or begins or ends as furniture does"
        if line[-1] in _ENDS:
            return ""
        if folded.startswith(self._headings):
            return "furniture: a heading"
        return "" if _names_party(found, context) else "furniture: a headline that names no party of the article"

    def _starts_so(self, folded: str) -> bool:
        """Whether the line begins as furniture does, and not with a longer word ("shareholders")."""
        if not folded.startswith(self._starts):
            return False
        opening = max((start for start in self._starts if folded.startswith(start)), key=len)
        return not (opening[-1].isalpha() and folded[len(opening) : len(opening) + 1].isalpha())


def _names_party(found: Sequence[Mention], context: Context) -> bool:
    known = context.members.union(context.parties)
    named = any(known.intersection(mention.ids) or mention.kind in "RX" for mention in found)
    return named or _tells_how_much(found, context)


def _tells_how_much(found: Sequence[Mention], context: Context) -> bool:
    """Whether a line has a commodity and a figure, as the key facts of a report do, or is a row of trade partners."""
    kinds = {mention.kind for mention in found}
    return kinds >= {"K", "Q"} or (bool(context.dealing) and "C" in kinds and not kinds.isdisjoint("MF"))


class Weight(Struct, frozen=True):
    """How often a text of this many characters names the region's states or a route, and why that is not enough."""

    size: int
    hits: int
    against: str = ""

    @property
    def about_region(self) -> bool:
        return not self.against


class Topic:
    """Tells whether an article is about the region's affairs at all."""

    def __init__(self, language: Language) -> None:
        words = sorted(language.words("topics", "other"))
        stems = branches(re.escape(word[:-1]) + r"\w*" if word[-1] == "*" else re.escape(word) for word in words)
        self._other = re.compile(rf"[^a-zа-яё]({stems})(?![a-zа-яё])")
        self._stems = tuple(word.removesuffix("*") for word in words)

    def __getstate__(self) -> dict[str, object]:
        return {key: value for key, value in self.__dict__.items() if key != "_spotter"}

    @cached_property
    def _spotter(self) -> ahocorasick_rs.AhoCorasick:
        """Finds where such a word may begin; built when first needed, as it cannot be handed to another process."""
        return ahocorasick_rs.AhoCorasick(self._stems)

    def weigh(self, article: Article, found: Sequence[Mention], members: frozenset[str]) -> Weight:
        """Whether the region's states are named often enough, and not for their sport or stage.

        The mentions are those of the article, in order.
        """
        blocks = [block for block in article.blocks if block.role is not _FURNITURE]
        spans = [(block.start, block.end) for block in blocks]
        size = sum(end - start for start, end in spans)
        places = [item.start for item in found]
        within = [item for span in spans for item in found[bisect_left(places, span[0]) : bisect_left(places, span[1])]]
        hits = [item for item in within if _belongs(item, members)]
        if len(hits) < _MENTIONS and not _opens_with(article, spans, hits, size):
            return Weight(size, len(hits), _TOO_FEW)
        if 6 * len(hits) < _SHARE * size:
            return Weight(size, len(hits), _TOO_THIN)
        other = self._others(article, spans, size, within)
        return Weight(size, len(hits), _OTHER.format(", ".join(other)) if other else "")

    def _others(
        self, article: Article, spans: list[tuple[int, int]], size: int, found: list[Mention]
    ) -> tuple[str, ...]:
        """Words of sport or stage, if they are thick in the text, and more than its goods, routes and sums."""
        told = list(self._told("\n".join([f" {article.text[start:end].lower()}" for start, end in spans])))
        values = sum(item.kind in _VALUES for item in found)
        least = _OTHER_LEAST - (size < _SHORT)
        several = tuple(dict.fromkeys(told))
        return several if len(several) >= least and len(told) > max(values, _OTHER_SHARE * size) else ()

    def _told(self, folded: str) -> Iterator[str]:
        """The words of sport or stage in a piece of text; where none begins need not be looked."""
        at = 0
        for start in sorted({start for _, start, _ in self._spotter.find_matches_as_indexes(folded, overlapping=True)}):
            if start > at and (match := self._other.match(folded, start - 1)) is not None:
                at = match.end()
                yield match[1]


def _belongs(item: Mention, members: frozenset[str]) -> bool:
    """Whether the mention is of a state of the region, or of a route."""
    return item.kind == "R" or (item.kind in "CJPHOV" and not members.isdisjoint(item.ids))


def _opens_with(article: Article, spans: list[tuple[int, int]], hits: list[Mention], size: int) -> bool:
    """Whether a short text has a state of the region where the subject of a sentence stands."""
    if size > _SHORT or not hits:
        return False
    starts = [start for block in spans for start, _ in text.sentences(article.text, *block)]
    return any(0 <= hit.start - start < _OPENING for hit in hits if hit.kind in "CJH" for start in starts)
