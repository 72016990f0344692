"""A date or a place that stands beside a text is not said again in it."""

from __future__ import annotations

import pytest

from models.phrases.trimming import without_date, without_lead, without_place

LEADS = ("on", "in")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Concluded a summit in Tokyo on Saturday, December 20", "Concluded a summit in Tokyo"),
        ("The leaders met in Tokyo, 20 December 2025.", "The leaders met in Tokyo"),
        ("On 20 December 2025 they met in Tokyo", "On 20 December 2025 they met in Tokyo"),
        ("They met on 19 December 2025", "They met on 19 December 2025"),
        ("agreed in Tokyo on 20 December 2025 to meet again", "agreed in Tokyo to meet again"),
        ("agreed to finish by 20 December 2025 at last", "agreed to finish by 20 December 2025 at last"),
        ("met on 20 December 2025 and 3 May 2026", "met on 20 December 2025 and 3 May 2026"),
        ("20 December 2025 to join the treaty", "to join the treaty"),
        ("They met", "They met"),
        ("20 December 2025", "20 December 2025"),
        ("", ""),
    ],
)
def test_only_that_date_and_only_where_a_sentence_is_left(text: str, left: str) -> None:
    assert without_date(text, "2025-12-20", LEADS) == left


def test_idle_words_at_the_beginning_go() -> None:
    assert without_lead("also then agreed on gas", ("also", "then")) == "agreed on gas"
    assert without_lead("also", ("also",)) == "also"
    assert without_lead("agreed also on gas", ("also",)) == "agreed also on gas"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("agreed in Tokyo to meet again", "agreed to meet again"),
        ("agreed to build a port in Tokyo", "agreed to build a port in Tokyo"),
        ("agreed in Tokyo Bay to build a port", "agreed in Tokyo Bay to build a port"),
        ("agreed in Osaka to meet", "agreed in Osaka to meet"),
        ("", ""),
    ],
)
def test_only_that_place_and_only_behind_the_first_word(text: str, left: str) -> None:
    assert without_place(text, "Tokyo", LEADS) == left
