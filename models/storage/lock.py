"""One writer: a lock the system holds on a file, so that it ends with its process, however that ends."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# On Windows a locked byte cannot be read by others, so the lock lies far behind the process number.
_FAR = 1 << 30
_HELD = (BlockingIOError, PermissionError)

if sys.platform == "win32":
    import msvcrt

    def _seize(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _seize(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriterLock:
    """The right to write, until released or until the process ends."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    def release(self) -> None:
        """Others may write."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def take(path: Path) -> WriterLock | None:
    """The lock, or None when another writer holds it. Raises OSError when the file cannot be made or locked."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _seize(handle)
    except _HELD:
        os.close(handle)
        return None
    except OSError:
        os.close(handle)
        raise
    # The number only helps people; the lock holds without it, for instance on a full disk.
    with suppress(OSError):
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, str(os.getpid()).encode())
    return WriterLock(handle)


def holder(path: Path) -> int | None:
    """The number of the process that took the lock last, None when unknown."""
    try:
        return int(path.read_bytes()[:20])
    except (OSError, ValueError):
        return None
