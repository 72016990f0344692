"""What the sorting of one key gives: claims of one statement, split by the values on which they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from models.records import RouteFact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from models.catalog import Catalog
    from models.records import Claim


class Bundle(Struct, frozen=True):
    """A statement in the making.

    `mark` tells it from others of the same key (a year, a date, a value). `values` are its claims split by what they
    say; more than one means that sources disagree. `past` is true when something newer is known. `part` is
    the part of the year that figures are of, as its months ("01-09"); such figures are a series of their own. `voices`
    are those who tell the figures of other times. `revised` is true of what is past because it was told anew, not
    because a later time has a value of its own. `withdrawn` is true when all who told it take it back, `alone`
    where it takes nobody's place, as no sentence names what it is of.
    """

    mark: str
    values: tuple[tuple[Claim, ...], ...]
    past: bool = False
    part: str = ""
    voices: frozenset[str] = frozenset()
    revised: bool = False
    withdrawn: bool = False
    alone: bool = False

    @property
    def named(self) -> bool:
        """Whether any sentence names what it is of."""
        return any(claim.in_words for side in self.values for claim in side)


class Setting(Struct, frozen=True):
    """What sorting may look at besides the claims: the catalog, and publication dates and origins by article id.

    Where the sentence of a claim cites works by marks, their newest date stands under the claim's id. Articles with one
    origin are copies of each other and count once. `works` are what the sentence of a claim (by its id) itself cites:
    these count, not the article that sums them up. `houses` are publisher and year of articles and works by the name
    that they count under.
    """

    catalog: Catalog
    published: Mapping[str, str]
    origins: Mapping[str, str]
    works: Mapping[str, tuple[str, ...]]
    houses: Mapping[str, tuple[str, str]] = {}

    def origin(self, claim: Claim) -> str:
        """The article of the claim, or what it was copied from."""
        return self.origins.get(claim.evidence.article, claim.evidence.article)

    def told(self, claims: Iterable[Claim]) -> str:
        """When the newest source of the claims came out; empty where that is not known of any."""
        dates = self.published
        return max(
            (dates[claim.id] if claim.id in dates else dates.get(claim.evidence.article, "") for claim in claims),
            default="",
        )

    def reported(self, claims: Iterable[Claim]) -> str:
        """When the newest article of the claims itself came out; empty where that is not known of any."""
        return max((self.published.get(claim.evidence.article, "") for claim in claims), default="")

    def sources(self, claims: Iterable[Claim]) -> frozenset[str]:
        """The independent articles and works of the claims."""
        return frozenset(source for claim in claims for source in self.works.get(claim.id) or (self.origin(claim),))


def by_denial(claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """The claims that state it and those that deny it."""
    sides = (tuple(claim for claim in claims if _states(claim) is stated) for stated in (True, False))
    return tuple(side for side in sides if side)


def _states(claim: Claim) -> bool:
    """Whether the claim is for what it is about; that a route goes around a land is against its crossing it."""
    against = isinstance(claim.content, RouteFact) and claim.content.predicate == "bypasses"
    return claim.affirmed is not against


def components(size: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers 0 to size-1 in groups that the pairs hold together, in ascending order."""
    leader = list(range(size))

    def find(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for one, other in pairs:
        first, second = sorted((find(one), find(other)))
        leader[second] = first
    found: dict[int, list[int]] = {}
    for number in range(size):
        found.setdefault(find(number), []).append(number)
    return list(found.values())
