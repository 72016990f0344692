"""A true first start: no library, no settings, no cache. Against one that is the same but for the built-in articles.

Each measurement is a whole process, and what it made is taken away before the next one. The library that stays empty
is there beforehand, without articles, and marked so that none come.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from models.catalog import RESOURCES
from models.library import Library, builtin, own
from models.library.changing import BUILTIN
from models.store import Store

AS_QUICK = 1.10
"""Times an empty library: nothing of the built-in one is read before the window stands."""
CONTENT = 2.2
"""Times an empty library until the built-in articles are in and on the screen; as it is, and no slower."""
INDEXED = 3.5
"""Times an empty library until they are indexed, too, and the library is closed."""

Start = Callable[..., None]


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """The folder of a library that has no articles, and gets none."""
    folder = tmp_path / "empty"
    Library.open(folder).close()
    store = Store.open(folder)
    store.remember(BUILTIN, own.stamp(RESOURCES, folder))
    store.close()
    return folder


@pytest.fixture
def first(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Start:
    """`first(of, *arguments)` runs Python to its end as if Oxus had never run here, on a library like `of`, or none."""
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    made = tmp_path / "made"
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(made / name))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, (str(root), os.environ.get("PYTHONPATH")))))

    def run(of: Path | None, *arguments: str) -> None:
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir()
        if of is not None:
            shutil.copytree(of, made / "library")
        command = [sys.executable, *(str(made / "library") if word == "LIBRARY" else word for word in arguments)]
        subprocess.run(command, cwd=root, check=True, capture_output=True, timeout=120)

    return run


WINDOW = ("main.py", "--library", "LIBRARY", "--quit-after-first-paint")


def test_the_window_of_a_first_start(compare: Callable[..., None], first: Start, empty: Path) -> None:
    compare(
        "first start with the built-in library: its window, against that of an empty library",
        lambda: first(None, *WINDOW),
        lambda: first(empty, *WINDOW),
        at_most=AS_QUICK,
        rounds=15,
    )


@pytest.fixture
def ships() -> None:
    """The articles that ship are those that are here: else they would be read, not taken."""
    if builtin.shipped(RESOURCES, "") is None:
        pytest.skip("what ships was not made from the resources that are here")


@pytest.mark.usefixtures("ships")
def test_the_content_of_a_first_start(compare: Callable[..., None], first: Start, empty: Path) -> None:
    compare(
        "first start with the built-in library: its content, against the window of an empty library",
        lambda: first(None, "tests/benchmarks/first_content.py", "LIBRARY"),
        lambda: first(empty, *WINDOW),
        at_most=CONTENT,
        rounds=9,
    )


@pytest.mark.usefixtures("ships")
def test_all_of_a_first_start(compare: Callable[..., None], first: Start, empty: Path) -> None:
    compare(
        "first start with the built-in library: all of it, indexed, against the window of an empty library",
        lambda: first(None, "tests/benchmarks/first_content.py", "LIBRARY", "--closed"),
        lambda: first(empty, *WINDOW),
        at_most=INDEXED,
        rounds=9,
    )
