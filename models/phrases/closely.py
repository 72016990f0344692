"""What the sentences of claims tell more closely than their fields: that it begins in a year or is to be so by then,
that an amount in the ground is told of as no reserves, that firms act and no state, and under which condition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.catalog.entries import flat
from models.phrases.goods import RESERVES, told_as
from models.phrases.reality import BY_PLAN, looks_ahead
from models.phrases.telltale import found
from models.phrases.templates import fill, with_note
from models.records import Commitment, Modality, Profile, Relation, Resource, RouteFact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.catalog import Catalog
    from models.catalog.entries import Country
    from models.phrases.templates import Templates
    from models.records import Claim, Content

FROM, SINCE, BY = "from", "since", "by"
FIRMS = ("firms", "investors", "banks")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"\d")
_LONGEST = 16
"""Words of a condition that is told whole."""


def closely(text: str, claims: Sequence[Claim], content: Content, words: Templates) -> str:
    """The text as the sentences tell it: "from 2026", "has" in place of "has reserves of", and with the condition in
    their own words behind it."""
    templates = words["closely"]
    if bound := bound_of(content, claims):
        form = SINCE if bound == FROM and not _is_ahead(content, claims) else bound
        text = _put(text, templates[form], str(_year(content)))
    if is_plain_amount(content, claims):
        text = _put(text, templates["ground"])
    if isinstance(content, Resource) and content.rank is not None and _are_resources(content, claims):
        text = _put(text, templates["resources"])
    condition = condition_of(claims)
    if not condition or condition in text:
        return text
    told = words["phrases"].get(condition) or fill(words["as_written"], words=condition)
    return with_note(text, told, words["noted"])


def bound_of(content: Content, claims: Sequence[Claim]) -> str:
    """Whether the year of the content is that in which it begins, or by which it is to be so; empty for neither, and
    where the sentences that name it do not agree."""
    year = _year(content)
    if not year:
        return ""
    told = {_bound(claim.evidence.quote, year) for claim in claims if str(year) in claim.evidence.quote}
    bound = told.pop() if len(told) == 1 else ""
    return bound if bound == FROM or isinstance(content, Commitment) or _is_ahead(content, claims) else ""


def _is_ahead(content: Content, claims: Sequence[Claim]) -> bool:
    return looks_ahead(content) or any(claim.modality.ahead for claim in claims)


def is_plain_amount(content: Content, claims: Sequence[Claim]) -> bool:
    """Whether it is an amount in the ground that no sentence calls reserves."""
    if not isinstance(content, Resource) or content.quantity is None or told_as(content)[0] != RESERVES:
        return False
    quotes = [claim.evidence.quote for claim in claims]
    return any(found("ground", quote) for quote in quotes) and not any(found("reserves", quote) for quote in quotes)


def _are_resources(content: Resource, claims: Sequence[Claim]) -> bool:
    """Whether all sentences speak of resources only."""
    quotes = [claim.evidence.quote for claim in claims]
    only = all(found("resources", quote) and not found("reserves", quote) for quote in quotes)
    return content.relation == RESERVES and bool(quotes) and only


def condition_of(claims: Sequence[Claim]) -> str:
    """The condition in the words of the sentence, of something that might be so; empty where it names none or several,
    or tells the figure itself as the condition."""
    if not claims or claims[0].modality is not Modality.POSSIBLE:
        return ""
    told = [each.strip() for each in found("condition", claims[0].evidence.quote)]
    if len(told) != 1 or len(told[0].split()) > _LONGEST or _NUMBER.search(told[0]):
        return ""
    return told[0][:1].lower() + told[0][1:]


def who(lands: Sequence[str], claims: Sequence[Claim], catalog: Catalog) -> str:
    """Who of the lands deals by all sentences, where that is no state: firms, investors or banks; else empty."""
    known = [country for land in lands if (country := catalog.country(land))]
    if not claims or not lands or len(known) < len(lands):
        return ""
    return next((each for each in FIRMS if all(_tells(each, country, claims) for country in known)), "")


def _tells(kind: str, country: Country, claims: Sequence[Claim]) -> bool:
    words = (*country.names.values(), *country.aliases, *flat(country.adjective))
    stems = dict.fromkeys(word.removesuffix("ий").removesuffix("ый") for word in words)
    land = f"(?:{'|'.join(map(re.escape, stems))})"
    return all(found(kind, claim.evidence.quote, land=land) for claim in claims)


def _bound(quote: str, year: int) -> str:
    """What the sentence tells of the year wherever it names it."""
    named = len(re.findall(rf"(?<!\d){year}(?!\d)", quote))
    told = (bound for bound in (FROM, BY) if len(found(bound, quote, year=str(year))) == named)
    return next(told, "")


def _year(content: Content) -> int | None:
    match content:
        case RouteFact(predicate=predicate) if predicate in BY_PLAN:
            return None
        case Resource(year=year) | RouteFact(year=year) | Relation(year=year) | Commitment(year=year):
            return year
        case Profile(as_of=str(date)):
            return int(date) if _YEAR.fullmatch(date) else None
    return None


def _put(text: str, forms: Sequence[Sequence[str]], year: str = "") -> str:
    """The text with the last of the words that the first of the `forms` has replaced by others."""
    for plain, other in ((fill(plain, year=year), fill(other, year=year)) for plain, other in forms):
        if plain in text:
            before, _, behind = text.rpartition(plain)
            return f"{before}{other}{behind}"
    return text
