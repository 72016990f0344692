"""Markdown and its front matter."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.formats import READERS, Draft
from models.formats.frontmatter import partial, split
from models.records import Citation, Role


def read(text: str) -> Draft:
    draft = READERS[".md"](text.encode(), "a.md")
    assert isinstance(draft, Draft)
    return draft


def test_a_digest_is_read_with_its_facts_and_sources(root: Path) -> None:
    draft = read((root / "tests/data/articles/digest.md").read_text("utf-8"))
    assert draft.title == "Uranium: what the producers plan"
    assert (draft.published, draft.publisher, draft.language) == ("2025-02", "Oxus", "en")
    assert draft.cites == (
        Citation("Output plans for the year", "Trend", "2025-02-01", "https://example.org/plans"),
        Citation("A second look"),
    )
    assert [(block.role, draft.text[block.start : block.end]) for block in draft.blocks] == [
        (Role.TITLE, "Uranium: what the producers plan"),
        (Role.BODY, "Kazakhstan mines more uranium than any other country, and its state company keeps output flat."),
        (Role.BODY, "Buyers"),
        (Role.QUOTE, "We sell to everyone who pays."),
        (Role.BODY, "China takes the largest share."),
        (Role.BODY, "France comes second."),
        (Role.BODY, "Year | Tons"),
        (Role.FURNITURE, "2024 | 23,300"),
    ]


def test_a_title_that_only_the_front_matter_has_heads_the_text() -> None:
    draft = read("---\ntitle: 'A pact'\n---\nThe states agreed.\n")
    assert draft.text == "A pact\n\nThe states agreed."
    assert draft.blocks[0].role is Role.TITLE


def test_citation_marks_leave_the_text_and_say_what_rests_on_which_source() -> None:
    facts = "---\nsources:\n  - id: iea\n    title: Outlook\n  - title: Yearbook\n---\n"
    draft = read(facts + "Output rose [^iea]. It fell later.[^2]\n\n[^iea] Nobody knows [^why].\n")
    assert draft.text == "Output rose. It fell later.\n\nNobody knows [^why]."
    assert [(work.title, work.at) for work in draft.cites] == [("Outlook", (11, 29)), ("Yearbook", (27,))]
    assert [draft.text[block.start : block.end] for block in draft.blocks] == draft.text.split("\n\n")


def test_no_source_is_lost_when_two_bear_the_same_mark() -> None:
    facts = (
        "---\nsources:\n  - id: 2\n    title: A\n  - id: 2\n    title: B\n  - title: C\n  - id: 3\n    title: D\n---\n"
    )
    assert [work.title for work in read(facts + "Text.").cites] == ["A", "B", "C", "D"]


def test_a_source_without_a_date_may_tell_the_time_that_it_is_of() -> None:
    facts = "---\nas_of: 2026\nsources:\n  - title: A\n    as_of: 2018\n  - title: B\n    date: 2020\n---\n"
    assert [(work.date, work.as_of) for work in read(facts + "Text.").cites] == [(None, "2018"), ("2020", None)]


def test_front_matter_may_be_toml() -> None:
    draft = read('+++\ntitle = "A pact"\ndate = 2025-03-04\n[[sources]]\ntitle = "Wire"\n+++\nThe states agreed.\n')
    assert (draft.title, draft.published, draft.cites) == ("A pact", "2025-03-04", (Citation("Wire"),))


@pytest.mark.parametrize(
    "head",
    ["---\nnever closed\n\nText.", "---\n- - -\n:\n---\nText.", "+++\nnot = = toml\n+++\nText.", "---\n---\nText."],
)
def test_damaged_front_matter_never_hides_the_text(head: str) -> None:
    draft = read(head)
    assert "Text." in draft.text
    assert draft.publisher is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025", "2025"),
        ("2025-12", "2025-12"),
        ("2025-12-20", "2025-12-20"),
        ("20 December 2025", "2025-12-20"),
        ("2025-12-20T10:00:00Z", "2025-12-20"),
        ("2025-13", None),
        ("soon", None),
        (None, None),
    ],
)
def test_dates_of_the_front_matter_are_partial_dates(value: str | None, expected: str | None) -> None:
    assert partial(value) == expected


def test_markup_code_and_pictures_are_not_text() -> None:
    draft = read(
        "# A pact\n\n![a map](map.png)\n\nThe <b>states</b> `agreed`.\n\n```\nrm -rf\n```\n\n<script>x()</script>\n"
    )
    body = [draft.text[block.start : block.end] for block in draft.blocks if block.role is Role.BODY]
    assert body == ["The states agreed."]
    assert "map.png" not in draft.text
    assert "script" not in draft.text


def test_keys_are_taken_as_they_stand() -> None:
    facts, text = split("---\nurl: https://example.org/a:b\nauthor: \"Anna: 'A'\"\n---\nText")
    assert facts == {"url": "https://example.org/a:b", "author": "Anna: 'A'"}
    assert text == "Text"


@pytest.mark.parametrize("key", ["as_of", "as-of"])
def test_front_matter_tells_what_time_the_figures_are_of(key: str) -> None:
    draft = read(f"---\ntitle: A pact\ndate: 2026-02\n{key}: 2025\n---\n\nText.")
    assert (draft.published, draft.as_of) == ("2026-02", "2025")
    assert read("---\ntitle: A pact\n---\n\nText.").as_of is None


@pytest.mark.parametrize(
    "credits",
    [
        "*The Silk Ledger, 20 November 2026*\n*By Helen Marsh*",
        "*By Helen Marsh, The Silk Ledger*  \n**20 November 2026**",
        "_The Silk Ledger_\n_20 November 2026_\n\n***By Helen Marsh***",
        "*The Silk Ledger, 20 November 2026*\n\n*By Helen Marsh*",
    ],
)
def test_credits_stand_in_emphasised_lines_too(credits: str) -> None:
    draft = read(f"# Promises of copper\n\n{credits}\n\nThe line is to open in spring. It has no rails yet.\n")
    assert (draft.publisher, draft.published, draft.author) == ("The Silk Ledger", "2026-11-20", "Helen Marsh")
    told = [draft.text[block.start : block.end] for block in draft.blocks if block.role is Role.BODY]
    assert told[-1] == "The line is to open in spring. It has no rails yet."
    assert "20 November 2026" not in " ".join(told)


@pytest.mark.parametrize(
    "paragraph",
    ["The *line is\nto open* in spring.", "*The line is\nto open in spring.*", "*The line* is\nto *open* in spring."],
)
def test_the_lines_of_a_paragraph_belong_together_though_some_words_are_emphasised(paragraph: str) -> None:
    draft = read(f"# Promises of copper\n\n{paragraph}\n")
    assert draft.text.endswith("The line is to open in spring.")
    assert len(draft.blocks) == 2
