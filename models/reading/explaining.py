"""Explaining: a claim with a figure bears the sentence beside it that tells why others have another figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from models.reading.claims import evidence_of
from models.reading.told import has_figure
from models.records import Profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.factuality.explained import Explained
    from models.reading.sentence.tagging import Sentence
    from models.records import Article, Claim

_FIGURE = re.compile(r"(?<![^ ])[QMF]\d+ ")
_BREAK = "\n"


class Noted(Struct, frozen=True, gc=False):
    """A sentence at [start, end), and whether it explains a figure."""

    start: int
    end: int
    tags: str
    explains: bool


class Explaining:
    """Follows the sentences of one text, and tells which claims they explain."""

    def __init__(self, explained: Explained, article: Article) -> None:
        self._explained = explained
        self._article = article
        self._noted: list[Noted] = []
        self._any = False

    def note(self, sentence: Sentence) -> None:
        """The next sentence of the text."""
        tags = sentence.tags
        explains = self._explained.holds(tags)
        self._any = self._any or explains
        self._noted.append(Noted(sentence.start, sentence.end, tags, explains))

    def explained(self, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
        """The claims, those with figures with what explains them."""
        if not self._any:
            return claims
        told = {claim.evidence.start for claim in claims if _measures(claim)}
        why = dict(self._pairs(told))
        return tuple(
            replace(claim, why=evidence_of(self._article, *why[claim.evidence.start]))
            if claim.evidence.start in why and _measures(claim)
            else claim
            for claim in claims
        )

    def _pairs(self, told: set[int]) -> Iterator[tuple[int, tuple[int, int]]]:
        """Where a sentence with a told figure begins, and the span of the one that explains it; the last one counts.

        An explanation goes with the nearest figure before it in its paragraph. One that stands before all figures of
        its paragraph goes with those that follow it without another sentence between.
        """
        figure: int | None = None
        opening: Noted | None = None
        fresh, end = True, 0
        for noted in self._noted:
            if _BREAK in self._article.text[end : noted.start]:
                figure, opening, fresh = None, None, True
            end = noted.end
            if noted.start in told:
                figure, fresh = noted.start, False
                if opening is not None:
                    yield figure, (opening.start, opening.end)
            elif noted.explains and fresh:
                opening = noted
            elif noted.explains and figure is not None:
                yield figure, (noted.start, noted.end)
                figure = opening = None
            else:
                opening = None
                figure, fresh = (None, False) if _FIGURE.search(noted.tags) else (figure, fresh)


def _measures(claim: Claim) -> bool:
    """Whether it gives a number that others may give otherwise."""
    content = claim.content
    return has_figure(content) or (isinstance(content, Profile) and not isinstance(content.value, str))
