"""File operations that either happen whole or leave the old file as it was."""

from __future__ import annotations

import errno
import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from models.records import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)
_PIECE = 1 << 24
# Waits in seconds between attempts: on Windows a virus scanner may hold a fresh file for a moment.
_PATIENCE = (0.02, 0.1, 0.3, 0.6)
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP})


class StorageError(Exception):
    """Nothing was saved: the disk, or a library that is open read-only, refused. `problem` says why in plain words."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.subject}: {problem.reason}")
        self.problem = problem


def why(error: OSError) -> str:
    """The system's own words for an error, without its number and path."""
    return (error.strerror or str(error)).lower()


def read(path: Path) -> bytes | None:
    """The whole file, or None when there is none. Raises OSError when it exists and cannot be read."""
    try:
        handle = os.open(path, os.O_RDONLY | _BINARY)
    except FileNotFoundError:
        return None
    try:
        size = os.fstat(handle).st_size
        pieces = []
        while piece := os.read(handle, max(size, 1) if size < _PIECE else _PIECE):
            pieces.append(piece)
    finally:
        os.close(handle)
    return b"".join(pieces)


def write_all(handle: int, data: bytes | memoryview) -> None:
    """Every byte written at the handle's position, however small the portions the system takes."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def write_whole(path: Path, *parts: bytes | memoryview) -> None:
    """The file replaced in one stroke by `parts`, which are on the disk by then. OSError leaves the old file.

    The folder's own entry is not flushed yet: see `sync_folder`.
    """
    temporary = path.parent / f"{path.name}.tmp"  # also for a path without a name, which the system refuses
    try:
        _write(temporary, *parts, flush=True)
        _replace(temporary, path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise


def write_together(files: Mapping[Path, bytes]) -> None:
    """New files, each whole, on the disk with their names. OSError may leave some of them.

    The system is asked to flush them once all are written: it takes hardly longer for many than for one.
    """
    halves = {path: path.parent / f"{path.name}.tmp" for path in files}
    try:
        for path, half in halves.items():
            _write(half, files[path])
        for half in halves.values():
            _write(half, append=True, flush=True)
        for path, half in halves.items():
            _replace(half, path)
        for folder in {path.parent for path in files}:
            sync_folder(folder)
    except OSError:
        for half in halves.values():
            with suppress(OSError):
                half.unlink()
        raise


def _write(path: Path, *parts: bytes | memoryview, append: bool = False, flush: bool = False) -> None:
    """Write a file, or on at its end; told to `flush`, all of it is on the disk then."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | (os.O_APPEND if append else os.O_TRUNC) | _BINARY, 0o666)
    try:
        for part in parts:
            write_all(handle, part)
        if flush:
            os.fsync(handle)
    finally:
        os.close(handle)


def _replace(source: Path, target: Path) -> None:
    for pause in _PATIENCE if os.name == "nt" else ():
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    source.replace(target)


def sync_folder(folder: Path) -> None:
    """The names in `folder` are on the disk. Does nothing where the system or file system has no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def aside(path: Path, stamp: str) -> Path:
    """A name that is still free for what is damaged: NAME.damaged-TIME."""
    name = f"{path.name}.damaged-{stamp}"
    target, number = path.with_name(name), 2
    while target.exists():
        target, number = path.with_name(f"{name}-{number}"), number + 1
    return target
