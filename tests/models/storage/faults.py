"""A disk that refuses: the k-th call that opens, writes, flushes, cuts or renames raises an OSError."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

import pytest

from models.storage import JournalStorage

P = ParamSpec("P")
R = TypeVar("R")

CALLS = ("open", "write", "fsync", "ftruncate", "replace")


def abandon(storage: JournalStorage) -> None:
    """Leave the files as a kill would: nothing is folded into the snapshot."""
    storage._journal.close()


class Disk:
    """Counts the calls while it is watched, and makes one of them (or all from there on) fail."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls = 0
        self._fail_at = 0
        self._lasting = False
        self._error = 0
        self._watching = False
        self._write = os.write
        for name in CALLS:
            monkeypatch.setattr(os, name, self._wrap(name, getattr(os, name)))

    @contextmanager
    def failing(self, at: int, error: int, *, lasting: bool = False) -> Iterator[None]:
        """Call number `at` (0 for none) fails with `error`; with `lasting` all later ones do, too."""
        self.calls, self._fail_at, self._error, self._lasting = 0, at, error, lasting
        self._watching = True
        try:
            yield
        finally:
            self._watching = False

    def _wrap(self, name: str, call: Callable[P, R]) -> Callable[P, R]:
        def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
            if self._watching:
                self.calls += 1
                if self._fail_at and (self.calls == self._fail_at or (self._lasting and self.calls > self._fail_at)):
                    if name == "write":
                        self._write_half(*args)
                    raise OSError(self._error, os.strerror(self._error))
            return call(*args, **kwargs)

        return wrapped

    def _write_half(self, *args: object) -> None:
        """A full disk takes part of what it is given."""
        handle, data = args
        assert isinstance(handle, int)
        assert isinstance(data, memoryview)
        self._write(handle, data[: len(data) // 2])
