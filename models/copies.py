"""Near-copies: articles that are one agency's text, trimmed, reordered, under another headline or with a word added.

A text is told by its shingles (runs of some words), of which a sketch keeps those with the lowest hashes. The share of
the shorter text's shingles that the longer one has too, estimated from two sketches, says whether one is a copy of the
other. Articles that tell the same news in their own words share next to none.
"""

from __future__ import annotations

import re
import zlib
from array import array
from typing import TYPE_CHECKING

from models.records import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from models.records import Article

RUN = 5
"""Words of a shingle."""

UNSPACED_RUN = 10
"""Characters of a shingle where a script has no blanks."""

KEPT = 96
"""Shingles that a sketch keeps: all of a short text, a sample of a long one."""

SHARED = 0.35
"""A copy has at least this share of the shorter text. Measured: copies 0.37 and more, other articles up to 0.27."""

LEAST = 8
"""Fewer shingles in common than this prove nothing: a title, a name with its office, a stock phrase."""

LONGER = 5.0
"""The longer text is at most so many times as long: a digest that quotes an article whole is no copy of it."""

LOOKED_AT = 60
"""Articles looked at for each shingle: a publisher's standing words are in thousands, and copies are linked anyway."""

_HASH = "I"
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
_PROSE = (Role.BODY, Role.QUOTE)


class Sketch:
    """The lowest hashes of a text's shingles, in ascending order, and how many shingles it has."""

    __slots__ = ("hashes", "size")

    def __init__(self, hashes: Iterable[int], size: int) -> None:
        self.hashes = tuple(hashes)
        self.size = size

    def written(self) -> str:
        """The sketch as a short text, which `read` understands."""
        return array(_HASH, (self.size, *self.hashes)).tobytes().hex()


def read(written: str) -> Sketch:
    """The sketch in the text; one that is like nothing where the text is none."""
    found = array(_HASH)
    try:
        found.frombytes(bytes.fromhex(written))
    except ValueError:
        return Sketch((), 0)
    return Sketch(found[1:], found[0]) if found else Sketch((), 0)


def sketch(article: Article) -> Sketch:
    """The sketch of the article's own prose, without title and page furniture."""
    prose = " ".join(article.text[block.start : block.end] for block in article.blocks if block.role in _PROSE)
    tokens = _TOKEN.findall(prose.casefold())
    run = UNSPACED_RUN if 2 * sum(len(token) == 1 and token > "\u3000" for token in tokens) > len(tokens) else RUN
    runs = {" ".join(tokens[at : at + run]) for at in range(max(len(tokens) - run + 1, 0))}
    hashes = sorted({zlib.crc32(words.encode()) for words in runs})
    return Sketch(hashes[:KEPT], len(hashes))


def shared(one: Sketch, other: Sketch) -> float:
    """The share, 0 to 1, of the shorter text that the longer one has too, as far as the sketches tell."""
    common = len(set(one.hashes) & set(other.hashes))
    shorter, longer = sorted((one, other), key=lambda found: found.size)
    if common < LEAST or longer.size > LONGER * shorter.size:
        return 0.0
    # A long text kept nothing above its last hash: what the shorter one has there cannot be compared.
    end = longer.hashes[-1] if longer.size > KEPT else shorter.hashes[-1]
    return common / sum(value <= end for value in shorter.hashes)


class Copies:
    """Which articles are copies of each other, kept up as articles come."""

    def __init__(self) -> None:
        self._sketches: dict[str, Sketch] = {}
        self._first: dict[int, str] = {}
        self._later: dict[int, list[str]] = {}
        self._leader: dict[str, str] = {}
        self._places: dict[str, int] = {}

    def add(self, article: str, told: Sketch) -> None:
        """Take in an article, and link it with those that it is a copy of; one that is here stays as it is."""
        if article in self._sketches:
            return
        self._places[article] = len(self._places)
        for other in self._like(told):
            if shared(told, self._sketches[other]) >= SHARED:
                self._link(article, other)
        self._sketches[article] = told
        for value in told.hashes:
            if self._first.setdefault(value, article) is not article:
                later = self._later.setdefault(value, [])
                if len(later) < LOOKED_AT:
                    later.append(article)

    def origins(self) -> Mapping[str, str]:
        """One article's id for each that has copies: the first that came of those which are one text."""
        return {article: self._find(article) for article in self._leader}

    def _like(self, told: Sketch) -> Iterator[str]:
        """The articles that have enough shingles of the sketch."""
        count: dict[str, int] = {}
        for value in told.hashes:
            if value in self._first:
                for article in (self._first[value], *self._later.get(value, ())):
                    count[article] = count.get(article, 0) + 1
        return (article for article, common in count.items() if common >= LEAST)

    def _find(self, article: str) -> str:
        while (leader := self._leader.get(article, article)) != article:
            article = leader
        return article

    def _link(self, article: str, other: str) -> None:
        """Let the two texts be one; the leader is the one that came first."""
        first, later = sorted((self._find(article), self._find(other)), key=self._places.__getitem__)
        self._leader[first] = self._leader[later] = first
