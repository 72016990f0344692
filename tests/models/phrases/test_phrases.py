"""Sentences as people would write them."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

from models.catalog import load
from models.phrases import Phrases
from models.phrases import load as load_templates
from models.records import (
    Commitment,
    Content,
    Event,
    Modality,
    Money,
    Profile,
    Quantity,
    Quote,
    Rank,
    Relation,
    Resource,
    RouteFact,
    Statement,
    Verdict,
)
from models.statements import group
from tests.models.making import MEMBERS, claim, promise, uranium

CATALOG = load()
PHRASES = Phrases(CATALOG)
CORRIDOR = next(id_ for id_, route in CATALOG.routes.items() if route.name.startswith("Trans-Caspian International"))


def said(statement: Statement, about: str | None = None) -> str:
    """The statement by its preferred value, or else the best supported one."""
    return PHRASES.variant(statement.shown, about)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (Resource("KAZ", "uranium", "produces", 1), "Kazakhstan: world's largest producer of uranium"),
        (Resource("KAZ", "uranium", "reserves", 2), "Kazakhstan: world's second-largest reserves of uranium"),
        (
            Resource("TKM", "natural gas", "exports", None, Quantity(34e9, "m3"), 2025, ("CHN",)),
            "Turkmenistan exports 34 billion cubic metres of natural gas to China in 2025",
        ),
        (
            Resource("UZB", "natural gas", "imports", partner=("RUS", "KAZ")),
            "Uzbekistan imports natural gas from Russia and Kazakhstan",
        ),
        (
            Resource("KAZ", "uranium", "exports", None, Quantity(40, "percent"), partner=("FRA",)),
            "Kazakhstan exports 40% of the uranium needed by France",
        ),
        (
            Resource("KAZ", "copper", "produces", None, Quantity(403_000, "tonne"), 2023, firm="KAZ Minerals"),
            "KAZ Minerals (Kazakhstan) produces 403,000 tonnes of copper in 2023",
        ),
        (
            Resource("TJK", "hydropower", "develops", None, Quantity(3000, "MW"), site="Nurek dam"),
            "Tajikistan: capacity of 3,000 MW of hydropower at Nurek dam",
        ),
        (Resource("C5", "rare earths", "has"), "Central Asia has rare earths"),
        (
            Resource("KAZ", "uranium", "produces", None, Quantity(21112, "tonne"), 2023),
            "Kazakhstan produces 21,112 tonnes of uranium in 2023",
        ),
        (
            Resource("KAZ", "uranium", "produces", None, Quantity(40, "percent", "world")),
            "Kazakhstan produces 40% of the world's uranium",
        ),
        (
            Resource("TKM", "natural gas", "exports", None, Quantity(4e10, "m3/year", "to China")),
            "Turkmenistan exports 40 billion cubic metres a year of natural gas (to China)",
        ),
        (
            Commitment(("JPN",), ("C5",), Money(19e9, "USD"), 5),
            "Japan commits US$19 billion to Central Asia over five years",
        ),
        (
            Commitment(("JPN", "EUU"), MEMBERS, Money((1e6, 1.5e6), "KZT")),
            "Japan and the European Union commit 1–1.5 million tenge to Central Asia",
        ),
        (Commitment((), ("Kambarata 1",), Money(4.2e9, "USD")), "US$4.2 billion for Kambarata 1"),
        (
            Commitment(("HMS Bergbau", "DEU"), ("KAZ",), Money(5e8, "USD")),
            "HMS Bergbau (Germany) commits US$500 million to Kazakhstan",
        ),
        (
            Commitment(("Cove Capital", "Tau-Ken Samruk", "USA"), ("KAZ",), Money(1.1e9, "USD")),
            "Cove Capital and Tau-Ken Samruk commit US$1.1 billion to Kazakhstan",
        ),
        (
            Commitment(("KAZ",), ("Boeing", "USA"), Money(7e9, "USD"), deed="bought"),
            "Kazakhstan: purchases worth US$7 billion from Boeing (United States)",
        ),
        (
            Commitment(("Kazatomprom", "KAZ", "CGN"), (), Money(6e8, "USD"), deed="agreed"),
            "Kazatomprom and CGN: agreements worth US$600 million",
        ),
        (
            Commitment(("Kazatomprom", "UZB", "CGN"), (), Money(6e8, "USD"), deed="agreed"),
            "Kazatomprom, Uzbekistan and CGN: agreements worth US$600 million",
        ),
        (
            Commitment(("World Bank", "JPN"), ("UZB",), Money(7e9, "USD")),
            "The World Bank and Japan commit US$7 billion to Uzbekistan",
        ),
        (
            Event("CONSULT", ("JPN",), ("IND",), summary="discussed rare earths"),
            "Meeting: Japan and India – discussed rare earths",
        ),
        (
            Event("ASSAULT", (), ("cpc",), date="2025-11-29", summary="drones struck the terminal"),
            "Attack on CPC pipeline, 29 November 2025 – drones struck the terminal",
        ),
        (
            Event("REJECT", ("RUS", "IRN"), summary="reject the pipeline"),
            "Rejection: Russia and Iran – reject the pipeline",
        ),
        (
            Event("REJECT", ("RUS",), ("IRN",), summary="refused to pay"),
            "Disagreement: Russia with Iran – refused to pay",
        ),
        (
            Event("CONSULT", ("JPN",), MEMBERS, date="2025-12-20", place="Tokyo"),
            "Meeting: Japan and Central Asia in Tokyo, 20 December 2025",
        ),
        (
            Event("CONSULT", ("CHN",), ("KAZ",), date="2025-06", summary="visited Astana"),
            "Meeting: China and Kazakhstan, June 2025",
        ),
        (
            Event("AGREE", ("JPN", "KAZ"), summary="agreed to trade more"),
            "Agreement: Japan and Kazakhstan – agreed to trade more",
        ),
        (Event("AGREE", ("JPN", *MEMBERS)), "Agreement: Japan and Central Asia"),
        (
            Event("CONSULT", ("JPN", "KAZ"), date="2025-12-20", year_inferred=True),
            "Meeting: Japan and Kazakhstan, 20 December 2025 (year inferred)",
        ),
        (Quote("Takaichi", direct=True, words="A new\nphase"), "Takaichi: “A new phase”"),
        (Quote("Takaichi", words="A: It is.\nThey know."), "Takaichi: It is. They know."),
        (
            Quote("Kazakh ambassador", words="He added that it was used."),
            "The Kazakh ambassador added that it was used.",
        ),
        (Quote("Takaichi", words="It is clear that they know."), "Takaichi: It is clear that they know."),
        (Relation("CHN", "KAZ", "shares border"), "China shares a border with Kazakhstan"),
        (
            Relation("CHN", "KAZ", "trade", 2024, quantity=Quantity(4.8e9, "USD", "goods, January-June")),
            "China and Kazakhstan: trade of US$4.8 billion (goods, January-June) in 2024",
        ),
        (
            Relation("CHN", "KAZ", "exports", quantity=Quantity(2e9, "EUR")),
            "China exports goods worth €2 billion to Kazakhstan",
        ),
        (
            Relation("CHN", "UZB", "share of imports", 2023, quantity=Quantity(32, "percent")),
            "Uzbekistan gets 32% of its imports from China in 2023",
        ),
        (Relation("EUU", "C5", "rival influence"), "The European Union and Central Asia: rival influence"),
        (
            Profile("KAZ", "population", 20_300_000, "people", "2025-01"),
            "Kazakhstan: population 20.3 million (January 2025)",
        ),
    ],
)
def test_sentences(content: Content, text: str) -> None:
    assert PHRASES.content(content) == text


def test_a_route_leads_to_a_part_of_the_world_but_a_union_of_states_supports_it() -> None:
    leads, supported = (RouteFact(CORRIDOR, predicate, ("EUU",)) for predicate in ("connects", "supported_by"))
    assert PHRASES.content(leads).endswith("links Europe")
    assert PHRASES.content(supported).endswith("the European Union")


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        (RouteFact(CORRIDOR, "connects", ("Asia", "EUU")), "Links Asia and Europe"),
        (RouteFact(CORRIDOR, "bypasses", ("RUS",)), "Avoids Russia"),
        (RouteFact(CORRIDOR, "carried", Quantity(2.7e6, "tonne"), 2023), "Carried 2.7 million tonnes in 2023"),
        (RouteFact(CORRIDOR, "transit_time", Quantity(-8, "day")), "Saves 8 days"),
        (RouteFact(CORRIDOR, "transit_time", Quantity((3, 5), "day")), "Takes 3–5 days"),
        (RouteFact(CORRIDOR, "cost", Quantity(8e9, "USD")), "Costs US$8 billion"),
    ],
)
def test_a_route_is_not_named_on_its_own_page(fact: RouteFact, text: str) -> None:
    (statement,) = group([claim(fact)], CATALOG)
    assert said(statement, about=CORRIDOR) == text
    assert said(statement).startswith(CATALOG.name(CORRIDOR))


def test_one_amount_in_two_currencies_is_said_once() -> None:
    (statement,) = group([promise("a", 3e12), promise("a", 19e9, "USD"), promise("b", 3e12)], CATALOG)
    text = "Japan commits ¥3 trillion (US$19 billion) to Central Asia over five years for projects"
    assert said(statement) in (
        text,
        text.replace("¥3 trillion (US$19 billion)", "US$19 billion (¥3 trillion)"),
    )


def test_plans_and_denials_say_so() -> None:
    content = Resource("KAZ", "lithium", "produces")
    assert PHRASES.claim(claim(content, modality=Modality.PLANNED)) == "Kazakhstan plans to produce lithium"
    assert PHRASES.claim(claim(content, affirmed=False)) == "Kazakhstan does not produce lithium"


def test_a_preferred_value_is_the_one_told() -> None:
    made = [promise("a", 3e12), promise("b", 3e12), promise("c", 30e12)]
    (statement,) = group(made, CATALOG, [Verdict("v", made[2].id, rank=Rank.PREFERRED)])
    assert "¥30 trillion" in said(statement)
    (statement,) = group(made, CATALOG, [Verdict("v", made[0].id, rank=Rank.DEPRECATED)])
    assert "¥30 trillion" in said(statement)


def test_what_is_filled_in_is_not_read_as_a_template() -> None:
    assert PHRASES.content(Quote("{words} [x]", words="a {speaker}")) == "{words} [x]: a {speaker}"


def test_every_kind_has_words_for_what_the_templates_do_not_know() -> None:
    assert PHRASES.content(Resource("XXX", "unobtainium", "hides", 7)) == "XXX: world's no. 7, unobtainium, hides"
    assert PHRASES.content(RouteFact("r", "closed_by", ("RUS",))) == "R: closed by Russia"


def test_templates_are_kept_parsed_and_change_with_their_file(tmp_path: Path) -> None:
    folder, cache = tmp_path / "phrases", tmp_path / "cache"
    folder.mkdir()
    (folder / "en.toml").write_text('and = "{first} and {last}"\n', encoding="utf-8")
    assert load_templates(folder, cache=cache) == {"and": "{first} and {last}"}
    (kept,) = cache.iterdir()
    kept.write_text('{"and": "kept"}', encoding="utf-8")
    assert load_templates(folder, cache=cache) == {"and": "kept"}
    (folder / "en.toml").write_text('and = "{first} & {last}"\n', encoding="utf-8")
    assert load_templates(folder, cache=cache) == {"and": "{first} & {last}"}
    assert len(list(cache.iterdir())) == 1


def test_a_figure_keeps_the_hedge_that_every_claim_gives_it() -> None:
    share = Resource("KAZ", "uranium", "produces", quantity=Quantity(40, "percent", "world"))
    nearly = structs.replace(claim(share), certainty="nearly")
    assert "nearly 40" in said(group([nearly], CATALOG)[0])
    assert "nearly" not in said(group([nearly, claim(share, "b")], CATALOG)[0])


@pytest.mark.parametrize(
    ("relation", "hedge", "told"),
    [
        ("trade of 45 billion US dollars", "above", "trade of more than US$45 billion"),
        ("trade of 45 billion US dollars", None, "trade of US$45 billion"),
        ("trade of $5.5 billion", "passed", "trade of more than US$5.5 billion"),
        ("share of exports: 63 percent", "nearly", "sends nearly 63% of its exports"),
        ("major partner", "reportedly", "is a major partner"),
    ],
)
def test_a_relation_keeps_the_hedge_of_its_figure(relation: str, hedge: str | None, told: str) -> None:
    found = structs.replace(claim(Relation("CHN", "KAZ", relation)), certainty=hedge)
    assert told in said(group([found], CATALOG)[0])


def test_a_value_keeps_its_hedge_beside_one_that_is_less_exact() -> None:
    exact = structs.replace(claim(Profile("KAZ", "population", 20.5e6, "people", "2026")), certainty="about")
    (statement,) = group([exact, claim(Profile("KAZ", "population", 20e6, "people"), "b")], CATALOG)
    assert "about 20.5 million" in said(statement)


def test_what_the_sentence_says_of_its_reality_is_no_badge_too() -> None:
    growth = structs.replace(
        claim(Profile("UZB", "growth", 6.5, "percent", "2025"), modality=Modality.PLANNED), badges=("future",)
    )
    promised = structs.replace(promise("a", 19e9), modality=Modality.PLANNED, badges=("future",))
    aim = RouteFact(CORRIDOR, "target", Quantity(10e6, "tonne"), 2030)
    aimed = structs.replace(claim(aim, modality=Modality.PLANNED), badges=("future",))
    whole = structs.replace(aimed, content=RouteFact(CORRIDOR, "target", Quantity(5e6, "tonne"), 2026, True))
    wanted = (
        (whole, "Trans-Caspian International Transport Route: aims at 5 million tonnes in 2026", ()),
        (growth, "Uzbekistan: economic growth 6.5% (2025, forecast)", ()),
        (promised, "Japan plans to put", ()),
        (aimed, "Trans-Caspian International Transport Route: aims at 10 million tonnes by 2030", ()),
    )
    for made, words, badges in wanted:
        (statement,) = group([made], CATALOG)
        assert said(statement).startswith(words)
        assert PHRASES.badges(statement) == badges


def test_a_value_close_to_the_one_shown_is_not_ascribed_with_it() -> None:
    exact, close = (
        structs.replace(claim(Profile("KAZ", "land_borders", length, "km"), article), attribution=who)
        for article, length, who in (("a", 13_392.6, "a ministry"), ("b", 13_364, "a yearbook"))
    )
    (statement,) = group([exact, close], CATALOG)
    assert "13,392.6" in said(statement)
    assert (statement.sources, PHRASES.detail(statement)) == (2, "according to a ministry")


@pytest.mark.parametrize(
    ("today", "meets", "produces"),
    [
        ("", "Meeting (planned): ", "plans to produce"),
        ("2026-06-30", "Meeting (planned): ", "plans to produce"),
        ("2027-01-01", "Meeting (was planned): ", "planned to produce"),
        ("2026", "Meeting (planned): ", "plans to produce"),
    ],
)
def test_what_was_planned_for_a_time_that_has_passed_was_planned(today: str, meets: str, produces: str) -> None:
    phrases = Phrases(CATALOG, today=today)
    meeting, goods = Event("CONSULT", ("KAZ",), date="2026-12-31"), Resource("KAZ", "lithium", "produces", year=2026)
    assert phrases.claim(claim(meeting, modality=Modality.PLANNED)).startswith(meets)
    assert phrases.claim(claim(goods, modality=Modality.PLANNED)) == f"Kazakhstan {produces} lithium in 2026"


@pytest.mark.parametrize(
    ("modality", "deed", "who", "stage"),
    [
        (Modality.DONE, "", None, "promised"),
        (Modality.PLANNED, "", "the US president", "planned · according to the US president"),
        (Modality.DONE, "invested", None, "invested"),
        (Modality.PLANNED, "bought", None, "purchase"),
    ],
)
def test_how_far_money_has_come_is_told_with_who_says_so(
    modality: Modality, deed: str, who: str | None, stage: str
) -> None:
    content = Commitment(("JPN",), ("C5",), Money(19e9, "USD"), deed=deed)
    (statement,) = group([structs.replace(claim(content, modality=modality), attribution=who)], CATALOG)
    assert PHRASES.stage(statement.shown) == stage


def test_what_one_does_against_another_says_so() -> None:
    event = Event("SANCTION", ("EUU",), ("KGZ",), summary="put sanctions on a bank")
    assert PHRASES.claim(claim(event)) == "Restriction: the European Union against Kyrgyzstan – put sanctions on a bank"


def test_an_event_says_its_place_and_day_once() -> None:
    event = Event(
        "AGREE",
        ("KAZ",),
        ("UZB",),
        None,
        "2025-11-16",
        "Tashkent",
        "agreed in Tashkent on 16 November 2025 to hold talks",
    )
    assert PHRASES.claim(claim(event)) == (
        "Agreement: Kazakhstan and Uzbekistan in Tashkent, 16 November 2025 – agreed to hold talks"
    )


def test_from_whom_it_is_has_a_name_in_every_language() -> None:
    told = structs.replace(uranium("a", tonnes=21_112, year=2023), attribution="Russia")
    (statement,) = group([told], CATALOG)
    assert "Россия" in Phrases(CATALOG, "ru").detail(statement)


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("Share of exports", "share of exports"),
        ("GDP per head (PPP)", "GDP per head (PPP)"),
        ("Muslims, share", "Muslims, share"),
        ("Kazakhstan, Russia and others", "Kazakhstan, Russia and others"),
        ("Trans-Caspian International Transport Route", "Trans-Caspian International Transport Route"),
        ("", ""),
    ],
)
def test_a_text_keeps_the_capital_of_a_name_or_abbreviation_within_a_sentence(text: str, within: str) -> None:
    assert PHRASES.inside(text) == within


def test_the_label_of_a_key_figure_keeps_its_capitals_behind_the_country() -> None:
    content = Profile("KAZ", "gdp-per-head-ppp", 35_900.0, "USD")
    assert said(group([claim(content)], CATALOG)[0]).startswith("Kazakhstan: GDP per head (PPP) ")


def test_a_rank_among_the_first_is_told_in_words() -> None:
    told = [PHRASES.content(Resource("UZB", "uranium", "produces", rank)) for rank in (1, 5, 6)]
    assert [text.partition("world's ")[2] for text in told] == [
        "largest producer of uranium",
        "fifth-largest producer of uranium",
        "no. 6 producer of uranium",
    ]


def test_bodies_have_their_article_where_they_are_spoken_of() -> None:
    told = structs.replace(uranium("a"), attribution="OECD Nuclear Energy Agency and the IAEA")
    (statement,) = group([told], CATALOG)
    assert PHRASES.detail(statement) == "according to the OECD Nuclear Energy Agency and the IAEA"
    assert PHRASES.name("IMF") == "the IMF"
