"""Where a question's words stand in a document: exact places in code points, and a snippet around the best."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from models.records import Record
from models.search.words import FOLDING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.search.words import Sought

_BLANK = re.compile(r"\s")
_SNIPPET = 200
_LEAD = 60
_MOST_SPANS = 100


class Document(Record):
    """What can be found: an article, a note or a claim, by kind and id.

    It is found by `names`, too, which are not shown. A claim goes with its `article`; claims of which one may bear on
    what is to be said of another are one `family`.
    """

    kind: str
    id: str
    title: str
    text: str
    names: str = ""
    article: str = ""
    family: str = ""


class Match(Record):
    """A document that answers. All offsets are code points: `position` into its text, `marks` into `snippet`.

    `position` is where the words stand closest together, None when only the title has them. `held` is how many of the
    words the text itself has. `partly`: some of the words are missing.
    """

    kind: str
    id: str
    title: str
    snippet: str
    marks: tuple[tuple[int, int], ...] = ()
    position: int | None = None
    partly: bool = False
    held: int = 0


class _Span(NamedTuple):
    """Where one of the terms stands in a document's text."""

    start: int
    end: int
    term: int


def match(document: Document, sought: Sequence[Sought], *, partly: bool = False) -> Match:
    """The document with the place where the terms stand closest together."""
    text = document.text
    spans = _spans(text, sought)
    best = _densest(spans)
    position = spans[best].start if spans else None
    start = _word_start(text, max(0, (position or 0) - _LEAD), position or 0)
    end = max(_word_end(text, start + _SNIPPET), spans[best].end if spans else 0)
    lead, tail = "…" if start else "", "…" if end < len(text) else ""
    shift = len(lead) - start
    marks = tuple((s.start + shift, s.end + shift) for s in spans if start <= s.start and s.end <= end)
    snippet = lead + _BLANK.sub(" ", text[start:end]) + tail
    held = len({span.term for span in spans})
    return Match(document.kind, document.id, document.title, snippet, marks, position, partly, held)


def spans(text: str, sought: Sequence[Sought]) -> tuple[tuple[int, int], ...]:
    """Where any of the terms stands in a text, first to last, in code points."""
    return tuple((span.start, span.end) for span in _spans(text, sought))


def _spans(text: str, sought: Sequence[Sought]) -> list[_Span]:
    """The terms' places in the text as it is, first to last; of those that overlap the first, or the longest."""
    words, folded, reached = text.translate(FOLDING), list[_Span](), 0
    found = (
        _Span(start, end, term)
        for term, one in enumerate(sought)
        for start, end in islice(one.places(words), _MOST_SPANS)
    )
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if span.start >= reached:
            folded.append(span)
            reached = span.end
    if all(len(FOLDING[ord(character)]) == 1 for character in set(text)):
        return folded
    origin = [place for place, character in enumerate(text) for _ in FOLDING[ord(character)]]
    return [_Span(origin[start], origin[end - 1] + 1, term) for start, end, term in folded]


def _densest(spans: Sequence[_Span]) -> int:
    """The number of the span with most different terms shortly behind it; the first of equals."""
    starts = [span.start for span in spans]
    best, most, all_terms = 0, 0, len({span.term for span in spans})
    for number, start in enumerate(starts):
        if most == all_terms:
            break
        near = spans[number : bisect_left(starts, start + _SNIPPET - _LEAD)]
        if (different := len({span.term for span in near})) > most:
            best, most = number, different
    return best


def _word_start(text: str, start: int, latest: int) -> int:
    """The first start of a word from `start` on, at most `latest`."""
    if start == 0:
        return 0
    blank = _BLANK.search(text, start - 1, latest)
    return blank.end() if blank else start


def _word_end(text: str, end: int) -> int:
    """The last end of a word up to `end`, or `end` where words are long."""
    if end >= len(text):
        return len(text)
    blank = max(text.rfind(" ", end - _LEAD, end + 1), text.rfind("\n", end - _LEAD, end + 1))
    return blank if blank > 0 else end
