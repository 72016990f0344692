"""References: every work that the library rests on once, as citation managers know works."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from models.corrections import FIELDS
from models.pages.houses import is_devised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.records import Bibliography, Citation, PartialDate

NEWS, PAGE, DOCUMENT = "article-newspaper", "webpage", "document"
"""CSL types: an article of a publisher, a page with an address, anything else."""
_APART = re.compile(r"[^a-z0-9]+")
_WORDS = 4
_REMARK = re.compile(r" \(([^()]*\b(?:copy|mirror|reprint)\b[^()]*)\)")
"""What is said in brackets behind a publisher of the copy that was read: no part of its name."""


class Reference(Struct, frozen=True):
    """A work to be cited. `id` is made of its words, `kind` is a CSL type, `issued` as precise as known.

    `note` says what of it is the user's word and not the source's, or which copy of it was read.
    """

    id: str
    kind: str
    title: str
    publisher: str = ""
    issued: PartialDate = ""
    author: str = ""
    url: str = ""
    language: str = ""
    note: str = ""

    @property
    def devised(self) -> bool:
        """Whether the title is none of the work's own."""
        return is_devised(self.title)


def references(articles: Iterable[Bibliography]) -> tuple[Reference, ...]:
    """The works behind the articles: what a digest cites stands for itself, any other article is a work.

    Nothing rests on an article that is not about the region: it is kept to read, and is none of them.
    """
    found: dict[tuple[str, ...], Reference] = {}
    taken: set[str] = set()
    for article in (article for article in articles if article.about_region):
        for work in _works(article):
            key = (work.title, work.publisher, work.issued, work.url)
            if key not in found:
                found[key] = _named(work, taken)
    return tuple(found.values())


def _works(article: Bibliography) -> Iterator[Reference]:
    if article.cites:
        yield from (_cited(work) for work in article.cites)
        return
    kind = NEWS if article.publisher else PAGE if article.url else DOCUMENT
    yield Reference(
        "",
        kind,
        article.title,
        article.publisher or "",
        article.published or "",
        article.author or "",
        article.url or "",
        article.language,
        corrections_noted(article),
    )


def corrections_noted(article: Bibliography) -> str:
    """What of an article is the user's word; empty where nothing is."""
    own = ", ".join(FIELDS[name] for name in article.corrected)
    return f"Corrected by the user: {own}" if own else ""


def _cited(work: Citation) -> Reference:
    remarks = "; ".join(remark[:1].upper() + remark[1:] for remark in _REMARK.findall(work.publisher))
    return Reference(
        "",
        PAGE if work.url else DOCUMENT,
        work.title,
        _REMARK.sub("", work.publisher).strip(),
        work.date or "",
        "",
        work.url or "",
        note=remarks,
    )


def _named(work: Reference, taken: set[str]) -> Reference:
    """The work with an id of its own: publisher, year and first words, in plain letters."""
    words = f"{work.publisher.split(',')[0]} {work.issued[:4]} {' '.join(work.title.split()[:_WORDS])}"
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    name = _APART.sub("-", plain).strip("-") or "work"
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return replace(work, id=free)
