"""Records to table rows and back: the edge where dicts end."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from models.records import Article, Bibliography, Block, Claim, Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from models.storage.snapshot import Row

R = TypeVar("R", bound=msgspec.Struct)


def from_record(record: msgspec.Struct) -> Row:
    """The record as a row; fields at their defaults are left out."""
    row: Row = msgspec.to_builtins(record)
    return row


def from_article(article: Article, digest: str, sketch: str) -> Row:
    """The article without its text, which `digest` names and `sketch` tells from others (see models.copies)."""
    return {
        "bibliography": msgspec.to_builtins(article.bibliography),
        "digest": digest,
        "sketch": sketch,
        "blocks": msgspec.to_builtins(article.blocks),
    }


def from_claim(claim: Claim, topics: Iterable[str]) -> Row:
    """The claim, with the topics it is found under."""
    return {**msgspec.to_builtins(claim), "topics": sorted(topics)}


def to_bibliography(row: Mapping[str, Any]) -> Bibliography:
    """The bibliography in an article's row."""
    return msgspec.convert(row["bibliography"], Bibliography)


def to_article(row: Mapping[str, Any], text: str) -> Article:
    """The whole article."""
    return Article(to_bibliography(row), text, msgspec.convert(row["blocks"], tuple[Block, ...]))


def well_formed(note: Note) -> Note:
    """The note with halves of surrogate pairs joined, or replaced where alone: no file could hold them."""
    try:
        note.text.encode()
    except UnicodeEncodeError:
        text = note.text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return msgspec.structs.replace(note, text=text)
    return note


def to_records(found: Iterable[Row], kind: type[R]) -> list[R]:
    """The records in the rows; a row that is none (a newer Oxus may know more kinds) is left out, and `check` tells."""
    records = []
    for row in found:
        with suppress(msgspec.ValidationError):
            records.append(msgspec.convert(row, kind))
    return records
