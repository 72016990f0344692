"""A date that stands beside a text is not said again at its end."""

from __future__ import annotations

import pytest

from models.phrases.trimming import without_date, without_lead

LEADS = ("on", "in")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Concluded a summit in Tokyo on Saturday, December 20", "Concluded a summit in Tokyo"),
        ("The leaders met in Tokyo, 20 December 2025.", "The leaders met in Tokyo"),
        ("On 20 December 2025 they met in Tokyo", "On 20 December 2025 they met in Tokyo"),
        ("They met on 19 December 2025", "They met on 19 December 2025"),
        ("They met", "They met"),
        ("20 December 2025", "20 December 2025"),
        ("", ""),
    ],
)
def test_only_that_date_and_only_at_the_end(text: str, left: str) -> None:
    assert without_date(text, "2025-12-20", LEADS) == left


def test_idle_words_at_the_beginning_go() -> None:
    assert without_lead("also then agreed on gas", ("also", "then")) == "agreed on gas"
    assert without_lead("also", ("also",)) == "also"
    assert without_lead("agreed also on gas", ("also",)) == "agreed also on gas"
