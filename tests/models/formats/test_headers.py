"""Headers of every kind of file (tests/data/headers.toml): title, date of publication, publisher and byline."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from models.formats import READERS, Draft, reader_for
from models.formats.datelines import Dateline, dateline
from models.records import Role

FIELDS = ("title", "published", "publisher", "author")
HEADERS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parents[2] / "data" / "headers.toml").read_text("utf-8"))[
    "header"
]


def read(text: str, ending: str = ".txt") -> Draft:
    data = text.lstrip("\n").encode()
    reader = reader_for(ending, data)
    assert reader is not None
    draft = reader(data, f"a{ending}")
    assert isinstance(draft, Draft)
    return draft


@pytest.mark.parametrize("header", HEADERS, ids=[header["name"] for header in HEADERS])
def test_a_header_tells_title_date_publisher_and_byline(header: dict[str, Any]) -> None:
    draft = read(header["text"], header.get("ending", ".txt"))
    wrong = [name for name in FIELDS if getattr(draft, name) != header.get(name)]
    assert wrong == header.get("missed", []), {name: getattr(draft, name) for name in wrong}


def test_most_headers_are_read_whole() -> None:
    assert sum("missed" in header for header in HEADERS) * 10 <= len(HEADERS)


@pytest.mark.parametrize(
    "line",
    [
        "20 March 2021. Silk News",
        "Steppe Wire / 14:05, 7 July 2022 / Economy",
        "By Ella Maillart",
        "ECONOMY",
        "A > B > C",
    ],
)
def test_credits_are_furniture_and_the_text_is_not(line: str) -> None:
    draft = read(f"A pact on water\n\n{line}\n\nThe two states agreed to share the river.\n")
    roles = {draft.text[block.start : block.end]: block.role for block in draft.blocks}
    assert roles == {
        "A pact on water": Role.TITLE,
        line: Role.FURNITURE,
        "The two states agreed to share the river.": Role.BODY,
    }


@pytest.mark.parametrize("title", ["Water", "GAS DEAL", "Steppe Times", "Geneva, 3 May 2024", "Press service"])
def test_a_line_like_a_credit_is_the_title_where_there_is_no_other(title: str) -> None:
    assert read(f"{title}\n\nThe two states agreed to share the river.\n").title == title


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Tashkent, 20 March 2021. Silk News. The plant opens.", Dateline("2021-03-20", "Silk News")),
        ("Tashkent, 20 March 2021. The plant opens.", Dateline("2021-03-20")),
        ("DUSHANBE. March 3. /TASS/. The plant opens.", Dateline(None, "TASS")),
        ("The pact of 3 March 2021. Some say so.", Dateline()),
        ("In Tashkent on 20 March 2021 - a Saturday - it opened.", Dateline()),
        ("Kazakhstan (the largest of the five) - and others - agreed.", Dateline()),
        ("The plant opens.", Dateline()),
    ],
)
def test_a_dateline_is_told_from_a_sentence(words: str, expected: Dateline) -> None:
    assert dateline(words) == expected


def test_a_piece_of_a_page_is_read_as_one_but_not_where_a_text_only_begins_with_a_mark() -> None:
    piece = b'<div class="story"><p>The plant opens.</p>' + b"<p>It is large.</p>" * 1000 + b"</div>"
    page = READERS[".html"]
    assert reader_for(".txt", piece) is page
    assert reader_for(".md", piece) is READERS[".md"]
    assert reader_for(".md", b"<html><body>") is page
    assert reader_for(".txt", b"<p is the mark of a paragraph.\n\nSo it is.") is READERS[".txt"]
