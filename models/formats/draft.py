"""What a format reader hands over: canonical text, its blocks, and what the file says about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from models.records import Block, Citation, PartialDate, Role
from models.text import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable


class Piece(Struct, frozen=True):
    """A paragraph of a marked-up file and the part that the markup gives it."""

    text: str
    role: Role = Role.BODY


class Notes(Struct):
    """Where a reader found title, date and publisher when the file has no field for them, and why blocks (by where
    they begin) are furniture; for whoever asks."""

    facts: dict[str, str] = {}
    furniture: dict[int, str] = {}


class Draft(Struct, frozen=True):
    """An article before it has an identity: what the file does not tell is None."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    published: PartialDate | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    url: str | None = None
    cites: tuple[Citation, ...] = ()
    as_of: PartialDate | None = None
    apart: bool = False
    notes: Notes = field(default_factory=Notes)


def assemble(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The canonical text of the pieces, a blank line between them, and where each one stands."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for piece in pieces:
        part = canonical(piece.text)
        if not part:
            continue
        blocks.append(Block(piece.role, at, at + len(part)))
        parts.append(part)
        at += len(part) + 2
    return "\n\n".join(parts), tuple(blocks)
