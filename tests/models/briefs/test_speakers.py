"""Those who do not agree stand against each other, where the article that quotes them says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec import structs

from models import briefs
from models.briefs import Chapter, Options, Subject
from models.formats.markdown import read as read_markdown
from models.library import Library
from models.publishing.flow import flow
from models.records import Claim, Quote
from tests.models.briefs.making import DAY, LAND, step
from tests.models.making import claim

if TYPE_CHECKING:
    from pathlib import Path

    from models.catalog import Catalog

OPEN, SHUT = "The ministry said that the port is open.", "The harbour master said that the port is shut."
ALONE = [claim(Quote("Ministry", lands=(LAND,)), "a", quote=OPEN)]
BOTH = [*ALONE, claim(Quote("Harbour master", lands=(LAND,)), "a", quote=SHUT)]
AGAIN = claim(Quote("Ministry", lands=(LAND,)), "b", quote=OPEN)


def chapter(
    catalog: Catalog, folder: Path, claims: list[Claim], *, apart: bool, parts: tuple[str, ...] = ()
) -> Chapter:
    library = Library.open(folder / "library", catalog)
    one = step("a", claims)
    assert one.article
    known = structs.replace(one.article.bibliography, apart=apart)
    library.add([structs.replace(one, article=structs.replace(one.article, bibliography=known)), step("b", [AGAIN])])
    brief = briefs.make(library, Subject("countries", (LAND,)), DAY, Options(parts or Options().parts))
    if apart and not parts:
        assert any("speakers disagree" in str(block) for block in flow(brief))
    return brief.chapters[0]


def told(chapter: Chapter, name: str) -> list[str]:
    entries = [entry for part in chapter.parts if part.id == name for entry in part.entries]
    return [text for entry in entries for text in ([value.text for value in entry.values] or [entry.text])]


def test_speakers_who_do_not_agree_stand_in_one_dispute_with_every_side(catalog: Catalog, tmp_path: Path) -> None:
    made = chapter(catalog, tmp_path, BOTH, apart=True)
    assert sorted(told(made, "contested")) == sorted([OPEN, SHUT])
    assert told(made, "quotes") == [], "what is told as a side is told once"
    (entry,) = (entry for part in made.parts if part.id == "contested" for entry in part.entries)
    assert entry.spoken
    assert all(value.numbers for value in entry.values)


@pytest.mark.parametrize(("claims", "apart"), [(BOTH, False), (ALONE, True)])
def test_nobody_is_set_against_others_unless_an_article_says_so(
    catalog: Catalog, tmp_path: Path, claims: list[Claim], apart: bool
) -> None:
    made = chapter(catalog, tmp_path, claims, apart=apart, parts=("contested", "quotes"))
    assert told(made, "contested") == []
    assert OPEN in told(made, "quotes")


def test_where_disputes_are_not_told_the_quotes_stay(catalog: Catalog, tmp_path: Path) -> None:
    made = chapter(catalog, tmp_path, BOTH, apart=True, parts=("quotes",))
    assert sorted(told(made, "quotes")) == sorted([OPEN, SHUT])


@pytest.mark.parametrize(("line", "apart"), [("speakers: apart\n", True), ("speakers: many\n", False), ("", False)])
def test_the_front_matter_tells_that_speakers_do_not_agree(line: str, apart: bool) -> None:
    draft = read_markdown(f"---\ntitle: A\n{line}---\n\n# A\n\n{OPEN}\n".encode(), "a.md")
    assert getattr(draft, "apart", None) is apart
