"""Why sources disagree, or what must be known with a figure, where one of them says so itself: in its own words, with
their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.briefs.records import Value
from models.phrases import fill

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from models.briefs.writer import Writer
    from models.pages.evidence import EvidencePage
    from models.pages.lines import Line


def why(writer: Writer, line: Line) -> Value | None:
    """What the sources of a contested line say of why they disagree, and those of another beside its figure; None where
    none does."""
    if not any(claim.why for claim in writer.library.statement(line.statement).claims):
        return None
    page = writer.library.evidence(line.statement)
    found = page.why or page.noted
    if not found:
        return None
    return Value(in_words(page, writer.words, writer.phrases.in_marks), writer.sources.numbers(found))


def in_words(page: EvidencePage, words: Mapping[str, str], told: Callable[..., str]) -> str:
    """The sentences that explain a dispute or a figure, with the fixed `words` of a language, in which each is
    `told`."""
    head, found = (words["why"], page.why) if page.why else (words["noted_with"], page.noted)
    return fill(head, words=" ".join(told(sentence.quote, ours=sentence.ours) for sentence in found))
