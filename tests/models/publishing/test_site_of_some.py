"""A site of one subject or a few: its front, what it is called, and how its sources are numbered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from models.briefs import Options, Subject, make
from models.publishing.site import Scope, scope
from models.publishing.site.scope import EVERYTHING
from tests.models.publishing.test_site import DAY, lead_somewhere, made, parsed, words

if TYPE_CHECKING:
    from models.library import Library


@pytest.mark.parametrize("short", [False, True])
def test_the_sources_of_one_subject_have_the_numbers_that_they_have_in_its_brief(told: Library, short: bool) -> None:
    subject = Subject("countries", ("KAZ",))
    brief = make(told, subject, DAY, Options(short=short))
    page = parsed(made(told, scope(subject, short=short))["sources.html"])
    listed = [words(item) for item in page.findall(".//ol/li")]
    assert len(listed) >= len(brief.sources) > 10
    for source in brief.sources:
        assert source.title.strip("[]") in listed[source.number - 1]


def test_a_site_of_all_numbers_the_sources_by_itself() -> None:
    assert scope(Subject("routes", ("middle-corridor",))).single
    assert not any(each.single for each in (EVERYTHING, scope(Subject("countries", ("KAZ", "KGZ")))))


def test_only_statements_with_the_words_asked_for_are_there(told: Library) -> None:
    files = made(told, scope(Subject("countries", (), words="uranium")))
    assert "countries/kazakhstan.html" in files
    assert 0 < sum(path.startswith("articles/") for path in files) < len(told.bibliographies()) / 2
    for path, data in files.items():
        if path.startswith("countries/"):
            statements = parsed(data).findall(".//li[@id]")
            assert all("uranium" in words(item).lower() for item in statements), path


def test_a_site_of_one_subject_opens_with_what_is_told_of_it(told: Library) -> None:
    files = made(told, Scope((), ("uranium",), (), dealings=False))
    pages = {path: parsed(data) for path, data in files.items() if path.endswith(".html")}
    front = pages["index.html"]
    assert lead_somewhere(pages)
    assert [words(found) for found in front.iter("h1")] == ["Uranium"]
    statements, articles = front.get_element_by_id("statements"), front.get_element_by_id("articles")
    assert statements.sourceline < articles.sourceline
    (folded,) = articles.getparent().iter("details")
    assert re.fullmatch(r"\d+ articles?", words(folded.find("summary")))


def test_a_site_of_a_few_is_called_by_their_names(told: Library) -> None:
    front = parsed(made(told, Scope(("KAZ", "UZB"), (), (), dealings=False))["index.html"])
    assert words(next(front.iter("h1"))) == "Kazakhstan and Uzbekistan"
