"""A figure bears the sentence beside it that tells why others have another one."""

from __future__ import annotations

import tomllib

import pytest

from models.reading import Reader
from models.reading.reader import RULES
from tests.models.reading.making import article, told

EXAMPLES = tomllib.loads((RULES / "words-explained.toml").read_text("utf-8"))["explained"]["examples"]
FIRST = "According to the ministry, the Middle Corridor carried 4.5 million tonnes in 2024."
SECOND = "According to the association, the Middle Corridor carried 3.3 million tonnes in 2024."
WHY = "The association counts only what passes its own sea ports."
HEAD = "Figures on freight differ, because they are counted in different ways."


def whys(reader: Reader, text: str) -> dict[str, str]:
    """What explains each sentence that a figure was read from; empty where nothing does."""
    return {claim.evidence.quote: claim.why.quote if claim.why else "" for claim in told(reader, text)}


@pytest.mark.parametrize("example", EXAMPLES["yes"], ids=lambda example: example["why"])
def test_a_sentence_that_explains_goes_with_the_figure(reader: Reader, example: dict[str, str]) -> None:
    found = whys(reader, example["text"])
    assert found
    assert set(found.values()) == {example["why"]}


@pytest.mark.parametrize("text", EXAMPLES["no"])
def test_any_other_sentence_does_not(reader: Reader, text: str) -> None:
    found = whys(reader, text)
    assert found
    assert set(found.values()) == {""}


def test_it_goes_with_the_nearest_figure_before_it(reader: Reader) -> None:
    assert whys(reader, f"{FIRST} {SECOND} {WHY}") == {FIRST: "", SECOND: WHY}


def test_one_that_opens_a_paragraph_goes_with_all_figures_that_follow(reader: Reader) -> None:
    assert whys(reader, f"{HEAD} {FIRST} {SECOND}") == {FIRST: HEAD, SECOND: HEAD}


def test_what_stands_behind_a_figure_tells_more_than_what_opens_its_paragraph(reader: Reader) -> None:
    assert whys(reader, f"{HEAD} {FIRST} {SECOND} {WHY}") == {FIRST: HEAD, SECOND: WHY}


def test_a_sentence_without_a_figure_may_stand_between(reader: Reader) -> None:
    assert whys(reader, f"{SECOND} It runs through several states. {WHY}")[SECOND] == WHY


def test_it_bears_the_place_of_the_sentence_in_the_text(reader: Reader) -> None:
    whole = article(f"{SECOND} {WHY}")
    claims = [claim for claim in reader.claims(whole) if claim.why]
    assert claims
    for claim in claims:
        assert claim.why is not None
        assert whole.text[claim.why.start : claim.why.end] == claim.why.quote == WHY
        assert claim.why.article == whole.id
        assert claim.why.prefix.endswith(" ")
