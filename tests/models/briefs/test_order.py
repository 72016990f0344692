"""What a brief tells stands in one order in every language, under the same numbers, so that it can be cited across
them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from models import briefs
from models.briefs import Options, Subject

if TYPE_CHECKING:
    from models.briefs import Brief
    from models.library import Library

DAY = "2026-11-21"
SUBJECTS = pytest.mark.parametrize("kind", ["countries", "commodities", "routes", "geopolitics"])


@SUBJECTS
def test_sources_and_statements_stand_in_one_order_in_every_language(held: Library, kind: str) -> None:
    english = briefs.make(held, Subject(kind), DAY)
    assert len(english.sources) > 50
    for language in ("ja", "ru"):
        other = briefs.make(held, Subject(kind), DAY, Options(language=language))
        assert works(other) == works(english), language
        assert told(other) == told(english), language


def test_a_japanese_brief_parts_and_brackets_with_its_own_signs(held: Library) -> None:
    made = briefs.make(held, Subject("routes"), DAY, Options(language="ja"))
    tables = (part.table for chapter in made.chapters for part in chapter.parts if part.table)
    cells = [cell for table in tables for row in table.rows for cell in row.cells]
    assert any("；" in cell for cell in cells)
    assert any("年間約" in cell for cell in cells)
    assert [cell for cell in cells if re.search("[ぁ-龥](; | \\()|約年間", cell)] == []


def works(brief: Brief) -> list[tuple[int, str, str]]:
    return [(source.number, source.url, source.publisher) for source in brief.sources]


def told(brief: Brief) -> list[tuple[object, ...]]:
    """The chapters and parts with the ids of statements, and the source numbers of each entry, side and row."""
    found: list[tuple[object, ...]] = []
    for chapter in brief.chapters:
        for part in chapter.parts:
            found.append((chapter.id, part.id))
            found += [(entry.statement, entry.numbers) for entry in part.entries]
            found += [(value.statement, value.numbers) for entry in part.entries for value in entry.values]
            found += [(row.numbers,) for row in (part.table.rows if part.table else ())]
    return found
