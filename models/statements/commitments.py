"""Commitments of one giver to one receiver, sorted by what was promised.

Equal amounts in one currency are one promise. Amounts in two currencies are one promise when their rate is one that
the market has seen, and an article gives both in one sentence, or gives these two and no other, or both are stated
for one period and nothing else is. Different amounts in one currency are told of the same promise, and contested,
when both are stated for the same period or differ only in the number of zeros, and not told of other years; one article
that gives both speaks of two promises, unless it has each from somebody else and for purposes that share a word.
Anything else stays apart: purposes are free words and prove nothing.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from msgspec import Struct

from models.records import Claim, Commitment
from models.statements.bundles import Bundle, Setting, components
from models.statements.values import Value, clusters, middle, near, slip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from models.catalog import Catalog

_WORD = re.compile(r"(?<![\w-])[a-z][a-z-]{4,}")  # no names: what lies in one country need not be one thing

CONVERSION = 0.15
"""Conversions of one amount differ by at most this much: rates move and are rounded ("19" and "about 20")."""


class _Amount(Struct, frozen=True):
    """An amount in a currency, the claims that give it and the periods (years) they state."""

    currency: str
    value: Value
    claims: tuple[Claim, ...]
    periods: frozenset[int]
    sources: frozenset[str]


def commitments(claims: Sequence[Claim], setting: Setting) -> list[Bundle]:
    """The statements of one key."""
    amounts = _amounts(claims, setting)
    links = _links(amounts, setting.catalog)
    groups = components(len(amounts), [*links, *_disputes(amounts)])
    return [_bundle([amounts[number] for number in group], groups, _within(links, group)) for group in groups]


def _commitment(claim: Claim) -> Commitment:
    if not isinstance(claim.content, Commitment):
        raise TypeError(claim.kind)
    return claim.content


def _amounts(claims: Sequence[Claim], setting: Setting) -> list[_Amount]:
    """The different amounts, each currency's best supported first."""
    given: dict[str, dict[Value, list[Claim]]] = {}
    for claim in claims:
        amount = _commitment(claim).amount
        given.setdefault(amount.currency, {}).setdefault(amount.value, []).append(claim)
    found: list[_Amount] = []
    for currency, values in sorted(given.items()):
        support = {value: setting.sources(members) for value, members in values.items()}
        for group in clusters(support):
            members = tuple(claim for value in group for claim in values[value])
            periods = frozenset(years for claim in members if (years := _commitment(claim).period_years))
            found.append(_Amount(currency, group[0], members, periods, setting.sources(members)))
    return found


# --- one amount said twice --------------------------------------------------------------------------------------------


def _links(amounts: Sequence[_Amount], catalog: Catalog) -> list[tuple[int, int]]:
    """Pairs of amounts in two currencies that are one sum, the best supported first."""
    pairs = [
        (one, other)
        for one, other in combinations(range(len(amounts)), 2)
        if _may_be_one_sum(amounts[one], amounts[other], catalog) and _said_twice(one, other, amounts)
    ]
    return sorted(pairs, key=lambda pair: (-len(amounts[pair[0]].sources | amounts[pair[1]].sources), pair))


def _may_be_one_sum(one: _Amount, other: _Amount, catalog: Catalog) -> bool:
    """True when the currencies differ and the amounts stand in a ratio that their rate has had."""
    first, second = catalog.currencies.get(one.currency), catalog.currencies.get(other.currency)
    if one.currency == other.currency or not (first and second and first.per_usd and second.per_usd):
        return False
    dollars = [
        (middle(amount.value) / rates[1], middle(amount.value) / rates[0])
        for amount, rates in ((one, first.per_usd), (other, second.per_usd))
    ]
    return dollars[0][0] <= dollars[1][1] and dollars[1][0] <= dollars[0][1]


def _said_twice(one: int, other: int, amounts: Sequence[_Amount]) -> bool:
    """True when some article, or the period, ties the two amounts together and to no third one."""
    pairs = [
        (first, second)
        for first in amounts[one].claims
        for second in amounts[other].claims
        if first.evidence.article == second.evidence.article
    ]
    ways = (_one_sentence, _one_article)
    if any(_only_pair(first, second, amounts, beside) for first, second in pairs for beside in ways):
        return True
    periods = amounts[one].periods & amounts[other].periods
    return any(sum(years in amount.periods for amount in amounts) == 2 for years in periods)


def _one_sentence(first: Claim, second: Claim) -> bool:
    one, other = first.evidence, second.evidence
    return one.article == other.article and one.start < other.end and other.start < one.end


def _one_article(first: Claim, second: Claim) -> bool:
    periods = {_commitment(claim).period_years for claim in (first, second)} - {None}
    return first.evidence.article == second.evidence.article and len(periods) < 2


def _only_pair(first: Claim, second: Claim, amounts: Sequence[_Amount], beside: Callable[[Claim, Claim], bool]) -> bool:
    """True when the two stand beside each other and no third amount stands there with them."""
    if not beside(first, second):
        return False
    return sum(any(beside(first, claim) for claim in amount.claims) for amount in amounts) == 2


# --- amounts that disagree --------------------------------------------------------------------------------------------


def _disputes(amounts: Sequence[_Amount]) -> Iterable[tuple[int, int]]:
    for one, other in combinations(range(len(amounts)), 2):
        first, second = amounts[one], amounts[other]
        if first.currency == second.currency and _disagree(first, second):
            yield one, other


def _disagree(first: _Amount, second: _Amount) -> bool:
    if not first.sources & second.sources and _one_promise(first, second):
        return any(
            not _of_other_years(_commitment(one), _commitment(other)) for one in first.claims for other in second.claims
        )
    return any(_set_against(one, other) for one in first.claims for other in second.claims)


def _set_against(one: Claim, other: Claim) -> bool:
    """True when one article has two sums for one purpose and time, each from somebody else.

    What has been spent is no other word on what was promised.
    """
    voices = {one.attribution, other.attribution}
    if one.evidence.article != other.evidence.article or None in voices or len(voices) < 2:
        return False
    if _commitment(one).deed != _commitment(other).deed or _of_other_years(_commitment(one), _commitment(other)):
        return False
    words, others = (set(_WORD.findall(_commitment(claim).purpose)) for claim in (one, other))
    return not words.isdisjoint(others)


def _of_other_years(one: Commitment, other: Commitment) -> bool:
    """True when neither the years stated are the same, nor those in which the periods end that they begin."""
    first, second = (
        {told.year, told.year + (told.period_years or 0)} if told.year else set[int]() for told in (one, other)
    )
    return bool(first and second) and first.isdisjoint(second)


def _one_promise(first: _Amount, second: _Amount) -> bool:
    if first.periods & second.periods:
        return True
    return not (first.periods and second.periods) and slip(first.value, second.value)


# --- values of a statement --------------------------------------------------------------------------------------------


def _within(links: Iterable[tuple[int, int]], group: Sequence[int]) -> list[tuple[int, int]]:
    """The links inside a group, numbered within it."""
    place = {number: at for at, number in enumerate(group)}
    return [(place[one], place[other]) for one, other in links if one in place and other in place]


def _bundle(amounts: Sequence[_Amount], groups: Sequence[object], links: Iterable[tuple[int, int]]) -> Bundle:
    """The statement of amounts that belong together; amounts said in two currencies are one value."""
    main = max(amounts, key=lambda amount: (len(amount.sources), amount.currency, str(amount.value)))
    mark = "" if len(groups) == 1 else f"{main.currency} {main.value}"
    values: list[list[_Amount]] = [[amount] for amount in amounts]
    for one, other in links:
        first = next(value for value in values if amounts[one] in value)
        second = next(value for value in values if amounts[other] in value)
        if first is not second and _one_value(first, second):
            first.extend(second)
            values.remove(second)
    return Bundle(mark, tuple(side for value in values for side in _by_period(value)))


def _one_value(first: Sequence[_Amount], second: Sequence[_Amount]) -> bool:
    """True when no two amounts in one currency are further apart than conversions are."""
    pairs = ((one, other) for one in first for other in second if one.currency == other.currency)
    return all(near(one.value, other.value, CONVERSION) for one, other in pairs)


def _by_period(value: Sequence[_Amount]) -> list[tuple[Claim, ...]]:
    """The claims of one value, split where different articles state different periods for it."""
    claims = [claim for amount in value for claim in amount.claims]
    stated: dict[int, list[Claim]] = {}
    for claim in claims:
        stated.setdefault(_commitment(claim).period_years or 0, []).append(claim)
    silent = stated.pop(0, [])
    periods = sorted(stated, key=lambda years: (-len({claim.evidence.article for claim in stated[years]}), years))
    articles = [{claim.evidence.article for claim in stated[years]} for years in periods]
    if len(periods) < 2 or any(one & other for one, other in combinations(articles, 2)):
        return [tuple(claims)]
    sides = [stated[years] for years in periods]
    sides[0].extend(silent)
    return [tuple(side) for side in sides]
