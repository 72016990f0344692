"""A link of a note tells its address on paper, where nobody can follow it, and nowhere else."""

from __future__ import annotations

import pytest

from models.publishing.templates import note_html

ADDRESS = "https://example.org/a?b=1&c=2"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"See [the report]({ADDRESS}) soon.", "the report</a> (https://example.org/a?b=1&amp;c=2) soon."),
        (f"<{ADDRESS}>", "</a></p>"),
        ("See **this** at once.", "<strong>this</strong> at once."),
    ],
)
def test_an_address_stands_in_brackets_behind_its_words(text: str, told: str) -> None:
    assert told in note_html(text, printed=True)
    assert " (https" not in note_html(text)
