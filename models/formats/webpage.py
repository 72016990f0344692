"""A saved web page: trafilatura finds the article in it, its metadata tell the rest. Nothing is fetched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol, cast

from models.formats.credits import completed
from models.formats.decoding import decode
from models.formats.draft import Draft, Piece, assemble
from models.formats.masthead import without_site
from models.formats.rules import layout
from models.records import Problem, Role
from models.text import canonical, squash

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = 4096
_CHARSET = re.compile(rb"charset\s{0,4}=\s{0,4}[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_PROLOGUE = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_LANGUAGE = re.compile(r"<html[^>]{0,500}?\slang\s?=\s?[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)
_LEAVES = frozenset({"head", "p", "item", "row", "ab"})


class Element(Protocol):
    """An lxml element, as far as it is used here."""

    tag: str
    text: str | None
    tail: str | None

    def iter(self) -> Iterator[Element]: ...
    def iterchildren(self, tag: str | None = None) -> Iterator[Element]: ...
    def iterancestors(self, tag: str | None = None) -> Iterator[Element]: ...
    def itertext(self) -> Iterator[str]: ...
    def getparent(self) -> Element | None: ...


class Page(Protocol):
    """What trafilatura gives, as far as it is used here."""

    title: str | None
    date: str | None
    sitename: str | None
    author: str | None
    language: str | None
    url: str | None
    body: Element | None


def read(data: bytes, name: str) -> Draft | Problem:
    """The article of a web page, or why it cannot be read."""
    charset = _CHARSET.search(data[:_HEAD])
    raw = decode(data, name, charset[1].decode("ascii") if charset else None)
    if isinstance(raw, Problem):
        return raw
    page = _PROLOGUE.sub("", raw.replace("\x00", ""))
    found = _extract(page)
    pieces = list(_pieces(found.body)) if found is not None and found.body is not None else []
    if found is None or not any(squash(piece.text) for piece in pieces):
        return Problem(name, "No article text was found in the page.")
    return _draft(found, pieces, _LANGUAGE.search(page[:_HEAD]))


def _extract(page: str) -> Page | None:
    """What trafilatura makes of the page: body and metadata, or None."""
    from trafilatura import bare_extraction

    found = bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    return cast("Page | None", found)


def _draft(found: Page, pieces: list[Piece], language: re.Match[str] | None) -> Draft:
    """The article from what was found."""
    site = _line(found.sitename)
    title, named = without_site(squash(canonical(found.title or "")), layout(), site)
    if title and title not in [squash(canonical(piece.text)) for piece in pieces]:
        pieces.insert(0, Piece(title, Role.TITLE))
    text, blocks = assemble(pieces)
    told = Draft(
        text=text,
        blocks=blocks,
        title=title or None,
        published=found.date,
        publisher=site or named,
        author=_line(found.author),
        language=_line(found.language) or (language[1].lower() if language else None),
        url=_line(found.url),
    )
    return completed(told)


def _line(value: str | None) -> str | None:
    """The value on one line, or None when it is empty."""
    return squash(canonical(value or ""))[:500] or None


def _pieces(body: Element) -> Iterator[Piece]:
    """The paragraphs of the article in order: headings, quotes, items of lists and rows of tables are one each."""
    inside: set[Element | None] = set()
    for element in body.iter():
        if element.getparent() in inside:
            inside.add(element)
        elif element.tag in _LEAVES or (element.tag == "quote" and not any(True for _ in element.iterchildren("p"))):
            inside.add(element)
            yield Piece(_words(element), Role.QUOTE if _quoted(element) else Role.BODY)


def _quoted(element: Element) -> bool:
    """Whether the element is a quotation or stands in one."""
    return element.tag == "quote" or any(True for _ in element.iterancestors("quote"))


def _words(element: Element) -> str:
    """The words of the element; the cells of a table row are parted by a bar."""
    if element.tag == "row":
        return " | ".join(squash("".join(cell.itertext())) for cell in element.iterchildren())
    return squash("".join(_texts(element)))


def _texts(element: Element) -> Iterator[str]:
    """The texts in the element, a blank for each line break."""
    for part in element.iter():
        if part.tag == "lb":
            yield " "
        if part.text:
            yield part.text
        if part is not element and part.tail:
            yield part.tail
