"""A dispute is told with what a source says of the reason, and a figure with what must be known with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models import briefs
from models.briefs import Options, Subject
from models.briefs.reasons import in_words
from models.phrases import fill
from models.records import Commitment, Resource, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.briefs import Brief, Entry, Row
    from models.library import Library
    from models.pages.evidence import EvidencePage

DAY = "2026-11-21"
LANGUAGES = pytest.mark.parametrize("language", briefs.languages())


@pytest.fixture(scope="module")
def disputes(held: Library) -> dict[str, EvidencePage]:
    """The disputes of the built-in digests by statement."""
    contested = [told.id for told in held.statements() if told.standing is Standing.CONTESTED]
    return {statement: held.evidence(statement) for statement in contested}


def entries(brief: Brief) -> Iterator[Entry]:
    for chapter in brief.chapters:
        for part in chapter.parts:
            yield from part.entries


def rows(brief: Brief) -> Iterator[Row]:
    for chapter in brief.chapters:
        for part in chapter.parts:
            yield from part.table.rows if part.table else ()


def test_some_disputes_are_explained_and_no_other_statement_is(
    held: Library, disputes: dict[str, EvidencePage]
) -> None:
    assert any(page.why for page in disputes.values())
    assert any(not page.why for page in disputes.values())
    others = (told.id for told in held.statements() if told.id not in disputes)
    assert not any(held.evidence(statement).why for statement in others)


def test_a_reason_stands_in_an_article_that_tells_a_side(held: Library, disputes: dict[str, EvidencePage]) -> None:
    for page in disputes.values():
        sides = {sentence.article for sentence in page.sentences}
        for reason in page.why:
            text = held.reader(reason.article).text
            assert text[reason.start : reason.end] == reason.quote
            assert reason.article in sides
            assert reason.exact


@LANGUAGES
@pytest.mark.parametrize("kind", ["countries", "routes", "commodities"])
def test_every_dispute_of_a_brief_has_its_reason_with_sources(
    held: Library, disputes: dict[str, EvidencePage], kind: str, language: str
) -> None:
    brief = briefs.make(held, Subject(kind), DAY, Options(language=language))
    told = [entry for entry in entries(brief) if entry.statement in disputes]
    assert any(entry.why for entry in told)
    spoken = held.speaking(language, DAY)
    for entry in told:
        assert (entry.why is not None) == bool(disputes[entry.statement].why)
        if entry.why is not None:
            assert entry.why.numbers
            assert set(entry.why.numbers) <= {source.number for source in brief.sources}
            assert entry.why.text.startswith(fill(brief.words["why"], words="").strip())
            if language == "en":
                page = spoken.evidence(entry.statement)
                assert all(sentence.ours for sentence in page.why)
                assert entry.why.text == in_words(page, brief.words, lambda words, ours: words)  # our own: no marks


def test_a_contested_row_has_it_behind_its_label(held: Library) -> None:
    brief = briefs.make(held, Subject("countries"), DAY, Options())
    head = fill(brief.words["why"], words="").strip()
    found = [row for row in rows(brief) if row.why and row.why.text.startswith(head)]
    assert found
    assert {row.label for row in found} == {brief.words["contested"]}


@LANGUAGES
def test_what_must_be_known_with_a_figure_stands_beside_it(held: Library, language: str) -> None:
    noted = {told.id: held.evidence(told.id).noted for told in held.statements() if held.evidence(told.id).noted}
    assert noted
    assert not any(held.evidence(statement).why for statement in noted)
    brief = briefs.make(held, Subject("countries"), DAY, Options(language=language))
    head = fill(brief.words["noted_with"], words="").strip()
    told = [entry for entry in entries(brief) if entry.statement in noted]
    assert told
    for entry in told:
        assert entry.why is not None
        assert entry.why.text.startswith(head)
        assert entry.why.numbers
    beside = [row for row in rows(brief) if row.why and row.why.text.startswith(head)]
    assert beside
    assert all(row.label != brief.words["contested"] for row in beside)


def test_an_earlier_plan_and_what_nobody_confirmed_are_told(held: Library) -> None:
    quotes: dict[str, set[type]] = {}
    for told in held.statements():
        for reason in held.evidence(told.id).noted:
            quotes.setdefault(reason.quote, set()).add(type(told.shown.content))
    assert any("of an earlier plan" in quote and Resource in kinds for quote, kinds in quotes.items())
    assert any("had published" in quote and Commitment in kinds for quote, kinds in quotes.items())
