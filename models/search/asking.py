"""A question put to one table of the index: the words as they are, then their other forms, or most of the words."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from models.search.file import opened
from models.search.words import expression, indexed, inflected, root, russian_endings

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from models.search.words import Term

    Row = tuple[str, str, str, str]

_MOST_WEIGHED = 3_000
"""Documents with the words among which the best are looked for: in a very large library a word may stand in more."""
_MOST_WEIGHED_IN_PART = 500
_MOST_COUNTED = 6
"""Words of a question that count where no text has all of them: the rarest."""

# A word in a title tells more than one in the text.
_FIND = """
    SELECT kind, id, title, text FROM documents JOIN (
        SELECT place, score FROM (
            SELECT rowid AS place, bm25({table}, 8.0, 1.0, 0.5) AS score FROM {table} WHERE {table} MATCH ? LIMIT ?
        ) ORDER BY score, place LIMIT ?
    ) ON number = place ORDER BY score, place
"""

_FORMS = "SELECT word FROM words JOIN forms ON number = forms.rowid WHERE forms MATCH ?"


def with_forms(connection: sqlite3.Connection, terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms with the other forms of their words that stand in the index; what is quoted is meant as it is."""
    return tuple(term if term.quoted else term._replace(forms=_forms(connection, term.words[0])) for term in terms)


def enter(connection: sqlite3.Connection, words: Iterable[str]) -> None:
    """The words are known to the index by their stems."""
    rows = ((word, root(word)) for word in words)
    connection.executemany("INSERT OR IGNORE INTO words(word, root) VALUES (?, ?)", rows)


def alike(texts: Iterable[str]) -> list[list[str]]:
    """The words of the texts that are one word with several endings, those of a stem together."""
    connection = opened(None, read_only=False)
    enter(connection, sorted({word for text in texts for word in inflected(indexed(text))}))
    connection.execute("CREATE VIRTUAL TABLE stems USING fts5vocab(forms, instance)")
    found: dict[str, list[str]] = {}
    for stem, word in connection.execute("SELECT term, word FROM stems JOIN words ON number = doc ORDER BY word"):
        found.setdefault(stem, []).append(word)
    connection.close()
    return [words for words in found.values() if len(words) > 1]


def endings() -> list[str]:
    """The endings of Russian words, which few texts show all."""
    return [ending.rpartition(")")[2] for ending in russian_endings()]


def having_all(connection: sqlite3.Connection, table: str, terms: Sequence[Term], limit: int) -> list[Row]:
    """The documents with all the terms: those that have the words as they were typed, then those with other forms."""
    exact = _best(connection, table, expression(term._replace(forms=()) for term in terms), limit)
    if len(exact) == limit or not any(term.forms for term in terms):
        return exact
    seen = {row[:2] for row in exact}
    others = _best(connection, table, expression(terms), limit)
    return [*exact, *(row for row in others if row[:2] not in seen)][:limit]


def having_most(connection: sqlite3.Connection, table: str, terms: Sequence[Term], limit: int) -> list[Row]:
    """The documents with as many of the terms as any has, but with no fewer than half of them.

    Of a long question the rarest words count. One with a quotation is meant as it is, and finds nothing so.
    """
    if len(terms) < 2 or any(term.quoted for term in terms):
        return []
    known = {term: number for term in terms if (number := _count(connection, table, term))}
    rarest = sorted(known, key=known.__getitem__)[:_MOST_COUNTED]
    least = (min(len(terms), _MOST_COUNTED) + 1) // 2
    for many in range(len(rarest), least - 1, -1):
        wanted = " OR ".join(f"({expression(some)})" for some in combinations(rarest, many))
        if found := _best(connection, table, wanted, limit, _MOST_WEIGHED_IN_PART):
            return found
    return []


def _best(
    connection: sqlite3.Connection, table: str, wanted: str, limit: int, weighed: int = _MOST_WEIGHED
) -> list[Row]:
    return connection.execute(_FIND.format(table=table), (wanted, weighed, limit)).fetchall()


def _count(connection: sqlite3.Connection, table: str, term: Term) -> int:
    """How many documents have the term."""
    counted = f"SELECT count(*) FROM {table} WHERE {table} MATCH ?"
    number: int = connection.execute(counted, (expression((term,)),)).fetchone()[0]
    return number


def _forms(connection: sqlite3.Connection, word: str) -> tuple[str, ...]:
    """The other words of the index with the same stem."""
    if not inflected(word):
        return ()
    found = connection.execute(_FORMS, (f'"{root(word)}"',))
    return tuple(form for (form,) in found if form != word)
