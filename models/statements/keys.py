"""What a claim is about: the key that claims of one statement share, and the topics it touches."""

from __future__ import annotations

from functools import lru_cache, singledispatch
from typing import TYPE_CHECKING

from models.records import (
    Claim,
    Commitment,
    Content,
    Event,
    Modality,
    Profile,
    Quantity,
    Quote,
    Relation,
    Resource,
    RouteFact,
)
from models.statements.parties import joined, touched
from models.statements.spans import split

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from models.catalog import Catalog

Parts = tuple[str, ...]

MEETING = "CONSULT"

# AGREE and CONSULT have no doer and receiver: whoever meets or agrees is one set (gold set's README)
MUTUAL = frozenset({"AGREE", MEETING})

# What is told of a route in the same sense by "costs" and "will cost"
COST = "cost"
AHEAD = frozenset({"target", COST})

# What a figure of trade is of that is told by the way it goes
WAY = "through the "
ALSO_WAY = "via the "

# Relations that hold both ways: whoever shares a border with another is neighbour to it
SYMMETRIC = frozenset(
    {"shares border", "partners", "strong ties", "growing trade", "trade", "change in trade", "joint projects"}
)

# Who has a share of what: the figure is that share
OWNS = "owns part of"

# POLECAT's name for the type that PLOVER 0.8 calls DEMAND (vocabularies.md section 1)
SAME_TYPE: Mapping[str, str] = {"REQUEST": "DEMAND"}

# Flows told with a year mean that year: "30 m3/year in 2023" is "30 m3 in 2023"
PER_YEAR = "/year"

SEPARATOR = " | "

# What the keys of denied figures end with
DENIED = f"{SEPARATOR}denied"

# Parts of a subject that tell the whole: with whom, at which site and by which firm comes behind them
WHOLE = 3

# A route that goes around a land does not cross it: the two are one statement, told or denied
CROSSES, BYPASSES = "crosses", "bypasses"

# What a route has at any time: told without a year it is told of today
LASTING = frozenset({"length", "capacity", COST, "transit_time"})


def key(claim: Claim, catalog: Catalog) -> str:
    """What the claim is about, without its value and period: claims of one statement have the same key."""
    parts = (claim.kind.value, *_subject(claim.content, catalog), *_reality(claim))
    return SEPARATOR.join(parts)


def family(claim: Claim, catalog: Catalog) -> str:
    """What all claims share that have a say in each other's statements: kind and subject, whatever is real of it.

    Money of which nobody says who gets it may be that of which another says so: all of a giver is one family.
    """
    parts = 1 if type(claim.content) is Commitment else WHOLE
    return SEPARATOR.join((claim.kind.value, *_subject(claim.content, catalog)[:parts]))


def topics(claim: Claim, catalog: Catalog) -> frozenset[str]:
    """The country codes, commodity ids, route ids and actors a claim touches; a group brings its members."""
    return touched(filter(None, _touches(claim.content, catalog)), catalog)


def plover_type(event: Event) -> str:
    """The event's type by its PLOVER 0.8 name."""
    return SAME_TYPE.get(event.plover, event.plover)


def _reality(claim: Claim) -> Parts:
    """What keeps plans from being counted with deeds, and denied figures with stated ones.

    A target, a commitment and what a way costs are about what is to come, so that a planned one is the same as a
    stated one.
    """
    content = claim.content
    forward = isinstance(content, Commitment) or (isinstance(content, RouteFact) and content.predicate in AHEAD)
    real = (Modality.DONE, Modality.ONGOING, Modality.PLANNED) if forward else (Modality.DONE, Modality.ONGOING)
    modality = () if claim.modality in real else (claim.modality.value,)
    return modality if claim.affirmed or not is_figure(content) else (*modality, DENIED.removeprefix(SEPARATOR))


def is_figure(content: Content) -> bool:
    """True when the content gives a value that another article may give otherwise."""
    match content:
        case Profile() | Commitment():
            return True
        case Resource():
            return content.rank is not None or content.quantity is not None
        case Relation():
            return content.quantity is not None
        case RouteFact():
            return isinstance(content.object, Quantity)
        case _:
            return False


# --- what it is about -------------------------------------------------------------------------------------------------


@singledispatch
def _subject(content: Content, catalog: Catalog) -> Parts:
    raise TypeError(type(content).__name__)


@_subject.register(Profile)
def _(content: Profile, catalog: Catalog) -> Parts:
    part = (f"of {joined((content.of,), catalog)}",) if content.of else ()
    about = (content.country, content.property, content.unit or "", *part)
    found = catalog.properties.get(content.property)
    # what has several values at once (languages, borders) is one statement for each
    return (*about, plain(str(content.value))) if found and found.many else about


@_subject.register(Resource)
def _(content: Resource, catalog: Catalog) -> Parts:
    flow = (f"with {joined(content.partner, catalog)}",) if content.partner else ()
    site = (f"at {plain(content.site)}",) if content.site else ()
    firm = (f"by {plain(content.firm)}",) if content.firm else ()
    about = (joined((content.country,), catalog), content.resource, content.relation, *flow, *site, *firm)
    if content.rank is not None:
        return (*about, "rank")
    if content.quantity is not None:
        return (*about, _measure(content.quantity, content.year, catalog))
    return about


@_subject.register(RouteFact)
def _(content: RouteFact, catalog: Catalog) -> Parts:
    if isinstance(content.object, Quantity):
        flows = content.predicate not in LASTING
        return content.route, content.predicate, _measure(content.object, content.year if flows else None, catalog)
    predicate = CROSSES if content.predicate == BYPASSES else content.predicate
    part = (f"on {plain(content.part)}",) if content.part else ()
    return content.route, predicate, joined(content.object, catalog), *part


@_subject.register(Event)
def _(content: Event, catalog: Catalog) -> Parts:
    plover = plover_type(content)
    if plover in MUTUAL:
        return plover, joined((*content.actor, *content.target), catalog)
    return plover, joined(content.actor, catalog), joined(content.target, catalog)


@_subject.register(Commitment)
def _(content: Commitment, catalog: Catalog) -> Parts:
    return joined(content.by, catalog), joined(content.to, catalog)


@_subject.register(Quote)
def _(content: Quote, catalog: Catalog) -> Parts:
    return (plain(content.speaker),)


@_subject.register(Relation)
def _(content: Relation, catalog: Catalog) -> Parts:
    ends = [joined((content.a,), catalog), joined((content.b,), catalog)]
    words = plain(content.relation)
    measure = () if content.quantity is None else (_measure(content.quantity, content.year, catalog),)
    return *(sorted(ends) if words in SYMMETRIC else ends), words, *measure


def _measure(quantity: Quantity, year: int | None, catalog: Catalog) -> str:
    """The unit and what it is of; time saved and ways shortened (negative figures) are a measure of their own.

    A part of the year is no measure but a period.
    """
    unit = quantity.unit.removesuffix(PER_YEAR) if year else quantity.unit
    low = quantity.value[0] if isinstance(quantity.value, tuple) else quantity.value
    of = split(quantity.of or "")[0] if year else quantity.of
    words = (unit, f"of {plain(_by_way(of, catalog))}" if of else "", "less" if low < 0 else "")
    return " ".join(filter(None, words))


def _by_way(of: str, catalog: Catalog) -> str:
    """What a figure is of, with the way that it goes by its id, however the text calls it."""
    parts = of.replace(ALSO_WAY, WAY).split(", ")
    for at, part in enumerate(parts):
        if part.startswith(WAY):
            line = catalog.line(part.removeprefix(WAY))
            parts[at] = f"{WAY}{line}" if line else part
    return ", ".join(parts)


def plain(text: str) -> str:
    """The text in lower case with single spaces, for comparing words."""
    return " ".join(text.casefold().split())


# --- topics -----------------------------------------------------------------------------------------------------------


@singledispatch
def _touches(content: Content, catalog: Catalog) -> Iterable[str]:
    raise TypeError(type(content).__name__)


@_touches.register(Profile)
def _(content: Profile, catalog: Catalog) -> Iterable[str]:
    return (content.country, content.of) if catalog.country(content.of) else (content.country,)


@_touches.register(Resource)
def _(content: Resource, catalog: Catalog) -> Iterable[str]:
    return content.country, content.resource, *content.partner


@_touches.register(RouteFact)
def _(content: RouteFact, catalog: Catalog) -> Iterable[str]:
    return (content.route,) if isinstance(content.object, Quantity) else (content.route, *content.object)


@_touches.register(Event)
def _(content: Event, catalog: Catalog) -> Iterable[str]:
    """Who takes part; what a firm does concerns its country, too."""
    parties = (*content.actor, *content.target)
    return *parties, *content.lands, *(_home(party, catalog) for party in parties)


def _home(party: str, catalog: Catalog) -> str:
    """The country of a firm or person that the catalog knows by this name; empty for any other party."""
    found = catalog.find(party, ("actor",))
    actor = catalog.actors.get(found[1]) if found else None
    return (actor.country or "") if actor else ""


@_touches.register(Commitment)
def _(content: Commitment, catalog: Catalog) -> Iterable[str]:
    return *content.by, *content.to


@_touches.register(Relation)
def _(content: Relation, catalog: Catalog) -> Iterable[str]:
    """Both ends; what is owned concerns also the country where it lies and that of its owner."""
    homes = (_home(end, catalog) for end in (content.a, content.b)) if content.lands else ()
    return content.a, content.b, *content.lands, *homes


@_touches.register(Quote)
def _(content: Quote, catalog: Catalog) -> Iterable[str]:
    """The speaker, the states that the quote concerns, and every country named in the speaker's role or words."""
    found = catalog.find(content.speaker, ("actor", "country", "group"))
    speaker = found[1] if found else content.speaker
    actor = catalog.actors.get(speaker)
    said = " . ".join((content.speaker, content.role or "", content.words))
    return speaker, actor.country if actor else "", *content.lands, *countries_named(said, catalog)


def countries_named(text: str, catalog: Catalog) -> frozenset[str]:
    """The codes of the countries and groups that the text names."""
    named = (_country(catalog, word) for word in dict.fromkeys(_names(text)) if len(word) > CODE or word.isupper())
    return frozenset(filter(None, named))


@lru_cache(maxsize=10_000)
def _country(catalog: Catalog, word: str) -> str | None:
    return catalog.find_country(word)


LONGEST_NAME = 3

CODE = 3
"""Letters of a country's code, which stands in capitals: a short word with one capital is none."""


def _names(text: str) -> Iterable[str]:
    """Runs of up to three words that begin with a capital: what may be a name."""
    words = [word.strip("“”\"'’‘«»().,;:!?") for word in text.split()]
    for start, word in enumerate(words):
        if word[:1].isupper():
            for end in range(start + 1, min(start + LONGEST_NAME, len(words)) + 1):
                yield " ".join(words[start:end]).removesuffix("’s").removesuffix("'s")
