"""Articles as pages: a digest of our own whole, of any other article only the sentences that statements lead to."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from models.publishing.site.content import Paragraph, Passing, Piece
from models.records import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from models.pages.articles import ReaderPage
    from models.records import Block

Span = tuple[int, int]
_ENDS = (".", "!", "?", "…", "”", '"', ")", "。", "」", ":", ";")
_HEADING = 80
"""A block of our own digests with fewer characters, and none that ends a sentence, is a heading."""


def spans(page: ReaderPage) -> tuple[Span, ...]:
    """The sentences that claims stand on, in the order of the text; those that overlap are one."""
    found: list[Span] = []
    for start, end in sorted({(mark.start, mark.end) for mark in page.marks}):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def anchor(at: int, among: Iterable[Span]) -> str:
    """The anchor of the sentence that holds a place of the text; empty where there is none."""
    return next((f"s{start}" for start, end in among if start <= at < end), "")


def whole(page: ReaderPage, cites: Mapping[int, tuple[int, ...]]) -> tuple[Paragraph, ...]:
    """All of the text but its title; `cites` are the numbers of works by the place behind the words they support."""
    blocks = [block for block in page.blocks if block.role in (Role.BODY, Role.QUOTE)]
    return tuple(_paragraph(block, page, cites) for block in blocks if page.text[block.start : block.end].strip())


def only_cited(page: ReaderPage, used: Iterable[int]) -> tuple[Paragraph, ...]:
    """A paragraph for each sentence in which one of the places stands."""
    places = tuple(used)
    kept = [span for span in spans(page) if any(span[0] <= at < span[1] for at in places)]
    return tuple(Paragraph((Passing((Piece(page.text[start:end]),), f"s{start}"),)) for start, end in kept)


def _paragraph(block: Block, page: ReaderPage, cites: Mapping[int, tuple[int, ...]]) -> Paragraph:
    inside = [(max(start, block.start), min(end, block.end)) for start, end in spans(page)]
    runs = tuple(_runs((block.start, block.end), [span for span in inside if span[0] < span[1]], page.text, cites))
    text = page.text[block.start : block.end].strip()
    return Paragraph(runs, heading=len(text) < _HEADING and not text.endswith(_ENDS))


def _runs(block: Span, inside: Sequence[Span], text: str, cites: Mapping[int, tuple[int, ...]]) -> Iterator[Passing]:
    """The block cut where sentences begin and end."""
    edges = sorted({*block, *(edge for span in inside for edge in span)})
    starts = {start for start, _ in inside}
    for start, end in pairwise(edges):
        yield Passing(tuple(_pieces(start, end, text, cites)), f"s{start}" if start in starts else "")


def _pieces(start: int, end: int, text: str, cites: Mapping[int, tuple[int, ...]]) -> Iterator[Piece]:
    """The words cut where works are cited: behind the words, so at a place after the start."""
    at = start
    for place in sorted(place for place in cites if start < place <= end):
        yield Piece(text[at:place], cites[place])
        at = place
    if at < end:
        yield Piece(text[at:end])
