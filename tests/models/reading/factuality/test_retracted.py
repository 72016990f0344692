"""What somebody takes back that he told before is told as not so, by whoever took it back."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from models.reading import Reader
from models.reading.reader import RULES
from models.records import Event, Modality, Quote, Resource
from tests.models.reading.making import article, told

EXAMPLES = tomllib.loads((RULES / "words-retracted.toml").read_text("utf-8"))["retracted"]["examples"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"][:60])
def test_what_is_taken_back_is_not_so(reader: Reader, example: dict[str, Any]) -> None:
    (claim,) = (found for found in told(reader, example["text"]) if found.rule.startswith("event.sanction"))
    assert claim.affirmed == ("by" not in example)
    assert claim.affirmed or (claim.attribution or "") == example["by"]


@pytest.mark.parametrize(
    "text",
    [
        "The paper has withdrawn its report of 9 May 2025 which said that Kazakhstan had banned exports to Russia.",
        "Reuters retracted a story on 4 March 2025 that said Kazakhstan had banned exports of wheat to Russia.",
        "The ministry on 2 May 2025 denied reports that Kazakhstan had banned exports of wheat to Russia.",
        "The report of 3 May 2025 that Kazakhstan had banned exports of wheat to Russia was wrong.",
    ],
)
def test_the_day_of_a_report_or_its_denial_is_not_that_of_the_deed(reader: Reader, text: str) -> None:
    (claim,) = told(reader, text)
    assert isinstance(claim.content, Event)
    assert claim.content.date is None
    assert not claim.affirmed


def test_the_day_of_what_is_denied_stays(reader: Reader) -> None:
    (claim,) = told(reader, "The ministry denied that Kazakhstan had signed an agreement with Iran on 5 May 2025.")
    assert isinstance(claim.content, Event)
    assert claim.content.date == "2025-05-05"


def test_the_summary_ends_before_it_is_told_to_be_untrue(reader: Reader) -> None:
    (claim,) = told(reader, "A claim that Kazakhstan had banned exports of wheat to Russia turned out to be false.")
    assert isinstance(claim.content, Event)
    assert claim.content.summary == "had banned exports of wheat to Russia"


def test_who_denies_behind_a_by_refuses_nobody(reader: Reader) -> None:
    claims = told(reader, "Reports that Turkmenistan had halted gas exports to Iran were denied by Turkmengaz.")
    assert [(claim.affirmed, claim.attribution) for claim in claims] == [(False, "Turkmengaz")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("KazMunayGas said reports that Kazakhstan had halted oil exports to Germany were false.", "KazMunayGas"),
        ("The Tajik energy ministry rejected claims that Tajikistan had halted exports to Iran.", "the Tajik energy"),
        ("Officials in Astana denied a report by Reuters that Kazakhstan had banned exports to Russia.", "Officials"),
    ],
)
def test_whoever_denies_is_told(reader: Reader, text: str, who: str) -> None:
    (claim,) = (found for found in told(reader, text) if found.rule.startswith("event.sanction"))
    assert not claim.affirmed
    assert (claim.attribution or "").startswith(who)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The portal Almaty Ledger reported on 9 May that Kazakhstan had banned exports to Russia.",
            "Almaty Ledger",
        ),
        ("The newspaper Vestnik wrote on 2 May that Kazakhstan had banned exports to Russia.", "Vestnik"),
        ("On 4 June, the website Aksu reported that Kazakhstan had banned exports to Russia.", "Aksu"),
        ("The Pamir Herald reported on 3 March that Kazakhstan had banned exports to Russia.", "the Pamir Herald"),
    ],
)
def test_a_paper_that_is_named_is_who_reports_it(reader: Reader, text: str, who: str) -> None:
    (claim,) = (found for found in told(reader, text) if isinstance(found.content, Event))
    assert (claim.affirmed, claim.attribution) == (True, who)
    assert isinstance(claim.content, Event)
    assert claim.content.date is None


@pytest.mark.parametrize(
    "text",
    [
        "Turkmenistan halted gas exports to Uzbekistan over an unpaid debt of $310 million.",
        "Kazakhstan halted oil exports to Georgia because of arrears amounting to $40 million.",
        "Russia cut its gas supplies to Kyrgyzstan over $90 million in unpaid bills.",
        "Uzbekistan exported gold to Switzerland despite a fine of $5 million.",
    ],
)
def test_what_is_owed_is_worth_no_goods(reader: Reader, text: str) -> None:
    worth = [claim.content.quantity for claim in told(reader, text) if isinstance(claim.content, Resource)]
    assert not any(worth)


def test_a_sum_of_trade_beside_a_debt_stays(reader: Reader) -> None:
    text = "Turkmenistan, which has no debts, exported gas worth $310 million to Uzbekistan."
    worth = [claim.content.quantity for claim in told(reader, text) if isinstance(claim.content, Resource)]
    assert [quantity.value for quantity in worth if quantity] == [310000000.0]


@pytest.mark.parametrize(
    "text",
    [
        "If Kazakhstan had banned exports of wheat to Russia, prices would have halved.",
        "Prices would have halved if Kazakhstan had banned exports of wheat to Russia.",
        "The union said that if Kazakhstan had banned exports of wheat to Russia, prices could have halved.",
    ],
)
def test_what_would_have_had_to_be_so_was_not(reader: Reader, text: str) -> None:
    assert told(reader, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan, which had banned exports of wheat to Russia, would have to lift its limits, traders said.",
        "Traders asked if Kazakhstan had told them all. Kazakhstan had banned exports of wheat to Russia.",
    ],
)
def test_what_had_been_done_was_done(reader: Reader, text: str) -> None:
    assert [claim for claim in told(reader, text) if claim.affirmed]


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Kazakhstan has not signed a contract with Russia for a third nuclear power plant.", 0),
        ("Uzbekistan never signed an agreement with Turkey for a solar park.", 0),
        ("Kyrgyzstan has yet to begin construction of the Kambarata hydropower plant.", 0),
        ("Kazakhstan signed a contract with Russia for a nuclear power plant.", 1),
        ("Uzbekistan did not delay its contract with France for a wind farm.", 1),
    ],
)
def test_nothing_is_built_on_a_contract_that_was_not_signed(reader: Reader, text: str, many: int) -> None:
    assert len([claim for claim in told(reader, text) if isinstance(claim.content, Resource)]) == many


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhmys said a fire at its Zhezkazgan smelter would cost it 12,000 tonnes of copper output this year.",
        "Uzbekneftegaz lost 200 million cubic metres of gas output after a fire at its Kandym plant.",
        "The outage deprived Kazakhstan of 300,000 tonnes of oil production.",
        "A leak at the Kashagan field meant a loss of 400,000 tonnes of oil for Kazakhstan.",
        "An explosion at a mine in Tajikistan killed three Chinese workers.",
    ],
)
def test_a_mishap_is_no_attack_and_what_it_cost_no_output(reader: Reader, text: str) -> None:
    assert told(reader, text) == []


def test_a_figure_that_another_one_corrects_gives_nobody_the_sentence(reader: Reader) -> None:
    text = "Germany got 2 million tonnes of Kazakh oil, not 2.4 million as the Kazakh side had said, Eurostat said."
    voices = {claim.content.speaker for claim in reader.claims(article(text)) if isinstance(claim.content, Quote)}
    assert "Kazakh side" not in voices


def test_what_two_failed_to_do_was_not_done(reader: Reader) -> None:
    (claim,) = told(reader, "Turkmenistan and Iran failed to agree on the price of gas.")
    assert (claim.modality, claim.affirmed) == (Modality.DONE, False)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Turkmenistan and Iran failed to agree. The ministers met in Tehran on 3 June.", {"TKM", "IRN"}),
        ("The ministers met in Omsk on 3 June.", {"KAZ", "RUS"}),
        ("Turkmenistan and Iran failed to agree. The participants met in Omsk on 3 June.", {"KAZ", "RUS"}),
    ],
)
def test_the_ministers_are_those_of_the_sentence_before(reader: Reader, text: str, parties: set[str]) -> None:
    claims = told(reader, f"Kazakhstan and Russia signed an agreement on gas. {text}")
    meeting = claims[-1].content
    assert isinstance(meeting, Event)
    assert {*meeting.actor, *meeting.target} == parties


def test_a_plan_that_is_missed_is_no_plan_that_is_denied(reader: Reader) -> None:
    assert told(reader, "Kazakhstan's oil production will not reach the planned 96.2 million tonnes this year.") == []


def test_a_figure_that_is_not_reached_is_denied(reader: Reader) -> None:
    (claim,) = told(reader, "Kazakhstan did not produce 96 million tonnes of oil in 2024.")
    assert not claim.affirmed


def test_the_day_of_a_report_behind_the_deed_is_not_that_of_the_deed(reader: Reader) -> None:
    claims = told(reader, "Kazakhstan has banned exports of wheat to Russia, the newspaper Vestnik reported on 4 May.")
    assert {claim.content.date for claim in claims if isinstance(claim.content, Event)} == {None}
