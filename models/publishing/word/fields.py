"""What Word works out or leads to: fields, places that links lead to, and links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run

from models.publishing.clean import clean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph


TITLE, SUBJECT = "TITLE", "SUBJECT"
"""The fields that show what the document's properties tell."""


def show_again(margin: BaseOxmlElement, told: Mapping[str, str]) -> None:
    """Have the fields in a header or footer show what is `told` by their names, before Word works them out."""
    name = ""
    shows = False
    for sign in margin.iter(qn("w:fldSimple"), qn("w:instrText"), qn("w:fldChar"), qn("w:t")):
        if sign.tag == qn("w:fldSimple"):
            name, shows = _named(sign.get(qn("w:instr"), ""), told), True
        elif sign.tag == qn("w:instrText"):
            name, shows = _named(sign.text or "", told), False
        elif sign.tag == qn("w:fldChar"):
            shows = sign.get(qn("w:fldCharType")) == "separate"
        elif name and shows:
            sign.text, name = told[name], ""


def _named(instruction: str, told: Mapping[str, str]) -> str:
    first = instruction.split()[0] if instruction.split() else ""
    return first if first in told else ""


def field(paragraph: Paragraph, instruction: str, shown: str = "1") -> None:
    """A field with what it shows until Word works it out."""
    holder = OxmlElement("w:fldSimple")
    holder.set(qn("w:instr"), f" {instruction} ")
    holder.append(paragraph.add_run(shown)._r)  # noqa: SLF001 - python-docx has no other way to fields
    paragraph._p.append(holder)  # noqa: SLF001


def worked_out(paragraph: Paragraph, instruction: str) -> None:
    """A field that shows nothing until it is worked out, which is done when the document is opened."""
    begin = _part(paragraph, "begin")
    begin.set(qn("w:dirty"), "true")
    told = OxmlElement("w:instrText")
    told.set(qn("xml:space"), "preserve")
    told.text = f" {instruction} "
    paragraph.add_run()._r.append(told)  # noqa: SLF001
    _part(paragraph, "separate")
    paragraph.add_run("")
    _part(paragraph, "end")


def _part(paragraph: Paragraph, kind: str) -> BaseOxmlElement:
    sign = OxmlElement("w:fldChar")
    sign.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(sign)  # noqa: SLF001
    return sign


def place(paragraph: Paragraph, name: str, number: int) -> None:
    """Make the paragraph a place that links lead to; `number` is its own in the document."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for sign in (start, end):
        sign.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    properties = paragraph._p.pPr  # noqa: SLF001
    paragraph._p.insert(0 if properties is None else 1, start)  # noqa: SLF001
    paragraph._p.append(end)  # noqa: SLF001


def link(paragraph: Paragraph, text: str, *, to: str = "", address: str = "") -> Run:
    """Words that lead to a place in the document, or to an address on the web."""
    holder = OxmlElement("w:hyperlink")
    if address:
        part = paragraph.part.relate_to(clean(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        holder.set(qn("r:id"), part)
    else:
        holder.set(qn("w:anchor"), to)
    run = paragraph.add_run(clean(text))
    holder.append(run._r)  # noqa: SLF001
    paragraph._p.append(holder)  # noqa: SLF001
    return run
