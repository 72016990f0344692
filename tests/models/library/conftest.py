"""Libraries made for tests, closed when a test ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.library import Library
from tests.models.library.test_library import CATALOG

Made = Callable[[str], Library]


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Made]:
    """Makes libraries in folders of these names."""
    opened: list[Library] = []

    def make(name: str) -> Library:
        opened.append(Library.open(tmp_path / name, CATALOG))
        return opened[-1]

    yield make
    for library in opened:
        library.close()
