"""What is told beside its own time, as in a table with a column of times: there its words need not tell it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec import structs

from models.phrases.closely import bound_of
from models.phrases.reality import BY_PLAN, looks_ahead
from models.records import Profile, Relation, Resource, RouteFact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.records import Claim, Content, Variant

T = TypeVar("T", bound="Content")
YEAR = len("2025")


def timeless(content: T, claims: Sequence[Claim]) -> T:
    """The content without its year; of what lies ahead, that is a part of the plan and stays, and so does a start."""
    told = plans(content, claims) or bound_of(content, claims)
    if isinstance(content, Resource | RouteFact | Relation) and content.year and not told:
        return structs.replace(content, year=None, year_inferred=False)
    return content


def settled(variant: Variant) -> Content:
    """What the value says; that its year is inferred need not be told where a source of it has a date, by which anybody
    would understand it so."""
    content = variant.content
    if variant.told and getattr(content, "year_inferred", False):
        return structs.replace(content, year_inferred=False)
    return content


def is_early(variant: Variant) -> bool:
    """Whether a key figure of a year is told as done, but all of its sources came out before that year was over."""
    content, told = variant.content, variant.told
    if not isinstance(content, Profile) or len(content.as_of or "") != YEAR or variant.claims[0].modality.ahead:
        return False
    return len(told) > YEAR and told[:YEAR] <= (content.as_of or "")


def plans(content: Content, claims: Sequence[Claim]) -> bool:
    """Whether the claims tell it as something ahead: how old that is depends on when it was told, not on its year,
    unless that is the year of the plan itself."""
    if isinstance(content, RouteFact) and content.year and content.predicate in BY_PLAN:
        return False
    return claims[0].modality.ahead or looks_ahead(content)
