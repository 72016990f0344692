"""Time stamps and bullets: none of them hides what a sentence begins with."""

from __future__ import annotations

import pytest

from models.reading import Reader
from tests.models.reading.making import article


@pytest.mark.parametrize(
    "lead",
    ["09:48 ", "9:48am ", "11:15 GMT – ", "12:40 | ", "• ", "▪ ", "* "],
    ids=["plain", "am", "zone", "bar", "dot", "box", "star"],
)
def test_what_leads_an_entry_takes_no_part(reader: Reader, lead: str) -> None:
    (sentence,) = reader.tagged(article(f"{lead}Kazakhstan and Oman sign a treaty."))
    assert sentence.tags.startswith("C")


@pytest.mark.parametrize("text", ["10 trains left Kazakhstan.", "2:1 was how Kazakhstan won.", "- Kazakhstan waits."])
def test_other_figures_and_marks_stay(reader: Reader, text: str) -> None:
    (sentence,) = reader.tagged(article(text))
    assert not sentence.tags.startswith("C")
