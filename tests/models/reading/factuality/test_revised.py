"""A figure that the text says was revised gives way to the new one, and stays where somebody else stands by it."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from models.reading import Reader
from models.reading.reader import RULES
from models.reading.revising import RULE
from models.reading.trace import Trace
from models.records import Commitment, Money, Quote
from tests.models.reading.factuality.test_corrected import figures
from tests.models.reading.making import article, told

EXAMPLES = tomllib.loads((RULES / "words-revised.toml").read_text("utf-8"))["revised"]["examples"]


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_revised_figure_takes_the_place_of_the_old_one(reader: Reader, example: dict[str, Any]) -> None:
    found = figures(told(reader, example["text"]))
    assert set(example["told"]) <= found
    assert found.isdisjoint(example["untold"])


def test_each_figure_is_from_who_gives_it(reader: Reader) -> None:
    claims = [claim for claim in told(reader, EXAMPLES[0]["text"]) if not isinstance(claim.content, Quote)]
    assert [(claim.attribution, claim.rule == RULE) for claim in claims] == [
        ("the geology committee", False),
        ("the South Korean partner", True),
    ]


def test_who_gives_less_than_he_promised_gives_it_once(reader: Reader) -> None:
    text = EXAMPLES[5]["text"]
    (claim,) = (claim for claim in told(reader, text) if isinstance(claim.content, Commitment))
    assert claim.content.amount == Money(6e7, "USD")
    assert claim.content.purpose == "the Bishkek-Osh road"


def test_a_trace_tells_what_was_revised(reader: Reader) -> None:
    trace = Trace()
    reader.claims(article(EXAMPLES[2]["text"]), trace)
    assert "the text says that its figure was revised" in trace.dropped.values()
    assert [claim.rule for sentence in trace.sentences for claim in sentence.denials] == [RULE]
