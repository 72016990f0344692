"""Which fields of each kind of claim can be corrected, how they are called, and what may stand in them."""

from __future__ import annotations

from enum import StrEnum

from models.records import Kind, Record


class Sort(StrEnum):
    """What may stand in a field. What ends in "s" is a list, its parts between semicolons."""

    LAND = "land"
    LANDS = "lands"
    COMMODITY = "commodity"
    ROUTE = "route"
    PARTY = "party"
    PARTIES = "parties"
    PLACE = "place"
    PLACES = "places"
    PROPERTY = "property"
    TYPE = "type"
    VALUE = "value"
    FIGURE = "figure"
    UNIT = "unit"
    CURRENCY = "currency"
    WHOLE = "whole"
    YEAR = "year"
    DATE = "date"
    CHOICE = "choice"
    HEDGE = "hedge"
    TEXT = "text"


class Field(Record):
    """One field: `name` as records have it, what it is called, what may stand in it (of a choice, by what is kept, how
    it is called), whether it may be empty, and how it may be written."""

    name: str
    label: str
    sort: Sort
    choices: tuple[tuple[str, str], ...] = ()
    needed: bool = False
    hint: str = ""


NUMBER = "21,000, 2.5 million or 3–5"
LIST = "several with a semicolon between them"
DAY = "2021-03-20, 2021-03 or 2021"
SAYS, DENIES = "says so", "says it is not so"

_RELATIONS = ("has", "produces", "exports", "imports", "reserves", "resources", "capacity", "develops")
_PREDICATES = (
    "connects", "crosses", "bypasses", "supported_by", "built_by", "carried", "target", "length", "capacity", "cost",
    "transit_time",
)  # fmt: skip
_DEEDS = ("interested", "offered", "invested", "spent", "lent", "loan", "given", "bought", "agreed", "targeted")


def _same(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((word, word.replace("_", " ")) for word in words)


_YEAR = Field("year", "Year", Sort.YEAR)
_QUANTITY = (
    Field("value", "Value", Sort.FIGURE, hint=NUMBER),
    Field("unit", "Unit", Sort.UNIT),
    Field("of", "Of what", Sort.TEXT),
)

OF_KIND: dict[Kind, tuple[Field, ...]] = {
    Kind.PROFILE: (
        Field("country", "Country", Sort.LAND, needed=True),
        Field("property", "Key figure", Sort.PROPERTY, needed=True),
        Field("value", "Value", Sort.VALUE, needed=True, hint=f"{NUMBER}, or a name"),
        Field("unit", "Unit", Sort.UNIT),
        Field("as_of", "As of", Sort.DATE, hint=DAY),
        Field("of", "Of what", Sort.PARTIES, hint=LIST),
    ),
    Kind.RESOURCE: (
        Field("country", "Country", Sort.LAND, needed=True),
        Field("resource", "Resource", Sort.COMMODITY, needed=True),
        Field("relation", "What it does", Sort.CHOICE, _same(_RELATIONS), needed=True),
        Field("rank", "Rank in the world", Sort.WHOLE),
        *_QUANTITY,
        _YEAR,
        Field("partner", "To or from", Sort.LANDS, hint=LIST),
        Field("site", "Site", Sort.TEXT),
        Field("firm", "Firm", Sort.TEXT),
    ),
    Kind.ROUTE: (
        Field("route", "Route", Sort.ROUTE, needed=True),
        Field("predicate", "What is told of it", Sort.CHOICE, _same(_PREDICATES), needed=True),
        Field("object", "Countries or places", Sort.PLACES, hint=LIST),
        *_QUANTITY,
        _YEAR,
        Field("part", "Section", Sort.TEXT),
    ),
    Kind.EVENT: (
        Field("plover", "Kind of event", Sort.TYPE, needed=True),
        Field("actor", "Who", Sort.PARTIES, needed=True, hint=LIST),
        Field("target", "With or to whom", Sort.PARTIES, hint=LIST),
        Field("date", "Date", Sort.DATE, hint=DAY),
        Field("place", "Place", Sort.PLACE),
        Field("summary", "What happened", Sort.TEXT),
    ),
    Kind.COMMITMENT: (
        Field("by", "From whom", Sort.PARTIES, hint=LIST),
        Field("to", "For whom", Sort.PARTIES, hint=LIST),
        Field("value", "Amount", Sort.FIGURE, needed=True, hint=NUMBER),
        Field("currency", "Currency", Sort.CURRENCY, needed=True),
        Field("deed", "What is done with it", Sort.CHOICE, (("", "promised"), *_same(_DEEDS))),
        _YEAR,
        Field("period_years", "Over how many years", Sort.WHOLE),
        Field("purpose", "What for", Sort.TEXT),
    ),
    Kind.QUOTE: (
        Field("speaker", "Speaker", Sort.TEXT, needed=True),
        Field("role", "Office", Sort.TEXT),
        Field("words", "Words", Sort.TEXT, hint="words of the sentence above"),
        Field("direct", "How", Sort.CHOICE, (("yes", "word for word"), ("no", "reported")), needed=True),
        Field("lands", "Countries concerned", Sort.LANDS, hint=LIST),
    ),
    Kind.RELATION: (
        Field("a", "Who", Sort.PARTY, needed=True),
        Field("relation", "Relation", Sort.TEXT, needed=True, hint="such as: strategic partner, trade"),
        Field("b", "To whom", Sort.PARTY, needed=True),
        *_QUANTITY,
        _YEAR,
    ),
}
"""What a claim of each kind tells, in the order of a sentence."""

HOW_REAL = (
    Field(
        "modality",
        "How real",
        Sort.CHOICE,
        (("done", "done"), ("ongoing", "under way"), ("planned", "planned"), ("possible", "possible")),
        needed=True,
    ),
    Field("affirmed", "The article", Sort.CHOICE, (("yes", SAYS), ("no", DENIES)), needed=True),
    Field("attribution", "Who says it", Sort.TEXT, hint="empty where the article says it itself"),
    Field("certainty", "How exactly", Sort.HEDGE, hint="one of the list, such as: about, no more than"),
    Field("denied_by", "Who denies it", Sort.TEXT),
)
"""How real it is told to be, and by whom: the same of every kind."""


def fields(kind: Kind) -> tuple[Field, ...]:
    """All that can be corrected of a claim of this kind."""
    return (*OF_KIND[kind], *HOW_REAL)
