"""From whom a value is, how sure they are, and which side of a contested statement has more sources, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.phrases.telltale import found
from models.phrases.templates import fill
from models.records import Profile, Quantity, Resource, RouteFact, Standing, best
from models.statements.figures import value_in
from models.statements.origins import names_nobody

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.phrases.names import Names
    from models.phrases.numbers import Numbers
    from models.phrases.templates import Templates
    from models.records import Claim, Content, Statement, Variant


def sides(statement: Statement, words: Mapping[str, str]) -> str:
    """Whether the value told first has more independent sources than any other, and how many each of the others has,
    the most first; empty where all agree. Where all have as many, or none has any for itself, that is said instead."""
    kept = best(statement.variants)
    if statement.standing is not Standing.CONTESTED or len(kept) < 2:
        return ""
    if not any(variant.own for variant in kept):
        return words["same"] if len(kept) > 2 else words["both"]
    told, others = kept[0].sources, sorted((variant.sources for variant in kept[1:]), reverse=True)
    if told == others[-1]:
        return fill(words["level" if told > 1 else "level_one"], n=str(told))
    form = "more" if told > others[0] else "even" if told == others[0] else "fewer"
    return fill(words[form], n=str(told), other=words["between"].join(map(str, others)))


def voices(shown: Variant, names: Names, words: Mapping[str, str], *, side: bool) -> str:
    """Who says and who denies the value. What others say without a source is plain, but of a `side` against others
    those who do name one are told as well."""
    plain = said_plainly(shown.claims)
    tellers = said_by(shown.claims, shown.content) if side or not plain else []
    who = names.listed([names.attributed(name) for name in tellers])
    deniers = names.listed([names.attributed(name) for name in denied_by(shown.claims)])
    said = fill(words["among"] if plain else words["attributed"], who=who) if who else ""
    denied = fill(words["denied"], who=deniers) if deniers else ""
    return words["join"].join(filter(None, (said, denied)))


def said_by(claims: Sequence[Claim], shown: Content) -> list[str]:
    """From whom articles have the value that is shown, not one close to it; beside those who say it plainly only who
    is named."""
    value, plain = value_in(shown), said_plainly(claims)
    told = {claim.attribution for claim in claims if claim.attribution and value_in(claim.content) == value}
    return sorted(who for who in told if not (plain and names_nobody(who)))


def said_plainly(claims: Sequence[Claim]) -> bool:
    """Whether an article says it of itself, not from others alone."""
    return any(claim.attribution is None for claim in claims)


def wider(claims: Sequence[Claim], shown: Content) -> Content | None:
    """The content of a claim that gives a range about the value shown, the widest; None where none does."""
    value = value_in(shown)
    if not isinstance(value, float | int):
        return None
    ranges: list[tuple[float, Content]] = []
    for claim in claims:
        other = value_in(claim.content)
        if isinstance(other, tuple) and other[0] <= value <= other[1]:
            ranges.append((other[1] - other[0], claim.content))
    return max(ranges, key=lambda each: each[0])[1] if ranges else None


def ranged(shown: Variant, numbers: Numbers, words: Mapping[str, str]) -> str:
    """The range that others give about the value shown; empty where none do."""
    match wider(shown.claims, shown.content):
        case Resource(quantity=Quantity() as amount) | RouteFact(object=Quantity() as amount):
            told = numbers.quantity(amount)
        case Profile(value=tuple() as value, unit=str(unit)):
            told = numbers.measure(value, unit)
        case _:
            return ""
    return fill(words["range"], amount=told)


def denied_by(claims: Sequence[Claim]) -> list[str]:
    """Who denies the value by the articles that pass it on."""
    return sorted({claim.denied_by for claim in claims if claim.denied_by})


def by_hand(claims: Sequence[Claim], shown: Content) -> str:
    """Whether the value that is shown is in no source as it was read, but by the user's corrections ("corrected"), or
    some of its claims are so ("partly"); empty where all are as they were read."""
    if all(claim.read is None for claim in claims):
        return ""
    value = value_in(shown)
    read = any(claim.read is None and value_in(claim.content) == value for claim in claims)
    return "partly" if read else "corrected"


def hedged(amount: str, shown: Content, claims: Sequence[Claim], words: Templates) -> str:
    """The amount with the hedge that every claim of just the value shown gives it, such as "nearly"; with the first of
    them where all call it a rough one, each by a word of its own.

    In some languages what the amount is counted by stands before both.
    """
    value = value_in(shown)
    hedges = list(dict.fromkeys(claim.certainty or "" for claim in claims if value_in(claim.content) == value))
    same = len(hedges) == 1 or (hedges and all(found("rough", hedge) for hedge in hedges))
    template = words["hedge"].get(hedges[0]) if same else None
    if not template:
        return amount
    first = next((word for word in words["before_hedge"] if amount.startswith(word)), "")
    return first + fill(template, amount=amount.removeprefix(first))
