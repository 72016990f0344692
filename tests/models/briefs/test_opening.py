"""What a brief on several countries begins with."""

from __future__ import annotations

from models import briefs
from models.briefs import Options, Subject
from models.library import Library

DAY = "2026-11-21"


def test_a_brief_on_some_countries_begins_with_what_tells_most_of_each(held: Library) -> None:
    region = held.catalog.region
    chosen = region.members[:1] + region.members[-1:]
    brief = briefs.make(held, Subject("countries", chosen), DAY)
    opening, *members, whole = brief.chapters
    names = [held.catalog.countries[code].name for code in chosen]
    assert [chapter.title for chapter in members] == names
    assert opening.title == brief.title
    assert (whole.id, whole.title) == (region.id, brief.words["whole"])
    summary = opening.parts[0]
    assert summary.id == "summary"
    for name in names:
        assert any(name in f"{entry.label} {entry.text}" for entry in summary.entries)
    assert len({entry.text for entry in summary.entries if not entry.label}) == sum(
        not entry.label for entry in summary.entries
    )
    for entry in summary.entries:
        assert any(name in f"{entry.label} {entry.text}" for name in names), entry.text


def test_the_map_of_some_countries_is_drawn_once(held: Library) -> None:
    chosen = held.catalog.region.members[:2]
    opening, *others = briefs.make(held, Subject("countries", chosen), DAY, Options(("map",))).chapters
    assert [part.id for part in opening.parts] == ["map"]
    ids = [picture.id for chapter in (opening, *others) for part in chapter.parts for picture in part.pictures]
    assert len(ids) == len(set(ids)) == 1 + len(chosen)


def test_chapters_have_ids_of_their_own(held: Library) -> None:
    chapters = briefs.make(held, Subject("countries", held.catalog.region.members[:3]), DAY).chapters
    assert len({chapter.id for chapter in chapters}) == len(chapters)


def test_a_brief_on_the_whole_region_begins_with_it(held: Library) -> None:
    first = briefs.make(held, Subject("countries"), DAY).chapters[0]
    assert first.id == held.catalog.region.id
