"""How benchmarks are measured and told: a ratio of two things done in turns in one run, with its target.

They run with `./test --bench` only. `compare` times a piece of work against a reference, `rate` tells how much of
something one second does; both keep a row of the table at the end and fail when the target is missed.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest

Work = Callable[[], object]


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    name: str
    measured: str
    reference: str
    ratio: float
    target: str
    met: bool


ROWS = pytest.StashKey[list[Row]]()


def _seconds(work: Work, clock: Callable[[], float] = time.perf_counter) -> float:
    start = clock()
    work()
    return clock() - start


def _duration(seconds: float) -> str:
    return f"{seconds * 1000:.2f} ms" if seconds < 1 else f"{seconds:.2f} s"


@pytest.fixture
def rows(request: pytest.FixtureRequest) -> list[Row]:
    """The rows of this run's table."""
    return request.config.stash.setdefault(ROWS, [])


@pytest.fixture
def compare(rows: list[Row]) -> Callable[..., None]:
    """`compare(name, work, reference, at_most, rounds=9)`: how many times as long `work` takes as `reference`.

    Both are done once unmeasured, then in turns; the medians are compared, in seconds of wall clock.
    """

    def measure(name: str, work: Work, reference: Work, at_most: float, rounds: int = 9) -> None:
        work()
        reference()
        pairs = [(_seconds(reference), _seconds(work)) for _ in range(rounds)]
        base, taken = (statistics.median(column) for column in zip(*pairs, strict=True))
        ratio = taken / base
        rows.append(Row(name, _duration(taken), _duration(base), ratio, f"at most {at_most:.2f}", ratio <= at_most))
        assert ratio <= at_most

    return measure


@pytest.fixture
def rate(rows: list[Row]) -> Callable[..., None]:
    """`rate(name, work, amount, unit, at_least, rounds=5)`: amount per second, and its ratio to what is wanted.

    Seconds are those that this process computed on one core, so that what else the machine does counts little.
    """

    def measure(name: str, work: Work, amount: int, unit: str, at_least: int, rounds: int = 5) -> None:
        work()
        reached = amount / statistics.median(_seconds(work, time.process_time) for _ in range(rounds))
        ratio = reached / at_least
        wanted = f"{at_least:,} {unit}/s"
        rows.append(Row(name, f"{reached:,.0f} {unit}/s", wanted, ratio, "at least 1.00", ratio >= 1))
        assert reached >= at_least

    return measure


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    rows = config.stash.get(ROWS, [])
    if not rows:
        return
    table = [("benchmark", "measured", "reference", "ratio", "target", "")]
    table += [
        (row.name, row.measured, row.reference, f"{row.ratio:.2f}", row.target, "met" if row.met else "MISSED")
        for row in rows
    ]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    terminalreporter.section("ratios")
    for line in table:
        terminalreporter.write_line("  ".join(map(str.ljust, line, widths)).rstrip())
