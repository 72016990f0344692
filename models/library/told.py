"""The claims of a store as they are told: what the user corrected lies over what was read, which stays in the store."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from models.catalog import Catalog
    from models.records import Claim
    from models.store import Store


class Told:
    """The claims at one moment: what was corrected is looked up once, so that it is made anew after a change."""

    def __init__(self, store: Store, catalog: Catalog) -> None:
        self._store = store
        self._catalog = catalog

    def claims(self, article_id: str | None = None) -> tuple[Claim, ...]:
        """The claims of one article, or all."""
        return self._over(self._store.claims(article_id))

    def about(self, topics: Iterable[str]) -> tuple[Claim, ...]:
        """The claims that touch any of the topics by what they tell now."""
        wanted = frozenset(topics)
        found = self._store.claims_about(wanted)
        if not self._corrected:
            return found
        others = (claim for claim in found if claim.id not in self._corrected)
        return *others, *(claim for claim in self._corrected.values() if wanted & self._topics(claim))

    def named(self, ids: Collection[str]) -> tuple[Claim, ...]:
        """The claims of these ids; unknown ids are left out."""
        return self._over(self._store.claims_named(ids))

    def by_topic(self) -> dict[str, int]:
        """How many claims touch each topic."""
        counts = self._store.claims_by_topic()
        if not self._corrected:
            return counts
        told = Counter(counts)
        for claim in self._corrected.values():
            told.subtract(self._topics(claim.as_read))
            told.update(self._topics(claim))
        return {topic: count for topic, count in told.items() if count > 0}

    def _over(self, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
        return tuple(self._corrected.get(claim.id, claim) for claim in claims) if self._corrected else claims

    @cached_property
    def _corrected(self) -> dict[str, Claim]:
        """What the user corrected, by claim id, as far as it is in the library."""
        said = {verdict.target: verdict for verdict in self._store.verdicts() if verdict.amended}
        known = self._store.claims_named(said) if said else ()
        return {
            claim.id: claim.corrected(reading, said[claim.id].changed)
            for claim in known
            if (reading := said[claim.id].amended)
        }

    def _topics(self, claim: Claim) -> frozenset[str]:
        from models.statements import topics  # the first frame does not wait for it

        return topics(claim, self._catalog)
