"""Offices: "minister" grows to "Deputy Minister of Transport" by the words around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from models.reading.grammar.language import Language
    from models.reading.sentence.mentions import Mention

_REACH = 48
_ENDS = re.compile(r"[^ -]+")
_PARTS = (" ", "-")  # what stands between the words of an office


class Offices:
    """The words that belong to an office, before and after its head."""

    def __init__(self, language: Language) -> None:
        keys = ("modifiers", "portfolios", "spheres")
        modifiers, portfolios, spheres = (_any(language.words("roles", key)) for key in keys)
        self._before = re.compile(rf"\b(?:(?:{modifiers})[ -]){{1,3}}$", re.IGNORECASE)
        self._last = frozenset(_ENDS.findall(word.lower())[-1] for word in language.words("roles", "modifiers"))
        self._regions = language.words("anaphora", "region")
        charge = rf"(?:{spheres}|{portfolios})"  # parts of the world only behind "for"
        self._after = re.compile(
            rf" (?:(?:of|for) (?:{portfolios})|for {charge})(?:(?:,| and|, and) {charge})*\b", re.IGNORECASE
        )

    def extended(self, text: str, mention: Mention) -> Mention:
        """The mention with the words that belong to the office."""
        low = max(0, mention.start - _REACH)
        lead = text[low : mention.start]
        word = lead[:-1].replace("-", " ").rpartition(" ")[2].lower() if lead[-1:] in _PARTS else ""
        before = self._before.search(lead) if word in self._last else None
        start = low + before.start() if before else mention.start
        after = self._after.match(text, mention.end)
        if after and mention.kind == "U" and after[0].partition("of ")[2].lower() in self._regions:
            after = None  # "the leaders of the region" lead states, an akim of the region does not
        end = after.end() if after else mention.end
        return replace(mention, start=start, end=end, name=text[start:end])


def _any(words: frozenset[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
