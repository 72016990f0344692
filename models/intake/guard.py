"""A worker process for work on files that nobody vouches for: a crash, a hang or a greed for memory stays in there.

One worker serves many files, because starting one takes longer than reading an article; it is ended, and the next
file gets a new one, when a file takes too long, takes too much memory or brings it down. What comes back is bytes of
bounded length, never pickled objects. Works with the "spawn" start method, hence on every system.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Self

from models.intake.files import Limits, shown
from models.records import Problem

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

Work = Callable[[Path], bytes]
MakeWork = Callable[[], Work]

_START_SECONDS = 120.0
_TICK = 0.05
_DONE, _MEMORY, _FAILED, _LARGE = b"d", b"m", b"f", b"l"


class Stopped(Exception):  # noqa: N818 - it tells a wish of the user, not an error
    """The user does not want the result any more."""


class Guard:
    """Runs work on one path at a time in a worker process; use it in a `with` block, which ends the worker."""

    def __init__(self, make: MakeWork, limits: Limits | None = None, stop: Callable[[], bool] = lambda: False) -> None:
        """`make` is picklable and is called once in each worker; `stop` says that the user has cancelled."""
        self._make = make
        self._limits = limits or Limits()
        self._stop = stop
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._broken: str | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def run(self, path: Path) -> bytes | Problem:
        """What the work gives for the path, or why it gives nothing; raises Stopped when the user cancels."""
        name = shown(path.name or path)
        pipe = self._started()
        if pipe is None:
            return self._refused(name, f"The process that reads files cannot start: {self._broken}.")
        try:
            pipe.send_bytes(str(path).encode("utf-8", "surrogatepass"))
            if not self._answers(pipe, self._limits.seconds):
                return self._refused(name, f"Reading the file took longer than {self._limits.seconds:g} seconds.")
            answer = pipe.recv_bytes(self._limits.result_bytes + 1)
        except (EOFError, OSError):
            return self._refused(name, "The file brought its reader down.")
        return self._understood(name, answer)

    def close(self) -> None:
        """End the worker at once."""
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._pipe = self._process = None

    def _understood(self, name: str, answer: bytes) -> bytes | Problem:
        """The result in the worker's answer, or the reason that it gives."""
        if answer[:1] == _DONE:
            return answer[1:]
        if answer[:1] == _MEMORY:
            megabytes = self._limits.memory_bytes // (1024 * 1024)
            return self._refused(name, f"Reading the file takes more than {megabytes} MB of memory.")
        if answer[:1] == _LARGE:
            return Problem(name, "The file holds more than Oxus takes from one article.")
        return Problem(name, f"The file could not be read ({answer[1:].decode('utf-8', 'replace')}).")

    def _refused(self, name: str, reason: str) -> Problem:
        """The problem; the worker that met it is ended."""
        self.close()
        return Problem(name, reason)

    def _answers(self, pipe: Connection, seconds: float) -> bool:
        """Whether the worker has something to say within the time."""
        end = time.monotonic() + seconds
        while not pipe.poll(_TICK):
            if self._stop():
                self.close()
                raise Stopped
            if time.monotonic() > end:
                return False
        return True

    def _started(self) -> Connection | None:
        """The pipe to a worker that is ready, or None when none comes up; then none is tried again."""
        if self._pipe is not None or self._broken is not None:
            return self._pipe
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._pipe = ours
        self._process = context.Process(
            target=_serve, args=(theirs, self._make, self._limits), name="oxus-reader", daemon=True
        )
        try:
            self._process.start()
        finally:
            theirs.close()
        self._broken = self._why_not_ready(ours)
        return None if self._broken else ours

    def _why_not_ready(self, pipe: Connection) -> str | None:
        """What keeps a new worker from working, or None when it is ready."""
        try:
            if not self._answers(pipe, _START_SECONDS):
                return "it does not answer"
            answer = pipe.recv_bytes()
        except (EOFError, OSError):
            return "it ends at once"
        return None if answer == _DONE else answer[1:].decode("utf-8", "replace")


# --- in the worker --------------------------------------------------------------------------------------------------


def _serve(pipe: Connection, make: MakeWork, limits: Limits) -> None:
    """Work on one path after another until nobody listens any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.disable(logging.CRITICAL)
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # numpy sets memory aside for each thread
    try:
        work = make()
    except Exception as error:  # noqa: BLE001 - damaged rules or catalogs: the parent tells the user
        pipe.send_bytes(_FAILED + f"{type(error).__name__}: {error}".encode())
        return
    gc.collect()
    gc.freeze()  # what all files are read with is never looked through for garbage again
    _cap_memory(limits.memory_bytes)
    with contextlib.suppress(EOFError, OSError):
        pipe.send_bytes(_DONE)
        while True:
            path = Path(pipe.recv_bytes().decode("utf-8", "surrogatepass"))
            pipe.send_bytes(_answer(work, path, limits))


def _answer(work: Work, path: Path, limits: Limits) -> bytes:
    """The result of the work, or how it failed."""
    try:
        result = work(path)
    except MemoryError:
        return _MEMORY
    except Exception as error:  # noqa: BLE001 - whatever a hostile file does to a library ends here
        return _FAILED + type(error).__name__.encode()
    return _DONE + result if len(result) <= limits.result_bytes else _LARGE


def _cap_memory(extra: int) -> None:
    """Let this process take so many more bytes than it has now, where the system can see to it; no core dumps."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    usage = Path("/proc/self/statm")
    if sys.platform == "linux" and usage.exists():
        taken = int(usage.read_text("ascii").split()[5]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_DATA, (taken + extra, taken + extra))
