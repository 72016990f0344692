"""The brief of a commodity tells which lists of critical raw materials name it, by list and version."""

from __future__ import annotations

import pytest

from models import briefs
from models.briefs import Options, Part, Subject, languages
from models.library import Library
from models.pages.listing import listed

CODE, DAY = "tungsten", "2026-11-21"


def part(library: Library, subject: Subject, options: Options | None = None) -> tuple[Part | None, briefs.Brief]:
    brief = briefs.make(library, subject, DAY, options or Options())
    return next((part for part in brief.chapters[0].parts if part.id == "lists"), None), brief


@pytest.mark.parametrize("language", languages())
def test_every_list_stands_in_the_brief_with_its_version_and_source(held: Library, language: str) -> None:
    known = listed(CODE, held.catalog, language)
    found, brief = part(held, Subject("commodities", (CODE,)), Options(language=language))
    assert found is not None
    assert found.table is not None
    rows = found.table.rows
    assert len(known) == len(rows) > 8
    urls = {source.number: source.url for source in brief.sources}
    for each, row in zip(known, rows, strict=True):
        assert row.cells[0] == each.name
        assert each.date[:4] in row.cells[1] or each.version in row.cells[1]
        assert row.cells[2] == each.wording
        assert bool(row.label) is not each.current
        assert [urls[number] for number in row.numbers] == [held.catalog.critical_lists[each.id].source.url]
    if language == "en":
        assert all(each.version in row.cells[1] for each, row in zip(known, rows, strict=True))
        assert all(each.doubt in row.cells[1] for each, row in zip(known, rows, strict=True))
    for each, row in zip(known, rows, strict=True):
        list_ = held.catalog.critical_lists[each.id]
        assert bool(list_.doubt) is bool(list_.doubts)
        assert list_.doubts.get(language, "") in row.cells[1]


@pytest.mark.parametrize(
    ("subject", "options"),
    [
        (Subject("commodities", ("cotton",)), Options()),
        (Subject("commodities", (CODE,), words="China"), Options()),
        (Subject("commodities", (CODE,), older="1"), Options()),
        (Subject("resources"), Options()),
        (Subject("commodities", (CODE,)), Options(parts=("resources",))),
    ],
    ids=["on no list", "only some words", "only old", "all goods", "not wished"],
)
def test_elsewhere_no_lists_are_told(held: Library, subject: Subject, options: Options) -> None:
    found, brief = part(held, subject, options)
    assert found is None
    names = {each.source.title for each in held.catalog.critical_lists.values()}
    assert not {source.title for source in brief.sources} & names
