"""Figures of one key (rank, quantity, key figure) sorted by period and value.

Two values of the same period disagree when different articles give them; an article that gives both speaks of two
things, unless it says from whom it has each. A figure without a period joins the one period that has the same value.
What a country has today (how many people, what area) is told without a period too, and so is how long a route is:
such a figure is set against the newest one, unless it was published before. A later year makes those before it
earlier ones of the series, and some months the same months before, unless they were still to come when their articles
were published; undated figures do so by the years of publication, where those do not overlap.
What a way costs is put anew while it is built: told later without a year, it takes the place of what it cost of a year.
Costs that several sources tell within a year are set against each other, unless one says that it was put anew.
What one firm planned for a period gives way to what it planned for it later. Only these two are superseded.
"""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs

from models.records import Claim, Content, Profile, Quantity, Relation, Resource, RouteFact
from models.statements.bundles import Bundle, Setting, components
from models.statements.keys import COST, LASTING
from models.statements.spans import impossible, length, split
from models.statements.values import Value, close, clusters, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

YEAR, MONTH = len("2025"), len("2025-08")
COUNTERED = "counter.of-figure"
"""The rule of claims that the reader makes of another figure for what the sentence before tells."""
SHARE = "percent"
_A_YEAR = 12
_REVISED = re.compile(
    r"(?i)\b(?:rais|revis|increas|ris(?:e|en)|rose|grew|grown|climb|doubl|tripl|cut|lower|reduc|fell|fallen|updat|adjust"
    r"|swoll?en|swell|balloon|up from|down from|instead of|new (?:cost|estimate|price))|повыс|вырос|увелич|сниз|уточн"
    r"|пересмотр|引き上げ|引き下げ|増加|膨ら|修正"
)
"""Words by which a sentence tells that a figure is another one than before."""


class _Side(NamedTuple):
    """Claims that give the same value."""

    value: Value
    claims: tuple[Claim, ...]


def figures(claims: Sequence[Claim], setting: Setting) -> list[Bundle]:
    """The statements of one key."""
    periods = _by_period(claims, setting)
    latest = _latest(periods, setting)
    overtaken = _set_beside(latest.get("", ""), periods, setting)
    found: list[Bundle] = []
    for period, members in sorted(periods.items()):
        part = period[YEAR + 1 :]
        past = period < latest.get(part, "") if period else overtaken
        voices = _voices(claims for other, claims in periods.items() if other != period)
        bundles = _of_period(period, members, setting, past=past)
        found.extend(structs.replace(bundle, part=part, voices=voices) for bundle in bundles)
    return found


def _voices(told: Iterable[Iterable[Claim]]) -> frozenset[str]:
    """Who tells the figures, as far as it is said."""
    return frozenset(claim.attribution for claims in told for claim in claims if claim.attribution)


def _latest(periods: Mapping[str, Sequence[Claim]], setting: Setting) -> dict[str, str]:
    """The last period of whole years (under "") and that of each part of a year, those that lay ahead left aside."""
    known = sorted(period for period, told in periods.items() if not _ahead(period, told, setting))
    return {period[YEAR + 1 :]: period for period in known if period}


def value_of(claim: Claim) -> Value:
    """The value a claim gives: a rank before a quantity, where it gives both."""
    value = value_in(claim.content)
    if value is None:
        raise TypeError(type(claim.content).__name__)
    return value


def value_in(content: Content) -> Value | None:
    """The value in a content; None where it gives none."""
    match content:
        case Resource(rank=int(rank)):
            return float(rank)
        case Resource(quantity=Quantity(value=value)) | RouteFact(object=Quantity(value=value)) | Profile(value=value):
            return value
        case Relation(quantity=Quantity(value=value)):
            return value
        case _:
            return None


def _period(claim: Claim) -> str:
    content = claim.content
    if isinstance(content, Profile):
        return (content.as_of or "")[:YEAR]
    year = str(getattr(content, "year", None) or "")
    return f"{year} {_part(claim)}".strip() if year else ""


def _part(claim: Claim) -> str:
    """The months that a figure is of, written in one way ("01-06"); empty for the whole year."""
    match claim.content:
        case (
            Resource(quantity=Quantity(of=str(of)))
            | RouteFact(object=Quantity(of=str(of)))
            | Relation(quantity=Quantity(of=str(of)))
        ):
            span = split(of)[1]
        case _:
            span = None
    return "" if span is None else f"{span[0]:02}-{span[1]:02}"


def _by_period(claims: Sequence[Claim], setting: Setting) -> dict[str, list[Claim]]:
    """The claims by year; those without one stand under "" unless just one year has their value.

    So does no cost that was told in a later year than any: it stands under that.
    """
    dated: dict[str, list[Claim]] = {}
    for claim in claims:
        dated.setdefault(_period(claim), []).append(claim)
    undated = dated.pop("", [])
    for period in [period for period in dated if len(period) > YEAR and period[:YEAR] in dated]:
        _join_impossible(period, dated)
    stated = {period: {value_of(claim) for claim in members} for period, members in dated.items()}
    for claim in undated:
        if anew := _put_anew(claim, stated, setting):
            dated.setdefault(anew, []).append(claim)
            continue
        homes = [period for period, values in stated.items() if any(same(value_of(claim), value) for value in values)]
        dated.setdefault(homes[0] if len(homes) == 1 else "", []).append(claim)
    for before, after in pairwise(sorted(period for period in dated if period)):
        if _are_rivals(dated[before], dated[after], setting):
            dated[after] = dated.pop(before) + dated[after]
    return dated


def _are_rivals(before: Sequence[Claim], after: Sequence[Claim], setting: Setting) -> bool:
    """Whether these are costs that different sources put otherwise within a year, and none says that it was revised."""
    if not all(
        isinstance(told[0].content, RouteFact) and told[0].content.predicate == COST for told in (before, after)
    ):
        return False
    if any(close(value_of(one), value_of(other)) for one in before for other in after):
        return False
    voices = [{claim.attribution for claim in told if claim.attribution} for told in (before, after)]
    if setting.sources(before) & setting.sources(after) or voices[0] & voices[1]:
        return False
    months = [_month_told(claim, setting) for claim in (*before, *after)]
    if not all(months) or _months(max(months)) - _months(min(months)) > _A_YEAR:
        return False
    return not any(_REVISED.search(claim.evidence.quote) for claim in (*before, *after))


def _months(month: str) -> int:
    return int(month[:YEAR]) * _A_YEAR + int(month[YEAR + 1 :])


def _put_anew(claim: Claim, stated: Mapping[str, Iterable[Value]], setting: Setting) -> str:
    """The year in which a cost without one was told; empty for what is told of earlier or later years, too.

    What a way costs is put anew while it is built: one that none of the years before has takes their place.
    """
    content = claim.content
    told = _year_told(claim, setting) if isinstance(content, RouteFact) and content.predicate == COST else ""
    known = [value for values in stated.values() for value in values]
    later = bool(known) and all(period[:YEAR] < told for period in stated)
    return told if later and not any(close(value_of(claim), value) for value in known) else ""


def _set_beside(latest: str, periods: dict[str, list[Claim]], setting: Setting) -> bool:
    """Set undated figures of what lasts beside the newest ones, except those published before; true when such are left.

    Shares and words stay by themselves: growth is of some year, and an office changes hands.
    """
    undated = periods.get("", [])
    if not (latest and undated) or not _is_lasting(undated[0]):
        return False
    older = [claim for claim in undated if _published(claim, setting) < latest[:YEAR]]
    periods[latest].extend(claim for claim in undated if claim not in older)
    if older:
        periods[""] = older
    else:
        del periods[""]
    return bool(older)


def _published(claim: Claim, setting: Setting) -> str:
    """The year in which the claim's article came out; later than any where that is not known."""
    return _year_told(claim, setting) or "9999"


def _ahead(period: str, claims: Sequence[Claim], setting: Setting) -> bool:
    """True when the period lay ahead of all who told of it."""
    return bool(period) and all(_published(claim, setting) < period[:YEAR] for claim in claims)


def _is_lasting(claim: Claim) -> bool:
    content = claim.content
    if isinstance(content, RouteFact):
        return content.predicate in LASTING
    return isinstance(content, Profile) and not isinstance(content.value, str) and content.unit != SHARE


def _join_impossible(period: str, dated: dict[str, list[Claim]]) -> None:
    """Set figures of a part of a year beside those of the whole year where both cannot be so."""
    year, first, last = period[:YEAR], *map(int, period[YEAR:].split("-"))
    part = length((first, last))
    whole = [value_of(claim) for claim in dated[year]]
    for claim in tuple(dated[period]):
        steady = isinstance(claim.content, RouteFact)
        if all(impossible(value_of(claim), part, value, steady=steady) for value in whole):
            dated[period].remove(claim)
            dated[year].append(claim)
    if not dated[period]:
        del dated[period]


def _of_period(period: str, claims: Sequence[Claim], setting: Setting, *, past: bool) -> list[Bundle]:
    sides = _sides(claims, setting)
    groups = components(len(sides), _disputes(sides, setting))
    found: list[Bundle] = []
    for numbers in groups:
        members = [sides[number] for number in numbers]
        mark = period if len(groups) == 1 else f"{period} = {min(str(side.value) for side in members)}".strip()
        in_turn = _revised(members, setting) if period else _in_turn(members, setting)
        if in_turn:
            found.extend(_succession(mark, in_turn, past=past, revised=bool(period)))
        else:
            found.append(Bundle(mark, tuple(side.claims for side in members), past))
    return [structs.replace(bundle, revised=True) if _is_cost(bundle) else bundle for bundle in found]


def _is_cost(bundle: Bundle) -> bool:
    """Whether it is what a way costs: that is put anew, however its year is told."""
    content = bundle.values[0][0].content
    return isinstance(content, RouteFact) and content.predicate == COST


def _sides(claims: Sequence[Claim], setting: Setting) -> list[_Side]:
    given: dict[Value, list[Claim]] = {}
    for claim in claims:
        given.setdefault(value_of(claim), []).append(claim)
    support = {value: setting.sources(members) for value, members in given.items()}
    groups = (part for group in clusters(support) for part in _told_apart(group, given, setting))
    return [_Side(group[0], tuple(claim for value in group for claim in given[value])) for group in groups]


def _told_apart(values: list[Value], given: Mapping[Value, Sequence[Claim]], setting: Setting) -> list[list[Value]]:
    """Values that are nearly equal, each by itself where one article sets them against each other by name.

    A range is not set against a figure that lies in it.
    """
    pairs = combinations([value for value in values if not isinstance(value, tuple)], 2)
    apart = any(_set_against(given[a], given[b], setting) for a, b in pairs)
    return [[value] for value in values] if apart else [values]


def _set_against(one: Sequence[Claim], other: Sequence[Claim], setting: Setting) -> bool:
    """True when one article gives both values and has them from two different sources."""
    return bool(_articles(one, setting) & _articles(other, setting)) and _two_voices(one, other, setting)


def _articles(claims: Iterable[Claim], setting: Setting) -> frozenset[str]:
    return frozenset(map(setting.origin, claims))


def _two_voices(one: Sequence[Claim], other: Sequence[Claim], setting: Setting) -> bool:
    """True when the articles that give both values have each from somebody else; where none does, all are asked. Who
    gives another figure for what an article tells by itself stands against that."""
    both = _articles(one, setting) & _articles(other, setting)
    voices = [
        {claim.attribution for claim in claims if not both or setting.origin(claim) in both} for claims in (one, other)
    ]
    countered = any(claim.rule == COUNTERED for claim in (*one, *other))
    return (countered or None not in voices[0] | voices[1]) and not voices[0] & voices[1]


def _disputes(sides: Sequence[_Side], setting: Setting) -> list[tuple[int, int]]:
    pairs = combinations(range(len(sides)), 2)
    return [(one, other) for one, other in pairs if _disagree(sides[one], sides[other], setting)]


def _disagree(one: _Side, other: _Side, setting: Setting) -> bool:
    """True when different articles give the two values, or one article gives each from somebody else."""
    if not setting.sources(one.claims) & setting.sources(other.claims):
        return True
    return _two_voices(one.claims, other.claims, setting)


def _in_turn(sides: Sequence[_Side], setting: Setting) -> list[tuple[str, _Side]]:
    """The sides with the year each was last published, when one value clearly followed the other; else nothing."""
    if any(_are_rivals(one.claims, other.claims, setting) for one, other in combinations(sides, 2)):
        return []
    return _followed([([_year_told(claim, setting) for claim in side.claims], side) for side in sides])


def _revised(sides: Sequence[_Side], setting: Setting) -> list[tuple[str, _Side]]:
    """The sides with the month each was last told in, when they are what one firm planned and then planned anew."""
    claims = [claim for side in sides for claim in side.claims]
    firms = {claim.content.firm if isinstance(claim.content, Resource) else "" for claim in claims}
    if len(firms) != 1 or "" in firms or not all(claim.modality.ahead for claim in claims):
        return []
    return _followed([([_month_told(claim, setting) for claim in side.claims], side) for side in sides])


def _month_told(claim: Claim, setting: Setting) -> str:
    told = setting.told([claim])[:MONTH]
    return told if len(told) == MONTH else ""


def _year_told(claim: Claim, setting: Setting) -> str:
    return setting.published.get(claim.evidence.article, "")[:YEAR]


def _followed(told: Iterable[tuple[Sequence[str], _Side]]) -> list[tuple[str, _Side]]:
    """The sides with the last date each was told at, in that order, unless their dates overlap or are not known."""
    spans = sorted(((min(dates), max(dates), side) for dates, side in told), key=lambda span: span[:2])
    apart = all(before[1] < after[0] for before, after in pairwise(spans))
    if len(spans) < 2 or not spans[0][0] or not apart:
        return []
    return [(last, side) for _, last, side in spans]


def _succession(mark: str, in_turn: Sequence[tuple[str, _Side]], *, past: bool, revised: bool) -> list[Bundle]:
    *before, (_, newest) = in_turn
    told = [Bundle(f"{mark} told {when}".strip(), (side.claims,), past=True, revised=revised) for when, side in before]
    return [*told, Bundle(mark, (newest.claims,), past)]
