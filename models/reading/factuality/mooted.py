"""Mooted: what may only need to be done, is allowed or talked about, or binds nobody on its paper."""

from __future__ import annotations

import re

from models.reading.grammar.tokens import words_of

_MAY = 40
# what may need to be done, what has been under discussion, and what a term sheet says that binds nobody
_MAY_NEED = re.compile(r"(?<![^ ])_(?:could|may|might) (?:_?[a-z]+ ){1,3}_to ")
_LET = re.compile(
    r"(?<![^ ])(?:permission|permit|licen[cs]e|rights?|allowed|permitted|licen[cs]ed|entitled) _to [a-z]+ "
)
_ALLOWED = ("permission", "permit", "right", "rights", "allowed", "permitted", "entitled")
_LICENSED = ("licence", "license", "licenced", "licensed")
_LET_WORDS = frozenset((*_ALLOWED, *_LICENSED))
_MOOTED = re.compile(
    r"(?:[^ ;,]+ ){0,6}?_(?:is|are|was|were|has|have|been|being) (?:_\S+ )*"
    r"(?:(?:under|in) (?:discussion|consideration|negotiation|debate|study|review)"
    r"|mooted|floated|discussed|debated|considered) "
)
_LOOSE = re.compile(r"(?<![^ ])(?:non-binding|nonbinding|indicative|tentative) [^;]*$")
_MAY_WORDS = frozenset({"_could", "_may", "_might", "non-binding", "nonbinding", "indicative", "tentative"})


def is_mooted(tags: str, match: re.Match[str]) -> bool:
    """Whether what is told may only need to be done, is allowed or talked about, or binds nobody on its paper."""
    start, end = match.span()
    if _MOOTED.match(tags, end):
        return True
    known = words_of(tags)
    if not _LET_WORDS.isdisjoint(known) and _LET.search(tags, max(0, start - _MAY), end):
        return True
    if _MAY_WORDS.isdisjoint(known):
        return False
    need = _MAY_NEED.search(tags, max(0, start - _MAY))
    return bool(
        (need is not None and start < need.end() <= end) or _LOOSE.search(tags, tags.rfind(" ; ", 0, start) + 1, end)
    )
