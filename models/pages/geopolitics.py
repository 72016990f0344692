"""The Geopolitics tab: who deals with whom, a timeline, commitments, and what sources disagree on."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from models.pages.folding import within
from models.pages.lines import Line, lines, newest_first
from models.records import (
    Commitment,
    Content,
    Event,
    Kind,
    Modality,
    PartialDate,
    Rank,
    Record,
    Relation,
    Standing,
    Statement,
    Variant,
)
from models.statements.keys import MUTUAL, plover_type
from models.statements.parties import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from models.catalog import Catalog
    from models.phrases import Phrases


class Party(Record):
    """A country or organisation in the picture of links. `body` is true for what is no country nor group of them: an
    organisation, a bank, a firm."""

    code: str
    name: str
    in_region: bool
    body: bool = False


class Link(Record):
    """Dealings between a partner `a`, or another country of the region, and a country of the region `b`.

    `weight` is the number of statements, `cooperation` and `conflict` count those of each PLOVER side, and
    `tone` is cooperation, mixed, conflict, or neutral where nothing but borders, memberships and the like is told.
    """

    a: str
    b: str
    weight: int
    cooperation: int
    conflict: int
    tone: str
    statements: tuple[str, ...]


class Moment(Record):
    """An event on the timeline. `date` is as precise as stated; `quad` is the PLOVER quad class 1 to 4.

    `text` does not repeat the date, `label` is the type of event in words. `lanes` are the countries of the region that
    it touches, or the region alone where that acts as one.
    """

    date: PartialDate
    text: str
    plover: str
    quad: int
    actors: tuple[str, ...]
    statement: str
    label: str = ""
    modality: Modality = Modality.DONE
    year_inferred: bool = False
    lanes: tuple[str, ...] = ()


class CommitmentRow(Record):
    """A commitment for the table: names in words, amount as text and as numbers for sorting.

    `stage` tells how far it has come and who says so ("planned"). `within` is the statement that says the same of more
    parties or more fully, or empty.
    """

    by: str
    to: str
    amount: str
    value: float
    currency: str
    period: str
    purpose: str
    line: Line
    stage: str = ""
    within: str = ""


class GeopoliticsPage(Record):
    """Everything the tab shows: partners left, region right, links between them; `lanes` are those of the timeline,
    the region before its countries."""

    partners: tuple[Party, ...]
    region: tuple[Party, ...]
    links: tuple[Link, ...]
    timeline: tuple[Moment, ...]
    commitments: tuple[CommitmentRow, ...]
    contested: tuple[Line, ...]
    lines: tuple[Line, ...]
    lanes: tuple[Party, ...] = ()


# --- builders ---------------------------------------------------------------------------------------------------------

DEALINGS = (Kind.EVENT, Kind.COMMITMENT, Kind.RELATION)

CONFLICT = 3
"""PLOVER quads from this one on are conflict; below it, cooperation."""


def geopolitics_page(statements: Sequence[Statement], catalog: Catalog, phrases: Phrases) -> GeopoliticsPage:
    """Everything the tab shows, from all statements; dealings that do not touch the region are left out."""
    members = frozenset(catalog.region.members)
    ours = [found for found in statements if found.kind in DEALINGS and found.topics & members]
    links = links_of(ours, catalog)
    dealings: dict[str, set[str]] = {}
    for link in links:
        if link.a not in members:
            dealings.setdefault(link.a, set()).update(link.statements)
    told = lines(sorted(newest_first(ours), key=lambda found: DEALINGS.index(found.kind)), phrases)
    partners = sorted(dealings, key=lambda code: (-len(dealings[code]), catalog.name(code)))
    return GeopoliticsPage(
        partners=tuple(
            Party(code, phrases.plain_name(code), in_region=False, body=_is_body(code, catalog)) for code in partners
        ),
        region=tuple(Party(code, phrases.plain_name(code), in_region=True) for code in catalog.region.members),
        links=links,
        timeline=_timeline(ours, catalog, phrases),
        commitments=_commitments(ours, {line.statement: line for line in told}, catalog, phrases),
        contested=lines(filter(_is_contested, statements), phrases),
        lines=told,
        lanes=tuple(
            Party(code, phrases.plain_name(code), in_region=True)
            for code in (catalog.region.id, *catalog.region.members)
        ),
    )


def each_dispute_once(told: Sequence[Line]) -> tuple[Line, ...]:
    """The contested lines without the quotes that another of them tells as what was said otherwise, in their order: a
    dispute of several speakers is told by the one whom most of the others see it otherwise than."""
    kept: dict[str, Line] = {}
    for line in sorted(told, key=lambda line: -len(line.opposed)):
        if not any(line.variants[0] in other.opposed for other in kept.values()):
            kept[line.statement] = line
    return tuple(line for line in told if line.statement in kept)


def _is_contested(statement: Statement) -> bool:
    """Whether sources disagree on it, or those who are quoted do."""
    return statement.standing is Standing.CONTESTED or bool(statement.against)


def _is_body(code: str, catalog: Catalog) -> bool:
    return code not in catalog.groups and catalog.country(code) is None


# --- links ------------------------------------------------------------------------------------------------------------


def links_of(statements: Iterable[Statement], catalog: Catalog) -> tuple[Link, ...]:
    """A link for each partner and country of the region that deal with each other, the busiest first."""
    dealings: dict[tuple[str, str], list[Statement]] = {}
    for statement in statements:
        if _counts(statement):
            for pair in _pairs(statement.variants[0].content, catalog):
                dealings.setdefault(pair, []).append(statement)
    links = [_link(a, b, found, catalog) for (a, b), found in dealings.items()]
    return tuple(sorted(links, key=lambda link: (-link.weight, link.a, link.b)))


def _counts(statement: Statement) -> bool:
    """False for what is deprecated, taken back, denied, or not (yet) done; promises of money count, plans to meet do
    not."""
    if statement.standing is Standing.WITHDRAWN or statement.rank is Rank.DEPRECATED:
        return False
    if not all(claim.affirmed for claim in statement.claims):
        return False
    return statement.kind is Kind.COMMITMENT or not statement.claims[0].modality.ahead


def _pairs(content: Content, catalog: Catalog) -> set[tuple[str, str]]:
    """(partner, country of the region) for all who deal with each other; the region stands for all its members.

    Two of the region stand in its order; what the region does as a whole is no dealing of any two.
    """
    sides = _sides(content)
    region = catalog.region
    found: set[tuple[str, str]] = set()
    for one, other in (sides, sides[::-1]):
        partners = [code for code in folded(one, catalog) if code != region.id and code not in region.members]
        inside = [code for code in other if code in region.members or code == region.id]
        members = region.members if region.id in inside else inside
        found.update(product(partners, members))
    if not any(region.id in folded(side, catalog) for side in sides):
        ours = ([code for code in side if code in region.members] for side in sides)
        pairs = (sorted(pair, key=region.members.index) for pair in product(*ours))
        found.update((first, second) for first, second in pairs if first != second)
    return found


def _sides(content: Content) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The two sides that deal with each other; in a meeting or agreement everyone deals with everyone."""
    match content:
        case Event() if plover_type(content) in MUTUAL:
            everyone = (*content.actor, *content.target)
            return everyone, everyone
        case Event(actor=actor, target=target):
            return actor, target
        case Commitment(by=by, to=to):
            return by, to
        case Relation(a=a, b=b):
            return (a,), (b,)
        case _:
            return (), ()


def _link(a: str, b: str, statements: Sequence[Statement], catalog: Catalog) -> Link:
    quads = [_quad(statement.variants[0].content, catalog) for statement in statements]
    cooperation = sum(0 < quad < CONFLICT for quad in quads)
    conflict = sum(quad >= CONFLICT for quad in quads)
    tones = {(True, True): "mixed", (True, False): "cooperation", (False, True): "conflict", (False, False): "neutral"}
    ids = tuple(statement.id for statement in newest_first(statements))
    return Link(a, b, len(statements), cooperation, conflict, tones[cooperation > 0, conflict > 0], ids)


def _quad(content: Content, catalog: Catalog) -> int:
    """The PLOVER quad of an event; a promise of money is verbal cooperation (1), a relation has none (0).

    Nor has a demand whose mode is no conflict: a call for closer ties.
    """
    if isinstance(content, Event):
        found = catalog.plover.get(plover_type(content))
        return found.quad if found and content.mode not in found.neutral else 0
    return 1 if isinstance(content, Commitment) else 0


# --- timeline and commitments -----------------------------------------------------------------------------------------


def _timeline(statements: Iterable[Statement], catalog: Catalog, phrases: Phrases) -> tuple[Moment, ...]:
    """The events that have a date and a place among what PLOVER tells apart, the oldest first; nothing that was not
    done."""
    return tuple(found for found in moments(statements, catalog, phrases) if found.quad)


def moments(statements: Iterable[Statement], catalog: Catalog, phrases: Phrases) -> tuple[Moment, ...]:
    """The events that have a date and are not taken back, the oldest first; `quad` is 0 where PLOVER has no place
    for one, and for what was not done."""
    found = [
        Moment(
            date=content.date,
            text=phrases.undated(statement),
            plover=plover_type(content),
            quad=_quad(content, catalog) if _is_done(statement) else 0,
            actors=tuple(sorted(folded((*content.actor, *content.target), catalog))),
            statement=statement.id,
            label=phrases.plover(plover_type(content)),
            modality=statement.variants[0].claims[0].modality,
            year_inferred=content.year_inferred and not statement.variants[0].told,
            lanes=_lanes(statement, content, catalog),
        )
        for statement in statements
        if isinstance(content := statement.variants[0].content, Event)
        and content.date
        and statement.standing is not Standing.WITHDRAWN
    ]
    return tuple(sorted(found, key=_when))


def _is_done(statement: Statement) -> bool:
    """Whether the value that leads tells it as done or to come, and not as denied."""
    return any(claim.affirmed for claim in statement.variants[0].claims)


def _when(moment: Moment) -> tuple[str, ...]:
    """The day; on one day by what is the same in every language."""
    return moment.date, moment.plover, *moment.actors, moment.statement


def _lanes(statement: Statement, content: Event, catalog: Catalog) -> tuple[str, ...]:
    """The countries of the region that an event touches, in its order; the region where it acts as one."""
    region = catalog.region
    ours = tuple(code for code in region.members if code in statement.topics)
    whole = region.id in folded((*content.actor, *content.target), catalog) or len(ours) == len(region.members)
    return (region.id,) if whole else ours


def _commitments(
    statements: Iterable[Statement], told: Mapping[str, Line], catalog: Catalog, phrases: Phrases
) -> tuple[CommitmentRow, ...]:
    """The commitments by giver and receiver, the best supported first; `told` are the lines of all statements."""
    promised = {found.id: found for found in statements if found.kind is Kind.COMMITMENT}
    held = within((told[key] for key in promised), promised.__getitem__, catalog)
    rows = [
        (
            (-statement.independent, *_parties(content, catalog)),
            _commitment(told[key], chosen, content, held.get(key, ""), phrases),
        )
        for key, statement in promised.items()
        if isinstance(content := (chosen := statement.shown).content, Commitment)
    ]
    return tuple(row for _, row in sorted(rows, key=lambda pair: (pair[0], -pair[1].value)))


def _parties(content: Commitment, catalog: Catalog) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Giver and receiver by their names in the catalog, which are the same in every language."""
    return tuple(map(catalog.name, content.by)), tuple(map(catalog.name, content.to))


def _commitment(line: Line, chosen: Variant, content: Commitment, fuller: str, phrases: Phrases) -> CommitmentRow:
    amount = content.amount
    return CommitmentRow(
        by=phrases.heading(content.by, chosen.claims),
        to=phrases.heading(content.to),
        amount=phrases.money(chosen),
        value=amount.value[1] if isinstance(amount.value, tuple) else amount.value,
        currency=amount.currency,
        period=phrases.period(content.period_years),
        purpose=phrases.purpose(content),
        line=line,
        stage=phrases.stage(chosen),
        within=fuller,
    )
