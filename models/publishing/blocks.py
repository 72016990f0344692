"""Blocks of a document: what word processors and Markdown have in common."""

from __future__ import annotations

from enum import StrEnum

from models.briefs import Picture
from models.records import Record


class Style(StrEnum):
    """What part a paragraph plays."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    FACTS = "facts"
    LEAD = "lead"
    CONTENTS = "contents"
    STATEMENT = "statement"
    SIDES = "sides"
    SIDE = "side"
    CAPTION = "caption"
    EMPTY = "empty"
    SOURCE = "source"
    NOTE_DATE = "note date"
    NOTE = "note"
    QUOTE = "quote"
    CODE = "code"


class Span(Record):
    """Words of a kind. `link` is an address on the web; `numbers` are those of sources, which stand in their place."""

    text: str
    strong: bool = False
    italic: bool = False
    code: bool = False
    muted: bool = False
    loud: bool = False
    link: str = ""
    numbers: tuple[int, ...] = ()


Spans = tuple[Span, ...]


class Heading(Record, tag=True):
    """A heading of a level from 1; `id` is its own in the document, empty where nothing leads to it."""

    level: int
    text: str
    id: str = ""


class Contents(Record, tag=True):
    """A table of contents under a title: the headings that it leads to."""

    title: str
    headings: tuple[Heading, ...]


class Paragraph(Record, tag=True):
    """A paragraph; `number` is that of a source."""

    style: Style
    spans: Spans
    number: int = 0


class Item(Record, tag=True):
    """A point of a list, `depth` from 1; `mark` is its number in a list with numbers."""

    depth: int
    spans: Spans
    mark: str = ""


class Grid(Record, tag=True):
    """A table. Without a head its first column is labels; `widths` are shares of a hundred, or empty."""

    head: tuple[str, ...]
    rows: tuple[tuple[Spans, ...], ...]
    widths: tuple[int, ...] = ()


class Figure(Record, tag=True):
    """A picture; its caption is a paragraph of its own."""

    picture: Picture


Block = Heading | Contents | Paragraph | Item | Grid | Figure
