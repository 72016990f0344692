"""What meetings, money that may be lent, stocks that may be there and what pipelines carry are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.phrases import Phrases
from models.records import Claim, Commitment, Event, Evidence, Modality, Money, Quantity, Resource, RouteFact, Variant

if TYPE_CHECKING:
    from models.catalog import Catalog
    from models.records import Content

FIRST = Event("CONSULT", ("EUU", "C5"), summary="held their first summit")
VISIT = Event("CONSULT", ("CHN",), ("KAZ",), mode="visit", summary="visited")


@pytest.mark.parametrize(
    ("event", "language", "told"),
    [
        (FIRST, "en", "First summit: the European Union and Central Asia"),
        (FIRST, "ja", "初の首脳会議：欧州連合、中央アジア"),
        (FIRST, "ru", "Первый саммит: Европейский союз и Центральная Азия"),
        (Event("CONSULT", ("RUS", "C5"), summary="held their second summit"), "en", "Second summit: Russia and"),
        (Event("CONSULT", ("IND", "C5"), summary="held a summit"), "en", "Summit: India and"),
        (Event("CONSULT", ("KOR", "C5"), summary="plan to hold a summit"), "en", "Summit: South Korea and"),
        (Event("CONSULT", ("IND", "C5"), summary="met before the first summit"), "en", "Meeting: India and"),
        (VISIT, "en", "Visit: China to Kazakhstan"),
        (VISIT, "ja", "訪問：中国からカザフスタンへ"),
        (VISIT, "ru", "Визит: Китай → Казахстан"),
        (Event("CONSULT", ("RUS", "UZB"), mode="phone", summary="spoke"), "en", "Phone call: Russia and Uzbekistan"),
        (Event("CONSULT", ("CHN",), mode="visit"), "en", "Visit: China"),
    ],
)
def test_a_meeting_is_called_what_it_was(catalog: Catalog, event: Event, language: str, told: str) -> None:
    assert Phrases(catalog, language).content(event).startswith(told)


@pytest.mark.parametrize(
    ("quote", "language", "told"),
    [
        ("The presidents of Japan and Central Asia met in Tokyo.", "en", "Meeting of presidents: "),
        ("President Tokayev met the president of Japan.", "en", "Meeting of presidents: "),
        ("The foreign ministers of Japan and Central Asia met.", "en", "Meeting of foreign ministers: "),
        ("The foreign ministers of Japan and Central Asia met.", "ja", "外相会談："),
        ("Главы государств Японии и Центральной Азии встретились.", "ru", "Встреча президентов: "),
        ("The prime ministers met.", "en", "Meeting of prime ministers: "),
        ("Japan hosted the leaders of Central Asia.", "en", "Meeting of leaders: "),
        ("The foreign ministers met before the presidents did.", "en", "Meeting: "),
        ("Japan and Central Asia met.", "en", "Meeting: "),
    ],
)
def test_a_meeting_tells_who_met_where_its_sentence_names_one_office(
    catalog: Catalog, quote: str, language: str, told: str
) -> None:
    met = _variant(Event("CONSULT", ("JPN", "C5"), summary="met"), Modality.DONE, quote)
    assert Phrases(catalog, language).variant(met).startswith(told)


def _variant(content: Content, modality: Modality, quote: str = "x") -> Variant:
    claim = Claim(id="c", content=content, evidence=Evidence("a", 0, 1, quote), rule="r", modality=modality)
    return Variant(content, (claim,), 1)


def test_what_may_be_lent_is_not_told_as_a_loan_to_come(catalog: Catalog) -> None:
    loan = Commitment(("US Export-Import Bank",), ("KAZ",), Money(9e8, "USD"), deed="loan")
    phrases = Phrases(catalog)
    may, comes = (_variant(loan, modality) for modality in (Modality.POSSIBLE, Modality.PLANNED))
    assert " may lend US$900 million to Kazakhstan" in phrases.variant(may)
    assert "Possible" not in phrases.variant(may)
    assert phrases.stage(may) == "may lend"
    assert " is to lend US$900 million to Kazakhstan" in phrases.variant(comes)
    assert phrases.stage(comes) == "loan to come"


def test_what_may_be_in_the_ground_is_told_by_the_verb(catalog: Catalog) -> None:
    stock = Resource("KAZ", "rare earths", "reserves", quantity=Quantity(2e7, "tonne", of="resources"))
    phrases = Phrases(catalog)
    may, known = (_variant(stock, modality) for modality in (Modality.POSSIBLE, Modality.DONE))
    assert phrases.variant(may).startswith("Kazakhstan may have resources of 20 million tonnes")
    assert phrases.cell(stock, may.claims).startswith("May hold resources of 20 million tonnes")
    assert phrases.cell(stock, known.claims).startswith("Resources of 20 million tonnes")


def test_a_pipeline_pumps_what_a_corridor_carries(catalog: Catalog) -> None:
    for route, verb in (("cpc", "прокачано"), ("middle-corridor", "перевезено")):
        assert route in catalog.routes
        fact = RouteFact(route, "carried", Quantity(4e6, "tonne"), year=2025)
        assert f": {verb} 4 млн т" in Phrases(catalog, "ru").content(fact)


@pytest.mark.parametrize(
    ("of", "language", "told"),
    [
        ("Kazakh oil exports", "en", "carried 80% of Kazakh oil exports"),
        ("Kazakh oil exports", "ja", "の80"),
        ("Kazakh oil exports", "ru", "80 % экспорта нефти Казахстана"),
        ("January to June", "en", "carried 80% in 2025 (January to June)"),
    ],
)
def test_a_share_tells_of_what_it_is(catalog: Catalog, of: str, language: str, told: str) -> None:
    fact = RouteFact("cpc", "carried", Quantity(80.0, "percent", of), year=2025)
    assert told in Phrases(catalog, language).content(fact)


@pytest.mark.parametrize(
    ("summary", "language", "told"),
    [
        ("agreed to sell natural gas to Japan", "en", "Agreement: Turkmenistan with Japan"),
        ("agreed to sell natural gas to Japan", "ja", "合意：トルクメニスタン（相手：日本）"),
        ("agreed to sell natural gas to Japan", "ru", "Соглашение: Туркменистан (другая сторона: Япония)"),
        ("agreed to work together", "en", "Agreement: Turkmenistan and Japan"),
    ],
)
def test_an_agreement_tells_who_does_it(catalog: Catalog, summary: str, language: str, told: str) -> None:
    event = Event("AGREE", ("TKM",), ("JPN",), summary=summary)
    assert Phrases(catalog, language).content(event).startswith(told)


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("Line D", "crosses Uzbekistan (Line D, stalled)"),
        ("line D", "crosses Uzbekistan (line D, stalled)"),
        ("Lines A, B and C", "crosses Uzbekistan (Lines A, B and C)"),
        ("first phase", "crosses Uzbekistan (first phase)"),
    ],
)
def test_of_a_line_that_is_not_in_use_its_state_is_told(catalog: Catalog, part: str, told: str) -> None:
    fact = RouteFact("central-asia-china-gas", "crosses", ("UZB",), part=part)
    assert Phrases(catalog).content(fact).endswith(told)
