"""Who is quoted is told with what he is, and a quote concerns the states that it is about."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from models.reading import Reader
from models.records import Block, Quote, Role
from tests.models.reading.making import article


def quotes(reader: Reader, text: str) -> list[Quote]:
    """What is quoted in the text, each line of which is a paragraph."""
    whole = article(text)
    title, *lines = re.finditer(r"[^\n]+", whole.text)
    blocks = (Block(Role.TITLE, *title.span()), *(Block(Role.BODY, *line.span()) for line in lines))
    found = (claim.content for claim in reader.claims(replace(whole, blocks=blocks)))
    return [content for content in found if isinstance(content, Quote)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("“Prices will fall,” said Dana Omarova, a political scientist.", "political scientist"),
        ("“Prices will fall,” Dana Omarova, a retired railway engineer, said.", "retired railway engineer"),
        ("“Prices will fall,” said Dana Omarova, an expert on water in Osh.", "expert"),
        ("“Prices will fall,” political scientist Dana Omarova said.", "political scientist"),
        ("“Prices will fall,” said Dana Omarova, a mother of three.", None),
        ("“Prices will fall,” said Dana Omarova, whom an engineer had called.", None),
    ],
)
def test_a_calling_is_the_role_of_who_holds_no_office(reader: Reader, text: str, role: str | None) -> None:
    assert [quote.role for quote in quotes(reader, f"Kazakhstan sells grain. {text}")] == [role]


def test_the_comma_of_the_sentence_is_no_part_of_a_quote(reader: Reader) -> None:
    (quote,) = quotes(reader, "“We will not sell at any price,” Dana Omarova said in Kazakhstan.")
    assert quote.words == "We will not sell at any price"


def test_a_quote_is_of_what_its_paragraph_is_about(reader: Reader) -> None:
    text = (
        "Tajikistan exports antimony. Tajikistan buys grain. Uzbekistan has agreed to buy electricity.\n"
        "In the north, the border with Kyrgyzstan has been open since March. “That is nothing,” said Dana Omarova."
    )
    (quote,) = quotes(reader, text)
    assert quote.lands == ("TJK", "KGZ")


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("Hungary opposes it.\nKazakhstan's output will not grow, Energy Minister Sanzhar Omarov admitted.", "KAZ"),
        ("Uzbekistan opposes it. Kazakhstan's output will not grow, Energy Minister Sanzhar Omarov said.", "UZB"),
    ],
)
def test_a_minister_of_no_named_state_is_of_the_one_spoken_of(reader: Reader, text: str, land: str) -> None:
    (quote,) = quotes(reader, f"Uzbekistan and Kazakhstan sell gas to Hungary. {text}")
    assert quote.lands[0] == land
