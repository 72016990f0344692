"""The library: what the window, the command line and the briefs ask and tell."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self
from uuid import uuid4

from msgspec.structs import replace

from models import catalog as catalogs
from models.corrections import says_nothing
from models.library import own
from models.library.dating import REDATING, left, noted, seen_from_their_dates
from models.library.prepared import Prepared
from models.library.queries import Queries
from models.library.rest import at_rest
from models.library.view import Aside
from models.records import Change, Correction, Decision, Note, Problem, Rank, Step, Verdict
from models.store import StorageError, Store, is_free

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from models.catalog import Catalog
    from models.library.contents import Contents
    from models.library.merging import Merged, Plan
    from models.pipeline import Settings
    from models.records import Article, Claim

BUILTIN = "built-in articles"


class Library(Queries):
    """The articles, claims, notes and verdicts in one folder, with the catalog that names things.

    A command that cannot be carried out returns the Problem that says why, and has changed nothing.
    """

    _prepared: Prepared | None = None

    @classmethod
    def open(
        cls,
        folder: Path,
        catalog: Catalog | None = None,
        resources: Path = catalogs.RESOURCES,
        *,
        to_write: bool = True,
    ) -> Self:
        """The library in `folder`, made when absent, with the user's own names in it on top of ours.

        `read_only`, `problem` and `own_problems` tell what is not as it should be. Not opened `to_write`, nothing is
        made or touched on the disk, and the library may be open elsewhere.
        """
        with at_rest():
            store = Store.open(folder, to_write=to_write)
        catalog = own.with_own(catalog or catalogs.load(resources / "catalog"), folder)
        library = cls(folder, store, catalog, resources)
        if not store.read_only:
            library._finish_redating()
        if catalog.cache and not store.read_only:
            words = (resources / "phrases", resources / "grammar")
            library._recall(Prepared(catalog.cache, (*catalog.folders, *words)))
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
        yield from read_paths(paths, self._settings(), known)

    def needs_builtin(self) -> bool:
        """True when the built-in articles were never loaded, or this release brought other ones or reads otherwise."""
        return self._store.remembered(BUILTIN) != own.stamp(self._resources, self.folder)

    def read_builtin(self) -> Iterator[Step]:
        """The steps of reading the built-in articles, done beforehand unless the user reads with rules and names of
        their own. Hand them to `add_builtin`."""
        from models.library import builtin

        steps = None if self.has_own else builtin.shipped(self._resources, _now())
        if steps is None:
            from models.pipeline import read_builtin

            yield from read_builtin(self._resources / "articles", self._settings())
        else:
            yield from steps

    # --- commands -----------------------------------------------------------------------------------------------------

    def add(self, steps: Iterable[Step]) -> Change | Problem:
        """Store what the finished steps gave, in one bulk write."""
        new = [(step.article, step.claims) for step in steps if step.article and not step.duplicate]
        return self._do(lambda: self._add(new))

    def add_builtin(self, steps: Iterable[Step]) -> Change | Problem:
        """Store the built-in articles in place of those of an earlier release; articles of the user's own stay so."""
        walked = tuple(steps)
        return self._do(lambda: self._add_builtin(walked))

    def add_aside(self, steps: Iterable[Step], *, builtin: bool = False) -> Aside | Problem:
        """Like `add` or `add_builtin`, for another thread: nothing else is shown until `show`.

        Pages that were last asked for are made anew here, so that nobody waits for them then.
        """
        return self._aside(lambda beside: beside.add_builtin(steps) if builtin else beside.add(steps))

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

    def _aside(self, command: Callable[[Library], Change | Problem]) -> Aside | Problem:
        beside = Library(self.folder, self._store, self.catalog, self._resources, self._finder)
        with at_rest():
            change = command(beside)
            if isinstance(change, Problem):
                return change
            stamp = self._store.stamp
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
        return self._do(lambda: self._remove((article_id,)))

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
        return self._do(lambda: self._delete_note(note_id))

    def restore_note(self, note: Note) -> Change | Problem:
        """Save a note just as it is."""
        return self._do(lambda: self._put_note(note))

    def decide(self, claim_id: str, decision: Decision | None) -> Change | Problem:
        """Accept or reject a claim, or take the decision back."""
        verdict = Verdict(f"decision {claim_id}", claim_id, decision, changed=_now())
        return self._do(lambda: self._judge(verdict, keep=decision is not None))

    def rank(self, statement_id: str, variant_index: int, rank: Rank) -> Change | Problem:
        """Prefer or deprecate one value of a statement. Raises KeyError or IndexError for one that is not there.

        The verdict is on the claims that give the value, so that it holds when statements are grouped anew.
        """
        statement = self.statement(statement_id)
        claims = statement.variants[variant_index].claims
        moment = _now()
        verdicts = [Verdict(f"rank {claim.id}", claim.id, rank=rank, changed=moment) for claim in claims]
        return self._do(lambda: self._judge(*verdicts, keep=rank is not Rank.NORMAL))

    def correct(self, correction: Correction) -> Change | Problem:
        """Keep what the user says of an article, in place of what was said before; all as found, where it says nothing.

        Where its date is another one than before, the article is read anew by it.
        """
        return self._do(lambda: self._correct(correction))

    def correct_aside(self, correction: Correction) -> Aside | Problem:
        """Like `correct`, for another thread: nothing else is shown until `show`."""
        return self._aside(lambda beside: beside.correct(correction))

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
        plan = merging.plan(theirs, self._store, self.folder)
        change = self._do(lambda: self._take_in(plan))
        return change if isinstance(change, Problem) else merging.Merged(plan, change)

    # --- inside -------------------------------------------------------------------------------------------------------

    def _do(self, command: Callable[[], Change]) -> Change | Problem:
        """Carry out a command; what was worked out before is forgotten as far as it is touched."""
        self._finder.before_change()
        try:
            change = command()
        except StorageError as error:
            return error.problem
        self._view.forget(change)
        return change

    def _add(self, new: Sequence[tuple[Article, Sequence[Claim]]], *, anew: bool = False) -> Change:
        if not new:
            return Change()
        from models.statements import topics  # the first frame does not wait for it

        new = seen_from_their_dates(new, self._store.corrections(), self._settings, anew=anew)
        # Before they are there: who searches meanwhile, in another thread, must not take the index for complete.
        self._finder.touched("article", [article.id for article, _ in new])
        ids = self._store.add(new, lambda claim: topics(claim, self.catalog))
        return Change(articles=ids, statements=True)

    def _correct(self, correction: Correction) -> Change:
        before, anew = self.correction(correction.id), []
        if before.published != correction.published:
            with suppress(KeyError):  # an article that is not here may be corrected, too
                anew.append((self._store.article(correction.id), ()))
        with noted(self._store, [article.id for article, _ in anew]):
            self._put_correction(replace(correction, changed=_now()))
            self._finder.touched("article", (correction.id,))
            try:
                self._add(anew, anew=True)
            except StorageError:
                with suppress(StorageError):
                    self._put_correction(before)
                raise
        return Change(articles=frozenset((correction.id,)), statements=True)

    def _finish_redating(self) -> None:
        """Read anew what a sudden end kept from being so after its date was corrected."""
        with suppress(StorageError):
            if articles := left(self._store):
                self._add(articles, anew=True)
                self._store.remember(REDATING, "")

    def _put_correction(self, correction: Correction) -> None:
        if says_nothing(correction):
            self._store.delete_correction(correction.id)
        else:
            self._store.save_correction(correction)

    def _take_in(self, plan: Plan) -> Change:
        from models.library import merging

        adds = plan.adds
        self._store.back_up()
        dated = {found.id for found in adds.corrections if found.published != self.correction(found.id).published}
        redated = [(self._store.article(one.id), ()) for one in self._store.bibliographies() if one.id in dated]
        new = [*((held.article, held.claims) for held in adds.articles), *redated]
        with noted(self._store, [article.id for article, _ in redated]):
            change = merging.carry_out(adds, self._store, self.folder, lambda: self._add(new))
        notes, verdicts = (frozenset(found.id for found in group) for group in (adds.notes, adds.verdicts))
        self._finder.touched("note", notes)
        self._finder.touched("article", (found.id for found in adds.corrections))
        articles = change.articles | {found.id for found in adds.corrections}
        return Change(articles, bool(articles or verdicts), notes, verdicts)

    def _add_builtin(self, steps: Sequence[Step]) -> Change:
        """Add what is new; once all of it was read, remove what this release no longer has and remember the set."""
        held = {article.id: article.builtin for article in self._store.bibliographies()}
        brought = {step.article.id for step in steps if step.article}
        users = {article for article, builtin in held.items() if not builtin}
        new = [(step.article, step.claims) for step in steps if step.article and step.article.id not in users]
        change = self._add([(article, claims) for article, claims in new if article is not None])
        if not steps or steps[-1].done < steps[-1].total or any(step.problem for step in steps):
            return change
        gone = [article for article, builtin in held.items() if builtin and article not in brought]
        removed = self._remove(gone)
        self._store.remember(BUILTIN, own.stamp(self._resources, self.folder))
        return Change(articles=change.articles | removed.articles, statements=True)

    def _remove(self, article_ids: Iterable[str]) -> Change:
        gone = frozenset(article for article in article_ids if self._store.remove(article))
        self._finder.touched("article", gone)
        return Change(articles=gone, statements=bool(gone))

    def _put_note(self, note: Note) -> Change:
        self._store.save_note(note)
        self._finder.touched("note", (note.id,))
        return Change(notes=frozenset((note.id,)))

    def _delete_note(self, note_id: str) -> Change:
        if not self._store.delete_note(note_id):
            return Change()
        self._finder.touched("note", (note_id,))
        return Change(notes=frozenset((note_id,)))

    def _judge(self, *verdicts: Verdict, keep: bool) -> Change:
        for verdict in verdicts:
            if keep:
                self._store.save_verdict(verdict)
            else:
                self._store.delete_verdict(verdict.id)
        return Change(statements=True, verdicts=frozenset(verdict.id for verdict in verdicts))

    def _recall(self, prepared: Prepared) -> None:
        """Have the pages at hand that the window opens with, if nothing has changed since they were kept."""
        self._prepared = prepared
        opening = prepared.recall(self._store.seal)
        if opening is not None:
            code = opening.country.code
            self._view.page(("country", code), lambda: replace(opening.country, notes=self.notes(code)))
            self._view.page(("countries",), lambda: opening.countries)

    def _settings(self) -> Settings:
        from models.pipeline import Settings

        rules = own.rules_folders(self._resources, self.folder)
        names = self.catalog
        return Settings(catalog_folders=names.folders, rules_folders=rules, added=_now(), cache=names.cache)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
