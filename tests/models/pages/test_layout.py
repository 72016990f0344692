"""Headings and tables of an article, told from its lines: its text stays as it is."""

from __future__ import annotations

from models.pages.articles import ReaderPage, headings, tables
from models.records import Bibliography, Block, Role

LINES = (
    "Trade of the region grows",
    "What was sold",
    "Copper went east in the year, the ministry said.",
    "Country | Exports",
    "One land | 80",
    "Another | 27",
    "Prices",
    "Prices rose.",
    "- Copper from here",
    "Gold from there",
    "Silver",
    "Contact us",
)


def page() -> ReaderPage:
    text, blocks = "\n\n".join(LINES), []
    for at, line in enumerate(LINES):
        role = {0: Role.TITLE, len(LINES) - 1: Role.FURNITURE}.get(at, Role.BODY)
        start = text.index(line)
        blocks.append(Block(role, start, start + len(line)))
    known = Bibliography("a", LINES[0], "a.html")
    return ReaderPage(known, text, tuple(blocks), ())


def words(block: Block) -> str:
    return page().text[block.start : block.end]


def test_a_heading_is_a_short_line_over_a_paragraph() -> None:
    assert [words(block) for block in headings(page())] == ["What was sold", "Prices"]


def test_the_rows_of_a_table_belong_together() -> None:
    assert [[words(row) for row in rows] for rows in tables(page())] == [list(LINES[3:6])]
