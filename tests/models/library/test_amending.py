"""Claims that the user corrected: all that rests on them follows, what was read stays, and nothing of it is lost."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from msgspec import structs

from models.briefs import Options, Subject, make
from models.exchange import export
from models.library import Library, contents
from models.library.contents import Contents
from models.records import (
    Change,
    Decision,
    Kind,
    Modality,
    Problem,
    Quantity,
    Reading,
    Resource,
    Standing,
)
from models.statements import topics
from models.store import StorageError
from tests.models.library.conftest import Made
from tests.models.library.test_library import CATALOG, ONE, step

READ = Resource("KAZ", "uranium", "produces", None, Quantity(2_100.0, "tonne"), 2024)
RIGHT = Reading(structs.replace(READ, country="UZB", resource="gold", quantity=Quantity(21_000.0, "tonne")))
NEWS = step("Output rose to 21,000 tonnes in 2024.", READ)
AGAIN = step("Another article tells of 2,100 tonnes in 2024.", READ)
CLAIM = f"{NEWS.article.id if NEWS.article else ''}-0"
BY_HAND = "corrected by hand"
DAY = "2026-03-01"


@pytest.fixture
def library(made: Made) -> Library:
    opened = made("one")
    opened.add([NEWS, ONE])
    return opened


def correct(library: Library, reading: Reading | None = RIGHT) -> None:
    assert isinstance(library.correct_claim(CLAIM, reading), Change)


def told(library: Library, code: str) -> str:
    """All that the page of a country tells."""
    return " ".join(line.text for section in library.country(code).sections for line in section.lines)


def whole(library: Library) -> Contents:
    found = contents.of_store(library._store, library.folder, with_notes=True)
    assert isinstance(found, Contents)
    return found


# --- laid over --------------------------------------------------------------------------------------------------------


def test_statements_pages_and_search_follow(library: Library) -> None:
    assert "2,100 tonnes" in told(library, "KAZ")
    correct(library)
    assert f"21,000 tonnes of gold in 2024 ({BY_HAND})" in told(library, "UZB")
    assert "2,100" not in told(library, "KAZ")
    assert BY_HAND in str(library.commodity("gold"))
    (hit,) = (hit for hit in library.search("Uzbekistan gold") if hit.kind == "statement")
    assert hit.id == library.statement_of(library.claim(CLAIM))
    assert not [hit for hit in library.search("Kazakhstan 2,100") if hit.claim == CLAIM and not hit.partly]
    assert library.check().sound


def test_a_page_asked_for_alone_is_the_same_as_among_all(library: Library, made: Made) -> None:
    correct(library)
    library.close()
    alone = made("one")
    first = [alone.country(code) for code in ("KAZ", "UZB")]
    alone.statements()
    alone._view.forget(Change(statements=True))
    alone.statements()
    among = [alone.country(code) for code in ("KAZ", "UZB")]
    assert first == among


def test_what_was_read_is_kept_and_told_beside(library: Library) -> None:
    (before,) = whole(library).articles[0].claims
    correct(library)
    assert whole(library).articles[0].claims == (before,)
    (sentence,) = library.evidence(library.statement_of(library.claim(CLAIM))).sentences
    assert sentence.read == "Kazakhstan produces 2,100 tonnes of uranium in 2024"
    assert (len(sentence.amended), sentence.amended[:2]) == (10, "20")
    assert library.claim(CLAIM).as_read == before
    (row,) = library.decisions().rows
    assert (row.says, row.amended) == (sentence.read, library.in_words(library.claim(CLAIM)))
    assert library.in_words(structs.replace(before, attribution="experts")).endswith("according to experts")


def test_a_correction_can_be_corrected_and_taken_back(library: Library) -> None:
    before = library.statements()
    correct(library)
    correct(library, Reading(structs.replace(READ, year=2023), Modality.PLANNED))
    claim = library.claim(CLAIM)
    assert (claim.content, claim.modality, claim.read) == (
        structs.replace(READ, year=2023),
        Modality.PLANNED,
        Reading(READ),
    )
    correct(library, None)
    assert library.statements() == before
    assert (library.decisions().rows, whole(library).verdicts) == ((), ())


def test_saying_just_what_was_read_is_no_correction(library: Library) -> None:
    correct(library, Reading(READ))
    assert whole(library).verdicts == ()


def test_one_that_says_what_another_article_says_joins_it(library: Library) -> None:
    library.add([AGAIN])
    (statement,) = (found for found in library.statements() if READ in [variant.content for variant in found.variants])
    assert statement.standing is Standing.CORROBORATED
    correct(library, Reading(structs.replace(READ, quantity=Quantity(21_000.0, "tonne"))))
    line = library.lines([library.statement_of(library.claim(CLAIM))])[0]
    assert line.standing is Standing.CONTESTED
    assert [(BY_HAND in variant.text) for variant in line.variants if "21,000" in variant.text] == [True]
    assert [(BY_HAND in variant.text) for variant in line.variants if "2,100" in variant.text] == [False]
    correct(library, Reading(READ, attribution="experts"))
    assert f"partly {BY_HAND}" in library.lines([library.statement_of(library.claim(CLAIM))])[0].text


def test_accepting_and_rejecting_still_hold(library: Library) -> None:
    correct(library)
    library.decide(CLAIM, Decision.REJECTED)
    assert "gold" not in told(library, "UZB")
    assert library.statement_of(library.claim(CLAIM)) == ""
    library.decide(CLAIM, None)
    assert "gold" in told(library, "UZB")
    assert len(library.decisions().rows) == 1


def test_an_unknown_claim_is_none(library: Library) -> None:
    with pytest.raises(KeyError):
        library.correct_claim("nothing", RIGHT)


# --- never lost -------------------------------------------------------------------------------------------------------


def test_it_outlives_the_article_and_its_reading_anew(library: Library) -> None:
    correct(library)
    after = library.statements()
    library.add([NEWS])
    assert library.statements() == after
    key = NEWS.article.id if NEWS.article else ""
    library.remove_article(key)
    assert (library.decisions().idle, "gold" in told(library, "UZB")) == (1, False)
    library.add([NEWS])
    assert library.statements() == after


def test_it_is_there_when_the_library_is_opened_again(library: Library, made: Made) -> None:
    correct(library)
    after = library.statements()
    library.close()
    assert made("one").statements() == after


def test_it_is_handed_over_and_merged_but_never_over_ours(library: Library, made: Made, tmp_path: Path) -> None:
    correct(library)
    library.pack(tmp_path / "one.oxus", with_notes=True)
    other = made("two")
    assert not isinstance(other.merge(tmp_path / "one.oxus"), Problem)
    assert other.statements() == library.statements()
    assert "gold" in told(other, "UZB")
    assert [hit.kind for hit in other.search("corrected hand gold")][:1] == ["statement"]
    other.correct_claim(CLAIM, Reading(structs.replace(READ, country="TJK")))
    library.merge(other.folder)
    assert library.claim(CLAIM).content == RIGHT.content


def test_a_decision_and_a_correction_of_one_claim_are_both_merged(library: Library, made: Made) -> None:
    other = made("two")
    other.add([NEWS])
    other.decide(CLAIM, Decision.ACCEPTED)
    correct(library)
    other.merge(library.folder)
    assert {row.decision for row in other.decisions().rows} == {Decision.ACCEPTED, None}
    assert other.claim(CLAIM).content == RIGHT.content


def test_the_disk_refuses_and_nothing_is_changed(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    before = library.statements()

    def full(*_: object) -> None:
        raise StorageError(Problem("user.json", "The disk is full."))

    monkeypatch.setattr(library._store, "save_verdict", full)
    assert library.correct_claim(CLAIM, RIGHT) == Problem("user.json", "The disk is full.")
    assert library.statements() == before


# --- out of the library -----------------------------------------------------------------------------------------------


def test_exports_tell_that_it_is_the_users_word(library: Library, tmp_path: Path) -> None:
    correct(library)
    for name in ("statements-csv", "claims-csv", "statements-jsonl", "claims-jsonl", "annotations"):
        assert not isinstance(export(library, name, tmp_path / name), Problem)
    read = {name: (tmp_path / name).read_text("utf-8-sig") for name in ("statements-csv", "claims-csv")}
    statements, claims = (list(csv.DictReader(io.StringIO(text, newline=""))) for text in read.values())
    (row,) = (row for row in statements if row["commodity"] == "gold")
    assert (row["amended"], row["country"], row["amount"]) == ("yes", "UZB", "21000")
    assert {row["amended"] for row in statements if row["commodity"] != "gold"} == {"no"}
    (row,) = (row for row in claims if row["claim"] == CLAIM)
    assert (row["read_as"], row["amount"]) == ("Kazakhstan produces 2,100 tonnes of uranium in 2024", "21000")
    assert row["amended"] == library.claim(CLAIM).amended != ""
    lines = [json.loads(line) for line in (tmp_path / "claims-jsonl").read_text("utf-8").splitlines()]
    (line,) = (line for line in lines if line["id"] == CLAIM)
    assert (line["content"]["country"], line["read"]["content"]["country"]) == ("UZB", "KAZ")
    assert line["references"][0]["amended"] == line["amended"]
    (item,) = (
        item
        for item in json.loads((tmp_path / "annotations").read_text("utf-8"))["items"]
        if item["id"].endswith(CLAIM)
    )
    assert BY_HAND in item["body"]["value"]
    assert item["body"]["modified"] == line["amended"]


@pytest.mark.parametrize(("language", "words"), [("en", BY_HAND), ("ja", "手作業で訂正"), ("ru", "исправлено вручную")])
def test_a_brief_marks_it(library: Library, language: str, words: str) -> None:
    correct(library)
    brief = make(library, Subject("countries", ("UZB",)), DAY, Options(language=language))
    assert words in str(brief)
    correct(library, None)
    assert words not in str(make(library, Subject("countries", ("UZB",)), DAY, Options(language=language)))


def test_a_brief_gathers_what_was_corrected_with_nothing_else(library: Library) -> None:
    exports = [Resource("UZB", "gold", "exports", partner=(code,)) for code in ("CHE", "TUR", "CHN")]
    library.add([step(f"Exports of gold to {found.partner[0]}.", found) for found in exports])
    claim = next(claim for found in library.statements() for claim in found.claims if claim.content == exports[1])
    library.correct_claim(claim.id, Reading(structs.replace(exports[1], partner=("ARE",))))
    brief = make(library, Subject("countries", ("UZB",)), DAY)
    told = {row.cells for chapter in brief.chapters for part in chapter.parts if part.table for row in part.table.rows}
    gold = [cells[1] for cells in told if cells[0] == "Gold"]
    (marked,) = (text for text in gold if BY_HAND in text)
    (plain,) = (text for text in gold if BY_HAND not in text)
    assert "United Arab Emirates" in marked
    assert "China" in plain
    assert "United Arab Emirates" not in plain


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_that_is_built_in_can_be_corrected(library: Library, held: Library, kind: Kind) -> None:
    claim = next(claim for found in held.statements() if found.kind is kind for claim in found.claims)
    after = structs.replace(claim.reading, attribution="somebody else")
    told = claim.corrected(after, "2026-01-01T00:00:00+00:00")
    assert (told.as_read, told.reading) == (claim, after)
    assert BY_HAND in held.in_words(told)
    assert topics(told, CATALOG) == topics(claim, CATALOG)
