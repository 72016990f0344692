"""Notes as rows: their first words without the signs of Markdown."""

from __future__ import annotations

import pytest

from models.records import Note
from ui.widgets.note_rows import UNTITLED, rows_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("**Acid** is the bottleneck", "Acid is the bottleneck"),
        ("# Plans for *next* year", "Plans for next year"),
        ("\n- `code` and [a page](https://example.org/a_b)\nmore", "code and a page"),
        ("**_Both_** at once", "Both at once"),
        ("a file_name_of ours, 2 * 3 * 4", "a file_name_of ours, 2 * 3 * 4"),
        ("***", UNTITLED),
        ("", UNTITLED),
    ],
)
def test_a_title_is_the_first_line_as_it_is_read(text: str, title: str) -> None:
    note = Note("n", "KAZ", text, "2026-11-22T10:00:00Z", "2026-11-22T10:00:00Z")
    (row,) = rows_of([note], "")
    assert row.parts[0].text == title
