"""Pages filled with strips, in the order of reading but for pictures that find no room: sums, without Qt.

A text is laid out once, as if on one page without an end; what is told here is only which piece of it stands where.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ui.printing.template import Heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SMALLEST = 0.7
"""Of its size, what a picture must have: where a page has less room, it stands on another."""
OPEN = 0.15
"""The share of a page that is not left empty before a picture that can stand behind another part, or below contents."""
OPEN_AGAIN = 0.35
"""The same where another part has come before the picture already: it belongs near its place."""
LITTLE = 0.12
"""The share of a page that is little to stand on one by itself: a text which ends so is set a little closer."""
STEP = 0.01
"""The share of a page by which columns grow until all has room in them."""
CLOSE = 0.6
"""Of itself, what is left of the room between paragraphs that are set closer."""
PART = 3
"""The rank of a part's heading."""
MERGED = 0.5
"""Dots by which two pieces may be off and still are one."""


class Span(NamedTuple):
    """From one place of the text to a lower one, in dots."""

    top: float
    bottom: float


@dataclass(slots=True)
class Strip:
    """What no page tears: a heading, a paragraph or a line of it, a row of a table.

    `above` is the room above it, which it has not where it begins a page; `tied` tells that the next one stands on its
    page; `picture` is the id of one that may be smaller; `head` are the rows that are told again where a page begins
    with this `row`, which is the table's place and its own; `heading` stands in the contents.
    """

    top: float
    bottom: float
    above: float = 0.0
    tied: bool = False
    picture: str = ""
    head: Span | None = None
    row: tuple[int, int] | None = None
    heading: Heading | None = None

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(slots=True)
class Part:
    """What stands under one heading of the contents, or before the first; `level` is the heading's rank."""

    level: int
    strips: list[Strip]

    @property
    def pictures(self) -> set[str]:
        """The pictures with captions in it."""
        return {strip.picture for strip in self.strips if strip.picture}


class Piece(NamedTuple):
    """A piece of the text on a page: `y` is where its top stands, `share` how large it is."""

    top: float
    bottom: float
    y: float
    share: float = 1.0


class Filling:
    """Pages of one height; the first of them begin at `starts`, below what else stands there. `spread` is how much of
    the room above strips there is. Those from a number on may be `cut` to a height of their own."""

    def __init__(
        self,
        parts: Iterable[Part],
        height: float,
        starts: Sequence[float] = (0.0,),
        spread: float = 1.0,
        cut: tuple[int, float] | None = None,
    ) -> None:
        self._full = height
        self._cut = cut
        self._spread = spread
        self._starts = starts
        self.pages: list[list[Piece]] = [[]]
        self.headings: list[Heading] = []
        self.begun: list[Strip] = []
        self._y = starts[0]
        self._fill(parts)

    @property
    def free(self) -> float:
        """How much of the last page is empty."""
        return self._full - self._y

    @property
    def spread(self) -> float:
        """How much of the room above strips there is."""
        return self._spread

    @property
    def _height(self) -> float:
        """How high this page may be filled."""
        return self._cut[1] if self._cut and len(self.pages) > self._cut[0] else self._full

    def _fill(self, parts: Iterable[Part]) -> None:
        """Put the parts on pages.

        A picture which would leave a page far from full comes behind the next part of its chapter that has none: never
        in the midst of it, were it at the top of a page, as a reader would take it for the end of what it cuts in two.
        """
        waiting, heads, last = list(parts), list[Strip](), None
        while waiting:
            runs = list(_runs([*heads, *waiting[0].strips]))
            later = self._better(waiting, runs[0], OPEN_AGAIN if waiting[0] is last else OPEN) if runs else 0
            if later:
                last = waiting[0]
                waiting.insert(0, waiting.pop(later))
                continue
            heads = runs.pop() if runs and runs[-1][-1].tied and len(waiting) > 1 else []
            for run in runs:
                self._put(run)
            del waiting[0]

    def _better(self, waiting: Sequence[Part], run: Sequence[Strip], least: float) -> int:
        """The place of the part that had better come first, where at `least` this share of the page would be empty; 0
        where that is the first."""
        first, *others = waiting
        room = self._height - self._y
        if not first.pictures or self._share(run) or not least * self._height < room < self._height:
            return 0
        for place, part in enumerate(others, 1):
            if part.level < first.level or first.level < PART:
                break
            if not part.pictures:
                return place
        return 0

    def _put(self, run: Sequence[Strip]) -> None:
        """Put strips that belong together on one page."""
        share = self._share(run)
        while not share and self._y > 0:  # on a page that is not empty, were it by what else stands there
            self._turn()
            share = self._share(run)
        share = share or self._share(run, smallest=0)
        for strip in run:
            self._add(strip, share if strip.picture and share else 1.0)

    def _share(self, run: Sequence[Strip], smallest: float = SMALLEST) -> float:
        """What share of their size the pictures of these strips have on this page; 0 where these have no room on it."""
        drawn = sum(strip.height for strip in run if strip.picture)
        needed = self._room_above(run[0]) + self._again(run[0]) + sum(strip.above for strip in run[1:]) * self._spread
        needed += sum(strip.height for strip in run)
        spare = self._height - self._y - needed
        if spare >= 0 or not drawn:
            return float(spare >= 0)
        share = 1 + spare / drawn
        return share if share > smallest else 0.0

    def _room_above(self, strip: Strip) -> float:
        """The room above a strip; none where it begins a page."""
        return strip.above * self._spread if self._y > self._start else 0.0

    def _needed(self, strip: Strip, share: float) -> float:
        """How much of a page a strip takes, below what else stands on it."""
        return self._room_above(strip) + strip.height * share

    def _again(self, strip: Strip) -> float:
        """How high the rows are that are told again above a strip that begins a page."""
        return strip.head.bottom - strip.head.top if strip.head and self._begins else 0.0

    @property
    def _begins(self) -> bool:
        """Whether the text begins a page here."""
        return self._y <= self._start

    @property
    def _start(self) -> float:
        """Where this page begins."""
        return self._starts[len(self.pages) - 1] if len(self.pages) <= len(self._starts) else 0.0

    def _turn(self) -> None:
        """Begin a page."""
        self.pages.append([])
        self._y = self._start

    def _add(self, strip: Strip, share: float) -> None:
        """Put a strip on this page, or on the next one where it is too high."""
        while self._y > self._start and self._y + self._needed(strip, share) > self._height + MERGED:
            self._turn()
        room = self._room_above(strip)
        if self._begins:
            self.begun.append(strip)
            if strip.head:
                self._y += room
                self._piece(Piece(strip.head.top, strip.head.bottom, self._y))
                room = strip.above * self._spread
        self._y += room
        if strip.heading:
            self.headings.append(strip.heading._replace(page=len(self.pages) - 1))
        top = strip.top
        while strip.bottom - top > self._height - self._y + MERGED and share == 1.0:  # higher than a page: it is cut
            cut = top + self._height - self._y
            self._piece(Piece(top, cut, self._y))
            self._turn()
            top = cut
        self._piece(Piece(top, strip.bottom, self._y, share))

    def _piece(self, piece: Piece) -> None:
        """Put a piece where the last one ends; as one with it where it also follows it in the text."""
        page = self.pages[-1]
        if page and page[-1].share == piece.share == 1.0:
            last = page[-1]
            if abs((piece.top - last.top) - (piece.y - last.y)) < MERGED and piece.top >= last.bottom - MERGED:
                page[-1] = last._replace(bottom=piece.bottom)
                self._y = piece.y + piece.bottom - piece.top
                return
        page.append(piece)
        self._y = piece.y + (piece.bottom - piece.top) * piece.share


def in_columns(parts: Sequence[Part], height: float, starts: Sequence[float]) -> Filling:
    """The same of pages that stand side by side, as many as there are `starts`: on the last sheet they end alike."""
    filling = filled(parts, height, starts)
    columns = len(starts)
    first = (len(filling.pages) - 1) // columns * columns
    tops = [starts[column] if not first else 0.0 for column in range(columns)]
    used = sum(_bottom(page) - top for page, top in zip(filling.pages[first:], tops, strict=False))
    level = (used + sum(tops)) / columns
    while level < height:
        even = Filling(parts, height, starts, filling.spread, (first, level))
        if len(even.pages) <= first + columns:
            return even
        level += STEP * height
    return filling


def _bottom(page: Sequence[Piece]) -> float:
    """Where the last piece of a page ends."""
    return page[-1].y + (page[-1].bottom - page[-1].top) * page[-1].share if page else 0.0


def filled(parts: Sequence[Part], height: float, starts: Sequence[float] = (0.0,)) -> Filling:
    """Pages filled with the parts; set closer where the last page has little on it and need not be."""
    filling = Filling(parts, height, starts)
    if len(filling.pages) > 1 and height - filling.free <= LITTLE * height:
        closer = Filling(parts, height, starts, CLOSE)
        if len(closer.pages) < len(filling.pages):
            return closer
    return filling


def _runs(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """The strips in runs of those that stand on one page."""
    run: list[Strip] = []
    for strip in strips:
        run.append(strip)
        if not strip.tied:
            yield run
            run = []
    if run:
        yield run
