"""Marks around what somebody said: around all sentences of a source that follow each other, and around no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models import briefs
from models.briefs import Options, Subject
from models.library import Library
from models.records import Event, Profile, Quote
from tests.models.briefs.making import DAY, LAND, step
from tests.models.making import claim

if TYPE_CHECKING:
    from pathlib import Path

    from models.catalog import Catalog
    from models.records import Claim

FIRST, SECOND, THIRD = "The ministry said that the port is open.", "It added that it was full.", "It hoped for rain."
BETWEEN = "Rain fell on the town."
OTHER = Event("CONSULT", (LAND, "CHN"), date="2025-03-04")
SAID = Quote("Ministry", lands=(LAND,))
DIRECT = Quote("Ministry", direct=True, words="The port is open.", lands=(LAND,))


def quoted(catalog: Catalog, folder: Path, claims: list[Claim], language: str) -> list[str]:
    library = Library.open(folder / "library", catalog)
    library.add([step("a", claims)])
    (chapter,) = briefs.make(
        library, Subject("countries", (LAND,)), DAY, Options(("quotes",), language=language)
    ).chapters
    return [entry.text for part in chapter.parts for entry in part.entries]


@pytest.mark.parametrize(("language", "opening", "closing"), [("en", "", ""), ("ja", "「", "」"), ("ru", "«", "»")])
def test_sentences_that_follow_each_other_stand_between_the_same_marks(
    catalog: Catalog, tmp_path: Path, language: str, opening: str, closing: str
) -> None:
    read = [claim(SAID, "a", quote=sentence) for sentence in (FIRST, SECOND, THIRD)]
    assert quoted(catalog, tmp_path, read, language) == [f"{opening}{FIRST} {SECOND} {THIRD}{closing}"]


@pytest.mark.parametrize(("language", "marks"), [("en", ("", "")), ("ja", "「」"), ("ru", "«»")])
def test_what_stands_apart_in_its_source_stands_between_marks_of_its_own(
    catalog: Catalog, tmp_path: Path, language: str, marks: tuple[str, str]
) -> None:
    opening, closing = marks
    read = [claim(content, "a", quote=words) for content, words in ((SAID, FIRST), (OTHER, BETWEEN), (SAID, SECOND))]
    assert quoted(catalog, tmp_path, read, language) == [f"{opening}{FIRST}{closing} {opening}{SECOND}{closing}"]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", f"Ministry: “The port is open.” {SECOND}"),
        ("ja", f"Ministry：「The port is open.」 「{SECOND}」"),
        ("ru", f"Ministry: «The port is open.» «{SECOND}»"),
    ],
)
def test_what_is_reported_stands_outside_the_marks_of_a_speakers_own_words(
    catalog: Catalog, tmp_path: Path, language: str, told: str
) -> None:
    read = [claim(DIRECT, "a", quote="“The port is open.”"), claim(SAID, "a", quote=SECOND)]
    assert quoted(catalog, tmp_path, read, language) == [told]


@pytest.mark.parametrize(("land", "told"), [(LAND, False), ("CHN", False), ("C5", True)])
def test_whose_a_figure_of_another_country_is_stands_with_that_country(
    catalog: Catalog, tmp_path: Path, land: str, *, told: bool
) -> None:
    words = "According to the ministry it is 300 km."
    figure = claim(Profile(land, "land_borders", 300, "km"), "a", quote=words)
    read = [figure, claim(SAID, "a", quote=words), claim(SAID, "a", quote=SECOND)]
    library = Library.open(tmp_path / "library", catalog)
    library.add([step("a", read)])
    (chapter,) = briefs.make(library, Subject("countries", (LAND,)), DAY).chapters
    texts = [entry.text for part in chapter.parts if part.id == "quotes" for entry in part.entries]
    assert any(words in text for text in texts) is told
    assert any(SECOND[3:] in text for text in texts)
