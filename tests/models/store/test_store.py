from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.records import Claim, Decision, Rank, Verdict
from models.storage import snapshot
from models.store import StorageError, Store, is_library
from tests.models.store.making import article, claims, evidence, note, topics, tree


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "some" / "library"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    opened = Store.open(folder)
    yield opened
    opened.close()


def fill(store: Store, *numbers: int) -> None:
    store.add([(article(number), claims(article(number))) for number in numbers], topics)


# --- articles and claims ----------------------------------------------------------------------------------------------


def test_a_new_library_is_empty_and_without_problem(store: Store) -> None:
    assert (store.read_only, store.problem, store.problems) == (False, None, ())
    assert store.counts() == {"articles": 0, "claims": 0, "notes": 0, "verdicts": 0}
    assert (store.bibliographies(), store.claims(), store.notes(), store.verdicts()) == ((), (), (), ())
    assert store.check() == ()


def test_nothing_is_strewn_among_files_of_others(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("Kazakhstan mines uranium.", encoding="utf-8")
    store = Store.open(tmp_path)
    assert store.read_only
    assert store.problem is not None
    assert "other files" in store.problem.reason
    store.close()
    assert [path.name for path in tmp_path.iterdir()] == ["article.txt"]


def test_a_folder_with_rules_or_hidden_files_may_become_a_library(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / ".DS_Store").touch()
    assert not is_library(tmp_path)
    store = Store.open(tmp_path)
    assert not store.read_only
    store.close()
    assert is_library(tmp_path)


def test_what_was_added_comes_back_the_same_also_after_reopening(store: Store, folder: Path) -> None:
    first, second = article(1), article(2)
    assert store.add([(first, claims(first)), (second, claims(second))], topics) == {first.id, second.id}
    store.close()
    again = Store.open(folder)
    for opened in (store, again):
        assert opened.bibliographies() == (first.bibliography, second.bibliography)
        assert (opened.article(first.id), opened.text(second.id)) == (first, second.text)
        assert opened.claims() == claims(first) + claims(second)
        assert opened.claims(second.id) == claims(second)
        assert opened.check() == ()
    again.close()


def test_claims_are_found_by_topic_each_once(store: Store) -> None:
    fill(store, 1, 2)
    first, second = claims(article(1)), claims(article(2))
    assert store.claims_about(["uranium"]) == (first[0], second[0])
    assert store.claims_about(["uranium", "KAZ"]) == first + second
    assert store.claims_about(["gold"]) == ()
    store.remove(article(1).id)
    assert store.claims_about(["uranium"]) == (second[0],)


def test_an_article_added_again_gets_its_new_claims_and_keeps_its_place(store: Store) -> None:
    fill(store, 1, 2)
    first = article(1)
    newer = msgspec.structs.replace(first, bibliography=msgspec.structs.replace(first.bibliography, title="New"))
    claim = Claim("new", claims(first)[0].content, evidence(first, "uranium"), "other")
    store.add([(newer, [claim, claim])], topics)
    assert [found.title for found in store.bibliographies()] == ["New", "Title 2"]
    assert store.claims(first.id) == (claim,)
    assert store.claims_about(["KAZ"]) == (*claims(article(2)), claim)


def test_a_removed_article_is_gone_with_claims_and_text(store: Store, folder: Path) -> None:
    fill(store, 1, 2)
    assert store.remove(article(1).id)
    assert not store.remove(article(1).id)
    assert store.claims(article(1).id) == ()
    assert [path.read_text("utf-8") for path in (folder / "texts").rglob("*.txt")] == [article(2).text]
    with pytest.raises(KeyError):
        store.text(article(1).id)


def test_texts_lie_under_their_digest_as_they_are(store: Store, folder: Path) -> None:
    fill(store, 1)
    (path,) = (folder / "texts").rglob("*.txt")
    assert path.stem.startswith(article(1).id)
    assert path.parent.name == path.stem[:2]
    assert path.read_bytes() == article(1).text.encode()


def test_wrong_ids_and_claims_of_other_articles_are_our_mistake(store: Store) -> None:
    first, second = article(1), article(2)
    renamed = msgspec.structs.replace(first, bibliography=msgspec.structs.replace(first.bibliography, id="0" * 16))
    with pytest.raises(ValueError, match="not the digest"):
        store.add([(second, ()), (renamed, ())])
    with pytest.raises(ValueError, match="stands in another article"):
        store.add([(first, claims(second))])
    assert store.counts()["articles"] == 0


def test_the_stamp_changes_with_every_save(store: Store) -> None:
    stamps = [store.stamp]
    fill(store, 1)
    stamps.append(store.stamp)
    store.save_note(note())
    stamps.append(store.stamp)
    assert len(set(stamps)) == 3


# --- the user's own ---------------------------------------------------------------------------------------------------


@settings(max_examples=60)
@given(text=st.text())
def test_a_note_of_any_text_comes_back_the_same(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("library")
    store = Store.open(folder)
    store.save_note(note(1, text))
    store.close()
    again = Store.open(folder)
    assert again.notes() == (note(1, text),)
    again.close()


def test_half_characters_that_no_file_can_hold_are_joined_or_replaced(store: Store) -> None:
    store.save_note(note(1, "\ud83e\udd8c and \ud83e"))
    assert store.notes()[0].text == "🦌 and \ufffd"


def test_notes_are_replaced_by_id_and_deleted(store: Store, folder: Path) -> None:
    store.save_note(note(1))
    store.save_note(note(2))
    store.save_note(note(1, "changed"))
    assert store.notes() == (note(1, "changed"), note(2))
    assert store.delete_note("note-1")
    assert not store.delete_note("note-1")
    store.save_note(note(3))
    store.close()
    again = Store.open(folder)
    assert again.notes() == (note(2), note(3))
    again.save_note(note(2, "again"))
    assert again.notes() == (note(2, "again"), note(3))
    again.close()


def test_a_verdict_replaced_keeps_nothing_of_the_one_before(store: Store) -> None:
    store.save_verdict(Verdict("v", "claim", Decision.REJECTED, changed="2026"))
    store.save_verdict(Verdict("v", "claim", rank=Rank.PREFERRED))
    assert store.verdicts() == (Verdict("v", "claim", rank=Rank.PREFERRED),)
    assert store.delete_verdict("v")
    assert store.verdicts() == ()


def test_importing_again_and_removing_never_touch_what_the_user_wrote(store: Store, folder: Path) -> None:
    store.save_note(note())
    store.save_verdict(Verdict("v", f"{article(1).id}-1", Decision.REJECTED))
    files = ("user.json", "user.journal")
    before = {name: content for name, content in tree(folder).items() if name in files}
    assert before
    fill(store, 1)
    fill(store, 1, 2)
    store.remove(article(2).id)
    assert {name: content for name, content in tree(folder).items() if name in files} == before


# --- backups ----------------------------------------------------------------------------------------------------------


def test_a_backup_of_both_records_is_made_before_an_import(store: Store, folder: Path) -> None:
    store.save_note(note())
    fill(store, 1)
    fill(store, 2)
    saved = [snapshot.decode(path.read_bytes()) for path in sorted((folder / "backups").iterdir())]
    assert [{name: len(rows) for name, rows in state.tables.items()} for state in saved] == [
        {"articles": 1, "claims": 2},
        {"notes": 1},
    ]


def test_an_import_that_cannot_be_backed_up_is_refused(store: Store, folder: Path) -> None:
    store.save_note(note())
    (folder / "backups").write_text("in the way")
    with pytest.raises(StorageError):
        fill(store, 1)
    assert store.counts()["articles"] == 0


def test_notes_are_backed_up_every_half_hour_of_work(folder: Path) -> None:
    seconds = iter(range(0, 100_000, 200))
    store = Store.open(folder, clock=lambda: float(next(seconds)))
    for number in range(30):
        store.save_note(note(1, str(number)))
    assert len(list((folder / "backups").glob("user-*"))) == 3
    store.close()


def test_a_backup_that_fails_is_told_but_the_note_is_saved(folder: Path) -> None:
    seconds = iter(range(0, 100_000, 3600))
    store = Store.open(folder, clock=lambda: float(next(seconds)))
    (folder / "backups").write_text("in the way")
    store.save_note(note())
    assert store.notes() == (note(),)
    assert store.problem is not None
    store.close()


# --- what can go wrong ------------------------------------------------------------------------------------------------


def test_damage_is_told_and_mended_from_the_backup(store: Store, folder: Path) -> None:
    fill(store, 1)
    store.save_note(note())
    store.close()
    for name in ("user.json", "derived.json"):
        (folder / name).write_bytes(b"")
        (folder / name).with_suffix(".journal").write_bytes(b"")
    again = Store.open(folder)
    assert again.notes() == (note(),)
    assert again.claims() == claims(article(1))
    assert again.problem is not None
    assert "The file is empty; the backup user-" in again.problem.reason
    assert len(list(folder.glob("*.damaged-*"))) == 2
    again.close()


@pytest.mark.parametrize("name", ["user.json", "derived.json"])
def test_a_library_of_a_newer_version_is_read_only_and_unchanged(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    fill(store, 1)
    store.save_note(note())
    store.close()
    state = snapshot.decode((folder / name).read_bytes()) if (folder / name).exists() else snapshot.Snapshot({}, 0)
    monkeypatch.setattr(snapshot, "SCHEMA", snapshot.SCHEMA + 1)
    (folder / name).write_bytes(b"".join(snapshot.encode(state.tables, state.counter)))
    monkeypatch.undo()
    before = tree(folder)
    newer = Store.open(folder)
    assert newer.read_only
    assert newer.problem is not None
    assert "newer version of Oxus" in newer.problem.reason
    assert newer.notes() == (note(),)
    assert newer.claims() == claims(article(1))
    for command in (
        lambda: newer.save_note(note(2)),
        lambda: newer.delete_note("note-1"),
        lambda: newer.save_verdict(Verdict("v", "c")),
        lambda: fill(newer, 3),
        lambda: newer.remove(article(1).id),
    ):
        with pytest.raises(StorageError, match="reading only"):
            command()
    newer.close()
    assert tree(folder) == before


def test_entries_that_only_a_newer_version_knows_are_left_out_and_told(store: Store) -> None:
    store.save_verdict(Verdict("v", "claim", Decision.ACCEPTED))
    store._user.commit([("verdicts", "9", {"id": "w", "target": "claim", "decision": "postponed"})])
    assert [verdict.id for verdict in store.verdicts()] == ["v"]
    assert "1 entries are of a kind" in store.check()[0].reason


def test_a_folder_that_cannot_be_written_is_read_only_and_said_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled = Store.open(folder)
    filled.save_note(note())
    filled.close()
    opened = os.open

    def refuse(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & (os.O_RDWR | os.O_WRONLY):
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    store = Store.open(folder)
    assert store.read_only
    assert store.problem is not None
    assert store.problem.reason == "The library folder cannot be written (permission denied), so nothing can be saved."
    assert store.notes() == (note(),)
    with pytest.raises(StorageError):
        fill(store, 1)
    store.close()


def test_a_file_in_place_of_the_folder_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "library").write_text("a file")
    store = Store.open(tmp_path / "library")
    assert store.read_only
    assert store.problem is not None
    assert store.counts()["notes"] == 0


# --- checking ---------------------------------------------------------------------------------------------------------


def test_a_claim_whose_sentence_is_not_found_exactly_is_an_orphan(store: Store) -> None:
    first = article(1)
    good, bad = claims(first)
    shifted = msgspec.structs.replace(
        bad, evidence=msgspec.structs.replace(bad.evidence, start=bad.evidence.start + 1, end=bad.evidence.end + 1)
    )
    store.add([(first, [good, shifted])], topics)
    assert store.orphans() == (bad.id,)
    assert [problem.subject for problem in store.check()] == [bad.id]


def test_missing_and_altered_texts_are_told_and_never_shown(store: Store, folder: Path) -> None:
    fill(store, 1, 2)
    paths = {path.stem[:16]: path for path in (folder / "texts").rglob("*.txt")}
    paths[article(1).id].unlink()
    paths[article(2).id].write_text(article(2).text + " ", "utf-8")
    for number, reason in ((1, "missing"), (2, "damaged")):
        with pytest.raises(StorageError, match=reason):
            store.text(article(number).id)
    assert set(store.orphans()) == {claim.id for number in (1, 2) for claim in claims(article(number))}
    assert len(store.check()) == 2 + 4
    fill(store, 1, 2)
    assert store.check() == ()


def test_a_damaged_record_on_the_disk_is_noticed(store: Store, folder: Path) -> None:
    store.save_note(note())
    path = folder / "user.journal"
    path.write_bytes(path.read_bytes().replace(b"A note", b"B note"))
    assert "cannot be read" in store.check()[0].reason


# --- threads ----------------------------------------------------------------------------------------------------------


def test_readers_see_whole_batches_while_another_thread_adds(store: Store) -> None:
    batches = [(number, number + 1) for number in range(1, 40, 2)]
    done = threading.Event()

    def work() -> None:
        for batch in batches:
            fill(store, *batch)
            store.save_note(note(batch[0]))
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    while not done.is_set():
        seen = store.claims_about(["KAZ"])
        assert len(seen) % 4 == 0
        assert len({claim.id for claim in seen}) == len(seen)
        assert store.notes() is not None
    thread.join()
    assert store.counts() == {"articles": 40, "claims": 80, "notes": 20, "verdicts": 0}


def test_opening_loads_neither_sqlite_nor_anything_for_networks(folder: Path, root: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom models.store import Store\n"
        "Store.open(Path(sys.argv[1])).close()\n"
        "print(*sorted({'sqlite3', 'asyncio', 'multiprocessing', 'babel', 'PySide6'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program, str(folder)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "\n"
