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
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head)[\s>]",
    re.IGNORECASE | re.DOTALL,
)


def reader_for(ending: str, data: bytes) -> Reader | None:
    """The reader of a file by its name's ending; a web page under the ending of a text is still read as a page."""
    found = READERS.get(ending.lower())
    return READERS[_PAGE_ENDING] if found and _PAGE.match(data[:_HEAD].replace(b"\x00", b"")) else found
