"""The built-in library: digests in our own words, with their sources."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from models.catalog import RESOURCES, Catalog
from models.formats.draft import Draft
from models.formats.readers import READERS

ARTICLES = sorted((RESOURCES / "articles").glob("*.md"))
COUNTRIES = [path for path in ARTICLES if path.stem.startswith("country-")]
NEWS = [path for path in ARTICLES if path not in COUNTRIES]
WINDOW = 6  # words in a row that no digest may share with an original


def draft(path: Path) -> Draft:
    found = READERS[".md"](path.read_bytes(), path.name)
    assert isinstance(found, Draft)
    return found


def shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[i : i + WINDOW]) for i in range(len(words) - WINDOW + 1)}


def test_there_is_a_profile_of_each_country_and_a_digest_of_each_original(catalog: Catalog) -> None:
    members = {catalog.name(code).casefold() for code in catalog.region.members}
    assert {path.stem.removeprefix("country-") for path in COUNTRIES} == members
    assert len(NEWS) == 2


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_front_matter_cites_its_sources(path: Path) -> None:
    article = draft(path)
    assert article.title
    assert article.language == "en"
    assert article.cites
    assert all(citation.title for citation in article.cites)


def test_the_originals_are_cited_by_their_titles(shared: Path) -> None:
    originals = {path.read_text(encoding="utf-8").split("\n")[0] for path in (shared / "goldset/seeds").glob("*.txt")}
    assert {draft(path).cites[0].title for path in NEWS} == originals


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_no_phrase_of_an_original_is_repeated(path: Path, shared: Path) -> None:
    originals = [text.read_text(encoding="utf-8") for text in (shared / "goldset" / "seeds").glob("*.txt")]
    assert originals
    taken = set.union(*map(shingles, originals)) & shingles(draft(path).text)
    assert taken == set()


@pytest.mark.parametrize(
    "figure", ["$19 billion", "3 trillion yen", "20 December 2025", "Sanae Takaichi", "uranium", "bypasses Russia"]
)
def test_both_digests_carry_what_both_originals_tell(figure: str) -> None:
    assert all(figure in draft(path).text for path in NEWS)
