"""An article's text as the library has it, for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.pages.articles import ReaderPage, reader_page
from models.records import Bibliography, Problem
from models.store import StorageError

if TYPE_CHECKING:
    from models.library.knowledge import Knowledge
    from models.phrases import Phrases
    from models.store import Store


def reader(article_id: str, store: Store, knowledge: Knowledge, phrases: Phrases) -> ReaderPage:
    """The article to read; without text, and with the problem told, when it cannot be had."""
    try:
        article = store.article(article_id)
    except KeyError:
        missing = Bibliography(article_id, "", "")
        return ReaderPage(missing, "", (), (), Problem(article_id, "This article is not in the library."))
    except StorageError as error:
        return ReaderPage(knowledge.articles[article_id], "", (), (), error.problem)
    return reader_page(article, knowledge.articles[article_id], knowledge.of_article(article_id), phrases)
