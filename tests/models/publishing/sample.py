"""A brief with everything in it that a brief can hold, and the words that must not get lost."""

from __future__ import annotations

from collections.abc import Iterator

from models.briefs import Brief, Chapter, Entry, Part, Picture, Row, Run, Source, Table, Value, Writing
from models.records import Standing

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><path d="M0 0L9 9" stroke="#000"/></svg>'
NOTE = """# A heading

Plain, **strong**, *slanted* and `code` with [a link](https://example.org/a_b) and <b>no HTML</b>.

1. first
2. second
   - deep

> quoted words

| left | right |
|---|---|
| one | two |

    fenced words
"""
NOTED = (
    "A heading", "strong", "slanted", "code", "a link", "no HTML", "first", "second", "deep", "quoted words",
    "left", "right", "one", "two", "fenced words",
)  # fmt: skip
HOSTILE = "<script>alert(1)</script> *a* _b_ [c](d) & `e` | f # g \\h 1. \x0b{{ 6 * 7 }} ウラン"
WHY = Value("Why: one counts less.", (2,))
WORDS = {
    "contents": "Contents",
    "sources_title": "Sources",
    "printed": "Printed {date}",
    "page": "Page {n} of {count}",
    "sides": "Sources disagree",
    "nothing": "Nothing yet.",
    "cited": "Sources",
    "as_of": "As of",
    "labelled": " ({label})",
    "draws": "Draws on: {works}",
}


def table(head: tuple[str, ...] = ("Figure", "Value"), *, numbers: tuple[int, ...] = (1,)) -> Table:
    rows = (Row(("Area", "2.7 million km²"), numbers), Row(("Coast", HOSTILE), numbers, "contested", why=WHY))
    return Table(head, rows, (30, 70))


def brief() -> Brief:
    entries = (
        Entry("A statement stands here.", "planned", numbers=(1, 2)),
        Entry("A new one.", label="New", numbers=(2,)),
        Entry("", standing=Standing.CONTESTED, values=(Value("It is 5.", (1,)), Value(HOSTILE, (2,))), why=WHY),
    )
    first = Chapter(
        "KAZ",
        "Kazakhstan",
        "Қазақстан · カザフスタン",
        (
            Part("map", "Map", pictures=(Picture("map-KAZ", SVG, 200, 100, "Routes: 1 one.", "Map of Kazakhstan."),)),
            Part("profile", "Key figures", lead="As told by sources.", table=table()),
            Part("events", "Events", entries=entries),
            Part("events", "Further events", table=table((), numbers=())),
            Part("notes", "Notes", notes=(Writing("20 December 2025", NOTE), Writing("21 December 2025", HOSTILE))),
        ),
    )
    sources = (
        Source(
            1, "A report", "The Herald", "2025", cites=("Another work",), runs=(Run("Herald, "), Run("A report", True))
        ),
        Source(2, HOSTILE, "", "", runs=(Run(HOSTILE, True), Run("example.org/a", link="https://example.org/a(b)_c"))),
    )
    second = Chapter("UZB", "Uzbekistan", "", ())
    return Brief(
        "A brief & more",
        "22 November 2026",
        (first, second),
        sources,
        "en",
        "A subtitle",
        ("2 statements",),
        WORDS,
        caution="Reports reach up to 2025.",
    )


def words_of(brief: Brief) -> Iterator[str]:
    """Every paragraph of the brief, so that each can be looked for."""
    yield from (
        brief.title,
        brief.subtitle,
        *brief.facts,
        brief.caution,
        brief.words["printed"].format(date=brief.date),
    )
    for chapter in brief.chapters:
        yield from (chapter.title, chapter.subtitle, "" if chapter.parts else brief.words["nothing"])
        for part in chapter.parts:
            yield from (part.title, part.lead)
            yield from (entry.label for entry in part.entries)
            # where sources disagree, their values stand in place of the words
            yield from (entry.text for entry in part.entries if not entry.values)
            yield from (entry.detail for entry in part.entries)
            yield from (value.text for entry in part.entries for value in entry.values)
            yield from (entry.why.text for entry in part.entries if entry.why)
            yield from (picture.caption for picture in part.pictures)
            if part.table:
                yield from (*part.table.head, *(cell for row in part.table.rows for cell in (*row.cells, row.label)))
                yield from (row.why.text for row in part.table.rows if row.why)
                besides = [aside for row in part.table.rows for aside in row.asides]
                yield from (text for aside in besides for text in (aside.as_of, aside.label))
            yield from (text for note in part.notes for text in (note.date, *(NOTED if note.text == NOTE else ())))
    for source in brief.sources:
        yield from (*(run.text for run in source.runs), *source.cites)


def plain(text: str) -> str:
    """The text as readers give it back: no sign that XML cannot hold, and one space wherever there are any."""
    return " ".join(text.replace("\x0b", "").split())


def lost(brief: Brief, text: str) -> list[str]:
    """Which paragraphs of the brief are not in a text."""
    flat = plain(text)
    return [words for words in words_of(brief) if plain(words) not in flat]
