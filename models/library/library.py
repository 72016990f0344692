"""The library: what the window, the command line and the briefs ask and tell."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self
from uuid import uuid4

from msgspec.structs import replace

from models import catalog as catalogs
from models.library import own
from models.library.changing import BUILTIN, Changes, now
from models.library.prepared import Prepared
from models.library.queries import Queries
from models.library.rest import at_rest
from models.library.told import Told
from models.library.view import Aside
from models.records import Change, Correction, Decision, Note, Problem, Rank, Reading, Step, Variant, Verdict
from models.store import StorageError, Store, is_free

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from models.amending import Forms
    from models.catalog import Catalog
    from models.library.builtin import Shipped
    from models.library.contents import Contents
    from models.library.merging import Merged
    from models.library.prepared import Opening
    from models.records import Claim, PartialDate


class Library(Queries):
    """The articles, claims, notes and verdicts in one folder, with the catalog that names things.

    A command that cannot be carried out returns the Problem that says why, and has changed nothing.
    """

    _prepared: Prepared | None = None
    _shipped: Shipped | None = None

    @classmethod
    def open(
        cls,
        folder: Path,
        catalog: Catalog | None = None,
        resources: Path = catalogs.RESOURCES,
        *,
        to_write: bool = True,
        today: PartialDate = "",
    ) -> Self:
        """The library in `folder`, made when absent, with the user's own names in it on top of ours.

        Pages are told in the words of the day (ISO), where one is given: what was planned for an earlier one
        is over.

        `read_only`, `problem` and `own_problems` tell what is not as it should be. Not opened `to_write`, nothing is
        made or touched on the disk, and the library may be open elsewhere.
        """
        with at_rest():
            store = Store.open(folder, to_write=to_write)
        catalog = own.with_own(catalog or catalogs.load(resources / "catalog"), folder)
        library = cls(folder, store, catalog, resources)
        library._today = today
        if not store.read_only:
            library._changes.finish_redating()
        if catalog.cache and not store.read_only:
            words = (resources / "phrases", resources / "grammar")
            library._recall(Prepared(catalog.cache, (*catalog.folders, *words), today))
        return library

    def close(self) -> None:
        """Everything is on the disk, and the folder is free for others."""
        last = self._view.last("country")
        opening = (self.countries(), self.country(last[1])) if self._prepared and last else None
        self._finder.close()
        seal = self._store.close()
        if self._prepared and opening:
            self._prepared.remember(seal, *opening)

    def take_over(self) -> Change | None:
        """The library can be changed here, now that the other Oxus that had it open is gone; None until then.

        The change tells all that is there: the other one may have altered anything.
        """
        if not (self._store.occupied and is_free(self.folder)):
            return None
        with at_rest():
            store = Store.open(self.folder)
        if store.read_only:  # someone else was faster
            store.close()
            return None
        self._finder.close()
        self._store.close()
        self._begin(store)
        articles = frozenset(known.id for known in store.bibliographies())
        return Change(articles, statements=True, notes=frozenset(note.id for note in store.notes()))

    # --- long work: steps to be walked, then handed to a command ----------------------

    def read(self, paths: Iterable[Path]) -> Iterator[Step]:
        """The steps of reading files and folders; stores nothing. Hand the finished ones to `add`."""
        from models.pipeline import read_paths

        known = [article.id for article in self._store.bibliographies()]
        yield from read_paths(paths, self._changes.settings(), known)

    def needs_builtin(self) -> bool:
        """True when the built-in articles were never loaded, or this release brought other ones or reads otherwise."""
        return self._store.remembered(BUILTIN) != own.stamp(self._resources, self.folder)

    def read_builtin(self) -> Iterator[Step]:
        """The steps of reading the built-in articles, done beforehand unless the user reads with rules and names of
        their own. Hand them to `add_builtin`."""
        from models.library import builtin

        found = None if self.has_own else builtin.shipped(self._resources, now())
        self._shipped = found
        if found is None:
            from models.pipeline import read_builtin

            yield from read_builtin(self._resources / "articles", self._changes.settings())
        else:
            yield from found.steps

    # --- commands -----------------------------------------------------------------------------------------------------

    def add(self, steps: Iterable[Step]) -> Change | Problem:
        """Store what the finished steps gave, in one bulk write."""
        new = [(step.article, step.claims) for step in steps if step.article and not step.duplicate]
        return self._do(lambda: self._changes.add(new))

    def add_builtin(self, steps: Iterable[Step]) -> Change | Problem:
        """Store the built-in articles in place of those of an earlier release; articles of the user's own stay so."""
        walked = tuple(steps)
        return self._do(lambda: self._changes.add_builtin(walked))

    def add_aside(self, steps: Iterable[Step], *, builtin: bool = False) -> Aside | Problem:
        """Like `add` or `add_builtin`, for another thread: nothing else is shown until `show`.

        Pages that were last asked for are made anew here, so that nobody waits for them then.
        """
        walked = tuple(steps)
        if not builtin:
            return self._aside(lambda beside: beside.add(walked))
        told = self._shipped if self._shipped and self.empty and len(walked) == len(self._shipped.steps) else None
        return self._aside(lambda beside: beside.add_builtin(walked), told)

    def merge_aside(self, path: Path) -> tuple[Aside, Merged] | Problem:
        """Like `merge`, for another thread: nothing else is shown until `show`."""
        found: list[Merged] = []

        def merge(beside: Library) -> Change | Problem:
            merged = beside.merge(path)
            if isinstance(merged, Problem):
                return merged
            found.append(merged)
            return merged.change

        aside = self._aside(merge)
        return aside if isinstance(aside, Problem) else (aside, found[0])

    def _aside(self, command: Callable[[Library], Change | Problem], told: Shipped | None = None) -> Aside | Problem:
        """Carry a command out in another view of the library. Where that then holds just what ships, so do its pages,
        if they are `told`."""
        beside = Library(self.folder, self._store, self.catalog, self._resources, self._finder)
        beside._today = self._today
        with at_rest():
            change = command(beside)
            if isinstance(change, Problem):
                return change
            stamp = self._store.stamp
            if told and told.holds_on(self._today) and not self._store.holds_own:
                beside._have(told.opening)
            for kind, *arguments in self._view.latest() if change.articles else ():
                with suppress(KeyError):  # a statement that is no more
                    getattr(beside, kind)(*arguments)
        return beside.as_aside(change, stamp)

    def as_aside(self, change: Change, stamp: str) -> Aside:
        """What is to be seen here after a change."""
        return Aside(change, self._view, stamp)

    def show(self, aside: Aside) -> Change:
        """From now on pages tell what was added aside, and what else was changed meanwhile."""
        if aside.stamp == self._store.stamp:
            self._view = aside.view
        else:
            self._view.forget(aside.change)
        return aside.change

    def remove_article(self, article_id: str) -> Change | Problem:
        """Take an article and its claims out of the library; notes and verdicts stay."""
        return self._do(lambda: self._changes.remove((article_id,)))

    def save_note(
        self, subject: str, text: str, note_id: str | None = None, now: datetime | None = None
    ) -> tuple[Note, Change] | Problem:
        """Save a new note, or another text for the note of an id."""
        moment = (now or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")
        old = next((note for note in self._store.notes() if note.id == note_id), None)
        created = old.created if old else moment
        note = Note(note_id or uuid4().hex, subject, text, created, moment)
        change = self.restore_note(note)
        return change if isinstance(change, Problem) else (note, change)

    def delete_note(self, note_id: str) -> Change | Problem:
        """Delete a note; `restore_note` brings it back."""
        return self._do(lambda: self._changes.delete_note(note_id))

    def restore_note(self, note: Note) -> Change | Problem:
        """Save a note just as it is."""
        return self._do(lambda: self._changes.put_note(note))

    def take_notes(self, notes: Sequence[Note]) -> Change | Problem:
        """Save notes just as they are, after a backup: all or, where the disk refuses, none."""
        return self._do(lambda: self._changes.take_notes(notes)) if notes else Change()

    def take_back_notes(self, before: Sequence[Note], new: Iterable[str]) -> Change | Problem:
        """Save notes as they were `before` others took their place, and delete those of the ids that were `new`."""
        return self._do(lambda: self._changes.take_back_notes(before, new))

    def decide(self, claim_id: str, decision: Decision | None) -> Change | Problem:
        """Accept or reject a claim, or take the decision back."""
        verdict = Verdict(f"decision {claim_id}", claim_id, decision, changed=now())
        return self._do(lambda: self._changes.judge(verdict, keep=decision is not None))

    def rank(self, statement_id: str, variant_index: int, rank: Rank) -> Change | Problem:
        """Prefer or deprecate one value of a statement. Raises KeyError or IndexError for one that is not there.

        The verdict is on the claims that give the value, so that it holds when statements are grouped anew.
        """
        statement = self.statement(statement_id)
        claims = statement.variants[variant_index].claims
        moment = now()
        verdicts = [Verdict(f"rank {claim.id}", claim.id, rank=rank, changed=moment) for claim in claims]
        return self._do(lambda: self._changes.judge(*verdicts, keep=rank is not Rank.NORMAL))

    def correct_claim(self, claim_id: str, reading: Reading | None) -> Change | Problem:
        """Keep what the user says of a claim in place of what was read; None, or just what was read, takes it back.

        Raises KeyError for a claim that is not there.
        """
        before = self.claim(claim_id)
        said = None if reading == before.as_read.reading else reading
        verdict = Verdict(f"reading {claim_id}", claim_id, changed=now(), amended=said or before.reading)
        return self._do(lambda: self._changes.judge(verdict, keep=said is not None))

    def correct(self, correction: Correction) -> Change | Problem:
        """Keep what the user says of an article, in place of what was said before; all as found, where it says nothing.

        Where its date is another one than before, the article is read anew by it.
        """
        return self._do(lambda: self._changes.correct(correction))

    def correct_aside(self, correction: Correction) -> Aside | Problem:
        """Like `correct`, for another thread: nothing else is shown until `show`."""
        return self._aside(lambda beside: beside.correct(correction))

    # --- claims, to be corrected --------------------------------------------------------------------------------------

    def claim(self, claim_id: str) -> Claim:
        """The claim of an id, as it is told. Raises KeyError for one that is not there."""
        found = next(iter(Told(self._store, self.catalog).named((claim_id,))), None)
        if found is None:
            raise KeyError(claim_id)
        return found

    def statement_of(self, claim: Claim) -> str:
        """The id of the statement that a claim has a part in; empty where it was rejected."""
        told = self._knowledge.of_article(claim.evidence.article)
        return next((each.id for each in told if any(one.id == claim.id for one in each.claims)), "")

    def in_words(self, claim: Claim) -> str:
        """What a claim says, and who says it: as its statement would tell it if it stood alone."""
        variant = Variant(claim.content, (claim,), 1)
        return self._phrases.told(variant, self._phrases.variant(variant))

    @property
    def forms(self) -> Forms:
        """What claims say field by field, to be corrected."""
        from models.amending import Forms  # seldom asked for

        return Forms(self.catalog, self._phrases)

    # --- handing over -------------------------------------------------------------------------------------------------

    def merge(self, path: Path) -> Merged | Problem:
        """Take in what another library holds, in an .oxus file or a folder; nothing where that is damaged."""
        from models.library.merging import source

        found = source(path, self.folder)
        return found if isinstance(found, Problem) else self.take_in(found)

    def take_in(self, theirs: Contents) -> Merged | Problem:
        """Add what is not here yet; what is here stays as it is. Where the disk refuses, nothing is added."""
        from models.library import merging

        if self.read_only:
            return self.problem or Problem(str(self.folder), "The library is read-only, so nothing was added.")
        try:
            plan = merging.plan(theirs, self._store, self.folder)
        except StorageError as error:
            return error.problem
        change = self._do(lambda: self._changes.take_in(plan))
        return change if isinstance(change, Problem) else merging.Merged(plan, change)

    # --- inside -------------------------------------------------------------------------------------------------------

    @property
    def _changes(self) -> Changes:
        return Changes(self._store, self._finder, self.catalog, self.folder, self._resources)

    def _do(self, command: Callable[[], Change]) -> Change | Problem:
        """Carry out a command; what was worked out before is forgotten as far as it is touched."""
        self._finder.before_change()
        try:
            change = command()
        except StorageError as error:
            return error.problem
        self._view.forget(change)
        return change

    def _recall(self, prepared: Prepared) -> None:
        """Have the pages at hand that the window opens with, if nothing has changed since they were kept."""
        self._prepared = prepared
        opening = prepared.recall(self._store.seal)
        if opening is not None:
            self._have(opening)

    def _have(self, opening: Opening) -> None:
        """Have these pages at hand."""
        code = opening.country.code
        self._view.page(("country", code), lambda: replace(opening.country, notes=self.notes(code)))
        self._view.page(("countries",), lambda: opening.countries)
