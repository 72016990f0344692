"""A source without publisher or date is named by its host or file and told to be undated in every list alike, and in
every citation as CSL has it."""

from __future__ import annotations

import pytest

from models.briefs.sources import NO_DATE, Sources
from models.catalog import load
from models.pages.articles import articles_page
from models.pages.evidence import cited, evidence_page
from models.pages.houses import house, when
from models.phrases import Phrases
from models.publishing.citing import cite_article
from models.records import Bibliography, Citation
from models.statements import group
from tests.models.making import uranium

BARE = Bibliography("a", "On uranium", "uranium.txt")
HOSTED = Bibliography("a", "On uranium", "uranium.txt", url="https://www.example.org/a?b=c")
DELIVERED = Bibliography("a", "On uranium", "u.html", publisher="d1.cloudfront.net", url="https://d1.cloudfront.net/u")
WHOLE = Bibliography("a", "On uranium", "uranium.txt", "The Paper", "2025-03-02")
CASES = [
    (BARE, "uranium.txt", "undated"),
    (HOSTED, "example.org", "undated"),
    (DELIVERED, "u.html", "undated"),
    (WHOLE, "The Paper", "2025-03-02"),
]


@pytest.mark.parametrize(("article", "named", "dated"), CASES)
def test_lists_and_citations_name_it_alike(article: Bibliography, named: str, dated: str) -> None:
    catalog = load()
    (statement,) = group([uranium("a", rank=1)], catalog)
    (sentence,) = evidence_page(statement, Phrases(catalog), {"a": article}, {}).sentences
    (row,) = articles_page([article], {}).rows
    assert (sentence.house, when(sentence.published)) == (row.house, when(row.published)) == (named, dated)
    sources = Sources([article], lambda day: day)
    sources.numbers([sentence])
    printed = "".join(run.text for run in sources.all()[0].runs)
    told = NO_DATE if dated == "undated" else f"{dated}."
    assert printed.startswith(f"On uranium, {named}, {told}")
    text = cite_article(article).text
    assert text.startswith(f"On uranium, {named}, ")
    assert (NO_DATE in text) is (dated == "undated")


def test_a_work_that_is_cited_is_named_so_too() -> None:
    assert cited(Citation("Yearbook")) == "Yearbook, undated"
    assert cited(Citation("Yearbook", url="https://stat.example.org/y")) == "Yearbook, stat.example.org, undated"
    assert cited(Citation("Yearbook", "The Office", "2024")) == "Yearbook, The Office, 2024"


def test_what_comes_with_the_program_needs_no_file_name_and_no_address_is_no_host() -> None:
    (row,) = articles_page([Bibliography("a", "Basics", "basics.md", builtin=True)], {}).rows
    assert (row.house, house("", "no address", "a.txt"), house("", "http://[", "a.txt")) == ("", "a.txt", "a.txt")
