"""The templates of a language, and how they are filled."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from models.catalog import kept

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Templates = dict[str, Any]

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
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

    def optional(match: re.Match[str]) -> str:
        return match[1] if any(parts.get(name) for name in _FIELD.findall(match[1])) else ""

    return _FIELD.sub(lambda match: parts[match[1]], _OPTIONAL.sub(optional, template))


def number_of(forms: Sequence[str], several: object) -> str:
    """The first form for one, the second for several."""
    return forms[1] if several else forms[0]


def shortened(text: str) -> str:
    """The text on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rsplit(' ', 1)[0]} …"


def capital(text: str) -> str:
    """The text with a capital."""
    return text[:1].upper() + text[1:]
