"""Citation marks: "[^iea]" behind words says which of the sources of the front matter they rest on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.formats.draft import Piece, assemble
from models.text import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from models.records import Block, Citation

_MARK = re.compile(r"[ \t]?\[\^([\w.-]{1,40})\]")


def assemble_cited(
    pieces: Iterable[Piece], sources: Mapping[str, Citation]
) -> tuple[str, tuple[Block, ...], tuple[Citation, ...]]:
    """The canonical text of the pieces without marks, its blocks, and the sources with the places that cite them.

    `sources` stand by their marks; what looks like a mark of none of them stays in the text.
    """
    plain: list[Piece] = []
    marks: list[tuple[int, int, str]] = []
    for piece in pieces:
        text, found = _unmarked(piece.text, sources)
        if canonical(text):
            marks.extend((len(plain), at, mark) for at, mark in found)
            plain.append(Piece(text, piece.role))
    body, blocks = assemble(plain)
    places: dict[str, list[int]] = {}
    for number, at, mark in marks:
        places.setdefault(mark, []).append(blocks[number].start + at)
    cited = tuple(replace(source, at=tuple(places.get(mark, ()))) for mark, source in sources.items())
    return body, blocks, cited


def _unmarked(text: str, sources: Mapping[str, Citation]) -> tuple[str, list[tuple[int, str]]]:
    """The text without its marks, and where in its canonical form each of them stood."""
    kept = ""
    at = 0
    found: list[tuple[int, str]] = []
    for match in _MARK.finditer(text):
        if match[1] in sources:
            kept += text[at : match.start()]
            at = match.end()
            found.append((len(canonical(kept)), match[1]))
    return kept + text[at:], found
