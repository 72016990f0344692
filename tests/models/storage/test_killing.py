"""P1: after a kill the record is the old or the new state, whole."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROUNDS = 300


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork, which this system does not have")
def test_a_writer_killed_at_any_moment_leaves_the_old_or_the_new_state(tmp_path: Path, root: Path) -> None:
    command = [sys.executable, "-m", "tests.models.storage.killing", str(tmp_path / "user.json"), str(ROUNDS), "1"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    told = re.fullmatch(r"(\d+) kills, (\d+) saves, (\d+) in the middle of a snapshot\n", done.stdout)
    assert told, done.stdout
    kills, saves, torn = map(int, told.groups())
    # Unless children wrote much and were killed inside snapshots, the test proved nothing.
    assert kills == ROUNDS
    assert saves > 10 * ROUNDS
    assert torn > 0
