"""Markdown: front matter for the facts, and its headings, paragraphs, lists, quotes and tables as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from models.formats import frontmatter
from models.formats.citing import assemble_cited
from models.formats.credits import completed
from models.formats.decoding import decode
from models.formats.draft import Draft, Piece
from models.records import Problem, Role
from models.text import canonical, squash

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_BREAKS = {"softbreak": " ", "hardbreak": "\n"}
_WORDS = frozenset({"text", "code_inline"})
_EMPHASIS = frozenset({"em_open", "em_close", "strong_open", "strong_close"})
_CODE = frozenset({"fence", "code_block"})
_DATES = ("date", "published", "published_at", "pubdate", "datePublished")
_SPEAKERS, _APART = "speakers", "apart"
_AS_OF = ("as_of", "as-of", "asOf")
_PUBLISHERS = ("publisher", "publication", "source", "site", "site_name", "website")


def read(data: bytes, name: str) -> Draft | Problem:
    """The article of a Markdown file, or why it cannot be read."""
    raw = decode(data, name)
    if isinstance(raw, Problem):
        return raw
    facts, body = frontmatter.split(raw)
    pieces = list(_pieces(MarkdownIt("commonmark").enable("table").parse(canonical(body))))
    title = frontmatter.words(facts, "title", "headline")
    if title and squash(title) not in [squash(piece.text) for piece in pieces[:3]]:
        pieces.insert(0, Piece(title, Role.TITLE))
    text, blocks, cites = assemble_cited(pieces, frontmatter.citations(facts))
    told = Draft(
        text=text,
        blocks=blocks,
        title=title,
        published=frontmatter.partial(frontmatter.words(facts, *_DATES)),
        publisher=frontmatter.words(facts, *_PUBLISHERS),
        author=frontmatter.words(facts, "author", "authors", "byline"),
        language=frontmatter.words(facts, "language", "lang"),
        url=frontmatter.words(facts, "url", "link"),
        cites=cites,
        as_of=frontmatter.partial(frontmatter.words(facts, *_AS_OF)),
        apart=frontmatter.words(facts, _SPEAKERS) == _APART,
    )
    return completed(told, gathered=False)


def _pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    """The paragraphs of the text, in order; a table row is one, and so is an item of a list."""
    quotes = 0
    heading = ""
    titled = False
    cells: list[str] | None = None
    for token in tokens:
        quotes += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "heading_open":
            heading = token.tag
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            yield Piece(" | ".join(cells or ()))
            cells = None
        elif token.type in _CODE:
            yield Piece(token.content, Role.FURNITURE)
        elif token.type == "inline":
            words = _plain(token)
            if cells is not None:
                cells.append(words)
                continue
            first = heading == "h1" and not titled
            titled, heading = titled or first, ""
            yield from (Piece(line, _role(first, quotes)) for line in _apart(token) or (words,))


def _role(first: bool, quotes: int) -> Role:
    """The role of a paragraph by its markup."""
    if first:
        return Role.TITLE
    return Role.QUOTE if quotes else Role.BODY


def _apart(token: Token) -> list[str]:
    """The lines of a paragraph each of which is emphasised as a whole, as credits below a title are; none of others.

    Of a sentence with emphasis that goes over a line's end the lines belong together.
    """
    lines: list[str] = []
    words, depth = "", 0
    for child in token.children or ():
        if child.type in _BREAKS and not depth:
            lines.append(words)
            words = ""
        elif child.type in _EMPHASIS:
            depth += child.nesting
        elif child.content.strip() and not depth:
            return []
        else:
            words += child.content if child.type in _WORDS else _BREAKS.get(child.type, "")
    return [*lines, words] if lines else []


def _plain(token: Token) -> str:
    """The words of a paragraph without marks; pictures and HTML are left out."""
    return "".join(
        child.content if child.type in _WORDS else _BREAKS.get(child.type, "") for child in token.children or ()
    )
