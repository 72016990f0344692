"""What a table file, its journal and its backups amount to: the state they tell, and what is wrong with them.

Nothing here takes a damaged, empty or missing file for a new one. With `repair` the damaged file is moved to
NAME.damaged-TIME first, so that nothing overwrites it; without, the same state is worked out and no file is touched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.records import Problem
from models.storage import backups, disk, journal, snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from models.storage.journal import Replay
    from models.storage.snapshot import Tables

# A reader may meet the writer between its snapshot and its journal; the next look finds them together.
_LOOKS = 5


class Files(NamedTuple):
    """Where one record lies: the snapshot, its journal, and the folder of backups if it has any."""

    main: Path
    journal: Path
    backups: Path | None


class Loaded(NamedTuple):
    """The state and how it was come by. `unsaved`: the files do not tell this state by themselves any more."""

    tables: Tables
    counter: int
    size: int = 0
    journal_end: int = 0
    newer: bool = False
    unsaved: bool = False
    problems: tuple[Problem, ...] = ()


class _Base(NamedTuple):
    """The snapshot to replay the journal on. `replaced`: it is a backup, or nothing, in place of the real one."""

    tables: Tables
    counter: int
    size: int = 0
    newer: bool = False
    replaced: bool = False
    problems: tuple[Problem, ...] = ()


def load(files: Files, stamp: str, *, repair: bool) -> Loaded:
    """The newest state that can be told. Raises OSError when a file exists and cannot be read or moved."""
    for _ in range(_LOOKS):
        raw = disk.read(files.main)
        lines = disk.read(files.journal) or b""
        replay = journal.replay(lines)
        base = _base(files, raw, replay)
        if repair or not _is_between(raw, base, replay):
            break
    problems = base.problems
    if base.replaced and raw is not None:
        problems += _set_aside(files.main, stamp, move=repair)
    # What replaces the real snapshot is older: a gap between it and the journal is then no news.
    if not base.newer and (replay.bad or (_gap(base, replay) and not base.replaced)):
        problems += (_bad_lines(files.journal, replay, _keep_copy(files.journal, lines, stamp, repair=repair)),)
    fresh = [entry for entry in replay.entries if entry.counter > base.counter]
    return Loaded(
        tables=journal.applied(base.tables, (change for entry in fresh for change in entry.changes)),
        counter=max([base.counter, *(entry.counter for entry in fresh)]),
        size=base.size,
        journal_end=replay.end,
        newer=base.newer,
        unsaved=bool(problems) and not base.newer,
        problems=problems,
    )


def _is_between(raw: bytes | None, base: _Base, replay: Replay) -> bool:
    """Whether the writer may just have put a snapshot there, with or without one before it."""
    return raw is None if base.replaced else _gap(base, replay)


def _base(files: Files, raw: bytes | None, replay: Replay) -> _Base:
    if raw is None:
        return _without_snapshot(files, replay)
    try:
        found = snapshot.decode(raw)
    except snapshot.DamagedError:
        return _from_backup(files, "is empty" if not raw else "is damaged")
    return _Base(found.tables, found.counter, len(raw), newer=found.newer)


def _without_snapshot(files: Files, replay: Replay) -> _Base:
    """A record starts as a journal alone, counting from one; anything else means that the snapshot was lost."""
    empty = _Base({}, 0)
    if replay.entries:
        # Bad lines may have stood before the first good one.
        return empty if replay.entries[0].counter <= 1 + replay.bad else _from_backup(files, "was missing")
    has_backups = files.backups is not None and bool(backups.backups(files.backups, files.main.stem))
    return _from_backup(files, "was missing") if has_backups else empty


def _from_backup(files: Files, what: str) -> _Base:
    good = backups.newest_good(files.backups, files.main.stem) if files.backups else None
    if good is None:
        problem = Problem(str(files.main), f"The file {what} and there is no good backup of it.")
        return _Base({}, 0, replaced=True, problems=(problem,))
    backup, state = good
    told = f"The file {what}; the backup {backup.path.name} with {backups.rows(state.tables)} entries stands in for it."
    return _Base(state.tables, state.counter, replaced=True, problems=(Problem(str(files.main), told),))


def _gap(base: _Base, replay: Replay) -> bool:
    """Whether a save between the snapshot and the journal's last line is missing."""
    counters = [entry.counter for entry in replay.entries if entry.counter > base.counter]
    return counters != list(range(base.counter + 1, base.counter + 1 + len(counters)))


def _set_aside(path: Path, stamp: str, *, move: bool) -> tuple[Problem, ...]:
    if not move:
        return ()
    target = disk.aside(path, stamp)
    path.rename(target)
    return (Problem(str(path), f"The damaged file was kept as {target.name}."),)


def _keep_copy(path: Path, raw: bytes, stamp: str, *, repair: bool) -> str:
    """The name of a copy: the journal itself stays until a snapshot holds what could be read of it."""
    target = disk.aside(path, stamp)
    if repair:
        disk.write_whole(target, raw)
    return target.name if repair else ""


def _bad_lines(path: Path, replay: Replay, kept: str) -> Problem:
    told = f"{replay.bad} saves in the journal cannot be read" if replay.bad else "Saves are missing from the journal"
    return Problem(str(path), f"{told}; all others were used." + (f" The file was kept as {kept}." if kept else ""))
