"""The numbers that statements give, for tables and charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.pages.ages import AsOf
from models.pages.lines import as_of
from models.records import Quantity, Rank, Record, Resource, RouteFact, Standing, best

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.phrases import Phrases
    from models.records import Claim, Statement, Variant

PRODUCES, SHARE = "produces", "percent"


class Figure(Record):
    """A number for a table or chart: whose, what it measures, value (or range), unit, year, and how well it stands.

    `by` names those from whom its sources have it, or is empty; `output` tells of what a whole country produces, as a
    plain fact. `measured_in` is the unit in words ("tonnes"), where it is known.
    """

    statement: str
    owner: str
    owner_name: str
    label: str
    value: float | tuple[float, float]
    unit: str
    year: int | None
    text: str
    standing: Standing
    sources: int
    as_of: AsOf | None = None
    by: str = ""
    output: bool = False
    measured_in: str = ""


def figures(statements: Iterable[Statement], phrases: Phrases) -> tuple[Figure, ...]:
    """The quantities that statements give, one for each value to go by that is not deprecated (what
    the user prefers stands alone), by owner, label and year."""
    found = [
        figure
        for statement in statements
        for variant in best(statement.variants)
        if variant.rank is not Rank.DEPRECATED and (figure := figure_of(statement, variant, phrases))
    ]
    found.sort(key=lambda figure: (figure.owner_name, figure.label, figure.year or 0, str(figure.value)))
    return tuple(found)


def figure_of(statement: Statement, variant: Variant, phrases: Phrases) -> Figure | None:
    """The quantity that one value of a statement gives; None where it gives none."""
    content = variant.content
    match content:
        case Resource(country=owner, quantity=Quantity() as quantity, year=year):
            pass
        case RouteFact(route=owner, object=Quantity() as quantity, year=year):
            pass
        case _:
            return None
    from models.phrases.support import said_by  # not needed where pages are at hand

    return Figure(
        statement=statement.id,
        owner=owner,
        owner_name=phrases.plain_name(owner),
        label=phrases.measured(content, quantity, variant.claims),
        value=quantity.value,
        unit=quantity.unit,
        year=year,
        text=phrases.by_hand(phrases.numbers.quantity(quantity), variant.claims, content),
        standing=statement.standing,
        sources=variant.sources,
        as_of=as_of(variant, phrases),
        by=", ".join(said_by(variant.claims, content)),
        measured_in=phrases.numbers.unit(quantity.unit),
        output=isinstance(content, Resource) and _is_output(content, variant.claims[0]),
    )


def _is_output(content: Resource, claim: Claim) -> bool:
    part = content.site or content.firm or content.partner
    shared = content.quantity is not None and content.quantity.unit == SHARE
    return content.relation == PRODUCES and not (part or shared or claim.modality.ahead)
