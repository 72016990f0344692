"""A shelf: the user's records of one kind in one table of user.json, by their own ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from models.records import Note, Verdict
from models.store import rows

if TYPE_CHECKING:
    from models.storage import JournalTable

R = TypeVar("R", Note, Verdict)


class Shelf(Generic[R]):
    """The records of one kind, in the order in which they were first saved."""

    def __init__(self, table: JournalTable, kind: type[R]) -> None:
        self._table = table
        self._kind: type[R] = kind
        self._places = {row["id"]: int(key) for key, row in table.rows.items()}
        self._free = table.free_id()

    def __len__(self) -> int:
        return len(self._table.rows)

    def all(self) -> tuple[R, ...]:
        """Every record."""
        return tuple(rows.to_records(self._table.rows.values(), self._kind))

    def save(self, record: R) -> None:
        """The record is on the disk, in place of the one with its id if there is one. Raises StorageError."""
        with self._table.writing:
            place = self._places.get(record.id, self._free)
            self._table.put({place: rows.from_record(record)})
            self._places[record.id] = place
            self._free = max(self._free, place + 1)

    def delete(self, record_id: str) -> bool:
        """Whether there was such a record; it is gone. Raises StorageError."""
        with self._table.writing:
            place = self._places.get(record_id)
            if place is None:
                return False
            self._table.put({place: None})
            del self._places[record_id]
            return True
