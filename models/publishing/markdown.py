"""A brief as Markdown: headings, lists, tables, and numbered sources as footnotes; pictures as files beside it."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from jinja2 import TemplateError, TemplateSyntaxError
from markupsafe import Markup
from msgspec import structs

from models.catalog import RESOURCES
from models.publishing.blocks import Contents, Figure, Grid, Heading, Item, Paragraph, Style
from models.publishing.flow import flow
from models.publishing.notes import LOWEST
from models.publishing.templates import Templates
from models.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from models.briefs import Brief
    from models.publishing.blocks import Block, Span, Spans

KIND, TEMPLATE = "brief", "brief.md"
_SIGNS = re.compile(r"([\\`*_\[\]<>|~])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LEADS = re.compile(r"^(\d*)([-+#=.)])")


class Piece(Record):
    """A block as the template has it. `kind` is "heading", "item", "table", "picture", or what part a paragraph plays.

    `text` bears the signs of Markdown within a line. `level` is the rank of a heading or how deep a point of a list
    stands, which may have a `mark`; `joined` tells that it belongs to the same list as the block before. A source has a
    `number`, a table its `head` and `rows`, a picture the `path` of its file.
    """

    kind: str
    text: Markup = Markup("")
    level: int = 0
    mark: str = ""
    number: int = 0
    joined: bool = False
    head: tuple[Markup, ...] = ()
    rows: tuple[tuple[Markup, ...], ...] = ()
    path: Markup = Markup("")


def markdown(brief: Brief, pictures: str, library: Path | None = None) -> dict[str, bytes]:
    """The text under an empty name, and each picture under a path in a folder called `pictures`.

    The template of the `library` folder goes before ours. Raises ValueError where it cannot be used.
    """
    templates = Templates(library, KIND, escaped) if library else _ours()
    files = {
        f"{pictures}/{picture.id}.svg": picture.svg.encode()
        for chapter in brief.chapters
        for part in chapter.parts
        for picture in part.pictures
    }
    try:
        text = templates.fill(TEMPLATE, brief=brief, blocks=tuple(pieces(flow(brief), pictures)))
    except (TemplateError, UnicodeDecodeError, TypeError, KeyError) as error:
        line = f"line {error.lineno}: " if isinstance(error, TemplateSyntaxError) else ""
        raise ValueError(f"{line}{error}") from error
    return {"": text.encode(), **files}


def written(blocks: Iterable[Block], pictures: str) -> str:
    """The blocks in our template, which looks for pictures in the folder of that name."""
    return _ours().fill(TEMPLATE, blocks=tuple(pieces(blocks, pictures)))


@cache
def _ours() -> Templates:
    return Templates(RESOURCES, KIND, escaped)


def pieces(blocks: Iterable[Block], pictures: str) -> Iterator[Piece]:
    """The blocks as the template has them."""
    before: Block | None = None
    for block in blocks:
        if isinstance(block, Contents):
            continue  # programs that show Markdown make their own
        joined = before is not None and _is_point(before) and _is_point(block)
        yield structs.replace(_piece(block, pictures), joined=joined)
        before = block


def _is_point(block: Block) -> bool:
    """Whether it is a point of a list: those stand close."""
    return isinstance(block, Item) or (isinstance(block, Paragraph) and block.style in (Style.STATEMENT, Style.SIDE))


def _piece(block: Heading | Item | Grid | Figure | Paragraph, pictures: str) -> Piece:
    match block:
        case Heading():
            return Piece("heading", Markup(escaped(block.text)), min(LOWEST, block.level + 1))
        case Item():
            return Piece("item", Markup(_lines(block.spans)), block.depth, block.mark)
        case Grid():
            head = block.head or ("",) * len(block.rows[0])
            rows = tuple(tuple(Markup(_line(cell)) for cell in row) for row in block.rows)
            return Piece("table", head=tuple(Markup(cell) for cell in head), rows=rows)
        case Figure():
            # Alternative text is not read as Markdown by all; signs that end it are left out.
            told = re.sub(r"[\[\]\\\n]", " ", block.picture.told)
            path = f"{pictures.replace(' ', '%20')}/{block.picture.id}.svg"
            return Piece("picture", Markup(told), path=Markup(path))
        case Paragraph():
            return Piece(block.style, Markup(_paragraph(block)), number=block.number)


def _paragraph(block: Paragraph) -> str:
    match block.style:
        case Style.CODE:
            return "\n".join(span.text for span in block.spans)
        case Style.SOURCE:
            return _line(block.spans)
        case Style.SIDES:
            # All of it is bold: what is bold in it anyway bears no marks of its own.
            return _led(_line(tuple(structs.replace(span, strong=False) for span in block.spans)))
    return _lines(block.spans)


def _lines(spans: Spans) -> str:
    """The spans, with each line that was ended on one of its own."""
    lines = (_led(_line(tuple(line))) for ends, line in groupby(spans, key=_ends_line) if not ends)
    return "\\\n".join(filter(None, lines))


def _ends_line(span: Span) -> bool:
    return span.text == "\n"


def _led(text: str) -> str:
    """The text, so that its beginning is not taken for a list or a heading."""
    return _LEADS.sub(r"\1\\\2", text)


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
