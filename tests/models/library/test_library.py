"""The library as its users know it: what goes in comes out, and says what changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from models.catalog import load
from models.library import Library
from models.library.knowledge import cited_by_marks, newest, origins, titles, works
from models.records import (
    Article,
    Bibliography,
    Change,
    Citation,
    Claim,
    Commitment,
    Content,
    Decision,
    Event,
    Evidence,
    Modality,
    Money,
    Note,
    Problem,
    Quantity,
    Rank,
    Resource,
    RouteFact,
    Standing,
    Step,
)
from models.text import digest

CATALOG = load()
NOW = datetime(2025, 12, 21, 9, 30, tzinfo=UTC)
TARGET = Commitment(("JPN",), ("C5",), Money(3e12, "JPY"), 5)
SLIP = Commitment(("JPN",), ("C5",), Money(30e12, "JPY"), 5)
URANIUM = Resource("KAZ", "uranium", "produces", 1)
SUMMIT = Event("CONSULT", ("JPN",), ("C5",), date="2025-12-20", place="Tokyo")


def step(text: str, *contents: Content, builtin: bool = False, of: tuple[int, int] = (1, 1)) -> Step:
    """An article of one sentence, with what it says."""
    key = digest(text)
    claims = tuple(
        Claim(f"{key}-{number}", content, Evidence(key, 0, len(text), text), "rule")
        for number, content in enumerate(contents)
    )
    known = Bibliography(key, text.split(".")[0], f"{key}.txt", builtin=builtin)
    return Step(*of, f"{key}.txt", Article(known, text, ()), claims)


ONE = step("Japan wants 3 trillion yen for Central Asia. Kazakhstan leads in uranium.", TARGET, URANIUM, SUMMIT)
TWO = step("Tokyo sets a target of 3 trillion yen.", TARGET, URANIUM)
THREE = step("A target of 30 trillion yen.", SLIP)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "library", CATALOG)
    yield opened
    opened.close()


def saved(outcome: tuple[Note, Change] | Problem) -> Note:
    assert not isinstance(outcome, Problem)
    return outcome[0]


def contested(library: Library) -> str:
    return library.geopolitics().contested[0].statement


# --- articles in, pages out -------------------------------------------------------------------------------------------


def test_two_articles_agree_and_a_third_contests(library: Library) -> None:
    change = library.add([ONE, TWO])
    assert isinstance(change, Change)
    assert change.statements
    assert len(change.articles) == 2
    (target,) = (statement for statement in library.statements() if statement.kind == "commitment")
    assert (target.standing, target.independent) == (Standing.CORROBORATED, 2)
    library.add([THREE])
    page = library.evidence(contested(library))
    assert [variant.sources for variant in page.line.variants] == [2, 1]
    assert len(page.sentences) == 3


def test_duplicates_and_refused_files_add_nothing(library: Library) -> None:
    library.add([ONE])
    again = Step(1, 2, "again.txt", ONE.article, (), duplicate=True)
    change = library.add([again, Step(2, 2, "bad.bin", problem=Problem("bad.bin", "No text."))])
    assert change == Change()
    assert [row.claims for row in library.articles().rows] == [3]


def test_every_page_can_be_had_from_an_empty_library(library: Library) -> None:
    assert len(library.countries().rows) == 5
    assert library.country("KAZ").sections == ()
    assert library.country("XYZ").name == "XYZ"
    assert library.resources().cells == ()
    assert library.commodity("uranium").figures == ()
    assert library.routes().rows
    assert library.route("none").legs == ()
    assert library.geopolitics().links == ()
    assert library.articles().rows == ()
    assert (library.statements(), library.notes(), library.search("gold")) == ((), (), ())
    assert library.lines(["unknown"]) == ()
    assert library.check().sound


def test_pages_are_told_in_the_words_of_the_day_and_found_by_the_same_on_any(tmp_path: Path) -> None:
    planned = step(
        "Uzbekistan wants to mine 7,000 tonnes of uranium in 2030.", Resource("UZB", "uranium", "produces", year=2030)
    )
    planned = replace(planned, claims=(replace(planned.claims[0], modality=Modality.PLANNED),))
    for day, told in (("2026-11-22", "Uzbekistan plans to produce"), ("2031-01-01", "Uzbekistan planned to produce")):
        library = Library.open(tmp_path, CATALOG, today=day)
        library.add([planned])
        (found,) = (hit for hit in library.search("plans produce uranium") if hit.kind == "statement")
        assert library.lines([found.id])[0].text.startswith(told)
        library.close()


def test_pages_are_kept_until_something_changes(library: Library) -> None:
    library.add([ONE])
    page, matrix = library.country("KAZ"), library.resources()
    assert library.country("KAZ") is page
    library.save_note("KAZ", "A note")
    assert library.country("KAZ").notes
    assert library.resources() is matrix
    library.add([TWO])
    assert library.resources() is not matrix


def test_a_country_alone_tells_the_same_as_the_whole(library: Library) -> None:
    library.add([ONE, TWO, THREE])
    alone = library.country("KAZ")
    library.statements()
    library.save_note("KAZ", "forget the page")
    assert library.country("KAZ").sections == alone.sections


def test_a_country_is_listed_as_long_as_a_claim_on_it_stands(library: Library) -> None:
    library.add([ONE, TWO])
    assert "JPN" in {row.code for row in library.countries().rows}
    for statement in library.statements():
        if "JPN" in statement.topics:
            for claim in statement.variants[0].claims:
                library.decide(claim.id, Decision.REJECTED)
    assert "JPN" not in {row.code for row in library.countries().rows}


def test_a_large_library_lists_and_counts_without_working_everything_out(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.library.knowledge.LARGE", 2)
    monkeypatch.setattr("models.library.knowledge.group", lambda *_: pytest.fail("everything was worked out"))
    library.add([ONE, step("A route.", RouteFact("middle-corridor", "crosses", ("KAZ",)))])
    assert "JPN" in {row.code for row in library.countries().rows}
    assert {row.id: row.statements for row in library.routes().rows}["middle-corridor"] == 1


def test_how_much_is_told_of_a_route_counts_what_is_of_the_age_asked_for(library: Library) -> None:
    of = {year: RouteFact("middle-corridor", "carried", Quantity(year * 1e3, "tonne"), year) for year in (2012, 2024)}
    library.add([step("A route.", *of.values())])
    for older, count in (("", 2), ("5", 1), ("-5", 1), ("-1", 0)):
        page = library.routes(older, "2026-06-01")
        assert {row.id: row.statements for row in page.rows}["middle-corridor"] == count
        assert len(page.rows) == len(library.routes().rows)


def test_the_reader_marks_evidence_and_tells_of_a_lost_text(library: Library) -> None:
    library.add([ONE, TWO])
    assert ONE.article is not None
    page = library.reader(ONE.article.id)
    assert page.text == ONE.article.text
    assert {mark.statement for mark in page.marks} <= {statement.id for statement in library.statements()}
    assert len(page.marks) == 3
    for path in (library.folder / "texts").rglob("*.txt"):
        path.unlink()
    library.save_note("KAZ", "x")
    assert library.reader("0" * 16).problem
    report = library.check()
    assert not report.sound
    assert report.orphans == 5


def test_a_removed_article_takes_its_claims_with_it(library: Library) -> None:
    library.add([ONE, THREE])
    assert THREE.article is not None
    library.remove_article(THREE.article.id)
    assert library.geopolitics().contested == ()
    assert library.search("30") == ()


# --- notes ------------------------------------------------------------------------------------------------------------


def test_a_note_is_saved_changed_deleted_and_brought_back(library: Library) -> None:
    note = saved(library.save_note("KAZ", "First", now=NOW))
    later = saved(library.save_note("KAZ", "Second", note.id, NOW.replace(hour=10)))
    assert (later.id, later.created, later.changed) == (
        note.id,
        "2025-12-21T09:30:00+00:00",
        "2025-12-21T10:30:00+00:00",
    )
    assert library.notes("KAZ") == (later,)
    assert library.delete_note(note.id) == Change(notes=frozenset((note.id,)))
    assert library.notes() == ()
    library.restore_note(later)
    assert library.notes("KAZ") == (later,)
    assert library.delete_note("unknown") == Change()


def test_notes_outlive_a_new_import(library: Library) -> None:
    note = saved(library.save_note("KAZ", "Mine"))
    library.add([ONE])
    library.add([ONE])
    assert library.notes() == (note,)


# --- verdicts ---------------------------------------------------------------------------------------------------------


def test_a_rejected_claim_is_gone_until_it_is_taken_back(library: Library) -> None:
    library.add([ONE, TWO, THREE])
    wrong = THREE.claims[0].id
    library.decide(wrong, Decision.REJECTED)
    assert library.geopolitics().contested == ()
    library.add([THREE])
    assert library.geopolitics().contested == ()
    library.decide(wrong, None)
    assert len(library.geopolitics().contested) == 1


def test_a_preferred_value_is_told_and_survives_regrouping(library: Library) -> None:
    library.add([ONE, THREE])
    statement = contested(library)
    variants = library.evidence(statement).line.variants
    slip = next(place for place, variant in enumerate(variants) if "30 trillion" in variant.text)
    library.rank(statement, slip, Rank.PREFERRED)
    library.add([TWO])
    (row,) = library.geopolitics().commitments
    assert "¥30 trillion" in row.line.text
    place = next(place for place, variant in enumerate(row.line.variants) if "30 trillion" in variant.text)
    library.rank(row.line.statement, place, Rank.NORMAL)
    assert "¥3 trillion" in library.geopolitics().commitments[0].line.text


# --- what the library is ----------------------------------------------------------------------------------------------


def test_a_second_library_on_the_same_folder_is_read_only_and_says_so(library: Library) -> None:
    library.add([ONE])
    second = Library.open(library.folder, CATALOG)
    assert second.read_only
    assert second.problem
    assert isinstance(second.save_note("KAZ", "x"), Problem)
    assert isinstance(second.add([TWO]), Problem)
    assert second.country("KAZ").sections
    assert second.search("uranium")
    second.close()


def test_a_library_is_taken_over_once_the_other_is_gone(tmp_path: Path) -> None:
    first = Library.open(tmp_path, CATALOG)
    first.add([ONE])
    second = Library.open(tmp_path, CATALOG)
    assert second.occupied
    assert second.country("UZB").notes == ()
    assert second.take_over() is None
    note = saved(first.save_note("UZB", "Ask about zinc"))
    first.close()
    change = second.take_over()
    assert change == Change(
        articles=frozenset({ONE.article.id if ONE.article else ""}), statements=True, notes=frozenset({note.id})
    )
    assert (second.occupied, second.read_only, second.problem) == (False, False, None)
    assert second.country("UZB").notes == (note,)
    assert [hit.id for hit in second.search("zinc")] == [note.id]
    saved(second.save_note("UZB", "Ask about tin"))
    assert second.take_over() is None
    assert Library.open(tmp_path, CATALOG).occupied
    second.close()


def test_who_only_reads_hinders_nobody(tmp_path: Path) -> None:
    assert not Library.open(tmp_path / "none", CATALOG, to_write=False).occupied
    assert not (tmp_path / "none").exists()
    reading = Library.open(tmp_path, CATALOG, to_write=False)
    assert (reading.read_only, reading.occupied, reading.problem) == (True, False, None)
    assert reading.take_over() is None
    writing = Library.open(tmp_path, CATALOG)
    assert not writing.read_only
    writing.close()


def test_a_digest_counts_with_its_source_when_that_is_there() -> None:
    source = Bibliography("s", "Japan’s target", "s.txt")
    digest_of_it = Bibliography("d", "Digest", "d.md", cites=(Citation("Absent"), Citation("Japan's Target")))
    other = Bibliography("o", "Another digest", "o.md", cites=(Citation("Absent"),))
    assert origins([source, digest_of_it, other], {}) == {"d": "s"}
    copied = {"s": "first", "first": "first", "other": "d", "d": "d"}
    assert origins([source, digest_of_it, other], copied) == dict.fromkeys(("s", "first", "d", "other"), "first")


def test_a_claim_counts_with_the_works_that_its_sentence_cites() -> None:
    source = Bibliography("s", "Japan’s target", "s.txt")
    cites = (Citation("Japan's Target", at=(40,)), Citation("Survey", "", "2024-05", "https://example.org", (40, 90)))
    digest_of_both = Bibliography("d", "Digest", "d.md", cites=cites)
    first, second, plain = (
        Claim(name, URANIUM, Evidence(article, start, end, "words"), "rule")
        for name, article, start, end in (("1", "d", 10, 40), ("2", "d", 41, 90), ("3", "s", 0, 9))
    )
    articles = {article.id: article for article in (source, digest_of_both)}
    marked = cited_by_marks([first, second, plain], articles)
    assert works(marked, titles(articles.values())) == {
        "1": ("s", "https://example.org"),
        "2": ("https://example.org",),
    }
    assert newest(marked) == {"1": "2024-05", "2": "2024-05"}


# --- the built-in articles --------------------------------------------------------------------------------------------


def test_built_in_articles_are_replaced_by_those_of_another_release(library: Library) -> None:
    assert library.needs_builtin()
    old = [step("An old digest.", URANIUM, builtin=True, of=(1, 2)), step("A digest.", TARGET, builtin=True, of=(2, 2))]
    library.add([ONE])
    library.add_builtin(old)
    assert not library.needs_builtin()
    assert len(library.articles().rows) == 3
    library.add_builtin([step("A digest.", TARGET, builtin=True)])
    assert [row.builtin for row in library.articles().rows].count(True) == 1
    assert len(library.articles().rows) == 2


def test_half_of_the_built_in_articles_are_asked_for_again(library: Library) -> None:
    library.add_builtin([step("A digest.", TARGET, builtin=True, of=(1, 2))])
    assert library.needs_builtin()
    library.add_builtin([Step(1, 1, "a.md", problem=Problem("a.md", "unreadable"))])
    assert library.needs_builtin()
    assert len(library.articles().rows) == 1


def test_the_built_in_articles_make_a_library(library: Library) -> None:
    steps = list(library.read_builtin())
    assert not [walked.problem for walked in steps if walked.problem]
    library.add_builtin(steps)
    assert library.country("KAZ").sections
    assert library.check().sound


def test_both_samples_tell_one_target_and_one_summit(library: Library, shared: Path) -> None:
    library.add(library.read(sorted((shared / "goldset" / "seeds").glob("*.txt"))))
    by_text = {line.text: line for line in library.lines(found.id for found in library.statements())}
    target = next(
        line for text, line in by_text.items() if "US$19 billion" in text and text.startswith("Japan aims at")
    )
    summit = next(line for line in by_text.values() if line.date == "2025-12-20")
    assert (target.standing, target.sources) == (Standing.CORROBORATED, 2)
    assert (summit.standing, summit.sources) == (Standing.CORROBORATED, 2)
    assert library.geopolitics().contested == ()
