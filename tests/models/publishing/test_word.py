"""The Word document as other programs read it: mammoth, and the XML itself."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

import lxml.etree
import lxml.html
import mammoth
import pytest
from msgspec.structs import replace

from models.briefs import Chapter, Entry, Options, Part, Row, Subject, Table, make
from models.briefs.drawing.svg import width_of
from models.library import Library
from models.publishing.looks import PAPERS
from models.publishing.word import word
from tests.models.publishing import sample

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def png(side: int = 4) -> bytes:
    """A black picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + bytes(side) for _ in range(side)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.fixture(scope="module")
def file() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(word(sample.brief(), "A4", {"map-KAZ": png()})))


@pytest.fixture(scope="module")
def body(file: zipfile.ZipFile) -> lxml.etree._Element:
    return lxml.etree.fromstring(file.read("word/document.xml"))


def as_html(data: bytes) -> lxml.html.HtmlElement:
    found = mammoth.convert_to_html(io.BytesIO(data))
    return lxml.html.document_fromstring(f"<html><body>{found.value}</body></html>")


def test_another_program_reads_every_paragraph() -> None:
    brief = sample.brief()
    text = as_html(word(brief, "A4", {})).text_content()
    header = brief.words["printed"].format(date=brief.date)
    assert sample.lost(brief, f"{text} {header}") == []
    assert sample.plain(sample.HOSTILE) in sample.plain(text)


def test_every_paragraph_of_a_real_brief_is_there(held: Library) -> None:
    brief = make(held, Subject("countries"), "2026-11-22", Options())
    assert sample.lost(brief, as_html(word(brief, "Letter", {})).text_content()) == []


def test_headings_are_headings(file: zipfile.ZipFile) -> None:
    html = as_html(word(sample.brief(), "A4", {}))
    assert [h.text_content() for h in html.iter("h1")] == ["Kazakhstan", "Uzbekistan", "Sources"]
    parts = [h.text_content() for h in html.iter("h2")]
    assert [part for part in parts if part != "A subtitle"] == [
        "Map",
        "Key figures",
        "Events",
        "Further events",
        "Notes",
    ]
    assert [h.text_content() for h in html.iter("h3")] == ["A heading"]


def test_heads_of_tables_are_repeated_and_no_row_is_torn(body: lxml.etree._Element) -> None:
    tables = body.findall(f".//{W}tbl")
    heads = [len(table.findall(f".//{W}tblHeader")) for table in tables]
    assert heads == [1, 0, 1]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in body.iter(f"{W}tr"))
    assert all(
        table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None for table, n in zip(tables, heads, strict=True) if n
    )


def test_marks_lead_to_sources_and_contents_to_chapters(body: lxml.etree._Element) -> None:
    places = [sign.get(f"{W}name") for sign in body.iter(f"{W}bookmarkStart")]
    numbers = [sign.get(f"{W}id") for sign in body.iter(f"{W}bookmarkStart")]
    assert len(places) == len(set(places)) == len(set(numbers))
    led = {link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")} - {None}
    assert led <= set(places)
    assert {"source_1", "source_2", "chapter_KAZ", "chapter_UZB", "sources"} <= led


def test_each_line_of_the_contents_has_the_page_that_it_leads_to(body: lxml.etree._Element) -> None:
    lines = [line for line in body.iter(f"{W}p") if line.find(f".//{W}instrText") is not None]
    assert {line.find(f"{W}hyperlink").get(f"{W}anchor") for line in lines} >= {"chapter_KAZ", "chapter_UZB", "sources"}
    for line in lines:
        anchor = line.find(f"{W}hyperlink").get(f"{W}anchor")
        assert line.find(f".//{W}instrText").text.split() == ["PAGEREF", anchor, r"\h"]
        assert line.find(f".//{W}fldChar").get(f"{W}dirty") == "true"
        tab = line.find(f".//{W}tabs/{W}tab")
        assert (tab.get(f"{W}val"), tab.get(f"{W}leader")) == ("right", "dot")


@pytest.mark.parametrize(("rows", "told"), [(8, False), (80, True)])
def test_a_long_brief_of_one_chapter_has_contents(rows: int, told: bool) -> None:
    table = Table(("Name", "Words"), tuple(Row((f"Row {number}", "words")) for number in range(rows)))
    parts = tuple(Part("events", title, table=table) for title in ("First part", "Second part"))
    brief = replace(sample.brief(), chapters=(Chapter("KAZ", "A brief & more", "", parts),))
    xml = lxml.etree.fromstring(zipfile.ZipFile(io.BytesIO(word(brief, "A4", {}))).read("word/document.xml"))
    led = [link.get(f"{W}anchor") for link in xml.iter(f"{W}hyperlink")]
    assert ("chapter_KAZ_1" in led) == ("chapter_KAZ_2" in led) == told


def test_what_is_contested_is_in_a_loud_colour_and_tables_end_at_the_margins(file: zipfile.ZipFile) -> None:
    body = lxml.etree.fromstring(file.read("word/document.xml"))
    runs = [run for run in body.iter(f"{W}r") if "".join(run.itertext()) == " (contested)"]
    assert {colour.get(f"{W}val") for run in runs for colour in run.iter(f"{W}color")} == {"9A3412"}
    settings = lxml.etree.fromstring(file.read("word/settings.xml"))
    modes = {setting.get(f"{W}name"): setting.get(f"{W}val") for setting in settings.iter(f"{W}compatSetting")}
    assert modes["compatibilityMode"] == "15"


def test_it_tells_its_title_language_and_pages(file: zipfile.ZipFile) -> None:
    core = file.read("docProps/core.xml").decode()
    assert not any("thumbnail" in name for name in file.namelist())
    assert "<dc:title>A brief &amp; more</dc:title>" in core
    assert "<dc:language>en</dc:language>" in core
    below = lxml.etree.fromstring(file.read("word/footer1.xml"))
    assert [field.get(f"{W}instr").strip() for field in below.iter(f"{W}fldSimple")] == ["SUBJECT", "PAGE", "NUMPAGES"]
    assert "".join(below.itertext()) == "Printed 22 November 2026Page 1 of 1"
    assert "A brief &amp; more" in file.read("word/header1.xml").decode()


@pytest.mark.parametrize(
    ("language", "west", "east"), [("en", "en", "ja-JP"), ("ja", "en-US", "ja"), ("ru", "ru", "ja-JP")]
)
def test_text_is_in_the_language_of_the_brief(language: str, west: str, east: str) -> None:
    data = word(replace(sample.brief(), language=language), "A4", {})
    styles = lxml.etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/styles.xml"))
    (told,) = styles.find(f"{W}docDefaults").iter(f"{W}lang")
    assert (told.get(f"{W}val"), told.get(f"{W}eastAsia")) == (west, east)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_page_is_that_of_the_paper(paper: str) -> None:
    body = lxml.etree.fromstring(zipfile.ZipFile(io.BytesIO(word(sample.brief(), paper, {}))).read("word/document.xml"))
    size = body.find(f".//{W}pgSz")
    wanted = [round(side / 25.4 * 1440) for side in PAPERS[paper]]
    assert [int(size.get(f"{W}{name}")) for name in ("w", "h")] == pytest.approx(wanted, abs=1)


def test_a_picture_is_there_as_drawn_and_as_painted_and_told(file: zipfile.ZipFile, body: lxml.etree._Element) -> None:
    names = file.namelist()
    assert any(name.endswith(".png") for name in names)
    (drawn,) = (name for name in names if name.endswith(".svg"))
    assert file.read(drawn).decode() == sample.SVG
    text = lxml.etree.tostring(body).decode()
    assert re.search(r'descr="Map of Kazakhstan\."', text)
    (used,) = re.findall(r'svgBlip[^>]* r:embed="(\w+)"', text)
    assert f'Id="{used}"' in file.read("word/_rels/document.xml.rels").decode()
    assert "image/svg+xml" in file.read("[Content_Types].xml").decode()


def test_what_was_not_painted_is_told(file: zipfile.ZipFile) -> None:
    assert "Map of Kazakhstan." in as_html(word(sample.brief(), "A4", {})).text_content()


def texts(body: lxml.etree._Element) -> list[str]:
    return ["".join(line.itertext()) for line in body.iter(f"{W}p")]


def of(*parts: Part) -> lxml.etree._Element:
    """The body of a document on one subject with these parts."""
    brief = sample.brief()
    made = replace(brief, chapters=(Chapter("KAZ", brief.title, "", parts),))
    data = zipfile.ZipFile(io.BytesIO(word(made, "A4", {}))).read("word/document.xml")
    return lxml.etree.fromstring(data)


def test_what_tells_most_stands_before_the_contents() -> None:
    rows = tuple(Row((f"row {number}",)) for number in range(80))
    short = Part("summary", "In short", entries=(Entry("The most."),))
    told = texts(of(short, Part("routes", "Routes", table=Table((), rows))))
    assert told.index("In short") < told.index("The most.") < told.index("Contents") < told.index("row 0")
    assert told.count("In short") == 1


def test_no_row_stands_alone_below_a_heading_or_on_a_new_page() -> None:
    rows = tuple(Row((f"row {number}",)) for number in range(5))
    (table,) = of(Part("routes", "Routes", table=Table(("Route",), rows))).iter(f"{W}tbl")
    kept = [line.find(f"{W}pPr/{W}keepNext") is not None for line in table.iter(f"{W}p")]
    assert kept == [False, True, False, False, True, False]  # the style of heads keeps the first


def test_no_word_of_a_narrow_column_is_torn() -> None:
    row = Row(("EU → a region", "EUR 12 billion", "under consideration", "transport"), (1, 2), as_of="2024, 2 years")
    table = Table(("From", "Amount", "Stage", "Purpose"), (row,), (30, 24, 19, 27))
    (made,) = of(Part("commitments", "Commitments", table=table)).iter(f"{W}tbl")
    widths = [int(column.get(f"{W}w")) / 20 for column in made.iter(f"{W}gridCol")]
    cells = [(head, *text.split()) for head, text in zip(table.head, row.cells, strict=True)]
    assert len(widths) == 6
    for width, words in zip(widths, cells, strict=False):
        assert max(width_of(word, 9) for word in words) + 10.8 <= width, words
