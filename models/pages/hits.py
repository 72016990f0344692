"""What a search finds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.pages.houses import house_of
from models.records import Record, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from models.phrases import Phrases
    from models.records import Bibliography, Statement
    from models.search import Match

_NUMBER = re.compile(r"\d+(?:[.,\s]\d{3})*(?:[.,]\d+)?")


class Hit(Record):
    """A search result: `kind` is country, commodity, route, actor, article, note or statement; `id` opens it.

    `snippet` is plain text; `marks` are (start, end) pairs of matched words in it, in code points. For an article
    `position` is where the match stands in its text. A statement has a `standing`, independent `sources`
    and, with their copies, `articles`; where several values are given, `leading` sources give the one in its title.
    `claim` is the one in whose sentence the words stand. `partly`: it holds most of the words, as nothing holds all.
    `whence` names the publisher and the date of the article.
    """

    kind: str
    id: str
    title: str
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    position: int | None = None
    standing: Standing | None = None
    sources: int = 0
    articles: int = 0
    leading: int = 0
    partly: bool = False
    claim: str = ""
    whence: str = ""


def text_hit(found: Match, articles: Mapping[str, Bibliography]) -> Hit:
    """An article or a note."""
    whence = _whence(articles.get(found.id))
    told = (found.kind, found.id, found.title, found.snippet, found.marks, found.position)
    return Hit(*told, partly=found.partly, whence=whence)


def statement_hits(
    claims: Sequence[Match],
    of_claim: Mapping[str, Statement],
    phrases: Phrases,
    articles: Mapping[str, Bibliography],
) -> Iterator[Hit]:
    """The statements that the claims found belong to, each once, in their order; those whose place another took last,
    and first the figures whose value is among the words, where their sentence has all that any has.

    The snippet is of the claim whose sentence has most of the words, of several the one that was found first: another
    may be found only because we tell it in these words.
    """
    best: dict[str, Match] = {}
    for found in claims:
        if found.id in of_claim:  # what the user rejected is in no statement
            key = of_claim[found.id].id
            if key not in best or found.held > best[key].held:
                best[key] = found
    most = max((found.held for found in best.values()), default=0)

    def late(found: Match) -> tuple[bool, bool]:
        statement = of_claim[found.id]
        return statement.standing.past, not (found.held == most and _asks_value(found, statement))

    for found in sorted(best.values(), key=late):
        statement = of_claim[found.id]
        yield Hit(
            "statement",
            statement.id,
            phrases.variant(statement.shown),
            found.snippet,
            found.marks,
            standing=statement.standing,
            sources=statement.independent,
            articles=statement.sources,
            leading=statement.shown.sources if len(statement.variants) > 1 else 0,
            partly=found.partly,
            claim=found.id,
            whence=_whence(articles.get(_article_of(found.id, statement))),
        )


def behind(snippet: str, whence: str) -> str:
    """The sentence found with the article's publisher and date behind it: marks in it stay where they are."""
    return " — ".join(filter(None, (snippet, whence)))


def _article_of(claim: str, statement: Statement) -> str:
    """The article in which a claim of a statement stands."""
    return next(known.evidence.article for known in statement.claims if known.id == claim)


def _whence(article: Bibliography | None) -> str:
    """Publisher and date; of what comes with Oxus, and tells none, that it does. Nothing of what is no article, and of
    one that is stored but not shown yet."""
    if article is None:
        return ""
    return ", ".join(filter(None, (house_of(article) or ("built in" if article.builtin else ""), article.published)))


def _asks_value(found: Match, statement: Statement) -> bool:
    """Whether a number that was looked for is the value that the claim found gives, not only its year."""
    from models.statements.figures import value_in  # a start does without what makes statements

    content = next(claim.content for claim in statement.claims if claim.id == found.id)
    if value_in(content) is None:
        return False
    marked = {at for mark in found.marks for at in range(*mark)}
    asked = {_digits(one[0]) for one in _NUMBER.finditer(found.snippet) if _digit_places(one) <= marked}
    told = set(map(_digits, _NUMBER.findall(found.title)))
    return bool((asked & told) - {str(getattr(content, "year", ""))})


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _digit_places(number: re.Match[str]) -> set[int]:
    return {at for at in range(*number.span()) if number.string[at].isdigit()}
