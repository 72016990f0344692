"""P2: whichever call of the disk fails, the state is the old or the new one, whole, and later saves work."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from models.storage import JournalStorage, StorageError
from tests.models.storage.faults import Disk, abandon

ERRORS = (errno.ENOSPC, errno.EACCES, errno.EIO)
State = dict[str, dict[str, Any]]
ROW = {"text": "новое" * 20}


def one(storage: JournalStorage) -> None:
    storage.commit([("notes", "1", ROW), ("notes", "2", None)])


def bulk(storage: JournalStorage) -> None:
    storage.commit([("notes", str(number), ROW) for number in range(1, 400)])


def whole(storage: JournalStorage) -> None:
    storage.write({"notes": {"1": ROW}})


def compact(storage: JournalStorage) -> None:
    storage.compact()


def back_up(storage: JournalStorage) -> None:
    storage.backup()


COMMANDS = (one, bulk, whole, compact, back_up)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A folder with a snapshot, a journal with two saves and a torn third, and a backup."""
    folder = tmp_path / "template"
    folder.mkdir()
    storage = open_in(folder)
    storage.commit([("notes", str(number), {"text": "old"}) for number in range(1, 20)])
    storage.backup()
    storage.compact()
    storage.commit([("notes", "3", {"text": "changed"})])
    storage.commit([("notes", "4", None)])
    abandon(storage)
    with (folder / "user.journal").open("ab") as journal:
        journal.write(b'0badc0de [4,[["notes"')
    return folder


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


def open_in(folder: Path, *, read_only: bool = False) -> JournalStorage:
    path = folder / "user.json"
    return JournalStorage(path, read_only=read_only, backup_folder=folder / "backups", small_journal=2_000)


def on_disk(folder: Path) -> State:
    storage = open_in(folder, read_only=True)
    assert storage.problems == ()
    return storage.read()


def copies(template: Path) -> Callable[[], Path]:
    numbers = iter(range(10_000))
    return lambda: Path(shutil.copytree(template, template.parent / f"copy{next(numbers)}"))


def calls_of(disk: Disk, command: Callable[[JournalStorage], None], folder: Path) -> tuple[int, State]:
    storage = open_in(folder)
    with disk.failing(0, 0):
        command(storage)
    state = storage.read()
    storage.close()
    return disk.calls, state


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "lasting"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_failing_call_leaves_the_old_or_the_new_state(
    template: Path, disk: Disk, command: Callable[[JournalStorage], None], *, lasting: bool
) -> None:
    copy = copies(template)
    old = on_disk(template)
    calls, new = calls_of(disk, command, copy())
    assert calls >= 2
    refused = 0
    for error in ERRORS:
        for at in range(1, calls + 1):
            folder = copy()
            storage = open_in(folder)
            with disk.failing(at, error, lasting=lasting):
                try:
                    command(storage)
                except StorageError:
                    refused += 1
            assert storage.read() in (old, new)
            # Only when a line can be neither flushed nor cut off again may the disk be ahead of memory.
            assert on_disk(folder) == storage.read() or (lasting and on_disk(folder) == new)
            storage.commit([("notes", "7", {"text": "later"})])
            assert on_disk(folder) == storage.read() != old
            storage.close()
            assert on_disk(folder) == storage.read()
    assert refused > 0


def damage_snapshot(folder: Path) -> None:
    path = folder / "user.json"
    path.write_bytes(path.read_bytes()[:-9])


def damage_journal(folder: Path) -> None:
    path = folder / "user.journal"
    path.write_bytes(path.read_bytes().replace(b"changed", b"chanced"))


@pytest.mark.parametrize("damage", [damage_snapshot, damage_journal])
def test_a_failing_call_while_mending_loses_nothing(template: Path, disk: Disk, damage: Callable[[Path], None]) -> None:
    damage(template)
    copy = copies(template)
    with disk.failing(0, 0):
        mended = open_in(copy())
    assert mended.problems
    assert not mended.read_only
    for error in ERRORS:
        for at in range(1, disk.calls + 1):
            folder = copy()
            with disk.failing(at, error):
                storage = open_in(folder)
            assert storage.problems
            assert storage.read() == mended.read() or storage.read_only
            storage.close()
            assert open_in(folder).read() == mended.read()


def test_a_file_that_cannot_be_read_is_left_alone(template: Path, disk: Disk) -> None:
    before = (template / "user.json").read_bytes()
    with disk.failing(1, errno.EIO, lasting=True):
        storage = open_in(template)
    assert storage.read_only
    assert "cannot be read" in storage.problems[0].reason
    with pytest.raises(StorageError):
        one(storage)
    storage.close()
    assert (template / "user.json").read_bytes() == before


def test_a_limit_on_file_size_is_a_refusal(template: Path) -> None:
    resource = pytest.importorskip("resource", reason="this system has no limits to set")
    storage = open_in(template)
    old = storage.read()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_500, hard))
    try:
        with pytest.raises(StorageError, match="too large"):
            bulk(storage)
        with pytest.raises(StorageError, match="too large"):
            storage.commit([("notes", "1", {"text": "x" * 1_600})])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert on_disk(template) == old == storage.read()
    bulk(storage)
    assert on_disk(template) == storage.read() != old
    storage.close()
