"""Garbage ends in the window's own thread, also where a job makes much of it."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from models.records import Step
from ui.collecting import Collector
from ui.jobs import Job


class Ring:
    """Something that hangs together in a ring, as a dialog does that is connected to itself."""

    def __init__(self, ended: list[str]) -> None:
        self.own = self
        weakref.finalize(self, lambda: ended.append(threading.current_thread().name))


@pytest.fixture
def collected() -> Iterator[None]:
    """Python collects as it did, whatever the test does."""
    before = gc.isenabled()
    yield
    (gc.enable if before else gc.disable)()


def work() -> Iterator[Step]:
    """A job that makes things by the thousand, as reading does."""
    kept = [[number] for number in range(20 * gc.get_threshold()[0])]
    yield Step(1, 1, str(len(kept)))


@pytest.mark.usefixtures("collected")
@pytest.mark.parametrize("guarded", [False, True])
def test_a_job_takes_nothing_apart_that_is_the_windows(qtbot: QtBot, *, guarded: bool) -> None:
    ended: list[str] = []
    gc.collect()
    gc.enable()
    collector = Collector()
    if guarded:  # otherwise the danger is real
        collector.start()
    job = Job(work)
    Ring(ended)
    with qtbot.waitSignal(job.finished):
        job.start()
    gc.collect()
    assert ended == ([threading.main_thread().name] if guarded else ["oxus-job"])


@pytest.mark.usefixtures("collected")
def test_what_is_due_is_looked_through_and_all_of_it_not_too_often() -> None:
    collector = Collector()
    collector.start()
    gc.collect()
    collector.look()
    assert collector.generation == -1  # nothing was due
    ended: list[str] = []
    Ring(ended)
    kept: list[list[int]] = [[] for _ in range(gc.get_threshold()[0] + 100)]
    collector.look()
    assert (collector.generation, ended, len(kept) > 0) == (0, [threading.main_thread().name], True)
