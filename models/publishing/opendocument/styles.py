"""The styles of an OpenDocument text: page with header and footer, paragraphs, words, tables, lists."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from models.publishing.blocks import Style
from models.publishing.clean import clean
from models.publishing.looks import (
    CELL,
    FONT,
    FONT_CODE,
    FONT_EAST,
    HEAD,
    HEAD_CELL,
    HEADINGS,
    LOOKS,
    LOUD,
    MARGINS,
    MARK,
    MARK_SIZE,
    MUTED,
    PAPERS,
    SHADE,
    TEXT,
)

if TYPE_CHECKING:
    from models.briefs import Brief
    from models.publishing.looks import Look

EAST = {"ja": "JP", "zh": "CN", "ko": "KR"}
COUNTRIES = {"en": "US", "ru": "RU"}
NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{rest}:1.0"'
    for name, rest in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
STRONG, ITALIC, CODE, MUTED_WORDS, LOUD_WORDS = "Strong", "Italic", "Code", "Muted", "Loud"
MARKED, LINKED = "Mark", "Linked"
CONTENTS_LINE = "ContentsLine"
GAP = 5
"""Between the text and what stands above and below it, in millimetres."""
HEAD_OF_TABLE, SHADED, PLAIN, ROW, BULLETS = "HeadCell", "ShadedCell", "PlainCell", "WholeRow", "Bullets"


def name_of(look: Look) -> str:
    """The name of a style as files write it."""
    return look.name.replace(" ", "_20_")


def styles(brief: Brief, paper: str) -> bytes:
    """The file of styles."""
    found = "".join(
        (
            _defaults(brief.language),
            *(_paragraph(look) for look in (TEXT, CELL, HEAD_CELL, *LOOKS.values())),
            *(_paragraph(look, outline=level) for level, look in enumerate(HEADINGS, start=1)),
            _words(),
            _lists(),
            _outline(),
        )
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-styles {NAMESPACES} office:version="1.3">'
        f"<office:font-face-decls>{''.join(map(_font, (FONT, FONT_EAST, FONT_CODE)))}</office:font-face-decls>"
        f"<office:styles>{found}</office:styles>{_page(paper)}{_master(brief)}</office:document-styles>"
    ).encode()


def table_styles() -> tuple[str, ...]:
    """The styles of cells and rows, which stand in the file of the contents."""
    cell = 'fo:padding="0.06cm" fo:border="none"'
    cells = tuple(
        f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties {cell}{colour}/>'
        "</style:style>"
        for name, colour in (
            (HEAD_OF_TABLE, f' fo:background-color="#{HEAD}"'),
            (SHADED, f' fo:background-color="#{SHADE}"'),
            (PLAIN, ""),
        )
    )
    row = '<style:table-row-properties fo:keep-together="always"/>'
    return (*cells, f'<style:style style:name="{ROW}" style:family="table-row">{row}</style:style>')


def contents_line(width: float) -> str:
    """The style of a line of contents: the page at the right margin, behind dots. `width` is of the text, in mm."""
    return (
        f'<style:style style:name="{CONTENTS_LINE}" style:family="paragraph" '
        f'style:parent-style-name="{name_of(LOOKS[Style.NOTE])}"><style:paragraph-properties><style:tab-stops>'
        f'<style:tab-stop style:position="{width:.1f}mm" style:type="right" style:leader-style="dotted" '
        f'style:leader-text="."/></style:tab-stops></style:paragraph-properties></style:style>'
    )


def column(name: str, width: float) -> str:
    """The style of a column of a table; the width is in millimetres."""
    return (
        f'<style:style style:name="{name}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width:.1f}mm"/></style:style>'
    )


def _font(name: str) -> str:
    return f'<style:font-face style:name="{name}" svg:font-family="\'{name}\'"/>'


def _defaults(language: str) -> str:
    """The language of all text: western and eastern scripts have one each."""
    west = (language, COUNTRIES.get(language, "none")) if language not in EAST else ("en", "US")
    east = (language, EAST[language]) if language in EAST else ("ja", "JP")
    return (
        '<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2"/>'
        f'<style:text-properties style:font-name="{FONT}" style:font-name-asian="{FONT_EAST}" fo:font-size="10pt"'
        f' fo:language="{west[0]}" fo:country="{west[1]}"'
        f' style:language-asian="{east[0]}" style:country-asian="{east[1]}"/></style:default-style>'
    )


def _paragraph(look: Look, outline: int = 0) -> str:
    level = f' style:default-outline-level="{outline}"' if outline else ""
    keep = ' fo:keep-with-next="always"' if look.keep else ""
    weight = "bold" if look.bold else "normal"
    return (
        f'<style:style style:name="{name_of(look)}" style:display-name="{look.name}" style:family="paragraph"{level}>'
        f'<style:paragraph-properties fo:margin-top="{look.before}pt" fo:margin-bottom="{look.after}pt"'
        f' fo:margin-left="{look.left}pt"{_hanging(look)}{keep} fo:keep-together="always">{_stop(look)}'
        f'</style:paragraph-properties><style:text-properties fo:font-size="{look.size}pt"'
        f' style:font-size-asian="{look.size}pt" fo:color="#{look.colour}" fo:font-weight="{weight}"'
        f' style:font-weight-asian="{weight}"/></style:style>'
    )


def _hanging(look: Look) -> str:
    return f' fo:text-indent="-{look.left}pt"' if look.name == "Brief Source" else ""


def _stop(look: Look) -> str:
    """Where the words of a source begin behind its number."""
    if look.name != "Brief Source":
        return ""
    return f'<style:tab-stops><style:tab-stop style:position="{look.left}pt"/></style:tab-stops>'


def _words() -> str:
    looks = (
        (STRONG, 'fo:font-weight="bold" style:font-weight-asian="bold"'),
        (ITALIC, 'fo:font-style="italic" style:font-style-asian="italic"'),
        (CODE, f'style:font-name="{FONT_CODE}"'),
        (MUTED_WORDS, f'fo:color="#{MUTED}"'),
        (LOUD_WORDS, f'fo:color="#{LOUD}"'),
        (LINKED, f'fo:color="#{MARK}"'),
        (MARKED, f'fo:color="#{MARK}" fo:font-size="{MARK_SIZE}pt"'),
    )
    return "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties {look}/></style:style>'
        for name, look in looks
    )


def _lists() -> str:
    levels = "".join(
        f'<text:list-level-style-bullet text:level="{level}" text:bullet-char="•"><style:list-level-properties'
        f' text:space-before="{(level - 1) * 0.6}cm" text:min-label-width="0.6cm"/></text:list-level-style-bullet>'
        for level in range(1, 11)
    )
    return f'<text:list-style style:name="{BULLETS}">{levels}</text:list-style>'


def _outline() -> str:
    levels = "".join(f'<text:outline-level-style text:level="{level}" style:num-format=""/>' for level in range(1, 11))
    return f'<text:outline-style style:name="Outline">{levels}</text:outline-style>'


def _page(paper: str) -> str:
    width, height = PAPERS[paper]
    left, top, right, bottom = MARGINS
    return (
        '<office:automatic-styles><style:page-layout style:name="Page"><style:page-layout-properties'
        f' fo:page-width="{width}mm" fo:page-height="{height}mm" fo:margin-left="{left}mm" fo:margin-right="{right}mm"'
        f' fo:margin-top="{top / 2}mm" fo:margin-bottom="{bottom / 2}mm"/>'
        f'<style:header-style><style:header-footer-properties fo:min-height="{top / 2}mm" fo:margin-bottom="{GAP}mm"/>'
        f'</style:header-style><style:footer-style><style:header-footer-properties fo:min-height="{bottom / 2}mm"'
        f' fo:margin-top="{GAP}mm"/></style:footer-style>'
        '</style:page-layout><style:style style:name="Margin" style:family="paragraph"><style:paragraph-properties>'
        f'<style:tab-stops><style:tab-stop style:position="{width - left - right}mm" style:type="right"/>'
        "</style:tab-stops></style:paragraph-properties>"
        f'<style:text-properties fo:font-size="8pt" fo:color="#{MUTED}"/></style:style></office:automatic-styles>'
    )


def _master(brief: Brief) -> str:
    """The title above, the day and "page x of y" below; as fields, so that a template made of it tells its own."""
    numbers = {"n": '<text:page-number text:select-page="current">1</text:page-number>'}
    numbers["count"] = "<text:page-count>1</text:page-count>"
    before, _, rest = _told(brief.words["page"]).partition("{n}")
    between, _, after = rest.partition("{count}")
    page = f"{before}{numbers['n']}{between}{numbers['count']}{after}"
    printed = _told(brief.words["printed"].format(date=brief.date))
    above = f"<text:title>{_told(brief.title)}</text:title>"
    below = f"<text:subject>{printed}</text:subject><text:tab/>{page}"
    return (
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">'
        f'<style:header><text:p text:style-name="Margin">{above}</text:p></style:header>'
        f'<style:footer><text:p text:style-name="Margin">{below}</text:p></style:footer>'
        "</style:master-page></office:master-styles>"
    )


def _told(text: str) -> str:
    return escape(clean(text), quote=True)
