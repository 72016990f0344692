from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from models.storage import holder, take

HOLD = """
import sys
from pathlib import Path
from models.storage import take
assert take(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_only_one_holds_it(tmp_path: Path) -> None:
    first = take(tmp_path / "oxus.lock")
    assert first is not None
    assert take(tmp_path / "oxus.lock") is None
    first.release()
    first.release()
    again = take(tmp_path / "oxus.lock")
    assert again is not None
    again.release()


def test_the_holder_is_told(tmp_path: Path) -> None:
    lock = take(tmp_path / "oxus.lock")
    assert lock is not None
    assert holder(tmp_path / "oxus.lock") == os.getpid()
    lock.release()
    assert holder(tmp_path / "none") is None


def test_a_killed_holder_holds_nothing(tmp_path: Path, root: Path) -> None:
    path = tmp_path / "oxus.lock"
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "held\n"
        assert take(path) is None
        child.kill()
        child.wait()
    assert path.exists()
    lock = take(path)
    assert lock is not None
    lock.release()


def test_a_place_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        take(tmp_path / "missing" / "oxus.lock")
