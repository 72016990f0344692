"""How an article is read, told sentence by sentence: every claim, every dropped one, and what a rule lacks."""

from __future__ import annotations

from pathlib import Path
from unicodedata import east_asian_width

import pytest

from models import catalog as catalogs
from models.catalog import Catalog
from models.explain import Choice, explain
from models.explain.attempts import attempt
from models.explain.columns import WIDTH, row, shortened
from models.intake import read_file
from models.reading import RULES, Reader
from models.reading.grammar.language import Language
from models.reading.grammar.rules import Compiled, Rule
from models.reading.trace import Trace
from models.records import Article, Kind, Problem

WHOLE = Path(__file__).parent.parent / "data" / "whole" / "work"
NEWS = """A pipeline and a treaty

Published: 4 March 2025

ASTANA, March 4 (Xinhua) - Kazakhstan and Uzbekistan signed a treaty on water on Monday.

Kazakhstan's proven uranium reserves are put at 700,000 tonnes. Kazakhstan's friends adore uranium.

Uranium at a glance

If prices fell, Kazakhstan might adore Kyrgyzstan. Turkmenistan was urged to sign an agreement with Japan.

Read also

Ten lakes to see this summer
"""
OWN = """
[[rule]]
id = "relation.adores"
kind = "relation"
patterns = ["{a:state} .. adore {b:state}", "{a:state} .. adored .. by {b:state}"]
unless = "_not"
gives = { a = "a", b = "b", relation = "adores" }
where = { b = "!KGZ" }
"""


@pytest.fixture(scope="module")
def reader(catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """A reader with a rule of the user's own."""
    folder = tmp_path_factory.mktemp("rules")
    (folder / "mine.toml").write_text(OWN, "utf-8")
    return Reader(catalog, (RULES, folder))


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(NEWS, "utf-8")
    return path


@pytest.fixture(scope="module")
def language(reader: Reader) -> Language:
    return reader.language


def told(path: Path, reader: Reader, sentence: int | None = None, rule: str | None = None) -> str:
    lines = explain(path, catalogs.load(), reader, Choice(sentence, rule))
    assert not isinstance(lines, Problem)
    return "\n".join(lines)


def plain(text: str) -> str:
    """Without line breaks and columns."""
    return " ".join(text.split())


def test_an_article_is_told_from_its_title_to_its_last_claim(news: Path, reader: Reader) -> None:
    text = told(news, reader)
    assert max(map(len, text.splitlines())) <= WIDTH
    page = plain(text)
    assert "title A pipeline and a treaty (the first paragraph that could be one)" in page
    assert "published 2025-03-04 (the line “Published: 4 March 2025”)" in page
    assert "publisher Xinhua (“ASTANA, March 4 (Xinhua)" in page
    assert "the region yes:" in page
    assert "“Ten lakes to see this summer”: a headline under a line such as “Read also”" in page
    assert "[event.agree] matched “C" in page
    assert "signed a treaty" in page
    assert "dropped Kazakhstan has uranium" in page
    assert "no claim relation.adores: where: b is not !KGZ" in page
    assert "D6 date Monday = 2025-03-03; year inferred" in page
    assert "more rules have a word of theirs here" in page


def test_a_sentence_is_told_with_every_rule_that_did_not_match(news: Path, reader: Reader) -> None:
    number = next(line.split()[0] for line in told(news, reader).splitlines() if "friends adore uranium" in line)
    page = plain(told(news, reader, int(number)))
    assert "title" not in page
    assert "relation.adores no “{b:state}” follows “C" in page or "relation.adores no “adore {b:state}”" in page


def test_a_rule_is_told_with_its_patterns(news: Path, reader: Reader) -> None:
    page = plain(told(news, reader, rule="relation.adores"))
    assert page.startswith("relation.adores kind relation language en unless _not where b = !KGZ gives a = a")
    assert "pattern {a:state} .. adore {b:state} → it matches" in page
    assert "signed a treaty" not in page
    elsewhere = plain(told(news, reader, rule="ja.event.agree"))
    assert "ja, which the article is not in: it is in en" in elsewhere
    assert elsewhere.endswith("None of the words that trigger this rule stands in any sentence of the article.")


def test_what_is_not_there_is_said_in_a_sentence(news: Path, reader: Reader, catalog: Catalog) -> None:
    def reason(path: Path, choice: Choice) -> str:
        problem = explain(path, catalog, reader, choice)
        assert isinstance(problem, Problem)
        return problem.reason

    assert "Did you mean relation.adores" in reason(news, Choice(rule="relation.adore"))
    assert "numbered from 1 to" in reason(news, Choice(sentence=99))
    assert reason(news.with_name("other.txt"), Choice()) == "There is no such file."


def test_of_an_article_on_something_else_it_is_said_why_nothing_is_kept(news: Path, reader: Reader) -> None:
    news.write_text("Of cheese\n\nFrance eats more cheese than Italy. France signed a treaty with Italy.\n", "utf-8")
    page = plain(told(news, reader))
    assert "NO, so no claim is kept: its states and routes are named 0 times" in page
    assert "0 claims kept of 2 sentences" in page
    assert "[event.agree" in page


def test_a_trace_changes_nothing_and_tells_every_claim(reader: Reader) -> None:
    articles = [article for path in sorted(WHOLE.glob("*.txt"))[:6] if isinstance(article := read_file(path), Article)]
    assert articles
    for article in articles:
        trace = Trace()
        kept = reader.read(article, trace).claims
        assert kept == reader.read(article).claims
        made = [claim for one in trace.sentences for match in one.tries for claim in match.claims]
        assert {claim.id for claim in made if not trace.why_left_out(claim)} == {claim.id for claim in kept}
        assert all(match.why for one in trace.sentences for match in one.tries if not match.claims)


@pytest.mark.parametrize(
    ("tags", "reached", "why"),
    [
        ("C0 adore C1 . ", 1.0, ""),
        ("C0 _not adore C1 . ", 1.0, "unless: “_not” stands in the sentence"),
        ("C0 adore old C1 . ", 1.0, "never: “old” stands among the words that match"),
        ("C0 adore all the old cheese of C1 . ", 2 / 3, "no “.. {b:state}” follows “C0 adore”"),
        ("adore C0 . ", 1 / 3, "no “.. adore” follows “C0”"),
        ("adore K0 . ", -1.0, "no mention of type state"),
        ("C0 loves C1 . ", -1.0, "no “adore”"),
    ],
)
def test_what_keeps_a_pattern_from_matching(tags: str, reached: float, why: str, language: Language) -> None:
    rule = Rule("a.rule", Kind.RELATION, (), {}, unless="_not", never="old")
    compiled = Compiled(rule, "{a:state} .. adore .. {b:state}", 0, language)
    found = attempt(compiled, tags, language)
    assert found.why == why
    assert found.reached == pytest.approx(reached)


@pytest.mark.parametrize("text", ["", "a word " * 60, "x" * 400, "協力を深める" * 50])
def test_rows_are_never_wider_than_a_page(text: str) -> None:
    lines = row("label", text, "cell").splitlines()
    assert all(sum(1 + (east_asian_width(char) in "WF") for char in line) <= WIDTH for line in lines)
    assert "".join("".join(lines).split()) == "".join(["label", "cell", *text.split()])


def test_shortened_text_says_so() -> None:
    assert shortened("one  two", 10) == "one two"
    assert shortened("one two three", 9) == "one two…"


def test_a_figure_with_a_unit_that_may_be_several_is_said_to_be_unread(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "news.txt"
    path.write_text(f"{NEWS}\n\nThe Middle Corridor carried 4.5mt, or 4,500 kt, of cargo in 2024.\n", encoding="utf-8")
    lines = [plain(line) for line in told(path, reader).splitlines() if "more than one unit" in line]
    assert lines == ["unread “4.5mt” may be told in more than one unit, so no figure is read"]
