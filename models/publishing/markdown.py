"""A brief as Markdown: headings, lists, tables, and numbered sources as footnotes; pictures as files beside it."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import structs

from models.publishing.blocks import Contents, Figure, Grid, Heading, Item, Paragraph, Style
from models.publishing.flow import flow
from models.publishing.notes import LOWEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.briefs import Brief
    from models.publishing.blocks import Block, Span, Spans

_SIGNS = re.compile(r"([\\`*_\[\]<>|~])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LEADS = re.compile(r"^(\d*)([-+#=.)])")


def markdown(brief: Brief, pictures: str) -> dict[str, bytes]:
    """The text under an empty name, and each picture under a path in a folder called `pictures`."""
    files = {
        f"{pictures}/{picture.id}.svg": picture.svg.encode()
        for chapter in brief.chapters
        for part in chapter.parts
        for picture in part.pictures
    }
    return {"": written(flow(brief), pictures).encode(), **files}


def written(blocks: Iterable[Block], pictures: str) -> str:
    """The blocks as Markdown, which looks for pictures in the folder of that name."""
    return "".join(_pieces(blocks, pictures))


def _pieces(blocks: Iterable[Block], pictures: str) -> Iterator[str]:
    before: Block | None = None
    for block in blocks:
        if isinstance(block, Contents):
            continue  # programs that show Markdown make their own
        yield "" if before is None else "\n" if _joined(before, block) else "\n\n"
        yield _block(block, pictures)
        before = block
    yield "\n"


def _joined(before: Block, block: Block) -> bool:
    """Whether two blocks are points of one list: those stand close."""
    return _is_point(before) and _is_point(block)


def _is_point(block: Block) -> bool:
    return isinstance(block, Item) or (isinstance(block, Paragraph) and block.style in (Style.STATEMENT, Style.SIDE))


def _block(block: Heading | Item | Grid | Figure | Paragraph, pictures: str) -> str:
    match block:
        case Heading():
            return f"{'#' * min(LOWEST, block.level + 1)} {escaped(block.text)}"
        case Item():
            return f"{'    ' * (block.depth - 1)}{block.mark or '-'} {_lines(block.spans)}"
        case Grid():
            return _grid(block)
        case Figure():
            # Alternative text is not read as Markdown by all; signs that end it are left out.
            told = re.sub(r"[\[\]\\\n]", " ", block.picture.told)
            return f"![{told}]({pictures.replace(' ', '%20')}/{block.picture.id}.svg)"
        case Paragraph():
            return _paragraph(block)


def _paragraph(block: Paragraph) -> str:
    match block.style:
        case Style.CODE:
            return "\n".join(f"    {line}" for span in block.spans for line in span.text.split("\n"))
        case Style.SOURCE:
            return f"[^{block.number}]: {_line(block.spans)}"
    before = {
        Style.TITLE: "# ",
        Style.STATEMENT: "- ",
        Style.SIDES: "- ",
        Style.SIDE: "    - ",
        Style.QUOTE: "> ",
    }.get(block.style, "")
    if block.style is Style.SIDES:
        # All of it is bold: what is bold in it anyway bears no marks of its own.
        return f"{before}**{_led(_line(tuple(structs.replace(span, strong=False) for span in block.spans)))}**"
    return before + _lines(block.spans)


def _lines(spans: Spans) -> str:
    """The spans, with each line that was ended on one of its own."""
    lines = (_led(_line(tuple(line))) for ends, line in groupby(spans, key=_ends_line) if not ends)
    return "\\\n".join(filter(None, lines))


def _ends_line(span: Span) -> bool:
    return span.text == "\n"


def _led(text: str) -> str:
    """The text, so that its beginning is not taken for a list or a heading."""
    return _LEADS.sub(r"\1\\\2", text)


def _grid(grid: Grid) -> str:
    width = len(grid.rows[0])
    rows = [grid.head or ("",) * width, ("---",) * width]
    lines = [*rows, *(tuple(_line(cell) for cell in row) for row in grid.rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _line(spans: Spans) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    if span.numbers:
        return " " + "".join(f"[^{number}]" for number in span.numbers)
    if span.code:
        return f"`` {span.text} ``" if "`" in span.text else f"`{span.text}`"
    if span.link:
        return f"[{escaped(span.text)}]({_address(span.link)})"
    return _set_off(escaped(span.text), "**" if span.strong else "*" if span.italic else "")


def _set_off(text: str, sign: str) -> str:
    """The text between signs, which may not stand beside a space."""
    inner = text.strip()
    if not sign or not inner:
        return text
    return text.replace(inner, f"{sign}{inner}{sign}", 1)


def _address(link: str) -> str:
    return re.sub(r"[()<>\s\\]", lambda found: f"%{ord(found[0]):02X}", link)


def escaped(text: str) -> str:
    """The text so that nothing in it is taken for Markdown or HTML."""
    flat = " ".join(text.split(" ")).replace("\n", " ")
    return _ENTITY.sub("&amp;", _SIGNS.sub(r"\\\1", flat))
