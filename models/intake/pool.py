"""Many files at once: guarded workers side by side, one core each; what they give comes in the order of the files."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from typing import TYPE_CHECKING, TypeVar

from models.intake.guard import Guard

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

    from models.intake.files import Limits
    from models.intake.guard import MakeWork

E = TypeVar("E")
R = TypeVar("R")

FEW = 20
"""Files that one worker has read by the time another one would be ready."""

MOST = 8
"""More workers than this would only wait for the one process that takes what they give."""


def workers_for(files: int) -> int:
    """How many workers so many files are worth: no more than there are cores, and one for a few files."""
    return max(1, min(os.cpu_count() or 1, MOST, files // FEW))


def in_order(
    entries: Iterable[E],
    work: Callable[[E, Guard], R],
    make: MakeWork,
    limits: Limits | None = None,
    stop: Callable[[], bool] = lambda: False,
    workers: int = 1,
) -> Generator[R, None, None]:
    """What `work` gives for each entry with a guard of its own, in the order of the entries.

    A crash or a hang loses the one file that its worker was at; the others go on meanwhile. Raises Stopped once `stop`
    says so. Closing the iterator ends all workers.
    """
    ended = threading.Event()
    guards = [Guard(make, limits, lambda: ended.is_set() or stop()) for _ in range(workers)]
    idle: SimpleQueue[Guard] = SimpleQueue()
    for guard in guards:
        idle.put(guard)

    def one(entry: E) -> R:
        guard = idle.get()
        try:
            return work(entry, guard)
        finally:
            idle.put(guard)

    # Threads, as each only waits for its worker's pipe; the work itself is done in the worker processes.
    threads = ThreadPoolExecutor(workers, "oxus-guard")
    try:
        yield from threads.map(one, entries)
    finally:
        ended.set()
        threads.shutdown(cancel_futures=True)
        for guard in guards:
            guard.close()
