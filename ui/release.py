"""Which release of Oxus this is."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"


@cache
def version() -> str:
    """The version in pyproject.toml, "0.1.0"."""
    found: str = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["version"]
    return found
