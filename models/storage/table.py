"""A TinyDB table that hands the storage only the rows that an operation changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any, cast

from tinydb import TinyDB
from tinydb.table import Table

if TYPE_CHECKING:
    from threading import RLock

    from models.storage.journal import Change
    from models.storage.snapshot import Row
    from models.storage.storage import JournalStorage


class Draft(MutableMapping[int, "Row"]):
    """A table as TinyDB's updaters expect it; what they touch is noted and the rows beneath stay untouched."""

    def __init__(self, rows: Mapping[str, Row]) -> None:
        self._rows = rows
        self._touched: dict[int, Row | None] = {}

    def __getitem__(self, doc_id: int) -> Row:
        if doc_id not in self._touched:
            # An updater may change the row it gets, in any depth.
            self._touched[doc_id] = deepcopy(self._rows[str(doc_id)])
        row = self._touched[doc_id]
        if row is None:
            raise KeyError(doc_id)
        return row

    def __setitem__(self, doc_id: int, row: Row) -> None:
        self._touched[doc_id] = row

    def __delitem__(self, doc_id: int) -> None:
        if doc_id not in self:
            raise KeyError(doc_id)
        self._touched[doc_id] = None

    def __contains__(self, doc_id: object) -> bool:
        if doc_id in self._touched:
            return self._touched[doc_id] is not None
        return str(doc_id) in self._rows

    def __iter__(self) -> Iterator[int]:
        yield from (doc_id for doc_id in map(int, self._rows) if doc_id in self)
        yield from [doc_id for doc_id in self._touched if doc_id in self and str(doc_id) not in self._rows]

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        """No row is left."""
        self._touched = dict.fromkeys(map(int, self._rows))

    def changes(self, table: str) -> list[Change]:
        """What differs from the rows beneath, in the order in which it was touched."""
        return [
            (table, str(doc_id), row) for doc_id, row in self._touched.items() if row != self._rows.get(str(doc_id))
        ]


class JournalTable(Table):
    """A table over a JournalStorage: each operation is one transaction."""

    _storage: JournalStorage

    @property
    def rows(self) -> Mapping[str, Row]:
        """The rows by id. The mapping never changes: after a write there is another one."""
        return cast("Mapping[str, Row]", self._read_table())

    @property
    def writing(self) -> RLock:
        """The storage's lock: whoever holds it is the only one to write, and may do so again."""
        return self._storage.writing

    def put(self, rows: Mapping[int, Row | None]) -> None:
        """Each row stands in place of the one with its id; None deletes it."""
        name = self._name
        self._commit([(name, str(doc_id), row) for doc_id, row in rows.items()])

    def free_id(self) -> int:
        """An id above all that are in use."""
        return max(map(int, self.rows), default=0) + 1

    def _update_table(self, updater: Callable[[dict[int, Mapping[Any, Any]]], None]) -> None:
        # Between reading and committing no other thread may commit.
        with self.writing:
            draft = Draft(self.rows)
            updater(cast("dict[int, Mapping[Any, Any]]", draft))
            self._commit(draft.changes(self.name))

    def _commit(self, changes: list[Change]) -> None:
        self._storage.commit(changes)
        self.clear_cache()


class Database(TinyDB):
    """A TinyDB whose tables are JournalTables."""

    table_class = JournalTable
