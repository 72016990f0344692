"""P7: a second Oxus cannot harm the first; it is read-only and says so. A dead one is no hindrance."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.store import StorageError, Store
from tests.models.store.making import article, claims, note, tree

FIRST = """
import sys
from pathlib import Path
from models.store import Store
from tests.models.store.making import note
store = Store.open(Path(sys.argv[1]))
assert not store.read_only
store.save_note(note(1, "of the first"))
print("saved", flush=True)
for line in sys.stdin:
    store.save_note(note(2, line.strip()))
    print("saved", flush=True)
"""


@pytest.fixture
def first(tmp_path: Path, root: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", FIRST, str(tmp_path)]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "saved\n"
        yield process
        process.kill()


def test_the_second_reads_and_says_why_it_cannot_save(first: subprocess.Popen[str], tmp_path: Path) -> None:
    before = tree(tmp_path)
    second = Store.open(tmp_path)
    assert second.read_only
    assert second.problem is not None
    assert second.problem.reason == (
        f"Another Oxus has this library open (process {first.pid}),"
        " so here it can be read but not changed until that one is closed."
    )
    assert second.notes() == (note(1, "of the first"),)
    with pytest.raises(StorageError):
        second.save_note(note(3))
    with pytest.raises(StorageError):
        second.add([(article(), claims(article()))])
    second.close()
    assert tree(tmp_path) == before
    # The first works on, unharmed.
    assert first.stdin is not None
    assert first.stdout is not None
    first.stdin.write("later\n")
    first.stdin.flush()
    assert first.stdout.readline() == "saved\n"
    assert [found.text for found in Store.open(tmp_path).notes()] == ["of the first", "later"]


def test_a_killed_first_leaves_its_notes_and_no_lock(first: subprocess.Popen[str], tmp_path: Path) -> None:
    first.kill()
    first.wait()
    assert (tmp_path / "oxus.lock").exists()
    store = Store.open(tmp_path)
    assert (store.read_only, store.problem) == (False, None)
    assert store.notes() == (note(1, "of the first"),)
    store.save_note(note(2))
    store.close()


def test_the_same_process_is_no_exception(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    assert Store.open(tmp_path).read_only
    store.close()
    third = Store.open(tmp_path)
    assert not third.read_only
    third.close()
