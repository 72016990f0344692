"""The body of an OpenDocument text: headings, statements, tables, pictures and sources."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from odfdo import Bookmark, Document, Element, Frame, Header, Link, List, ListItem, Tab
from odfdo import Paragraph as Written
from odfdo import Span as Words

from models.publishing.blocks import Block, Contents, Figure, Grid, Heading, Item, Paragraph, Span, Style
from models.publishing.clean import clean
from models.publishing.flow import flow
from models.publishing.looks import CELL, HEAD_CELL, HEADINGS, LOOKS, MARGINS, PAPERS
from models.publishing.opendocument import styles

if TYPE_CHECKING:
    from pathlib import Path

    from models.briefs import Brief
    from models.publishing.blocks import Spans
    from models.publishing.looks import Look

NOT_OURS = ("Configurations2/", "Thumbnails/")
"""Of the empty document that odfdo begins with."""
POINTS = 72 / 25.4
"""In a millimetre."""


def opendocument(brief: Brief, paper: str, own: Path | None = None) -> bytes:
    """The document. `paper` is a key of PAPERS.

    The styles, page, header and footer of a document of the user's `own` go before ours. Raises ValueError where that
    is no OpenDocument text.
    """
    document = Document("text")
    document.set_part("styles.xml", styles.styles(brief, paper))
    for path in [path for path in document.get_parts() if path.startswith(NOT_OURS)]:
        document.del_part(path)
    for path in [path for path in document.manifest.get_paths() if path.startswith(NOT_OURS)]:
        document.manifest.del_full_path(path)
    if own:
        _dress(document, own)
    printed = clean(brief.words["printed"].format(date=brief.date))
    for field in document.styles.get_elements("//text:title"):
        field.text = clean(brief.title)
    for field in document.styles.get_elements("//text:subject"):
        field.text = printed
    writer = _Writer(document, PAPERS[paper][0] - MARGINS[0] - MARGINS[2])
    for block in flow(brief):
        writer.write(block)
    meta = document.meta
    meta.title, meta.subject = clean(brief.title), printed
    meta.language = brief.language
    meta.generator = "Oxus"
    meta.creator = "Oxus"
    meta.creation_date = meta.date = datetime.now(UTC).replace(tzinfo=None)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _dress(document: Document, template: Path) -> None:
    """Give the document what styles, pages, headers and footers the template has, in place of its own of that name."""
    try:
        document.merge_styles_from(Document(template))
    except (BadZipFile, SyntaxError, LookupError, TypeError, AttributeError, RuntimeError, OSError) as error:
        raise ValueError(error or type(error).__name__) from error


class _Writer:
    """Writes blocks one after the other."""

    def __init__(self, document: Document, width: float) -> None:
        self._document = document
        self._body = document.body
        self._body.clear()
        self._width = width
        self._tables = 0
        self._lists: list[List] = []
        for style in styles.table_styles():
            document.insert_style(style, automatic=True)
        document.insert_style(styles.contents_line(width), automatic=True)

    def write(self, block: Block) -> None:
        if not isinstance(block, Item):
            self._lists = []
        match block:
            case Heading():
                self._heading(block)
            case Contents():
                self._contents(block)
            case Paragraph():
                self._paragraph(block)
            case Item():
                self._item(block)
            case Grid():
                self._grid(block)
            case Figure():
                self._figure(block)

    def _heading(self, block: Heading) -> None:
        made = Header(block.level, clean(block.text))
        made.style = styles.name_of(HEADINGS[block.level - 1])  # what odfdo is told when it makes one it forgets
        if block.id:
            made.append(Bookmark(block.id))
        self._body.append(made)

    def _paragraph(self, block: Paragraph) -> None:
        made = Written(style=styles.name_of(LOOKS[block.style]))
        if block.style is Style.SOURCE:
            made.append(Bookmark(f"source-{block.number}"))
            made.append_plain_text(f"[{block.number}]\t")
        _fill(made, block.spans)
        self._body.append(made)

    def _contents(self, block: Contents) -> None:
        """A table of contents that leads to its headings, with their pages: the program works these out."""
        made = Element.from_tag('<text:table-of-content text:name="Contents" text:protected="false"/>')
        made.append(Element.from_tag('<text:table-of-content-source text:outline-level="1"/>'))
        body = Element.from_tag("<text:index-body/>")
        title = Element.from_tag('<text:index-title text:name="ContentsHead"/>')
        title.append(Written(clean(block.title), style=styles.name_of(LOOKS[Style.CONTENTS])))
        body.append(title)
        for heading in block.headings:
            line = Written(style=styles.CONTENTS_LINE)
            line.append(Link(f"#{heading.id}", text=clean(heading.text), style=styles.LINKED))
            line.append(Tab())
            page = f'<text:bookmark-ref text:reference-format="page" text:ref-name="{heading.id}"/>'
            line.append(Element.from_tag(page))
            body.append(line)
        made.append(body)
        self._body.append(made)

    def _item(self, block: Item) -> None:
        """A point of a list: lists lie in the last point of the list around them."""
        del self._lists[block.depth :]
        while len(self._lists) < block.depth:
            inner = List(style=styles.BULLETS)
            if self._lists:
                points = self._lists[-1].get_elements("text:list-item")
                (points[-1] if points else self._lists[-1]).append(inner)
            else:
                self._body.append(inner)
            self._lists.append(inner)
        made = Written(style=styles.name_of(LOOKS[Style.NOTE]))
        if block.mark:
            made.append_plain_text(f"{block.mark} ")
        _fill(made, block.spans)
        self._lists[-1].append(ListItem(made))

    def _grid(self, grid: Grid) -> None:
        columns = len(grid.head or grid.rows[0])
        self._tables += 1
        name = f"Table{self._tables}"
        widths = grid.widths or (100 // columns,) * columns
        for number, width in enumerate(widths):
            column = styles.column(f"{name}.{number}", self._width * width / 100)
            self._document.insert_style(column, automatic=True)
        table = Element.from_tag(f'<table:table table:name="{name}"/>')
        for number in range(columns):
            table.append(Element.from_tag(f'<table:table-column table:style-name="{name}.{number}"/>'))
        if grid.head:
            head = Element.from_tag("<table:table-header-rows/>")
            head.append(_row(tuple((Span(text),) for text in grid.head), styles.HEAD_OF_TABLE, HEAD_CELL))
            table.append(head)
        for number, row in enumerate(grid.rows):
            table.append(_row(row, styles.SHADED if number % 2 else styles.PLAIN, CELL))
        self._body.append(table)
        self._body.append(Written(style=styles.name_of(LOOKS[Style.NOTE])))

    def _figure(self, figure: Figure) -> None:
        picture = figure.picture
        path = f"Pictures/{picture.id}.svg"
        self._document.set_part(path, picture.svg.encode())
        self._document.manifest.add_full_path(path, "image/svg+xml")
        scale = min(1.0, self._width * POINTS / picture.width)
        size = (f"{picture.width * scale:.1f}pt", f"{picture.height * scale:.1f}pt")
        frame = Frame.image_frame(path, name=picture.id, size=size, anchor_type="as-char")
        frame.svg_title, frame.svg_description = clean(picture.caption), clean(picture.told)
        made = Written(style=styles.name_of(LOOKS[Style.LEAD]))
        made.append(frame)
        self._body.append(made)


def _row(texts: tuple[Spans, ...], cell_style: str, look: Look) -> Element:
    row = Element.from_tag(f'<table:table-row table:style-name="{styles.ROW}"/>')
    for spans in texts:
        cell = Element.from_tag(f'<table:table-cell table:style-name="{cell_style}" office:value-type="string"/>')
        made = Written(style=styles.name_of(look))
        _fill(made, spans)
        cell.append(made)
        row.append(cell)
    return row


def _fill(paragraph: Written, spans: Spans) -> None:
    for place, span in enumerate(spans):
        if span.numbers:
            paragraph.append(_mark(span.numbers, apart=place > 0))
        elif span.link:
            paragraph.append(Link(clean(span.link), text=clean(span.text), style=styles.LINKED))
        elif style := _style(span):
            paragraph.append(Words(clean(span.text), style=style))
        else:
            paragraph.append_plain_text(clean(span.text))


def _style(span: Span) -> str:
    """The style of the words; of several the first."""
    looks = (
        (span.code, styles.CODE),
        (span.strong, styles.STRONG),
        (span.italic, styles.ITALIC),
        (span.muted, styles.MUTED_WORDS),
        (span.loud, styles.LOUD_WORDS),
    )
    return next((style for wished, style in looks if wished), "")


def _mark(numbers: tuple[int, ...], *, apart: bool) -> Words:
    """The numbers of sources, each leading to its source."""
    made = Words(" [" if apart else "[", style=styles.MARKED)
    for number in numbers:
        made.append(Link(f"#source-{number}", text=str(number), style=styles.MARKED))
        made.append_plain_text("]" if number == numbers[-1] else ", ")
    return made
