"""What commands do to the store and the index of the search: each deed gives the change; a StorageError passes on."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.corrections import says_nothing
from models.library import own
from models.library.dating import REDATING, left, noted, seen_from_their_dates
from models.records import Change, Correction
from models.store import StorageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from models.catalog import Catalog
    from models.library.finder import Finder
    from models.library.merging import Plan
    from models.pipeline import Settings
    from models.records import Article, Claim, Note, Step, Verdict
    from models.store import Store

BUILTIN = "built-in articles"
READING = "reading"
"""What of a claim a verdict is about that bears another reading of it."""


class Changes:
    """The deeds on one store. The index is told first what is to come."""

    def __init__(self, store: Store, finder: Finder, catalog: Catalog, folder: Path, resources: Path) -> None:
        self._store = store
        self._finder = finder
        self._catalog = catalog
        self._folder = folder
        self._resources = resources

    def add(self, new: Sequence[tuple[Article, Sequence[Claim]]], *, anew: bool = False) -> Change:
        """Store articles with their claims; those that the user dated are read by that date, as are all `anew`."""
        if not new:
            return Change()
        from models.statements import topics  # the first frame does not wait for it

        new = seen_from_their_dates(new, self._store.corrections(), self.settings, anew=anew)
        # Before they are there: who searches meanwhile, in another thread, must not take the index for complete.
        self._finder.touched("article", [article.id for article, _ in new])
        ids = self._store.add(new, lambda claim: topics(claim, self._catalog))
        return Change(articles=ids, statements=True)

    def correct(self, correction: Correction) -> Change:
        """Keep a correction, and read the article anew where its date is another one."""
        before, anew = self._correction(correction.id), []
        if before.published != correction.published:
            with suppress(KeyError):  # an article that is not here may be corrected, too
                anew.append((self._store.article(correction.id), ()))
        with noted(self._store, [article.id for article, _ in anew]):
            self._put_correction(replace(correction, changed=now()))
            self._finder.touched("article", (correction.id,))
            try:
                self.add(anew, anew=True)
            except StorageError:
                with suppress(StorageError):
                    self._put_correction(before)
                raise
        return Change(articles=frozenset((correction.id,)), statements=True)

    def finish_redating(self) -> None:
        """Read anew what a sudden end kept from being so after its date was corrected."""
        with suppress(StorageError):
            if articles := left(self._store):
                self.add(articles, anew=True)
                self._store.remember(REDATING, "")

    def _correction(self, article_id: str) -> Correction:
        return self._store.corrections().get(article_id) or Correction(article_id)

    def _put_correction(self, correction: Correction) -> None:
        if says_nothing(correction):
            self._store.delete_correction(correction.id)
        else:
            self._store.save_correction(correction)

    def take_in(self, plan: Plan) -> Change:
        """Add what a merge brings, after a backup."""
        from models.library import merging

        adds = plan.adds
        self._store.back_up()
        dated = {found.id for found in adds.corrections if found.published != self._correction(found.id).published}
        redated = [(self._store.article(one.id), ()) for one in self._store.bibliographies() if one.id in dated]
        new = [*((held.article, held.claims) for held in adds.articles), *redated]
        with noted(self._store, [article.id for article, _ in redated]):
            change = merging.carry_out(adds, self._store, self._folder, lambda: self.add(new))
        notes, verdicts = (frozenset(found.id for found in group) for group in (adds.notes, adds.verdicts))
        self._finder.touched("note", notes)
        self._retold(adds.verdicts)
        self._finder.touched("article", (found.id for found in adds.corrections))
        articles = change.articles | {found.id for found in adds.corrections}
        return Change(articles, bool(articles or verdicts), notes, verdicts)

    def add_builtin(self, steps: Sequence[Step]) -> Change:
        """Add what is new; once all of it was read, remove what this release no longer has and remember the set."""
        held = {article.id: article.builtin for article in self._store.bibliographies()}
        brought = {step.article.id for step in steps if step.article}
        users = {article for article, builtin in held.items() if not builtin}
        new = [(step.article, step.claims) for step in steps if step.article and step.article.id not in users]
        change = self.add([(article, claims) for article, claims in new if article is not None])
        if not steps or steps[-1].done < steps[-1].total or any(step.problem for step in steps):
            return change
        gone = [article for article, builtin in held.items() if builtin and article not in brought]
        removed = self.remove(gone)
        self._store.remember(BUILTIN, own.stamp(self._resources, self._folder))
        return Change(articles=change.articles | removed.articles, statements=True)

    def remove(self, article_ids: Iterable[str]) -> Change:
        """Take out those of the articles that are there."""
        gone = frozenset(article for article in article_ids if self._store.remove(article))
        self._finder.touched("article", gone)
        return Change(articles=gone, statements=bool(gone))

    def put_note(self, note: Note) -> Change:
        """Save a note just as it is."""
        self._store.save_note(note)
        self._finder.touched("note", (note.id,))
        return Change(notes=frozenset((note.id,)))

    def take_notes(self, notes: Sequence[Note]) -> Change:
        """Save notes just as they are in one write, after a backup of what they take the place of."""
        self._store.back_up()
        self._store.save_note(*notes)
        ids = frozenset(note.id for note in notes)
        self._finder.touched("note", ids)
        return Change(notes=ids)

    def take_back_notes(self, before: Sequence[Note], new: Iterable[str]) -> Change:
        """Save notes as they were, and delete those that are new."""
        gone = frozenset(new)
        if before:
            self._store.save_note(*before)
        if gone:
            self._store.delete_note(*gone)
        ids = gone.union(note.id for note in before)
        self._finder.touched("note", ids)
        return Change(notes=ids)

    def delete_note(self, note_id: str) -> Change:
        """Delete a note, if it is there."""
        if not self._store.delete_note(note_id):
            return Change()
        self._finder.touched("note", (note_id,))
        return Change(notes=frozenset((note_id,)))

    def judge(self, *verdicts: Verdict, keep: bool) -> Change:
        """Keep the verdicts, or take them back."""
        self._retold(verdicts)
        for verdict in verdicts:
            if keep:
                self._store.save_verdict(verdict)
            else:
                self._store.delete_verdict(verdict.id)
        return Change(statements=True, verdicts=frozenset(verdict.id for verdict in verdicts))

    def _retold(self, verdicts: Iterable[Verdict]) -> None:
        """Articles are indexed anew whose claims are told otherwise."""
        known = self._store.claims_named([verdict.target for verdict in verdicts if verdict.about[1] == READING])
        self._finder.touched("article", {claim.evidence.article for claim in known})

    def settings(self) -> Settings:
        """How articles are read: with the user's own rules and names, as of now."""
        from models.pipeline import Settings

        rules = own.rules_folders(self._resources, self._folder)
        names = self._catalog
        return Settings(catalog_folders=names.folders, rules_folders=rules, added=now(), cache=names.cache)


def now() -> str:
    """The time in UTC, as articles and decisions keep it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
