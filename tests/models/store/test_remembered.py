"""What the store counts and remembers beside the records."""

from __future__ import annotations

from pathlib import Path

from models.records import Article, Bibliography
from models.store import Store
from models.text import digest
from tests.models.making import uranium


def test_a_text_is_remembered_until_another_takes_its_place(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    assert store.remembered("set") == ""
    store.remember("set", "one")
    store.remember("other", "two")
    store.remember("set", "three")
    store.close()
    again = Store.open(tmp_path)
    assert (again.remembered("set"), again.remembered("other")) == ("three", "two")
    again.close()


def test_claims_are_counted_by_article_and_topic(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    text = "Kazakhstan is the largest producer of uranium."
    article = Article(Bibliography(digest(text), "Title", "a.txt"), text, ())
    claims = [uranium(article.id, rank=1), uranium(article.id)]
    store.add([(article, claims)], lambda claim: ("KAZ", "uranium") if claim is claims[0] else ("KAZ",))
    assert store.claims_by_article() == {article.id: 2}
    assert store.claims_by_topic() == {"KAZ": 2, "uranium": 1}
    store.close()
