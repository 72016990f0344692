"""One citation, as printed briefs give it."""

from __future__ import annotations

import lxml.html
from msgspec.structs import replace

from models.briefs import Options, Subject, make
from models.library import Library
from models.pages.evidence import Sentence
from models.publishing.citing import cite_article, cite_sentence
from models.records import Bibliography, Citation

ARTICLE = Bibliography(
    "a1", "Gas <b>up</b>", "a.txt", "Caspian Wire", "2026-01-14", author="Desk", url="https://example.org/a?b=1&c=2"
)
WORKS = (Citation("First", "One", "2024-03", "https://example.org/1"), Citation("Second", url="javascript:alert(1)"))


def sentence(*, exact: bool) -> Sentence:
    return Sentence("c", "a1", "Gas", None, None, "It rose.", 0, 8, "", "", cites=WORKS, exact=exact)


def test_an_article_is_cited_with_all_that_is_known() -> None:
    cited = cite_article(ARTICLE)
    assert cited.text == "Desk, Gas <b>up</b>, Caspian Wire, 14 January 2026. example.org/a?b=1&c=2"
    html = lxml.html.document_fromstring(cited.html)
    assert html.text_content() == cited.text
    assert [italic.text for italic in html.iter("i")] == ["Gas <b>up</b>"]
    assert [link.get("href") for link in html.iter("a")] == [ARTICLE.url]


def test_what_the_user_corrected_stands_in_brackets() -> None:
    cited = cite_article(replace(ARTICLE, url=None, author=None, corrected=("author", "publisher", "published")))
    assert cited.text == "Gas <b>up</b>, [Caspian Wire], [14 January 2026]."


def test_an_article_of_which_little_is_known_is_cited_by_its_file() -> None:
    assert cite_article(Bibliography("x", "", "notes.txt")).text == "notes.txt, n.d."


def test_a_sentence_is_cited_by_the_works_that_it_names_itself() -> None:
    cited = cite_sentence(sentence(exact=True), ARTICLE)
    assert cited.text.splitlines()[0] == "First, One, March 2024. example.org/1"
    assert cited.text.splitlines()[1].startswith("Second, n.d.")
    links = [link.get("href") for link in lxml.html.document_fromstring(cited.html).iter("a")]
    assert links == ["https://example.org/1"]


def test_a_sentence_without_marks_is_cited_by_its_article() -> None:
    assert cite_sentence(sentence(exact=False), ARTICLE) == cite_article(ARTICLE)


def test_it_is_the_citation_of_printed_briefs(held: Library) -> None:
    brief = make(held, Subject("countries", ("KAZ",)), "2026-11-22", Options())
    printed = {"".join(run.text for run in source.runs) for source in brief.sources}
    articles = {article.id: article for article in held.bibliographies()}
    page = held.country("KAZ")
    found = held.evidence(page.sections[0].lines[0].statement).sentences[0]
    assert set(cite_sentence(found, articles[found.article]).text.splitlines()) <= printed
