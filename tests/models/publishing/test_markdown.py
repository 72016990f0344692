"""Markdown as a reader of Markdown takes it."""

from __future__ import annotations

import re

import lxml.html
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from models.briefs import Options, Subject, make
from models.library import Library
from models.publishing.blocks import Paragraph, Span, Style
from models.publishing.markdown import markdown, written
from tests.models.publishing import sample


def rendered(text: str) -> lxml.html.HtmlElement:
    """As a reader shows it that lets HTML through and knows tables; what would be run is then an element."""
    html = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)
    return lxml.html.document_fromstring(f"<html><body>{html}</body></html>")


def test_every_paragraph_is_there() -> None:
    files = markdown(sample.brief(), "a brief")
    html = rendered(files[""].decode())
    assert sample.lost(sample.brief(), re.sub(r"\[\^\d+\]", "", html.text_content())) == []
    assert files["a brief/map-KAZ.svg"].decode() == sample.SVG
    assert [image.get("src") for image in html.iter("img")] == ["a%20brief/map-KAZ.svg"]
    assert [image.get("alt") for image in html.iter("img")] == ["Map of Kazakhstan."]
    assert list(html.iter("script", "b", "del")) == []


def test_every_paragraph_of_a_real_brief_is_there(held: Library) -> None:
    brief = make(held, Subject("countries"), "2026-11-22", Options())
    text = rendered(markdown(brief, "p")[""].decode()).text_content()
    assert sample.lost(brief, re.sub(r"\s*\[\^\d+\]", "", text)) == []


def test_it_has_headings_lists_and_tables() -> None:
    html = rendered(markdown(sample.brief(), "p")[""].decode())
    assert [h.text_content() for h in html.iter("h1")] == ["A brief & more"]
    assert [h.text_content() for h in html.iter("h2")] == ["Kazakhstan", "Uzbekistan", "Sources"]
    assert [len(table.findall(".//tr")) for table in html.iter("table")] == [3, 3, 2]
    assert [item.text_content().strip() for item in html.findall(".//ol//ul/li")] == ["deep"]


def test_every_mark_has_its_source() -> None:
    text = markdown(sample.brief(), "p")[""].decode()
    sources = re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE)
    assert sources == ["1", "2"]
    assert set(re.findall(r"\[\^(\d+)\](?!:)", text)) == set(sources)


@given(st.text(min_size=1), st.sampled_from([Style.STATEMENT, Style.FACTS, Style.QUOTE, Style.TITLE]))
def test_any_words_come_back_as_they_were(words: str, style: Style) -> None:
    html = rendered(written([Paragraph(style, (Span(words),))], "p"))
    assert plain(html.text_content()) == plain(words)


def plain(text: str) -> str:
    """Words as XML can hold them, with one space wherever there are any."""
    kept = "".join(sign if sign.isprintable() else " " for sign in text.replace("\x00", "\ufffd"))
    return " ".join(kept.split())


def test_a_label_before_sides_leaves_no_signs() -> None:
    text = written([Paragraph(Style.SIDES, (Span("New ", strong=True), Span("Sources disagree")))], "p")
    assert plain(rendered(text).text_content()) == plain("New Sources disagree")
