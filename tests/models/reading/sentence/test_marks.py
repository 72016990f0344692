"""Single quotation marks are read as double ones, apostrophes are not."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.reading.sentence.marks import doubled
from models.records import Quote
from tests.models.reading.making import article


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("‘We have built the people’s road,’ he said.", "“We have built the people’s road,” he said."),
        ("He spoke of ‘things that matter to all of us’.", "He spoke of “things that matter to all of us”."),
        ("The chief said: 'We don't need a loan for it.'", "The chief said: “We don't need a loan for it.”"),
    ],
)
def test_marks_around_words_become_double(text: str, told: str) -> None:
    assert doubled(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The ministers’ plan and the states’ debts, ‘old’ or new, grew.",
        "In the '90s the workers' wages fell.",
        "It’s Kazakhstan’s border, said Tajikistan’s envoy.",
    ],
)
def test_apostrophes_stay(text: str) -> None:
    assert doubled(text) in (text, text.replace("‘old’", "“old”"))


def test_who_says_words_in_single_marks_is_none_of_those_in_them(reader: Reader) -> None:
    prose = "Sadyr Japarov was in Osh. ‘We owe much to Emomali Rahmon, who has seen it all,’ he recalled."
    quotes = [claim for claim in reader.claims(article(prose)) if isinstance(claim.content, Quote)]
    assert [(claim.content.speaker, claim.content.direct) for claim in quotes] == [("Sadyr Japarov", True)]
    assert all(claim.evidence.quote in prose for claim in quotes)
