"""Plans for a time that has passed are told in one way wherever words are used, in every language."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from models.catalog import Catalog, load
from models.exchange import FORMATS
from models.library import Library
from models.phrases import Phrases
from models.records import Commitment, Content, Event, Modality, Money, Quantity, Relation, Resource, RouteFact, Step
from models.statements import group
from tests.models.making import claim
from tests.models.reading.making import article

CATALOG = load()
CORRIDOR = "middle-corridor"
PLANS = (
    Resource("KAZ", "uranium", "produces", quantity=Quantity(27_000, "tonne"), year=2023),
    RouteFact(CORRIDOR, "target", Quantity(1e7, "tonne"), 2023),
    RouteFact(CORRIDOR, "capacity", Quantity(1e7, "tonne"), 2023),
    Event("CONSULT", ("KAZ",), ("UZB",), date="2023-08-03"),
)
PAST = {"en": ("planned to", "aimed at", "was planned"), "ja": ("当時の計画",), "ru": ("ланировалось",)}


def told(content: Content, language: str, today: str) -> str:
    (statement,) = group([claim(content, modality=Modality.PLANNED)], CATALOG)
    return Phrases(CATALOG, language, today=today).variant(statement.shown)


@pytest.mark.parametrize("language", PAST)
@pytest.mark.parametrize("content", PLANS)
def test_a_plan_whose_time_has_passed_is_a_past_one(content: Content, language: str) -> None:
    later, before = told(content, language, "2026-01-01"), told(content, language, "2022-01-01")
    assert any(words in later for words in PAST[language])
    assert not any(words in before for words in PAST[language])


def test_exports_tell_it_as_the_window_does(tmp_path: Path, catalog: Catalog) -> None:
    library = Library.open(tmp_path / "library", catalog, today="2026-01-01")
    made = article("A paper.\n\nKazakhstan plans to produce 27,000 tonnes of uranium in 2023.")
    planned = claim(PLANS[0], made.id, modality=Modality.PLANNED)
    library.add([Step(1, 1, "a", made, (planned,))])
    rows = csv.DictReader(io.StringIO(FORMATS["statements-csv"].make(library)[""].decode("utf-8-sig")))
    shown = {line.text for section in library.country("KAZ").sections for line in section.lines}
    library.close()
    assert {row["text"] for row in rows} == shown == {"Kazakhstan planned to produce 27,000 tonnes of uranium in 2023"}


@pytest.mark.parametrize(
    ("relation", "past"),
    [
        ("share of imports: 28 percent", "Kazakhstan got 28% of its imports from China in 2023"),
        ("share of trade: 28 percent", "China had a share of 28% in the trade of Kazakhstan in 2023"),
        ("largest trading partner", "China was the largest trading partner of Kazakhstan in 2023"),
    ],
)
def test_a_tie_of_a_year_that_is_over_is_told_as_past(relation: str, past: str) -> None:
    tie = Relation("CHN", "KAZ", relation, 2023)
    (statement,) = group([claim(tie)], CATALOG)
    assert Phrases(CATALOG, today="2026-01-01").variant(statement.shown) == past
    assert Phrases(CATALOG, today="2023-06-01").variant(statement.shown) != past


@pytest.mark.parametrize(
    ("language", "possible", "target"),
    [
        ("en", "Could reach 11 million tonnes by 2030", "Aims at 11 million tonnes by 2030"),
        ("ja", "1,100万トンに達する可能性（2030年）", "目標 1,100万トン（2030年まで）"),
        ("ru", "Возможно, 11 млн т, 2030 г.", "Цель — 11 млн т к 2030 г."),
    ],
)
def test_what_somebody_thinks_possible_is_no_target(language: str, possible: str, target: str) -> None:
    fact = RouteFact(CORRIDOR, "target", Quantity(1.1e7, "tonne"), 2030)
    phrases = Phrases(CATALOG, language, today="2026-01-01")
    headings = set()
    for modality, words in ((Modality.POSSIBLE, possible), (Modality.PLANNED, target)):
        (statement,) = group([claim(fact, modality=modality)], CATALOG)
        assert phrases.variant(statement.shown, CORRIDOR).replace("\N{NO-BREAK SPACE}", " ") == words
        assert isinstance(fact.object, Quantity)
        headings.add(phrases.measured(fact, fact.object, statement.claims))
    assert len(headings) == 2
    assert not any("(" in heading or "（" in heading for heading in headings)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "China has invested US$3 million in Kazakhstan for uranium"),
        ("ja", "中国 → カザフスタン：投資 300万米ドル、用途：ウラン"),
        ("ru", "Китай → Казахстан: вложено 3 млн долл. США; назначение — уран"),
    ],
)
def test_money_is_told_with_what_it_is_for(language: str, words: str) -> None:
    given = Commitment(("CHN",), ("KAZ",), Money(3e6, "USD"), None, "uranium", "invested")
    (statement,) = group([claim(given)], CATALOG)
    told = Phrases(CATALOG, language).variant(statement.shown)
    assert told.replace("\N{NO-BREAK SPACE}", " ") == words


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        (RouteFact(CORRIDOR, "length", Quantity(647, "km"), 2025), "647 km long (2025, planned)"),
        (RouteFact(CORRIDOR, "cost", Quantity(7e9, "USD", "works"), 2024), "costs US$7 billion (2024, works, planned)"),
        (RouteFact(CORRIDOR, "transit_time", Quantity(12, "day"), 2024), "takes 12 days (2024, planned)"),
    ],
)
def test_what_a_route_is_by_a_plan_stays_planned_when_the_year_of_the_plan_is_over(fact: RouteFact, told: str) -> None:
    (statement,) = group([claim(fact, modality=Modality.PLANNED)], CATALOG)
    phrases = Phrases(CATALOG, today="2026-01-01")
    assert phrases.variant(statement.shown).endswith(told)
    beside = phrases.variant(statement.shown, timed=True)
    assert "planned)" in beside
    assert str(fact.year) not in beside


def test_support_that_may_only_go_is_told_so() -> None:
    supposed = claim(RouteFact(CORRIDOR, "supported_by", ("CHN",)), affirmed=False, modality=Modality.POSSIBLE)
    assert Phrases(CATALOG, "en").claim(supposed).endswith("not backed by China (possible)")


@pytest.mark.parametrize(("language", "by_then"), [("en", " by 2028"), ("ja", "、2028年まで"), ("ru", "; к 2028 году")])
def test_money_tells_by_when_it_is_to_come(language: str, by_then: str) -> None:
    phrases = Phrases(CATALOG, language)

    def said(year: int | None, published: str, modality: Modality = Modality.PLANNED) -> tuple[str, str]:
        promise = Commitment(("UZB",), (), Money(1.6e9, "USD"), purpose="mines", year=year)
        made = [claim(promise, "a", modality=modality)]
        (statement,) = group(made, CATALOG, published={"a": published} if published else {})
        return phrases.variant(statement.shown), phrases.money(statement.shown)

    for told in (said(2028, "2026-03"), said(2028, ""), said(2028, "2026", Modality.DONE)):
        assert all(words.endswith(by_then) for words in told)
    for told in (said(2026, "2026-03"), said(None, "2026-03"), said(2024, "", Modality.DONE)):
        assert not any("20" in words for words in told)
