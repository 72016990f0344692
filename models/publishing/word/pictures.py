"""Pictures in a Word document: the SVG itself, with a painted one for programs that know no SVG."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt

from models.publishing.clean import clean

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

    from models.briefs import Picture

_EXTENSION = """<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip
 xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{part}"/></a:ext></a:extLst>"""
"""How Office finds the SVG behind a painted picture."""


def add_picture(paragraph: Paragraph, picture: Picture, painted: bytes, number: int, widest: int) -> None:
    """Put the picture into the paragraph, no wider than `widest` (in Word's units), told in words for who cannot see.

    `number` is its own in the document.
    """
    shape = paragraph.add_run().add_picture(io.BytesIO(painted), width=min(Pt(picture.width), widest))
    inline = shape._inline  # noqa: SLF001 - python-docx has no other way to what a picture tells
    inline.docPr.set("descr", clean(picture.told))
    inline.docPr.set("title", clean(picture.caption))
    package = paragraph.part.package
    part = Part(PackURI(f"/word/media/drawing{number}.svg"), "image/svg+xml", picture.svg.encode(), package)
    blip = inline.find(f".//{qn('a:blip')}")
    blip.append(parse_xml(_EXTENSION.format(part=paragraph.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE))))
