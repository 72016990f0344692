"""How soon a note is on the disk and a library open, also when it holds a hundred thousand claims."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import msgspec
import orjson
import pytest

from models.records import Claim, Quantity, Resource
from models.store import Store
from tests.models.store.making import LINES, article, evidence, note

CLAIMS = 100_000
ARTICLES = 200
TEXT = "The ministry's figures for the first quarter differ from those of the company. " * 12


def claims(number: int) -> list[Claim]:
    found = article(number)
    at = evidence(found, LINES[0])
    return [
        Claim(
            f"{found.id}-{place}",
            Resource(
                "KAZ", "uranium", "produces", place % 9, Quantity(1000.0 + place, "tonne/year"), 2000 + place % 25
            ),
            msgspec.structs.replace(at, prefix="of the region. ", suffix=" They leave by rail"),
            "resource.produces",
            attribution="officials",
        )
        for place in range(CLAIMS // ARTICLES)
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of a hundred thousand claims, closed."""
    path = tmp_path_factory.mktemp("library")
    store = Store.open(path)
    store.add(((article(number), claims(number)) for number in range(ARTICLES)), lambda _: ("KAZ", "uranium"))
    store.close()
    return path


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    opened = Store.open(folder)
    assert opened.counts()["claims"] == CLAIMS
    yield opened
    opened.close()


def test_saving_a_note(compare: Callable[..., None], store: Store, folder: Path, tmp_path: Path) -> None:
    numbers = count()
    journal = folder / "user.journal"

    def save() -> None:
        store.save_note(note(next(numbers) % 30, TEXT))

    save()
    line = journal.read_bytes().splitlines(keepends=True)[-1]
    handle = os.open(tmp_path / "bare", os.O_WRONLY | os.O_CREAT)

    def write() -> None:
        os.write(handle, line)
        os.fsync(handle)

    # Many short rounds: the disk has moods that last longer than a save.
    compare("one note saved, against bare write and fsync of the same bytes", save, write, at_most=2.0, rounds=501)
    os.close(handle)


def test_opening_a_library(compare: Callable[..., None], folder: Path) -> None:
    raw = (folder / "derived.json").read_bytes()

    def open_and_close() -> None:
        opened = Store.open(folder)
        assert not opened.read_only
        opened.close()

    compare(
        f"library of {CLAIMS:,} claims opened, against orjson.loads", open_and_close, lambda: orjson.loads(raw), 3.0
    )
