"""How soon the window shows its first frame, with the built-in library loaded."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

AT_MOST = 1.35  # times an empty main window, as the design asks


def test_first_painted_frame(compare: Callable[..., None], root: Path, tmp_path: Path) -> None:
    def run(*arguments: str) -> None:
        subprocess.run([sys.executable, *arguments], cwd=root, check=True, capture_output=True, timeout=120)

    library = str(tmp_path / "library")
    run("main.py", "check", "--library", library)  # the first start fills the library
    compare(
        "first painted frame, against an empty window",
        lambda: run("main.py", "--library", library, "--quit-after-first-paint"),
        lambda: run("tests/benchmarks/empty_window.py"),
        at_most=AT_MOST,
        rounds=15,
    )
