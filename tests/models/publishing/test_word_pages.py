"""What a Word document keeps on one page: its contents where these have room there, and a chart with its sources."""

from __future__ import annotations

import io

import docx
import pytest

from models.briefs import Brief, Chapter, Entry, Part, Picture
from models.publishing.blocks import Figure, Paragraph, Style
from models.publishing.flow import flow
from models.publishing.looks import LOOKS
from models.publishing.word import word
from models.publishing.word.writing import ON_A_PAGE
from tests.models.publishing import sample

SOURCES = "The figures of the chart are from these sources."


def brief(parts: int) -> Brief:
    """One with so many parts, of which the last one has two charts and tells from where these are."""
    lines = [Part("events", f"Part {number}", entries=(Entry("Told."),)) for number in range(parts - 1)]
    charts = tuple(Picture(name, sample.SVG, 200, 100, "", f"Chart {name}.") for name in ("one", "two"))
    last = Part("charts", "Charts", pictures=charts, entries=(Entry(SOURCES),))
    chapters = tuple(Chapter(name, name, "", parts) for name, parts in (("A", (*lines, last)), ("B", ())))
    return Brief("Title", "22 November 2026", chapters, (), words=sample.WORDS)


@pytest.mark.parametrize(("chapters", "kept"), [(3, True), (ON_A_PAGE, True), (ON_A_PAGE + 1, False)])
def test_contents_stay_on_one_page_where_they_have_room_there(chapters: int, *, kept: bool) -> None:
    each = tuple(Chapter(str(number), f"Chapter {number}", "", ()) for number in range(chapters))
    made = Brief("Title", "22 November 2026", each, (), words=sample.WORDS)
    lines = [line for line in docx.Document(io.BytesIO(word(made, "A4", {}))).paragraphs if "\t" in line.text]
    assert len(lines) == chapters
    assert [bool(line.paragraph_format.keep_with_next) for line in lines] == [kept] * (chapters - 1) + [False]


def test_what_a_chart_is_drawn_from_stands_right_behind_it() -> None:
    blocks = list(flow(brief(2)))
    place = next(at for at, block in enumerate(blocks) if isinstance(block, Paragraph) and SOURCES in str(block.spans))
    assert isinstance(blocks[place - 1], Figure)
    made = docx.Document(io.BytesIO(word(brief(2), "A4", {})))
    texts = [line.text for line in made.paragraphs]
    chart = made.paragraphs[texts.index(SOURCES) - 1]
    assert chart.text == "Chart two."
    assert chart.style is not None
    assert chart.style.name == LOOKS[Style.LEAD].name
    assert LOOKS[Style.LEAD].keep
