"""A note as it is found: its words without the marks of Markdown, and its first line as its title."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

UNTITLED = "Empty note"
LONGEST = 400
"""Characters of a note in which its first line is looked for."""

RAW = ("fence", "code_block")


def markdown() -> MarkdownIt:
    """What reads a note: with tables, and each line on a line of its own, as it was typed; raw HTML and pictures stay
    the text that they are."""
    from markdown_it import MarkdownIt  # a start need not wait for it

    return MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("table").disable("image")


def plain(text: str) -> str:
    """The words of a note line by line, as they read."""
    return "\n".join(filter(None, chain.from_iterable(map(_lines, markdown().parse(text)))))


def title(text: str) -> str:
    """The first line of a note as it reads."""
    return next(iter(plain(text.lstrip()[:LONGEST]).splitlines()), UNTITLED)


def _lines(token: Token) -> Iterator[str]:
    if token.type in RAW:
        yield token.content.rstrip("\n")
    elif token.type == "inline":
        said = ("\n" if child.type in ("softbreak", "hardbreak") else child.content for child in token.children or ())
        yield "".join(said)
