"""Which claims know that their own sentence does not name what they are told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.models.reading.making import told

if TYPE_CHECKING:
    from models.reading import Reader

BEFORE = "Kazakhstan produced 21,800 tonnes of uranium in 2021. "


@pytest.mark.parametrize(
    ("prose", "carried"),
    [
        (BEFORE + "Last year output came to 21,112 tonnes.", True),
        (BEFORE + "Last year Kazakhstan produced 21,112 tonnes of uranium.", False),
        (BEFORE + "Last year the country produced 21,112 tonnes of uranium.", False),
        ("The Middle Corridor crosses Kazakhstan. Volumes grew to 4.5 million tonnes in 2024.", True),
        ("The Middle Corridor crosses Kazakhstan. The corridor carried 4.5 million tonnes in 2024.", False),
        ("The Middle Corridor crosses Kazakhstan. It carried 4.5 million tonnes in 2024.", False),
    ],
)
def test_a_claim_knows_what_its_sentence_does_not_name(reader: Reader, prose: str, *, carried: bool) -> None:
    second = prose.index(". ") + 2
    found = [one.carried for one in told(reader, prose) if one.evidence.quote == prose[second:]]
    assert found
    assert set(found) == {carried}


def test_what_is_agreed_at_the_meeting_that_an_article_tells_of_is_of_its_parties(reader: Reader) -> None:
    prose = "Japan and Kazakhstan agreed on a partnership in Tokyo. A joint declaration on trade was signed on Friday."
    assert not any(one.carried for one in told(reader, prose))
