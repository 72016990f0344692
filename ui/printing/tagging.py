"""The language of a PDF: Qt does not write it, so it is added behind what Qt wrote, as the standard provides for.

An incremental update (ISO 32000-1, 7.5.6) leaves every byte as it is and appends a newer catalog that names the
language.
"""

from __future__ import annotations

import re

_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$", re.DOTALL)


def with_language(pdf: bytes, language: str) -> bytes:
    """The PDF with its language (a BCP 47 tag) in the catalog; unchanged where it is not built as expected."""
    trailer = _TRAILER.search(pdf)
    root = re.search(rb"/Root (\d+) 0 R", trailer[1]) if trailer else None
    if trailer is None or root is None:
        return pdf
    catalog = re.search(rb"(?<=\n)" + root[1] + rb" 0 obj\s*<<(.*?)>>\s*endobj", pdf, re.DOTALL)
    if catalog is None:
        return pdf
    start = len(pdf) + 1
    newer = b"%s 0 obj\n<<\n/Lang (%s)%s>>\nendobj\n" % (root[1], language.encode("ascii"), catalog[1])
    table = b"xref\n%s 1\n%010d 00000 n \n" % (root[1], start)
    fields = re.sub(rb"/Prev \d+", b"", trailer[1])
    ends = b"trailer\n<<%s/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n" % (fields, trailer[2], start + len(newer))
    return b"".join((pdf, b"\n", newer, table, ends))
