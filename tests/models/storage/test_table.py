"""A Database behaves as stock TinyDB does, and after each reopening it still holds the same."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
import tinydb
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from tinydb.operations import delete
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from models.storage import Database, JournalStorage, JournalTable
from tests.models.storage.faults import abandon

values = st.one_of(
    st.integers(-5, 5),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
    st.lists(st.integers(0, 9)),
    st.none(),
)
documents = st.dictionaries(st.sampled_from("abc"), values, max_size=3)
numbers = st.integers(1, 8)


def append_seven(row: dict[str, list[int]]) -> None:
    row["a"].append(7)


class SameAsStock(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.stock = tinydb.TinyDB(storage=MemoryStorage)
        self.open()

    def open(self) -> None:
        self.ours = Database(self.folder / "user.json", storage=JournalStorage, small_journal=300)

    @rule(document=documents)
    def insert(self, document: dict[str, object]) -> None:
        assert self.ours.insert(document) == self.stock.insert(document)

    @rule(batch=st.lists(documents, max_size=4))
    def insert_multiple(self, batch: list[dict[str, object]]) -> None:
        assert self.ours.insert_multiple(batch) == self.stock.insert_multiple(batch)

    @rule(document=documents, number=numbers)
    def update_by_number(self, document: dict[str, object], number: int) -> None:
        assert self.ours.update(document, doc_ids=[number]) == self.stock.update(document, doc_ids=[number])

    @rule(document=documents, number=numbers)
    def upsert(self, document: dict[str, object], number: int) -> None:
        assert self.ours.upsert(Document(document, number)) == self.stock.upsert(Document(document, number))

    @rule()
    def change_lists_in_place(self) -> None:
        has_list = tinydb.where("a").test(lambda value: isinstance(value, list))
        assert self.ours.update(append_seven, has_list) == self.stock.update(append_seven, has_list)

    @rule()
    def delete_a_field(self) -> None:
        has_field = tinydb.where("b").exists()
        assert self.ours.update(delete("b"), has_field) == self.stock.update(delete("b"), has_field)

    @rule(number=numbers)
    def remove(self, number: int) -> None:
        assert self.ours.remove(doc_ids=[number]) == self.stock.remove(doc_ids=[number])

    @rule()
    def truncate(self) -> None:
        self.ours.truncate()
        self.stock.truncate()

    @rule()
    def drop(self) -> None:
        self.ours.drop_tables()
        self.stock.drop_tables()

    @rule(closed=st.booleans())
    def reopen(self, *, closed: bool) -> None:
        if closed:
            self.ours.close()
        else:
            assert isinstance(self.ours.storage, JournalStorage)
            abandon(self.ours.storage)
        self.open()
        # Numbers are given out anew after opening, by both.
        self.stock.clear_cache()
        self.stock.table("_default")._next_id = None

    @invariant()
    def same(self) -> None:
        assert [(d.doc_id, dict(d)) for d in sorted(self.ours, key=lambda d: d.doc_id)] == [
            (d.doc_id, dict(d)) for d in sorted(self.stock, key=lambda d: d.doc_id)
        ]
        assert len(self.ours) == len(self.stock)

    def teardown(self) -> None:
        self.ours.close()
        plain = tinydb.TinyDB(self.folder / "user.json") if (self.folder / "user.json").exists() else None
        if plain is not None:
            assert {d.doc_id: dict(d) for d in plain} == {d.doc_id: dict(d) for d in self.stock}
            plain.close()
        shutil.rmtree(self.folder)


SameAsStock.TestCase.settings = settings(max_examples=60, stateful_step_count=25)
TestSameAsStock = SameAsStock.TestCase


@pytest.fixture
def table(tmp_path: Path) -> JournalTable:
    found = Database(tmp_path / "user.json", storage=JournalStorage).table("notes")
    assert isinstance(found, JournalTable)
    return found


def test_put_replaces_a_row_whole_and_none_deletes_it(table: JournalTable) -> None:
    table.put({1: {"a": 1, "b": 2}, 2: {"a": 3}})
    table.put({1: {"a": 9}, 2: None})
    assert table.rows == {"1": {"a": 9}}
    assert table.free_id() == 2


def test_rows_in_a_readers_hand_never_change(table: JournalTable) -> None:
    table.insert({"tags": ["old"]})
    rows = table.rows
    table.update(lambda row: row["tags"].append("new"), doc_ids=[1])
    table.insert({})
    assert rows == {"1": {"tags": ["old"]}}
    assert table.rows["1"] == {"tags": ["old", "new"]}


def test_a_refused_row_leaves_the_table_as_it_was(table: JournalTable) -> None:
    table.insert({"a": 1})
    with pytest.raises(ValueError, match="not finite"):
        table.insert_multiple([{"a": 2}, {"a": float("nan")}])
    assert [dict(d) for d in table] == [{"a": 1}]
    assert table.get(tinydb.where("a") == 2) is None


def test_one_row_costs_one_journal_line(table: JournalTable, tmp_path: Path) -> None:
    table.insert_multiple({"a": n} for n in range(100))
    journal = tmp_path / "user.journal"
    before = journal.stat().st_size
    table.update({"a": -1}, doc_ids=[50])
    assert journal.read_bytes()[before:].count(b"\n") == 1
    assert journal.stat().st_size - before < 60
