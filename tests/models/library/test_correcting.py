"""Articles corrected by the user: everything that depends on it follows, and nothing of it is ever lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.briefs import Options, Subject, make
from models.library import Library, merging
from models.library.dating import left
from models.records import Change, Correction, Decision, Event, Problem, Step
from models.store import StorageError
from tests.models.library.conftest import Made
from tests.models.library.test_library import CATALOG

TEXT = """Ministers meet on gas

Slik News, 28 March 2019

Kazakhstan and Uzbekistan signed an agreement on gas on 20 March. Kazakhstan hosted the talks in Astana.
"""
DATED = "2021-03-22"


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> tuple[Step, ...]:
    """The article as it is read from its file."""
    folder = tmp_path_factory.mktemp("news")
    (folder / "gas.txt").write_text(TEXT, "utf-8")
    library = Library.open(folder / "library", CATALOG)
    found = tuple(library.read([folder / "gas.txt"]))
    library.close()
    return found


@pytest.fixture
def library(made: Made, steps: tuple[Step, ...]) -> Library:
    opened = made("one")
    opened.add(steps)
    return opened


def only(library: Library) -> str:
    (known,) = library.bibliographies()
    return known.id


def days(library: Library) -> set[str | None]:
    """The days of what happened, whose year only the article's date tells."""
    contents = [claim.content for statement in library.statements() for claim in statement.claims]
    return {content.date for content in contents if isinstance(content, Event) and content.year_inferred}


def redate(library: Library, day: str | None = DATED) -> None:
    assert isinstance(library.correct(Correction(only(library), published=day, publisher="Silk News")), Change)


def test_a_corrected_date_dates_anew_what_the_article_tells(library: Library) -> None:
    assert days(library) == {"2019-03-20"}
    redate(library)
    assert days(library) == {"2021-03-20"}
    (known,) = library.bibliographies()
    assert (known.publisher, known.published, known.corrected) == ("Silk News", DATED, ("publisher", "published"))
    assert library.found(known.id).published == "2019-03-28"
    assert library.check().sound


def test_what_is_taken_back_is_as_it_was(library: Library) -> None:
    before, key = library.statements(), only(library)
    redate(library)
    library.correct(Correction(key))
    assert library.statements() == before
    assert library.bibliographies() == (library.found(key),)
    assert library.correction(key) == Correction(key)


def test_an_article_may_be_said_to_have_no_date(library: Library) -> None:
    redate(library, "")
    assert library.bibliographies()[0].published is None
    assert library.articles().rows[0].published is None


def test_all_pages_and_the_search_tell_the_users_word(library: Library) -> None:
    key = only(library)
    library.correct(Correction(key, title="Ministers part over gas", author="Energy desk"))
    assert [(row.title, row.corrected) for row in library.articles().rows] == [
        ("Ministers part over gas", ("title", "author"))
    ]
    page = library.reader(key)
    assert page.bibliography.title == "Ministers part over gas"
    assert page.found == library.found(key)
    assert [hit.title for hit in library.search("part over")] == ["Ministers part over gas"]
    assert [hit.id for hit in library.jump("ministers part")] == [key]


def test_decisions_on_sentences_outlive_a_corrected_date(library: Library) -> None:
    wanted = next(s for s in library.statements() if any(getattr(c.content, "date", None) for c in s.claims))
    library.decide(wanted.claims[0].id, Decision.ACCEPTED)
    redate(library)
    there = {claim.id for statement in library.statements() for claim in statement.claims}
    assert {verdict.target for verdict in library._store.verdicts()} <= there


def test_it_outlives_removal_and_another_import(library: Library, steps: tuple[Step, ...]) -> None:
    redate(library)
    library.remove_article(only(library))
    library.add(steps)
    assert library.bibliographies()[0].published == DATED
    assert days(library) == {"2021-03-20"}


def test_it_outlives_a_start(library: Library, made: Made) -> None:
    redate(library)
    library.close()
    again = made("one")
    assert again.bibliographies()[0].published == DATED
    assert days(again) == {"2021-03-20"}


def test_it_is_handed_over_as_the_users_word(library: Library, made: Made, tmp_path: Path) -> None:
    redate(library)
    library.pack(tmp_path / "one.oxus", with_notes=False)
    other = made("two")
    assert isinstance(other.merge(tmp_path / "one.oxus"), merging.Merged)
    assert other.bibliographies() == library.bibliographies()
    assert other.found(only(other)).published == "2019-03-28"
    assert other.statements() == library.statements()
    assert isinstance(again := other.merge(tmp_path / "one.oxus"), merging.Merged)
    assert again.change == Change()


def test_merging_corrects_what_was_not_corrected_here(library: Library, made: Made, steps: tuple[Step, ...]) -> None:
    redate(library)
    library.close()
    other = made("two")
    other.add(steps)
    other.correct(Correction(only(other), publisher="The Silk News"))
    assert isinstance(other.merge(library.folder), merging.Merged)
    (known,) = other.bibliographies()
    assert (known.publisher, known.published) == ("The Silk News", DATED)
    assert days(other) == {"2021-03-20"}


def test_a_brief_puts_the_users_word_in_brackets(library: Library) -> None:
    redate(library)
    brief = make(library, Subject("articles"), "2026-11-22", Options())
    (row,) = [
        row.cells for chapter in brief.chapters for part in chapter.parts if part.table for row in part.table.rows
    ]
    assert row == ("Ministers meet on gas", "[Silk News]", "[22 March 2021]", row[3])
    told = make(library, Subject("geopolitics"), "2026-11-22", Options()).sources
    assert ["".join(run.text for run in source.runs) for source in told] == [
        "Ministers meet on gas, [Silk News], [22 March 2021]."
    ]


def test_a_merged_title_is_found_by_the_search(library: Library, made: Made, steps: tuple[Step, ...]) -> None:
    library.correct(Correction(only(library), title="Ministers part over gas"))
    library.close()
    other = made("two")
    other.add(steps)
    assert other.search("part over") == ()
    other.merge(library.folder)
    assert [hit.title for hit in other.search("part over")] == ["Ministers part over gas"]


def test_where_the_article_cannot_be_read_anew_nothing_is_corrected(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> frozenset[str]:
        raise StorageError(Problem("derived.json", "The disk is full."))

    library.correct(Correction(only(library), publisher="Silk News"))
    before = library.bibliographies()
    monkeypatch.setattr(library._store, "add", full)
    assert isinstance(library.correct(Correction(only(library), published=DATED)), Problem)
    assert library.bibliographies() == before


def test_a_correction_added_aside_is_shown_when_it_is_there(library: Library) -> None:
    assert library.articles().rows[0].publisher == library.found(only(library)).publisher
    aside = library.correct_aside(Correction(only(library), publisher="Silk News", published=DATED))
    assert not isinstance(aside, Problem)
    library.show(aside)
    assert library.articles().rows[0].publisher == "Silk News"
    assert days(library) == {"2021-03-20"}


def test_an_end_before_the_article_is_read_anew_is_made_good_at_the_next_opening(
    library: Library, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise SystemExit

    before = days(library)
    monkeypatch.setattr(library._store, "add", killed)
    with pytest.raises(SystemExit):
        redate(library)
    library.close()
    again = made("one")
    assert again.bibliographies()[0].published == DATED
    assert days(again) == {"2021-03-20"} != before
    assert not left(again._store)
