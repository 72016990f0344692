"""Surroundings: the tokens before and behind the words that a rule matched, as far as their clause reaches."""

from __future__ import annotations

import re
import string
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct, field

from models.reading.grammar.tokens import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ACTORS = "CHLO"
"""The letters of mentions that act."""
_REACH = 26  # words behind the verb in which its partners stand
_OPENING, _ASIDE = 4, 15  # words of a remark before its verb, and behind it
_CHAIN = 5  # words between a preposition and its noun ("with business people from C1")
_TO, _OF = "_to", "of"
_ACCORDING = "according"
_COMPOUND = frozenset({"ahead", "instead", "because", "regardless", "short", "north", "south", "east", "west"})
_CLIMBED = frozenset({"of", "from", "in", "for"})
_END = "."
_NO_MENTION = " ,;"
_MENTION = re.compile("[A-Z]")
_LEADING = "CHLOR"  # a route may act, too


_KINDS = {sign: sign for sign in (*string.ascii_uppercase, *",;")}  # the kind of a token by its first character


class Surroundings(Struct):
    """The tokens of a sentence around the words that a rule matched, tokens[start:end], with the kind of each."""

    tokens: tuple[str, ...]
    kinds: str
    start: int
    end: int
    passive: bool
    bare: bool
    words: Mapping[str, frozenset[str]]
    taken: set[int] = field(default_factory=set)
    over: dict[bool, list[tuple[int, tuple[str, ...]]]] = field(default_factory=dict)

    @property
    def opens(self) -> int:
        """Where the clause of the match begins."""
        return self.kinds.rfind(";", 0, self.start) + 1

    def governed(self, *, loose: bool = False) -> list[tuple[int, tuple[str, ...]]]:
        """The mentions behind the match's first word that some prepositions govern, with these prepositions."""
        if loose not in self.over:
            self.over[loose] = self._with_governors(self._behind(loose=loose), self.start)
        return self.over[loose]

    def governed_before(self) -> list[tuple[int, tuple[str, ...]]]:
        """The mentions of the subject of a passive that some prepositions govern, the nearest to the verb first."""
        opens, kinds = self.opens, self.kinds
        places = [at for at in range(self.start - 1, opens, -1) if kinds[at] not in _NO_MENTION]
        return self._with_governors(places, opens)

    def _with_governors(self, places: Iterable[int], first: int) -> list[tuple[int, tuple[str, ...]]]:
        """Those of the mentions that prepositions at `first` or behind it govern, with these."""
        return [(at, governors) for at in places if (governors := tuple(self._governors(at, first)))]

    def _behind(self, *, loose: bool) -> Iterator[int]:
        """The mentions behind the match's first word, up to where its clause ends or another verb takes over.

        A remark between commas that has a verb of its own is passed over; a `loose` phrase may stand behind the verb.
        """
        at, stop = self.start, min(len(self.tokens), self.end + _REACH)
        halts = _places_of(self.tokens, self.words["breaks" if loose else "halts"])
        while at < stop:
            after = bisect_left(halts, max(at, self.end))
            halt = min(halts[after], stop) if after < len(halts) else stop
            for found in _MENTION.finditer(self.kinds, at, halt):
                place = found.start()
                if place >= self.end and found[0] in ACTORS and self._acts(place):
                    halt = place
                    break
                yield place
            at = self._aside_ends(halt) + 1 if halt < stop else stop

    def _aside_ends(self, at: int) -> int:
        """The comma that ends the remark around a place; the end of all where none does."""
        kinds = self.kinds
        closes = next((place for place in range(at, min(len(kinds), at + _ASIDE)) if kinds[place] in ",;"), len(kinds))
        opens = "," in kinds[max(self.end, at - _OPENING) : at]
        return closes if opens and kinds[closes : closes + 1] == "," else len(kinds)

    def _acts(self, at: int) -> bool:
        """Whether a mention begins a clause of its own: a verb comes next, and no preposition stands before it."""
        tokens = self.tokens
        if tokens[at - 1] in self.words["prepositions"]:
            return False
        return at + 1 < len(tokens) and tokens[at + 1] in self.words["governing"]

    def _governors(self, at: int, first: int) -> Iterator[str]:
        """The prepositions over a mention, the nearest first; above "of" and "from" that of the noun they belong to.

        They stand at `first` or behind it.
        """
        tokens, words, prepositions, climbed = self.tokens, 0, self.words["prepositions"], False
        for place in range(at - 1, max(-1, first - 1), -1):
            token = tokens[place]
            if token in prepositions:
                if token == _OF and tokens[place - 1] in _COMPOUND:
                    return  # "ahead of C1"
                if token == _TO and climbed and tokens[place + 1] in self.words["governing"]:
                    return  # "agreed _to sell F1 of N2"
                if token == _TO and tokens[place - 1] == _ACCORDING:
                    return  # who is only named as the source
                yield token
                climbed = token == _OF
                if token not in _CLIMBED:
                    return
                words = 0
            elif words >= _CHAIN or token == ";" or (token == "," and tokens[place - 1][0].islower()):
                return
            words += 1


@lru_cache(maxsize=4)
def _places_of(tokens: tuple[str, ...], words: frozenset[str]) -> list[int]:
    """Where one of the words stands; every match of a sentence asks."""
    return [at for at, token in enumerate(tokens) if token in words]


@lru_cache(maxsize=4)
def split(tags: str) -> tuple[tuple[str, ...], str]:
    """The tokens of tagged text and a full stop, and the kind of each: a mention's letter, "," or ";", else a blank.

    Every match of a sentence asks for them.
    """
    tokens = (*tokens_of(tags), _END)
    kind = _KINDS.get
    return tokens, "".join([kind(token[0], " ") for token in tokens])


@lru_cache(maxsize=2)
def first_actor(tags: str, prepositions: frozenset[str]) -> tuple[int, bool] | None:
    """The place of the first token that may act and stands under no preposition, else of the first one at all.

    Also whether it is free of a preposition; None where nobody acts.
    """
    tokens, kinds = split(tags)
    first: int | None = None
    for at, kind in enumerate(kinds):
        if kind not in _LEADING:
            continue
        if not at or tokens[at - 1] not in prepositions:
            return at, True
        first = at if first is None else first
    return None if first is None else (first, False)
