"""The reference for reading with several workers: a process that reads the articles of a folder by itself.

It says that it is ready, waits for the end of its input, and tells how many seconds it took.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from models import catalog
from models.intake import read_file
from models.reading import Reader
from models.records import Article

reader = Reader(catalog.load())
paths = sorted(Path(sys.argv[1]).iterdir())


def read(some: list[Path]) -> None:
    """Read these files and forget what they say."""
    for path in some:
        article = read_file(path)
        assert isinstance(article, Article)
        reader.read(article)


read(paths[:1])
print("ready", flush=True)
sys.stdin.readline()
start = time.perf_counter()
read(paths)
print(time.perf_counter() - start)
