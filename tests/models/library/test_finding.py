"""Statements, articles and notes found by their words, and names to jump to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from models.library import Library
from models.records import Decision, Quantity, Quote, Resource, Standing
from models.search import SearchIndex
from tests.models.library.test_library import CATALOG, ONE, THREE, TWO, saved, step


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "library", CATALOG)
    yield opened
    opened.close()


def test_words_are_found_in_articles_and_notes_as_they_come_and_go(library: Library) -> None:
    library.add([step("Prices of uranium.")])
    assert [hit.kind for hit in library.search("uranium")] == ["article"]
    note = saved(library.save_note("KAZ", "Ask about uranium prices"))
    assert {hit.kind for hit in library.search("uranium")} == {"article", "note"}
    library.save_note("KAZ", "Ask about gold", note.id)
    assert [hit.id for hit in library.search("gold")] == [note.id]
    assert [hit.kind for hit in library.search("uranium")] == ["article"]
    library.delete_note(note.id)
    assert library.search("gold") == ()


def test_what_is_found_in_an_article_tells_whose_it_is_and_of_when(library: Library) -> None:
    (article,) = (found.article for found in (ONE,) if found.article)
    known = replace(article.bibliography, publisher="The Paper", published="2026-05-11")
    library.add([replace(ONE, article=replace(article, bibliography=known))])
    library.save_note("KAZ", "Ask about uranium")
    whence = {hit.kind: hit.whence for hit in library.search("uranium")}
    assert whence == {"statement": "The Paper, 2026-05-11", "article": "The Paper, 2026-05-11", "note": ""}


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("uraniun", "uranium"),
        ("Kazahstan gold", "Kazakhstan gold"),
        ("prices uraniun", "prices uranium"),
        ("uranium", ""),  # it is there
        ("zzyzx", ""),
        ("zzyzx uraniun", ""),  # nothing would be found either
        ("gol", ""),  # too short to tell
    ],
)
def test_what_is_spelled_wrongly_is_offered_as_names_spell_it(library: Library, words: str, meant: str) -> None:
    library.add([step("Prices of uranium and gold.")])
    library.search("prices")
    assert library.meant(words) == meant


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("3 trillion yen", "commitment"),  # by the article's words
        ("commits ¥3 trillion", "commitment"),  # by ours
        ("japan central asia 2025", "event"),
        ("казахстан уран", "resource"),  # by the names of what it touches
        ("Қазақстан ura", "resource"),
    ],
)
@pytest.mark.parametrize("known", [False, True])
def test_statements_are_found_with_their_standing(library: Library, words: str, kind: str, *, known: bool) -> None:
    library.add([ONE, TWO])
    whole = library.statements() if known else ()
    hits = [hit for hit in library.search(words) if hit.kind == "statement"]
    statement = library.statement(hits[0].id)
    assert (statement.kind, hits[0].standing, hits[0].sources) == (kind, statement.standing, statement.independent)
    assert len({hit.id for hit in hits}) == len(hits)
    assert not known or statement in whole


def test_a_figure_whose_value_is_looked_for_comes_before_a_quote_of_its_sentence(library: Library) -> None:
    text = (
        "Kazakhstan produced 25,800 tonnes of uranium in 2025, the state nuclear company Kazatomprom said on Thursday."
    )
    figure = Resource("KAZ", "uranium", "produces", quantity=Quantity(25_800, "tonne"), year=2025)
    library.add([step(text, Quote("KAZ", None, direct=False, words=text), figure)])

    def kinds(words: str) -> list[str]:
        return [library.statement(hit.id).kind for hit in library.search(words) if hit.claim]

    assert kinds("Kazakhstan produced 25,800") == ["resource", "quote"]
    assert kinds("Kazakhstan produced 2025") == ["quote", "resource"]  # by how well the words fit


def test_where_nothing_holds_all_words_what_holds_most_is_marked(library: Library) -> None:
    library.add([ONE, TWO, step("Prices of uranium in Almaty.")])
    assert not any(hit.partly for hit in library.search("uranium prices"))
    assert {(hit.kind, hit.partly) for hit in library.search("uranium prices zinc")} == {("article", True)}
    assert library.search("zinc") == ()


def test_a_statement_found_is_the_one_that_all_claims_give(library: Library) -> None:
    library.add([ONE, TWO, THREE])
    (hit,) = (hit for hit in library.search("30 trillion") if hit.kind == "statement")
    assert hit.standing is Standing.CONTESTED
    assert "¥3 trillion" in hit.title
    assert "30 trillion" in hit.snippet
    assert library.statement(hit.id) in library.statements()


def test_a_statement_found_leads_to_the_sentence_that_has_the_words(library: Library) -> None:
    library.add([ONE, TWO])
    for words, quoted in (("tokyo sets", TWO), ("japan wants", ONE)):
        assert quoted.article is not None
        (hit,) = (hit for hit in library.search(words) if hit.kind == "statement" and "¥3 trillion" in hit.title)
        (sentence,) = (found for found in library.evidence(hit.id).sentences if found.claim == hit.claim)
        assert sentence.article == quoted.article.id
        assert hit.snippet == sentence.quote


def test_what_was_rejected_or_removed_is_not_found(library: Library) -> None:
    library.add([ONE, TWO])
    (statement,) = (found for found in library.statements() if found.kind == "event")
    assert statement.id in {hit.id for hit in library.search("japan tokyo")}
    library.decide(statement.claims[0].id, Decision.REJECTED)
    assert statement.id not in {hit.id for hit in library.search("japan tokyo")}
    library.remove_article(ONE.article.id if ONE.article else "")
    assert {hit.sources for hit in library.search("trillion") if hit.kind == "statement"} == {1}


def test_who_wants_an_answer_at_once_waits_for_no_index(library: Library) -> None:
    library.add([step(f"Prices of uranium {number}.") for number in range(30)])
    assert library.search("uranium", quickly=True) == ()
    assert not library.index(quickly=True)
    assert library.index()
    assert len(library.search("uranium", quickly=True)) == 30
    library.save_note("KAZ", "Ask about gold")
    assert library.search("gold", quickly=True)


def test_the_index_is_brought_up_to_date_when_the_library_is_opened_again(tmp_path: Path) -> None:
    first = Library.open(tmp_path, CATALOG)
    first.add([ONE])
    assert first.search("uranium")
    first.save_note("KAZ", "Ask about zinc")
    first.close()
    (tmp_path / "search.sqlite").write_bytes(b"not an index")
    again = Library.open(tmp_path, CATALOG)
    assert again.search("zinc")
    again.close()


def test_a_changed_library_is_closed_with_its_index_up_to_date(tmp_path: Path) -> None:
    library = Library.open(tmp_path, CATALOG)
    library.add([ONE])
    library.close()
    before = (tmp_path / "search.sqlite").read_bytes()
    reading = Library.open(tmp_path, CATALOG, to_write=False)
    assert SearchIndex(tmp_path / "search.sqlite").stamp == reading._store.stamp
    assert reading.search("uranium")
    reading.close()
    assert (tmp_path / "search.sqlite").read_bytes() == before


def test_a_note_is_found_by_its_own_title_and_without_marks(library: Library) -> None:
    library.save_note("KAZ", "# Before the trip\n\nAsk about **uranium** prices.")
    (hit,) = library.search("uranium")
    assert hit.title == "Before the trip · Kazakhstan"
    assert "Ask about uranium prices." in hit.snippet
    assert [hit.title for hit in library.jump("before the")] == ["Before the trip"]
    assert [found.kind for found in library.search("kazakhstan trip")] == ["note"]


def test_jumping_prefers_names_that_begin_so(library: Library) -> None:
    library.add([ONE])
    saved(library.save_note("UZB", "# Kazan conference\nnext year"))
    hits = library.jump("kaz")
    assert (hits[0].kind, hits[0].id) == ("country", "KAZ")
    assert "note" in {hit.kind for hit in hits}
    assert library.jump("Қазақстан")[0].id == "KAZ"
    assert library.jump("алтын")[0].id == "gold"
    assert library.jump("uranum")[0].id == "uranium"
    assert library.jump("japan wants")[0].kind == "article"
    assert library.jump("  ") == ()


def test_jumping_finds_the_actors_on_whom_something_is_told(library: Library) -> None:
    library.index()
    assert library.jump("kazatomprom") == ()
    library.add([step("The state company Kazatomprom opened a mine. Kassym-Jomart Tokayev was there.")])
    for words, name in (
        ("kazatom", "Kazatomprom"),
        ("Казатомпром", "Kazatomprom"),
        ("tokaev", "Kassym-Jomart Tokayev"),
    ):
        (hit,) = (hit for hit in library.jump(words) if hit.kind == "actor")
        assert hit.title == name
        assert library.search(hit.title)
    assert library.index()
    assert not any(hit.kind == "actor" for hit in library.jump("KazMunayGas"))
