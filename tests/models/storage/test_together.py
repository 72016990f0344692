"""Many files are written together: each is whole or not there, whatever the disk refuses."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from models.storage.disk import write_together
from tests.models.storage.faults import Disk

FILES = {"one.txt": b"first", "two.txt": b"second", "sub/three.txt": b"third"}


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


def written(folder: Path) -> dict[Path, bytes]:
    (folder / "sub").mkdir(parents=True, exist_ok=True)
    return {folder / name: data for name, data in FILES.items()}


def test_all_are_there_and_nothing_else(tmp_path: Path) -> None:
    files = written(tmp_path)
    write_together(files)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.*")} == files


def test_all_are_written_before_the_first_is_flushed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the disk would be waited for as often as there are files."""
    seen: list[set[bytes]] = []
    monkeypatch.setattr(os, "fsync", lambda _: seen.append({path.read_bytes() for path in tmp_path.rglob("*.*")}))
    write_together(written(tmp_path))
    assert seen[0] == set(FILES.values())
    assert len(seen) == len(FILES) + 2  # and the two folders


@pytest.mark.parametrize("lasting", [False, True])
def test_none_is_half_there_whatever_call_fails(tmp_path: Path, disk: Disk, lasting: bool) -> None:
    with disk.failing(0, errno.EIO):
        write_together(written(tmp_path / "0"))
    for at in range(1, disk.calls + 1):
        files = written(tmp_path / str(at))
        with pytest.raises(OSError, match="No space"), disk.failing(at, errno.ENOSPC, lasting=lasting):
            write_together(files)
        left = {path: path.read_bytes() for path in (tmp_path / str(at)).rglob("*.*")}
        assert left.items() <= files.items()
