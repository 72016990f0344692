"""Work that does to its worker process what a hostile file might do; the file name says what."""

from __future__ import annotations

import ctypes
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.intake.guard import Work


def make() -> Work:
    """The work."""
    return misbehave


def make_broken() -> Work:
    """Damaged rules, say."""
    raise ValueError("the rules are damaged")


def make_dead() -> Work:
    """A worker that ends as it starts."""
    os._exit(3)


def misbehave(path: Path) -> bytes:
    """Do what the name says, or give the name back."""
    return _DEEDS.get(path.stem, _obey)(path)


def _obey(path: Path) -> bytes:
    return path.stem.encode()


def _hang(_: Path) -> bytes:
    while True:
        time.sleep(1)


def _crash(_: Path) -> bytes:
    return ctypes.string_at(0)


def _quit(_: Path) -> bytes:
    os._exit(1)


def _take_memory(_: Path) -> bytes:
    return b"%d" % len([bytearray(16 * 1024 * 1024) for _ in range(1000)])


def _mistake(path: Path) -> bytes:
    raise KeyError(path)


def _flood(_: Path) -> bytes:
    return bytes(3_000_000)


def _process(_: Path) -> bytes:
    return str(os.getpid()).encode()


_DEEDS = {
    "hang": _hang,
    "crash": _crash,
    "quit": _quit,
    "greed": _take_memory,
    "mistake": _mistake,
    "depth": misbehave,
    "flood": _flood,
    "process": _process,
}
