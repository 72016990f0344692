"""Receivers: money of which one text does not say who gets it stands beside the same sum where another says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.records import Commitment
from models.statements.keys import SEPARATOR, WHOLE
from models.statements.parties import joined

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.catalog import Catalog
    from models.records import Claim, Money

_EXACT = 3
"""Digits of a sum that hardly two get from one giver by chance ("2.35 billion")."""

_SEVERAL = 2


def with_receivers(sorted_claims: Mapping[str, Sequence[Claim]], catalog: Catalog) -> dict[str, list[Claim]]:
    """The claims by key; one without a receiver has the key of the only one known to get just that sum from that giver,
    over as many years as far as both tell them. A round sum need not be the same one in another article."""
    homes: dict[object, dict[str, list[tuple[Claim, Commitment]]]] = {}
    for about, claims in sorted_claims.items():
        for claim in claims:
            if isinstance(claim.content, Commitment) and claim.content.to:
                told = homes.setdefault(_sum(about, claim.content, catalog), {})
                told.setdefault(about, []).append((claim, claim.content))
    found: dict[str, list[Claim]] = {about: [] for about in sorted_claims}
    for about, claims in sorted_claims.items():
        for claim in claims:
            content, at = claim.content, about
            if homes and isinstance(content, Commitment) and not content.to:
                known = homes.get(_sum(about, content, catalog), {})
                fuller = [one for one, told in known.items() if any(_is_same(claim, content, *it) for it in told)]
                at = fuller[0] if len(fuller) == 1 else about
            found[at].append(claim)
    return {about: claims for about, claims in found.items() if claims}


def _sum(about: str, content: Commitment, catalog: Catalog) -> object:
    """Who gives how much, and how real it is by its key."""
    return joined(content.by, catalog), content.amount, *about.split(SEPARATOR)[WHOLE:]


def _is_same(claim: Claim, content: Commitment, other: Claim, fuller: Commitment) -> bool:
    """Whether the other claim may be of the same sum."""
    periods = {content.period_years, fuller.period_years} - {None}
    return len(periods) < _SEVERAL and (_is_exact(content.amount) or claim.evidence.article == other.evidence.article)


def _is_exact(amount: Money) -> bool:
    """Whether a sum is told to three figures."""
    return not isinstance(amount.value, tuple) and len(f"{amount.value:.0f}".rstrip("0")) >= _EXACT
