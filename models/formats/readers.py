"""Which reader reads which file name ending."""

from __future__ import annotations

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
