"""Meetings that were planned for a time which is over."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

from models import briefs
from models.briefs import Options, Part, Subject
from models.catalog import Catalog
from models.library import Library
from models.records import Claim, Event, Modality
from models.statements.keys import MEETING
from tests.models.briefs import making
from tests.models.making import claim

CODE = "KAZ"
UNKNOWN = {"en": "outcome not known", "ja": "結果は不明", "ru": "состоялась ли, неизвестно"}


def planned(date: str | None, quote: str = "They plan to meet.") -> Claim:
    return claim(Event(MEETING, (CODE,), ("JPN",), date=date), "plan", modality=Modality.PLANNED, quote=quote)


def events(catalog: Catalog, folder: Path, *told: Claim, published: str = "", language: str = "en") -> list[Part]:
    library = Library.open(folder / "library", catalog)
    for name in sorted({one.evidence.article for one in told}):
        step = making.step(name, [one for one in told if one.evidence.article == name])
        assert step.article
        dated = structs.replace(step.article.bibliography, published=published or None)
        library.add([structs.replace(step, article=structs.replace(step.article, bibliography=dated))])
    options = Options(("events",), language=language)
    brief = briefs.make(library, Subject("countries", (CODE,)), making.DAY, options)
    return list(brief.chapters[0].parts)


def row(parts: list[Part], date: str) -> tuple[str, str]:
    """What a row of the timeline tells, and what stands behind it."""
    rows = [row for part in parts if part.table for row in part.table.rows]
    (found,) = (row for row in rows if row.cells[0] == date and "planned" in row.cells[1])
    return found.cells[1], found.label


@pytest.mark.parametrize("language", UNKNOWN)
def test_that_nobody_told_of_a_planned_meeting_again_is_said(catalog: Catalog, tmp_path: Path, language: str) -> None:
    (part,) = events(catalog, tmp_path, planned("2026-09-16"), language=language)
    assert part.table
    assert [row.label for row in part.table.rows] == [UNKNOWN[language]]


@pytest.mark.parametrize(
    ("other", "known"),
    [
        (Event(MEETING, ("JPN",), (CODE,), date="2026-09-17"), True),
        (Event(MEETING, ("JPN", CODE, "UZB"), date="2026-09"), True),
        (Event("AGREE", ("JPN",), (CODE,), date="2026-09-16"), True),
        (Event(MEETING, ("JPN",), (CODE,), date="2025-09-16"), False),
        (Event(MEETING, ("JPN",), ("UZB",), date="2026-09-16"), False),
    ],
)
def test_a_meeting_that_took_place_has_an_outcome(
    catalog: Catalog, tmp_path: Path, other: Event, *, known: bool
) -> None:
    parts = events(catalog, tmp_path, planned("2026-09-16"), claim(other, "deed", quote="They met."))
    text, label = row(parts, "16 September 2026")
    assert text.startswith("Meeting (was planned): ")
    assert (label == "") == known


def test_a_meeting_that_is_still_to_come_has_none_yet(catalog: Catalog, tmp_path: Path) -> None:
    assert row(events(catalog, tmp_path, planned("2026-12-01")), "1 December 2026")[1] == ""


@pytest.mark.parametrize(
    ("published", "quote", "over"),
    [
        ("2025-09", "They plan to meet.", True),
        ("2025-09", "In 2025 they plan to meet.", True),
        ("2025-09", "They plan to meet in 2027.", False),
        ("2025-12", "They plan to meet.", False),
        ("", "They plan to meet.", False),
    ],
)
def test_a_plan_without_a_day_that_was_told_more_than_a_year_ago_is_over(
    catalog: Catalog, tmp_path: Path, published: str, quote: str, *, over: bool
) -> None:
    (part,) = events(catalog, tmp_path, planned(None, quote), published=published)
    (entry,) = part.entries
    assert entry.text.startswith("Meeting (was planned): " if over else "Meeting (planned): ")
    assert (UNKNOWN["en"] in entry.detail) == over
