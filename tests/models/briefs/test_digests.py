"""In another language briefs quote the built-in digests in that language, and no other article."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import pytest

from models import briefs
from models.briefs import Options, Subject
from models.catalog import RESOURCES
from models.phrases.trimming import unmarked
from models.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.briefs import Brief
    from models.library import Library

DAY = "2026-11-21"
QUOTED = re.compile("「([^」]*)」|『([^』]*)』|«([^»]*)»|“([^”]*)”")
ENGLISH = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")
LANGUAGES = pytest.mark.parametrize("language", ["ja", "ru"])


def listed(language: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = tomllib.loads((RESOURCES / "phrases" / f"{language}.toml").read_text("utf-8"))[
        "digests"
    ]
    return found


def quoted(brief: Brief) -> Iterator[str]:
    for chapter in brief.chapters:
        for part in chapter.parts:
            told = [text for entry in part.entries for text in (entry.text, entry.detail, entry.topic)]
            told += [value.text for entry in part.entries for value in entry.values]
            told += [entry.why.text for entry in part.entries if entry.why]
            told += [row.why.text for row in (part.table.rows if part.table else ()) if row.why]
            told += [cell for row in (part.table.rows if part.table else ()) for cell in row.cells]
            for text in told:
                yield from (next(filter(None, words), "") for words in QUOTED.findall(text))


@LANGUAGES
@pytest.mark.parametrize("kind", ["countries", "commodities", "routes", "resources", "geopolitics"])
def test_no_quote_of_a_digest_stays_in_english(held: Library, language: str, kind: str) -> None:
    made = briefs.make(held, Subject(kind), DAY, Options(language=language))
    words = list(quoted(made))
    assert words or kind in ("geopolitics", "resources")  # which tell no words of others
    assert [text for text in words if ENGLISH.search(text)] == []


@LANGUAGES
def test_no_quote_of_a_digest_on_a_partner_stays_in_english(held: Library, language: str) -> None:
    partners = tuple(row.code for row in held.countries().rows if not row.in_region)
    words = list(quoted(briefs.make(held, Subject("countries", partners), DAY, Options(language=language))))
    assert words
    assert [text for text in words if ENGLISH.search(text)] == []


@LANGUAGES
def test_every_sentence_that_may_be_quoted_is_listed(held: Library, language: str) -> None:
    said = [statement for statement in held.statements() if statement.kind is Kind.QUOTE]
    words = {unmarked(held.evidence(statement.id).sentences[0].quote) for statement in said}
    assert words
    assert words - listed(language)["sentences"].keys() == set()


@LANGUAGES
def test_every_sentence_that_explains_a_dispute_is_listed(held: Library, language: str) -> None:
    pages = [held.evidence(statement.id) for statement in held.statements()]
    words = {reason.quote for page in pages for reason in (*page.why, *page.noted)}
    assert words
    assert words - listed(language)["sentences"].keys() == set()


@LANGUAGES
def test_what_is_listed_stands_in_a_digest(language: str) -> None:
    digests = "\n".join(path.read_text("utf-8") for path in sorted((RESOURCES / "articles").glob("*.md")))
    plain = " ".join(re.sub(r"\[\^[^\]]*\]", "", digests).split())
    assert [sentence for sentence in listed(language)["sentences"] if sentence not in plain] == []
    assert [title for title in listed(language)["titles"] if f'title: "{title}"' not in digests] == []


@LANGUAGES
def test_every_title_of_a_digest_is_listed_unless_it_is_a_name(held: Library, language: str) -> None:
    titles = {row.title for row in held.articles().rows}
    missing = titles - listed(language)["titles"].keys()
    assert {title for title in missing if ENGLISH.search(title)} <= {"Eurasian Resources Group"}
