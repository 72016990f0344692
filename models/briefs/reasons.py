"""Why sources disagree, where one of them says so itself: in its own words, with their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.briefs.records import Value
from models.phrases import fill

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from models.briefs.writer import Writer
    from models.pages.evidence import Sentence
    from models.pages.lines import Line


def why(writer: Writer, line: Line) -> Value | None:
    """What the sources of a contested line say of why they disagree; None where none does."""
    found = writer.library.evidence(line.statement).why
    if not found:
        return None
    return Value(in_words(found, writer.words, writer.phrases.in_marks), writer.sources.numbers(found))


def in_words(found: Iterable[Sentence], words: Mapping[str, str], told: Callable[[str], str]) -> str:
    """The sentences that explain a dispute, with the fixed `words` of a language, in which each is `told`."""
    return fill(words["why"], words=" ".join(told(sentence.quote) for sentence in found))
