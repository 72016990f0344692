"""Quotes of one speaker: the same words, or nearly so, are one statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.records import Claim, Quote
from models.statements.bundles import Bundle, Setting, by_denial
from models.statements.wording import alike, stems

if TYPE_CHECKING:
    from collections.abc import Sequence

SAME_WORDS = 0.8
LEAST = 4
"""Fewer common words than this do not make two quotes one, unless they are the same to the letter."""


def quotes(claims: Sequence[Claim], setting: Setting) -> list[Bundle]:
    """The statements of one speaker, the longest wording first."""
    told = [(stems(_words(claim)), claim) for claim in claims]
    told.sort(key=lambda item: (-len(item[0]), item[1].id))
    homes: list[list[tuple[frozenset[str], Claim]]] = []
    for words, claim in told:
        home = next((home for home in homes if alike(words, home[0][0], SAME_WORDS, LEAST)), None)
        if home is None:
            homes.append([(words, claim)])
        else:
            home.append((words, claim))
    return [_bundle([claim for _, claim in home]) for home in homes]


def _words(claim: Claim) -> str:
    content = claim.content
    return (content.words if isinstance(content, Quote) else "") or claim.evidence.quote


def _bundle(claims: Sequence[Claim]) -> Bundle:
    return Bundle(" ".join(_words(claims[0]).split()), by_denial(claims))
