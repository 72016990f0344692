"""The pages of all tabs, from hand-made claims."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from msgspec import structs

from models.catalog import load
from models.pages.articles import articles_page, reader_page
from models.pages.countries import countries_page, country_page
from models.pages.evidence import evidence_page, works_cited
from models.pages.geopolitics import geopolitics_page
from models.pages.resources import commodity_page, resources_page
from models.pages.routes import route_page
from models.phrases import Phrases
from models.records import (
    Article,
    Bibliography,
    Citation,
    Claim,
    Commitment,
    Decision,
    Event,
    Modality,
    Money,
    Note,
    Profile,
    Quantity,
    Quote,
    Relation,
    Resource,
    RouteFact,
    Standing,
    Statement,
)
from models.statements import group
from tests.models.making import MEMBERS, claim, meeting, promise, uranium

CATALOG = load()
PHRASES = Phrases(CATALOG)
CORRIDOR = next(key for key, route in CATALOG.routes.items() if route.name.startswith("Trans-Caspian International"))


def event(plover: str, actor: str, target: str, date: str | None = None) -> Claim:
    return claim(Event(plover, (actor,), (target,), date=date, summary=f"{plover} {actor} {target}"))


@pytest.fixture(scope="module")
def statements() -> tuple[Statement, ...]:
    return group(
        [
            uranium("a", rank=1),
            uranium("b", rank=1),
            uranium("a", tonnes=21_112, year=2023),
            uranium("b", tonnes=22_900, year=2023),
            claim(Resource("C5", "gold", "has")),
            claim(Resource("AUS", "uranium", "exports")),
            claim(RouteFact(CORRIDOR, "carried", Quantity(2.7e6, "tonne"), 2023)),
            claim(RouteFact(CORRIDOR, "connects", ("C5", "EUU"))),
            claim(RouteFact("Silk Tram", "crosses", ("KAZ",))),
            claim(Relation("CHN", "KAZ", "shares border")),
            event("CONSULT", "RUS", "KAZ", "2024-11-27"),
            event("ACCUSE", "RUS", "KAZ"),
            meeting("a", "2025-12-20"),
            promise("a", 3e12),
            promise("b", 30e12),
            claim(Quote("A minister of Kazakhstan", words="We shall build it")),
        ],
        CATALOG,
    )


def about(statements: tuple[Statement, ...], topic: str) -> list[Statement]:
    return [statement for statement in statements if topic in statement.topics]


# --- lines and evidence -----------------------------------------------------------------------------------------------


def test_evidence_is_grouped_by_value_and_names_its_articles(statements: tuple[Statement, ...]) -> None:
    (contested,) = (statement for statement in statements if statement.kind == "commitment")
    rejected = contested.claims[0].id
    named = {"a": Bibliography("a", "Title", "a.txt", "Outlet", cites=(Citation("Source", "Paper", "2025"),))}
    page = evidence_page(contested, PHRASES, named, {rejected: Decision.ACCEPTED})
    assert [sentence.variant for sentence in page.sentences] == [0, 1]
    assert [sentence.says for sentence in page.sentences] == [variant.text for variant in page.line.variants]
    first = next(sentence for sentence in page.sentences if sentence.article == "a")
    assert (first.title, first.publisher, first.cites) == ("Title", "Outlet", named["a"].cites)
    assert {sentence.claim: sentence.decision for sentence in page.sentences}[rejected] is Decision.ACCEPTED
    assert next(sentence for sentence in page.sentences if sentence.article == "b").title == "b"


@pytest.mark.parametrize(
    ("year", "modality", "titles"),
    [
        (2023, Modality.DONE, ["New"]),  # nobody can have written of 2023 the year before
        (2022, Modality.DONE, ["Old", "New"]),
        (2023, Modality.PLANNED, ["Old", "New"]),
        (2024, Modality.DONE, ["Old", "New"]),  # where none can be meant, the marks stand as they are
    ],
)
def test_a_work_older_than_what_is_told_as_done_is_not_cited_for_it(
    year: int, modality: Modality, titles: list[str]
) -> None:
    told = claim(Resource("KAZ", "uranium", "produces", quantity=Quantity(5, "tonne"), year=year), modality=modality)
    cites = (Citation("Old", date="2022-07-07", at=(told.evidence.end,)), Citation("New", date="2023-05"))
    article = Bibliography("a", "Title", "a.md", cites=(cites[0], structs.replace(cites[1], at=cites[0].at)))
    assert [work.title for work in works_cited(told, article)] == titles


# --- countries --------------------------------------------------------------------------------------------------------


def test_the_regions_countries_come_first_and_are_all_there() -> None:
    notes = [Note("n", "KAZ", "x", "", "")]
    page = countries_page(CATALOG, PHRASES, {"JPN", "C5", "KAZ", "uranium", CORRIDOR, "EUU"}, notes)
    assert [row.code for row in page.rows] == ["KAZ", "KGZ", "TJK", "TKM", "UZB", "EUU", "JPN"]
    assert (page.rows[0].notes, page.rows[0].in_region) == (1, True)
    assert "Қазақстан" in page.rows[0].local_names


def test_a_profile_has_its_sections_in_order_and_empty_ones_left_out(statements: tuple[Statement, ...]) -> None:
    page = country_page("KAZ", about(statements, "KAZ"), CATALOG, PHRASES, ())
    assert [section.id for section in page.sections] == [
        "resources",
        "routes",
        "relations",
        "events",
        "commitments",
        "quotes",
    ]
    texts = [line.text for section in page.sections for line in section.lines]
    assert "Central Asia has gold" in texts  # what concerns the region concerns each member
    assert not any("Australia" in text for text in texts)


def test_events_are_newest_first_whether_the_countrys_own_or_the_regions(statements: tuple[Statement, ...]) -> None:
    page = country_page("KAZ", about(statements, "KAZ"), CATALOG, PHRASES, ())
    (events,) = (section for section in page.sections if section.id == "events")
    assert [line.date for line in events.lines] == ["2025-12-20", "2024-11-27", None]


def test_a_countrys_own_statements_stand_before_those_of_its_region(statements: tuple[Statement, ...]) -> None:
    page = country_page("KAZ", about(statements, "KAZ"), CATALOG, PHRASES, ())
    (resources,) = (section for section in page.sections if section.id == "resources")
    assert "Central Asia" not in resources.lines[0].text
    assert resources.lines[-1].text == "Central Asia has gold"


def test_shares_of_partners_stand_largest_first_and_those_of_other_countries_last() -> None:
    shares = [("KGZ", "KAZ", 14), ("KAZ", "RUS", 10), ("KAZ", "CHN", 16)]
    found = group([claim(Profile(own, "export-share", share, "percent", of=to)) for own, to, share in shares], CATALOG)
    page = country_page("KAZ", about(found, "KAZ"), CATALOG, PHRASES, ())
    assert [line.text for section in page.sections for line in section.lines] == [
        "Share of exports to China: 16%",
        "Share of exports to Russia: 10%",
        "Kyrgyzstan: share of exports to Kazakhstan 14%",
    ]


def test_a_relation_that_a_key_figure_tells_is_not_said_twice() -> None:
    figure = claim(Profile("KAZ", "borders", "CHN"), start=0)
    found = group([figure, claim(Relation("KAZ", "CHN", "shares border"), start=0)], CATALOG)
    page = country_page("KAZ", found, CATALOG, PHRASES, ())
    assert [[line.text for line in section.lines] for section in page.sections] == [["Borders on: China"]]


def test_notes_are_newest_first() -> None:
    notes = [Note(str(day), "KAZ", "x", "", f"2025-01-0{day}") for day in (1, 3, 2)]
    page = country_page("KAZ", (), CATALOG, PHRASES, notes)
    assert [note.id for note in page.notes] == ["3", "2", "1"]


# --- resources --------------------------------------------------------------------------------------------------------


def test_the_matrix_puts_the_region_first_and_tells_the_most_telling(statements: tuple[Statement, ...]) -> None:
    page = resources_page(statements, CATALOG, PHRASES)
    assert [code for code, _ in page.countries] == ["KAZ", "C5", "AUS"]
    assert {commodity for commodity, _ in page.commodities} == {"uranium", "gold"}
    cell = next(cell for cell in page.cells if cell.country == "KAZ")
    assert (cell.text, cell.sources, cell.standing) == ("World's largest producer", 2, Standing.CONTESTED)
    assert len(cell.statements) == 2


def test_a_cell_tells_deeds_before_plans_and_totals_before_parts() -> None:
    def exports(tonnes: float, year: int, *partner: str, modality: Modality = Modality.DONE) -> Claim:
        content = Resource("KAZ", "uranium", "exports", None, Quantity(tonnes, "tonne"), year, partner)
        return claim(content, str(tonnes), modality=modality)

    plan, part = exports(30_000, 2026, modality=Modality.PLANNED), exports(2_000, 2025, "KOR")
    for made, text in (
        ([plan], "Plans to export 30,000 tonnes in 2026"),
        ([plan, part], "Exports 2,000 tonnes to South Korea in 2025"),
        ([plan, part, exports(20_000, 2024)], "Exports 20,000 tonnes in 2024"),
    ):
        (cell,) = resources_page(group(made, CATALOG), CATALOG, PHRASES).cells
        assert cell.text == text


def test_with_a_limit_of_age_a_cell_tells_the_most_telling_of_what_is_left() -> None:
    leads = claim(Resource("KAZ", "uranium", "produces", 1, year=2022), "leads")
    exports = claim(Resource("KAZ", "uranium", "exports", None, Quantity(20_000, "tonne"), 2025), "exports")
    statements = group([leads, exports, claim(Resource("KAZ", "gold", "produces", year=2012), "gold")], CATALOG)
    page = resources_page(statements, CATALOG, PHRASES, "-2", date(2026, 11, 22))
    assert [cell.text for cell in page.cells] == ["Exports 20,000 tonnes in 2025"]
    assert {name for name, _ in page.commodities} == {"uranium", "gold"}


def test_a_commodity_has_a_figure_for_each_value(statements: tuple[Statement, ...]) -> None:
    page = commodity_page("uranium", about(statements, "uranium"), CATALOG, PHRASES, ())
    assert [(figure.value, figure.year, figure.label) for figure in page.figures] == [
        (21_112, 2023, "Production"),
        (22_900, 2023, "Production"),
    ]
    assert len(page.lines) == 3


@pytest.mark.parametrize(
    ("of", "label"),
    [
        (None, "Share of exports to Japan"),
        ("exports", "Share of exports to Japan"),
        ("exports, first half", "Share of exports to Japan, first half"),
        ("world", "Exports to Japan, world"),
    ],
)
def test_a_share_of_exports_is_called_so(of: str | None, label: str) -> None:
    share = Resource("KAZ", "copper", "exports", None, Quantity(64.0, "percent", of), 2024, ("JPN",))
    page = commodity_page("copper", group([claim(share, "a")], CATALOG), CATALOG, PHRASES, ())
    assert [figure.label for figure in page.figures] == [label]


def test_a_commodity_begins_with_the_country_of_which_most_is_told() -> None:
    made = [claim(Resource(code, "gold", "has"), code) for code in ("RUS", "C5", "KAZ", "UZB")]
    told = Resource("UZB", "gold", "produces", None, Quantity(83.0, "tonne"), 2024)
    page = commodity_page("gold", group([*made, claim(told, "told")], CATALOG), CATALOG, PHRASES, ())
    assert [line.text.split(" has")[0] for line in page.lines] == [
        "Uzbekistan produces 83 tonnes of gold in 2024",
        "Uzbekistan",
        "Kazakhstan",
        "Central Asia",
        "Russia",
    ]


def test_a_commodity_begins_with_its_largest_producer() -> None:
    told = ((Resource("UZB", "gold", "produces", rank=5), "abc"), (Resource("KGZ", "gold", "produces", rank=1), "a"))
    claims = [claim(content, source) for content, sources in told for source in sources]
    page = commodity_page("gold", group(claims, CATALOG), CATALOG, PHRASES, ())
    assert [line.text.split(":")[0] for line in page.lines] == ["Kyrgyzstan", "Uzbekistan"]


def test_a_commodity_tells_what_the_region_calls_it() -> None:
    page = commodity_page("crude oil", (), CATALOG, PHRASES, ())
    assert page.local_names == ("мұнай", "нефть", "нафт", "nebit", "neft")
    assert commodity_page("no such thing", (), CATALOG, PHRASES, ()).local_names == ()


# --- routes -----------------------------------------------------------------------------------------------------------


def test_a_route_tells_volumes_and_what_the_catalog_knows(statements: tuple[Statement, ...]) -> None:
    page = route_page(CORRIDOR, about(statements, CORRIDOR), CATALOG, PHRASES, ())
    assert [(figure.label, figure.value) for figure in page.figures] == [("Volume carried", 2.7e6)]
    assert [line.text for line in page.lines] == [
        "Carried 2.7 million tonnes in 2023",
        "Links Central Asia and Europe",
    ]
    assert "Kazakhstan" in page.crossed
    assert set(CATALOG.routes[CORRIDOR].local_names) <= {*page.aliases, *page.formed}
    assert page.sources


# --- geopolitics ------------------------------------------------------------------------------------------------------


def test_links_join_partners_with_every_member_that_the_region_stands_for(statements: tuple[Statement, ...]) -> None:
    page = geopolitics_page(statements, CATALOG, PHRASES)
    links = {(link.a, link.b): link for link in page.links}
    assert {link.b for link in page.links if link.a == "JPN"} == set(MEMBERS)
    assert ("CHN", "KAZ") in links
    russia = links["RUS", "KAZ"]
    assert (russia.weight, russia.cooperation, russia.conflict, russia.tone) == (2, 1, 1, "mixed")
    assert links["JPN", "UZB"].tone == "cooperation"
    assert [party.code for party in page.region] == list(MEMBERS)
    dealings = [
        len({said for link in page.links if link.a == party.code for said in link.statements})
        for party in page.partners
    ]
    assert dealings == sorted(dealings, reverse=True)


def test_a_call_for_closer_ties_is_no_conflict() -> None:
    calls = [claim(Event("REQUEST", ("CHN",), ("KAZ",), mode=mode), "a") for mode in ("assist", "yield")]
    tones = [geopolitics_page(group([call], CATALOG), CATALOG, PHRASES).links[0].tone for call in calls]
    assert tones == ["neutral", "conflict"]


def test_a_border_is_neither_cooperation_nor_conflict() -> None:
    (link,) = geopolitics_page(group([claim(Relation("CHN", "KAZ", "shares border"))], CATALOG), CATALOG, PHRASES).links
    assert (link.weight, link.cooperation, link.conflict, link.tone) == (1, 0, 0, "neutral")


def test_two_of_the_region_deal_with_each_other_unless_all_of_it_acts_as_one() -> None:
    threat = claim(Event("THREATEN", ("UZB",), ("KGZ",)), "a")
    whole = [claim(Event("CONSULT", actors), "b") for actors in ((*MEMBERS,), (*MEMBERS, "CHN"))]
    page = geopolitics_page(group([threat, *whole], CATALOG), CATALOG, PHRASES)
    inside = [(link.a, link.b, link.tone) for link in page.links if link.a in MEMBERS]
    assert inside == [("KGZ", "UZB", "conflict")]
    assert [party.code for party in page.partners] == ["CHN"]


def test_what_is_no_country_nor_a_group_of_them_is_a_body() -> None:
    named = ("CHN", "EUU", "A development bank")
    made = [claim(Event("CONSULT", (name, "KAZ")), name) for name in named]
    page = geopolitics_page(group(made, CATALOG), CATALOG, PHRASES)
    assert {party.code: party.body for party in page.partners} == dict(zip(named, (False, False, True), strict=True))


def test_plans_and_denials_are_no_dealings() -> None:
    made = [meeting("a", "2026-01-02", modality=Modality.PLANNED), claim(Relation("CHN", "KAZ", "x"), affirmed=False)]
    assert geopolitics_page(group(made, CATALOG), CATALOG, PHRASES).links == ()


def test_the_timeline_is_in_order_and_has_dated_events_only(statements: tuple[Statement, ...]) -> None:
    timeline = geopolitics_page(statements, CATALOG, PHRASES).timeline
    assert [moment.date for moment in timeline] == ["2024-11-27", "2025-12-20"]
    assert all(one.date <= other.date for one, other in pairwise(timeline))


def test_commitments_and_contested_statements_are_told(statements: tuple[Statement, ...]) -> None:
    page = geopolitics_page(statements, CATALOG, PHRASES)
    (row,) = page.commitments
    assert (row.by, row.to, row.period, row.currency) == ("Japan", "Central Asia", "five years", "JPY")
    assert {line.kind for line in page.contested} == {"commitment", "resource"}


def test_a_commitment_that_another_tells_more_fully_says_so() -> None:
    sum_of = Money(9e8, "USD")
    said = [
        claim(Commitment(("USA",), ("KAZ",), sum_of, None, "tungsten mines")),
        claim(Commitment(("USA", "Bank"), ("KAZ",), sum_of, None, "tungsten")),
        claim(Commitment(("USA",), ("UZB",), sum_of)),
    ]
    rows = geopolitics_page(group(said, CATALOG), CATALOG, PHRASES).commitments
    told = {row.line.statement: row for row in rows}
    assert [(row.by, told[row.within].by) for row in rows if row.within] == [
        ("United States", "United States and Bank")
    ]


def test_what_does_not_touch_the_region_is_left_out() -> None:
    page = geopolitics_page(group([event("CONSULT", "USA", "CHN", "2025-10-30")], CATALOG), CATALOG, PHRASES)
    assert (page.timeline, page.links, page.lines) == ((), (), ())


# --- articles ---------------------------------------------------------------------------------------------------------


def test_articles_are_newest_first_and_undated_ones_last() -> None:
    known = [
        Bibliography(key, key, f"{key}.txt", published=date)
        for key, date in (("a", None), ("b", "2024"), ("c", "2025"))
    ]
    page = articles_page(known, {"b": 4})
    assert [(row.id, row.claims) for row in page.rows] == [("c", 0), ("b", 4), ("a", 0)]


def test_marks_stand_in_the_order_of_the_text() -> None:
    made = [uranium("a", rank=1), uranium("b", rank=1), uranium("a")]
    article = Article(Bibliography("a", "A", "a.txt"), "text", ())
    page = reader_page(article, article.bibliography, group(made, CATALOG), PHRASES)
    assert [mark.claim for mark in page.marks] == [made[0].id, made[2].id]
    assert page.marks[0].says == "Kazakhstan: world's largest producer of uranium"
