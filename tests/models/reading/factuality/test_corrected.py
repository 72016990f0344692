"""What a text takes back is no claim, and where it stood the correct figure takes its place."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from models.reading import Reader
from models.reading.reader import RULES
from models.reading.superseded import RULE
from models.reading.trace import Trace
from models.records import Claim, Commitment, Quantity, Quote, Relation, Resource
from tests.models.reading.making import article, told

EXAMPLES = tomllib.loads((RULES / "words-corrected.toml").read_text("utf-8"))["corrected"]["examples"]


def figures(claims: list[Claim]) -> set[str]:
    """The figures of the claims in plain words."""
    found = set()
    for claim in claims:
        content = claim.content
        if isinstance(content, Commitment) and isinstance(content.amount.value, float | int):
            found.add(f"{content.amount.value:.0f} {content.amount.currency}")
        elif isinstance(content, Resource | Relation) and isinstance(content.quantity, Quantity):
            assert isinstance(content.quantity.value, float | int)
            found.add(f"{content.quantity.value:.0f} {content.quantity.unit}")
    return found


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_figure_taken_back_is_told_no_more(reader: Reader, example: dict[str, Any]) -> None:
    found = figures(told(reader, example["text"]))
    assert set(example["told"]) <= found
    assert found.isdisjoint(example["untold"])


def test_the_correction_is_the_evidence_of_the_correct_figure(reader: Reader) -> None:
    claims = told(reader, EXAMPLES[0]["text"])
    (claim,) = (claim for claim in claims if not isinstance(claim.content, Quote))
    assert claim.rule == RULE
    assert claim.evidence.quote == "The correct figure is $4.8 billion."
    assert claim.content == Relation("KAZ", "UZB", "trade", 2025, quantity=Quantity(4.8e9, "USD"))


def test_without_a_correct_figure_the_wrong_one_is_left_out(reader: Reader) -> None:
    first, second, _ = EXAMPLES[0]["text"].split(". ")
    assert figures(told(reader, f"{first}.")) == {"5800000000 USD"}
    assert figures(told(reader, f"{first}. {second}.")) == set()


def test_a_trace_tells_what_is_taken_back(reader: Reader) -> None:
    trace = Trace()
    reader.claims(article(EXAMPLES[0]["text"]), trace)
    assert "the text says that its figure was wrong" in trace.dropped.values()
    assert [claim.rule for sentence in trace.sentences for claim in sentence.denials] == [RULE]
