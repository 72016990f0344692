"""Lines of a note stay lines, in every form of a brief."""

from __future__ import annotations

import io
import zipfile

import lxml.etree
import lxml.html
import pytest
from msgspec.structs import replace

from models.briefs import Brief, Chapter, Part, Writing
from models.publishing.markdown import markdown
from models.publishing.notes import blocks
from models.publishing.opendocument import opendocument
from models.publishing.templates import note_html
from models.publishing.word import word
from tests.models.publishing import sample

NOTE = "Ask about gas.\nCall **again**\n2. no list\n\n- first\n  and more\n\n> quoted\n> twice"
BEGUN = ("Call", "2. no list", "and more", "twice")
"""What begins a line within a paragraph of it."""


@pytest.fixture
def brief() -> Brief:
    part = Part("notes", "Notes", notes=(Writing("Today", NOTE),))
    return replace(sample.brief(), chapters=(Chapter("one", "One", "", (part,)),))


def test_a_page_of_the_web_and_a_printed_one_break_the_lines() -> None:
    html = lxml.html.document_fromstring(note_html(NOTE))
    behind = [(found.tail or "").strip() or found.getnext().text for found in html.iter("br")]
    assert tuple(behind) == BEGUN


def test_a_text_document_breaks_the_lines(brief: Brief) -> None:
    body = zipfile.ZipFile(io.BytesIO(opendocument(brief, "A4"))).read("content.xml")
    assert lines(lxml.etree.fromstring(body), "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}line-break") == len(
        BEGUN
    )


def test_a_document_for_word_breaks_the_lines(brief: Brief) -> None:
    body = zipfile.ZipFile(io.BytesIO(word(brief, "A4", {}))).read("word/document.xml")
    breaks = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}br"
    assert lines(lxml.etree.fromstring(body), breaks) == len(BEGUN)


def test_markdown_breaks_the_lines_for_every_reader(brief: Brief) -> None:
    from markdown_it import MarkdownIt

    html = lxml.html.document_fromstring(MarkdownIt("commonmark").render(markdown(brief, "p")[""].decode()))
    assert lines(html, "br") == len(BEGUN)
    assert not list(html.iter("ol"))


def test_what_is_code_stays_as_it_is() -> None:
    (code,) = blocks("```\none\ntwo\n```")
    assert [span.text for span in code.spans] == ["one\ntwo"]


def lines(tree: lxml.etree._Element, sign: str) -> int:
    """How often a line is ended within a paragraph."""
    return len(list(tree.iter(sign)))
