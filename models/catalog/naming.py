"""Names compared: folded for exact look-up, ranked for the nearest ones."""

from __future__ import annotations

import re
import unicodedata
from itertools import filterfalse
from typing import TYPE_CHECKING

from models.catalog.entries import Country

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.catalog.entries import Entry

ALIKE = 80.0
"""Names less alike than this (of 100) are not what was meant."""
SHORTEST = 4
"""Letters of a word that can be told from others though it is spelled wrongly."""
WORD = re.compile(r"\w+")
APOSTROPHES = re.compile("['`\u02bb\u02bc\u2018\u2019]")


def fold(text: str) -> str:
    """Case-folded text without accents, apostrophes, punctuation or doubled blanks, for comparing names."""
    plain = APOSTROPHES.sub("", text)
    if not plain.isascii():
        plain = "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", plain)))
    return " ".join(WORD.findall(plain.casefold()))


def names_of(entries: Iterable[Entry]) -> dict[str, str]:
    """Folded spelling -> id of the entry that has it: ids and display names win over other names."""
    found: dict[str, str] = {}
    entries = tuple(entries)
    for spellings in (_own_names, _other_names):
        for entry in entries:
            for spelling in spellings(entry):
                found.setdefault(fold(spelling), entry.id)
    return found


def _own_names(entry: Entry) -> tuple[str, ...]:
    return (entry.id, *entry.names.values())


def _other_names(entry: Entry) -> tuple[str, ...]:
    code = entry.alpha2 if isinstance(entry, Country) else ""
    return tuple(filter(None, (*entry.aliases, *entry.local_names, code)))


def nearest(text: str, spellings: Iterable[tuple[str, str]], limit: int, least: float = ALIKE) -> tuple[str, ...]:
    """The names whose spellings are most like the text, the best first: at most `limit`, none below `least` of 100.

    `spellings` are pairs (spelling, name). Ties go to the shorter name, then by alphabet.
    """
    from rapidfuzz import fuzz

    wanted = fold(text)
    best: dict[str, float] = {}
    for spelling, name in spellings:
        score = fuzz.WRatio(wanted, fold(spelling))
        if score >= least:
            best[name] = max(score, best.get(name, 0.0))
    ranked = sorted(best, key=lambda name: (-best[name], len(name), name))
    return tuple(ranked[:limit])
