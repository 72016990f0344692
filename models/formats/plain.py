"""Plain text: paragraphs by blank lines or by line ends, everything else by the words of the text."""

from __future__ import annotations

from models.formats.credits import completed
from models.formats.decoding import decode
from models.formats.draft import Draft, Notes
from models.records import Block, Problem, Role
from models.text import canonical, paragraphs


def read(data: bytes, name: str) -> Draft | Problem:
    """The article of a text file, or why it cannot be read."""
    raw = decode(data, name)
    if isinstance(raw, Problem):
        return raw
    text = canonical(raw)
    blocks = tuple(Block(Role.BODY, start, end) for start, end in paragraphs(text))
    return completed(Draft(text, blocks, notes=Notes({"title": "the first paragraph that could be one"})))
