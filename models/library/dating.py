"""Articles whose date the user corrected: they are read anew, seen from that date."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.corrections import corrected

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from models.pipeline import Settings
    from models.records import Article, Claim, Correction
    from models.store import Store

    Given = Sequence[tuple[Article, Sequence[Claim]]]

REDATING = "articles being read anew"


def seen_from_their_dates(
    new: Given, told: Mapping[str, Correction], settings: Callable[[], Settings], *, anew: bool
) -> Given:
    """The articles, with the claims that those give whose date is the user's, or that are to be read `anew`."""
    dated = {found.id for found in told.values() if found.published is not None}
    wanted = [article for article, _ in new if anew or article.id in dated]
    if not wanted:
        return new
    from models.pipeline import claims_of  # the engine is slow to load

    known = [replace(one, bibliography=corrected(one.bibliography, told.get(one.id))) for one in wanted]
    claims = dict(zip([one.id for one in wanted], claims_of(known, settings()), strict=True))
    return [(article, claims.get(article.id, held)) for article, held in new]


@contextmanager
def noted(store: Store, ids: Collection[str]) -> Iterator[None]:
    """What these articles are read anew by is saved meanwhile. The store knows that of them, should it never end."""
    if ids:
        store.remember(REDATING, " ".join(sorted(ids)))
    yield
    if ids:
        store.remember(REDATING, "")


def left(store: Store) -> list[tuple[Article, Sequence[Claim]]]:
    """The articles whose date was corrected and that were not read anew any more. Raises StorageError."""
    found: list[tuple[Article, Sequence[Claim]]] = []
    for article_id in store.remembered(REDATING).split():
        with suppress(KeyError):
            found.append((store.article(article_id), ()))
    return found
