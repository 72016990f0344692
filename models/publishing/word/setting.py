"""The frame of a Word document: page, styles, language, header and footer."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from models.publishing.clean import clean
from models.publishing.looks import CELL, FONT, FONT_EAST, HEAD_CELL, HEADINGS, LOOKS, MARGINS, MUTED, PAPERS, TEXT
from models.publishing.word.fields import SUBJECT, TITLE, field, show_again

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.rel import _Relationship
    from docx.styles.style import ParagraphStyle

    from models.briefs import Brief
    from models.publishing.looks import Look

OTHER_PROPERTIES = "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
"""How LibreOffice calls the properties of a document; python-docx, which does not know it, would add others."""
EAST = ("ja", "zh", "ko")
MODE = "15"
"""The mode of layout of Word 2013 and later."""


def set_up(document: Document, brief: Brief, paper: str, *, own: bool) -> None:
    """Give the document its page, styles, properties, header and footer.

    A template of the user's `own` keeps those that it has; only what it does not name is ours.
    """
    printed = clean(brief.words["printed"].format(date=brief.date))
    _forget(document.part.package.rels, OTHER_PROPERTIES)
    properties = document.core_properties
    properties.title = clean(brief.title)
    properties.subject = printed
    properties.language = brief.language
    properties.author = "Oxus"
    properties.comments = ""
    properties.created = properties.modified = datetime.now(UTC)
    _styles(document, brief.language, own=own)
    if own:
        _empty(document)
        for section in document.sections:
            for margin in (section.header, section.footer):
                show_again(margin._element, {TITLE: clean(brief.title), SUBJECT: printed})  # noqa: SLF001
        return
    _page(document, paper)
    _modern(document)
    _header(document, brief, printed)
    _forget(document.part.package.rels, RELATIONSHIP_TYPE.THUMBNAIL)  # of the document that python-docx begins with


def _modern(document: Document) -> None:
    """Have it laid out as Word does since 2013: the edges of tables stand on the margins, not outside of them."""
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), MODE)


def _empty(document: Document) -> None:
    """Take away all that stands in the document with what only that leads to, but not what tells of its pages."""
    body = document.element.body
    for block in body.iterchildren():
        if block.tag != qn("w:sectPr"):
            body.remove(block)
    _forget(document.part.package.rels, RELATIONSHIP_TYPE.THUMBNAIL)
    for kind in (RELATIONSHIP_TYPE.IMAGE, RELATIONSHIP_TYPE.HYPERLINK):
        _forget(document.part.rels, kind)


def _forget(relations: dict[str, _Relationship], kind: str) -> None:
    for name in [name for name, found in relations.items() if found.reltype == kind]:
        del relations[name]


def _page(document: Document, paper: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in PAPERS[paper])
    section.left_margin, section.top_margin, section.right_margin, section.bottom_margin = map(Mm, MARGINS)
    section.header_distance = section.footer_distance = Mm(11)


def _styles(document: Document, language: str, *, own: bool) -> None:
    styles = document.styles
    _language(styles.element, language)
    names = {style.name for style in styles}
    for look in (TEXT, CELL, HEAD_CELL, *LOOKS.values(), *HEADINGS):
        if look.name not in names:
            _dress(styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH), look)
        elif not own:
            _dress(styles[look.name], look)
    for name in ("Header", "Footer") if not own else ():
        styles[name].font.size = Pt(8)
        styles[name].font.color.rgb = RGBColor.from_string(MUTED)


def _language(styles: object, language: str) -> None:
    """Tell the language of all text, so that it is spelled and spoken rightly, and the font of eastern scripts."""
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")  # type: ignore[attr-defined]
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    told = OxmlElement("w:lang")
    told.set(qn("w:val"), "en-US" if language in EAST else language)
    told.set(qn("w:eastAsia"), language if language in EAST else "ja-JP")
    defaults.append(told)


def _dress(style: ParagraphStyle, look: Look) -> None:
    font, form = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.italic = FONT, Pt(look.size), look.bold, False
    font.color.rgb = RGBColor.from_string(look.colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)  # a font of the theme would go before ours
    fonts.set(qn("w:eastAsia"), FONT_EAST)
    form.space_before, form.space_after, form.left_indent = Pt(look.before), Pt(look.after), Pt(look.left)
    form.keep_with_next, form.keep_together, form.widow_control = look.keep, True, True
    for rule in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(rule)


def _header(document: Document, brief: Brief, printed: str) -> None:
    """The title above, the day and "page x of y" below; as fields, so that a template made of it tells its own."""
    section = document.sections[0]
    field(section.header.paragraphs[0], TITLE, clean(brief.title))
    below = section.footer.paragraphs[0]
    width = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator]
    stops = below.paragraph_format.tab_stops
    stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    for style in (document.styles["Header"], document.styles["Footer"]):
        for tabs in style.element.pPr.findall(qn("w:tabs")):
            style.element.pPr.remove(tabs)
    field(below, SUBJECT, printed)
    below.add_run("\t")
    before, _, rest = brief.words["page"].partition("{n}")
    between, _, after = rest.partition("{count}")
    for text, name in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
        below.add_run(clean(text))
        if name:
            field(below, name)
