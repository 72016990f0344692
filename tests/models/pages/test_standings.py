"""Every word for a standing is explained."""

from __future__ import annotations

import pytest

from models.pages.standings import MEANINGS, meaning
from models.records import Standing


@pytest.mark.parametrize("standing", Standing)
def test_every_standing_is_explained(standing: Standing) -> None:
    assert meaning(standing.value) == f"{standing.value.capitalize()}: {MEANINGS[standing]}"


def test_other_words_stay_as_they_are() -> None:
    assert meaning("Copper") == "Copper"
