"""The Countries tab: the list of countries, and one country's profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from models.pages.lines import Line, Section, lines, newest_first, time_of
from models.records import Claim, Kind, Note, Profile, Record, Resource, RouteFact, Standing, Statement

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from models.catalog import Catalog, Commodity
    from models.phrases import Phrases


_Place = tuple[str, int]
"""A sentence: its article, and where it begins."""


class CountryRow(Record):
    """A country in the list: the region's own first, then partners, each by name."""

    code: str
    name: str
    local_names: tuple[str, ...]
    in_region: bool
    notes: int


class CountriesPage(Record):
    """All countries that the library or the catalog's region knows."""

    rows: tuple[CountryRow, ...]


class CountryPage(Record):
    """One country's profile: sections in a fixed order (profile, figures, resources, routes, relations, events,
    commitments, quotes), empty ones left out, and the user's notes, newest first."""

    code: str
    name: str
    local_names: tuple[str, ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    articles: int


# --- builders ---------------------------------------------------------------------------------------------------------

SECTIONS = (
    ("profile", Kind.PROFILE),
    ("resources", Kind.RESOURCE),
    ("routes", Kind.ROUTE),
    ("relations", Kind.RELATION),
    ("events", Kind.EVENT),
    ("commitments", Kind.COMMITMENT),
    ("quotes", Kind.QUOTE),
)
NEWS = (Kind.EVENT, Kind.COMMITMENT, Kind.QUOTE)
YEARLY = (Kind.RESOURCE, Kind.RELATION)
YEAR = len("2026")
PROFILE, MORE = "profile", "figures"
"""The key figures that are asked for first, and the section behind them with the others."""
COLLECTIVE = "collective"  # the group of words for goods of all kinds


def countries_page(catalog: Catalog, phrases: Phrases, topics: Collection[str], notes: Iterable[Note]) -> CountriesPage:
    """The region's countries and every other that `topics`, all that the library speaks of, or notes name."""
    noted: dict[str, int] = {}
    for note in notes:
        noted[note.subject] = noted.get(note.subject, 0) + 1
    members = catalog.region.members
    codes = [*members, *(code for code in {*topics, *noted} if code not in members and _is_country(code, catalog))]
    rows = [
        CountryRow(
            code=code,
            name=phrases.plain_name(code),
            local_names=local_names(code, catalog),
            in_region=code in members,
            notes=noted.get(code, 0),
        )
        for code in codes
    ]
    return CountriesPage(tuple(sorted(rows, key=lambda row: (not row.in_region, catalog.name(row.code)))))


def _is_country(code: str, catalog: Catalog) -> bool:
    """True for countries and for groups that act as one, except the region itself: its members have their own rows."""
    return catalog.country(code) is not None or (code in catalog.groups and code != catalog.region.id)


def local_names(code: str, catalog: Catalog) -> tuple[str, ...]:
    """The country's names in its own languages; none for a group or an unknown code."""
    country = catalog.country(code)
    return country.local_names if country else ()


def country_page(
    code: str, statements: Sequence[Statement], catalog: Catalog, phrases: Phrases, notes: Iterable[Note]
) -> CountryPage:
    """The profile of a country from the statements that touch it, those of its region among them."""
    told = _once(statements)
    sections = (
        Section(name, phrases.title(name), _with_fuller(lines(found, phrases, about=code), found, catalog))
        for section, kind in SECTIONS
        for name, found in _told_in(section, _in_order(kind, told, catalog, code), catalog, code)
    )
    return CountryPage(
        code=code,
        name=phrases.plain_name(code),
        local_names=local_names(code, catalog),
        sections=tuple(section for section in sections if section.lines),
        notes=tuple(sorted(notes, key=lambda note: note.changed, reverse=True)),
        articles=len({claim.evidence.article for statement in statements for claim in statement.claims}),
    )


def _with_fuller(told: tuple[Line, ...], statements: Iterable[Statement], catalog: Catalog) -> tuple[Line, ...]:
    """The lines; a key figure that only lists some of what another one of it lists names that one."""
    if not any(line.kind is Kind.PROFILE for line in told):
        return told
    from models.pages.folding import within  # needs what puts statements together

    held = within(told, {statement.id: statement for statement in statements}.__getitem__, catalog)
    return tuple(
        structs.replace(line, fuller=held[line.statement]) if line.statement in held else line for line in told
    )


def _told_in(
    section: str, statements: list[Statement], catalog: Catalog, code: str
) -> Iterable[tuple[str, list[Statement]]]:
    """The section with its statements, but for what tells of goods of all kinds beside others; of key figures those
    asked for first, and the others in a section behind it."""
    if section != PROFILE:
        return ((section, [told for told in statements if not _is_hollow(told, catalog)] or statements),)
    contents = [(statement, statement.variants[0].content) for statement in statements]
    first = [told for told, content in contents if isinstance(content, Profile) and asked_first(content, catalog, code)]
    if not first:
        return ((PROFILE, statements),)
    ids = {statement.id for statement in first}
    return ((PROFILE, first), (MORE, [statement for statement in statements if statement.id not in ids]))


def is_of_all_kinds(commodity: Commodity) -> bool:
    """Whether the name is for goods of all kinds ("minerals"); what a critical list counts as one is a kind itself."""
    return commodity.group == COLLECTIVE and not commodity.lists


def _is_hollow(statement: Statement, catalog: Catalog) -> bool:
    """Whether it only tells that there are goods of all kinds ("natural resources"), without a figure."""
    content = statement.shown.content
    if not isinstance(content, Resource) or content.quantity is not None or content.rank is not None:
        return False
    found = catalog.commodities.get(content.resource)
    return found is not None and is_of_all_kinds(found)


def asked_first(content: Profile, catalog: Catalog, code: str) -> bool:
    """Whether a figure is the country's own and of those that are asked for first."""
    found = catalog.properties.get(content.property)
    return content.country == code and found is not None and not found.more


def _once(statements: Sequence[Statement]) -> list[Statement]:
    """The statements without what a key figure tells from the same sentences: relations (borders, memberships), and
    goods by their number."""
    figures = {
        (_place(claim), content.value)
        for statement in statements
        for variant in statement.variants
        for claim in variant.claims
        if isinstance(content := variant.content, Profile)
    }
    places = {place for place, _ in figures}
    return [statement for statement in statements if not _is_told_again(statement, figures, places)]


def _is_told_again(
    statement: Statement, figures: Collection[tuple[_Place, object]], places: Collection[_Place]
) -> bool:
    if statement.kind is Kind.RELATION:
        return any(_place(claim) in places for claim in statement.claims)
    content = statement.shown.content
    if not isinstance(content, Resource) or content.quantity is None or statement.standing is Standing.CONTESTED:
        return False
    value = content.quantity.value
    return all((_place(claim), value) in figures for claim in statement.claims)


def _place(claim: Claim) -> _Place:
    return claim.evidence.article, claim.evidence.start


def _in_order(kind: Kind, statements: Iterable[Statement], catalog: Catalog, code: str) -> list[Statement]:
    """The statements of a kind: news newest first; figures and ties by what they are about, those of the newest year
    first and then the best supported; what holds from year to year best supported first.

    What is not an event and the country's own stands before what is said of its whole region, or of another country.
    """
    chosen = newest_first(statement for statement in statements if statement.kind is kind)
    if kind is Kind.EVENT:
        return chosen
    chosen.sort(key=lambda statement: time_of(statement.variants[0]), reverse=True)
    if kind not in NEWS:
        chosen.sort(key=lambda statement: (*_age(kind, statement), -statement.independent))
    chosen.sort(key=lambda statement: (_rank(statement, catalog), not statement.leads))
    return sorted(chosen, key=lambda statement: _of_others(statement, catalog, code))


def _age(kind: Kind, statement: Statement) -> tuple[int, ...]:
    """Years since the time of a figure or tie, counted from any one; nothing for what is the same in each."""
    year = time_of(statement.variants[0])[:YEAR]
    return (-int(year or 0),) if kind in YEARLY else ()


def _of_others(statement: Statement, catalog: Catalog, code: str) -> bool:
    """True for what is about the whole region that the country belongs to, and for a figure of another country."""
    content = statement.variants[0].content
    if isinstance(content, Profile):
        return content.country != code
    return code in catalog.region.members and catalog.region.id in statement.topics


def _rank(statement: Statement, catalog: Catalog) -> tuple[float, str, float]:
    """Where a statement stands in its section; of the shares of several partners the largest is first."""
    content = statement.variants[0].content
    match content:
        case Profile(property=name, value=value, of=of):
            found = catalog.properties.get(name)
            share = -value if of and isinstance(value, float | int) else 0
            return (found.order if found else len(catalog.properties) + 1), name, share
        case Resource(resource=name):
            return 0, catalog.name(name), 0
        case RouteFact(route=name):
            return 0, catalog.name(name), 0
        case _:
            return 0, "", 0
