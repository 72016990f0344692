"""Statements: the claims that say the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.records.articles import Claim
from models.records.base import Kind, PartialDate, Rank, Record, Standing
from models.records.contents import Content, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence


class Shared(Record, order=True):
    """A body that several articles and works go back to: its name, the year of its works where they are cited for one
    figure (else empty), and how many go back to it: together these are one independent source."""

    body: str
    year: str
    works: int


class Variant(Record):
    """One value of a statement and the claims that give it. `sources` counts the independent
    articles, or for a digest the works that its sentences cite; `told` is when the newest of them came out, or empty.
    `shared` tells what several of them go back to. `own` is false where each of them gives another value as
    well, or may do so: then none speaks for this one.
    """

    content: Content
    claims: tuple[Claim, ...]
    sources: int
    rank: Rank = Rank.NORMAL
    told: PartialDate = ""
    shared: tuple[Shared, ...] = ()
    own: bool = True

    @property
    def named(self) -> bool:
        """Whether the sentence of any claim names what it is of."""
        return any(claim.in_words for claim in self.claims)

    @property
    def articles(self) -> int:
        """How many articles give it, copies of each other counted each."""
        return len({claim.evidence.article for claim in self.claims})


LEADING = (Rank.PREFERRED, Rank.NORMAL, Rank.DEPRECATED)
"""The ranks that the user can give a value, that which leads first."""


def best(variants: Sequence[Variant]) -> list[Variant]:
    """The variants to go by: the preferred ones if there are any, else those that are not deprecated."""
    for rank in LEADING:
        found = [variant for variant in variants if variant.rank is rank]
        if found:
            return found
    return list(variants)


class Statement(Record):
    """The claims that say the same thing. Several variants mean that sources disagree: what the user prefers is
    first, then the best supported.

    `key` tells in plain words what the claims have in common; `topics` are the country codes, commodity ids, route
    ids and actors it touches. Figures that tell the same of different times have one `series`. `independent` counts the
    sources of all variants: who gives several of them is not counted. `unlike` is the figure of a country that this one
    of its part exceeds, or of the part that exceeds this one of the country: both cannot be so; `impossible` is
    true for that of the two which is worse supported. `against` names those who see what was said otherwise, where an
    article that quotes both says so.
    """

    id: str
    kind: Kind
    key: str
    standing: Standing
    variants: tuple[Variant, ...]
    topics: frozenset[str]
    rank: Rank = Rank.NORMAL
    independent: int = 0
    series: str = ""
    unlike: Resource | None = None
    against: tuple[str, ...] = ()
    impossible: bool = False

    @property
    def leads(self) -> bool:
        """Whether its value may stand for it in a few words: some sentence names what it is of, and nothing larger or
        smaller makes it impossible; what the user prefers always may."""
        return self.rank is Rank.PREFERRED or (self.shown.named and not self.impossible)

    @property
    def shown(self) -> Variant:
        """The value that is told where only one is."""
        return best(self.variants)[0]

    @property
    def shared(self) -> tuple[Shared, ...]:
        """What several of the articles and works go back to, over all values."""
        return tuple(dict.fromkeys(shared for variant in self.variants for shared in variant.shared))

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(claim for variant in self.variants for claim in variant.claims)

    @property
    def sources(self) -> int:
        return len({claim.evidence.article for claim in self.claims})
