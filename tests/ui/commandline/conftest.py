"""What the tests of the command line begin with."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ui.commandline import main

NEWS = """Kazakhstan is the world's largest producer of uranium.

Kazakhstan, Dec. 20, 2025 - Uzbekistan has large gold reserves. Turkmenistan is rich in gas.
"""


@pytest.fixture(autouse=True)
def _one_application(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """What prints in this process does so with the application of the tests: there can be one only."""
    monkeypatch.setattr("ui.commandline.printing._without_display", nullcontext)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the built-in articles in it."""
    place = tmp_path_factory.mktemp("commandline") / "library"
    assert main(["check", "--library", str(place)]) == 0
    return place


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(NEWS, "utf-8")
    return path
