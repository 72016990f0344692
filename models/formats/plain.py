"""Plain text: paragraphs by blank lines or by line ends, everything else by the words of the text."""

from __future__ import annotations

from models.formats import credits, layout
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
    notes = Notes({"title": "the first paragraph that could be one"})
    blocks = layout.arrange(text, [Block(Role.BODY, start, end) for start, end in paragraphs(text)], notes=notes)
    return Draft(
        text=text,
        blocks=blocks,
        title=layout.title_of(text, blocks),
        published=credits.published(text, blocks, notes),
        publisher=credits.publisher(text, blocks, notes),
        author=credits.author(text, blocks, notes),
        notes=notes,
    )
