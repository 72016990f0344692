"""Statements worked out from the store's claims, kept until claims or verdicts change.

A library can hold very many claims: what concerns one subject is grouped from the claims about it alone. The keys of
statements lie within their topics, so that this gives the same statements as grouping everything.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from models.catalog.naming import fold
from models.library.told import Told
from models.pages.evidence import works_cited
from models.records import Decision, Kind, Quote, RouteFact, Statement
from models.statements import family, group, topics

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from models.catalog import Catalog
    from models.records import Bibliography, Citation, Claim
    from models.store import Store

LARGE = 20_000
"""From so many claims on, lists count claims by topic instead of working out every statement first."""


class Knowledge:
    """The statements of a store."""

    def __init__(self, store: Store, catalog: Catalog) -> None:
        self._store = store
        self._catalog = catalog
        self._told = Told(store, catalog)
        self._all: tuple[Statement, ...] | None = None
        self._about: dict[str, tuple[Statement, ...]] = {}
        self._seen: dict[str, Statement] = {}
        self._of_claim: dict[str, Statement | None] = {}
        self._articles: dict[str, Bibliography] | None = None

    # --- articles -----------------------------------------------------------------------------------------------------

    @property
    def articles(self) -> Mapping[str, Bibliography]:
        """The bibliographies by article id."""
        if self._articles is None:
            self._articles = {article.id: article for article in self._store.bibliographies()}
        return self._articles

    def decisions(self) -> dict[str, Decision]:
        """The user's decisions by claim id."""
        return {verdict.target: verdict.decision for verdict in self._store.verdicts() if verdict.decision}

    # --- statements ---------------------------------------------------------------------------------------------------

    def all(self) -> tuple[Statement, ...]:
        """Every statement."""
        if self._all is None:
            self._all = self._group(self._told.claims())
        return self._all

    def before(self, day: str, topic: str = "") -> tuple[Statement, ...]:
        """The statements (about a topic) from the claims that were there before a day."""
        claims = tuple(self._told.about((topic,)) if topic else self._told.claims())
        articles = self.articles
        cited = cited_by_marks(claims, articles)
        there = [claim for claim in claims if came(articles[claim.evidence.article], cited.get(claim.id, ())) < day]
        return tuple(statement for statement in self._grouped(there) if not topic or topic in statement.topics)

    def about(self, topic: str) -> tuple[Statement, ...]:
        """The statements that touch a topic."""
        if self._all is not None:
            return tuple(statement for statement in self._all if topic in statement.topics)
        if topic not in self._about:
            found = self._group(self._told.about((topic,)))
            self._about[topic] = tuple(statement for statement in found if topic in statement.topics)
        return self._about[topic]

    def of_article(self, article_id: str) -> tuple[Statement, ...]:
        """The statements that an article has a part in."""
        own = self._told.claims(article_id)
        wanted = {family(claim, self._catalog) for claim in own}
        touched = {topic for claim in own for topic in topics(claim, self._catalog)}
        told = self._told.about(touched)
        found = self._group(claim for claim in told if family(claim, self._catalog) in wanted)
        ids = {claim.id for claim in own}
        return tuple(statement for statement in found if any(claim.id in ids for claim in statement.claims))

    def of_claims(
        self, claim_ids: Collection[str], families: Callable[[Iterable[str]], Collection[str]]
    ) -> Mapping[str, Statement]:
        """The statements that these claims have a part in, by claim id.

        `families` gives all claims that have a say in them, where not every statement has been worked out yet.
        """
        if unknown := [key for key in claim_ids if key not in self._of_claim]:
            found = self._group(self._told.named(families(unknown))) if self._all is None else self._all
            self._of_claim.update(dict.fromkeys(unknown))  # those that were rejected are in no statement
            self._of_claim.update((claim.id, statement) for statement in found for claim in statement.claims)
        told = ((key, self._of_claim[key]) for key in claim_ids)
        return {key: statement for key, statement in told if statement}

    def statement(self, statement_id: str) -> Statement | None:
        """The statement of an id, looked for first among those worked out already."""
        if statement_id not in self._seen:
            self.all()
        return self._seen.get(statement_id)

    def series(self, statement: Statement) -> tuple[Statement, ...]:
        """The statements of the series that a statement belongs to, itself among them."""
        if not statement.series:
            return (statement,)
        topic = min(statement.topics, key=lambda topic: (topic not in self._about, topic))
        return tuple(found for found in self.about(topic) if found.series == statement.series)

    def touched(self) -> frozenset[str]:
        """Every topic that some statement touches; in a large library those of rejected claims, too."""
        kept = Decision.REJECTED not in self.decisions().values()
        if self._all is None and (kept or self._store.counts()["claims"] > LARGE):
            return frozenset(self._told.by_topic())
        return frozenset(topic for statement in self.all() for topic in statement.topics)

    def counts(self) -> dict[str, int]:
        """Statements by topic."""
        return _tally(topic for statement in self.all() for topic in statement.topics)

    def routes(self) -> dict[str, int]:
        """Statements by route; in a large library claims by route, as far as the catalog knows it."""
        if self._all is None and self._store.counts()["claims"] > LARGE:
            counts = self._told.by_topic()
            return {route: counts[route] for route in self._catalog.routes if route in counts}
        facts = (statement.variants[0].content for statement in self.all() if statement.kind is Kind.ROUTE)
        named = {fact.route for fact in facts if isinstance(fact, RouteFact)}
        counts = self.counts()
        return {route: counts[route] for route in named}

    def _group(self, claims: Iterable[Claim]) -> tuple[Statement, ...]:
        found = self._grouped(claims)
        self._seen.update((statement.id, statement) for statement in found)
        return found

    def _grouped(self, claims: Iterable[Claim]) -> tuple[Statement, ...]:
        told = tuple(claims)
        marked = cited_by_marks(told, self.articles)
        published = self._published | newest(marked)
        cited = works(marked, self._titles)
        known = self._houses | houses(marked, cited)
        verdicts = self._store.verdicts()
        return group(told, self._catalog, verdicts, published, self._origins, cited, known, self._apart)

    @cached_property
    def _published(self) -> dict[str, str]:
        return {article.id: article.published for article in self.articles.values() if article.published}

    @cached_property
    def _houses(self) -> dict[str, tuple[str, str]]:
        known = self.articles.values()
        return {article.id: _house(article.publisher, article.published) for article in known if article.publisher}

    @cached_property
    def _apart(self) -> dict[str, tuple[str, ...]]:
        """Who is quoted by each article that says that they do not agree; what the user rejected is not counted."""
        decided, found = self.decisions(), dict[str, tuple[str, ...]]()
        for article in (article.id for article in self.articles.values() if article.apart):
            told = (claim for claim in self._told.claims(article) if decided.get(claim.id) is not Decision.REJECTED)
            found[article] = tuple({c.content.speaker: "" for c in told if isinstance(c.content, Quote)})
        return found

    @cached_property
    def _titles(self) -> dict[str, str]:
        return titles(self.articles.values())

    @cached_property
    def _origins(self) -> dict[str, str]:
        return origins(self.articles.values(), self._store.origins())


def came(article: Bibliography, cited: Iterable[Citation]) -> str:
    """The day (ISO) since when the library could say what an article does: when the user added it, or of what comes
    with Oxus when the first of the works that are `cited` for it came out; empty, before any day, where none is dated.
    """
    if not article.builtin:
        return article.added[:10]
    works = tuple(cited)
    return min(filter(None, (work.date for work in works)), default="" if works else article.published or "")


def cited_by_marks(claims: Iterable[Claim], articles: Mapping[str, Bibliography]) -> dict[str, tuple[Citation, ...]]:
    """What the sentences of the claims cite by marks, by claim id."""
    marked = {article.id for article in articles.values() if any(work.at for work in article.cites)}
    found: dict[str, tuple[Citation, ...]] = {}
    for claim in claims:
        if claim.evidence.article in marked:
            article = articles[claim.evidence.article]
            cited_here = works_cited(claim, article)
            if cited_here is not article.cites:
                found[claim.id] = cited_here
    return found


def titles(articles: Iterable[Bibliography]) -> dict[str, str]:
    """Folded title -> id of the articles that are no digests."""
    return {fold(article.title): article.id for article in articles if not article.cites}


def works(cited: Mapping[str, tuple[Citation, ...]], by_title: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The names of the works cited, by claim id; a work of the library goes by its id there, found by its title."""
    return {
        claim: tuple(by_title.get(fold(work.title)) or _called(work) for work in found)
        for claim, found in cited.items()
    }


def houses(
    cited: Mapping[str, tuple[Citation, ...]], named: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, str]]:
    """Publisher and year of the works cited, by the names that they are `named` for the claims."""
    pairs = ((name, work) for claim, found in cited.items() for name, work in zip(named[claim], found, strict=True))
    return {name: _house(work.publisher, work.date) for name, work in pairs if work.publisher}


def _house(publisher: str | None, date: str | None) -> tuple[str, str]:
    return publisher or "", (date or "")[:4]


def newest(cited: Mapping[str, tuple[Citation, ...]]) -> dict[str, str]:
    """When the newest of the works cited came out, by claim id. Where none tells its date it is the newest time that
    any is of, and empty where that is not known either.
    """
    return {
        claim: max(work.date or "" for work in found) or max(work.as_of or "" for work in found)
        for claim, found in cited.items()
    }


def _called(work: Citation) -> str:
    """What tells a work from others: its address, or else all that is known of it."""
    return work.url or f"{work.publisher} {work.title} {work.date or ''}"


def origins(articles: Iterable[Bibliography], copies: Mapping[str, str]) -> dict[str, str]:
    """The article that counts for another one: for near-copies the one that `copies` names by article id, for a
    digest the first of its sources that is in the library."""
    known = tuple(articles)
    by_title = titles(known)
    found = dict(copies)
    for article in known:
        cited = (by_title.get(fold(source.title), "") for source in article.cites)
        if source := next(filter(None, cited), ""):
            found[copies.get(article.id, article.id)] = copies.get(source, source)
    return {article: found.get(origin, origin) for article, origin in found.items()}


def _tally(words: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for word in words:
        found[word] = found.get(word, 0) + 1
    return found
