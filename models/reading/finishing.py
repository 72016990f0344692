"""Finishing: what a text as a whole makes of the claims of its sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.reading.claims import without_repeats
from models.reading.countering import Countering
from models.reading.denied import with_denials
from models.reading.explaining import Explaining
from models.reading.factuality.denials import Linking
from models.reading.revising import Revisions
from models.reading.superseded import Corrections, without_superseded
from models.reading.told import has_figure
from models.records import Event, Modality, Quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.reading.factuality.corrected import Corrected
    from models.reading.factuality.denials import Denials
    from models.reading.factuality.explained import Explained
    from models.reading.factuality.revised import Revised
    from models.reading.grammar.called import Called
    from models.reading.sentence.tagging import Sentence
    from models.reading.trace import Trace
    from models.records import Article, Claim

_NOT = " _not "
_REFUSED = re.compile(r"^(?:but |yet )?(?:[CHLOJX]\d+|they|he|she|it) _(?:will|would|does|do|did|can) _not (?:\. |$)")
_AHEAD = (Modality.POSSIBLE, Modality.PLANNED)


class Finishing:
    """Follows the sentences of one text; then its claims are finished with what was noted of them."""

    def __init__(
        self,
        article: Article,
        denials: Denials,
        corrected: Corrected,
        explained: Explained,
        revised: Revised,
        countered: Called,
    ) -> None:
        self._article = article
        self._linking = Linking(denials)
        self._corrections = Corrections(corrected)
        self._explaining = Explaining(explained, article)
        self._revisions = Revisions(revised, article)
        self._countering = Countering(countered, article)
        self._last = 0, 0
        self._refused: set[tuple[int, int]] = set()

    def note(self, sentence: Sentence) -> None:
        """The next sentence of the text."""
        start, end = self._last
        beside = not self._article.text[end : sentence.start].strip()  # one that is not read may lie between
        self._linking.note(sentence, beside=beside)
        self._corrections.note(sentence, beside=beside)
        self._explaining.note(sentence)
        self._revisions.note(sentence, beside=beside)
        self._countering.note(sentence, beside=beside)
        if beside and _NOT in sentence.tags and _REFUSED.match(sentence.tags):
            self._refused.add((start, end))
        self._last = sentence.start, sentence.end

    def finished(
        self, claims: Iterable[Claim], members: frozenset[str], trace: Trace | None = None
    ) -> tuple[Claim, ...]:
        """The claims in the order of the text, each once, without what the text takes back, with what it denies, with
        what explains their figures, and what is told in an answer from whom answers. `members` are the region's states
        and the region itself."""
        kept = without_repeats(claims, members, trace)
        if self._refused:
            kept = tuple(claim for claim in kept if not self._is_refused(claim, trace))
        kept = without_superseded(self._article, kept, self._corrections, trace)
        kept = self._countering.countered(self._revisions.revised(kept, trace), trace)
        kept = self._explaining.explained(with_answerers(kept))
        return with_denials(self._article, kept, self._linking, trace)

    def _is_refused(self, claim: Claim, trace: Trace | None) -> bool:
        """Whether the next sentence says that a deed that may come will not ("It won't.")."""
        ahead = isinstance(claim.content, Event) and claim.modality in _AHEAD
        refused = ahead and any(start <= claim.evidence.start < end for start, end in self._refused)
        if refused and trace is not None:
            trace.left_out(claim, "the next sentence says that it will not be done")
        return refused


def with_answerers(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims, those with figures from whom answers where they stand in what one says in an interview."""
    turns = [claim for claim in claims if _is_turn(claim)]
    if not turns:
        return claims
    return tuple(_answered(claim, turns) for claim in claims)


def _is_turn(claim: Claim) -> bool:
    """Whether all of the evidence is what one says, so that no words of it are marked."""
    return isinstance(claim.content, Quote) and claim.content.direct and not claim.content.words


def _answered(claim: Claim, turns: list[Claim]) -> Claim:
    if claim.attribution is not None or not has_figure(claim.content):
        return claim
    at = claim.evidence.start
    who = next((turn for turn in turns if turn.evidence.start <= at < turn.evidence.end), None)
    return replace(claim, attribution=who.content.speaker) if who and isinstance(who.content, Quote) else claim
