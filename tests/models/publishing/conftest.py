"""A library with digests of ours, an article of the user's whose title would be markup, and a note."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from models.catalog import Catalog
from models.library import Library

NEWS = """Kazakhstan is the world's largest producer of uranium.

The weather on that day was remarkably mild. Uzbekistan has large gold reserves.
"""
UNTOLD = "remarkably mild"
HOSTILE = '<img src="http://tracker.invalid/a.png" onerror="alert(1)"><script>alert(2)</script> & {{ 7 * 7 }}'
SCRIPT = "javascript:alert(3)"
NOTE = """Ask about **yellowcake**.

<script>alert(4)</script> ![map](http://tracker.invalid/b.png) [x](javascript:alert(5))
"""


@pytest.fixture(scope="session")
def told_folder(builtin_library: Path, catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of that library. To be copied, not changed."""
    place = tmp_path_factory.mktemp("told")
    shutil.copytree(builtin_library, place / "library")
    (place / "news.txt").write_text(NEWS, "utf-8")
    library = Library.open(place / "library", catalog)
    (step,) = library.read([place / "news.txt"])
    assert step.article is not None
    known = replace(step.article.bibliography, title=HOSTILE, publisher="<b>Herald</b>", url=SCRIPT)
    library.add([replace(step, article=replace(step.article, bibliography=known))])
    library.save_note("KAZ", NOTE)
    library.close()
    return place / "library"


@pytest.fixture
def told(told_folder: Path, catalog: Catalog, tmp_path: Path) -> Iterator[Library]:
    """That library, for one test."""
    shutil.copytree(told_folder, tmp_path / "library")
    opened = Library.open(tmp_path / "library", catalog)
    yield opened
    opened.close()
