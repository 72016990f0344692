"""Which reader reads which file name ending."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.formats.draft import Draft
    from models.records import Problem

Reader = Callable[[bytes, str], "Draft | Problem"]


def _plain(data: bytes, name: str) -> Draft | Problem:
    """Read plain text."""
    from models.formats.plain import read

    return read(data, name)


def _markdown(data: bytes, name: str) -> Draft | Problem:
    """Read Markdown."""
    from models.formats.markdown import read

    return read(data, name)


def _webpage(data: bytes, name: str) -> Draft | Problem:
    """Read a saved web page."""
    from models.formats.webpage import read

    return read(data, name)


READERS: dict[str, Reader] = {
    ".txt": _plain,
    ".text": _plain,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _webpage,
    ".htm": _webpage,
    ".xhtml": _webpage,
}

_PAGE_ENDING = ".html"
_HEAD = 4_000
_START = rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
_PAGE = re.compile(_START + rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE | re.DOTALL)
_PIECE = re.compile(_START + rb"<(?:article|main|section|div|h1|p)(?=[\s>]).*?</\w", re.IGNORECASE | re.DOTALL)


def reader_for(ending: str, data: bytes) -> Reader | None:
    """The reader of a file by its name's ending; a web page under the ending of a text is still read as a page.

    So is a piece of one under that of a plain text; Markdown may have such pieces in it.
    """
    found = READERS.get(ending.lower())
    head = data[:_HEAD].replace(b"\x00", b"")
    page = _PAGE.match(head) or (found is _plain and _PIECE.match(head))
    return READERS[_PAGE_ENDING] if found and page else found
