"""Tables and lists: each figure in a row of cells, or in an item under a heading, is a claim of its own.

What it is of stands in the cell, at the head of its column, in the label of its row, or in the line above the table;
the evidence is the row.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from models.reading.cells import Facts, Heads, as_quantity, of_prose
from models.reading.claims import make_claim
from models.reading.factuality.judging import as_of
from models.reading.factuality.qualify import Quality
from models.reading.reference.wares import of_title
from models.reading.sentence.tagging import Sentence
from models.records import Modality, Quantity, Resource, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from models.reading.sentence.mentions import Mention
    from models.records import Article, Claim, Content

RULE = "resource.table"
"""What stands in place of a rule's id where a table gave the claim."""

_CELLS = re.compile(r"\s*\|\s*|\t+|(?<=\S) {2,}(?=\S)")
_EDGES = ("|", "\t", "  ")  # without one of them a line is one cell
_BULLET = re.compile(r"(?:[-–—•*·▪►]|\d{1,2}[.)])\s+")
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d\*?")
_LETTER = re.compile(r"[^\W\d_]")
_SEMICOLON, _COMMA = re.compile(r";\s*"), re.compile(r"(?:,(?!\d)\s*(?:and\s+)?|\sand\s+)")
_JOINT = re.compile(r"^[\s:–—,(=-]*$")
_SIGNS = tuple(":–—(=,-")  # what may part a label from its figure
_INSIDE = re.compile(r":\s*[^\s(]")  # a colon with a further label behind it
_START = attrgetter("start")
_VALUES = "QMFB"
_COMPARED = re.compile(r"\b(?:than|against|compared|versus|from)\b")
_SHARE = "percent"
_LABEL = 7  # words before the figure of an item
_LEAST = 2
_OPENING = 6  # lines above the first sentence
_STATES = "CJ"
_FLOWS = ("produces", "exports", "imports")
_OUTPUT, _OF_SITES = "produces", ("produces", "reserves", "develops")
"""What a mine does if nothing else is told, and what may be told of one: the land trades, not the mine."""

Span = tuple[int, int]


class Row(Struct, frozen=True):
    """A line of the text and the spans of its cells; an item of a list has its label and its figure."""

    start: int
    end: int
    cells: tuple[Span, ...]


class Cell(Struct, frozen=True):
    """What a row gives: its span, the content, whether it is only planned, and whether nothing else stands in it."""

    start: int
    end: int
    content: Resource
    planned: bool
    whole: bool


class Tables:
    """Finds the tables and lists of an article and reads their cells; `sites` are the mines, fields and plants."""

    def __init__(self, heads: Heads, fits: Callable[[str, str], bool], sites: Collection[str]) -> None:
        self._heads = heads
        self._fits = fits
        self._sites = sites

    def read(self, article: Article, found: Sequence[Mention]) -> tuple[Cell, ...]:
        """What the tables and lists of the article tell; the mentions are its own, in order."""
        if not any(mention.kind in _VALUES for mention in found):
            return ()
        lines = _lines(article)
        rows = [_row(article.text, start, end) for start, end in lines]
        told: list[Cell] = []
        goods = {mention.ids for mention in of_title(article, found)}
        title = Facts(goods=next(iter(goods))) if len(goods) == 1 else Facts()
        opening = self._opening(article.text, rows, found)
        at = 0
        for size, run in groupby(rows, key=lambda row: len(row.cells)):
            block = list(run)
            if size >= _LEAST and len(block) >= _LEAST:
                above = self._above(article.text, rows[max(0, at - 1) : at], found)
                told += self._table(article.text, block, [above, title, opening], found)
            elif size < _LEAST:
                told += self._lists(article.text, block, rows[max(0, at - 1) : at], found, opening)
            at += len(block)
        return tuple(told)

    def _opening(self, text: str, rows: Sequence[Row], found: Sequence[Mention]) -> Facts:
        """Whose all figures are, and of when: what the lines above the first sentence tell, if of one state only."""
        first = next((row for row in rows if text[row.end - 1] == "."), None)
        lines = [row for row in rows if first is not None and row.end <= first.start][:_OPENING]
        span = (lines[0].start, lines[-1].end) if lines else (0, 0)
        named = {mention.ids for mention in _within(found, *span) if mention.kind in _STATES}
        if len(named) != 1 or len(next(iter(named))) != 1:
            return Facts()
        facts = [self._facts(text, (row.start, row.end), found) for row in lines]
        when = next((one for one in facts if one.year), Facts())
        return Facts(states=next(iter(named)), year=when.year, part=when.part)

    def _above(self, text: str, lines: Sequence[Row], found: Sequence[Mention]) -> Facts:
        """What the line above tells."""
        span = (lines[-1].start, lines[-1].end) if lines else (0, 0)
        return of_prose(text[span[0] : span[1]], self._facts(text, span, found)) if lines else Facts()

    def _facts(self, text: str, span: Span, found: Sequence[Mention]) -> Facts:
        inside = [mention for mention in _within(found, *span) if mention.end <= span[1]]
        return self._heads.facts(text[span[0] : span[1]], inside)

    def _when(self, text: str, span: Span, found: Sequence[Mention]) -> Facts:
        """What stands behind the figure of an item tells when it was, and nothing else for sure."""
        compared = _COMPARED.search(text, *span)  # "Q1, more than in D2"
        facts = self._facts(text, (span[0], compared.start() if compared else span[1]), found)
        return Facts(year=facts.year, planned=facts.planned)

    def _table(self, text: str, rows: list[Row], above: list[Facts], found: Sequence[Mention]) -> Iterator[Cell]:
        """The figures of a run of rows with as many cells each; the first may be their head."""
        headed = not any(_figure(text, cell, found) for cell in rows[0].cells)
        heads = [self._facts(text, cell, found) for cell in rows[0].cells] if headed else [Facts()] * len(rows[0].cells)
        for row in rows[headed:]:
            labels = {
                at: self._facts(text, cell, found)
                for at, cell in enumerate(row.cells)
                if not _figure(text, cell, found)
            }
            label = _merged([*labels.values()])
            if not _says(label) or any(heads[at].makers and not _says(told) for at, told in labels.items()):
                continue  # "Total", or a firm that nobody knows
            corner = _merged([Facts(relation=heads[at].relation) for at in labels if not heads[at].beside])
            for head, cell in zip(heads, row.cells, strict=True):
                figure = _figure(text, cell, found)
                if figure is not None and not head.beside:
                    known = [head.around, label, corner]
                    rest = self._of_site(known, above) if label.site in self._sites else above
                    yield from self._told(row, figure, [*known, *rest], whole=True)

    def _of_site(self, known: Sequence[Facts], above: Sequence[Facts]) -> list[Facts]:
        """What is told above a table of the figure of a mine: of goods and time, while its land is its row's own, and
        nobody's trade; where nothing tells what is done, it is its output."""
        caption = above[0].relation if above and (above[0].unit or above[0].year) else ""
        done = _merged(known).relation or caption
        output = Facts(relation=done if done in _OF_SITES else _OUTPUT)
        named = any(one.states for one in known)
        return [output, *(replace(one, relation="", other=(), states=() if named else one.states) for one in above)]

    def _lists(
        self, text: str, rows: list[Row], before: Sequence[Row], found: Sequence[Mention], opening: Facts
    ) -> Iterator[Cell]:
        """The figures of items under a heading, and of those behind a colon in a line."""
        above: Row | None = before[-1] if before else None
        for row in rows:
            item = _item(text, row.start, row.end, found)
            if item is None:
                above = row
                yield from self._behind_colon(text, row, found)
            elif above is not None:
                label = self._facts(text, (row.start, item.start), found)
                heads = [
                    label,
                    self._when(text, (item.end, row.end), found),
                    self._above(text, [above], found),
                    opening,
                ]
                yield from self._told(row, item, heads, whole=False)

    def _behind_colon(self, text: str, row: Row, found: Sequence[Mention]) -> Iterator[Cell]:
        """The items of a line that has several behind a colon ("output: C1 Q1, C2 Q2")."""
        colon = text.find(":", row.start, row.end)
        if colon <= 0:
            return
        parts = _parts(text, colon + 1, row.end)
        items = [(start, end, item) for start, end in parts if (item := _item(text, start, end, found)) is not None]
        if len(items) < _LEAST or len(items) < len(parts):
            return
        above = self._facts(text, (row.start, colon), found)
        for start, end, item in items:
            label = self._facts(text, (start, item.start), found)
            yield from self._told(row, item, [label, self._when(text, (item.end, end), found), above], whole=False)

    def _told(self, row: Row, figure: Mention, facts: list[Facts], *, whole: bool) -> Iterator[Cell]:
        """The claim that a figure makes with what is known of it, the nearest first; none where a part is missing."""
        told = _merged(facts)
        told = replace(told, unit=next((one.unit for one in facts if one.firm or one.site), None) or told.unit)
        quantity = _measured(figure, told)
        if quantity is None or not told.relation or not told.goods or told.beside:
            return
        owners, others = _parties(facts, told.relation)
        for state in owners:
            for good in told.goods:
                if self._fits(good, quantity.unit):
                    content = Resource(
                        state, good, told.relation, None, quantity, told.year, others, told.site, firm=told.firm
                    )
                    yield Cell(row.start, row.end, content, told.planned, whole)


def of_rows(article: Article, cells: Iterable[Cell]) -> Iterator[Claim]:
    """A claim for each figure, with its row as evidence."""
    for cell in cells:
        row = Sentence(cell.start, cell.end, article.text[cell.start : cell.end], "", [])
        modality = Modality.PLANNED if cell.planned else Modality.DONE
        content, quality = as_of(article.bibliography.published, cell.content, Quality(modality, affirmed=True), row)
        yield make_claim(article, row, RULE, content, quality)


def is_of_rows(content: Content, cells: Iterable[Cell]) -> bool:
    """Whether a claim of the same sentence gives a figure that was read as one of a row."""
    if not isinstance(content, Resource) or content.quantity is None:
        return False
    return any(_value(cell.content) == _value(content) for cell in cells)


def _value(content: Resource) -> object:
    return content.quantity.value if content.quantity is not None else None


def _lines(article: Article) -> list[Span]:
    """The lines of the article's own text."""
    found: list[Span] = []
    for block in article.blocks:
        if block.role is Role.FURNITURE:
            continue
        at = block.start
        for line in article.text[block.start : block.end].split("\n"):
            inked = line.strip()
            if inked:
                start = at + line.find(inked[0])
                found.append((start, start + len(inked)))
            at += len(line) + 1
    return found


def _row(text: str, start: int, end: int) -> Row:
    """The line with its cells; a line of prose is one cell."""
    line = text[start:end].strip("|")
    first = start + text[start:end].find(line)
    cells: list[Span] = []
    at = 0
    for part in _CELLS.finditer(line) if any(map(line.__contains__, _EDGES)) else ():
        cells.append((first + at, first + part.start()))
        at = part.end()
    return Row(start, end, (*cells, (first + at, first + len(line))))


def _figure(text: str, cell: Span, found: Sequence[Mention]) -> Mention | None:
    """The figure that a cell holds, alone or with a few words; a year is none."""
    words = text[cell[0] : cell[1]].strip()
    if _YEAR_ALONE.fullmatch(words):
        return None
    inside = [item for item in _within(found, *cell) if item.end <= cell[1] and item.kind in _VALUES]
    if len(inside) != 1 or text[cell[0] : inside[0].start].strip(" ~<>≈+"):
        return None
    return inside[0]


def _item(text: str, start: int, end: int, found: Sequence[Mention]) -> Mention | None:
    """The figure of an item: a short label, a colon or the like, and the figure ("- C1: Q1", "K1 – Q1, up F2")."""
    bullet = _BULLET.match(text, start, end)
    begin = bullet.end() if bullet else start
    inside = (item for item in _within(found, begin, end) if item.kind in _VALUES and not _is_year(text, item))
    figure = next(inside, None)
    if figure is None:
        return None
    label = text[begin : figure.start]
    if _INSIDE.search(label):
        return None
    named = _within(found, begin, figure.start)
    joint = text[named[-1].end if named else begin : figure.start]
    parted = label.rstrip().endswith(_SIGNS) or (bool(_JOINT.match(joint)) and len(named) == 1)
    if not _LETTER.search(label) or len(label.split()) > _LABEL or not parted:
        return None
    return figure


def _is_year(text: str, item: Mention) -> bool:
    return _YEAR_ALONE.fullmatch(text, item.start, item.end) is not None


def _within(found: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """The mentions that begin between two places, of those of the article, in order."""
    return found[bisect_left(found, start, key=_START) : bisect_left(found, end, key=_START)]


def _parts(text: str, start: int, end: int) -> list[Span]:
    """The items of a line: parted by semicolons, else by commas and "and" that have no digit on both sides."""
    joint = _SEMICOLON if ";" in text[start:end] else _COMMA
    ends = [(match.start(), match.end()) for match in joint.finditer(text, start, end)]
    edges = [(start, start), *ends, (end, end)]
    spans = [(left[1], right[0]) for left, right in pairwise(edges)]
    return [(at + len(text[at:stop]) - len(text[at:stop].lstrip()), stop) for at, stop in spans]


def _measured(figure: Mention, told: Facts) -> Quantity | None:
    """The figure in its own unit, else in the one that stands over it; a share only where it is of the world's."""
    value = as_quantity(figure.value)
    if value is None and isinstance(figure.value, float) and told.unit is not None:
        value = replace(told.unit, value=figure.value * _one(told.unit))
    if value is not None and value.unit == _SHARE:
        return replace(value, of="world") if told.of_world else None
    return replace(value, of=told.part) if value is not None and told.part and told.relation in _FLOWS else value


def _says(label: Facts) -> bool:
    """Whether the label of a row tells of what or of when its figures are."""
    return bool(label.states or label.goods or label.relation or label.year or label.site or label.firm)


def _one(unit: Quantity) -> float:
    return unit.value[0] if isinstance(unit.value, tuple) else unit.value


def _merged(facts: Sequence[Facts]) -> Facts:
    """What several pieces of text tell together, each part from the first that has it."""
    names = Facts.__struct_fields__
    told = {name: value for one in reversed(facts) for name in names if (value := getattr(one, name))}
    return Facts(**told)


def _parties(facts: Sequence[Facts], relation: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whose the figure is, and with whom they trade: under "C1's exports" the rows name who buys."""
    named = [one.states for one in facts if one.states]
    other = next((one.other for one in facts if one.other), ())
    trade = relation in ("exports", "imports")
    if trade and len(named) > 1 and len(named[-1]) == 1 and named[0] != named[-1] and not other:
        return named[-1], named[0]
    return (named[0] if named else ()), (other if trade else ())
