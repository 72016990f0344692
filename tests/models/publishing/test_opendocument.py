"""The OpenDocument text as its own files tell it."""

from __future__ import annotations

import io
import zipfile

import lxml.etree
import pytest
from msgspec.structs import replace

from models.briefs import Options, Subject, make
from models.library import Library
from models.publishing.looks import PAPERS
from models.publishing.opendocument import opendocument
from tests.models.publishing import sample

NAMES = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{rest}:1.0"
    for name, rest in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("meta", "meta"), ("manifest", "manifest"),
    )
} | {"xlink": "http://www.w3.org/1999/xlink", "dc": "http://purl.org/dc/elements/1.1/"}  # fmt: skip


def tag(name: str) -> str:
    space, _, rest = name.partition(":")
    return f"{{{NAMES[space]}}}{rest}"


def part(data: bytes, name: str) -> lxml.etree._Element:
    return lxml.etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def text_of(element: lxml.etree._Element) -> str:
    """The text as a reader sees it: tabs, spaces and breaks are elements."""
    for sign in element.iter(tag("text:s"), tag("text:tab"), tag("text:line-break")):
        sign.text = " "
    blocks = element.iter(tag("text:p"), tag("text:h"))
    return "\n".join("".join(block.itertext()) for block in blocks)


@pytest.fixture(scope="module")
def data() -> bytes:
    return opendocument(sample.brief(), "A4")


@pytest.fixture(scope="module")
def body(data: bytes) -> lxml.etree._Element:
    return part(data, "content.xml")


def test_every_paragraph_is_there(data: bytes) -> None:
    text = text_of(part(data, "content.xml"))
    assert sample.lost(sample.brief(), text) == []
    assert sample.plain(sample.HOSTILE) in sample.plain(text)


def test_every_paragraph_of_a_real_brief_is_there(held: Library) -> None:
    brief = make(held, Subject("countries"), "2026-11-22", Options())
    assert sample.lost(brief, text_of(part(opendocument(brief, "Letter"), "content.xml"))) == []


def test_the_package_is_as_the_standard_wishes(data: bytes) -> None:
    file = zipfile.ZipFile(io.BytesIO(data))
    first = file.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert file.read("mimetype") == b"application/vnd.oasis.opendocument.text"
    listed = {entry.get(tag("manifest:full-path")) for entry in part(data, "META-INF/manifest.xml")}
    assert listed == {"/", *file.namelist()} - {"mimetype", "META-INF/manifest.xml"}


def test_every_style_in_use_is_there(data: bytes, body: lxml.etree._Element) -> None:
    names = tag("style:name")
    found = {e.get(names) for root in (body, part(data, "styles.xml")) for e in root.iter() if e.get(names)}
    used = {e.get(tag(f"{kind}:style-name")) for e in body.iter() for kind in ("text", "table", "draw")} - {None}
    assert used - found == set()
    assert used


def test_headings_are_headings(body: lxml.etree._Element) -> None:
    found = [(int(h.get(tag("text:outline-level"))), "".join(h.itertext())) for h in body.iter(tag("text:h"))]
    assert found == [
        (1, "Kazakhstan"),
        (2, "Map"),
        (2, "Key figures"),
        (2, "Events"),
        (2, "Further events"),
        (2, "Notes"),
        (3, "A heading"),
        (1, "Uzbekistan"),
        (1, "Sources"),
    ]
    assert all(h.get(tag("text:style-name")) for h in body.iter(tag("text:h")))


def test_heads_of_tables_are_repeated_and_no_row_is_torn(body: lxml.etree._Element) -> None:
    heads = [len(table.findall(tag("table:table-header-rows"))) for table in body.iter(tag("table:table"))]
    assert heads == [1, 0, 1]
    styles = {row.get(tag("table:style-name")) for row in body.iter(tag("table:table-row"))}
    (kept,) = (s for s in body.iter(tag("style:style")) if s.get(tag("style:name")) in styles)
    assert kept[0].get(tag("fo:keep-together")) == "always"


def test_marks_lead_to_sources_and_contents_to_chapters(body: lxml.etree._Element) -> None:
    places = [sign.get(tag("text:name")) for sign in body.iter(tag("text:bookmark"))]
    assert len(places) == len(set(places))
    led = {link.get(tag("xlink:href")) for link in body.iter(tag("text:a"))}
    inside = {address.removeprefix("#") for address in led if address.startswith("#")}
    assert inside <= set(places)
    assert {"source-1", "source-2", "chapter-KAZ", "chapter-UZB", "sources"} <= inside
    assert "https://example.org/a(b)_c" in led


def test_each_line_of_the_contents_has_the_page_that_it_leads_to(body: lxml.etree._Element) -> None:
    pages = [sign for sign in body.iter(tag("text:bookmark-ref")) if sign.get(tag("text:reference-format")) == "page"]
    led = [sign.getparent().find(tag("text:a")).get(tag("xlink:href")).removeprefix("#") for sign in pages]
    assert [sign.get(tag("text:ref-name")) for sign in pages] == led
    assert {"chapter-KAZ", "chapter-UZB", "sources"} <= set(led)
    (line,) = (style for style in body.iter(tag("style:style")) if style.get(tag("style:name")) == "ContentsLine")
    assert line.find(f".//{tag('style:tab-stop')}").get(tag("style:type")) == "right"


def test_it_tells_its_title_language_and_pages(data: bytes) -> None:
    meta = part(data, "meta.xml")
    assert meta.findtext(f".//{tag('dc:title')}") == "A brief & more"
    assert meta.findtext(f".//{tag('dc:language')}") == "en"
    below = part(data, "styles.xml").find(f".//{tag('style:footer')}")
    assert "".join(below.itertext()) == "Printed 22 November 2026Page 1 of 1"
    assert below.find(f".//{tag('text:page-number')}") is not None
    assert below.find(f".//{tag('text:page-count')}") is not None


@pytest.mark.parametrize(("language", "west", "east"), [("en", "en", "ja"), ("ja", "en", "ja"), ("ru", "ru", "ja")])
def test_text_is_in_the_language_of_the_brief(language: str, west: str, east: str) -> None:
    styles = part(opendocument(replace(sample.brief(), language=language), "A4"), "styles.xml")
    told = styles.find(f".//{tag('style:default-style')}/{tag('style:text-properties')}")
    assert (told.get(tag("fo:language")), told.get(tag("style:language-asian"))) == (west, east)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_page_is_that_of_the_paper(paper: str) -> None:
    page = part(opendocument(sample.brief(), paper), "styles.xml").find(f".//{tag('style:page-layout-properties')}")
    assert tuple(float(page.get(tag(f"fo:page-{side}"))[:-2]) for side in ("width", "height")) == PAPERS[paper]


def test_a_picture_is_there_as_drawn_and_told(data: bytes, body: lxml.etree._Element) -> None:
    (image,) = body.iter(tag("draw:image"))
    drawn = zipfile.ZipFile(io.BytesIO(data)).read(image.get(tag("xlink:href")))
    assert drawn.decode() == sample.SVG
    assert image.getparent().findtext(tag("svg:desc")) == "Map of Kazakhstan."
