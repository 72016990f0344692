"""Parsed files kept as JSON: tomllib is plain Python and slow, so what it gave is written into a cache folder.

The name of a kept file is made from what the parsed files hold; a stale or damaged one is never used.
"""

from __future__ import annotations

import os
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

T = TypeVar("T")


def place(cache: Path, name: str, contents: Iterable[bytes]) -> Path:
    """Where the parsed contents are kept under a name, whatever their folders are called."""
    whole = sha256()
    for data in contents:
        whole.update(sha256(data).digest())
    return cache / f"{name}-{whole.hexdigest()[:16]}.json"


def recall(kept: Path, shape: type[T]) -> T | None:
    """What is kept there, or None when there is nothing that fits."""
    try:
        return msgspec.json.decode(kept.read_bytes(), type=shape)
    except (OSError, msgspec.DecodeError):
        return None


def through(cache: Path | None, name: str, contents: Iterable[bytes], shape: type[T], make: Callable[[], T]) -> T:
    """What `make` gives of these contents, from the cache folder where it is kept there. What it raises is raised."""
    if cache is None:
        return make()
    kept = place(cache, name, contents)
    found = recall(kept, shape)
    if found is None:
        found = make()
        remember(kept, found)
    return found


def remember(kept: Path, value: object) -> None:
    """The value is kept there, older ones of its name are gone; without a writable folder nothing happens."""
    name, _, _ = kept.stem.rpartition("-")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        for old in kept.parent.glob(f"{name}-????????????????.json"):
            old.unlink(missing_ok=True)
        half = kept.with_suffix(f".{os.getpid()}")
        half.write_bytes(msgspec.json.encode(value))
        half.replace(kept)
    except OSError:
        # It only saves time: the next start parses again.
        return
