"""The worker process: whatever a file does to it, the next file is read."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.intake import Guard, Limits, Stopped
from models.records import Problem
from tests.models.intake.misbehaving import make, make_broken, make_dead

LIMITS = Limits(seconds=2.0, memory_bytes=256 * 1024 * 1024, result_bytes=1_000_000)


@pytest.fixture
def guard() -> Iterator[Guard]:
    with Guard(make, LIMITS) as guard:
        yield guard


def alive(pid: int) -> bool:
    """Whether there is such a process."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_one_worker_serves_many_files(guard: Guard) -> None:
    first = guard.run(Path("process.txt"))
    assert isinstance(first, bytes)
    assert int(first) != os.getpid()
    assert guard.run(Path("process.txt")) == first
    assert guard.run(Path("Қазақстан.txt")) == "Қазақстан".encode()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("hang.txt", "Reading the file took longer than 2 seconds."),
        ("quit.txt", "The file brought its reader down."),
        ("crash.txt", "The file brought its reader down."),
        ("mistake.txt", "The file could not be read (KeyError)."),
        ("depth.txt", "The file could not be read (RecursionError)."),
        ("flood.txt", "The file holds more than Oxus takes from one article."),
    ],
)
def test_a_failure_is_told_and_the_next_file_is_read(guard: Guard, name: str, reason: str) -> None:
    assert guard.run(Path(name)) == Problem(name, reason)
    assert guard.run(Path("next.txt")) == b"next"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a process to its memory")
def test_greed_for_memory_is_told_and_the_next_file_is_read(guard: Guard) -> None:
    assert guard.run(Path("greed.txt")) == Problem("greed.txt", "Reading the file takes more than 256 MB of memory.")
    assert guard.run(Path("next.txt")) == b"next"


def test_a_hanging_worker_does_not_live_on(guard: Guard) -> None:
    pid = guard.run(Path("process.txt"))
    assert isinstance(pid, bytes)
    guard.run(Path("hang.txt"))
    assert not alive(int(pid))


def test_leaving_the_block_ends_the_worker_at_once() -> None:
    with Guard(make, LIMITS) as guard:
        pid = guard.run(Path("process.txt"))
        assert isinstance(pid, bytes)
        start = time.perf_counter()
    assert time.perf_counter() - start < 1
    assert not alive(int(pid))


def test_the_user_can_stop_a_file_that_hangs() -> None:
    wish = threading.Event()
    with Guard(make, Limits(seconds=60), wish.is_set) as guard:
        guard.run(Path("first.txt"))
        threading.Timer(0.3, wish.set).start()
        start = time.perf_counter()
        with pytest.raises(Stopped):
            guard.run(Path("hang.txt"))
        assert time.perf_counter() - start < 3


def test_a_worker_that_cannot_start_is_told_and_not_tried_again() -> None:
    with Guard(make_broken, LIMITS) as guard:
        for _ in range(2):
            assert guard.run(Path("a.txt")) == Problem(
                "a.txt", "The process that reads files cannot start: ValueError: the rules are damaged."
            )
    with Guard(make_dead, LIMITS) as guard:
        refused = guard.run(Path("a.txt"))
    assert refused == Problem("a.txt", "The process that reads files cannot start: it ends at once.")
