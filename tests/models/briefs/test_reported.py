"""What is only reported stands without quotation marks, in every language; a speaker's own words between them."""

from __future__ import annotations

import pytest

from models import briefs
from models.briefs import Options, Subject
from models.catalog import Catalog
from models.library import Library
from models.phrases import Phrases
from models.records import Quote

DAY = "2026-11-23"
MARKS = {"en": "“”", "ja": "「」", "ru": "«»"}
OWN = {
    "en": "The ministry said that trains would run.",
    "ja": "同省は、列車が走ると述べた。",
    "ru": "Министерство сообщило, что поезда пойдут.",
}


@pytest.mark.parametrize("language", MARKS)
def test_reported_speech_in_the_language_of_the_brief_has_no_marks(catalog: Catalog, language: str) -> None:
    phrases = Phrases(catalog, language)
    told = phrases.content(Quote("Somebody else", words=OWN[language]))
    assert told.endswith(OWN[language])
    assert phrases.sentences(OWN[language]) == OWN[language]


@pytest.mark.parametrize("language", MARKS)
def test_a_speakers_own_words_stand_between_marks(catalog: Catalog, language: str) -> None:
    first, last = MARKS[language][0], MARKS[language][1]
    phrases = Phrases(catalog, language)
    for told in (
        phrases.content(Quote("Somebody", words=OWN[language], direct=True)),
        phrases.sentences(OWN[language], direct=True),
    ):
        assert told.endswith(f"{first}{OWN[language]}{last}")


@pytest.mark.parametrize(("language", "title"), [("en", "What was said"), ("ja", "発言"), ("ru", "Высказывания")])
def test_sentences_of_the_built_in_digests_are_nobodys_own_words(held: Library, language: str, title: str) -> None:
    told = []
    for code in held.catalog.region.members:
        (chapter,) = briefs.make(held, Subject("countries", (code,)), DAY, Options(language=language)).chapters
        told += [entry.text for part in chapter.parts if part.title == title for entry in part.entries]
    first, last = MARKS[language][0], MARKS[language][1]
    assert len(told) > 5
    assert not [text for text in told if text.startswith(first) and text.endswith(last)]


@pytest.mark.parametrize("language", MARKS)
def test_only_a_sentence_that_is_given_as_it_stands_is_marked(held: Library, language: str) -> None:
    phrases = Phrases(held.catalog, language)
    known = next(
        claim.evidence.quote
        for statement in held.statements()
        for claim in statement.claims
        if phrases.retold(claim.evidence.quote) != claim.evidence.quote or language == "en"
    )
    first, last = MARKS[language][0], MARKS[language][1]
    assert (phrases.in_marks(known)[0] == first) == (language == "en")
    assert phrases.in_marks("Nobody has said this yet.") == f"{first}Nobody has said this yet.{last}"
