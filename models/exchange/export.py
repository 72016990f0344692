"""The formats that a library can be exported to, and the writing of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from models.exchange import citations, evidence, notes, places, tables
from models.exchange.references import references
from models.phrases import Phrases
from models.records import Problem
from models.storage.disk import why, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from models.library import Library


class Format(Struct, frozen=True):
    """A format: its label, the suffix of its file (none for a folder), and what makes its files by their names.

    A format of one file calls it "". What it makes can be `limited` to one country, commodity or route: it is handed
    the id of that, or nothing.
    """

    id: str
    label: str
    suffix: str
    make: Callable[..., dict[str, bytes]]
    limited: bool = False


def export(library: Library, format_id: str, path: Path, about: str = "") -> int | Problem:
    """How many files were written to the path; why not, when they could not be. KeyError: there is no such format.

    With an id, statements and claims are only those `about` that country, commodity or route.
    """
    form = FORMATS[format_id]
    made = form.make(library, about) if form.limited else form.make(library)
    try:
        for name, data in made.items():
            if name:
                path.mkdir(exist_ok=True)
                (path / name).parent.mkdir(parents=True, exist_ok=True)
            write_whole(path / name if name else path, data)
    except OSError as error:
        return Problem(str(path), f"This cannot be written here ({why(error)}).")
    return len(made)


def _citations(write: Callable[..., bytes]) -> Callable[[Library], dict[str, bytes]]:
    return lambda library: {"": write(references(library.bibliographies()))}


def _of_claims(write: Callable[..., bytes]) -> Callable[..., dict[str, bytes]]:
    def make(library: Library, about: str = "") -> dict[str, bytes]:
        articles = {article.id: article for article in library.bibliographies()}
        found = [told for told in library.statements() if not about or about in told.topics]
        return {"": write(found, Phrases(library.catalog, today=library.today), articles)}

    return make


def _places(library: Library) -> dict[str, bytes]:
    return {"": places.geojson(library.catalog)}


def _notes(library: Library) -> dict[str, bytes]:
    return notes.files(library.notes(), library.catalog.name)


FORMATS: dict[str, Format] = {
    made.id: made
    for made in (
        Format("csl", "Sources as CSL-JSON", ".json", _citations(citations.csl_json)),
        Format("bibtex", "Sources as BibTeX", ".bib", _citations(citations.bibtex)),
        Format("ris", "Sources as RIS", ".ris", _citations(citations.ris)),
        Format("statements-csv", "Statements as CSV", ".csv", _of_claims(tables.statements_csv), limited=True),
        Format("claims-csv", "Claims with their sentences as CSV", ".csv", _of_claims(tables.claims_csv), limited=True),
        Format(
            "statements-jsonl", "Statements as JSON Lines", ".jsonl", _of_claims(tables.statements_jsonl), limited=True
        ),
        Format("claims-jsonl", "Claims as JSON Lines", ".jsonl", _of_claims(tables.claims_jsonl), limited=True),
        Format(
            "annotations", "Evidence as Web Annotations", ".json", _of_claims(evidence.web_annotations), limited=True
        ),
        Format("geojson", "Routes and places as GeoJSON", ".geojson", _places),
        Format("notes", "Notes as a folder of Markdown", "", _notes),
    )
}
