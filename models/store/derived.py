"""What was read from articles: derived.json holds bibliographies, layout and claims, texts/ the texts."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from models.records import Claim, Problem
from models.storage import StorageError
from models.store import rows
from models.store.indexes import DerivedIndex
from models.store.texts import Texts, digest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from models.copies import Copies
    from models.records import Article, Bibliography
    from models.storage import JournalStorage
    from models.storage.journal import Change
    from models.storage.snapshot import Row

_ARTICLES = "articles"
_CLAIMS = "claims"
_REMEMBERED = "remembered"


class Derived:
    """Articles and their claims. Claims stay rows until they are asked for."""

    def __init__(self, storage: JournalStorage, texts: Texts) -> None:
        self._storage = storage
        self._texts = texts
        self._made = DerivedIndex({}, {})
        self._copies: Copies | None = None

    # --- questions --------------------------------------------------------------------------------------------------

    def bibliographies(self) -> tuple[Bibliography, ...]:
        """Of every article, in the order in which they came."""
        return tuple(map(rows.to_bibliography, self._storage.rows(_ARTICLES).values()))

    def bibliography(self, article_id: str) -> Bibliography:
        """Of one article. Raises KeyError for an unknown one."""
        index = self._index()
        return rows.to_bibliography(index.articles[index.row_of_article[article_id]])

    def text(self, article_id: str) -> str:
        """The canonical text. Raises KeyError for an unknown article, StorageError when the file is gone or damaged."""
        index = self._index()
        digest_of: str = index.articles[index.row_of_article[article_id]]["digest"]
        return self._texts.read(digest_of)

    def article(self, article_id: str) -> Article:
        """The article as it was added. Raises as `text`."""
        index = self._index()
        return rows.to_article(index.articles[index.row_of_article[article_id]], self.text(article_id))

    def claims(self, article_id: str | None) -> tuple[Claim, ...]:
        """The claims of one article, or all."""
        index = self._index()
        keys = index.claims if article_id is None else index.claims_of_article.get(article_id, ())
        return tuple(rows.to_records((index.claims[key] for key in keys), Claim))

    def claims_about(self, topics: Iterable[str]) -> tuple[Claim, ...]:
        """The claims that touch any of the topics, each once, in the order in which they came."""
        index = self._index()
        keys = {key for topic in topics for key in index.claims_on_topic.get(topic, ())}
        return tuple(rows.to_records((index.claims[key] for key in sorted(keys, key=int)), Claim))

    def claims_named(self, ids: Collection[str]) -> tuple[Claim, ...]:
        """The claims of these ids, in the order in which they came; unknown ids are left out."""
        index = self._index()
        keys = [index.row_of_claim[key] for key in ids if key in index.row_of_claim]
        return tuple(rows.to_records((index.claims[key] for key in sorted(keys, key=int)), Claim))

    def counts(self) -> dict[str, int]:
        """How many articles and claims there are."""
        return {name: len(self._storage.rows(name)) for name in (_ARTICLES, _CLAIMS)}

    def claims_by_article(self) -> dict[str, int]:
        """How many claims each article gave."""
        return {article: len(keys) for article, keys in self._index().claims_of_article.items()}

    def claims_by_topic(self) -> dict[str, int]:
        """How many claims touch each topic."""
        return {topic: len(keys) for topic, keys in self._index().claims_on_topic.items()}

    def origins(self) -> dict[str, str]:
        """For each article that has near-copies: the id of the one that stands for all of them."""
        articles = self._storage.rows(_ARTICLES).values()
        return {row["bibliography"]["id"]: row["origin"] for row in articles if row.get("origin")}

    def remembered(self, name: str) -> str:
        """What was last remembered under the name; empty when nothing was."""
        rows_by_id = self._storage.rows(_REMEMBERED)
        return next((str(row["text"]) for row in rows_by_id.values() if row["name"] == name), "")

    # --- commands ---------------------------------------------------------------------------------------------------

    def add(
        self, batch: Iterable[tuple[Article, Iterable[Claim]]], topics: Callable[[Claim], Collection[str]]
    ) -> frozenset[str]:
        """The ids added, all in one write: an article that was there is replaced with its claims. StorageError: none.

        Raises ValueError for an article whose id is not its text's, or a claim that stands in another article.
        """
        wanted = {article.id: (article, tuple(claims)) for article, claims in batch}
        for article, claims in wanted.values():
            _check_belongs(article, claims)
        with self._storage.writing:
            self._storage.require_writable()
            try:
                self._storage.commit(self._changes_to_add(wanted, topics))
            except BaseException:
                self._copies = None  # it knows articles that are not here
                for key in wanted.keys() - self._index().row_of_article.keys():
                    self._texts.drop(digest(wanted[key][0].text))
                raise
        return frozenset(wanted)

    def remove(self, article_id: str) -> bool:
        """Whether there was such an article; it is gone with its claims and text. Raises StorageError."""
        with self._storage.writing:
            index = self._index()
            if article_id not in index.row_of_article:
                return False
            row = index.articles[index.row_of_article[article_id]]
            self._storage.commit(self._changes_to_remove(article_id))
            self._copies = None
            self._texts.drop(row["digest"])
            return True

    def remember(self, name: str, text: str) -> None:
        """The text is kept under the name, in place of what was there. Raises StorageError."""
        with self._storage.writing:
            here = self._storage.rows(_REMEMBERED)
            place = next((key for key, row in here.items() if row["name"] == name), None)
            free = str(max(map(int, here), default=0) + 1)
            self._storage.commit([(_REMEMBERED, place or free, {"name": name, "text": text})])

    def _changes_to_add(
        self, wanted: dict[str, tuple[Article, tuple[Claim, ...]]], topics: Callable[[Claim], Collection[str]]
    ) -> list[Change]:
        from models.copies import sketch  # only what comes in is compared

        index = self._index()
        free_article, free_claim = (
            count(max(map(int, table), default=0) + 1) for table in (index.articles, index.claims)
        )
        changes: list[Change] = []
        copies = self._known_copies()
        articles: dict[str, Row] = {}
        names = self._texts.write(article.text for article, _ in wanted.values())
        for name, (article, claims) in zip(names, wanted.values(), strict=True):
            # The row of an article that was there is written over, so that it keeps its place.
            changes += [(_CLAIMS, key, None) for key in index.claims_of_article.get(article.id, ())]
            place = index.row_of_article.get(article.id) or str(next(free_article))
            told = sketch(article)
            copies.add(article.id, told)
            articles[place] = rows.from_article(article, name, told.written())
            unique = {claim.id: claim for claim in claims}.values()
            changes += [(_CLAIMS, str(next(free_claim)), rows.from_claim(claim, topics(claim))) for claim in unique]
        return [*((_ARTICLES, place, row) for place, row in self._with_origins(articles, copies).items()), *changes]

    def _known_copies(self) -> Copies:
        """The near-copies among the articles that are here; worked out once, before the first article is added."""
        from models.copies import Copies, read

        if self._copies is None:
            self._copies = Copies()
            for row in self._storage.rows(_ARTICLES).values():
                self._copies.add(row["bibliography"]["id"], read(row.get("sketch", "")))
        return self._copies

    def _with_origins(self, articles: dict[str, Row], copies: Copies) -> dict[str, Row]:
        """The new rows, and those of other articles that became copies by them, each with its origin."""
        origins = copies.origins()
        held = {**self._storage.rows(_ARTICLES), **articles}
        wanted = {place: origins.get(row["bibliography"]["id"], "") for place, row in held.items()}
        return {
            place: {**held[place], "origin": origin} if origin else held[place]
            for place, origin in wanted.items()
            if place in articles or held[place].get("origin", "") != origin
        }

    def _changes_to_remove(self, article_id: str) -> list[Change]:
        index = self._index()
        place = index.row_of_article.get(article_id)
        if place is None:
            return []
        claims = index.claims_of_article.get(article_id, ())
        return [(_ARTICLES, place, None), *((_CLAIMS, key, None) for key in claims)]

    def _index(self) -> DerivedIndex:
        """The index of the present rows. A write puts other rows in their place, and so another index."""
        articles, claims, made = self._storage.rows(_ARTICLES), self._storage.rows(_CLAIMS), self._made
        if made.articles is not articles or made.claims is not claims:
            made = self._made = DerivedIndex(articles, claims)
        return made

    # --- checking ---------------------------------------------------------------------------------------------------

    def orphans(self) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
        """The ids of claims whose quote is not exactly at its place, and what is wrong with texts and claims."""
        index = self._index()
        lost: list[str] = []
        problems: list[Problem] = []
        for article_id in {**index.row_of_article, **index.claims_of_article}:
            text = ""
            try:
                text = self.text(article_id)
            except StorageError as error:
                problems.append(error.problem)
            except KeyError:
                problems.append(Problem(article_id, "There are claims of an article that is not in the library."))
            lost += [
                index.claims[key]["id"]
                for key in index.claims_of_article.get(article_id, ())
                if not _stands(index.claims[key], text)
            ]
        return tuple(lost), tuple(problems)


def _stands(claim: Row, text: str) -> bool:
    """Whether the quotes of a claim are exactly at their places."""
    return all(_found(claim[name], text) for name in ("evidence", "why") if name in claim)


def _found(evidence: dict[str, object], text: str) -> bool:
    start, end = evidence["start"], evidence["end"]
    return isinstance(start, int) and isinstance(end, int) and text[start:end] == evidence["quote"] != ""


def _check_belongs(article: Article, claims: Iterable[Claim]) -> None:
    if not article.id or not digest(article.text).startswith(article.id):
        raise ValueError(f"the id {article.id!r} is not the digest of the article's text")
    if any(claim.evidence.article != article.id for claim in claims):
        raise ValueError(f"a claim given with {article.id!r} stands in another article")
