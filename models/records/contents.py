"""What a claim can say: one struct a kind, fields as in the gold set's README, and their values."""

from __future__ import annotations

from models.records.base import Kind, PartialDate, Record


class Quantity(Record):
    """A number or a range [low, high] with its unit (closed list: resources/catalog/units.toml) and what it is of."""

    value: float | tuple[float, float]
    unit: str
    of: str | None = None


class Money(Record):
    """An amount, written out (3 trillion is 3e12), or a range [low, high], in an ISO 4217 currency."""

    value: float | tuple[float, float]
    currency: str


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
    """What is said of a route: `predicate` as in the gold set, `object` codes and places or a figure.

    `part` is the section or branch that alone leads there, as the text calls it; that of a figure is what it is of.
    """

    route: str
    predicate: str
    object: tuple[str, ...] | Quantity
    year: int | None = None
    year_inferred: bool = False
    part: str = ""


class Event(Record, tag_field="kind", tag="event"):
    """A PLOVER event. `date` is only as precise as stated; `year_inferred` when its year is not in the text.

    `lands` are the countries of the firms that take part, as far as the text or the word lists tell them.
    """

    plover: str
    actor: tuple[str, ...]
    target: tuple[str, ...] = ()
    mode: str | None = None
    date: PartialDate | None = None
    place: str | None = None
    summary: str = ""
    year_inferred: bool = False
    lands: tuple[str, ...] = ()


class Commitment(Record, tag_field="kind", tag="commitment"):
    """Money promised, targeted or invested: by whom, to whom, how much, over how many years, what for.

    `deed` is what is done with it: offered, invested, spent, lent, given, bought, agreed, or what it is: a loan to
    come, a target; empty where it is promised. `year` is when that is, as the sentence has it: of the promise where it
    is made, of the end where it is to be kept by then.
    """

    by: tuple[str, ...]
    to: tuple[str, ...]
    amount: Money
    period_years: int | None = None
    purpose: str = ""
    deed: str = ""
    year: int | None = None
    year_inferred: bool = False


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
    """What a is to b, in words (for example "major investor").

    Where it has a figure, `relation` says what that measures ("trade", "share of imports"), `quantity.of` which goods
    or part of the year it is of, and `year` when it was so. `lands` are the country in which that lies of which `a`
    owns a part, and its own, as far as the text or the word lists tell them.
    """

    a: str
    b: str
    relation: str
    year: int | None = None
    year_inferred: bool = False
    quantity: Quantity | None = None
    lands: tuple[str, ...] = ()


Content = Profile | Resource | RouteFact | Event | Commitment | Quote | Relation

KINDS: dict[type[Record], Kind] = {
    content: Kind(str(content.__struct_config__.tag))
    for content in (Profile, Resource, RouteFact, Event, Commitment, Quote, Relation)
}
