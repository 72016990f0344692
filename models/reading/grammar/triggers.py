"""Triggers: which patterns are worth trying on a sentence, by the words and mentions that stand in it, and where.

A pattern is tried where one of its trigger words stands, and before and behind that word mentions for its slots and one
of every other set of words that it needs, as they do in the pattern. All of this is bits.
"""

from __future__ import annotations

import string
from collections import Counter
from functools import partial, reduce
from itertools import chain
from operator import or_
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from models.reading.grammar.parts import mask
from models.reading.grammar.tokens import tokens_of, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from models.reading.grammar.rules import Compiled

Key = TypeVar("Key")
Value = TypeVar("Value")

_REMEMBERED = 20_000
_Slots = tuple[int, ...]  # the letters of every slot, as masks
# its order, the sets of words that it needs before (with its vital roles) and behind as bits
_Opened = tuple[int, int, int, "Compiled"]
_LETTERS = mask(string.ascii_uppercase)  # the bits above are those of the vital roles, then those of the sets of words


class _Told(NamedTuple):
    """What a word tells: its letter and the sets of words that it is in, as bits, and what it triggers.

    `slots` are the bits of the slots around the word of which it has patterns; `opens` gives those of several bits.
    """

    meets: int
    slots: int
    opens: dict[int, list[_Opened]]


class _Kept(dict[Key, Value]):
    """Answers by what was asked, made when first asked for; words and mixtures of mentions come again."""

    def __init__(self, make: Callable[[Key], Value]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, asked: Key) -> Value:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[asked] = made = self._make(asked)
        return made


class Triggers:
    """The patterns of one language by their trigger words."""

    def __init__(self, patterns: Iterable[Compiled]) -> None:
        self._slots: dict[tuple[_Slots, _Slots], int] = {}
        self._sides: tuple[dict[_Slots, int], dict[_Slots, int]] = ({}, {})  # the bits of all that have these slots
        self._masks = _Kept(_masks)
        self._by_word: dict[str, list[Compiled]] = {}
        self._met_by: dict[str, int] = {}
        patterns = tuple(patterns)
        # what many patterns need has low bits: the fewer digits, the quicker
        often = Counter(words for compiled in patterns for words in compiled.pattern.also)
        vital = dict.fromkeys(compiled.vital for compiled in patterns if compiled.vital)
        self._vital = {roles: 1 << at for at, roles in enumerate(vital, start=_LETTERS.bit_length())}
        above = _LETTERS.bit_length() + len(vital)
        self._needs = {words: 1 << at for at, (words, _) in enumerate(often.most_common(), start=above)}
        self._every = sum(self._needs.values())
        for words, bit in self._needs.items():
            for word in words:
                self._met_by[word] = self._met_by.get(word, 0) | bit
        for compiled in patterns:
            self._place(compiled)
            for word in compiled.pattern.triggers:
                self._by_word.setdefault(word, []).append(compiled)
        self._stems = sorted({len(word) - 1 for word in self._by_word if word.endswith("*")})
        self._known = _Kept(self._learn)
        self._before, self._behind = (_Kept(partial(self._filled, side)) for side in (0, 1))
        self._lacking = _Kept(self._unfilled)

    def find(self, tags: str) -> list[Compiled]:
        """The patterns that may be in the sentence, in the order of the files."""
        fits_before, fits_behind = self._before, self._behind
        telling: list[tuple[int, int, dict[int, list[_Opened]], int]] = []
        ahead = back = 0  # what stands before a word, and behind it
        for told in map(self._known.__getitem__, tokens_of(tags)):
            if told:
                meets, slots, opens = told
                telling.append((meets, slots and slots & fits_before[ahead & _LETTERS], opens, ahead))
                ahead |= meets
        every = self._every | self._lacking[ahead & _LETTERS]
        found: dict[int, Compiled] = {}
        for meets, filled, opens, ahead in reversed(telling):
            if filled and (filled := filled & fits_behind[back & _LETTERS]):
                no_lead, no_tail = every ^ ahead, every ^ back  # what does not stand before it, and behind it
                for order, lead, tail, compiled in opens[filled]:
                    if not ((lead and lead & no_lead) or (tail and tail & no_tail)):
                        found[order] = compiled
            back |= meets
        return [found[order] for order in sorted(found)]

    def opened(self, tags: str) -> list[Compiled]:
        """The patterns of which a trigger stands in the sentence, whatever else they need."""
        found = {item.order: item for word in words_of(tags) for item in self._opened_by(word)}
        return [found[order] for order in sorted(found)]

    def _opened_by(self, word: str) -> Iterable[Compiled]:
        stems = (f"{word[:size]}*" for size in self._stems if len(word) >= size)
        return chain.from_iterable(self._by_word.get(trigger, ()) for trigger in (word, *stems))

    def _learn(self, word: str) -> _Told | tuple[()]:
        """What the word tells."""
        around: dict[int, list[_Opened]] = {}
        for compiled in self._opened_by(word):
            before, behind = map(self._bits, (compiled.pattern.before, compiled.pattern.after))
            before |= self._vital.get(compiled.vital, 0)
            around.setdefault(self._slots[self._around(compiled)], []).append(
                (compiled.order, before, behind, compiled)
            )
        meets = mask(word[0]) | self._met_by.get(word, 0)
        return _Told(meets, sum(around), _Kept(partial(_of_slots, around))) if meets or around else ()

    def _bits(self, needed: Iterable[frozenset[str]]) -> int:
        """The sets of words among what is needed."""
        return reduce(or_, (self._needs.get(words, 0) for words in needed), 0)

    def _place(self, compiled: Compiled) -> None:
        """Give the slots before and behind the pattern's trigger a bit, the next one."""
        around = self._around(compiled)
        if around not in self._slots:
            self._slots[around] = bit = 1 << len(self._slots)
            for side, slots in zip(self._sides, around, strict=True):
                side[slots] = side.get(slots, 0) | bit

    def _around(self, compiled: Compiled) -> tuple[_Slots, _Slots]:
        """The slots that must be filled before and behind the pattern's trigger."""
        return self._masks[compiled.pattern.before], self._masks[compiled.pattern.after]

    def _filled(self, side: int, present: int) -> int:
        """The bits of the slots that mentions of these letters (a mask) fill on one side."""
        fits = (bits for slots, bits in self._sides[side].items() if all(one & present for one in slots))
        return reduce(or_, fits, 0)

    def _unfilled(self, present: int) -> int:
        """The bits of the vital roles of which one can be filled by no mention of these letters (a mask)."""
        return sum(bit for vital, bit in self._vital.items() if not all(bits & present for bits in vital))


def _masks(needed: tuple[frozenset[str], ...]) -> _Slots:
    """The letters of every slot among what is needed."""
    return tuple(sorted({bits for words in needed if (bits := mask(words))}))


def _of_slots(around: dict[int, list[_Opened]], filled: int) -> list[_Opened]:
    """The patterns whose slots are among those filled."""
    return [item for bit, items in around.items() if bit & filled for item in items]
