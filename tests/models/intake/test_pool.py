"""Several workers at once: the order of the files is kept, and whatever one file does, only it is lost."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from models.intake import Guard, Limits, Stopped, in_order, workers_for
from models.records import Problem
from tests.models.intake.misbehaving import make, make_broken
from tests.models.intake.test_guard import alive

LIMITS = Limits(seconds=2.0, memory_bytes=256 * 1024 * 1024, result_bytes=1_000_000)


def run(path: Path, guard: Guard) -> bytes | Problem:
    return guard.run(path)


def reason(answer: bytes | Problem) -> str:
    assert isinstance(answer, Problem)
    return answer.reason


def test_answers_come_in_the_order_of_the_files_and_only_bad_files_are_lost() -> None:
    names = [f"file{number}" for number in range(30)]
    names[3], names[9], names[10] = "hang", "crash", "mistake"
    answers = list(in_order([Path(f"{name}.txt") for name in names], run, make, LIMITS, workers=2))
    lost = [number for number, answer in enumerate(answers) if isinstance(answer, Problem)]
    assert lost == [3, 9, 10]
    assert "longer than 2 seconds" in reason(answers[3])
    assert "brought its reader down" in reason(answers[9])
    assert [answer for answer in answers if isinstance(answer, bytes)] == [
        name.encode() for number, name in enumerate(names) if number not in lost
    ]


def test_each_worker_is_a_process_of_its_own_and_none_outlives_the_work() -> None:
    both = threading.Barrier(2, timeout=60)

    def work(path: Path, guard: Guard) -> bytes | Problem:
        both.wait()
        return guard.run(path)

    answers = in_order([Path("process.txt")] * 2, work, make, LIMITS, workers=2)
    processes = {int(answer) for answer in answers if isinstance(answer, bytes)}
    assert len(processes) == 2
    assert not any(map(alive, processes))


def test_closing_the_answers_ends_all_workers_at_once() -> None:
    names = ["process", "hang", "hang", "next"]
    answers = in_order([Path(f"{name}.txt") for name in names], run, make, Limits(seconds=60), workers=2)
    first = next(answers)
    start = time.perf_counter()
    answers.close()
    assert time.perf_counter() - start < 3
    assert isinstance(first, bytes)
    assert not alive(int(first))


def test_the_user_can_stop_while_all_workers_hang() -> None:
    wish = threading.Event()
    answers = in_order([Path("hang.txt")] * 4, run, make, Limits(seconds=60), wish.is_set, workers=2)
    threading.Timer(0.5, wish.set).start()
    with pytest.raises(Stopped):
        next(answers)


def test_workers_that_cannot_start_are_a_problem_of_each_file() -> None:
    answers = list(in_order([Path("a.txt"), Path("b.txt")], run, make_broken, LIMITS, workers=2))
    assert all("the rules are damaged" in reason(answer) for answer in answers)


def test_a_few_files_get_one_worker_and_many_no_more_than_there_are_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 4)
    assert [workers_for(files) for files in (0, 1, 39, 40, 60, 10_000)] == [1, 1, 1, 2, 3, 4]
    monkeypatch.setattr("os.cpu_count", lambda: None)
    assert workers_for(10_000) == 1
    monkeypatch.setattr("os.cpu_count", lambda: 128)
    assert workers_for(10_000) == 8
