"""Articles whose date the user corrected: they are read anew, seen from that date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.corrections import corrected

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from models.pipeline import Settings
    from models.records import Article, Claim, Correction

    Given = Sequence[tuple[Article, Sequence[Claim]]]


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
