"""What a text only asks, calls off or compares with is no fact of it."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Claim, Kind, Quote
from tests.models.reading.making import article


def _told(reader: Reader, text: str) -> list[Claim]:
    return [claim for claim in reader.claims(article(text)) if not isinstance(claim.content, Quote)]


@pytest.mark.parametrize(
    "text",
    [
        "Will Turkmenistan supply gas to Europe this year?",
        "Q: Minister, will Turkmenistan supply gas to Europe this year?",
        "Does Kazakhstan hold 300,000 tonnes of uranium?",
        "Has Japan promised Tajikistan $20 million?",
        "Is the Middle Corridor to carry 10 million tonnes?",
        "“Did Uzbekistan produce 100 tonnes of gold in 2024?”",
        "Q: Should Uzbekistan join the Eurasian Economic Union?\nA: It is for Tashkent to say.",
        "Q: Tell us whether Turkmenistan exported gas to Europe.\nA: We discussed it.\nQ: And then?\nA: Nothing.",
    ],
)
def test_a_question_tells_nothing(reader: Reader, text: str) -> None:
    assert _told(reader, text) == []


def test_an_answer_tells_what_it_says(reader: Reader) -> None:
    text = "Q: What of swaps?\nA: Turkmenistan will supply 1.3 bcm of gas to Türkiye.\nQ: And then?\nA: We shall see."
    assert [claim.kind for claim in _told(reader, text)] == [Kind.RESOURCE]
