"""Surroundings: the tokens before and behind the words that a rule matched, as far as their clause reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ACTORS = "CHLO"
"""The letters of mentions that act."""
_REACH = 26  # words behind the verb in which its partners stand
_OPENING, _ASIDE = 4, 15  # words of a remark before its verb, and behind it


class Surroundings(Struct):
    """The tokens of a sentence around the words that a rule matched, tokens[start:end]."""

    tokens: list[str]
    start: int
    end: int
    passive: bool
    bare: bool
    words: Mapping[str, frozenset[str]]
    taken: set[int] = field(default_factory=set)

    def before(self) -> Iterator[int]:
        """The places before the match, back to where its clause begins."""
        for at in range(self.start - 1, -1, -1):
            if self.tokens[at] == ";":
                return
            yield at

    def behind(self, *, loose: bool = False) -> Iterator[int]:
        """The places behind the match's first word, up to where its clause ends or another verb takes over.

        A remark between commas that has a verb of its own is passed over; a `loose` phrase may stand behind the verb.
        """
        tokens, halts = self.tokens, self.words["breaks" if loose else "halts"]
        at, stop = self.start, min(len(tokens), self.end + _REACH)
        while at < stop:
            if at >= self.end and (tokens[at] in halts or self._acts(at)):
                at = self._aside_ends(at)
            if at < stop:
                yield at
            at += 1

    def _aside_ends(self, at: int) -> int:
        """The comma that ends the remark around a place; the end of all where none does."""
        tokens = self.tokens
        opens = "," in tokens[max(self.end, at - _OPENING) : at]
        closes = next(
            (place for place in range(at, min(len(tokens), at + _ASIDE)) if tokens[place] in ",;"), len(tokens)
        )
        return closes if opens and tokens[closes : closes + 1] == [","] else len(tokens)

    def _acts(self, at: int) -> bool:
        """Whether a mention begins a clause of its own: a verb comes next, and no preposition stands before it."""
        tokens = self.tokens
        starts = is_party(tokens[at], ACTORS) and tokens[at - 1] not in self.words["prepositions"]
        return starts and at + 1 < len(tokens) and tokens[at + 1] in self.words["governing"]


def is_party(token: str, letters: str) -> bool:
    """Whether the token is a mention of one of these letters."""
    return token[0] in letters and token[1:].isdigit()
