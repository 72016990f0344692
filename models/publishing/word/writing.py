"""The body of a Word document: headings, statements, tables, pictures and sources."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import BadZipFile

import docx
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.exceptions import OpcError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from models.publishing.blocks import Block, Contents, Figure, Grid, Heading, Item, Paragraph, Span, Style
from models.publishing.clean import clean
from models.publishing.flow import flow
from models.publishing.looks import CELL, FONT_CODE, HEAD, HEAD_CELL, LOOKS, LOUD, MARK, MARK_SIZE, MUTED, SHADE
from models.publishing.word.fields import link, place, worked_out
from models.publishing.word.pictures import add_picture
from models.publishing.word.setting import set_up

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph as Written

    from models.briefs import Brief
    from models.publishing.blocks import Spans

DEEPEST = 3
"""Word's own lists have so many levels."""


ON_A_PAGE = 36
"""Lines of contents that a page has room for: so many stand on one."""


def word(brief: Brief, paper: str, painted: Mapping[str, bytes], own: Path | None = None) -> bytes:
    """The document. `painted` are the brief's pictures as PNG, by their id, for programs that know no SVG.

    A picture that was not painted is told in words. `paper` is a key of PAPERS. A document of the user's `own` gives
    page, styles, header and footer. Raises ValueError where that is no Word document.
    """
    document = _opened(own) if own else docx.Document()
    set_up(document, brief, paper, own=own is not None)
    writer = _Writer(document, painted)
    for block in flow(brief):
        writer.write(block)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _opened(template: Path) -> Document:
    try:
        return docx.Document(str(template))
    except (OpcError, BadZipFile, SyntaxError, KeyError, OSError) as error:
        raise ValueError(error or type(error).__name__) from error


class _Writer:
    """Writes blocks one after the other."""

    def __init__(self, document: Document, painted: Mapping[str, bytes]) -> None:
        self._document = document
        # Asking the document for a style by its name takes most of the time otherwise.
        self._styles = {str(style.name): style.style_id for style in document.styles}
        self._painted = painted
        self._places = 0

    def write(self, block: Block) -> None:
        match block:
            case Heading():
                self._place(self._new(f"Heading {block.level}", block.text), block.id)
            case Contents():
                self._contents(block)
            case Paragraph():
                self._paragraph(block)
            case Item():
                depth = min(block.depth, DEEPEST)
                made = self._new("List Bullet" + (f" {depth}" if depth > 1 else ""))
                _fill(made, ((Span(f"{block.mark} "),) if block.mark else ()) + block.spans)
            case Grid():
                self._grid(block)
            case Figure():
                self._figure(block)

    def _contents(self, block: Contents) -> None:
        """The headings, each with a link to its page and that page's number, which the program works out.

        Lines of their own and no field for all of them: of that LibreOffice shows only what was worked out before.
        """
        self._new(LOOKS[Style.CONTENTS].name, block.title)
        for behind, heading in zip(reversed(range(len(block.headings))), block.headings, strict=True):
            line = self._new(LOOKS[Style.NOTE].name)
            line.paragraph_format.keep_with_next = (bool(behind) and len(block.headings) <= ON_A_PAGE) or None
            line.paragraph_format.tab_stops.add_tab_stop(self._width(), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
            link(line, heading.text, to=_bookmark(heading.id))
            line.add_run("\t")
            worked_out(line, rf"PAGEREF {_bookmark(heading.id)} \h")

    def _new(self, style: str, text: str = "") -> Written:
        """A new paragraph of a style by its name."""
        made = self._document.add_paragraph(clean(text))
        made._p.get_or_add_pPr().style = self._styles.get(style, self._styles[LOOKS[Style.NOTE].name])  # noqa: SLF001
        return made

    def _place(self, paragraph: Written, name: str) -> None:
        if name:
            self._places += 1
            place(paragraph, _bookmark(name), self._places)

    def _paragraph(self, block: Paragraph) -> None:
        made = self._new(LOOKS[block.style].name)
        if block.style is Style.SOURCE:
            made.paragraph_format.first_line_indent = Pt(-LOOKS[Style.SOURCE].left)
            made.paragraph_format.tab_stops.add_tab_stop(Pt(LOOKS[Style.SOURCE].left))
            made.add_run(f"[{block.number}]\t")
        _fill(made, block.spans)
        if block.number:
            self._place(made, f"source-{block.number}")

    def _grid(self, grid: Grid) -> None:
        columns = len(grid.head or grid.rows[0])
        table = self._document.add_table(0, columns)
        table.autofit = False
        widths = grid.widths or (100 // columns,) * columns
        for column, width in zip(table.columns, widths, strict=True):
            column.width = self._width() * width // 100
        if grid.head:
            head = _row(table, tuple((Span(text),) for text in grid.head), self._styles[HEAD_CELL.name], HEAD)
            head.append(OxmlElement("w:tblHeader"))
        for number, row in enumerate(grid.rows):
            made = _row(table, row, self._styles[CELL.name], SHADE if number % 2 else "")
            behind = len(grid.rows) - 1 - number
            if behind and (number == 0 or behind == 1):  # neither the first nor the last stands alone on a page
                _keep(made)
        self._new(LOOKS[Style.NOTE].name)  # or two tables would be one

    def _width(self) -> int:
        section = self._document.sections[0]
        return int(section.page_width - section.left_margin - section.right_margin)  # type: ignore[operator]

    def _figure(self, figure: Figure) -> None:
        picture = figure.picture
        painted = self._painted.get(picture.id)
        made = self._new(LOOKS[Style.LEAD].name)
        if painted:
            self._places += 1
            add_picture(made, picture, painted, self._places, self._width())
        else:
            made.add_run(clean(picture.told))


def _bookmark(name: str) -> str:
    """A name as Word wishes those of places: letters, digits and low lines, 40 at most."""
    return "".join(sign if sign.isalnum() else "_" for sign in name)[:40]


def _fill(paragraph: Written, spans: Spans) -> None:
    for span in spans:
        if span.numbers:
            _mark(paragraph, span.numbers)
            continue
        run = link(paragraph, span.text, address=span.link) if span.link else paragraph.add_run(clean(span.text))
        run.bold, run.italic = span.strong or None, span.italic or None
        if span.code:
            run.font.name = FONT_CODE
        if colour := _colour(span):
            run.font.color.rgb = RGBColor.from_string(colour)


def _colour(span: Span) -> str:
    """The colour of its own that a span has; empty for that of its paragraph."""
    looks = ((span.loud, LOUD), (span.muted, MUTED), (bool(span.link), MARK))
    return next((colour for wished, colour in looks if wished), "")


def _mark(paragraph: Written, numbers: tuple[int, ...]) -> None:
    """The numbers of sources, each leading to its source."""
    runs = [paragraph.add_run(" [" if paragraph.text else "[")]
    for number in numbers:
        runs.append(link(paragraph, str(number), to=_bookmark(f"source-{number}")))
        runs.append(paragraph.add_run("]" if number == numbers[-1] else ", "))
    for run in runs:
        run.font.size = Pt(MARK_SIZE)
        run.font.color.rgb = RGBColor.from_string(MARK)


def _keep(properties: BaseOxmlElement) -> None:
    """Keeps the row on the page of the next one."""
    for paragraph in properties.getparent().iter(qn("w:p")):
        paragraph.get_or_add_pPr().get_or_add_keepNext()


def _row(table: Table, texts: tuple[Spans, ...], style: str, shade: str) -> BaseOxmlElement:
    """A new row of the table, not to be torn by the end of a page; its properties, to which more can be added.

    `style` is the id of the style of its cells.
    """
    row = table.add_row()  # type: ignore[no-untyped-call]
    properties: BaseOxmlElement = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no other way to these
    properties.append(OxmlElement("w:cantSplit"))
    for cell, spans in zip(row.cells, texts, strict=True):
        made = cell.paragraphs[0]
        made._p.get_or_add_pPr().style = style  # noqa: SLF001
        _fill(made, spans)
        if shade:
            _shade(cell, shade)
    return properties


def _shade(cell: _Cell, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001
