"""What the catalog holds: one frozen struct for each kind of entry, as the tables under resources/catalog/ give it.

Names stand by language ("en", "ja", "ru"; "mul" for forms that any language uses). Every entry has an `id`, which is
the key of its table in the TOML file.
"""

from __future__ import annotations

from itertools import chain

from msgspec import field

from models.records import Citation, PartialDate, Record

ANY_LANGUAGE = "mul"

Words = dict[str, tuple[str, ...]]


def flat(words: Words) -> tuple[str, ...]:
    """All words of all languages, each once, in the order of the table."""
    return tuple(dict.fromkeys(chain.from_iterable(words.values())))


class Part(Record, kw_only=True, forbid_unknown_fields=True):
    """Base of entries and of what they consist of: a field that nobody knows is a slip of the pen, and refused."""


class Entry(Part, kw_only=True):
    """Base of all entries.

    `also` holds other names by language, `local` the name in the languages of its country or of the region, by language
    tag (BCP 47). `formed` lists the tags of names that no text was seen to give: they are put together by the rule told
    at the head of their file. `exact` lists those forms that count only in just this spelling ("US"), `ambiguous` those
    that are everyday words or other people's names too and need their context ("lead").
    """

    id: str
    names: dict[str, str] = field(default_factory=dict)
    local: dict[str, str] = field(default_factory=dict)
    formed: tuple[str, ...] = ()
    also: Words = field(default_factory=dict)
    exact: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a mark on a name that is not there."""
        for lang in self.formed:
            if lang not in self.names and lang not in self.local:
                raise ValueError(f"it has no name in {lang} to be marked as formed")

    @property
    def name(self) -> str:
        """The English name; the id where there is none."""
        return self.names.get("en", self.id)

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names in all languages, without the display name itself."""
        return tuple(word for word in flat(self.also) if word != self.name)

    @property
    def local_names(self) -> tuple[str, ...]:
        """Its names in its own languages and scripts, those of the state language first."""
        return tuple(dict.fromkeys(self.local.values()))

    @property
    def formed_names(self) -> frozenset[str]:
        """Those of its names that no text was seen to give in any language."""
        told = (*self.names.items(), *self.local.items())
        given = {name for lang, name in told if lang not in self.formed}
        return frozenset(name for _, name in told if name not in given)

    def called(self, lang: str) -> str:
        """The name in a language, in English where that one is missing."""
        return self.names.get(lang) or self.name


class House(Entry, kw_only=True):
    """A body that works go back to. `tertiary` marks one that only sums up works of others, as encyclopedias do."""

    tertiary: bool = False


class Nation(Entry, kw_only=True):
    """A country or a group of countries, with the words that stand for it in text.

    `adjective` holds adjectives ("Japanese"), `people` its people in the plural, `metonym` capitals and seats of
    government that are used for the state.
    """

    adjective: Words = field(default_factory=dict)
    people: Words = field(default_factory=dict)
    metonym: Words = field(default_factory=dict)

    @property
    def metonyms(self) -> tuple[str, ...]:
        """Capitals and seats of government, in all languages."""
        return flat(self.metonym)


class Country(Nation, kw_only=True):
    """A country: `id` is ISO 3166-1 alpha-3, `numeric` the M49 number as text with its zeros.

    `capital` is the English name of its capital, `titular` what the people that it is named after is called.
    """

    alpha2: str = ""
    numeric: str = ""
    capital: str = ""
    titular: dict[str, str] = field(default_factory=dict)
    in_region: bool = False


class Group(Nation, kw_only=True):
    """Countries that text names as one. `region` marks the one that the library is about.

    `land` is what the part of the world is called by language, where that is another name than the group's.
    """

    members: tuple[str, ...]
    region: bool = False
    land: dict[str, str] = field(default_factory=dict)


class CriticalList(Entry, kw_only=True):
    """A list of critical raw materials: its version, date and source, and how many names it has in all.

    `short` is how a line calls it, `newer` the list that took its place. `doubt` says what could not be confirmed,
    `doubts` the same in other languages.
    """

    version: str
    date: PartialDate
    count: int
    source: Citation
    short: dict[str, str] = field(default_factory=dict)
    newer: str = ""
    doubt: str = ""
    doubts: dict[str, str] = field(default_factory=dict)


class Membership(Part, kw_only=True):
    """That a list (an id of critical_lists.toml) names a commodity, in the list's own wording."""

    list: str
    wording: str


class CommodityGroup(Entry, kw_only=True):
    """A group of commodities; `order` is its place on the page."""

    order: int


class Commodity(Entry, kw_only=True):
    """A resource; `id` is the name claims use. `group` is an id of commodity_groups.toml.

    What `stands_for_listed` is called for all that lists of critical raw materials name.
    """

    group: str
    lists: tuple[Membership, ...] = ()
    stands_for_listed: bool = False


class Leg(Part, kw_only=True):
    """Between two neighbouring stops (place ids): `mode` is rail, road, sea, pipeline or power."""

    start: str = field(name="from")
    end: str = field(name="to")
    mode: str


IN_USE = "operating"
"""What the status of a route begins with, or of a line of it, that is in use."""


class Line(Part, kw_only=True):
    """One line or branch of a route: its stops in order and the legs between them."""

    name: str
    stops: tuple[str, ...]
    legs: tuple[Leg, ...]
    countries: tuple[str, ...] = ()
    countries_avoided: tuple[str, ...] = ()
    status: str = ""
    as_of: PartialDate | None = None
    length_km: float | None = None
    capacity: str = ""
    note: str = ""
    sources: tuple[Citation, ...] = ()

    def used(self, status: str) -> bool:
        """Whether it is in use; the status of its route holds where it has none of its own."""
        return (self.status or status).startswith(IN_USE)


class Route(Entry, kw_only=True):
    """A corridor, railway or pipeline. The stops of its lines are schematic, not a survey.

    `countries` and `countries_avoided` are ISO codes; `as_of` dates status, length (km) and capacity (words). `opened`
    is the time from which a route has been in use, `begun` when works on one began that is still being built.
    """

    kind: str
    status: str
    opened: PartialDate = ""
    begun: PartialDate = ""
    lines: tuple[Line, ...] = ()
    countries: tuple[str, ...] = ()
    countries_avoided: tuple[str, ...] = ()
    as_of: PartialDate | None = None
    length_km: float | None = None
    capacity: str = ""
    note: str = ""
    sources: tuple[Citation, ...] = ()


class Place(Entry, kw_only=True):
    """A place: longitude and latitude in degrees, WGS 84. `country` is an ISO code, empty for a sea."""

    kind: str
    country: str = ""
    lon: float
    lat: float
    note: str = ""
    source: Citation


class Locality(Entry, kw_only=True):
    """A place that has only names. `site` is the ISO code of the country in which it is a mine, field or plant that no
    source places: maps name it in their captions.
    """

    site: str = ""


class Office(Part, kw_only=True):
    """An office that a person holds or held. `of` is a country, group or actor; an open end means still in office."""

    title: str
    of: str
    since: PartialDate | None = None
    until: PartialDate | None = None
    as_of: PartialDate | None = None


class Actor(Entry, kw_only=True):
    """A person, organisation, forum, company, bank, ministry or news agency that articles name."""

    kind: str
    country: str = ""
    members: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    sources: tuple[Citation, ...] = ()


class UnitForm(Part, kw_only=True):
    """Ways of writing a unit: one of them equals `factor` of the base unit. `of` is what it says beside the unit."""

    words: Words
    factor: float = 1.0
    of: str = ""
    exact: bool = False


class Unit(Entry, kw_only=True):
    """A unit of the closed list; `id` is what a Quantity carries. `symbol` is for tables, `kind` its dimension.

    `numerator` and `per` are set for rates such as tonne/year. Where `only` some commodities (ids) are measured in it,
    they are named. What is `unread` may stand for other units, too, so that no figure is read with it.
    """

    kind: str
    symbol: str
    numerator: str = ""
    per: str = ""
    only: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    forms: tuple[UnitForm, ...] = ()


class Currency(Entry, kw_only=True):
    """An ISO 4217 currency; `symbols` as they stand before or after an amount.

    `per_usd` is the range of what a US dollar has cost in it, to tell whether two amounts can be one sum.
    """

    symbols: tuple[str, ...] = ()
    per_usd: tuple[float, float] | None = None
    country: str = ""


class Property(Entry, kw_only=True):
    """A key figure of a country. `names` are labels, `words` what names it in text, `value` what it takes.

    `value` is amount, money, person, place, currency, language, country, commodity or text; `order` is its place on
    the page. Of a share, `lists` is the property that names without figures those who have it. `of` are the labels of
    what is told of a partner, site or firm. Figures with `more` are not among those asked for first, those with a place
    in `short` begin what is told of a country in short, in the unit `best` where any source has that. `relation` says
    the same of two countries in words, so that what is told of one is told of the other. `told_in` is how phrases call
    its unit where it is not called as elsewhere: years of age. `flow` is what is done with the goods that it lists, as
    claims on goods say it. What is `yearly` is known only when its year is over: before that it is estimated.
    What is told of the people that a country is named after has labels with its name (`people`). Those that are
    `compared` stand in the table of a brief on several countries, `leading` ones in a short brief.
    """

    value: str
    order: int
    words: Words = field(default_factory=dict)
    units: tuple[str, ...] = ()
    told_in: str = ""
    flow: str = ""
    many: bool = False
    lists: str = ""
    more: bool = False
    short: int = 0
    best: str = ""
    yearly: bool = False
    compared: bool = False
    people: dict[str, str] = field(default_factory=dict)
    leading: bool = False
    of: dict[str, str] = field(default_factory=dict)
    relation: str = ""


class PloverType(Entry, kw_only=True):
    """An event type of PLOVER 0.8. `quad` is 1 to 4, `score` its conflict-cooperation score from -10 to +10.

    An event of one of the `neutral` modes has no quad.
    """

    quad: int
    score: float
    recipient: bool = False
    modes: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()
    says: str = ""


class Ending(Entry, kw_only=True):
    """How names of a language with this ending bend: `forms` are the endings of its other cases."""

    lang: str
    ending: str
    forms: tuple[str, ...]


class Surface(Record):
    """A name as it may stand in text.

    `kind` is country, group, commodity, route, place or actor. Flags: one of name, alias, adjective, people, metonym;
    and, where it applies, exact (only in just this spelling), ambiguous (an everyday word or shared name: needs its
    context), inflected (a case form made by the endings of the language).
    """

    text: str
    kind: str
    id: str
    flags: frozenset[str]
