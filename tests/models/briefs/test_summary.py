"""What a long chapter begins with, and what its disputes are called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from msgspec import structs

from models import briefs
from models.briefs import Options, Subject
from models.briefs.summary import ENOUGH
from models.library import Library
from models.records import HEARSAY, Commitment, Event, Modality, Money, Profile, Quantity, Resource
from tests.models.briefs.test_folding import step
from tests.models.making import claim

if TYPE_CHECKING:
    from pathlib import Path

    from models.briefs import Part
    from models.catalog import Catalog
    from models.records import Claim, Content

DAY = "2026-11-21"
LAND = "KAZ"
LESS = tuple(Event("CONSULT", (LAND,), ("CHN",), date=f"{1990 + year}") for year in range(ENOUGH))
"""Enough meetings for a summary, none of which it tells."""


def produces(goods: str, tonnes: float, year: int = 2024) -> Resource:
    return Resource(LAND, goods, "produces", None, Quantity(tonnes, "tonne"), year)


def pledge(to: str, dollars: float) -> Commitment:
    return Commitment(("CHN",), (to,), Money(dollars, "USD"))


@pytest.fixture
def told(catalog: Catalog, tmp_path: Path) -> Library:
    """A library of nothing but the meetings."""
    library = Library.open(tmp_path / "library", catalog)
    library.add([step("meetings", [claim(content, "meetings") for content in LESS])])
    return library


def add(library: Library, *claims: Claim) -> None:
    for name in sorted({one.evidence.article for one in claims}):
        library.add([step(name, [one for one in claims if one.evidence.article == name])])


def agreed(summary: str) -> Event:
    return Event("AGREE", (LAND, "CHN"), date="2025-11-22", summary=summary)


def part(library: Library, name: str) -> Part | None:
    chapter = briefs.make(library, Subject("countries", (LAND,)), DAY, Options()).chapters[0]
    return next((part for part in chapter.parts if part.id == name), None)


def summary(library: Library) -> list[str]:
    found = part(library, "summary")
    return [entry.text for entry in found.entries] if found else []


def disputed(content: Content, changed: Content, articles: str) -> list[Claim]:
    """Claims of two articles that disagree; of further ones that tell the first value as well."""
    return [claim(changed if name == articles[0] else content, name) for name in articles]


@pytest.mark.parametrize(
    ("articles", "first"),
    [(("ab", "cd", True), "uranium"), (("ab", "cd", False), "copper"), (("abe", "cd", False), "uranium")],
)
def test_of_disputes_that_on_the_goods_in_which_it_stands_first_is_told(
    told: Library, articles: tuple[str, str, bool], first: str
) -> None:
    uranium, copper, leading = articles
    claims = disputed(produces("uranium", 2e4, 2024), produces("uranium", 3e4, 2024), uranium)
    claims += disputed(produces("copper", 4e5, 2025), produces("copper", 7e5, 2025), copper)
    if leading:
        claims.append(claim(Resource(LAND, "uranium", "produces", 1), "r"))
    add(told, *claims)
    found = part(told, "summary")
    assert found is not None
    assert [first in entry.topic for entry in found.entries if entry.values] == [True]


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (Resource(LAND, "uranium", "produces", 1), Resource(LAND, "gold", "produces", 9)),
        (pledge(LAND, 1e9), pledge("C5", 9e9)),
        (produces("gold", 120, 2025), produces("copper", 4e5, 2022)),
    ],
)
def test_the_most_telling_of_a_kind_comes_first(told: Library, more: Content, less: Content) -> None:
    add(told, claim(less, "a"), claim(more, "b"))
    texts = summary(told)
    assert len(texts) == 2
    (line,) = told.speaking("en", DAY).lines([s.id for s in told.statements() if s.variants[0].content == more])
    assert texts[0].casefold() in line.text.casefold()


def test_newer_money_and_events_come_before_those_that_more_sources_tell(told: Library) -> None:
    old, new = (
        Event("AGREE", (LAND, "CHN"), date=f"{year}-05-01", summary=f"agreed on road {year}") for year in (2015, 2025)
    )
    early, late = (
        structs.replace(pledge(LAND, sum_), by=(by,), year=year)
        for sum_, by, year in ((2e9, "CHN", 2015), (1e9, "JPN", 2025))
    )
    add(told, *(claim(content, name) for content in (old, early) for name in "abc"))
    add(told, *(claim(content, name) for content in (new, late) for name in "de"))
    assert ["2025" in text or "Japan" in text for text in summary(told)] == [True, False, True, False]


@pytest.mark.parametrize(("date", "first"), [("2026-10-21", "wind"), ("2023-10-21", "roads")])
def test_news_of_the_users_own_articles_is_told_though_one_source_has_it(
    library: Library, date: str, first: str
) -> None:
    """Beside digests, which tell of events in several works each."""
    deal = Event("AGREE", (LAND, "CHN"), date=date, summary="signed an agreement on wind plants")
    add(library, claim(deal, "news"))
    assert any("wind plants" in text for text in summary(library)) == (first == "wind")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("announced deals with China", False),
        ("announced deals with China on railways and ports", True),
        ("announced deals", True),
        ("signed an agreement on the China railway", True),
    ],
)
def test_an_event_of_which_only_the_parties_are_told_has_no_place(told: Library, words: str, *, shown: bool) -> None:
    add(told, *(claim(agreed(words), name) for name in "ab"))
    once = words.replace(" with China", "")  # who stands beside it
    assert [once in text for text in summary(told)] == [True] * shown


def test_what_two_sources_say_comes_before_what_is_newer_and_each_commodity_once(told: Library) -> None:
    twice, newer = produces("copper", 4e5), produces("gold", 120, 2025)
    add(told, claim(twice, "a"), claim(twice, "b"), claim(newer, "a"), claim(produces("gold", 110, 2020), "c"))
    texts = summary(told)
    assert ["copper" in text or "2025" in text for text in texts] == [True, True]
    assert "copper" in texts[0]


def test_what_one_source_says_stands_behind_all_that_others_confirm(told: Library) -> None:
    lone, confirmed = produces("copper", 4e5, 2025), pledge(LAND, 1e9)
    add(told, claim(lone, "a"), claim(confirmed, "a"), claim(confirmed, "b"))
    assert ["copper" in text for text in summary(told)] == [False, True]


def test_what_one_article_only_has_from_the_press_or_what_is_denied_to_it_has_no_place(told: Library) -> None:
    heard = structs.replace(claim(produces("copper", 4e5), "a"), attribution="Steppe Ledger", badges=(HEARSAY,))
    deal = claim(agreed("signed a contract on gold"), "a")
    add(told, heard, deal, claim(pledge(LAND, 1e9), "a"))
    assert ["copper" in text or "gold" in text for text in summary(told)] == [False, True]
    add(told, structs.replace(deal, id="denial", affirmed=False, evidence=claim(deal.content, "b").evidence))
    assert ["copper" in text or "gold" in text for text in summary(told)] == [False]
    add(told, structs.replace(heard, id="again", evidence=claim(heard.content, "c").evidence))
    assert any("copper" in text for text in summary(told))


@pytest.mark.parametrize(("of", "told_first"), [("exports", False), (None, False), ("world", True)])
def test_a_share_is_no_total_but_of_the_world(told: Library, of: str | None, told_first: bool) -> None:
    share = Resource(LAND, "gold", "exports", None, Quantity(80.0, "percent", of), 2024)
    add(told, claim(share, "a"), claim(share, "b"), claim(pledge(LAND, 1e9), "a"))
    assert ["gold" in text for text in summary(told)] == ([True, False] if told_first else [False])


def test_plans_and_figures_of_a_part_are_left_out_and_short_chapters_have_none(told: Library) -> None:
    site = Resource(LAND, "uranium", "produces", None, Quantity(9e3, "tonne"), 2024, site="Inkai")
    add(told, claim(site, "a"), claim(produces("gold", 130, 2030), "a", modality=Modality.PLANNED))
    assert part(told, "summary") is None
    assert briefs.make(told, Subject("commodities", ("uranium",)), DAY).chapters[0].parts[0].id != "summary"


def test_what_stands_for_all_listed_goods_tells_who_has_which(told: Library) -> None:
    add(told, claim(produces("lithium", 100), "a"), claim(produces("cotton", 100), "a"))
    brief = briefs.make(told, Subject("commodities", ("critical minerals",)), DAY)
    (found,) = brief.chapters[0].parts
    assert found.table
    (row,) = found.table.rows
    assert (*row.cells, row.as_of) == ("Lithium", "Kazakhstan", "Produced 100 tonnes", "2024 · 2 years")


def test_sites_without_a_place_are_named_below_the_map_and_that_one_has_what_one_sells_is_not_said(
    told: Library,
) -> None:
    site = Resource(LAND, "uranium", "reserves", None, Quantity(9e3, "tonne"), 2024, site="Nowhere Hill")
    bare = [Resource(LAND, "uranium", relation) for relation in ("has", "exports")]
    add(told, *(claim(content, "a") for content in (site, *bare)))
    parts = briefs.make(told, Subject("commodities", ("uranium",)), DAY).chapters[0].parts
    (picture,) = parts[0].pictures
    assert picture.caption.endswith("Also named, place on the map not known: Nowhere Hill.")
    assert parts[1].table
    assert parts[1].table.rows[-1].cells == ("Kazakhstan", "Exports")


def test_a_countrys_map_names_its_sites_without_a_place_and_no_others(told: Library) -> None:
    sites = {LAND: ("Nowhere Hill", "Inkai", "Tengiz and the two beside it"), "UZB": ("Elsewhere Hill",)}
    found = [
        Resource(land, "uranium", "reserves", None, Quantity(9e3, "tonne"), 2024, partner, site)
        for land, names in sites.items()
        for site in names
        for partner in [() if land == LAND else (LAND,)]
    ]
    add(told, *(claim(content, "a") for content in found))
    drawn = part(told, "map")
    assert drawn is not None
    (picture,) = drawn.pictures
    assert picture.caption.endswith("Also named, place on the map not known: Nowhere Hill.")


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (agreed("agreed to develop tungsten at North Katpar and Upper Kairakty"), "North Katpar"),
        (
            structs.replace(pledge(LAND, 1e9), purpose="mills at Kuirektykol and North Katpar"),
            "Kuirektykol and North Katpar",
        ),
        (Profile(LAND, "building-cost", 1e9, "USD", "2024", of="Kuirektykol"), "Kuirektykol"),
        (agreed("agreed to dig at South Djengeldi"), ""),
    ],
)
def test_a_map_names_the_sites_without_a_place_of_deals_and_key_figures(
    told: Library, content: Content, named: str
) -> None:
    add(told, claim(content, "a"))
    drawn = part(told, "map")
    assert drawn is not None
    (picture,) = drawn.pictures
    assert picture.caption.endswith(
        f"Also named, place on the map not known: {named}." if named else "without taking a side."
    )
    assert "Upper Kairakty" in picture.svg


@pytest.mark.parametrize(("language", "name"), [("en", "Kuirektykol"), ("ja", "クイレクティコル")])
def test_a_site_without_a_place_is_named_in_the_language_of_the_brief(told: Library, language: str, name: str) -> None:
    add(told, claim(Resource(LAND, "uranium", "reserves", None, Quantity(9e3, "tonne"), 2024, site="Kuirektykol"), "a"))
    brief = briefs.make(told, Subject("commodities", ("uranium",)), DAY, Options(language=language))
    (picture,) = brief.chapters[0].parts[0].pictures
    assert name in picture.caption


def test_a_dispute_is_headed_by_what_it_is_about(told: Library) -> None:
    add(told, claim(produces("gold", 120), "a"), claim(produces("gold", 150), "b"))
    found = part(told, "contested")
    assert found is not None
    (entry,) = found.entries
    assert entry.topic == "Kazakhstan, gold: production (2024)"
    sides = [(value.text, value.as_of) for value in entry.values]
    assert sides == [("Produced 120 tonnes", "2024, 2 years ago"), ("Produced 150 tonnes", "2024, 2 years ago")]


def figure(name: str, value: float | str, unit: str | None = None, as_of: str | None = "2024") -> Profile:
    return Profile(LAND, name, value, unit, as_of)


PEOPLE, WORTH = figure("population", 20e6, "people"), figure("gdp", 2.8e11, "USD")


@pytest.mark.parametrize("code", ["KAZ", "KGZ", "TJK", "TKM", "UZB"])
def test_each_country_begins_with_its_people_and_its_economy_in_dollars(held: Library, code: str) -> None:
    chapter = briefs.make(held, Subject("countries", (code,)), DAY, Options()).chapters[0]
    texts = [entry.text for entry in chapter.parts[0].entries]
    assert chapter.parts[0].id == "summary"
    assert texts[0].startswith("Population: ")
    assert texts[1].startswith("Gross domestic product: ")
    assert "US$" in texts[1]
    assert any(text.startswith("Economic growth: ") for text in texts)
    assert any(text.startswith("Among the main exports: ") for text in texts)


def test_key_figures_stand_first_in_their_order_though_one_source_tells_them(told: Library) -> None:
    add(told, claim(WORTH, "a"), claim(PEOPLE, "b"), *(claim(pledge(LAND, 1e9), name) for name in "cd"))
    assert [text.partition(":")[0] for text in summary(told)[:2]] == ["Population", "Gross domestic product"]


@pytest.mark.parametrize(
    ("other", "shown"),
    [
        (figure("gdp", 9e13, "KZT", "2025"), "US$280 billion (2024)"),  # what can be compared, though it is older
        (figure("gdp", 3e11, "USD", "2025"), "US$300 billion (2025)"),
    ],
)
def test_an_economy_is_told_in_the_unit_that_others_are_told_in(told: Library, other: Profile, shown: str) -> None:
    add(told, claim(WORTH, "a"), claim(other, "b"))
    assert summary(told) == [f"Gross domestic product: {shown}"]


def test_a_disputed_key_figure_is_one_line_with_what_others_say_and_forecasts_are_none(told: Library) -> None:
    growth = claim(figure("growth", 5.0, "percent", "2027"), "a", modality=Modality.PLANNED)
    add(told, claim(PEOPLE, "a"), claim(figure("population", 22e6, "people"), "b"), growth)
    found = part(told, "summary")
    assert found is not None
    (entry,) = found.entries
    assert (entry.label, entry.values) == ("contested", ())
    assert {"20 million", "22 million"} <= {
        f"{word} million" for word in ("20", "22") if f"{word} million" in entry.text
    }
    assert "(elsewhere " in entry.text


@pytest.mark.parametrize(
    ("goods", "others", "is_told"), [("gold", "a", True), ("coal", "a", False), ("coal", "ab", True)]
)
def test_what_one_source_tells_of_goods_is_told_of_the_main_exports_alone(
    told: Library, goods: str, others: str, is_told: bool
) -> None:
    add(
        told, claim(figure("main-exports", "copper+gold"), "m"), *(claim(produces(goods, 120), name) for name in others)
    )
    texts = summary(told)
    assert texts[0] == "Among the main exports: copper and gold (2024)"
    assert [goods in text for text in texts[1:]] == [True] * is_told


@pytest.mark.parametrize(("year", "there"), [(2025, True), (2021, True), (2020, False), (2010, False)])
def test_figures_of_goods_that_are_long_over_are_not_told_in_short(told: Library, year: int, *, there: bool) -> None:
    add(told, claim(produces("coal", 9e5, year), "a"))
    assert any("coal" in text for text in summary(told)) is there


def test_what_is_told_of_something_that_no_sentence_names_is_not_told_in_short(told: Library) -> None:
    meant = structs.replace(claim(produces("gold", 80e3), "a"), carried=True)
    add(told, meant, claim(produces("copper", 90e3), "b"))
    assert ["copper" in text for text in summary(told)] == [True]


@pytest.mark.parametrize(
    ("of_whom", "is_told"), [({}, False), ({"published": "2025-01-02"}, True), ({"publisher": "The Paper"}, True)]
)
def test_what_nobody_knows_the_source_of_needs_another_one(
    told: Library, of_whom: dict[str, str], *, is_told: bool
) -> None:
    gold = step("a note", [claim(produces("gold", 80e3), "a note")])
    assert gold.article is not None
    known = structs.replace(gold.article.bibliography, publisher=None)
    known = structs.replace(known, **of_whom)
    told.add([structs.replace(gold, article=structs.replace(gold.article, bibliography=known))])
    assert any("gold" in text for text in summary(told)) is is_told
    add(told, claim(produces("gold", 80e3), "another"))
    assert any("gold" in text for text in summary(told))


def test_a_commodity_begins_with_what_is_newest(told: Library) -> None:
    """Though more sources tell of what is older."""
    newest = Resource("UZB", "copper", "produces", None, Quantity(15e4, "tonne"), 2025)
    add(told, *(claim(produces("copper", 7e5, 2023), article) for article in "ab"), claim(newest, "c"))
    add(told, *(claim(produces("copper", 1e3 + year, year), "old") for year in range(1990, 1990 + ENOUGH)))
    chapter = briefs.make(told, Subject("commodities", ("copper",)), DAY).chapters[0]
    (short,) = (part for part in chapter.parts if part.id == "summary")
    figures = [re.findall("700,000|150,000", entry.text) for entry in short.entries]
    assert [found for found in figures if found] == [["150,000"], ["700,000"]]


def test_the_region_begins_with_what_concerns_more_of_its_countries_and_tells_each_partner_once(
    told: Library, catalog: Catalog
) -> None:
    """Though the dealing of one country has more sources."""
    two = Commitment(("JPN",), ("KAZ", "UZB"), Money(1e9, "USD"), purpose="railways", period_years=5)
    one = Commitment(("JPN",), ("KAZ",), Money(5e9, "USD"), purpose="mines")
    other = Commitment(("CHN",), ("KAZ",), Money(2e9, "USD"), purpose="grids")
    add(
        told, claim(two, "a"), *(claim(one, article) for article in "bcd"), *(claim(other, article) for article in "ef")
    )
    chapter = briefs.make(told, Subject("geopolitics", ()), DAY).chapters[0]
    short = next(part for part in chapter.parts if part.id == "summary")
    money = [entry.text for entry in short.entries if re.search(r"railways|mines|grids", entry.text)]
    assert [re.findall("railways|mines|grids", text)[0] for text in money] == ["grids", "railways"]
