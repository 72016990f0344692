"""How many words of news a second are read into claims, on one core."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from models.catalog import Catalog
from models.intake import read_file
from models.reading import Reader
from models.records import Article

AT_LEAST = 50_000  # words a second, as the design asks


def test_reading(rate: Callable[..., None], catalog: Catalog, shared: Path) -> None:
    drafts = (read_file(path) for path in sorted((shared / "goldset" / "seeds").glob("*.txt")))
    articles = [article for article in drafts if isinstance(article, Article)]
    words = sum(len(article.text.split()) for article in articles)
    times = 10
    assert words > 500
    reader = Reader(catalog)

    def read() -> int:
        return sum(len(reader.read(article).claims) for _ in range(times) for article in articles)

    assert read()
    rate("words read into claims", read, words * times, "words", AT_LEAST)
