"""The store: one library folder, records in and records out.

The folder holds oxus.lock (one writer), user.json and user.journal (notes, verdicts and corrections, precious),
derived.json and derived.journal (articles and claims, which could be read again), texts/ and backups/. Any thread may
call: writes to one file queue up, questions never wait for the disk (see models.storage.storage).
"""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from models.corrections import corrected
from models.records import Claim, Correction, Note, Problem, Verdict
from models.storage import Database, JournalStorage, JournalTable, StorageError, now_utc
from models.store.derived import Derived
from models.store.folder import Right, right_to_write
from models.store.rows import well_formed
from models.store.shelf import Shelf
from models.store.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import datetime
    from pathlib import Path

    from models.records import Article, Bibliography

    Clock = Callable[[], datetime]

_BACKUP_EVERY = 30 * 60.0  # seconds of work


def no_topics(_: Claim) -> tuple[str, ...]:
    """None: the claim is not found under any topic."""
    return ()


class _Parts(NamedTuple):
    """What an open library is made of."""

    user: Database
    derived: Database
    texts: Texts
    right: Right
    problems: tuple[Problem, ...]


class Store:
    """An open library. Commands raise StorageError (its `problem` is for the user) when nothing could be saved."""

    def __init__(self, parts: _Parts, clock: Callable[[], float]) -> None:
        self._user = _storage_of(parts.user)
        self._derived_file = _storage_of(parts.derived)
        self._derived = Derived(self._derived_file, parts.texts)
        self._notes = Shelf(_table(parts.user, "notes"), Note)
        self._verdicts = Shelf(_table(parts.user, "verdicts"), Verdict)
        self._corrections = Shelf(_table(parts.user, "corrections"), Correction)
        self._right = parts.right
        self._problems = parts.problems
        self._clock = clock
        self._backup_due = clock() + _BACKUP_EVERY

    @classmethod
    def open(
        cls, folder: Path, now: Clock = now_utc, clock: Callable[[], float] = time.monotonic, *, to_write: bool = True
    ) -> Store:
        """The library in `folder`, which is made when missing. What hinders is told by `problem`, never raised.

        `now` dates backups and what is set aside, `clock` counts the seconds between backups. Not opened `to_write`,
        the library may be open elsewhere, and nothing on the disk is touched.
        """
        right = right_to_write(folder) if to_write else Right()
        unheld, backups = right.lock is None, folder / "backups"
        user, derived = (
            Database(folder / name, storage=JournalStorage, read_only=unheld, backup_folder=backups, now=now)
            for name in ("user.json", "derived.json")
        )
        storages = (_storage_of(user), _storage_of(derived))
        # A folder with one file that must not be changed is left alone as a whole.
        if any(storage.read_only for storage in storages):
            for storage in storages:
                storage.read_only = True
        told = tuple(problem for storage in storages for problem in storage.problems)
        return cls(_Parts(user, derived, Texts(folder / "texts"), right, right.problems + told), clock)

    # --- how it stands ----------------------------------------------------------------------------------------------

    @property
    def read_only(self) -> bool:
        """Whether every command will be refused."""
        return self._user.read_only

    @property
    def occupied(self) -> bool:
        """Whether it is read-only because another Oxus had the library open."""
        return self._right.occupied

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Why the library is read-only, what was set aside or replaced by a backup; empty when all is well."""
        return self._problems

    @property
    def problem(self) -> Problem | None:
        """All problems as one, named after the first."""
        if not self._problems:
            return None
        return Problem(self._problems[0].subject, " ".join(dict.fromkeys(p.reason for p in self._problems)))

    @property
    def stamp(self) -> str:
        """Changes with every save, so that what was made from the library can tell whether it is stale."""
        return f"{self._user.counter}-{self._derived_file.counter}"

    @property
    def seal(self) -> str:
        """Tells what is on the disk: stores with the same seal have the same contents. Empty when it cannot be read."""
        seals = (self._user.seal(), self._derived_file.seal())
        return " ".join(seals) if all(seals) else ""

    def counts(self) -> dict[str, int]:
        """How many articles, claims, notes and verdicts there are."""
        return {**self._derived.counts(), "notes": len(self._notes), "verdicts": len(self._verdicts)}

    @property
    def holds_own(self) -> bool:
        """Whether there is anything that the user wrote or decided."""
        return bool(len(self._notes) or len(self._verdicts) or len(self._corrections))

    def orphans(self) -> tuple[str, ...]:
        """The ids of claims whose quote does not stand exactly at its place in the article's text."""
        return self._derived.orphans()[0]

    def check(self) -> tuple[Problem, ...]:
        """Everything verified again: files against their checksums, texts against their ids, claims against texts."""
        lost, problems = self._derived.orphans()
        orphaned = (Problem(claim_id, "The sentence of this claim is not found in its article.") for claim_id in lost)
        shelves: tuple[Shelf[Any], ...] = (self._notes, self._verdicts, self._corrections)
        unread = (
            Problem(str(self._user.path), f"{len(shelf) - told} entries are of a kind that this version does not know.")
            for shelf in shelves
            if len(shelf) > (told := len(shelf.all()))
        )
        return (*self._user.verify(), *self._derived_file.verify(), *problems, *orphaned, *unread)

    # --- articles and claims ----------------------------------------------------------------------------------------

    def bibliographies(self) -> tuple[Bibliography, ...]:
        """Of every article, in the order in which they came, as the user corrected them."""
        found, told = self._derived.bibliographies(), self.corrections()
        return tuple(corrected(known, told.get(known.id)) for known in found) if told else found

    def found(self, article_id: str) -> Bibliography:
        """What was found of an article, without corrections. Raises KeyError for an unknown one."""
        return self._derived.bibliography(article_id)

    def text(self, article_id: str) -> str:
        """The canonical text. Raises KeyError for an unknown article, StorageError when the file is gone or damaged."""
        return self._derived.text(article_id)

    def article(self, article_id: str) -> Article:
        """The article as it was found, without corrections. Raises as `text`."""
        return self._derived.article(article_id)

    def claims(self, article_id: str | None = None) -> tuple[Claim, ...]:
        """The claims of one article, or all; none for an unknown article."""
        return self._derived.claims(article_id)

    def claims_about(self, topics: Iterable[str]) -> tuple[Claim, ...]:
        """The claims that touch any of the topics given with them, in the order in which they came."""
        return self._derived.claims_about(topics)

    def claims_named(self, ids: Collection[str]) -> tuple[Claim, ...]:
        """The claims of these ids, in the order in which they came; unknown ids are left out."""
        return self._derived.claims_named(ids)

    def claims_by_article(self) -> dict[str, int]:
        """How many claims each article gave."""
        return self._derived.claims_by_article()

    def claims_by_topic(self) -> dict[str, int]:
        """How many claims touch each topic."""
        return self._derived.claims_by_topic()

    def origins(self) -> dict[str, str]:
        """For each article that has near-copies in the library: the id of the one that stands for all of them."""
        return self._derived.origins()

    def remembered(self, name: str) -> str:
        """What was last remembered under the name; empty when nothing was."""
        return self._derived.remembered(name)

    def remember(self, name: str, text: str) -> None:
        """A short text that belongs to what was read from articles is kept under the name. Raises StorageError."""
        self._derived.remember(name, text)

    def add(
        self,
        batch: Iterable[tuple[Article, Iterable[Claim]]],
        topics: Callable[[Claim], Collection[str]] = no_topics,
    ) -> frozenset[str]:
        """The ids added, all in one write, after a backup. An article that was there is replaced with its claims.

        `topics` tells under which topics a claim is found. Raises StorageError when nothing was added, ValueError
        for an article whose id is not the first 16 digits of its text's SHA-256 or a claim of another article.
        """
        self.back_up()
        return self._derived.add(batch, topics)

    def remove(self, article_id: str) -> bool:
        """Whether there was such an article; it is gone with its claims and text. The user's own stays."""
        return self._derived.remove(article_id)

    # --- the user's own ---------------------------------------------------------------------------------------------

    def notes(self) -> tuple[Note, ...]:
        """All notes, in the order in which they were first saved."""
        return self._notes.all()

    def save_note(self, *notes: Note) -> None:
        """The notes are on the disk in one write, in place of those with their ids."""
        self._notes.save(*map(well_formed, notes))
        self._back_up_when_due()

    def delete_note(self, *note_ids: str) -> bool:
        """Whether there was any of these notes; they are gone, in one write."""
        return self._notes.delete(*note_ids)

    def verdicts(self) -> tuple[Verdict, ...]:
        """All verdicts, in the order in which they were first saved."""
        return self._verdicts.all()

    def save_verdict(self, *verdicts: Verdict) -> None:
        """The verdicts are on the disk in one write, in place of those with their ids."""
        self._verdicts.save(*verdicts)
        self._back_up_when_due()

    def delete_verdict(self, *verdict_ids: str) -> bool:
        """Whether there was any of these verdicts; they are gone, in one write."""
        return self._verdicts.delete(*verdict_ids)

    def corrections(self) -> dict[str, Correction]:
        """All corrections by the article's id."""
        return {correction.id: correction for correction in self._corrections.all()}

    def save_correction(self, *corrections: Correction) -> None:
        """The corrections are on the disk in one write, in place of those of their articles."""
        self._corrections.save(*corrections)
        self._back_up_when_due()

    def delete_correction(self, *article_ids: str) -> bool:
        """Whether any of the articles had a correction; they are gone, in one write."""
        return self._corrections.delete(*article_ids)

    def close(self) -> str:
        """Everything is backed up and folded into the snapshots where that is due; others may write.

        The seal of what was left there.
        """
        if not self.read_only:
            # What was saved is safe without a backup; there is no one left to tell.
            with suppress(StorageError):
                self.back_up()
        self._user.close()
        self._derived_file.close()
        seal = self.seal
        if self._right.lock is not None:
            self._right.lock.release()
        return seal

    def back_up(self) -> None:
        """There is a backup of the present state. Raises StorageError."""
        self._user.backup()
        self._derived_file.backup()
        self._backup_due = self._clock() + _BACKUP_EVERY

    def _back_up_when_due(self) -> None:
        if self._clock() < self._backup_due:
            return
        self._backup_due = self._clock() + _BACKUP_EVERY
        try:
            self._user.backup()
        except StorageError as error:
            # The note itself is saved; that its backup is not, stands among the problems.
            self._problems = (*self._problems, error.problem)


def _storage_of(database: Database) -> JournalStorage:
    storage = database.storage
    assert isinstance(storage, JournalStorage)
    return storage


def _table(database: Database, name: str) -> JournalTable:
    table = database.table(name)
    assert isinstance(table, JournalTable)
    return table
