"""The built-in articles with their claims, read when a release is made: a first start need not wait for reading.

`resources/shipped.json` holds the steps that reading the digests gives, under a seal of the files they depend on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct, structs

from models.library import own
from models.records import Step

if TYPE_CHECKING:
    from pathlib import Path

FILE = "shipped.json"
_DEPENDS_ON = ("articles", "catalog", "grammar", "rules")


class Shipped(Struct, frozen=True):
    """The steps of reading the built-in articles, and the seal of what they were read from and with."""

    seal: str
    steps: tuple[Step, ...]


def ship(resources: Path) -> bytes:
    """The contents of the file for these resources."""
    from models.pipeline import Settings, read_builtin

    settings = Settings(catalog_folders=(resources / "catalog",), rules_folders=(resources / "rules",))
    steps = tuple(
        structs.replace(step, subject=step.subject.rpartition("/")[2])
        for step in read_builtin(resources / "articles", settings)
    )
    return msgspec.json.format(msgspec.json.encode(Shipped(seal(resources), steps)), indent=1) + b"\n"


def shipped(resources: Path, added: str) -> tuple[Step, ...] | None:
    """The steps as they ship, filed under the time `added`; None where they are not of these resources."""
    try:
        found = msgspec.json.decode((resources / FILE).read_bytes(), type=Shipped)
    except (OSError, msgspec.DecodeError):
        return None
    return tuple(_filed(step, added) for step in found.steps) if found.seal == seal(resources) else None


def _filed(step: Step, added: str) -> Step:
    if step.article is None:
        return step
    known = structs.replace(step.article.bibliography, added=added)
    return structs.replace(step, article=structs.replace(step.article, bibliography=known))


def seal(resources: Path) -> str:
    """Changes with every file that reading the built-in articles depends on."""
    return own.seal(resources / name for name in _DEPENDS_ON)
