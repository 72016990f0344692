"""Words as the index and a question see them: folded (case, accents, width), numbers whole, ideographs in pairs."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from models.catalog import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CJK = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_CJK += "\U00020000-\U0003ffff"
# A point or comma within a number; what follows with just four digits is rather a year.
_WITHIN = r"(?<=\d)[.,](?=\d)(?!\d{4}(?!\d))"
_TOKEN = re.compile(f"[{_CJK}]+|[^\\W_{_CJK}]+(?:{_WITHIN}[^\\W_{_CJK}]+)*")
_POINT = re.compile(r"[.,]")
_JOINED = "\N{MIDDLE DOT}"
"""Stands for either in the index, which parts words at the others; so a number is one word, however it is written."""
_IDEOGRAPH = re.compile(f"[{_CJK}]")
_LETTERS = re.compile(f"[^\\W_{_CJK}]*(?:{_WITHIN}[^\\W_{_CJK}]+)*")
_QUOTES = re.compile('["\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d]')
_BETWEEN = r"[\W_]*+"
# Kana stay apart from their voiced forms; all other marks (accents) are dropped.
_VOICE_MARKS = "\u3099\u309a"
_INFLECTED = re.compile("[a-z]{3,}|[а-я]{3,}")
_LONGEST_QUERY = 500
_MOST_TERMS = 12


class Term(NamedTuple):
    """Folded words that must follow each other; `open`: the last may go on (the user is still typing).

    `forms` are other words that do as well: the same word with other endings.
    """

    words: tuple[str, ...]
    open: bool = False
    quoted: bool = False
    forms: tuple[str, ...] = ()


class _Folding(dict[int, str]):
    """What each character stands for in the index; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold(chr(code))
        return folded


def _fold(character: str) -> str:
    # Letters that only look like apostrophes are written in three ways; all part words.
    if unicodedata.category(character) == "Lm" and not _IDEOGRAPH.match(character):
        return " "
    parts = unicodedata.normalize("NFKD", character.casefold())
    kept = "".join(part for part in parts if part in _VOICE_MARKS or not unicodedata.combining(part))
    return unicodedata.normalize("NFC", kept).casefold()


FOLDING = _Folding()


def indexed(text: str) -> str:
    """The text as the index sees it: folded words, ideographs in pairs and the last of a run alone as well."""
    return " ".join(gram for word in _TOKEN.findall(text.translate(FOLDING)) for gram in _grams(word, last=True))


def inflected(text: str) -> frozenset[str]:
    """Those of the words of an indexed text whose endings are known: English and Russian ones, as far as letters
    tell."""
    return frozenset(filter(_INFLECTED.fullmatch, text.split(" ")))


def root(word: str) -> str:
    """A Russian word without its ending; any other as it is, since SQLite takes the endings off English ones."""
    return word if word.isascii() else _ending().sub("", word)


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(f"(?<=\\w\\w\\w)(?:{'|'.join(russian_endings())})$")


@cache
def russian_endings() -> tuple[str, ...]:
    """The endings of Russian words as they are folded, each a regular expression."""
    import tomllib  # needed only where there are Russian words

    return tuple(tomllib.loads((RESOURCES / "grammar" / "endings.toml").read_text("utf-8"))["russian"])


def _grams(word: str, *, last: bool) -> list[str]:
    if not _IDEOGRAPH.match(word):
        return [_POINT.sub(_JOINED, word)]
    pairs = [word[place : place + 2] for place in range(len(word) - 1)]
    return [*pairs, word[-1]] if last or not pairs else pairs


def terms_of(words: str) -> tuple[Term, ...]:
    """What is asked for. What stands between quotation marks is one term, else each word is."""
    terms: list[Term] = []
    # Kana of half width join with their voicing mark, which the folding of single characters cannot do.
    parts = _QUOTES.split(unicodedata.normalize("NFKC", words[:_LONGEST_QUERY])[:_LONGEST_QUERY])
    for number, part in enumerate(parts):
        found = tuple(_TOKEN.findall(part.translate(FOLDING)))
        groups = ((found,) if found else ()) if number % 2 else tuple((word,) for word in found)
        # Only what is last and not closed by a quotation mark may go on.
        terms += [
            Term(group, open=number == len(parts) - 1 and place == len(groups) - 1, quoted=number % 2 == 1)
            for place, group in enumerate(groups)
        ]
    return tuple(terms[-_MOST_TERMS:])


def expression(terms: Iterable[Term]) -> str:
    """All the terms in FTS5's language: quoted, so that nothing in them is an operator."""
    return " AND ".join(map(_alternatives, terms))


def _alternatives(term: Term) -> str:
    exact = f'"{" ".join(_term_grams(term))}"{"*" if _goes_on(term) else ""}'
    return "(" + " OR ".join((exact, *(f'"{form}"' for form in term.forms))) + ")" if term.forms else exact


def _term_grams(term: Term) -> list[str]:
    *before, final = term.words
    return [*(gram for word in before for gram in _grams(word, last=True)), *_grams(final, last=False)]


def _goes_on(term: Term) -> bool:
    """A single ideograph is the beginning of a pair."""
    return term.open or (len(term.words[-1]) == 1 and _IDEOGRAPH.match(term.words[-1]) is not None)


class Sought:
    """A term as it is looked for in folded text."""

    def __init__(self, term: Term) -> None:
        first, last = term.words[0], term.words[-1]
        self._exact = _BETWEEN.join("[.,]".join(map(re.escape, _POINT.split(word))) for word in term.words)
        # Longer forms first. Only letters stand in the pattern: a class of letters would take milliseconds to compile.
        self._pattern = re.compile("|".join(sorted((self._exact, *term.forms), key=len, reverse=True)))
        self._open = term.open
        self._begins_word, self._ends_word = (not _IDEOGRAPH.match(word) for word in (first, last))

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where it stands, as whole words: start and end."""
        for found in self._pattern.finditer(text):
            start, end = found.span()
            if self._begins_word and start and _word_end(text, start - 1) >= start:
                continue
            last = _word_end(text, end) if self._ends_word else end
            if self._open or last == end:
                yield start, last


def _word_end(text: str, place: int) -> int:
    """How far a word goes on from a place."""
    found = _LETTERS.match(text, place)
    return found.end() if found else place
