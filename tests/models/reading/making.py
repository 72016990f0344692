"""Articles for tests of the reading engine: a title line and prose below it."""

from __future__ import annotations

from models import text
from models.reading import Reader
from models.records import Article, Bibliography, Block, Claim, Quote, Role


def article(prose: str, *, title: str = "Title", published: str | None = "2025-12-20", lang: str = "en") -> Article:
    """An article of one title and one body block."""
    body = text.canonical(f"{title}\n{prose}")
    end = body.find("\n")
    blocks = (Block(Role.TITLE, 0, end), Block(Role.BODY, end + 1, len(body)))
    return Article(Bibliography(text.digest(body), title, "test.txt", published=published, language=lang), body, blocks)


def told(reader: Reader, prose: str) -> list[Claim]:
    """What is read of the prose, quotes aside: they repeat whatever is said."""
    return [claim for claim in reader.claims(article(prose)) if not isinstance(claim.content, Quote)]
