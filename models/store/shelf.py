"""A shelf: the user's records of one kind in one table of user.json, by their own ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from models.records import Correction, Note, Verdict
from models.store import rows

if TYPE_CHECKING:
    from models.storage import JournalTable
    from models.storage.snapshot import Row

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
            changed: dict[int, Row | None] = {}
            new: dict[str, int] = {}
            for record in records:
                place = self._places.get(record.id) or new.setdefault(record.id, self._free + len(new))
                changed[place] = rows.from_record(record)
            self._table.put(changed)
            self._places.update(new)
            self._free += len(new)

    def delete(self, *record_ids: str) -> bool:
        """Whether there was any of these records; they are gone, in one write. Raises StorageError."""
        with self._table.writing:
            held = {key: self._places[key] for key in record_ids if key in self._places}
            self._table.put(dict.fromkeys(held.values()))
            for key in held:
                del self._places[key]
            return bool(held)
