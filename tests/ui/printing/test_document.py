"""Briefs on paper: every paragraph is there, whole, inside the page, on A4 and on Letter."""

from __future__ import annotations

import errno
import re
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from msgspec import structs
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QApplication

from models.briefs import Brief, Chapter, Entry, Part, Picture, Row, Source, Table, Value, Writing
from models.briefs.sources import runs
from models.catalog import RESOURCES
from models.phrases import load
from models.records import Problem, Standing
from tests.models.storage.faults import Disk
from ui.printing import pdf
from ui.printing.document import MARGINS, Document
from ui.printing.tagging import with_language

POINTS_PER_MM = 72 / 25.4
DAY = "21 November 2026"
WORDS = load(RESOURCES / "phrases")["brief"]
SIZES = {"A4": (210, 297), "Letter": (215.9, 279.4)}


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


@pytest.fixture
def brief() -> Brief:
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


def read(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    return [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in document]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_no_paragraph_is_lost_doubled_or_outside_the_page(
    qapp: QApplication, tmp_path: Path, brief: Brief, paper: str
) -> None:
    assert pdf.write(brief, tmp_path / "brief.pdf", paper) is None

    printed = " ".join(read(tmp_path / "brief.pdf"))
    words = Counter(re.findall(r"\b(?:Entry|Row|Three|Thirty|Head|Point)\d(?:x\d+)?", printed))
    expected = {f"{name}{n}x{i}" for n in range(8) for name, count in (("Entry", 9), ("Row", 15)) for i in range(count)}
    expected |= {f"{name}{n}" for n in range(8) for name in ("Three", "Thirty", "Head", "Point")}
    assert words == Counter(dict.fromkeys(expected, 1))
    assert printed.count("sources disagree") == 8  # the values stand below, so none is printed twice

    width, height = (length * POINTS_PER_MM for length in SIZES[paper])
    for page in pypdfium2.PdfDocument(tmp_path / "brief.pdf"):
        assert page.get_size() == pytest.approx((width, height), abs=1)
        text = page.get_textpage()
        for index in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(index)
            assert left >= MARGINS.left() * POINTS_PER_MM - 1
            assert right <= width - MARGINS.right() * POINTS_PER_MM + 1
            assert bottom >= 10 * POINTS_PER_MM
            assert top <= height - 10 * POINTS_PER_MM


def test_every_page_says_which_it_is_of_how_many(qapp: QApplication, tmp_path: Path, brief: Brief) -> None:
    pdf.write(brief, tmp_path / "brief.pdf", "A4")
    pages = read(tmp_path / "brief.pdf")
    assert len(pages) > 5
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Printed 21 November 2026" in page
        assert "A brief of many pages" in page


def test_a_heading_stands_on_the_page_of_what_follows(qapp: QApplication, tmp_path: Path, brief: Brief) -> None:
    pdf.write(brief, tmp_path / "brief.pdf", "A4")
    for page in read(tmp_path / "brief.pdf")[1:]:  # behind the contents
        for heading, follower in (("Entries", "Entry"), ("Rows", "Name"), ("Notes", "Head")):
            for match in re.finditer(rf"\b{heading} ", page):
                assert follower in page[match.end() :]


def test_a_table_that_goes_on_repeats_its_head(qapp: QApplication, tmp_path: Path) -> None:
    rows = tuple(Row((f"Row{i}", "words")) for i in range(120))
    long = brief_of("Long", Part("resources", "Rows", table=Table(("Name", "Words"), rows)))
    pdf.write(long, tmp_path / "long.pdf", "A4")
    pages = read(tmp_path / "long.pdf")
    assert len(pages) > 2
    assert all("Name Words" in page for page in pages)


def test_a_note_cannot_bring_in_markup_or_pictures(qapp: QApplication, tmp_path: Path) -> None:
    text = "<img src='secret.png'> ![picture](secret.png) & <script>x</script>"
    note = Writing("21 November 2026", text)
    pdf.write(brief_of("Notes", Part("notes", "Words", notes=(note,))), tmp_path / "notes.pdf", "A4")
    (page,) = read(tmp_path / "notes.pdf")
    assert "<img src='secret.png'>" in page
    assert "<script>x</script>" in page
    assert not list(pypdfium2.PdfDocument(tmp_path / "notes.pdf")[0].get_objects(filter=[3]))


def test_sources_are_numbered_and_cite_theirs(qapp: QApplication, tmp_path: Path, brief: Brief) -> None:
    pdf.write(brief, tmp_path / "brief.pdf", "A4")
    text = " ".join(read(tmp_path / "brief.pdf"))
    assert "[1] First title, First Publisher, 20 December 2025. Draws on: Cited work." in text
    assert "[2] Second title." in text


def test_a_pdf_that_cannot_be_written_is_told_and_leaves_nothing(
    qapp: QApplication, tmp_path: Path, brief: Brief
) -> None:
    problem = pdf.write(brief, tmp_path / "missing" / "brief.pdf", "A4")
    assert problem is not None
    assert problem.subject == str(tmp_path / "missing" / "brief.pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_pages_break_alike_whatever_the_device(qapp: QApplication, tmp_path: Path, brief: Brief, paper: str) -> None:
    document = Document(brief, paper)
    for resolution in (96, 1200):
        writer = QPdfWriter(str(tmp_path / f"{resolution}.pdf"))
        writer.setResolution(resolution)
        assert document.paint(writer)
        del writer
    coarse, fine = (read(tmp_path / f"{resolution}.pdf") for resolution in (96, 1200))
    assert [set(page.split()) for page in coarse] == [set(page.split()) for page in fine]


def test_title_language_and_fonts_are_in_the_pdf(qapp: QApplication, tmp_path: Path, brief: Brief) -> None:
    pdf.write(structs.replace(brief, language="ru"), tmp_path / "brief.pdf", "A4")
    data = (tmp_path / "brief.pdf").read_bytes()
    read_back = pypdfium2.PdfDocument(data)
    assert read_back.get_metadata_dict()["Title"] == "A brief of many pages"
    assert data.count(b"/Lang (ru)") == 1
    assert len(read_back) == len(read(tmp_path / "brief.pdf"))
    fonts = len(re.findall(rb"/Type /FontDescriptor", data))
    assert fonts > 0
    assert len(re.findall(rb"/FontFile\d? ", data)) == fonts


def test_a_pdf_that_is_built_otherwise_stays_as_it_is() -> None:
    assert with_language(b"%PDF-1.4\nwhatever", "en") == b"%PDF-1.4\nwhatever"


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="300pt" height="200pt" viewBox="0 0 300 200">'
    '<path d="M10,10 290,190" stroke="#000000" fill="none"/>'
    '<text x="20" y="100" font-size="12" font-family="sans-serif">Drawn words</text></svg>'
)


def test_pictures_are_vectors_with_words_that_can_be_found(qapp: QApplication, tmp_path: Path) -> None:
    part = Part("map", "Map", pictures=(Picture("map-x", SVG, 300, 200, "Below it", "told"),))
    pdf.write(brief_of("Pictured", part), tmp_path / "brief.pdf", "A4")
    (page,) = read(tmp_path / "brief.pdf")
    assert "Drawn words" in page
    assert page.index("Drawn words") < page.index("Below it")
    assert not list(pypdfium2.PdfDocument(tmp_path / "brief.pdf")[0].get_objects(filter=[3]))


def test_a_long_brief_tells_on_its_title_page_where_each_part_is(
    qapp: QApplication, tmp_path: Path, brief: Brief
) -> None:
    pdf.write(brief, tmp_path / "brief.pdf", "A4")
    front, *pages = read(tmp_path / "brief.pdf")
    assert "21 November 2026 A brief of many pages" in front
    told = re.findall(r"(Chapter\d|Sources) (\d+)", front)
    assert len(told) == len(brief.chapters) + 1
    for title, number in told:
        assert re.search(rf"{title}\b", pages[int(number) - 2])


@pytest.mark.parametrize("lines", [4, 14])
def test_a_title_page_is_one_page_however_many_parts_stand_below_its_map(
    qapp: QApplication, tmp_path: Path, lines: int
) -> None:
    picture = Picture("map", '<svg xmlns="http://www.w3.org/2000/svg"/>', 480, 400, "Caption", "Told")
    rows = tuple(Row((f"Row{i}", "many words " * 9), (1,)) for i in range(60))
    tables = tuple(Part("resources", f"Part{i}", table=Table(("Name", "Words"), rows)) for i in range(lines))
    brief = brief_of("Mapped", Part("map", "Map", pictures=(picture,)), *tables)
    pdf.write(structs.replace(brief, sources=(Source(1, "Last", "", ""),)), tmp_path / "brief.pdf", "Letter")
    front, second, *_ = read(tmp_path / "brief.pdf")
    assert re.search(r"Sources \d+", front)
    assert "Row0" in second


@pytest.mark.parametrize(("told", "page"), [(3, 0), (12, 1)])
def test_what_tells_most_leads_on_the_title_page_and_the_map_stands_where_there_is_room(
    qapp: QApplication, tmp_path: Path, brief: Brief, told: int, page: int
) -> None:
    words = '<svg xmlns="http://www.w3.org/2000/svg"><text x="9" y="9" font-family="Noto Sans">Drawn</text></svg>'
    picture = Picture("map", words, 480, 320, "Caption", "Told")
    entries = tuple(Entry(f"Short{i}q " + "words " * 20) for i in range(told))
    parts = (Part("summary", "In short", entries=entries), Part("map", "Map", pictures=(picture,)))
    first = structs.replace(brief.chapters[0], parts=(*parts, *brief.chapters[0].parts))
    pdf.write(structs.replace(brief, chapters=(first, *brief.chapters[1:])), tmp_path / "brief.pdf", "A4")
    pages = read(tmp_path / "brief.pdf")
    assert [re.findall(r"Short(\d+)q", page) for page in pages[:1]] == [[str(i) for i in range(told)]]
    assert not any("Short" in page for page in pages[1:])
    assert re.search(r"Chapter1\b", pages[int(re.findall(r"Chapter1 (\d+)", pages[0])[0]) - 1])
    assert [number for number, text in enumerate(pages) if "Caption" in text] == [page]


def test_the_users_own_templates_go_first(qapp: QApplication, tmp_path: Path, brief: Brief) -> None:
    own = tmp_path / "templates" / "brief"
    own.mkdir(parents=True)
    (own / "sources.html").write_text("<p>None of your business</p>", encoding="utf-8")
    pdf.write(brief, tmp_path / "own.pdf", "A4", tmp_path)
    assert "None of your business" in " ".join(read(tmp_path / "own.pdf"))
    (own / "brief.html").write_text("{% for %}", encoding="utf-8")
    document = Document(brief, "A4", tmp_path)
    assert document.problem is not None
    assert document.problem.reason.startswith("Your template (brief.html, line 1) cannot be used, so ours is:")
    assert document.pages > 5
    (own / "front.html").write_text("{{ brief.nothing }}", encoding="utf-8")
    told = Document(brief, "A4", tmp_path).problem
    assert told is not None
    assert "Your template (brief.html, line 1) cannot be used, so ours is:" in told.reason
    assert "Your template (front.html) cannot be used, so ours is: " in told.reason


def test_a_short_row_is_not_torn(qapp: QApplication, tmp_path: Path) -> None:
    rows = tuple(Row((f"Row{i}", " ".join(["words"] * (9 + 7 * (i % 9))), f"End{i}"), (i, 1000 + i)) for i in range(90))
    part = Part("resources", "Rows", table=Table(("Name", "Words", "End"), rows, (20, 50, 30)))
    pdf.write(brief_of("Rows", part), tmp_path / "rows.pdf", "A4")
    pages = [page for page in read(tmp_path / "rows.pdf") if "Row" in page]
    assert len(pages) > 3
    for page in pages:
        named = [re.findall(rf"\b{word}(\d+)\b", page) for word in ("Row", "End")]
        assert named[0] == named[1]
        counted = sum(9 + 7 * (int(number) % 9) for number in named[0])
        assert len(re.findall(r"\bwords\b", page)) == counted


@pytest.mark.parametrize("height", range(102, 108))
def test_a_row_of_which_only_the_small_type_fits_the_page_is_not_torn(
    qapp: QApplication, tmp_path: Path, height: int
) -> None:
    picture = Picture("map", '<svg xmlns="http://www.w3.org/2000/svg"/>', 100, height, "", "Told")
    rows = tuple(Row((f"Row{i}q", "words " * (3 if i % 4 else 28)), (1000 + i,)) for i in range(60))
    table = Part("resources", "Rows", table=Table(("Name", "Words"), rows, (30, 70)))
    pdf.write(brief_of("Rows", Part("map", "Map", pictures=(picture,)), table), tmp_path / "rows.pdf", "A4")
    for page in read(tmp_path / "rows.pdf"):
        assert re.findall(r"Row(\d+)q", page) == [str(int(n) - 1000) for n in re.findall(r"\b1\d{3}\b", page)]


@pytest.mark.parametrize("before", range(20, 60, 3))
def test_a_heading_is_never_alone_with_the_head_of_its_table(qapp: QApplication, tmp_path: Path, before: int) -> None:
    lines = Part("quotes", "Lines", entries=tuple(Entry(f"Line{i}") for i in range(before)))
    rows = tuple(Row((f"Row{i}", " ".join(["words"] * 40))) for i in range(6))
    table = Part("resources", "Below", table=Table(("Name", "Words"), rows, (20, 80)))
    pdf.write(brief_of("Heads", lines, table), tmp_path / "heads.pdf", "A4")
    (page,) = (page for page in read(tmp_path / "heads.pdf") if "Below" in page)
    assert "Row0" in page


@pytest.mark.parametrize("before", range(0, 44, 4))
def test_nothing_is_lost_behind_a_table_wherever_its_rows_are_moved(
    qapp: QApplication, tmp_path: Path, before: int
) -> None:
    names = {
        **{f"Line{i}q": Entry(f"Line{i}q") for i in range(before)},
        **{f"Below{i}q": Entry(f"Below{i}q " + "text " * (10 + 9 * (i % 5))) for i in range(12)},
    }
    above = Part("relations", "Above", entries=tuple(names[f"Line{i}q"] for i in range(before)))
    rows = tuple(Row((f"Row{i}q", "words " * (3 + 5 * (i % 7))), (i,)) for i in range(40))
    table = Part("resources", "Rows", table=Table(("A", "B"), rows, (30, 70)))
    below = Part("quotes", "Below", entries=tuple(names[f"Below{i}q"] for i in range(12)))
    pdf.write(brief_of("Moved", above, table, below), tmp_path / "moved.pdf", "A4")
    told = Counter(re.findall(r"\b(?:Line|Row|Below)\d+q", " ".join(read(tmp_path / "moved.pdf"))))
    assert told == Counter([*names, *(f"Row{i}q" for i in range(40))])


def test_no_gap_stands_between_a_repeated_head_and_the_row_that_was_moved(qapp: QApplication, tmp_path: Path) -> None:
    rows = tuple(Row((f"Row{i}", "words " * (9 + 7 * (i % 9)), f"End{i}"), (i,)) for i in range(90))
    part = Part("resources", "Table", table=Table(("First", "Words", "End"), rows, (20, 50, 30)))
    pdf.write(brief_of("Title", part), tmp_path / "rows.pdf", "A4")
    gaps = []
    for page in list(pypdfium2.PdfDocument(tmp_path / "rows.pdf"))[1:]:
        text = page.get_textpage()
        places = [text.search(word).get_next() for word in ("First", "Row")]
        if None not in places:
            head, row = (text.get_charbox(place[0]) for place in places if place)
            gaps.append(head[1] - row[3])
    assert len(gaps) > 2
    assert max(gaps) < 5 * POINTS_PER_MM


def test_no_tint_stands_below_the_last_row_of_a_page(qapp: QApplication, tmp_path: Path) -> None:
    rows = tuple(Row((f"Row{i}", "words " * (9 + 7 * (i % 9)), f"End{i}"), (i,)) for i in range(90))
    for before in range(3):
        above = Part("quotes", "Above", entries=tuple(Entry(f"Line{i}") for i in range(before)))
        part = Part("resources", "Table", table=Table(("First", "Words", "End"), rows, (20, 50, 30)))
        pdf.write(brief_of("Title", above, part), tmp_path / "rows.pdf", "A4")
        for page in pypdfium2.PdfDocument(tmp_path / "rows.pdf"):
            text = page.get_textpage()
            boxes = [found.get_bounds() for found in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])]
            table = [box for box in boxes if box[1] > 60 and box[3] - box[1] > 10]  # without rules of head and foot
            sides = {(bottom, top) for _, bottom, _, top in table}
            assert sides
            for bottom, _ in sides:
                assert text.get_text_bounded(bottom=bottom, top=bottom + 8 * POINTS_PER_MM).strip()


def test_a_full_disk_is_told_and_leaves_the_file_that_was_there(
    qapp: QApplication, brief: Brief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"Of yesterday.")
    with Disk(monkeypatch).failing(2, errno.ENOSPC, lasting=True):
        told = pdf.write(brief, path, "A4")
    assert told == Problem(str(path), "This cannot be written here (no space left on device).")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("brief.pdf", b"Of yesterday.")]


@pytest.mark.parametrize("lines", range(2, 50, 8))
def test_sources_begin_below_the_body_where_its_last_page_has_room_and_none_is_lost(
    qapp: QApplication, tmp_path: Path, brief: Brief, lines: int
) -> None:
    last = Part("quotes", "Last", entries=tuple(Entry(f"Line{i}q") for i in range(lines)))
    sources = tuple(Source(i, f"Work{i}q", "", "", runs=runs("", f"Work{i}q", "", "", "")) for i in range(150))
    chapters = (*brief.chapters, Chapter("last", "Last", "", (last,)))
    pdf.write(structs.replace(brief, chapters=chapters, sources=sources), tmp_path / "brief.pdf", "A4")

    printed = Counter(re.findall(r"\b(?:Line|Work)\d+q", " ".join(read(tmp_path / "brief.pdf"))))
    assert printed == Counter([*(f"Line{i}q" for i in range(lines)), *(f"Work{i}q" for i in range(150))])
    pages = [page.get_textpage() for page in pypdfium2.PdfDocument(tmp_path / "brief.pdf")]
    body = _heights(pages, r"Line\d+q")
    works = _heights(pages, r"Work\d+q")
    end, start = max(body), min(works)
    assert end[0] in (start[0], start[0] - 1)
    if end[0] == start[0]:
        assert start[1] > max(height for page, height in body if page == end[0])
    else:
        assert end[1] > 0.5


def _heights(pages: list[pypdfium2.PdfTextPage], words: str) -> list[tuple[int, float]]:
    """Page, and how far down it as a share of its height, of every place of the words."""
    found: list[tuple[int, float]] = []
    for number, page in enumerate(pages):
        height = page.page.get_height()
        places = (match.start() for match in re.finditer(words, page.get_text_range()))
        found += ((number, 1 - page.get_charbox(place)[3] / height) for place in places)
    return found
