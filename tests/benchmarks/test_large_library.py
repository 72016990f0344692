"""How long the window's event loop stands still while many articles come into a library that holds many already."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.catalog import Catalog
from models.library import Library
from models.records import (
    Article,
    Bibliography,
    Block,
    Claim,
    Commitment,
    Content,
    Event,
    Evidence,
    Money,
    Quantity,
    Resource,
    Role,
    Step,
)
from models.text import digest
from tests.benchmarks.conftest import Row
from ui.app import open_window
from ui.preferences import Preferences

LONGEST = 0.2  # seconds
ARTICLES, COMING, EACH = 2_000, 500, 20
WORDS = (
    "border",
    "trade",
    "rail",
    "water",
    "energy",
    "summit",
    "agreed",
    "signed",
    "export",
    "transit",
    "loan",
    "steel",
)


def steps(catalog: Catalog, first: int, number: int) -> Iterator[Step]:
    """Articles with claims on every country of the region, none like another."""
    chance = random.Random(first)
    for place in range(first, first + number):
        sentences = [f"{' '.join(chance.choices(WORDS, k=18))} {place} {at}." for at in range(EACH)]
        text = "\n\n".join(sentences)
        key, at, claims, blocks = digest(text), 0, [], []
        for sentence in sentences:
            content = _content(catalog, chance)
            claims.append(Claim(f"{key}-{at}", content, Evidence(key, at, at + len(sentence), sentence), "rule"))
            blocks.append(Block(Role.BODY, at, at + len(sentence)))
            at += len(sentence) + 2
        article = Article(Bibliography(key, f"Article {place}", "a.txt", published="2025-05-05"), text, tuple(blocks))
        yield Step(place - first + 1, number, "a.txt", article, tuple(claims))


def _content(catalog: Catalog, chance: random.Random) -> Content:
    country, other = chance.choice(catalog.region.members), chance.choice(list(catalog.countries))
    year = chance.randrange(2015, 2026)
    made: list[Content] = [
        Resource(
            country,
            chance.choice(list(catalog.commodities)),
            chance.choice(("produces", "exports", "imports")),
            quantity=Quantity(chance.randrange(1, 500) * 1000.0, "tonne"),
            year=year,
        ),
        Event(
            chance.choice(list(catalog.plover)), (country,), (other,), date=f"{year}-{chance.randrange(1, 13):02}-11"
        ),
        Commitment((other,), (country,), Money(chance.randrange(1, 900) * 1e7, "USD"), chance.choice((None, 3, 5))),
    ]
    return chance.choice(made)


def paced(found: Iterable[Step]) -> Iterator[Step]:
    """The steps at several times the pace at which files are read."""
    for step in found:
        time.sleep(0.002)
        yield step


@pytest.fixture
def large(catalog: Catalog, tmp_path: Path) -> Iterator[Library]:
    library = Library.open(tmp_path / "library", catalog)
    library.add(tuple(steps(catalog, 0, ARTICLES)))
    yield library
    library.close()


def test_the_window_while_articles_are_added(
    rows: list[Row], large: Library, catalog: Catalog, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(qapp, large, Preferences(tmp_path / "window.ini"))
    window.show()
    qtbot.wait(3000)
    coming = tuple(steps(catalog, ARTICLES, COMING))
    gaps: list[float] = []
    last = time.perf_counter()

    def turn() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append(now - last)
        last = now

    timer = QTimer(interval=5)
    timer.timeout.connect(turn)
    strip = window.files.strip
    timer.start()
    with qtbot.waitSignal(strip.reported, timeout=300_000):
        strip.start("Reading…", lambda: paced(coming), large.add_aside)
    timer.stop()
    longest, told = max(gaps), f"{sum(gaps):.1f} s of work"
    name = f"longest gap of the window, {COMING * EACH:,} claims added to {ARTICLES * EACH:,}"
    met = longest < LONGEST
    rows.append(Row(name, f"{longest * 1000:.0f} ms", told, longest / LONGEST, "at most 1.00", met))
    window.close()
    assert met, sorted(gaps)[-5:]
