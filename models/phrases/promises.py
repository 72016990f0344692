"""The template for money: by what is done with it, whom it names, and whether one gives it or several; its stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.phrases.closely import bound_of
from models.phrases.numbers import FEW, MANY, ONE
from models.phrases.telltale import found
from models.phrases.templates import fill, number_of
from models.records import Commitment

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from models.catalog import Catalog
    from models.phrases.numbers import Numbers
    from models.records import Claim, Money, Variant

YEAR = len("2028")
DENIED, PROMISED, POSSIBLE = "denied", "promised", "possible"
LOAN, MAY_LEND = "loan", "may_lend"
BOUGHT, TO_BUY = "bought", "to_buy"
"""What is bought, and what was only agreed on or planned."""
_FORMS = {(True, True): "whole", (False, True): "no_giver", (True, False): "no_receiver"}


def stage(content: Commitment, claims: Sequence[Claim]) -> str:
    """How far it has come: denied, what is done with the money, planned, possible, or just promised."""
    if claims and not any(claim.affirmed for claim in claims):
        return DENIED
    ahead = claims[0].modality.value if claims and claims[0].modality.ahead else ""
    if ahead == POSSIBLE and content.deed == LOAN:
        return MAY_LEND
    if content.deed == BOUGHT and claims and all(found("buying", claim.evidence.quote) for claim in claims):
        return TO_BUY
    return content.deed or ahead or PROMISED


def due(content: Commitment, variant: Variant) -> int | None:
    """The year that lay ahead when its sources came out, in or by which it is to be done, or that they tell as a start
    or a limit; None where none is told.

    Where no source has a date, it lies ahead of what is told as something to come.
    """
    told, year = variant.told, content.year
    ahead = str(year) > told[:YEAR] if told else variant.claims[0].modality.ahead
    return year if year and (ahead or bound_of(content, variant.claims)) else None


def promised(
    content: Commitment,
    givers: Collection[str],
    words: Mapping[str, object],
    claims: Sequence[Claim],
    *,
    several: bool = False,
) -> str:
    """The template of the `words` that fits the commitment; `givers` are those who count as one each, or `several`."""
    form = _FORMS.get((bool(content.by), bool(content.to)), "neither")
    deeds = words.get("deeds", {})
    come = stage(content, claims)
    own = deeds.get(content.deed if come == DENIED else come, {}) if isinstance(deeds, dict) else {}
    template = own.get(form, words[form])
    return template if isinstance(template, str) else number_of(template, several or _are_several(givers))


def with_land(parties: Sequence[str], catalog: Catalog) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who deals, and the land of a single firm: a state told behind firms is where they are from and deals with no one.

    A state that is known not to be the home of the firm named last deals itself.
    """
    parties = _without_homes(parties, catalog)
    firms = [party for party in parties if not _is_state(party, catalog)]
    behind = parties[parties.index(firms[-1]) + 1 :] if firms else ()
    firm = catalog.find(firms[-1], ("actor",)) if behind else None
    if not behind or (firm and catalog.actors[firm[1]].country not in behind and len(firms) == 1):
        return tuple(parties), ()
    return tuple(parties[: -len(behind)]), tuple(behind) if len(firms) == 1 else ()


def _without_homes(parties: Sequence[str], catalog: Catalog) -> tuple[str, ...]:
    """The parties without a state that stands right behind a firm known to be from there, where others follow: only the
    last land of all may be told."""
    behind = zip(("", *parties), parties, (*parties[1:], ""), strict=False)
    return tuple(party for firm, party, more in behind if not (more and _is_home(party, firm, catalog)))


def _is_home(state: str, firm: str, catalog: Catalog) -> bool:
    found = catalog.find(firm, ("actor",)) if firm and _is_state(state, catalog) else None
    return found is not None and catalog.actors[found[1]].country == state


def _is_state(party: str, catalog: Catalog) -> bool:
    return party in catalog.groups or catalog.country(party) is not None


def in_other_currencies(amount: Money, claims: Iterable[Claim]) -> list[Money]:
    """What the claims of one value tell it to be in other currencies, one each."""
    others: dict[str, Money] = {}
    for claim in claims:
        if isinstance(claim.content, Commitment) and claim.content.amount.currency != amount.currency:
            others.setdefault(claim.content.amount.currency, claim.content.amount)
    return [others[currency] for currency in sorted(others)]


def _are_several(givers: Collection[str]) -> bool:
    """Whether the verb behind them stands in the plural: several, or a plural without a name ("lenders")."""
    return len(givers) > 1 or any(giver[:1].islower() and giver.endswith("s") for giver in givers)


def lasting(years: int, numbers: Numbers, words: Mapping[str, str]) -> str:
    """A number of years in words, in the form that a noun has behind it."""
    form = {ONE: "year", FEW: "years_few", MANY: "years"}[numbers.form(str(years))]
    return fill(words[form], n=numbers.small(years))
