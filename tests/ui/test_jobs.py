"""A job walks its steps in another thread and tells of them in this one."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

from pytestqt.qtbot import QtBot

from models.records import Step
from ui.jobs import Job


def steps(count: int) -> Iterator[Step]:
    for number in range(1, count + 1):
        yield Step(number, count, f"file {number}")


def test_all_steps_arrive_in_order_in_the_thread_of_the_receiver(qtbot: QtBot) -> None:
    told: list[tuple[int, threading.Thread]] = []
    walked: list[threading.Thread] = []

    def work() -> Iterator[Step]:
        walked.append(threading.current_thread())
        yield from steps(5)

    job = Job(work)
    job.stepped.connect(lambda step: told.append((step.done, threading.current_thread())))
    with qtbot.waitSignal(job.finished) as end:
        job.start()
    assert [done for done, _ in told] == [1, 2, 3, 4, 5]
    assert {thread for _, thread in told} == {threading.main_thread()}
    assert walked != [threading.main_thread()]
    assert end.args is not None
    assert [step.done for step in end.args[0]] == [1, 2, 3, 4, 5]


def test_cancel_keeps_what_was_done_and_closes_the_work(qtbot: QtBot) -> None:
    under_way, go_on, closed = threading.Event(), threading.Event(), threading.Event()

    def work() -> Iterator[Step]:
        try:
            yield Step(1, 3, "first")
            under_way.set()
            go_on.wait(10)
            yield Step(2, 3, "second")
            yield Step(3, 3, "third")
        finally:
            closed.set()

    job = Job(work)
    with qtbot.waitSignal(job.stepped):
        job.start()
    assert under_way.wait(10)
    with qtbot.waitSignal(job.cancelled) as end:
        job.cancel()
        go_on.set()
    assert end.args is not None
    assert [step.subject for step in end.args[0]] == ["first", "second"]
    assert closed.is_set()


def test_a_mistake_in_the_work_is_handed_over(qtbot: QtBot) -> None:
    def work() -> Iterator[Step]:
        yield Step(1, 2, "first")
        raise ZeroDivisionError

    job = Job(work)
    with qtbot.waitSignal(job.crashed) as end:
        job.start()
    assert end.args is not None
    assert isinstance(end.args[0], ZeroDivisionError)
    assert job.wait(5)


def test_the_window_need_not_wait_until_a_job_has_computed_for_long(qtbot: QtBot) -> None:
    before, told = sys.getswitchinterval(), list[float]()
    sys.setswitchinterval(0.005)  # Python's own

    def work() -> Iterator[Step]:
        told.append(sys.getswitchinterval())
        yield from steps(1)

    try:
        job = Job(work)
        with qtbot.waitSignal(job.finished):
            job.start()
    finally:
        sys.setswitchinterval(before)
    assert told[0] <= 0.0005
