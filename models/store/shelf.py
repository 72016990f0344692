"""A shelf: the user's records of one kind in one table of user.json, by their own ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from models.records import Correction, Note, Verdict
from models.store import rows

if TYPE_CHECKING:
    from models.storage import JournalTable

R = TypeVar("R", Note, Verdict, Correction)


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

    def save(self, *records: R) -> None:
        """The records are on the disk, in place of those with their ids, in one write. Raises StorageError."""
        with self._table.writing:
            new = dict.fromkeys(record.id for record in records if record.id not in self._places)
            places = {key: place for place, key in enumerate(new, self._free)}
            held = [places.get(record.id) or self._places[record.id] for record in records]
            self._table.put({place: rows.from_record(record) for place, record in zip(held, records, strict=True)})
            self._places.update(places)
            self._free += len(places)

    def delete(self, *record_ids: str) -> bool:
        """Whether there was any of these records; they are gone, in one write. Raises StorageError."""
        with self._table.writing:
            held = {key: self._places[key] for key in record_ids if key in self._places}
            self._table.put(dict.fromkeys(held.values()))
            for key in held:
                del self._places[key]
            return bool(held)
