"""What can be asked of a library: pages for the window, records, searches. Nothing here changes anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.library import own
from models.library.names import ACTOR
from models.library.paging import Pages
from models.library.report import CheckReport
from models.library.rest import at_rest
from models.pages.hits import Hit, statement_hits, text_hit
from models.records import Bibliography, Correction, Problem, Step
from models.store import StorageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from models.library.contents import Contents
    from models.records import PartialDate, Statement


class Queries(Pages):
    """A library's answers: its pages, its records, what is found in it."""

    def speaking(self, language: str, today: PartialDate = "") -> Queries:
        """The same library with its pages in another language, or in the words of a day (see models.phrases).

        The statements behind them are the same.
        """
        if (language, today) == (self._language, self._today):
            return self
        other = Queries(self.folder, self._store, self.catalog, self._resources, self._finder)
        other._language, other._today, other._view = language, today, self._view.told((language, today))
        return other

    @property
    def today(self) -> PartialDate:
        """The day in whose words pages are told; empty where none was given."""
        return self._today

    @property
    def read_only(self) -> bool:
        """Whether every command will be refused."""
        return self._store.read_only

    @property
    def problem(self) -> Problem | None:
        """Why the library is read-only, or what was set aside when it was opened."""
        return self._store.problem

    @property
    def occupied(self) -> bool:
        """Whether it is read-only because another Oxus had the library open: `take_over` may end that."""
        return self._store.occupied

    @property
    def empty(self) -> bool:
        """Whether there is no article in it."""
        return not self._store.counts()["articles"]

    @property
    def claims(self) -> int:
        """How many claims there are in it."""
        return self._store.counts()["claims"]

    def ahead(self, kinds: Iterable[str]) -> Queries:
        """The same library with the pages of these kinds made, for another thread: `take` has them here then."""
        other = Queries(self.folder, self._store, self.catalog, self._resources, self._finder)
        other._language, other._today, other._view = self._language, self._today, self._view.ahead()
        with at_rest():
            for kind in kinds:
                getattr(other, kind)()
        return other

    def take(self, ahead: Queries) -> None:
        """Have the pages at hand that were made ahead, as far as nothing has changed meanwhile."""
        self._view.take(ahead._view)

    # --- records ------------------------------------------------------------------------------------------------------

    def held(self, article_id: str) -> Step | None:
        """An article with its claims as they are stored, to be handed to `add` again; None when it cannot be had."""
        try:
            article = self._store.article(article_id)
        except (KeyError, StorageError):
            return None
        return Step(1, 1, article.bibliography.origin, article, self._store.claims(article_id))

    def found(self, article_id: str) -> Bibliography:
        """What was found of an article, without corrections. Raises KeyError for an unknown one."""
        return self._store.found(article_id)

    def correction(self, article_id: str) -> Correction:
        """What the user said of an article in place of what was found; without any, one that says nothing."""
        return self._store.corrections().get(article_id) or Correction(article_id)

    def statements(self) -> tuple[Statement, ...]:
        """Every statement, by id."""
        return self._knowledge.all()

    def statements_before(self, day: str, topic: str = "") -> tuple[Statement, ...]:
        """The statements (about a topic) as they were before a day (ISO), from what was there then.

        What the user's own articles say came when they were added, what built-in ones say when the first work that they
        cite for it came out.
        """
        return self._knowledge.before(day, topic)

    def bibliographies(self) -> tuple[Bibliography, ...]:
        """What is known about every article."""
        return tuple(self._knowledge.articles.values())

    def search(self, words: str, limit: int = 50, *, quickly: bool = False) -> tuple[Hit, ...]:
        """The statements, articles and notes that hold all the words, best first: as many of either.

        Where nothing holds all of them it is what holds most, marked as such. Asked to answer `quickly` it looks
        through what is indexed so far: `index` does the rest, in any thread.
        """
        self._finder.catch_up(quickly=quickly)
        claims, texts = self._finder.find(words, limit)
        told = self._knowledge.of_claims([claim.id for claim in claims], self._finder.families) if claims else {}
        articles = self._knowledge.articles
        found = statement_hits(claims, told, self._phrases, articles)
        return *found, *(text_hit(text, articles) for text in texts)

    def meant(self, words: str) -> str:
        """What may have been meant by the words of a search: those that stand nowhere as names of the catalog are
        spelled; empty where nothing else was."""
        return self._finder.meant(words)

    def index(self, *, quickly: bool = False) -> bool:
        """Whether all that is here can be found: it is made so, but not `quickly` where that takes long."""
        return self._finder.catch_up(quickly=quickly)

    def jump(self, words: str, limit: int = 20) -> tuple[Hit, ...]:
        """Countries, commodities, routes, actors, articles and notes that are called so, begin so or are nearly called
        so; of actors only those whom something is found on."""
        found = self._names.jump(words, 2 * limit)
        return tuple(hit for hit in found if hit.kind != ACTOR or self._finder.knows(hit.title))[:limit]

    def check(self) -> CheckReport:
        """The whole library verified: every file, every text, every claim's sentence, the user's rules and names."""
        counts = self._store.counts()
        return CheckReport(
            articles=counts["articles"],
            claims=counts["claims"],
            notes=counts["notes"],
            orphans=len(self._store.orphans()),
            problems=(*self._store.check(), *self.own_problems()),
        )

    def pack(self, path: Path, *, with_notes: bool) -> Contents | Problem:
        """What the .oxus file holds that is now at the path: all of the library, notes only when told."""
        from models.library import archive, contents

        held = contents.of_store(self._store, self.folder, with_notes=with_notes)
        return held if isinstance(held, Problem) else archive.write(held, path) or held

    @property
    def has_own(self) -> bool:
        """Whether the user has rules or names of their own here."""
        return any(own.has_files(self.folder / name) for name in (own.RULES, own.NAMES))

    def own_problems(self) -> tuple[Problem, ...]:
        """What is left out of the user's own rules and names, and why; may take a second, in any thread."""
        return own.problems(self.catalog, own.rules_folders(self._resources, self.folder), self.folder)
