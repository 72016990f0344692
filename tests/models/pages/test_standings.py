"""Every word for a standing is explained."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

from models.catalog import RESOURCES, Catalog
from models.library import Library
from models.pages.evidence import evidence_page
from models.pages.geopolitics import each_dispute_once
from models.pages.hits import statement_hits
from models.pages.lines import line, support_in_words
from models.pages.matching import in_words, matches, names_of, tags
from models.pages.standings import MEANINGS, explained, meaning
from models.phrases import Phrases
from models.records import (
    Commitment,
    Content,
    Event,
    Kind,
    Money,
    Profile,
    Quantity,
    Quote,
    Relation,
    Resource,
    RouteFact,
    Standing,
)
from models.search import Match
from models.statements import group
from tests.models.making import claim

DOLLARS = Money(1e9, "USD")


@pytest.mark.parametrize("standing", Standing)
def test_every_standing_is_explained(standing: Standing) -> None:
    assert meaning(standing.value) == f"{standing.value.capitalize()}: {MEANINGS[standing]}"


def test_other_words_stay_as_they_are() -> None:
    assert meaning("Copper") == "Copper"


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (
            Event("CONSULT", ("KAZ",), ("KGZ",), place="Osh", summary="met at Konchoch"),
            ["Osh – Ош", "Konchoch – Кончоч"],
        ),
        (
            Commitment(("CHN",), ("KAZ",), DOLLARS, purpose="a mill at North Katpar"),
            ["North Katpar – Солтүстік Қатпар"],
        ),
        (
            Resource("KAZ", "uranium", "reserves", None, Quantity(9e3, "tonne"), site="Inkai (third block)"),
            ["Inkai – Инкай"],
        ),
        (Profile("UZB", "capital", "Tashkent"), ["Tashkent – Toshkent"]),
        (RouteFact("middle-corridor", "connects", ("Aktau", "Baku")), ["Aktau – Ақтау", "Baku – Bakı"]),
        (RouteFact("middle-corridor", "length", Quantity(9e3, "km")), []),
        (Event("CONSULT", ("KAZ",), ("KGZ",), place="Berlin", summary="met in Nowhere Hill"), []),
        (Relation("KAZ", "KGZ", "partners"), []),
    ],
)
def test_places_are_told_by_the_names_of_their_own_people(catalog: Catalog, content: Content, names: list[str]) -> None:
    (statement,) = group([claim(content, "a")], catalog)
    told = line(statement, Phrases(catalog))
    assert list(told.local) == names
    assert all(name in explained(told) for name in names)
    assert ("language" in explained(told)) is bool(names)


def test_quotes_are_contested_where_an_article_sets_their_speakers_against_each_other(held: Library) -> None:
    """In the list, its words, its explanation and among all that is contested; their sources are counted as before."""
    phrases = Phrases(held.catalog)
    apart = {article.id for article in held.bibliographies() if article.apart}
    assert apart
    told = [found for found in held.statements() if any(claim.evidence.article in apart for claim in found.claims)]
    quotes = [found for found in told if isinstance(found.shown.content, Quote)]
    assert len({found.shown.content.speaker for found in quotes if isinstance(found.shown.content, Quote)}) > 1
    shown = {found.statement for found in held.geopolitics().contested}
    for found in quotes:
        row = line(found, phrases)
        assert found.standing is (Standing.SINGLE if found.independent == 1 else Standing.CORROBORATED)
        assert row.contested
        assert "contested" in tags(row)
        assert matches(row, ["contested"])
        assert found.id in shown
        assert explained(row).startswith("Contested: an article says that those whom it quotes do not agree; ")
        assert all(who in explained(row) for who in row.against)
    others = [found for found in held.statements() if found.kind is Kind.QUOTE and found not in quotes]
    assert others
    assert [found.id for found in others if found.against] == []


def test_what_speaks_against_them_stands_in_their_row(held: Library) -> None:
    shown = {row.statement: row for row in held.geopolitics().contested if row.against}
    assert shown
    for row in shown.values():
        against = [other for other in shown.values() if other.variants[0] in row.opposed]
        assert len(against) == len(row.opposed) > 0
        assert all(row.variants[0] in other.opposed for other in against)
        assert row.others == row.opposed
        assert all(f"or: {other.text} (" in in_words(row) for other in against)
    others = [row for row in held.geopolitics().contested if not row.against]
    assert others
    assert not any(row.opposed for row in others)


def test_a_dispute_of_several_speakers_is_listed_once(held: Library) -> None:
    every = held.geopolitics().contested
    spoken = [row for row in every if row.against]
    (once,) = (row for row in each_dispute_once(every) if row.against)
    assert len(spoken) > 2
    assert {row.variants[0].text for row in spoken} == {once.variants[0].text, *(other.text for other in once.opposed)}
    assert [row for row in each_dispute_once(every) if not row.against] == [row for row in every if not row.against]


def test_the_value_that_leads_is_counted_among_all_of_them(catalog: Catalog) -> None:
    contents = [Resource("KAZ", "uranium", "reserves", None, Quantity(tonnes, "tonne"), 2024) for tonnes in (3e3, 7e3)]
    (told,) = group([claim(contents[0], "a"), claim(contents[0], "b"), claim(contents[1], "c")], catalog)
    row = line(told, Phrases(catalog))
    assert support_in_words(row) == "2 of 3 sources"
    assert "; 2 of 3 sources; " in in_words(row)
    found = Match("statement", told.claims[0].id, row.text, "")
    (hit,) = statement_hits([found], {found.id: told}, Phrases(catalog), {})
    assert support_in_words(hit) == "2 of 3 sources"
    (alone,) = group([claim(contents[0], "a"), claim(contents[0], "b")], catalog)
    assert support_in_words(line(alone, Phrases(catalog))) == "2 sources"


def test_they_are_so_on_a_page_that_is_made_of_what_touches_its_subject_alone(
    held: Library, builtin_library: Path, catalog: Catalog
) -> None:
    whole = {found.id: found for found in held.statements() if found.against}
    lands = {topic for found in whole.values() for topic in found.topics} & set(catalog.countries)
    assert lands
    opened = Library.open(builtin_library, catalog, to_write=False)
    for land in sorted(lands):
        told = {row.statement for part in opened.country(land).sections for row in part.lines if row.against}
        assert told == {found.id for found in whole.values() if land in found.topics}
    opened.close()


@pytest.mark.parametrize(("words", "found"), [("ebrd", True), ("european bank", True), ("ebr", False), ("aiib", False)])
def test_a_body_is_found_by_its_short_name_too(catalog: Catalog, words: str, *, found: bool) -> None:
    bank = Commitment(("ebrd",), ("UZB",), Money(2.4e8, "USD"))
    (statement,) = group([claim(bank, "a")], catalog)
    row = line(statement, Phrases(catalog))
    assert "ebrd" not in row.text.casefold()
    wanted = words.split()
    assert matches(row, wanted, names_of(wanted, catalog)) is found


def test_a_sentence_of_a_digest_stands_without_quotation_marks_and_one_of_a_source_within_them(held: Library) -> None:
    (ours,) = (found for found in held.bibliographies() if found.builtin and found.title == "Kazatomprom")
    told = next(found for found in held.statements() if found.claims[0].evidence.article == ours.id)
    sentence = held.evidence(told.id).sentences[0]
    assert (sentence.ours, sentence.told) == (True, sentence.quote)
    theirs = {known.id: structs.replace(known, builtin=False) for known in held.bibliographies()}
    own = evidence_page(told, Phrases(held.catalog), theirs, {}).sentences[0]
    assert (own.ours, own.told[0], own.told[-1]) == (False, "“", "”")
    phrases = Phrases(held.catalog)
    assert phrases.in_marks("It flows.", ours=True) == "It flows."
    assert phrases.in_marks("It flows.") == "“It flows.”"
    assert phrases.in_marks("Течёт.", ours=True) == "Течёт."
    japanese = Phrases(held.catalog, "ja", RESOURCES / "phrases")
    assert japanese.in_marks("It flows.", ours=True) == japanese.in_marks("It flows.")  # as its source has it
