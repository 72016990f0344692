"""The ground of maps, which a preview and a job may ask for at once."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep

import pytest

from models.briefs.drawing import ground
from models.catalog.outlines import Outlines, read_outlines
from models.records import Problem


def test_threads_that_ask_at_once_read_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading: list[int] = []

    def slowly(path: Path) -> Outlines | Problem:
        reading.append(len(reading))
        sleep(0.05)
        return read_outlines(path)

    monkeypatch.setattr(sys.modules[ground.__module__], "read_outlines", slowly)
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(ground, [tmp_path / "nothing.json"] * 4))
    assert all(isinstance(one, Problem) for one in found)
    assert len(reading) == 1
