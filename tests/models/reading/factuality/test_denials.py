"""A report in one sentence and its denial in the next: both are told, from whom they are, against each other."""

from __future__ import annotations

import tomllib

import pytest

from models.catalog import Catalog
from models.reading import Reader
from models.reading.denied import RULE
from models.reading.reader import RULES
from models.reading.trace import Trace
from models.records import Claim, Commitment, Event, Modality, Quote, Resource, Standing
from models.statements import group
from tests.models.reading.making import article, told

EXAMPLES = tomllib.loads((RULES / "words-denials.toml").read_text("utf-8"))["denials"]["examples"]
REPORT = "Media reports said Kazakhstan had bought 500 tonnes of uranium from Uzbekistan."


def denials(reader: Reader, text: str) -> list[Claim]:
    return [claim for claim in told(reader, text) if claim.rule == RULE]


@pytest.mark.parametrize("text", EXAMPLES["yes"])
def test_a_denial_is_told_of_what_was_reported_and_contests_it(reader: Reader, catalog: Catalog, text: str) -> None:
    claims = told(reader, text)
    found = [claim for claim in claims if claim.rule == RULE]
    assert found
    stated = {claim.content for claim in claims if claim.affirmed and not isinstance(claim.content, Quote)}
    assert {claim.content for claim in found} == stated
    second = found[0].evidence.quote
    assert text.endswith(second)
    for claim in found:
        assert not claim.affirmed
        assert claim.attribution
        assert claim.attribution.lower() in second.lower()
        assert claim.evidence.quote == second
        assert "negation" in claim.badges
    of_claim = {claim.id: statement for statement in group(claims, catalog) for claim in statement.claims}
    assert {of_claim[claim.id].standing for claim in found} == {Standing.CONTESTED}
    assert all(len(of_claim[claim.id].variants) == 2 for claim in found)


@pytest.mark.parametrize("text", EXAMPLES["no"])
def test_nothing_is_denied_where_the_link_is_not_plain(reader: Reader, text: str) -> None:
    assert denials(reader, text) == []
    assert told(reader, text)


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The energy ministry denied the reports.", "the energy ministry"),
        ("The Kazakh government has denied this.", "the Kazakh government"),
        ("Both ministries denied any such talks.", "both ministries"),
        ("Kazatomprom later denied the report in a statement.", "Kazatomprom"),
        ("But Astana dismissed these claims.", "Astana"),
        ("The report was denied by the Kazakh authorities.", "the Kazakh authorities"),
    ],
)
def test_who_denies_is_called_as_the_sentence_calls_him(reader: Reader, sentence: str, who: str) -> None:
    assert {claim.attribution for claim in denials(reader, f"{REPORT} {sentence}")} == {who}


@pytest.mark.parametrize(
    ("report", "who"),
    [("Media reports said", "media"), ("Reports said", "reports"), ("The news site claimed", "the news site")],
)
def test_what_is_denied_is_told_from_whom_it_is(reader: Reader, report: str, who: str) -> None:
    text = f"{report} China had signed an agreement with Turkmenistan on gas."
    stated = [claim for claim in told(reader, f"{text} The foreign ministry denied this.") if claim.affirmed]
    assert {claim.attribution for claim in stated if isinstance(claim.content, Event)} == {who}


def test_two_may_deny_one_report(reader: Reader) -> None:
    found = denials(reader, f"{REPORT} The energy ministry denied the reports. Kazatomprom also denied this.")
    assert {claim.attribution for claim in found} == {"the energy ministry", "Kazatomprom"}


def test_what_is_planned_is_denied_as_a_plan(reader: Reader) -> None:
    (found,) = denials(reader, EXAMPLES["yes"][4])
    assert isinstance(found.content, Commitment)
    assert (found.modality, found.badges) == (Modality.PLANNED, ("future", "negation"))


def test_the_denial_itself_is_no_further_event(reader: Reader) -> None:
    claims = told(reader, EXAMPLES["yes"][3])
    assert [claim.content.plover for claim in claims if isinstance(claim.content, Event)] == []
    alone = told(reader, "Uzbekistan imports gas from Russia. Tashkent rejected the claims as baseless.")
    assert [claim.content.plover for claim in alone if isinstance(claim.content, Event)] == ["REJECT"]


def test_claims_stand_in_the_order_of_the_text(reader: Reader) -> None:
    claims = told(reader, f"{REPORT} The energy ministry denied the reports. Tajikistan exports gold to China.")
    assert [claim.evidence.start for claim in claims] == sorted(claim.evidence.start for claim in claims)
    assert isinstance(claims[-1].content, Resource)
    assert claims[-1].affirmed


def test_a_figure_that_nobody_else_tells_is_denied_by_itself(reader: Reader, catalog: Catalog) -> None:
    claims = [
        claim for claim in told(reader, f"{REPORT} The energy ministry denied the reports.") if not claim.affirmed
    ]
    assert {statement.standing for statement in group(claims, catalog)} == {Standing.SINGLE}


def test_a_trace_tells_of_denials(reader: Reader) -> None:
    trace = Trace()
    text = article(EXAMPLES["yes"][3])
    claims = reader.claims(text, trace)
    assert claims == reader.claims(text)
    noted = [claim for sentence in trace.sentences for claim in sentence.denials]
    assert noted == [claim for claim in claims if claim.rule == RULE]
    assert "what is denied is told by the sentence before" in trace.dropped.values()


@pytest.mark.parametrize("text", EXAMPLES["flat"])
def test_what_the_text_itself_calls_untrue_is_told_denied(reader: Reader, text: str) -> None:
    claims = [claim for claim in told(reader, text) if not isinstance(claim.content, Quote)]
    assert claims
    assert not any(claim.affirmed for claim in claims)
    assert all("negation" in claim.badges for claim in claims)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Uzbekistan denied that it had signed an agreement with China on gas.", "Uzbekistan"),
        ("The energy ministry has repeatedly denied that Kazakhstan signed a deal with China.", "the energy ministry"),
        ("Uzbekistan did not sign an agreement with China on gas.", None),
    ],
)
def test_what_somebody_denies_is_told_from_whom_denies_it(reader: Reader, text: str, who: str | None) -> None:
    found = next(claim for claim in told(reader, text) if isinstance(claim.content, Event))
    assert (found.affirmed, found.attribution) == (False, who)


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (
            "Iran denied that it had halted transit of Turkmen gas.",
            "denied that it had halted transit of Turkmen gas",
        ),
        ("Iran halted transit of Turkmen gas.", "halted transit of Turkmen gas"),
    ],
)
def test_a_denied_deed_is_summed_up_as_denied(reader: Reader, text: str, summary: str) -> None:
    assert {claim.content.summary for claim in told(reader, text) if isinstance(claim.content, Event)} == {summary}
