"""What its only source takes back: a brief tells that it is not so, and not that it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

from models import briefs
from models.briefs import Options, Subject
from models.catalog import Catalog
from models.library import Library
from models.pages.matching import tags
from models.pages.standings import explained
from models.publishing.site import Scope, site
from models.records import Event, Standing, Step
from tests.models.briefs.making import DAY, step
from tests.models.making import claim

HALTED = Event("SANCTION", ("TKM",), ("UZB",), date="2026-01", summary="had halted exports of goods")


def told(day: str, quote: str, *, affirmed: bool) -> Step:
    one = structs.replace(claim(HALTED, day, affirmed=affirmed, quote=quote), attribution="Steppe Ledger")
    made = step(day, [one])
    assert made.article
    dated = structs.replace(made.article.bibliography, published=day)
    return structs.replace(made, article=structs.replace(made.article, bibliography=dated))


def test_only_the_denial_stands_in_a_brief_and_nothing_is_counted(catalog: Catalog, tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library", catalog)
    library.add([told("2026-01-22", "It was said.", affirmed=True)])
    assert library.geopolitics().links
    assert library.geopolitics().timeline
    library.add([told("2026-01-26", "It was taken back.", affirmed=False)])
    assert {found.standing for found in library.statements()} == {Standing.SINGLE, Standing.WITHDRAWN}
    assert not library.geopolitics().links
    assert [found.text for found in library.geopolitics().timeline if "did not happen" not in found.text] == []
    assert not library.geopolitics().contested
    (chapter,) = briefs.make(library, Subject("countries", ("UZB",)), DAY, Options(("events",))).chapters
    texts = [row.cells[1] for part in chapter.parts if part.table for row in part.table.rows]
    assert [text.startswith("Restriction (did not happen)") for text in texts] == [True]


@pytest.mark.parametrize(("language", "word"), [("en", "withdrawn"), ("ja", "撤回済み"), ("ru", "отозвано")])
def test_what_is_taken_back_has_its_own_word(catalog: Catalog, tmp_path: Path, language: str, word: str) -> None:
    library = Library.open(tmp_path / "library", catalog)
    library.add([told("2026-01-22", "It was said.", affirmed=True), told("2026-01-26", "It was not.", affirmed=False)])
    (past,) = (found.id for found in library.statements() if found.standing.past)
    (line,) = library.lines([past])
    assert tags(line) == ("withdrawn",)
    assert explained(line).startswith("Withdrawn: ")
    files = site(library, DAY, Scope(("UZB",), (), (), dealings=True), language=language)
    assert isinstance(files, dict)
    assert any(f", {word}</span>" in data.decode() for path, data in files.items() if path.endswith(".html"))
