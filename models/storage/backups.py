"""Backups: whole snapshots in a folder of their own, named user-20260102T030405678901-17.json (UTC, save counter)."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from models.storage import disk, snapshot

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from models.storage.snapshot import Snapshot, Tables

_NAME = re.compile(r"(?P<stem>\w+)-(?P<stamp>\d{8}T\d{12})-(?P<counter>\d{1,18})\.json")
_NEWEST = 10
_DAYS = 14


class Backup(NamedTuple):
    """One backup: when it was made (sortable), at which save, and where it is."""

    stamp: str
    counter: int
    path: Path


def backups(folder: Path, stem: str) -> list[Backup]:
    """The backups of one file, oldest first. Raises OSError when the folder cannot be listed."""
    if not folder.is_dir():
        return []
    found = ((_NAME.fullmatch(path.name), path) for path in folder.iterdir())
    return sorted(Backup(m["stamp"], int(m["counter"]), path) for m, path in found if m and m["stem"] == stem)


def make(folder: Path, stem: str, stamp: str, state: Snapshot) -> Path:
    """A backup that was read again and found whole; older ones are thinned out. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{stem}-{stamp}-{state.counter}.json"
    disk.write_whole(path, *snapshot.encode(state.tables, state.counter))
    disk.sync_folder(folder)
    if not snapshot.intact(disk.read(path) or b""):
        raise OSError(f"the backup {path.name} does not read back as it was written")
    for old in surplus(backups(folder, stem)):
        with suppress(OSError):
            old.path.unlink()
    return path


def surplus(held: Sequence[Backup]) -> list[Backup]:
    """The backups (oldest first) to drop: not among the newest ten, nor the last of one of the newest 14 days."""
    last_of_day = {backup.stamp[:8]: backup for backup in held}
    kept = {*held[-_NEWEST:], *list(last_of_day.values())[-_DAYS:]}
    return [backup for backup in held if backup not in kept]


def newest_good(folder: Path, stem: str) -> tuple[Backup, Snapshot] | None:
    """The newest backup that is whole, and what is in it.

    Raises OSError when one cannot be read: it may be the best there is, so none older is taken for it.
    """
    for backup in reversed(backups(folder, stem)):
        with suppress(snapshot.DamagedError):
            return backup, snapshot.decode(disk.read(backup.path) or b"")
    return None


def rows(tables: Tables) -> int:
    """The number of rows in all tables."""
    return sum(len(table) for table in tables.values())
