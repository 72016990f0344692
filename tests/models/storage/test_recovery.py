"""P3: a damaged or empty file is set aside, never overwritten, never taken for a new one."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from models.storage import JournalStorage, StorageError, disk, snapshot
from tests.models.storage.faults import abandon

ROWS = {str(number): {"text": f"note {number} " + "ü" * number} for number in range(1, 60)}
LATER = {"text": "typed after the last snapshot"}
STATE = {"notes": {**ROWS, "60": LATER}}

Damage = Callable[[bytes], bytes]


def open_in(folder: Path, *, read_only: bool = False) -> JournalStorage:
    return JournalStorage(folder / "user.json", read_only=read_only, backup_folder=folder / "backups")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A snapshot of 59 notes, a backup of the same, and one note more in the journal."""
    storage = open_in(tmp_path)
    storage.commit([("notes", key, row) for key, row in ROWS.items()])
    storage.compact()
    storage.backup()
    storage.commit([("notes", "60", LATER)])
    abandon(storage)
    return tmp_path


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def truncated(part: int) -> Damage:
    return lambda raw: raw[: len(raw) * part // 50]


def flipped(place: float, bit: int) -> Damage:
    def flip(raw: bytes) -> bytes:
        at = int(place * len(raw))
        return raw[:at] + bytes([raw[at] ^ 1 << bit]) + raw[at + 1 :]

    return flip


def truncations() -> list[Damage]:
    return [truncated(part) for part in range(50)]


def flips() -> list[Damage]:
    chance = random.Random(3)
    return [flipped(chance.random(), chance.randrange(8)) for _ in range(50)]


def others() -> list[Damage]:
    return [
        lambda raw: b"\0" * len(raw),
        lambda raw: raw[:600] + b"\0" * (len(raw) - 600),
        lambda raw: raw + b"\0" * 512,
        lambda raw: raw + b"trailing junk",
        lambda raw: raw + raw,
        lambda _: b"{}",
        lambda _: b'{"notes":{}}',
    ]


@pytest.mark.parametrize("damage", [*truncations(), *flips(), *others()])
def test_a_damaged_snapshot_is_set_aside_and_the_backup_stands_in(folder: Path, damage: Damage) -> None:
    path = folder / "user.json"
    bad = damage(path.read_bytes())
    path.write_bytes(bad)
    storage = open_in(folder)
    assert storage.read() == STATE
    assert not storage.read_only
    (kept,) = folder.glob("user.json.damaged-*")
    assert kept.read_bytes() == bad
    told = " ".join(problem.reason for problem in storage.problems)
    assert kept.name in told
    assert "the backup user-" in told
    storage.commit([("notes", "61", {})])
    storage.close()
    again = open_in(folder)
    assert again.problems == ()
    assert again.read() == {"notes": {**STATE["notes"], "61": {}}}
    assert kept.read_bytes() == bad


def test_the_newest_good_backup_is_taken(folder: Path) -> None:
    storage = open_in(folder)
    storage.commit([("notes", "1", None)])
    newest = storage.backup()
    storage.compact()
    storage.close()
    assert newest is not None
    newest.write_bytes(b"")
    (folder / "user.json").write_bytes(b"")
    storage = open_in(folder)
    # The journal was folded into the lost snapshot: what the older backup has is all there is.
    assert storage.read() == {"notes": ROWS}
    assert "with 59 entries" in storage.problems[0].reason


@pytest.mark.parametrize("damage", [*truncations()[::10], *others()])
def test_without_a_backup_it_is_still_set_aside_and_told(folder: Path, damage: Damage) -> None:
    for path in (folder / "backups").iterdir():
        path.unlink()
    path = folder / "user.json"
    bad = damage(path.read_bytes())
    path.write_bytes(bad)
    storage = open_in(folder)
    assert storage.read() == {"notes": {"60": LATER}}
    assert "no good backup" in storage.problems[0].reason
    (kept,) = folder.glob("user.json.damaged-*")
    assert kept.read_bytes() == bad


def test_a_lost_snapshot_is_not_a_new_library(folder: Path) -> None:
    (folder / "user.json").unlink()
    storage = open_in(folder)
    assert storage.read() == STATE
    assert "was missing" in storage.problems[0].reason


def test_a_new_library_has_no_problem_and_lives_in_its_journal_until_closed(tmp_path: Path) -> None:
    storage = open_in(tmp_path)
    storage.commit([("notes", "1", {})])
    abandon(storage)
    again = open_in(tmp_path)
    assert (again.problems, again.read()) == ((), {"notes": {"1": {}}})
    assert not (tmp_path / "user.json").exists()


def test_reading_only_works_it_out_and_touches_nothing(folder: Path) -> None:
    (folder / "user.json").write_bytes(b"")
    before = tree(folder)
    storage = open_in(folder, read_only=True)
    assert storage.read() == STATE
    assert "is empty" in storage.problems[0].reason
    storage.close()
    assert tree(folder) == before


def test_a_second_damage_does_not_overwrite_the_first(folder: Path) -> None:
    for junk in (b"first", b"second"):
        (folder / "user.json").write_bytes(junk)
        open_in(folder).close()
    assert {path.read_bytes() for path in folder.glob("user.json.damaged-*")} == {b"first", b"second"}


# --- the journal ----------------------------------------------------------------------------------------------------


@pytest.fixture
def journalled(tmp_path: Path) -> Path:
    """Ten notes, saved one by one, all in the journal."""
    storage = open_in(tmp_path)
    for number in range(1, 11):
        storage.commit([("notes", str(number), ROWS[str(number)])])
    abandon(storage)
    return tmp_path


def test_a_journal_cut_anywhere_gives_the_saves_before_the_cut(journalled: Path) -> None:
    path = journalled / "user.journal"
    raw = path.read_bytes()
    for part in range(51):
        cut = len(raw) * part // 50
        path.write_bytes(raw[:cut])
        storage = open_in(journalled, read_only=True)
        saves = raw[:cut].count(b"\n")
        assert storage.problems == ()
        assert storage.read().get("notes", {}) == {str(n): ROWS[str(n)] for n in range(1, saves + 1)}


def test_a_bad_line_is_reported_and_kept_and_all_others_are_used(journalled: Path) -> None:
    path = journalled / "user.journal"
    lines = path.read_bytes().splitlines(keepends=True)
    bad = b"".join([*lines[:4], lines[4].replace(b"note", b"mote"), *lines[5:]])
    path.write_bytes(bad)
    storage = open_in(journalled)
    assert storage.read() == {"notes": {str(n): ROWS[str(n)] for n in range(1, 11) if n != 5}}
    (problem,) = storage.problems
    (kept,) = journalled.glob("user.journal.damaged-*")
    assert problem.reason.startswith("1 saves in the journal cannot be read")
    assert kept.name in problem.reason
    assert kept.read_bytes() == bad
    storage.close()
    assert open_in(journalled).problems == ()


def test_a_missing_line_is_reported(journalled: Path) -> None:
    path = journalled / "user.journal"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:4] + lines[5:]))
    assert "missing from the journal" in open_in(journalled).problems[0].reason


@pytest.mark.parametrize("tail", [b"\0" * 700, b"00000000", b'12345678 [11,[["notes","11"'])
def test_a_torn_end_is_dropped_and_written_over(journalled: Path, tail: bytes) -> None:
    with (journalled / "user.journal").open("ab") as journal:
        journal.write(tail)
    storage = open_in(journalled)
    assert storage.problems == ()
    storage.commit([("notes", "11", {})])
    abandon(storage)
    assert list(open_in(journalled).read()["notes"]) == [str(n) for n in range(1, 12)]


def test_saves_that_the_snapshot_already_holds_are_not_made_again(journalled: Path) -> None:
    journal = (journalled / "user.journal").read_bytes()
    storage = open_in(journalled)
    storage.commit([("notes", "1", None)])
    storage.compact()
    abandon(storage)
    # The journal could not be emptied after the snapshot.
    (journalled / "user.journal").write_bytes(journal)
    again = open_in(journalled)
    assert again.problems == ()
    assert "1" not in again.read()["notes"]


# --- others -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", [b"", b" \n"], ids=["sealed alike", "sealed otherwise"])
def test_a_newer_record_is_read_and_left_unchanged(folder: Path, monkeypatch: pytest.MonkeyPatch, mark: bytes) -> None:
    monkeypatch.setattr(snapshot, "SCHEMA", snapshot.SCHEMA + 1)
    (folder / "user.json").write_bytes(b"".join(snapshot.encode({"notes": ROWS, "new": {}}, 1)) + mark)
    monkeypatch.undo()
    before = tree(folder)
    storage = open_in(folder)
    assert storage.read_only
    assert "newer version" in storage.problems[0].reason
    assert storage.read()["notes"] == {**ROWS, "60": LATER}
    for command in (storage.compact, storage.backup, lambda: storage.commit([("notes", "1", None)])):
        with pytest.raises(StorageError):
            command()
    storage.close()
    assert tree(folder) == before


def test_verify_notices_what_changed_on_the_disk(folder: Path) -> None:
    storage = open_in(folder)
    assert storage.verify() == ()
    good = (folder / "user.json").read_bytes()
    (folder / "user.json").write_bytes(good.replace(b"note 7", b"note 8"))
    before = tree(folder)
    assert "is damaged" in storage.verify()[0].reason
    (folder / "user.json").write_bytes(b"".join(snapshot.encode({"notes": {}}, 1)))
    assert "changed by something else" in storage.verify()[0].reason
    (folder / "user.json").write_bytes(good)
    assert storage.verify() == ()
    assert set(tree(folder)) == set(before)


def test_a_reader_looks_again_where_the_first_snapshot_was_just_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = JournalStorage(tmp_path / "user.json", small_journal=1)
    for number in range(1, 9):
        writer.commit([("a", "1", {"n": number})])
    looks = []

    def late(path: Path) -> bytes | None:
        looks.append(path.name)
        return None if looks == ["user.json"] else read(path)

    read = disk.read
    monkeypatch.setattr(disk, "read", late)
    reader = JournalStorage(tmp_path / "user.json", read_only=True)
    assert (reader.problems, reader.read()) == ((), {"a": {"1": {"n": 8}}})
    writer.close()


def test_a_reader_meets_only_whole_states_while_another_writes(tmp_path: Path) -> None:
    writer = JournalStorage(tmp_path / "user.json", small_journal=500)
    done = threading.Event()

    def write() -> None:
        for number in range(1, 400):
            writer.commit([("a", "1", {"n": number}), ("b", "1", {"n": number})])
        done.set()

    thread = threading.Thread(target=write)
    thread.start()
    seen = set()
    while not done.is_set():
        reader = JournalStorage(tmp_path / "user.json", read_only=True)
        assert reader.problems == ()
        tables = reader.read()
        assert tables.get("a") == tables.get("b")
        assert tables.get("a", {}).get("1", {"n": 0})["n"] == reader.counter
        seen.add(reader.counter)
    thread.join()
    writer.close()
    assert len(seen) > 5
