"""What the built-in library tells of each country: counted on the pages that the window shows."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from models import briefs
from models.briefs import Options, Subject
from models.catalog import RESOURCES
from models.pages.countries import is_of_all_kinds
from models.records import Commitment, Content, Event, Profile, Resource, RouteFact

if TYPE_CHECKING:
    from models.catalog import Catalog
    from models.library import Library
    from models.pages.countries import CountryPage

MEMBERS = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
PARTNERS = ("JPN", "CHN", "RUS", "EUU", "USA", "TUR", "AZE", "GEO", "IRN", "AFG", "KOR", "IND")
UNMAPPED = {"JPN", "KOR", "USA", "EUU"}
FIGURES, GLANCE, GOODS, LINES, SECTIONS = 15, 34, 8, 8, 2
DIGESTS = 60
OF_EACH_KIND = {
    "profiles of countries": (("country",), 5),
    "key figures of countries": (("basics",), 5),
    "partners": (("partner",), 12),
    "commodities": (("resource",), 20),
    "deposits": (("deposit",), 12),
    "companies": (("company",), 12),
    "routes and pipelines": (("route",), 20),
    "summits and formats": (("meeting", "group"), 18),
    "commitments": (("commitment",), 5),
    "disputes over figures": (("dispute",), 4),
}
"""How many digests of each kind there are at least, by how the names of their files begin."""
UNTOLD = ["The Qosh Tepa canal"]
"""The one that no statement comes from: a canal is neither a route nor a commodity of the catalog."""


def test_the_library_has_digests_of_every_kind(held: Library) -> None:
    """As files, and as articles of the library of which each tells something."""
    files = [path.stem for path in (RESOURCES / "articles").glob("*.md")]
    assert len(files) >= DIGESTS
    assert len(held.bibliographies()) == len(files)
    kinds = Counter(name.split("-")[0] for name in files)
    found = {kind: sum(kinds[name] for name in names) for kind, (names, _) in OF_EACH_KIND.items()}
    assert [kind for kind, (_, least) in OF_EACH_KIND.items() if found[kind] < least] == []
    telling = {claim.evidence.article for statement in held.statements() for claim in statement.claims}
    assert [article.title for article in held.bibliographies() if article.id not in telling] == UNTOLD


def told(library: Library, page: CountryPage, section: str) -> list[Content]:
    """The contents of a section, in the order of the page."""
    lines = next((found.lines for found in page.sections if found.id == section), ())
    return [library.statement(line.statement).variants[0].content for line in lines]


@pytest.mark.parametrize("code", MEMBERS)
def test_a_country_has_its_key_figures_in_one_order(held: Library, catalog: Catalog, code: str) -> None:
    profile = [content for content in told(held, held.country(code), "profile") if isinstance(content, Profile)]
    own = list(dict.fromkeys(content.property for content in profile if content.country == code and not content.of))
    assert len(own) >= FIGURES, own
    assert own == sorted(own, key=lambda name: catalog.properties[name].order)
    assert len(own) <= GLANCE
    assert set(own) >= {"capital", "head-of-state", "population", "area", "gdp", "growth", "currency", "exports"}
    assert set(own) >= {"head-of-government", "main-exports", "memberships", "fossil-power"}
    assert told(held, held.country(code), "figures"), "the rest stands behind what is asked for first"


@pytest.mark.parametrize("code", MEMBERS)
def test_a_country_has_figures_of_its_commodities_and_deposits(held: Library, catalog: Catalog, code: str) -> None:
    found = [content for content in told(held, held.country(code), "resources") if isinstance(content, Resource)]
    own = [content for content in found if content.country == code]
    measured = [content for content in own if content.quantity is not None or content.rank is not None]
    names = {content.resource for content in measured} | {content.site for content in measured if content.site}
    assert len(names) >= GOODS, sorted(names)
    assert not [one for one in own if one not in measured and is_of_all_kinds(catalog.commodities[one.resource])]
    assert len({claim.evidence.article for s in held.statements() if code in s.topics for claim in s.claims}) > 1


@pytest.mark.parametrize("code", MEMBERS)
def test_a_country_has_all_its_routes(held: Library, catalog: Catalog, code: str) -> None:
    found = {content.route for content in told(held, held.country(code), "routes") if isinstance(content, RouteFact)}
    assert {route.id for route in catalog.routes.values() if code in route.countries} - found == set()


@pytest.mark.parametrize("code", MEMBERS)
def test_every_site_that_is_named_is_on_the_countrys_map_or_named_below_it(
    held: Library, catalog: Catalog, code: str
) -> None:
    """Also those that only events, promises and key figures name."""
    rules = tomllib.loads((RESOURCES / "rules" / "words-localities.toml").read_text(encoding="utf-8"))
    here = set(rules["localities"][code]) & set(rules["localities_kinds"]["sites"])
    contents = [
        content for found in held.country(code).sections for content in told(held, held.country(code), found.id)
    ]
    words = " ".join(map(words_of, contents))
    named = {site for site in here if re.search(rf"(?<!\w){re.escape(site)}(?![\w-])", words)}
    named |= {
        one.site.split(" (")[0] for one in contents if isinstance(one, Resource) and one.site and one.country == code
    }
    (picture,) = next(
        part.pictures
        for part in briefs.make(held, Subject("countries", (code,)), "2026-11-23", Options()).chapters[0].parts
        if part.id == "map"
    )
    placed = {site for site in named if catalog.find(site.split(" and the ")[0], ("place",))}
    assert named
    assert [site for site in named - placed if site not in picture.caption] == []


def words_of(content: Content) -> str:
    """The words of its source in an event, a promise or a key figure of a part."""
    if isinstance(content, Event):
        return content.summary
    if isinstance(content, Commitment):
        return content.purpose
    return content.of if isinstance(content, Profile) else ""


@pytest.mark.parametrize("code", PARTNERS)
def test_a_partner_has_a_map_where_a_route_runs_through_it(held: Library, catalog: Catalog, code: str) -> None:
    brief = briefs.make(held, Subject("countries", (code,)), "2026-11-23", Options(parts=("map",)))
    drawn = any(part.pictures for chapter in brief.chapters for part in chapter.parts)
    crossed = any(route.lines and code in route.countries for route in catalog.routes.values())
    assert drawn == crossed == (code not in UNMAPPED)


@pytest.mark.parametrize("code", PARTNERS)
def test_a_partner_has_a_page(held: Library, code: str) -> None:
    page = held.country(code)
    assert len(page.sections) >= SECTIONS, [section.id for section in page.sections]
    assert sum(len(section.lines) for section in page.sections) >= LINES
    assert page.articles > 1
    profile = [content for content in told(held, page, "profile") if isinstance(content, Profile)]
    own = {content.property for content in profile if content.country == code}
    assert own >= {"capital", "population", "area", "currency"}, sorted(own)


@pytest.mark.parametrize(
    ("commodity", "amount", "of"),
    [
        ("rare earths", 20e6, "resources"),
        ("silver", (57e3, 70e3), "resources"),
        ("uranium", 83_100, "resources"),
        ("natural gas", 27.4e12, "resources"),
        ("natural gas", (13.1e12, 21.2e12), "resources"),
        ("natural gas", 2.8e12, None),
    ],
)
def test_what_is_in_the_ground_is_told_apart_from_reserves(
    held: Library, commodity: str, amount: object, of: str | None
) -> None:
    contents = [side.content for statement in held.statements() for side in statement.variants]
    stocks = [one.quantity for one in contents if isinstance(one, Resource) and one.resource == commodity]
    found = {one.of for one in stocks if one is not None and one.value == amount}
    assert found == {of}


@pytest.mark.parametrize(
    ("words", "publishers"),
    [
        ("target of 3 trillion yen", {"News.Az / Kyodo", "Hurriyet Daily News", "Adnkronos / Jiji Press"}),
        ("when it ended a waiver", {"Daily Metro Time"}),
        ("lifted the sanctions on the Iranian port", {"Global Pulse"}),
    ],
)
def test_a_sentence_cites_only_works_that_say_so(held: Library, words: str, publishers: set[str]) -> None:
    told = {
        claim.id: statement
        for statement in held.statements()
        for claim in statement.claims
        if words in claim.evidence.quote
    }
    sentences = [
        one for statement in told.values() for one in held.evidence(statement.id).sentences if words in one.quote
    ]
    assert sentences
    named = {work.publisher for one in sentences for work in one.cites if work.publisher}
    assert named & publishers
    assert named <= publishers | {"News report, publisher not recorded"}
