"""Briefs of a library that holds just these claims."""

from __future__ import annotations

from pathlib import Path

from msgspec import structs

from models import briefs
from models.briefs import Brief, Options, Part, Subject
from models.catalog import Catalog
from models.library import Library
from models.records import Article, Bibliography, Claim, Evidence, Step
from models.text import digest

DAY = "2026-11-21"
LAND = "KAZ"


def made(
    catalog: Catalog,
    folder: Path,
    claims: list[Claim],
    part: str,
    kind: str = "countries",
    parts: tuple[str, ...] = (),
    land: str = LAND,
) -> Part:
    """The last part of that name in a brief of a library with these claims."""
    return every(catalog, folder, claims, part, kind, parts, land)[-1]


def every(
    catalog: Catalog,
    folder: Path,
    claims: list[Claim],
    part: str,
    kind: str = "countries",
    parts: tuple[str, ...] = (),
    land: str = LAND,
) -> list[Part]:
    """The parts of that name in a brief of a library with these claims."""
    library = Library.open(folder / "library", catalog)
    names = sorted({one.evidence.article for one in claims})
    library.add([step(name, [one for one in claims if one.evidence.article == name]) for name in names])
    brief: Brief = briefs.make(
        library, Subject(kind, (land,) if kind == "countries" else ()), DAY, Options(parts or (part,))
    )
    return [found for found in brief.chapters[0].parts if found.id == part]


def step(name: str, claims: list[Claim]) -> Step:
    """An article that is made of the sentences of its claims."""
    text = "\n".join((name, *dict.fromkeys(one.evidence.quote for one in claims)))
    article = Article(Bibliography(digest(text)[:16], name, name, publisher=f"the paper {name}"), text, ())
    placed = []
    for one in claims:
        start, quote = text.index(one.evidence.quote), one.evidence.quote
        placed.append(structs.replace(one, evidence=Evidence(article.id, start, start + len(quote), quote)))
    return Step(1, 1, name, article, tuple(placed))


def cells(part: Part) -> list[tuple[str, ...]]:
    assert part.table
    return [row.cells for row in part.table.rows]


def timed(part: Part) -> list[tuple[str, ...]]:
    """The cells of each row, with its time and age."""
    assert part.table
    return [(*row.cells, row.as_of) for row in part.table.rows]
