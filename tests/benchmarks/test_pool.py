"""How much sooner two workers have read many articles than one, as far as the machine has two cores to give."""

from __future__ import annotations

import random
import re
import subprocess
import sys
import time
from pathlib import Path

from models import text
from models.pipeline import read_paths
from tests.benchmarks.conftest import Row

AT_LEAST = 1.7  # times as fast where both cores are free
FREE = 2.0
ARTICLES = 160
ROUNDS = 5
MARK = re.compile(r"\[\^[^\]]+\]")
BURN = "for number in range(12_000_000): pass"


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


def burn(processes: int) -> float:
    """Seconds that so many processes take side by side to count, each as far as the others."""
    start = time.perf_counter()
    running = [subprocess.Popen([sys.executable, "-c", BURN]) for _ in range(processes)]
    assert [process.wait() for process in running] == [0] * processes
    return time.perf_counter() - start


def test_two_workers(rows: list[Row], root: Path, tmp_path: Path) -> None:
    write_articles(tmp_path, root)
    one = two = alone = together = 0.0
    for _ in range(ROUNDS):
        one, two = one + read(tmp_path, 1), two + read(tmp_path, 2)
        alone, together = alone + burn(1), together + burn(2)
    gained, possible = one / two, FREE * alone / together
    reached = gained / possible * FREE  # what it would be with both cores free
    met = reached >= AT_LEAST
    told = f"{possible:.2f} cores free"
    rows.append(Row("articles read by two workers", f"{gained:.2f} x", told, reached, f"at least {AT_LEAST}", met))
    assert met
