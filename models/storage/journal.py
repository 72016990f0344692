"""The journal: what changed since the snapshot, one line a transaction.

A line is the CRC-32 of the rest in eight hex digits, a space, and JSON: [save counter, [[table, row id, row], ...]],
where a null row means that it was deleted. A row is always whole, so a line can be replayed on any older state.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

import orjson

from models.storage import disk
from models.storage.snapshot import AT_ONCE, Row, Tables

if TYPE_CHECKING:
    from pathlib import Path

Change = tuple[str, str, Row | None]
_BINARY = getattr(os, "O_BINARY", 0)


class Entry(NamedTuple):
    """One transaction: its save counter and what it changed."""

    counter: int
    changes: list[Change]


class Replay(NamedTuple):
    """What a journal's bytes hold: good entries, the length of what is worth keeping, the number of bad lines."""

    entries: tuple[Entry, ...]
    end: int
    bad: int


def encode(counter: int, changes: Iterable[Change]) -> bytes:
    """One journal line."""
    return line(counter, parts(list(changes)))


def parts(changes: list[Change]) -> list[bytes]:
    """The changes as JSON lists of some hundred each: one call for all would keep every other thread waiting."""
    if len(changes) <= AT_ONCE:  # a note is saved while its writer waits
        return [orjson.dumps(changes)]
    return [orjson.dumps(changes[at : at + AT_ONCE]) for at in range(0, len(changes), AT_ONCE)]


def line(counter: int, parts: Iterable[bytes]) -> bytes:
    """One journal line of changes in parts."""
    payload = b"[%d,[%b]]" % (counter, b",".join([part[1:-1] for part in parts]))
    return b"%08x %b\n" % (zlib.crc32(payload), payload)


def decode(line: bytes) -> Entry | None:
    """The entry of a line without its newline, None when its checksum does not fit."""
    payload = line[9:]
    if line[8:9] != b" " or line[:8] != b"%08x" % zlib.crc32(payload):
        return None
    try:
        counter, changes = orjson.loads(payload)
        return Entry(counter, [(table, key, row) for table, key, row in changes])
    except (ValueError, TypeError):
        return None


def replay(raw: bytes) -> Replay:
    """All that can be read. What follows the last newline is a write that never ended: it is left out silently."""
    *lines, torn = raw.split(b"\n")
    entries = [decode(line) for line in lines]
    good = tuple(entry for entry in entries if entry is not None)
    return Replay(good, len(raw) - len(torn), len(entries) - len(good))


def applied(tables: Tables, changes: Iterable[Change]) -> Tables:
    """New tables with the changes made. The tables given stay as they are, so readers need no lock."""
    result = dict(tables)
    fresh: dict[str, dict[str, Row]] = {}
    for name, key, row in changes:
        if name not in fresh:
            result[name] = fresh[name] = dict(tables.get(name, {}))
        if row is None:
            fresh[name].pop(key, None)
        else:
            fresh[name][key] = row
    return result


def seal(path: Path) -> str:
    """Length and SHA-256 of a journal; those of an empty one when there is no such file. May raise OSError."""
    raw = disk.read(path) or b""
    return f"{len(raw)}-{hashlib.sha256(raw).hexdigest()}"


class Journal:
    """The journal file. `end` is the length of its good part; what may lie behind it is cut off before a write."""

    def __init__(self, path: Path, end: int) -> None:
        self.end = end
        self._path = path
        self._ready = False  # the file ends at `end`, and there it is written on
        self._handle: int | None = None
        self._named = path.exists()

    def append(self, line: bytes) -> None:
        """The line is on the disk. OSError leaves the good part as it was."""
        handle = self._open()
        if not self._ready:
            os.ftruncate(handle, self.end)
            os.lseek(handle, self.end, os.SEEK_SET)
        self._ready = False
        try:
            disk.write_all(handle, line)
            os.fsync(handle)
        except OSError:
            # Should this fail as well, the next write cuts first.
            with suppress(OSError):
                os.ftruncate(handle, self.end)
            raise
        self.end += len(line)
        self._ready = True

    def clear(self) -> None:
        """The journal is empty where the disk allows; where not, its lines are skipped for their old counters."""
        with suppress(OSError):
            if self._named:
                os.ftruncate(self._open(), 0)
                self.end, self._ready = 0, False

    def close(self) -> None:
        """The file is free."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _open(self) -> int:
        if self._handle is None:
            self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT | _BINARY, 0o666)
        if not self._named:
            disk.sync_folder(self._path.parent)
            self._named = True
        return self._handle
