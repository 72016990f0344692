"""Near-copies: what editors do to an agency's text keeps it a copy, and other articles on the same news are none."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from models.copies import LEAST, SHARED, Copies, Sketch, read, shared, sketch
from models.intake import read_file
from models.records import Article, Role
from tests.scoring import is_set_aside


def paragraphs(article: Article) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks if block.role is Role.BODY]


def printed(folder: Path, paragraphs: list[str], title: str = "Another headline") -> Sketch:
    """The sketch of an article with these paragraphs, read from a file as any other."""
    path = folder / "variant.txt"
    path.write_text("\n\n".join([title, *paragraphs]), "utf-8")
    article = read_file(path)
    assert isinstance(article, Article)
    return sketch(article)


@pytest.fixture(scope="module")
def articles(shared: Path) -> list[Article]:
    """Articles by many hands on some few items of news."""
    paths = [*sorted((shared / "goldset/seeds").glob("*.txt")), *sorted((shared / "goldset/dev").glob("*.txt"))]
    read_ones = [read_file(path) for path in paths if not is_set_aside(path.name)]
    return [article for article in read_ones if isinstance(article, Article) and len(paragraphs(article)) > 3]


def test_what_editors_do_keeps_a_copy(articles: list[Article], tmp_path: Path) -> None:
    shuffle = random.Random(1)
    assert len(articles) > 20
    for number, article in enumerate(articles):
        whole, own = sketch(article), paragraphs(article)
        local = paragraphs(articles[number - 1])[:1]
        mixed = own.copy()
        shuffle.shuffle(mixed)
        variants = {
            "headline": own,
            "trimmed": own[: max(2, len(own) // 2)],
            "reordered": mixed,
            "local paragraph": [*own, *local],
            "some words": [edited(paragraph, 20) for paragraph in own],
        }
        found = {name: shared(whole, printed(tmp_path, variant)) for name, variant in variants.items()}
        assert {name: share for name, share in found.items() if share < SHARED} == {}, article.bibliography.title


def edited(paragraph: str, every: int) -> str:
    """The paragraph with each so many words another one."""
    return " ".join("altered" if at % every == every - 1 else word for at, word in enumerate(paragraph.split()))


def test_other_articles_on_the_same_news_are_no_copies(articles: list[Article]) -> None:
    sketches = [sketch(article) for article in articles]
    shares = [shared(one, other) for number, one in enumerate(sketches) for other in sketches[:number]]
    assert max(shares) < SHARED / 2


def test_a_digest_that_quotes_an_article_whole_is_no_copy(articles: list[Article], tmp_path: Path) -> None:
    short = min((article for article in articles if article.text.isascii()), key=lambda article: len(article.text))
    rest = [paragraph for article in articles if article is not short for paragraph in paragraphs(article)]
    assert shared(sketch(short), printed(tmp_path, [*paragraphs(short), *rest])) == 0


def test_a_shared_sentence_proves_nothing(tmp_path: Path) -> None:
    sentence = "The five presidents signed the declaration in the evening."
    assert shared(printed(tmp_path, [sentence]), printed(tmp_path, [sentence])) == 0
    assert len(sentence.split()) - 4 < LEAST


def test_a_sketch_can_be_written_and_read() -> None:
    one = Sketch((3, 5, 2**32 - 1), 400)
    again = read(one.written())
    assert (again.hashes, again.size) == (one.hashes, one.size)
    assert read("").size == read("no sketch").size == 0
    assert shared(read(""), one) == 0


def test_copies_of_copies_have_one_origin_and_others_none() -> None:
    whole = list(range(0, 900, 10))
    copies = Copies()
    copies.add("front half", Sketch(whole[:60], 60))
    copies.add("back half", Sketch(whole[50:], 40))
    assert copies.origins() == {}
    copies.add("another", Sketch(range(5, 905, 10), 90))
    copies.add("whole", Sketch(whole, 90))
    copies.add("whole", Sketch(whole, 90))
    assert copies.origins() == dict.fromkeys(("front half", "back half", "whole"), "front half")


def test_a_thousand_copies_are_one() -> None:
    copies = Copies()
    for number in range(1000):
        copies.add(str(number), Sketch(range(90), 90))
    assert set(copies.origins().values()) == {"0"}
    assert len(copies.origins()) == 1000
