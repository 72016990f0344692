"""Ties told by a share keep the year that their sentence states."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Relation
from tests.models.reading.making import article, told


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("In 2023 China supplied 28 percent of the imports of Kazakhstan, Russia 24 percent.", {2023}),
        ("In 2023 China took 63 percent of what Turkmenistan sold.", {2023}),
        ("China accounted for 30 percent of Uzbekistan's foreign trade in 2024.", {2024}),
        ("China accounts for 30 percent of Uzbekistan's foreign trade.", {None}),
        ("In the first half of 2024 China supplied 28 percent of the imports of Kazakhstan.", {None}),
        ("In 2023 China was a major investor in Kazakhstan.", {None}),
    ],
)
def test_a_share_is_of_the_year_that_is_told_with_it(reader: Reader, text: str, years: set[int | None]) -> None:
    ties = (claim.content for claim in reader.claims(article(text)))
    assert {tie.year for tie in ties if isinstance(tie, Relation)} == years


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("China is the largest creditor of Kyrgyzstan.", "largest creditor"),
        ("China is the largest trading partner of Kazakhstan.", "largest trading partner"),
        (
            "Reports called China the largest trade partner of Central Asia for the first time.",
            "largest trading partner",
        ),
        ("China has overtaken Russia as Kazakhstan's biggest trading partner.", "largest trading partner"),
        ("China is Kazakhstan's largest trading partner.", "largest trading partner"),
        ("China is one of the largest trading partners of Kazakhstan.", "major trading partner"),
        ("China is one of Kazakhstan's largest trading partners.", "major trading partner"),
        ("China is the second largest trading partner of Kazakhstan.", "major trading partner"),
        ("China is Kazakhstan's second-largest trading partner.", "major trading partner"),
        ("China is Kazakhstan's largest trading partner after Russia.", "major trading partner"),
        ("China is Kazakhstan's largest trading partner in Asia.", "major trading partner"),
        ("Italy is the largest investor in Kazakhstan outside Asia.", "major investor"),
        ("China remains a major investor in Central Asia.", "major investor"),
        ("Russia is the main buyer of Uzbek fruit.", "major buyer"),
        ("Japan is a key partner of Uzbekistan.", "major partner"),
    ],
)
def test_partners_of_different_sorts_are_different_ties(reader: Reader, text: str, relation: str) -> None:
    ties = [claim.content.relation for claim in told(reader, text) if isinstance(claim.content, Relation)]
    assert ties == [relation]


def test_only_the_first_of_several_is_the_largest(reader: Reader) -> None:
    prose = "China is Uzbekistan's largest trading partner, with Russia in second place."
    ties = [claim.content for claim in told(reader, prose) if isinstance(claim.content, Relation)]
    assert {(tie.a, tie.relation) for tie in ties} == {
        ("CHN", "largest trading partner"),
        ("RUS", "major trading partner"),
    }
