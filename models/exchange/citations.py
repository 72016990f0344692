"""References as CSL-JSON, BibTeX and RIS: CSL 1.0.2, and the types and fields that Zotero takes in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from models.exchange.references import DOCUMENT, NEWS, PAGE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.exchange.references import Reference

_RIS = {NEWS: "NEWS", PAGE: "ELEC", DOCUMENT: "GEN"}
_BIBTEX = {NEWS: "article", PAGE: "online", DOCUMENT: "misc"}
# Who published what is no article: BibTeX prints only `howpublished`, which Zotero keeps, too, and BibLaTeX only the
# organization behind a page; Zotero makes a book of what is `misc`.
_PUBLISHED = {NEWS: ("journal",), PAGE: ("organization", "howpublished"), DOCUMENT: ("publisher", "howpublished")}
_DEVISED = "devised title"
"""What CSL's `annote` says of a title in square brackets: by it a style can tell not to set it as a title."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "%": r"\%",
        "&": r"\&",
        "#": r"\#",
        "_": r"\_",
        "$": r"\$",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def csl_json(works: Iterable[Reference]) -> bytes:
    """The works as a CSL-JSON list."""
    return orjson.dumps([csl(work) for work in works], option=orjson.OPT_INDENT_2) + b"\n"


def csl(work: Reference) -> dict[str, Any]:
    """One work as a CSL item; what is not known is left out, so that a style sets "no date" where there is none."""
    fields = {
        "id": work.id,
        "type": work.kind,
        "title": work.title,
        "author": [{"literal": work.author}] if work.author else None,
        "container-title": work.publisher if work.kind != DOCUMENT else None,
        "publisher": work.publisher if work.kind == DOCUMENT else None,
        "issued": {"date-parts": [[int(part) for part in work.issued.split("-")]]} if work.issued else None,
        "URL": work.url,
        "language": work.language,
        "note": work.note,
        "annote": _DEVISED if work.devised else "",
    }
    return {name: value for name, value in fields.items() if value}


def bibtex(works: Iterable[Reference]) -> bytes:
    """The works as BibTeX in UTF-8, marks of TeX escaped."""
    return "\n".join(_entry(work) for work in works).encode()


def _entry(work: Reference) -> str:
    date = work.issued.split("-")
    fields = {
        "title": f"{{{_escaped(work.title)}}}",
        "author": f"{{{_escaped(work.author)}}}" if work.author else "",
        **dict.fromkeys(_PUBLISHED[work.kind], _escaped(work.publisher)),
        "year": date[0],
        "month": _MONTHS[int(date[1]) - 1] if len(date) > 1 else "",
        "day": date[2] if len(date) > 2 else "",
        "url": work.url.replace("{", "%7B").replace("}", "%7D"),
        "language": work.language,
        "note": _escaped(work.note),
    }
    bare = {"month"}  # a month is a name that BibTeX knows, not a text
    lines = (f"  {name} = {value if name in bare else f'{{{value}}}'}," for name, value in fields.items() if value)
    return "\n".join((f"@{_BIBTEX[work.kind]}{{{work.id},", *lines, "}", ""))


def _escaped(text: str) -> str:
    return " ".join(text.split()).translate(_ESCAPES)


def ris(works: Iterable[Reference]) -> bytes:
    """The works as RIS in UTF-8, a record each."""
    return "".join(_record(work) for work in works).encode()


def _record(work: Reference) -> str:
    year, month, day = (*work.issued.split("-"), "", "", "")[:3]
    fields = (
        ("TY", _RIS[work.kind]),
        ("ID", work.id),
        ("TI", work.title),
        ("AU", work.author),
        ("T2", work.publisher),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}/" if year else ""),
        ("LA", work.language),
        ("UR", work.url),
        ("N1", work.note),
    )
    told = "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in fields if value)
    return f"{told}ER  - \r\n\r\n"
