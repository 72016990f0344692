"""A brief of many pages for tests, and the words of a printed one."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2

from models.briefs import Brief, Chapter, Entry, Part, Row, Source, Table, Value, Writing
from models.briefs.sources import runs
from models.catalog import RESOURCES
from models.phrases import load
from models.records import Standing

DAY = "21 November 2026"
WORDS = load(RESOURCES / "phrases")["brief"]


def entry(name: str, length: int) -> Entry:
    words = " ".join(["corridor", "中央アジア", "маршрут", "Oʻzbekiston"][i % 4] for i in range(length))
    return Entry(f"{name} {words}", "planned", Standing.SINGLE, (1, 2))


def chapter(number: int) -> Chapter:
    contested = Entry(
        f"Contested{number}",
        "",
        Standing.CONTESTED,
        (1, 2),
        (Value(f"Three{number}", (1,)), Value(f"Thirty{number}", (2,))),
    )
    entries = tuple(entry(f"Entry{number}x{i}", 8 + i * number) for i in range(9))
    rows = tuple(Row((f"Row{number}x{i}", "wide " * (i % 7)), (1, 2)) for i in range(15))
    note = Writing("21 November 2026", f"# Head{number}\n\n- Point{number}\n\n<b>raw</b>")
    parts = (
        Part("quotes", "Entries", entries=(*entries, contested)),
        Part("resources", "Rows", table=Table(("Name", "Words"), rows)),
        Part("notes", "Notes", notes=(note,)),
    )
    return Chapter(f"c{number}", f"Chapter{number}", "名 · имя", parts)


def brief_of(title: str, *parts: Part) -> Brief:
    return Brief(title, DAY, (Chapter("c", title, "", parts),), (), words=WORDS)


def read(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    return [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in document]


def long_brief() -> Brief:
    sources = (
        Source(
            1,
            "First title",
            "First Publisher",
            "20 December 2025",
            ("Cited work",),
            runs=runs("", "First title", "First Publisher", "20 December 2025", ""),
        ),
        Source(2, "Second title", "", "", runs=runs("", "Second title", "", "", "")),
    )
    chapters = tuple(chapter(number) for number in range(8))
    return Brief("A brief of many pages", DAY, chapters, sources, words=WORDS)
