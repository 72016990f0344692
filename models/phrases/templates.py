"""The templates of a language, and how they are filled."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Templates = dict[str, Any]

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_FIELD = re.compile(r"\{(\w+)\}")


def load(folder: Path, language: str = "en") -> Templates:
    """The templates of a language. Raises OSError or tomllib.TOMLDecodeError: they belong to the application."""
    return tomllib.loads((folder / f"{language}.toml").read_text("utf-8"))


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
