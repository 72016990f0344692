"""The templates of a language, and how they are filled."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from models.catalog import kept

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Templates = dict[str, Any]

_PIECE = re.compile(r"\[([^\[\]]*)\]|\{(\w+)\}")
_FIELD = re.compile(r"\{(\w+)\}")

LONGEST = 200
"""Characters of a sentence that stands for a summary."""


def load(folder: Path, language: str = "en", cache: Path | None = None) -> Templates:
    """The templates of a language, kept parsed in `cache` where that is given.

    Raises OSError or tomllib.TOMLDecodeError: they belong to the application.
    """
    data = (folder / f"{language}.toml").read_bytes()
    place = kept.place(cache, f"phrases-{language}", [data]) if cache else None
    found = kept.recall(place, Templates) if place else None
    if found is None:
        import tomllib  # not needed, and not loaded, when the templates are kept

        found = tomllib.loads(data.decode("utf-8"))
        if place:
            kept.remember(place, found)
    return found


def fill(template: str, **parts: str) -> str:
    """The template with its fields filled; a bracket whose fields are all empty is left out.

    What is filled in is never read as a template itself.
    """
    filled: list[str] = []
    for literal, optional, fields in _pieces(template):
        filled.append(literal)
        if not optional:
            filled.extend(parts[field] for field in fields)
        elif any(parts.get(field) for field in fields):
            filled.append(_FIELD.sub(lambda match: parts[match[1]], optional))
    return "".join(filled)


@lru_cache(maxsize=256)
def _pieces(template: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """The template in pieces: the words before a bracket or field, what is in the bracket, the names of the fields.

    Every line of a long list fills templates, of which there are few.
    """
    found: list[tuple[str, str, tuple[str, ...]]] = []
    at = 0
    for piece in _PIECE.finditer(template):
        optional = piece[1] or ""
        fields = tuple(_FIELD.findall(piece[0]))
        found.append((template[at : piece.start()], optional, fields))
        at = piece.end()
    return (*found, (template[at:], "", ()))


def number_of(forms: Sequence[str], several: object) -> str:
    """The first form for one, the second for several."""
    return forms[1] if several else forms[0]


def with_note(text: str, note: str, marks: Sequence[str]) -> str:
    """The text with a note behind it, between `marks`, or among those that stand there already."""
    opening, between, closing = marks
    return f"{text.removesuffix(closing)}{between if text.endswith(closing) else opening}{note}{closing}"


def shortened(text: str) -> str:
    """The text on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rsplit(' ', 1)[0]} …"


def capital(text: str) -> str:
    """The text with a capital."""
    return text[:1].upper() + text[1:]
