"""Words as the index and a question see them: folded (case, accents, width), ideographs in pairs."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_CJK = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_CJK += "\U00020000-\U0003ffff"
_TOKEN = re.compile(f"[{_CJK}]+|[^\\W_{_CJK}]+")
_IDEOGRAPH = re.compile(f"[{_CJK}]")
_QUOTES = re.compile('["\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d]')
_BETWEEN = r"[\W_]*+"
# Kana stay apart from their voiced forms; all other marks (accents) are dropped.
_VOICE_MARKS = "\u3099\u309a"
_LONGEST_QUERY = 500
_MOST_TERMS = 12


class Term(NamedTuple):
    """Folded words that must follow each other; `open`: the last may go on (the user is still typing)."""

    words: tuple[str, ...]
    open: bool = False


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


def _grams(word: str, *, last: bool) -> list[str]:
    if not _IDEOGRAPH.match(word):
        return [word]
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
            Term(group, open=number == len(parts) - 1 and place == len(groups) - 1)
            for place, group in enumerate(groups)
        ]
    return tuple(terms[-_MOST_TERMS:])


def expression(terms: Iterable[Term]) -> str:
    """The terms in FTS5's language: quoted, so that nothing in them is an operator."""
    return " AND ".join(f'"{" ".join(_term_grams(term))}"{"*" if _goes_on(term) else ""}' for term in terms)


def _term_grams(term: Term) -> list[str]:
    *before, final = term.words
    return [*(gram for word in before for gram in _grams(word, last=True)), *_grams(final, last=False)]


def _goes_on(term: Term) -> bool:
    """A single ideograph is the beginning of a pair."""
    return term.open or (len(term.words[-1]) == 1 and _IDEOGRAPH.match(term.words[-1]) is not None)


def pattern(terms: Iterable[Term]) -> re.Pattern[str]:
    """Finds the terms in folded text, each as a group of its own."""
    letter = f"[^\\W_{_CJK}]"
    groups = []
    for term in terms:
        before = "" if _IDEOGRAPH.match(term.words[0]) else f"(?<!{letter})"
        after = "" if _IDEOGRAPH.match(term.words[-1]) else f"{letter}*+" if term.open else f"(?!{letter})"
        groups.append(f"({before}{_BETWEEN.join(map(re.escape, term.words))}{after})")
    return re.compile("|".join(groups))
