"""A TinyDB storage that appends what changed to a journal and now and then writes the whole in one stroke.

Any thread may call. Writers queue up; readers never wait, because a state in memory is never altered: each write puts
another in its place, after the disk has it. So a reader sees the state before or after a write, whole.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from itertools import chain
from math import isfinite
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, cast

import orjson
from tinydb.storages import Storage

from models.records import Problem
from models.storage import backups, disk, journal, recovery, snapshot
from models.storage.disk import StorageError
from models.storage.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from models.storage.journal import Change
    from models.storage.snapshot import Row, Tables

# A journal up to this many bytes is always cheap to replay.
_SMALL_JOURNAL = 1_000_000


def now_utc() -> datetime:
    """The present time in UTC."""
    return datetime.now(UTC)


class JournalStorage(Storage):
    """The record in `path` and the journal beside it (same name, suffix .journal).

    `problems` tells what was found wrong at opening. When `read_only` is true (asked for, or a newer Oxus wrote the
    file, or it cannot be read or mended) nothing on the disk is touched and writing raises StorageError.
    """

    def __init__(
        self,
        path: str | Path,
        *,
        read_only: bool = False,
        backup_folder: Path | None = None,
        now: Callable[[], datetime] = now_utc,
        small_journal: int = _SMALL_JOURNAL,
    ) -> None:
        self.path = Path(path)
        self.read_only = read_only
        self.problems: tuple[Problem, ...] = ()
        self.writing = RLock()
        self._guard = _Guard(self)
        self._files = recovery.Files(self.path, self.path.with_suffix(".journal"), backup_folder)
        self._now = now
        self._small_journal = small_journal
        self._tables: Tables = {}
        self.counter = 0
        self._size = 0
        self._journal = Journal(self._files.journal, 0)
        self._load()

    # --- reading ----------------------------------------------------------------------------------------------------

    def read(self) -> dict[str, dict[str, Any]]:
        """All tables. The rows are those in memory: copy before changing any."""
        return cast("dict[str, dict[str, Any]]", dict(self._tables))

    def rows(self, table: str) -> Mapping[str, Row]:
        """The rows of one table by id. The mapping never changes: after a write there is another one."""
        return self._tables.get(table, {})

    def seal(self) -> str:
        """Tells the contents of the files apart: the snapshot's own digest, and a digest of the journal.

        Empty when they cannot be read.
        """
        with self.writing, suppress(OSError):
            return f"{snapshot.seal(self.path)}-{journal.seal(self._files.journal)}"
        return ""

    def verify(self) -> tuple[Problem, ...]:
        """What is wrong with the files on the disk now; nothing when they tell the same state as memory."""
        with self.writing:
            try:
                found = recovery.load(self._files, self._stamp(), repair=False)
            except OSError as error:
                return (Problem(str(self.path), f"The file cannot be read ({disk.why(error)})."),)
            if found.problems or self.read_only or found.tables == self._tables:
                return found.problems
            return (Problem(str(self.path), "The file on the disk was changed by something else than this program."),)

    # --- writing ----------------------------------------------------------------------------------------------------

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """The whole record replaced, as plain TinyDB tables do it. Raises StorageError; ValueError for bad rows."""
        with self._guard:
            raw = orjson.dumps(data)
            _check(((table, key, row) for table, rows in data.items() for key, row in rows.items()), raw)
            # A copy by way of JSON: memory holds exactly what the file says, and no one else holds it.
            self._save(orjson.loads(raw), self.counter + 1)

    def commit(self, changes: Iterable[Change]) -> None:
        """All changes made and on the disk, or none. Raises StorageError; ValueError or TypeError for bad rows."""
        changes = list(changes)
        if not changes:
            return
        with self._guard:
            parts = journal.parts(changes)
            line = journal.line(self.counter + 1, parts)
            _check(changes, line)
            # A copy by way of JSON: memory holds exactly what the file says, and no one else holds it.
            tables = journal.applied(self._tables, chain.from_iterable(map(orjson.loads, parts)))
            if self._journal.end + len(line) > max(self._small_journal, self._size // 4):
                self._save(tables, self.counter + 1)
            else:
                self._journal.append(line)
                self._tables, self.counter = tables, self.counter + 1

    def require_writable(self) -> None:
        """Nothing when the record can be written. Raises StorageError when it is open for reading only."""
        if self.read_only:
            raise StorageError(Problem(str(self.path), "The library is open for reading only, so nothing was saved."))

    def compact(self) -> None:
        """The snapshot holds everything and the journal nothing. Raises StorageError."""
        with self._guard:
            self._save(self._tables, self.counter)

    def backup(self) -> Path | None:
        """A verified backup of the present state; None when the newest already is one. Raises StorageError."""
        folder = self._files.backups
        if folder is None or not self._tables:
            return None
        with self._guard:
            held = backups.backups(folder, self.path.stem)
            if held and held[-1].counter == self.counter:
                return None
            state = snapshot.Snapshot(self._tables, self.counter)
            return backups.make(folder, self.path.stem, self._stamp(), state)

    def close(self) -> None:
        """The files are free. A journal that would slow down the next opening is folded into the snapshot."""
        with self.writing:
            if not self.read_only and self._journal.end > self._size // 16:
                # Nothing is lost when it fails: the journal has it all.
                with suppress(StorageError):
                    self.compact()
            self.read_only = True
            self._journal.close()

    # --- inside -----------------------------------------------------------------------------------------------------

    def _load(self) -> None:
        try:
            found = recovery.load(self._files, self._stamp(), repair=not self.read_only)
        except OSError as error:
            self._stop(f"The file cannot be read or mended ({disk.why(error)}), so nothing can be saved.")
            return
        self._tables, self.counter, self._size = found.tables, found.counter, found.size
        self._journal = Journal(self._files.journal, found.journal_end)
        self.problems = found.problems
        if found.newer:
            self._stop("The file was written by a newer version of Oxus, so it can be read but not changed.")
        elif found.unsaved and not self.read_only:
            try:
                self.compact()
            except StorageError as error:
                self._stop(error.problem.reason)

    def _stop(self, reason: str) -> None:
        self.read_only = True
        self.problems = (Problem(str(self.path), reason), *self.problems)

    def _save(self, tables: Tables, counter: int) -> None:
        parts = snapshot.encode(tables, counter)
        disk.write_whole(self.path, *parts)
        # From here the disk has the new state, so memory follows, whatever the folder says.
        self._tables, self.counter, self._size = tables, counter, sum(map(len, parts))
        disk.sync_folder(self.path.parent)
        self._journal.clear()

    def _stamp(self) -> str:
        return self._now().strftime("%Y%m%dT%H%M%S%f")


class _Guard:
    """One writer at a time; the disk's refusal becomes a StorageError. A class, as each note saved passes here."""

    def __init__(self, storage: JournalStorage) -> None:
        self._storage = storage

    def __enter__(self) -> None:
        self._storage.writing.acquire()
        try:
            self._storage.require_writable()
        except StorageError:
            self._storage.writing.release()
            raise

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        self._storage.writing.release()
        if isinstance(error, OSError):
            reason = f"The file could not be saved ({disk.why(error)}). What was there before is unharmed."
            raise StorageError(Problem(str(self._storage.path), reason)) from error


def _check(changes: Iterable[Change], encoded: bytes) -> None:
    """Raises ValueError for what JSON cannot tell: numbers that are none, and names that are ours."""
    # The encoder writes null for a number that is not finite: without any, there is none.
    suspicious = b"null" in encoded
    for table, key, row in changes:
        if table == snapshot.ENVELOPE or not key.isdecimal():
            raise ValueError(f"no row can be stored as {table!r} {key!r}")
        if suspicious and not _finite(row):
            raise ValueError(f"row {key} of {table} holds a number that is not finite")


def _finite(value: object) -> bool:
    if isinstance(value, float):
        return isfinite(value)
    if isinstance(value, dict):
        return all(map(_finite, value.values()))
    if isinstance(value, list | tuple):
        return all(map(_finite, value))
    return True
