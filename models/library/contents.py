"""What a library holds, taken out whole: to be handed over, or to be merged into another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.library import own, saved
from models.records import Article, Claim, Correction, Note, Problem, Record, Subject, Verdict
from models.storage.disk import why
from models.store import StorageError, Store, is_library
from models.store.texts import digest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Held(Record):
    """An article with its claims."""

    article: Article
    claims: tuple[Claim, ...] = ()


class Contents(Record):
    """All of a library: `own` are the user's own rules, names and templates by their path in the folder, with what is
    in them, `views` what the user saved to see again."""

    articles: tuple[Held, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    notes: tuple[Note, ...] = ()
    own: tuple[tuple[str, bytes], ...] = ()
    corrections: tuple[Correction, ...] = ()
    views: tuple[Subject, ...] = ()

    @property
    def claims(self) -> int:
        """How many claims there are."""
        return sum(len(held.claims) for held in self.articles)


def of_folder(folder: Path) -> Contents | Problem:
    """What the library in a folder holds, which is not touched; why not, when there is none or it is damaged."""
    if not is_library(folder):
        return Problem(str(folder), "There is no library in this folder.")
    store = Store.open(folder, to_write=False)
    try:
        return store.problem or of_store(store, folder, with_notes=True)
    finally:
        store.close()


def of_store(store: Store, folder: Path, *, with_notes: bool) -> Contents | Problem:
    """What an open library holds; why not, when some of it is damaged."""
    try:
        articles = tuple(Held(store.article(known.id), store.claims(known.id)) for known in store.bibliographies())
        found = tuple(own.files(folder))
    except StorageError as error:
        return error.problem
    except OSError as error:
        return Problem(str(folder), f"Your own rules, names and templates cannot be read ({why(error)}).")
    if wrong := fault(articles):
        return Problem(str(folder), f"The library is damaged: {wrong}.")
    views = saved.views(folder)
    if isinstance(views, Problem):
        return views
    corrections = tuple(store.corrections().values())
    return Contents(articles, store.verdicts(), store.notes() if with_notes else (), found, corrections, views)


def fault(articles: Iterable[Held]) -> str:
    """What is wrong with the first article that is not as it was read; empty when all are sound."""
    return next(filter(None, map(_fault, articles)), "")


def _fault(held: Held) -> str:
    known, text = held.article.bibliography, held.article.text
    if len(known.id) < 16 or not digest(text).startswith(known.id):
        return f"“{known.title}” has another text than was read"
    places = (place for claim in held.claims for place in (claim.evidence, claim.why) if place)
    for place in places:
        if place.article != known.id or not place.quote or text[place.start : place.end] != place.quote:
            return f"a sentence does not stand in “{known.title}” where it should"
    return ""
