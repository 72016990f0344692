"""Which lines of a list hold the words that the user looks for."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from models.pages.lines import sources_in_words, support_in_words
from models.records import Rank, Standing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.catalog import Catalog
    from models.pages.lines import Line


NOTHING: Mapping[str, Sequence[str]] = MappingProxyType({})
SHORTEST = 3
"""Letters from which on a word may be a name."""
RANK_WORDS = {Rank.PREFERRED: "preferred by you", Rank.NORMAL: "", Rank.DEPRECATED: "set aside"}
"""How the user ranked a value, as lists tell it."""


def tags(line: Line) -> tuple[str, ...]:
    """The words shown in small frames after a line: its standing where that needs saying, rank and badges."""
    standing = (Standing.CONTESTED.value,) if line.contested else () if line.standing.holds else (line.standing.value,)
    rank = filter(None, (RANK_WORDS[line.rank],))
    return tuple(dict.fromkeys((*standing, *rank, *line.badges)))


def in_words(line: Line) -> str:
    """All that a row shows, as one text for screen readers and for copying."""
    parts = [line.text, line.detail, *tags(line), support_in_words(line)]
    if len(line.variants) > 1:
        parts += [f"{variant.text} ({sources_in_words(variant)})" for variant in line.variants]
    parts += [f"or: {said.text} ({sources_in_words(said)})" for said in line.opposed]
    return "; ".join(part for part in parts if part)


def matches(line: Line, wanted: Sequence[str], named: Mapping[str, Sequence[str]] = NOTHING) -> bool:
    """Whether all words, in small letters, stand somewhere in the line; none always do. In place of a word what it is
    `named` may stand there as well."""
    if not wanted:
        return True
    text = in_words(line).casefold()
    return all(word in text or any(name in text for name in named.get(word, ())) for word in wanted)


def names_of(wanted: Sequence[str], catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """What the words, in small letters, are short for or another name of: by each what lists call it."""
    found = {word: catalog.find(word) for word in wanted if len(word) >= SHORTEST}
    return {word: (catalog.name(known[1]).casefold(),) for word, known in found.items() if known}
