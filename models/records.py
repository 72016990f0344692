"""The records of Oxus: frozen structs that every other module passes around.

They are `msgspec` structs: immutable, slotted, quick to make and checked when a dict becomes a record at the
store's edge. Countries are ISO 3166-1 alpha-3 codes, or the code of a group of the
catalog (the region itself is one). Commodities and routes are catalog ids; what the catalog does not
know stands as the article wrote it. Dates are partial ISO 8601: "2025", "2025-12" or "2025-12-20".
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, dataclass_transform

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Sequence

PartialDate = str

_PARTIAL = re.compile(r"\d{4}(?:-\d\d){0,2}")


class Kind(StrEnum):
    """What a claim is about."""

    PROFILE = "profile"
    RESOURCE = "resource"
    ROUTE = "route"
    EVENT = "event"
    COMMITMENT = "commitment"
    QUOTE = "quote"
    RELATION = "relation"


class Modality(StrEnum):
    """How real the article says it is."""

    DONE = "done"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"

    @property
    def ahead(self) -> bool:
        """Whether it is not, or not yet, so."""
        return self in (Modality.PLANNED, Modality.POSSIBLE)


class Standing(StrEnum):
    """How the sources of a statement stand to each other."""

    SINGLE = "single"
    CORROBORATED = "corroborated"
    CONTESTED = "contested"
    SUPERSEDED = "superseded"

    @property
    def holds(self) -> bool:
        """Whether it holds today and no source says otherwise."""
        return self in (Standing.SINGLE, Standing.CORROBORATED)


class Rank(StrEnum):
    """The Wikibase rank of a statement or of one of its variants."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


class Decision(StrEnum):
    """What the user decided about a claim."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Role(StrEnum):
    """What part of an article a block of its text is."""

    TITLE = "title"
    BODY = "body"
    QUOTE = "quote"
    FURNITURE = "furniture"


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Record(Struct, frozen=True, omit_defaults=True, gc=False):
    """Base of all records. Being frozen they hold no cycles, so that the search for garbage need not visit them."""


# --- values -----------------------------------------------------------------------------------------------------------


class Quantity(Record):
    """A number or a range [low, high] with its unit (closed list: resources/catalog/units.toml) and what it is of."""

    value: float | tuple[float, float]
    unit: str
    of: str | None = None


class Money(Record):
    """An amount, written out (3 trillion is 3e12), or a range [low, high], in an ISO 4217 currency."""

    value: float | tuple[float, float]
    currency: str


# --- what a claim can say: one struct a kind, fields as in the gold set's README --------------------------------------


class Profile(Record, tag_field="kind", tag="profile"):
    """A country's key figure: `property` is an id of resources/catalog/properties.toml.

    Of a property with many values, all that a sentence names are one value, joined by "+" in alphabetical order.
    `of` is the port, plant or firm in the country that the figure is of, by name, or the partner in it, by code; empty
    for the country's own. `year_inferred` as of an event: "last year" has its year from the article's date.
    """

    country: str
    property: str
    value: str | float | tuple[float, float]
    unit: str | None = None
    as_of: PartialDate | None = None
    of: str = ""
    year_inferred: bool = False


class Resource(Record, tag_field="kind", tag="resource"):
    """What a country has to do with a commodity: has, produces, exports, imports, reserves or develops.

    `partner` is where its exports go and where its imports come from, as country codes; empty for all or not said.
    `site` is the mine, field or plant that a figure is of, `firm` the company; both empty for the country's.
    """

    country: str
    resource: str
    relation: str
    rank: int | None = None
    quantity: Quantity | None = None
    year: int | None = None
    partner: tuple[str, ...] = ()
    site: str = ""
    firm: str = ""
    year_inferred: bool = False


class RouteFact(Record, tag_field="kind", tag="route"):
    """What is said of a route: `predicate` as in the gold set, `object` codes and places or a figure."""

    route: str
    predicate: str
    object: tuple[str, ...] | Quantity
    year: int | None = None
    year_inferred: bool = False


class Event(Record, tag_field="kind", tag="event"):
    """A PLOVER event. `date` is only as precise as stated; `year_inferred` when its year is not in the text."""

    plover: str
    actor: tuple[str, ...]
    target: tuple[str, ...] = ()
    mode: str | None = None
    date: PartialDate | None = None
    place: str | None = None
    summary: str = ""
    year_inferred: bool = False


class Commitment(Record, tag_field="kind", tag="commitment"):
    """Money promised, targeted or invested: by whom, to whom, how much, over how many years, what for.

    `deed` is what is done with it: offered, invested, spent, lent, given, bought, agreed; empty where it is promised.
    """

    by: tuple[str, ...]
    to: tuple[str, ...]
    amount: Money
    period_years: int | None = None
    purpose: str = ""
    deed: str = ""


class Quote(Record, tag_field="kind", tag="quote"):
    """Words or a reported statement of a named person or institution. `words` is a substring of the evidence.

    `lands` are the states that it concerns: the speaker's own, and those named or spoken of.
    """

    speaker: str
    role: str | None = None
    direct: bool = False
    words: str = ""
    lands: tuple[str, ...] = ()


class Relation(Record, tag_field="kind", tag="relation"):
    """What a is to b, in words (for example "major investor"); `year` is that of a figure in them."""

    a: str
    b: str
    relation: str
    year: int | None = None
    year_inferred: bool = False


Content = Profile | Resource | RouteFact | Event | Commitment | Quote | Relation

KINDS: dict[type[Record], Kind] = {
    content: Kind(str(content.__struct_config__.tag))
    for content in (Profile, Resource, RouteFact, Event, Commitment, Quote, Relation)
}


# --- articles and claims ----------------------------------------------------------------------------------------------


class Citation(Record):
    """A source that an article itself cites (a digest's front matter).

    `at` are the places, in code points of the canonical text, right behind the words that rest on it; empty where the
    article does not say which do.
    """

    title: str
    publisher: str = ""
    date: PartialDate | None = None
    url: str | None = None
    at: tuple[int, ...] = ()


class Bibliography(Record):
    """What is known about an article, without its text. `id` is the SHA-256 of the canonical text, in hex, cut to 16.

    `origin` is the file name it came from, `builtin` is true for articles that ship with Oxus, `added` is an ISO
    time in UTC. `corrected` names the fields that are the user's word in place of what was found.
    """

    id: str
    title: str
    origin: str
    publisher: str | None = None
    published: PartialDate | None = None
    author: str | None = None
    language: str = "en"
    url: str | None = None
    added: str = ""
    builtin: bool = False
    about_region: bool = True
    cites: tuple[Citation, ...] = ()
    corrected: tuple[str, ...] = ()


class Block(Record):
    """A span [start, end) of the canonical text and the part it plays."""

    role: Role
    start: int
    end: int


class Article(Record):
    """One source text: its bibliographic data, canonical text (made once at import, never altered) and layout."""

    bibliography: Bibliography
    text: str
    blocks: tuple[Block, ...]

    @property
    def id(self) -> str:
        return self.bibliography.id


class Evidence(Record):
    """Where a claim stands: [start, end) in code points of the article's canonical text, with the exact quote.

    `prefix` and `suffix` (up to 32 code points each) are the W3C TextQuoteSelector's context.
    """

    article: str
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""


class Claim(Record):
    """What one article says at one place. `id` is a hash of article, span, rule and content without an event's day,
    which may change with the article's date; so it is stable.

    `attribution` is who the article says it from ("experts"), `certainty` a hedging word of the text ("reportedly").
    `affirmed` is false for what the article denies, `denied_by` is who else denies what the article passes on. `badges`
    are PLOVER's historical, future, hypothetical, negation.
    """

    id: str
    content: Content
    evidence: Evidence
    rule: str
    modality: Modality = Modality.DONE
    affirmed: bool = True
    attribution: str | None = None
    certainty: str | None = None
    badges: tuple[str, ...] = ()
    denied_by: str | None = None

    @property
    def kind(self) -> Kind:
        return KINDS[type(self.content)]


class Variant(Record):
    """One value of a statement and the claims that give it. `sources` counts the independent
    articles, or for a digest the works that its sentences cite; `told` is when the newest of them came out, or empty.
    """

    content: Content
    claims: tuple[Claim, ...]
    sources: int
    rank: Rank = Rank.NORMAL
    told: PartialDate = ""

    @property
    def articles(self) -> int:
        """How many articles give it, copies of each other counted each."""
        return len({claim.evidence.article for claim in self.claims})


def best(variants: Sequence[Variant]) -> list[Variant]:
    """The variants to go by: the preferred ones if there are any, else those that are not deprecated."""
    for rank in (Rank.PREFERRED, Rank.NORMAL):
        found = [variant for variant in variants if variant.rank is rank]
        if found:
            return found
    return list(variants)


class Statement(Record):
    """The claims that say the same thing. Several variants mean that sources disagree: the best supported is first.

    `key` tells in plain words what the claims have in common; `topics` are the country codes, commodity ids, route
    ids and actors it touches. Figures that tell the same of different times have one `series`. `independent` counts the
    sources of all variants: who gives several of them is not counted.
    """

    id: str
    kind: Kind
    key: str
    standing: Standing
    variants: tuple[Variant, ...]
    topics: frozenset[str]
    rank: Rank = Rank.NORMAL
    independent: int = 0
    series: str = ""

    @property
    def shown(self) -> Variant:
        """The value that is told where only one is."""
        return best(self.variants)[0]

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(claim for variant in self.variants for claim in variant.claims)

    @property
    def sources(self) -> int:
        return len({claim.evidence.article for claim in self.claims})


# --- the user's own ---------------------------------------------------------------------------------------------------


class Note(Record):
    """What the user wrote, in Markdown, on a `subject`: a country code, commodity id, route id or actor."""

    id: str
    subject: str
    text: str
    created: str
    changed: str


class Verdict(Record):
    """The user's decision on a claim; `rank` instead sets the rank of a statement's variant."""

    id: str
    target: str
    decision: Decision | None = None
    rank: Rank | None = None
    changed: str = ""


class Correction(Record):
    """What the user says of the article of an `id` in place of what was found there.

    None leaves a field as found; an empty text says that there is none. Raises ValueError for a date that is none.
    """

    id: str
    title: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    author: str | None = None
    url: str | None = None
    changed: str = ""

    def __post_init__(self) -> None:
        if not self.published:
            return
        if not _PARTIAL.fullmatch(self.published):
            raise ValueError(f"{self.published!r} is no partial date")
        date(*[int(part) for part in self.published.split("-")], *(1, 1)[self.published.count("-") :])


# --- news of work -----------------------------------------------------------------------------------------------------


class Change(Record):
    """What a command changed: ids by kind. Tabs ask for their page again when it touches them."""

    articles: frozenset[str] = frozenset()
    statements: bool = False
    notes: frozenset[str] = frozenset()
    verdicts: frozenset[str] = frozenset()


class Problem(Record):
    """An ordinary failure that the user sees: which file (or what), and why, in one plain sentence."""

    subject: str
    reason: str


class Step(Record):
    """One step of long work: `done` of `total`, and what this step gave."""

    done: int
    total: int
    subject: str
    article: Article | None = None
    claims: tuple[Claim, ...] = ()
    problem: Problem | None = None
    duplicate: bool = False
