"""The folder of a library: whether one lies there, and the right to write in it, which one program has at a time."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from models.records import Problem
from models.storage import holder, take
from models.storage.disk import why

if TYPE_CHECKING:
    from pathlib import Path

    from models.storage import WriterLock

LOCK = "oxus.lock"
_FILES = (LOCK, "user.json", "user.journal", "derived.json", "derived.journal")
_DISPOSABLE = "search.sqlite"  # the index of models.search, which may outlive the rest


class Right(NamedTuple):
    """The lock of who may write; without it `problems` tell why, where writing was asked for.

    `occupied` tells that another Oxus has the library open, which can end at any time.
    """

    lock: WriterLock | None = None
    occupied: bool = False
    problems: tuple[Problem, ...] = ()


def is_library(folder: Path) -> bool:
    """Whether a library lies in the folder."""
    return any((folder / name).exists() for name in _FILES)


def is_free(folder: Path) -> bool:
    """Whether no other Oxus has the library in the folder open."""
    with suppress(OSError):
        lock = take(folder / LOCK)
        if lock is not None:
            lock.release()
            return True
    return False


def right_to_write(folder: Path) -> Right:
    """The right to write in the folder, which is made when missing."""
    try:
        if _is_foreign(folder):
            reason = "The folder holds other files and no library, so nothing is written there."
            return Right(problems=(Problem(str(folder), f"{reason} Give the library a folder of its own."),))
        folder.mkdir(parents=True, exist_ok=True)
        lock = take(folder / LOCK)
    except OSError as error:
        reason = f"The library folder cannot be written ({why(error)}), so nothing can be saved."
        return Right(problems=(Problem(str(folder), reason),))
    if lock is not None:
        return Right(lock)
    other = holder(folder / LOCK)
    reason = "Another Oxus has this library open" + (f" (process {other})" if other else "")
    told = f"{reason}, so here it can be read but not changed until that one is closed."
    return Right(occupied=True, problems=(Problem(str(folder), told),))


def _is_foreign(folder: Path) -> bool:
    """Whether the folder holds files, and none of a library: nothing of ours is to be strewn among them."""
    if is_library(folder) or not folder.is_dir():
        return False
    return any(entry.is_file() and not entry.name.startswith((".", _DISPOSABLE)) for entry in folder.iterdir())
