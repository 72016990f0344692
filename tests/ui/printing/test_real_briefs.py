"""The briefs of the built-in library on paper: every paragraph is there as often as it is told, and every word within
the margins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from models import briefs
from models.briefs import Brief, Options, Part, Subject
from models.library import Library, saved
from models.phrases import fill
from models.records import Problem
from ui.printing import pdf
from ui.printing.document import MARGINS

DAY = "2026-11-22"
MM = 72 / 25.4
HEAD, FOOT = 12 * MM, 11 * MM
"""How far from the edge header and footer stand."""
SLACK = 1.0
"""Points by which the box of a letter may be wider than the room it takes."""
HANGS = 2 * MM
"""How far the box of a letter may hang below the line that it stands on."""
SIZES = {"A4": (595.3, 841.9), "Letter": (612.0, 792.0)}


def subject(library: Library, kind: str, folder: Path) -> Subject:
    """What a brief of a kind is about; views are saved in the folder and read from there."""
    members = library.catalog.region.members
    if kind == "region":
        return Subject("countries")
    if kind == "several":
        told = {code: sum(code in found.topics for found in library.statements()) for code in members}
        return Subject("countries", tuple(sorted(members, key=lambda code: told[code])[:2]))
    if kind == "view":
        assert saved.save(folder, Subject("countries", members[:2], words="railway", title="Railways of two")) is None
        views = saved.views(folder)
        assert not isinstance(views, Problem)
        return views[0]
    page = library.routes().rows if kind == "routes" else ()
    code = {
        "countries": members[0],
        "commodities": "uranium",
        "routes": max(page, key=lambda row: row.statements).id if page else "",
    }[kind]
    return Subject(kind, (code,))


@pytest.mark.parametrize(
    ("kind", "paper", "language"),
    [
        ("countries", "A4", "en"), ("countries", "Letter", "ja"), ("countries", "Letter", "ru"),
        ("region", "Letter", "en"), ("region", "A4", "ru"),
        ("commodities", "A4", "ja"), ("commodities", "Letter", "en"),
        ("routes", "A4", "ru"), ("routes", "Letter", "ja"),
        ("several", "Letter", "en"), ("view", "A4", "ja"),
    ],
)  # fmt: skip
def test_every_paragraph_is_printed_and_every_word_within_the_margins(
    qapp: QApplication, held: Library, tmp_path: Path, kind: str, paper: str, language: str
) -> None:
    if language == "ja" and not QFontDatabase.families(QFontDatabase.WritingSystem.Japanese):
        pytest.skip("no font of this system has Japanese characters")
    brief = briefs.make(held, subject(held, kind, tmp_path), DAY, Options(since="2025-01-01", language=language))
    assert pdf.write(brief, tmp_path / "brief.pdf", paper) is None
    document = pypdfium2.PdfDocument(tmp_path / "brief.pdf")
    texts = [page.get_textpage().get_text_range() for page in document]
    printed = "".join(_body(brief, text, number, len(texts)) for number, text in enumerate(texts, 1))
    told = list(_paragraphs(brief))
    assert len(told) > 25
    assert list(_lost(told, printed)) == []
    assert [found for page in document for found in _astray(page, *SIZES[paper])] == []


def test_a_paragraph_that_is_printed_once_too_seldom_is_lost() -> None:
    assert list(_lost(["one two", "three", "one two"], "onetwothreeonetwo")) == []
    assert list(_lost(["one two", "three", "one two"], "onetwothree")) == ["onetwo, 1 of 2"]


def _lost(told: Iterable[str], printed: str) -> Iterator[str]:
    """The paragraphs that are printed less often than they are told, with how often."""
    for words, count in Counter(map(_bare, told)).items():
        found = printed.count(words)
        if words and found < count:
            yield f"{words}, {found} of {count}"


def _body(brief: Brief, text: str, number: int, count: int) -> str:
    """The text of a page without its header and footer, and without spaces."""
    found = _bare(text)
    words = brief.words
    foot = _bare(fill(words["printed"], date=brief.date)) + _bare(fill(words["page"], n=str(number), count=str(count)))
    assert foot in found
    return found.replace(foot, "", 1).removeprefix(_bare(f"Oxus{brief.title}"))


def _bare(words: str) -> str:
    """The words without spaces, and with a hyphen where a line ends with one."""
    return re.sub(r"\s", "", words.replace("\ufffe", "-"))


def _paragraphs(brief: Brief) -> Iterator[str]:
    """The texts of a brief. What is only a picture has no heading where that stands on the title page, and a chapter
    that is called as the brief none of its own.
    """
    yield from (brief.title, brief.caution)
    cover = next((part for part in brief.chapters[0].parts if part.pictures), None)
    for chapter in brief.chapters:
        yield from (chapter.title if chapter.title != brief.title else "", chapter.subtitle)
        for part in chapter.parts:
            yield from _of(part) if part is not cover or part.entries or part.table else list(_of(part))[1:]
    for source in brief.sources:
        yield "".join(run.text for run in source.runs)


def _of(part: Part) -> Iterator[str]:
    yield from (part.title, part.lead)
    yield from (picture.caption for picture in part.pictures)
    for entry in part.entries:
        yield from [value.text for value in entry.values] or [entry.text, entry.detail]
    for row in part.table.rows if part.table else ():
        yield from (*row.cells, row.label)
    if part.table and part.table.rows:
        yield from part.table.head


def _astray(page: pypdfium2.PdfPage, width: float, height: float) -> Iterator[str]:
    """The letters that are not where text may stand, with what is around them."""
    assert page.get_size() == pytest.approx((width, height), abs=1)
    text = page.get_textpage()
    words = text.get_text_range()
    right_most, top_most = width - MARGINS.right() * MM, height - MARGINS.top() * MM
    for at in range(text.count_chars()):
        letter = text.get_text_range(at, 1)
        if not letter.strip():
            continue
        left, bottom, right, top = text.get_charbox(at)
        across = left >= MARGINS.left() * MM - SLACK and right <= right_most + SLACK
        body = bottom >= MARGINS.bottom() * MM - HANGS and top <= top_most + HANGS
        margin = (top <= height - HEAD + SLACK and bottom >= top_most) or (
            bottom >= FOOT - SLACK and top <= MARGINS.bottom() * MM
        )
        if not (across and (body or margin)):
            yield f"{letter} in {words[max(0, at - 20) : at + 20]!r} at {left:.0f} {bottom:.0f} {right:.0f} {top:.0f}"
