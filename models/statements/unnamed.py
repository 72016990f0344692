"""Claims on what their own sentence does not name: they neither confirm, contest nor supersede what others tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from models.statements.keys import is_figure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from models.records import Claim
    from models.statements.bundles import Bundle

MARK, YEAR = "unnamed", 4
"""What is added to the mark of a statement that no sentence tells by itself, and how long a year is in a date."""


def with_unnamed(claims: Sequence[Claim], sort: Callable[[Sequence[Claim]], list[Bundle]]) -> list[Bundle]:
    """The bundles that `sort` makes of the claims of one key; those on what their sentence does not name stand beside
    who says the same, else in bundles of their own behind what the others make."""
    plain = [claim for claim in claims if claim.in_words]
    if not plain or len(plain) == len(claims):
        return sort(claims)
    beside = _beside(sort(claims))
    rest = [claim for claim in claims if not claim.in_words and claim.id not in beside]
    found = [_with(bundle, claims, beside) for bundle in sort(plain)]
    newest = max((_year(bundle) for bundle in found if not bundle.past), default="")
    return [*found, *(_alone(bundle, newest) for bundle in (sort(rest) if rest else ()))]


def _alone(bundle: Bundle, newest: str) -> Bundle:
    """The bundle by itself: past where it is of a time before the newest that others tell, else in no series, as it
    takes nobody's place."""
    past = bundle.past or "" < _year(bundle) < newest
    return structs.replace(bundle, mark=f"{bundle.mark} {MARK}".strip(), past=past, alone=not past)


def _year(bundle: Bundle) -> str:
    """The year that its figure is of; empty where it tells none."""
    content = bundle.values[0][0].content
    time = (getattr(content, "year", None) or getattr(content, "as_of", None)) if is_figure(content) else None
    return str(time or "")[:YEAR]


def _beside(bundles: Sequence[Bundle]) -> Mapping[str, str]:
    """The id of a claim that says the same in its own words, by that of the claim that does not."""
    found: dict[str, str] = {}
    for side in (side for bundle in bundles for side in bundle.values):
        plain = next((claim.id for claim in side if claim.in_words), "")
        if plain:
            found.update((claim.id, plain) for claim in side if not claim.in_words)
    return found


def _with(bundle: Bundle, claims: Sequence[Claim], beside: Mapping[str, str]) -> Bundle:
    """The bundle with the claims that say the same as one of its own."""
    values = tuple(
        (*side, *(claim for claim in claims if beside.get(claim.id) in {one.id for one in side}))
        for side in bundle.values
    )
    return structs.replace(bundle, values=values)
