"""A brief as a flow of blocks in the order in which it is read: what every form of document writes in its own way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.phrases import fill
from models.publishing import notes
from models.publishing.blocks import Block, Contents, Figure, Grid, Heading, Paragraph, Span, Style
from models.publishing.columns import wide_enough

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from models.briefs import Aside, Brief, Chapter, Entry, Part, Row, Source, Table
    from models.publishing.blocks import Spans


LONG = 60
"""Statements and rows of tables in a brief of one chapter from which on it gets a table of contents."""
SUMMARY = "summary"
ASIDE = ("contested", "earlier", "superseded")
"""Words for standings that follow what they are said of; other labels go before it."""
DATED_WIDTH, CITED_WIDTH = 24, 12
"""Per cent of a table for times, and for the numbers of sources."""


def flow(brief: Brief) -> Iterator[Block]:
    """Everything in the brief: title, head, contents where it is long, chapters with their parts, sources.

    What tells most stands before the contents, as on a printed title page. No text of the brief is left out.
    """
    yield Paragraph(Style.TITLE, _spans(brief.title))
    if brief.subtitle:
        yield Paragraph(Style.SUBTITLE, _spans(brief.subtitle))
    head = (*brief.facts, brief.words["printed"].format(date=brief.date))
    yield Paragraph(Style.FACTS, _spans(" · ".join(head)))
    if brief.caution:
        yield Paragraph(Style.FACTS, (Span(brief.caution, strong=True),))
    long = _is_long(brief)
    first = _summary(brief) if long else None
    if first:
        yield Heading(1, first.title, SUMMARY)
        yield from _part(first, brief.words)
    body = tuple(_body(brief, first))
    if long:
        leads = tuple(block for block in body if isinstance(block, Heading) and block.id and block.level == 1)
        yield Contents(brief.words["contents"], leads)
    yield from body


def _summary(brief: Brief) -> Part | None:
    """What tells most of the first chapter; None where that has no such part."""
    parts = (part for chapter in brief.chapters[:1] for part in chapter.parts)
    return next((part for part in parts if part.id == SUMMARY and part.tells), None)


def _body(brief: Brief, told: Part | None) -> Iterator[Block]:
    for chapter in brief.chapters:
        yield from _chapter(chapter, brief, told)
    if brief.sources:
        yield Heading(1, brief.words["sources_title"], "sources")
        if brief.note:
            yield Paragraph(Style.LEAD, _spans(brief.note))
        for source in brief.sources:
            yield Paragraph(Style.SOURCE, tuple(_source(source, brief.words)), number=source.number)


def _is_long(brief: Brief) -> bool:
    """Whether the brief is longer than about two pages, or has several chapters."""
    parts = [part for chapter in brief.chapters for part in chapter.parts]
    pieces = sum(len(part.entries) + len(part.table.rows if part.table else ()) for part in parts)
    return len(brief.chapters) > 1 or (len(parts) > 1 and pieces > LONG)


def _chapter(chapter: Chapter, brief: Brief, told: Part | None) -> Iterator[Block]:
    """The chapter without a part that is told already; its title is not told again where it is the brief's."""
    titled = chapter.title != brief.title
    if titled:
        yield Heading(1, chapter.title, f"chapter-{chapter.id}")
    if chapter.subtitle and chapter.subtitle != brief.subtitle:
        yield Paragraph(Style.SUBTITLE, _spans(chapter.subtitle))
    for place, part in enumerate(chapter.parts, start=1):
        if part is told:
            continue
        yield Heading(2 if titled else 1, part.title, f"chapter-{chapter.id}-{place}")
        yield from _part(part, brief.words)
    if not chapter.parts:
        yield Paragraph(Style.EMPTY, _spans(brief.words["nothing"]))


def _part(part: Part, words: dict[str, str]) -> Iterator[Block]:
    if part.lead:
        yield Paragraph(Style.LEAD, _spans(part.lead))
    for number, picture in enumerate(part.pictures, 1):
        yield Figure(picture)
        if picture.caption or number < len(part.pictures) or not part.entries:  # else it stays with what tells of it
            yield Paragraph(Style.CAPTION, _spans(picture.caption))
    for entry in part.entries:
        yield from _entry(entry, words)
    if part.table and part.table.rows:
        yield _grid(part.table, words)
    for note in part.notes:
        yield Paragraph(Style.NOTE_DATE, _spans(note.date))
        yield from notes.blocks(note.text)


def _entry(entry: Entry, words: dict[str, str]) -> Iterator[Block]:
    aside = bool(entry.label) and entry.label in {words.get(standing) for standing in ASIDE}
    label = (Span(f"{entry.label} ", strong=True),) if entry.label and not aside else ()
    standing = (Span(fill(words["labelled"], label=entry.label), muted=True),) if aside else ()
    detail = (*_aside(entry.detail), *_aside(entry.as_of))
    if entry.values:
        disputed = Span(f" · {words['speakers' if entry.spoken else 'sides']}", muted=True)
        yield Paragraph(Style.SIDES, (*label, Span(entry.topic), *standing, disputed, *detail))
        for value in entry.values:
            yield Paragraph(Style.SIDE, (Span(value.text), *_aside(value.as_of), *_marks(value.numbers)))
    else:
        yield Paragraph(Style.STATEMENT, (*label, Span(entry.text), *standing, *detail, *_marks(entry.numbers)))
    if entry.why:
        yield Paragraph(Style.SIDE, (Span(entry.why.text), *_marks(entry.why.numbers)))


def _grid(table: Table, words: dict[str, str]) -> Grid:
    """The table; times and the numbers of sources have columns of their own behind the others."""
    further = (DATED_WIDTH,) * table.dated + (CITED_WIDTH,) * table.cited
    heads = (*((words["as_of"],) if table.dated else ()), *((words["cited"],) if table.cited else ()))
    head = (*table.head, *heads) if table.head else ()
    rows = tuple(tuple(_cells(row, words, dated=table.dated, cited=table.cited)) for row in table.rows)
    return Grid(
        head=head, rows=rows, widths=_widths(table.widths, further, (*((head,) if head else ()), *map(_texts, rows)))
    )


def _widths(own: tuple[int, ...], further: tuple[int, ...], lines: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Per cent for each column, its own ones and the further ones behind them; empty where any width will do."""
    if not own:
        return ()
    shares = [*(width * (100 - sum(further)) // 100 for width in own), *further]
    shares[-1] += 100 - sum(shares) if further else 0
    return wide_enough(shares, zip(*lines, strict=True))


def _texts(row: Iterable[Spans]) -> tuple[str, ...]:
    return tuple("".join(span.text for span in spans) for spans in row)


def _cells(row: Row, words: dict[str, str], *, dated: bool, cited: bool) -> Iterator[tuple[Span, ...]]:
    told = fill(words["labelled"], label=row.label) if row.label else ""
    label = Span(told, loud=row.loud, muted=not row.loud)
    for place, cell in enumerate(row.cells):
        labelled = place == row.labelled % len(row.cells)
        beside = _beside(row.asides[place], words) if row.asides else ()
        why = (*_aside(row.why.text), *_marks(row.why.numbers)) if row.why and labelled else ()
        yield (Span(cell), *((label,) if row.label and labelled else ()), *why, *beside)
    if dated:
        yield _spans(row.as_of)
    if cited:
        yield _marks(row.numbers)


def _beside(aside: Aside, words: dict[str, str]) -> Iterator[Span]:
    """What stands behind a cell in small type."""
    if aside.label:
        yield Span(fill(words["labelled"], label=aside.label), loud=True)
    yield from _aside(aside.as_of)
    yield from _marks(aside.numbers)


def _source(source: Source, words: dict[str, str]) -> Iterator[Span]:
    for run in source.runs:
        yield Span(run.text, italic=run.italic, link=run.link)
    if source.cites:
        yield Span(f" {words['draws'].format(works='; '.join(source.cites))}.", muted=True)


def _aside(text: str) -> tuple[Span, ...]:
    return (Span(f" · {text}", muted=True),) if text else ()


def _spans(text: str) -> tuple[Span, ...]:
    return (Span(text),) if text else ()


def _marks(numbers: tuple[int, ...]) -> tuple[Span, ...]:
    return (Span("", numbers=numbers),) if numbers else ()
