"""Amounts in words of a source are written as all others are; what a share is of is named."""

from __future__ import annotations

import pytest

from models.catalog import load
from models.phrases import Phrases
from models.phrases.amounts import in_one_style
from models.records import Event, Quantity, Relation, Resource
from models.statements import group
from tests.models.making import claim

CATALOG = load()


@pytest.mark.parametrize(
    ("text", "styled"),
    [
        ("signed 58 agreements worth almost 25 billion US dollars", "signed 58 agreements worth almost US$25 billion"),
        ("lent 1.6 billion euros for a railway", "lent €1.6 billion for a railway"),
        ("US$300 million", "US$300 million"),
        ("a $7 billion deal", "a US$7 billion deal"),
        ("USD 19 billion in projects", "US$19 billion in projects"),
        ("5 to 6 billion US dollars", "US$5–6 billion"),
        ("between 5 and 6 billion dollars", "between 5 and 6 billion dollars"),
        ("28 percent", "28%"),
        ("12 per cent of 2024", "12% of 2024"),
        ("300 million tenge", "300 million tenge"),
        ("3.5 million tonnes in 2025", "3.5 million tonnes in 2025"),
        ("the C5+1 met 5 times", "the C5+1 met 5 times"),
    ],
)
def test_money_and_shares_have_one_style_and_other_numbers_stay(text: str, styled: str) -> None:
    assert in_one_style(text, CATALOG, Phrases(CATALOG).numbers) == styled


def test_ties_and_events_are_told_so() -> None:
    phrases = Phrases(CATALOG)
    tie = Relation("CHN", "KAZ", "share of imports: 28 percent", 2023)
    assert phrases.content(tie) == "Kazakhstan gets 28% of its imports from China in 2023"
    event = Event("AGREE", ("KAZ",), ("CHN",), summary="signed deals worth 25 billion US dollars")
    (statement,) = group([claim(event)], CATALOG)
    assert phrases.variant(statement.shown).endswith("signed deals worth US$25 billion")


@pytest.mark.parametrize(
    ("of", "partner", "sentence", "cell"),
    [
        ("exports, to Asia", (), "sends 49% of its uranium exports to Asia in 2023", None),
        ("exports", ("CHN",), "sends 49% of its uranium exports to China in 2023", None),
        (
            "exports, first half",
            ("CHN",),
            "sends 49% of its uranium exports to China (first half) in 2023",
            "Sends 49% of its uranium exports to China (first half) in 2023",
        ),
    ],
)
def test_a_share_of_exports_says_of_what(of: str, partner: tuple[str, ...], sentence: str, cell: str | None) -> None:
    content = Resource("KAZ", "uranium", "exports", quantity=Quantity(49.0, "percent", of), year=2023, partner=partner)
    phrases = Phrases(CATALOG)
    assert phrases.content(content) == f"Kazakhstan {sentence}"
    assert phrases.cell(content, (claim(content),)) == (cell or f"S{sentence[1:]}")
    past = Phrases(CATALOG, today="2026-01-01")
    assert past.cell(content, (claim(content),)).startswith("Sent 49% of its uranium exports")


@pytest.mark.parametrize("language", ["en", "ja", "ru"])
def test_no_sentence_says_it_without_its_noun(language: str) -> None:
    power = Resource("KAZ", "coal", "produces", quantity=Quantity(60.0, "percent", "electricity"))
    told = Phrases(CATALOG, language).content(power)
    assert " of it " not in f"{told} "
    assert "60" in told
