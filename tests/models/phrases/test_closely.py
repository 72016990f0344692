"""What a sentence tells more closely than its claim is shown: a start or a limit, firms and no state, a condition."""

from __future__ import annotations

import re
import tomllib

import pytest
from msgspec import structs

from models.catalog import RESOURCES, load
from models.phrases import Phrases
from models.phrases.closely import FIRMS, condition_of, who
from models.phrases.telltale import _compiled
from models.records import Commitment, Content, Event, Modality, Money, Profile, Quantity, Resource, RouteFact
from models.statements import group
from tests.models.making import claim

CATALOG = load()
EXAMPLES = tomllib.loads((RESOURCES / "grammar" / "closely.toml").read_text("utf-8"))
PLAN = Resource("KAZ", "uranium", "produces", quantity=Quantity(5_000, "tonne"), year=2026)
GROUND = Resource("KAZ", "lithium", "reserves", quantity=Quantity(75_000, "tonne"))
MONEY = Commitment(("CHN",), ("TJK",), Money(3e8, "USD"), deed="invested")


def told(content: Content, *quotes: str, modality: Modality = Modality.DONE, language: str = "en") -> str:
    claims = [claim(content, str(number), modality=modality, quote=quote) for number, quote in enumerate(quotes)]
    (statement,) = group(claims, CATALOG)
    return Phrases(CATALOG, language).variant(statement.shown)


def is_read(kind: str, text: str) -> bool:
    if kind in FIRMS:
        return who(("CHN",), [claim(MONEY, quote=text)], CATALOG) == kind
    if kind == "condition":
        return bool(condition_of([claim(PLAN, quote=text, modality=Modality.POSSIBLE)]))
    return any(re.search(pattern, text) for pattern in _compiled(kind, (("year", "2026"),)))


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind in EXAMPLES for text in EXAMPLES[kind]["yes"]])
def test_each_wording_is_read(kind: str, text: str) -> None:
    assert is_read(kind, text)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind in EXAMPLES for text in EXAMPLES[kind]["no"]])
def test_other_wordings_are_not(kind: str, text: str) -> None:
    assert not is_read(kind, text)


@pytest.mark.parametrize(
    ("quote", "language", "end"),
    [
        ("From 2026 it will produce 5,000 tonnes.", "en", "from 2026"),
        ("It will produce 5,000 tonnes by 2026.", "en", "by 2026"),
        ("It will produce 5,000 tonnes in 2026.", "en", "in 2026"),
        ("In 2026 a plant opens; from 2026 it will produce 5,000 tonnes.", "en", "in 2026"),
        ("From 2026 it will produce 5,000 tonnes.", "ja", "（2026年以降"),
        ("It will produce 5,000 tonnes by 2026.", "ja", "（2026年まで"),
        ("From 2026 it will produce 5,000 tonnes.", "ru", ", с 2026 г."),
        ("It will produce 5,000 tonnes by 2026.", "ru", ", к 2026 г."),
    ],
)
def test_a_plan_tells_whether_its_year_is_a_start_or_a_limit(quote: str, language: str, end: str) -> None:
    text = told(PLAN, quote, modality=Modality.PLANNED, language=language)
    assert end in text


def test_what_is_done_tells_a_start_as_one_and_no_limit() -> None:
    assert told(PLAN, "It has produced 5,000 tonnes since 2026.").endswith("since 2026")
    assert told(PLAN, "It produced 5,000 tonnes by 2026.").endswith("in 2026")


def test_sources_that_do_not_agree_on_a_start_leave_the_year() -> None:
    quotes = ("From 2026 it will produce 5,000 tonnes.", "It will produce 5,000 tonnes in 2026.")
    assert told(PLAN, *quotes, modality=Modality.PLANNED).endswith("in 2026")


def test_a_route_and_money_tell_a_start_too() -> None:
    way = RouteFact("middle-corridor", "target", Quantity(1e7, "tonne"), 2026)
    assert told(way, "From 2026 it will carry 10 million tonnes.", modality=Modality.PLANNED).endswith("from 2026")
    assert told(way, "It will carry 10 million tonnes in 2026.", modality=Modality.PLANNED).endswith("by 2026")
    promise = Commitment(("CHN",), ("TJK",), Money(2e10, "USD"), year=2026)
    assert told(promise, "China promised to invest US$20bn by 2026.").endswith("by 2026")
    assert told(promise, "China promised to invest US$20bn from 2026.").endswith("from 2026")
    assert "2026" not in told(promise, "In 2026 China promised to invest US$20bn.")


@pytest.mark.parametrize(
    ("language", "plain", "reserves"),
    [("en", "has 75,000", "has reserves of 75,000"), ("ja", "賦存量", "埋蔵"), ("ru", "наличие", "запасы")],
)
def test_an_amount_in_the_ground_is_reserves_only_where_a_sentence_says_so(
    language: str, plain: str, reserves: str
) -> None:
    assert plain in told(GROUND, "The deposit holds 75,000 tonnes of lithium.", language=language)
    assert reserves in told(GROUND, "Lithium reserves are 75,000 tonnes.", language=language)


@pytest.mark.parametrize(("language", "told_as"), [("en", "resources"), ("ja", "資源量"), ("ru", "ресурсам")])
def test_a_rank_in_resources_is_none_in_reserves(language: str, told_as: str) -> None:
    ranked = Resource("KAZ", "uranium", "reserves", 2)
    assert told_as in told(ranked, "Its uranium resources are the second largest.", language=language)
    assert told_as not in told(ranked, "Its uranium reserves are the second largest.", language=language)


@pytest.mark.parametrize(
    ("language", "firms"), [("en", "Companies of China have"), ("ja", "中国の企業"), ("ru", "Компании (Китай)")]
)
def test_firms_of_a_country_are_not_told_as_their_state(language: str, firms: str) -> None:
    assert told(MONEY, "Chinese companies invested US$300m.", language=language).startswith(firms)
    assert not told(MONEY, "China invested US$300m.", language=language).startswith(firms)
    assert not told(MONEY, "China invested US$300m.", "Chinese firms invested US$300m.").startswith(firms)


def test_what_might_be_keeps_its_condition() -> None:
    text = told(PLAN, "It could produce 5,000 tonnes in 2026 if the pipeline is built.", modality=Modality.POSSIBLE)
    assert text.endswith("(“if the pipeline is built”)")
    assert told(PLAN, "If it sells 5,000 tonnes, it could grow.", modality=Modality.POSSIBLE).endswith("in 2026")


def test_a_single_claim_keeps_its_hedge() -> None:
    made = structs.replace(claim(PLAN), certainty="an estimated")
    assert "an estimated 5,000 tonnes" in Phrases(CATALOG).claim(made)


def test_a_cell_tells_it_as_the_sentence_does() -> None:
    made = [claim(PLAN, quote="From 2026 it could produce 5,000 tonnes.", modality=Modality.POSSIBLE)]
    assert Phrases(CATALOG).cell(PLAN, made) == "Possible: produces 5,000 tonnes from 2026"
    made = [claim(GROUND, quote="The deposit holds 75,000 tonnes of lithium.")]
    assert Phrases(CATALOG).cell(GROUND, made) == "Has 75,000 tonnes"


@pytest.mark.parametrize(
    ("quote", "end"),
    [
        ("It planned to generate 122 billion kilowatt-hours in 2026.", "planned)"),
        ("It will generate 122 billion kilowatt-hours in 2026.", "forecast)"),
    ],
)
def test_what_is_planned_is_no_forecast(quote: str, end: str) -> None:
    output = Profile("KAZ", "electricity-output", 122e9, "kWh", "2026")
    assert told(output, quote, modality=Modality.PLANNED).endswith(end)


def test_a_plan_of_a_year_that_is_over_was_planned() -> None:
    output = Profile("KAZ", "electricity-output", 122e9, "kWh", "2025")
    planned = claim(output, quote="It planned to generate 122 billion kilowatt-hours.", modality=Modality.PLANNED)
    (statement,) = group([planned], CATALOG)
    phrases = Phrases(CATALOG, today="2026-11-24")
    assert phrases.key_figure(output, statement.shown)[1] == "122 billion kWh (was planned)"


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("It agreed to buy aircraft for 7 billion US dollars.", "agreed purchases worth"),
        ("It bought aircraft for 7 billion US dollars.", ": purchases worth"),
    ],
)
def test_what_was_agreed_on_is_not_bought_yet(quote: str, words: str) -> None:
    bought = Commitment(("KAZ",), ("USA",), Money(7e9, "USD"), deed="bought")
    assert words in told(bought, quote)
    (statement,) = group([claim(bought, quote=quote)], CATALOG)
    assert Phrases(CATALOG).stage(statement.shown) == ("agreed purchase" if "agreed" in words else "purchase")


@pytest.mark.parametrize(
    ("quotes", "whom"),
    [
        (("The EU sanctioned banks in Kyrgyzstan and Tajikistan.",), "banks of Kyrgyzstan and Tajikistan"),
        (("The EU sanctioned companies from Kyrgyzstan and Tajikistan.",), "companies of Kyrgyzstan and Tajikistan"),
        (("The EU sanctioned Kyrgyzstan and Tajikistan.",), "Kyrgyzstan and Tajikistan"),
        (("Banks in Kyrgyzstan lend; the EU sanctioned Tajikistan.",), "Kyrgyzstan and Tajikistan"),
    ],
)
def test_what_is_done_to_banks_is_not_done_to_their_state(quotes: tuple[str, ...], whom: str) -> None:
    event = Event("SANCTION", ("EU",), ("KGZ", "TJK"), date="2025-10-23", summary="set them on its list")
    assert f"against {whom}, 23 October 2025" in told(event, *quotes)


@pytest.mark.parametrize(
    ("hedges", "words"),
    [
        (("about", "an estimated"), "about 5,000"),
        (("about", ""), " 5,000"),
        (("about", "more than"), " 5,000"),
        (("more than", "more than"), "more than 5,000"),
    ],
)
def test_a_rough_figure_stays_one_by_whatever_word(hedges: tuple[str, str], words: str) -> None:
    claims = [
        structs.replace(claim(PLAN, str(number), quote=f"It is {number}."), certainty=hedge or None)
        for number, hedge in enumerate(hedges)
    ]
    (statement,) = group(claims, CATALOG)
    text = Phrases(CATALOG).variant(statement.shown)
    assert words in text
    assert text.count("about") + text.count("more than") == (0 if words.startswith(" ") else 1)
