"""The ground of maps, which a preview and a job may ask for at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from models.briefs.drawing import ground
from models.briefs.maps import OUTLINES
from models.records import Problem


def test_threads_that_ask_at_once_read_it_once(tmp_path: Path) -> None:
    ground(tmp_path / "nothing.json")  # only the one last asked for is kept
    together = Barrier(4)

    def ask(_: int) -> object:
        together.wait()
        return ground(OUTLINES)

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(ask, range(4)))
    assert not isinstance(found[0], Problem)
    assert len({id(one) for one in found}) == 1
