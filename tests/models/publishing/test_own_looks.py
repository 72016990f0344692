"""The user's own templates for Word, OpenDocument and Markdown."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import lxml.etree
import pytest
from docx.shared import Mm, RGBColor
from msgspec.structs import replace
from odfdo import Document

from models.briefs import Brief
from models.catalog import RESOURCES
from models.library.own import files
from models.publishing.forms import FORMS, MARKDOWN, OPENDOCUMENT, WORD, write
from models.publishing.opendocument import opendocument
from models.publishing.word import word
from models.records import Problem
from tests.models.publishing import sample

THEIRS = "cc0088"


@pytest.fixture
def other() -> Brief:
    return replace(sample.brief(), title="Another brief", date="23 November 2026")


def place(library: Path, form: str) -> Path:
    """Where the user's template of a form is."""
    path = library / "templates" / "brief" / f"brief{FORMS[form].ending}"
    path.parent.mkdir(parents=True)
    return path


def test_a_word_document_gives_styles_and_page_and_its_fields_tell_the_new_brief(tmp_path: Path, other: Brief) -> None:
    own = place(tmp_path, WORD)
    changed = docx.Document(io.BytesIO(word(other, "A4", {})))
    changed.styles["Heading 1"].font.color.rgb = RGBColor.from_string(THEIRS.upper())
    changed.sections[0].page_width = Mm(180)
    changed.save(str(own))
    assert write(sample.brief(), FORMS[WORD], tmp_path / "out.docx", "A4", {}, tmp_path) is None
    made = docx.Document(str(tmp_path / "out.docx"))
    assert str(made.styles["Heading 1"].font.color.rgb).lower() == THEIRS
    assert round((made.sections[0].page_width or 0) / Mm(1)) == 180
    file = zipfile.ZipFile(tmp_path / "out.docx")
    margins = [lxml.etree.fromstring(file.read(f"word/{name}1.xml")) for name in ("header", "footer")]
    told = ["".join(margin.itertext()) for margin in margins]
    assert told == ["A brief & more", "Printed 22 November 2026Page 1 of 1"]
    assert "Another brief" not in file.read("word/document.xml").decode()
    assert len(file.namelist()) == len(set(file.namelist()))


def test_fields_as_word_writes_them_tell_the_new_brief(tmp_path: Path) -> None:
    own = place(tmp_path, WORD)
    letter = docx.Document()
    line = letter.sections[0].header.paragraphs[0]
    signs = '<w:fldChar w:fldCharType="{}"/>'
    parts = (signs.format("begin"), "<w:instrText> TITLE </w:instrText>", signs.format("separate"), "<w:t>Old</w:t>")
    for part in ("<w:t>Ministry: </w:t>", *parts, signs.format("end")):
        named = f'<w:r xmlns:w="{docx.oxml.ns.nsmap["w"]}">{part}</w:r>'
        line._p.append(docx.oxml.parse_xml(named))
    letter.save(str(own))
    write(sample.brief(), FORMS[WORD], tmp_path / "out.docx", "A4", {}, tmp_path)
    made = docx.Document(str(tmp_path / "out.docx"))
    assert made.sections[0].header.paragraphs[0].text == "Ministry: A brief & more"
    assert "Brief Source" in {style.name for style in made.styles}


def test_an_opendocument_text_gives_styles_and_its_fields_tell_the_new_brief(tmp_path: Path, other: Brief) -> None:
    own = place(tmp_path, OPENDOCUMENT)
    changed = Document(io.BytesIO(opendocument(other, "A4")))
    heading = changed.styles.get_style("paragraph", "Heading_20_1")
    assert heading is not None
    heading.get_element("style:text-properties").set_attribute("fo:color", f"#{THEIRS}")
    changed.save(str(own))
    assert write(sample.brief(), FORMS[OPENDOCUMENT], tmp_path / "out.odt", "A4", {}, tmp_path) is None
    styles = zipfile.ZipFile(tmp_path / "out.odt").read("styles.xml").decode()
    assert THEIRS in styles
    assert "A brief &amp; more</text:title>" in styles
    assert "Printed 22 November 2026</text:subject>" in styles
    assert "Another brief" not in zipfile.ZipFile(tmp_path / "out.odt").read("content.xml").decode()


@pytest.mark.parametrize("form", [WORD, OPENDOCUMENT])
def test_a_template_that_is_no_document_is_told_and_ours_is_used(tmp_path: Path, form: str) -> None:
    place(tmp_path, form).write_text("nonsense", "utf-8")
    told: list[Problem] = []
    path = tmp_path / f"out{FORMS[form].ending}"
    assert write(sample.brief(), FORMS[form], path, "A4", {}, tmp_path, told.append) is None
    assert path.stat().st_size > 0
    assert [
        problem.reason.startswith(f"Your template (brief{FORMS[form].ending}) cannot be used") for problem in told
    ] == [True]


def test_a_copy_of_the_template_for_markdown_that_is_changed_shows_in_it(tmp_path: Path, other: Brief) -> None:
    ours = (RESOURCES / "templates" / "brief" / "brief.md").read_text("utf-8")
    own, out = place(tmp_path, MARKDOWN), tmp_path / "out.md"
    own.write_text(ours, "utf-8")
    write(other, FORMS[MARKDOWN], out, "A4", {}, tmp_path)
    copied = out.read_text("utf-8")
    write(other, FORMS[MARKDOWN], out, "A4", {})
    assert copied == out.read_text("utf-8")
    head = "---\ntitle: {{ brief.title }}\ndate: {{ brief.date }}\n---\n\n"
    changed = ours.replace("{% for block", f"{head}{{% for block", 1).replace("- **{{", "- DISPUTED **{{")
    own.write_text(changed.replace('{{ "#" * block.level }}', "=="), "utf-8")
    named = replace(other, title="Ores *and* <more>")
    assert write(named, FORMS[MARKDOWN], out, "A4", {}, tmp_path) is None
    text = out.read_text("utf-8")
    assert text.startswith("---\ntitle: Ores \\*and\\* \\<more\\>\ndate: 23 November 2026\n---\n\n# Ores ")
    assert "\n- DISPUTED **" in text
    assert "\n== Sources\n" in text
    assert "\n##" not in text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{% for %}", "line 1: "),
        ("a\n{{ brief.nothing }}", "nothing"),
        ("{{ 1 + block }}", "block"),
        ("\udce9", "utf-8"),
    ],
)
def test_a_template_for_markdown_that_cannot_be_used_is_told_and_ours_is_used(
    tmp_path: Path, text: str, reason: str
) -> None:
    place(tmp_path, MARKDOWN).write_bytes(text.encode("utf-8", "surrogateescape"))
    told: list[Problem] = []
    assert write(sample.brief(), FORMS[MARKDOWN], tmp_path / "out.md", "A4", {}, tmp_path, told.append) is None
    assert "# A brief & more\n" in (tmp_path / "out.md").read_text("utf-8")
    assert [problem.subject for problem in told] == ["brief.md"]
    assert told[0].reason.startswith("Your template (brief.md) cannot be used, so ours is: ")
    assert reason in told[0].reason


def test_a_template_for_markdown_is_handed_over_with_the_library(tmp_path: Path) -> None:
    place(tmp_path, MARKDOWN).write_text("{{ brief.title }}", "utf-8")
    assert dict(files(tmp_path)) == {"templates/brief/brief.md": b"{{ brief.title }}"}
