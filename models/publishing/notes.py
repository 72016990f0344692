"""A note of the user, written in Markdown, as blocks. Raw HTML and pictures stay the text that they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.tree import SyntaxTreeNode
from msgspec import structs

from models.publishing.blocks import Block, Grid, Heading, Item, Paragraph, Span, Style
from models.records import Record
from models.search.noted import markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from models.publishing.blocks import Spans

BELOW = 2
"""Headings of a note rank so much below those of the brief."""
LOWEST = 6
_WEB = ("http://", "https://", "mailto:")


def blocks(text: str) -> tuple[Block, ...]:
    """The note's blocks in their order."""
    tree = SyntaxTreeNode(markdown().parse(text))
    return tuple(block for node in tree.children for block in _block(node, _Place()))


class _Place(Record):
    """Where a block stands: in which style, how deep in lists, and with which mark before it."""

    style: Style = Style.NOTE
    depth: int = 0
    mark: str = ""


def _block(node: SyntaxTreeNode, place: _Place) -> Iterator[Block]:
    write = _WRITERS.get(node.type)
    if write is not None:
        yield from write(node, place)


def _heading(node: SyntaxTreeNode, _: _Place) -> Iterator[Block]:
    text = "".join(span.text for span in _inline(node))
    yield Heading(min(LOWEST, int(node.tag[1:]) + BELOW), text)


def _paragraph(node: SyntaxTreeNode, place: _Place) -> Iterator[Block]:
    if place.depth:
        yield Item(place.depth, _inline(node), place.mark)
    else:
        yield Paragraph(place.style, _inline(node))


def _list(node: SyntaxTreeNode, place: _Place) -> Iterator[Block]:
    first = int(node.attrs.get("start", 1))
    for number, item in enumerate(node.children, start=first):
        inside = _Place(place.style, place.depth + 1, f"{number}." if node.type == "ordered_list" else "")
        for child in item.children:
            yield from _block(child, inside)


def _quote(node: SyntaxTreeNode, place: _Place) -> Iterator[Block]:
    for child in node.children:
        yield from _block(child, _Place(Style.QUOTE, place.depth, place.mark))


def _code(node: SyntaxTreeNode, _: _Place) -> Iterator[Block]:
    yield Paragraph(Style.CODE, (Span(node.content.rstrip("\n"), code=True),))


def _table(node: SyntaxTreeNode, _: _Place) -> Iterator[Block]:
    rows = [row for part in node.children for row in part.children]
    cells = [tuple(_inline(cell) for cell in row.children) for row in rows]
    head = tuple("".join(span.text for span in cell) for cell in cells[0])
    yield Grid(head, tuple(cells[1:]))


_WRITERS: dict[str, Callable[[SyntaxTreeNode, _Place], Iterator[Block]]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "bullet_list": _list,
    "ordered_list": _list,
    "blockquote": _quote,
    "code_block": _code,
    "fence": _code,
    "table": _table,
}


def _inline(node: SyntaxTreeNode) -> Spans:
    return tuple(span for inline in node.children for child in inline.children for span in _spans(child, Span("")))


def _spans(node: SyntaxTreeNode, look: Span) -> Iterator[Span]:
    """The words of a node, with the look that those around it have and its own."""
    if not node.children:
        text = "\n" if node.type in ("softbreak", "hardbreak") else node.content
        yield _with(look, text=text, code=look.code or node.type == "code_inline")
        return
    link = str(node.attrs.get("href", "")) if node.type == "link" else ""
    inner = _with(
        look,
        strong=look.strong or node.type == "strong",
        italic=look.italic or node.type == "em",
        link=link if link.startswith(_WEB) else look.link,
    )
    for child in node.children:
        yield from _spans(child, inner)


def _with(look: Span, **changes: str | bool) -> Span:
    return structs.replace(look, **changes)
