"""All claims -> all statements: sort by key, find what agrees, add the user's verdicts, say how it stands."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import structs

from models.records import (
    LEADING,
    Claim,
    Commitment,
    Content,
    Decision,
    Event,
    Profile,
    Quote,
    Rank,
    Resource,
    Standing,
    Statement,
    Variant,
    best,
)
from models.statements.bundles import Bundle, Setting, by_denial
from models.statements.commitments import commitments
from models.statements.events import events, settle
from models.statements.figures import figures, value_in
from models.statements.keys import DENIED, SEPARATOR, is_figure, key, topics
from models.statements.origins import independent, names_nobody, summing
from models.statements.quotes import quotes, set_against
from models.statements.receivers import with_receivers
from models.statements.unnamed import with_unnamed
from models.statements.values import precision
from models.statements.wholes import marked
from models.statements.withdrawn import taken_back

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from models.catalog import Catalog
    from models.records import Verdict

ID_LENGTH = 16


def group(
    claims: Iterable[Claim],
    catalog: Catalog,
    verdicts: Iterable[Verdict] = (),
    published: Mapping[str, str] | None = None,
    origins: Mapping[str, str] | None = None,
    works: Mapping[str, tuple[str, ...]] | None = None,
    houses: Mapping[str, tuple[str, str]] | None = None,
    apart: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Statement, ...]:
    """The statements of the claims, ordered by id; rejected claims are left out, every other is in exactly one.

    `published` gives publication dates by article id, or by the id of a claim whose sentence cites works; `origins` one
    name for articles that are copies of each other: those count once. `works` names what the sentence of a claim cites,
    by claim id, `houses` the publisher and year of articles and works by their names there, `apart` the speakers of
    each article that says that they do not agree. A verdict's target is a claim id; its rank is the rank of the variant
    that holds the claim.
    """
    setting = Setting(catalog, published or {}, origins or {}, works or {}, houses or {})
    decided = tuple(verdicts)
    rejected = {verdict.target for verdict in decided if verdict.decision is Decision.REJECTED}
    ranks = {verdict.target: verdict.rank for verdict in decided if verdict.rank is not None}
    sorted_claims: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        if claim.id not in rejected:
            sorted_claims.setdefault(key(claim, catalog), []).append(claim)
    found = [
        _statement(about, bundle, setting, ranks)
        for about, bundles in _settled(sorted_claims, setting).items()
        for bundle in bundles
    ]
    return tuple(set_against(marked(sorted(found, key=lambda statement: statement.id)), apart or {}))


def _settled(sorted_claims: Mapping[str, Sequence[Claim]], setting: Setting) -> dict[str, list[Bundle]]:
    """The bundles of every key, with plans marked past whose deed is known."""
    sorted_claims = with_receivers(_with_parts(sorted_claims, setting), setting.catalog)
    found = _with_denials({about: _bundles(claims, setting) for about, claims in sorted_claims.items()})
    for about, claims in sorted_claims.items():
        if isinstance(claims[0].content, Event) and claims[0].modality.ahead:
            done = found.get(about.removesuffix(SEPARATOR + claims[0].modality.value), [])
            found[about] = settle(found[about], [deed for deed in done if deed.named], setting)
    return {about: _told_apart(taken_back(bundles, setting)) for about, bundles in found.items()}


def _with_denials(found: Mapping[str, Sequence[Bundle]]) -> dict[str, list[Bundle]]:
    """The bundles by key, each figure beside what denies just that: elsewhere a denied figure contests none."""
    told = {about: list(bundles) for about, bundles in found.items()}
    for about in [about for about in told if about.endswith(DENIED)]:
        stated = told.get(about.removesuffix(DENIED), [])
        left = []
        for bundle in told[about]:
            denied = [claim for side in bundle.values for claim in side]
            at = next((at for at, one in enumerate(stated) if _tells(one, denied)), None)
            if at is None:
                left.append(bundle)
            else:
                stated[at] = structs.replace(stated[at], values=(*stated[at].values, tuple(denied)))
        told[about] = left
    return told


def _tells(bundle: Bundle, denied: Sequence[Claim]) -> bool:
    """Whether it tells all that is denied, in the same words."""
    contents = {claim.content for side in bundle.values for claim in side if claim.affirmed}
    return contents.issuperset(claim.content for claim in denied)


def _with_parts(sorted_claims: Mapping[str, Sequence[Claim]], setting: Setting) -> dict[str, list[Claim]]:
    """The claims by key, each beside the one that names more parts if the same sources give that figure there."""
    homes: dict[tuple[object, ...], list[tuple[frozenset[str], str]]] = {}
    for about, claims in sorted_claims.items():
        for content in {claim.content for claim in claims if _parts(claim.content)}:
            homes.setdefault(_same_figure(content), []).append((_parts(content), about))
    found: dict[str, list[Claim]] = {about: [] for about in sorted_claims}
    for about, claims in sorted_claims.items():
        for claim in claims:
            own, sources = _parts(claim.content), setting.sources([claim])
            known = homes.get(_same_figure(claim.content), ())
            fuller = [
                (parts, one) for parts, one in known if parts > own and setting.sources(sorted_claims[one]) >= sources
            ]
            fullest = {one for parts, one in fuller if not any(other > parts for other, _ in fuller)}
            found[fullest.pop() if len(fullest) == 1 else about].append(claim)
    return {about: claims for about, claims in found.items() if claims}


def _parts(content: Content) -> frozenset[str]:
    """The site and the firm of the country that a figure is of."""
    return frozenset(filter(None, (content.site, content.firm))) if isinstance(content, Resource) else frozenset()


def _same_figure(content: Content) -> tuple[object, ...]:
    """What a figure tells, its site, firm and year aside; nothing where there is none."""
    if not isinstance(content, Resource) or content.quantity is None:
        return ()
    return content.country, content.resource, content.relation, content.quantity


def _told_apart(bundles: Sequence[Bundle]) -> list[Bundle]:
    """The bundles with marks that differ: where a mark came twice, the first claim's id is added."""
    count = Counter(bundle.mark for bundle in bundles)
    return [
        structs.replace(bundle, mark=f"{bundle.mark} {bundle.values[0][0].id}".strip())
        if count[bundle.mark] > 1
        else bundle
        for bundle in bundles
    ]


def _bundles(claims: Sequence[Claim], setting: Setting) -> list[Bundle]:
    return with_unnamed(claims, lambda told: _sorted(told, setting))


def _sorted(claims: Sequence[Claim], setting: Setting) -> list[Bundle]:
    match claims[0].content:
        case Commitment():
            return commitments(claims, setting)
        case Event():
            return events(claims, setting)
        case Quote():
            return quotes(claims, setting)
        case content if is_figure(content):
            return figures(claims, setting)
        case _:
            return [Bundle("", by_denial(claims))]


# --- a statement ------------------------------------------------------------------------------------------------------


def _statement(about: str, bundle: Bundle, setting: Setting, ranks: Mapping[str, Rank]) -> Statement:
    variants = [_variant(claims, setting, ranks) for claims in bundle.values]
    if len(variants) > 1:
        variants = sorted(_weighed(variants, setting), key=lambda variant: variant.claims[0].id)
        variants.sort(key=lambda variant: variant.told, reverse=True)
        variants.sort(key=lambda variant: _support(variant, bundle, setting))
        variants.sort(key=lambda variant: LEADING.index(variant.rank))  # what the user says comes before all counts
    claims = [claim for variant in variants for claim in variant.claims]
    words = SEPARATOR.join(filter(None, (about, bundle.mark)))
    return Statement(
        id=hashlib.sha256(words.encode()).hexdigest()[:ID_LENGTH],
        kind=claims[0].kind,
        key=words,
        standing=_standing(variants, bundle, setting),
        variants=tuple(variants),
        topics=_touched(claims, setting),
        rank=_rank(variants),
        independent=_independent(variants, setting),
        series=_series(about, bundle),
    )


def _independent(variants: Sequence[Variant], setting: Setting) -> int:
    """How many sources all values have: never more than there are, whichever of them give several."""
    told = sum(variant.sources for variant in variants)
    if all(variant.own for variant in variants):
        return told
    return min(told, independent([claim for variant in variants for claim in variant.claims], setting)[0])


def _series(about: str, bundle: Bundle) -> str:
    """What figures of other times share with these: what they are about and the part of the year; else nothing."""
    content = bundle.values[0][0].content
    if bundle.alone or isinstance(content, Commitment) or not is_figure(content):
        return ""
    return SEPARATOR.join(filter(None, (about, bundle.part)))


def _support(variant: Variant, bundle: Bundle, setting: Setting) -> tuple[bool, int, bool, bool, bool, bool]:
    """How well a value is supported, the best first.

    Last comes what only some tell who are not named ("other reports"), or only works that sum up others. Of equals the
    first is what somebody named tells, then what tells its time, then what those tell who give the figures of other
    times, then what tells whose it is.
    """
    content = variant.content
    dated = isinstance(content, Profile) and content.as_of is not None
    voices = {claim.attribution or "" for claim in variant.claims}
    sources = setting.sources(variant.claims)
    of_some = _of_some(variant)
    second_hand = of_some or summing(sources, setting) == sources
    return second_hand, -variant.sources, of_some, not dated, bundle.voices.isdisjoint(voices), voices == {""}


def _weighed(variants: Sequence[Variant], setting: Setting) -> list[Variant]:
    """The sides, each with the sources that are for it alone: one that is cited for several speaks for none of them.

    What is told of some who are not named stands in one of the works cited, whichever that is, and counts as one.
    """
    every = Counter(source for variant in variants for source in setting.sources(variant.claims))
    several = frozenset(source for source, number in every.items() if number > 1)
    found: list[Variant] = []
    for variant in variants:
        sources, of_some = setting.sources(variant.claims), _of_some(variant)
        number, shared = (1, ()) if of_some else independent(variant.claims, setting, several)
        own = sources.isdisjoint(several) if of_some else not sources <= several
        found.append(structs.replace(variant, sources=number, shared=shared, own=own))
    return found


def _of_some(variant: Variant) -> bool:
    """Whether only some who are not named give the value ("other reports")."""
    return all(names_nobody(claim.attribution or "") for claim in variant.claims)


def _touched(claims: Sequence[Claim], setting: Setting) -> frozenset[str]:
    """The topics of all claims, worked out once for each content."""
    if len(claims) == 1:
        return topics(claims[0], setting.catalog)
    unlike = {claim.content: claim for claim in claims}.values()
    return frozenset().union(*(topics(claim, setting.catalog) for claim in unlike))


def _variant(claims: Sequence[Claim], setting: Setting, ranks: Mapping[str, Rank]) -> Variant:
    if len(claims) == 1:
        rank = ranks.get(claims[0].id, Rank.NORMAL)
        number, shared = independent(claims, setting)
        return Variant(claims[0].content, tuple(claims), number, rank, setting.told(claims), shared)
    given = {ranks[claim.id] for claim in claims if claim.id in ranks}
    rank = next((rank for rank in (Rank.PREFERRED, Rank.DEPRECATED) if rank in given), Rank.NORMAL)
    ordered = tuple(sorted(claims, key=lambda claim: (claim.evidence.article, claim.evidence.start, claim.id)))
    number, shared = independent(claims, setting)
    named = tuple(claim for claim in ordered if claim.in_words) or ordered
    return Variant(_best_told(named), ordered, number, rank, setting.told(named), shared)


def _best_told(claims: Sequence[Claim]) -> Content:
    """The fullest content; then the most exact, that of most claims, the shortest, the first in the alphabet."""
    if len(claims) == 1:
        return claims[0].content
    count: dict[Content, int] = {}
    for claim in claims:
        count[claim.content] = count.get(claim.content, 0) + 1
    return min(count, key=lambda content: (*_told(content), -count[content], len(str(content)), str(content)))


def _told(content: Content) -> tuple[int, int]:
    """How full and how exact a content is, the best first."""
    value = value_in(content)
    return -_fullness(content), 0 if value is None else -precision(value)


def _fullness(content: Content) -> int:
    """How many fields say something; a date counts by its precision, and less where its year is not in the text."""
    told = sum(1 for value in structs.astuple(content) if value not in (None, "", (), False))
    exact = len(content.date or "") if isinstance(content, Event) else 0
    return told * 10 + exact - 11 * getattr(content, "year_inferred", False)


def _standing(variants: Sequence[Variant], bundle: Bundle, setting: Setting) -> Standing:
    kept = best(variants)
    if len(kept) > 1:
        return Standing.CONTESTED
    if bundle.past:
        followed = Standing.SUPERSEDED if bundle.revised else Standing.EARLIER
        return Standing.WITHDRAWN if bundle.withdrawn else followed
    return Standing.CORROBORATED if kept[0].sources > 1 else Standing.SINGLE


def _rank(variants: Sequence[Variant]) -> Rank:
    ranks = {variant.rank for variant in variants}
    if Rank.PREFERRED in ranks:
        return Rank.PREFERRED
    return Rank.DEPRECATED if ranks == {Rank.DEPRECATED} else Rank.NORMAL
