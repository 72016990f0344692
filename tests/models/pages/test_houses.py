"""A source without publisher is named by its host, or by its title alone, and one without date told to be undated in
every list alike, and in every citation as CSL has it. The name of a file is nobody who publishes."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.briefs.sources import NO_DATE, Sources
from models.catalog import load
from models.exchange.citations import bibtex, csl_json, ris
from models.exchange.references import references
from models.intake.files import read_file
from models.pages.articles import articles_page
from models.pages.evidence import cited, evidence_page
from models.pages.houses import house, when
from models.phrases import Phrases
from models.publishing.citing import cite_article
from models.records import Article, Bibliography, Citation
from models.statements import group
from tests.models.making import uranium

BARE = Bibliography("a", "On uranium", "uranium.txt")
HOSTED = Bibliography("a", "On uranium", "uranium.txt", url="https://www.example.org/a?b=c")
DELIVERED = Bibliography("a", "On uranium", "u.html", publisher="d1.cloudfront.net", url="https://d1.cloudfront.net/u")
WHOLE = Bibliography("a", "On uranium", "uranium.txt", "The Paper", "2025-03-02")
CASES = [
    (BARE, "", "undated"),
    (HOSTED, "example.org", "undated"),
    (DELIVERED, "", "undated"),
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
    behind = f"{named}, " if named else ""
    assert printed.startswith(f"On uranium, {behind}{told}")
    text = cite_article(article).text
    assert text.startswith(f"On uranium, {behind}")
    assert article.origin not in printed + text
    assert (NO_DATE in text) is (dated == "undated")


def test_a_work_that_is_cited_is_named_so_too() -> None:
    assert cited(Citation("Yearbook")) == "Yearbook, undated"
    assert cited(Citation("Yearbook", url="https://stat.example.org/y")) == "Yearbook, stat.example.org, undated"
    assert cited(Citation("Yearbook", "The Office", "2024")) == "Yearbook, The Office, 2024"


def test_no_address_is_no_host() -> None:
    assert (house("", "no address"), house("", "http://[")) == ("", "")


@pytest.mark.parametrize("name", ["notes.txt", "notes.md", "notes.html"])
def test_a_file_that_names_no_publisher_is_cited_by_its_title_alone(name: str, tmp_path: Path) -> None:
    said = "Kazakhstan exported 21,000 tonnes of uranium in 2024, and most of it went by rail to the sea."
    text = {
        ".html": f"<html><head><title>Ore by rail</title></head><body><h1>Ore by rail</h1><p>{said}</p></body></html>",
        ".md": f"# Ore by rail\n\n{said}\n",
        ".txt": f"Ore by rail\n\n{said}\n",
    }[Path(name).suffix]
    (tmp_path / name).write_text(text, "utf-8")
    found = read_file(tmp_path / name)
    assert isinstance(found, Article)
    known = found.bibliography
    (row,) = articles_page([known], {}).rows
    assert (row.title, row.publisher, row.house) == ("Ore by rail", None, "")
    works = references([known])
    exported = [written(works) for written in (csl_json, bibtex, ris)]
    assert all(b"Ore by rail" in each and name.encode() not in each for each in exported)
    assert name not in cite_article(known).text
