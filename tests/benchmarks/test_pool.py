"""How much sooner two workers have read many articles than one, as far as the machine has two cores to give.

What it has to give tell two processes that read the same side by side, without a parent and pipes: they share caches
and memory as the workers do, which a loop that only counts would not notice.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

from models import text
from models.pipeline import read_paths
from tests.benchmarks.conftest import Row

AT_LEAST = 1.7  # times as fast where two processes get twice as far as one
TWICE = 2.0
ARTICLES = 100
ROUNDS = 4
MARK = re.compile(r"\[\^[^\]]+\]")


def write_articles(folder: Path, root: Path) -> None:
    """Articles of some 550 words, made of the sentences of the built-in ones in another order each."""
    paths = sorted((root / "resources" / "articles").iterdir())
    bodies = [MARK.sub("", path.read_text("utf-8").rpartition("---\n")[2]) for path in paths]
    spans = [(body, span) for body in bodies for span in text.sentences(body)]
    sentences = [" ".join(body[start:end].split()) for body, (start, end) in spans if 40 < end - start < 110]
    shuffle = random.Random(5)
    for number in range(ARTICLES):
        paragraphs = [" ".join(shuffle.sample(sentences, 4)) for _ in range(12)]
        (folder / f"{number:03}.txt").write_text("\n\n".join([f"Report {number}", *paragraphs]), "utf-8")


def read(folder: Path, workers: int) -> float:
    """Seconds from the first article read to the last."""
    steps = read_paths([folder], workers=workers)
    assert next(steps).article
    start = time.perf_counter()
    assert sum(1 for step in steps if step.article) == ARTICLES - 1
    return time.perf_counter() - start


def read_bare(folder: Path, root: Path, processes: int) -> float:
    """Seconds that so many processes take side by side to read all articles, each by itself."""
    command = [sys.executable, "-m", "tests.benchmarks.bare_reading", str(folder)]
    pipe = subprocess.PIPE
    with ExitStack() as running:
        started = [
            running.enter_context(subprocess.Popen(command, cwd=root, stdin=pipe, stdout=pipe, text=True))
            for _ in range(processes)
        ]
        ends = [(process.stdin, process.stdout) for process in started if process.stdin and process.stdout]
        assert [told.readline() for _, told in ends] == ["ready\n"] * processes
        for begin, _ in ends:
            begin.close()
        return max(float(told.read()) for _, told in ends)


def test_two_workers(rows: list[Row], root: Path, tmp_path: Path) -> None:
    write_articles(tmp_path, root)
    one = two = alone = together = 0.0
    for _ in range(ROUNDS):
        one, two = one + read(tmp_path, 1), two + read(tmp_path, 2)
        alone, together = alone + read_bare(tmp_path, root, 1), together + read_bare(tmp_path, root, 2)
    gained, possible = one / two, TWICE * alone / together
    reached = gained / possible * TWICE  # what it would be if they did not share cores, caches and memory
    met = reached >= AT_LEAST
    told = f"{possible:.2f} x by two bare processes"
    rows.append(Row("articles read by two workers", f"{gained:.2f} x", told, reached, f"at least {AT_LEAST}", met))
    assert met
