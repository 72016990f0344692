"""Interviews: paragraphs that ask, and where nobody is named who answers, those marked "A." or with no mark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from models.records import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.reading.grammar.language import Language
    from models.records import Article

_PROSE = (Role.BODY, Role.QUOTE)
_QUESTION_ENDS = ("?", "？", '?"', "?”", "?»")
_LONGEST = 400
_FEWEST, _TWICE = 3, 2
_REMARK = 60  # characters of a paragraph that asks without a question mark, unless it says "you"
_LONG_REMARK = 160
_MARK = re.compile(r"(?:A|Answer|О|Ответ|答)[.．)]\s*|[—–-]\s+")
_ASKED = re.compile(r"(?:Q|Question|В|Вопрос|問)\s?[.:．：)]")
_LABEL = re.compile(r"[^\W\d_a-zа-яё][\w.'’-]*(?: [^\W\d_a-zа-яё][\w.'’-]*){0,3}:\s")


class Turns(NamedTuple):
    """Where the answers of nobody in particular begin, and the paragraphs that are marked as asking."""

    answers: frozenset[int]
    questions: frozenset[int]


class Interviews:
    """The words by which people speak of themselves and to each other."""

    def __init__(self, language: Language) -> None:
        self._self = _any(language.words("clauses", "speaks"))
        self._you = _any(language.words("clauses", "speaks_to"))

    def turns(self, article: Article) -> Turns:
        """Who asks and who answers; no answers where the paragraphs name who speaks."""
        body = [block for block in article.blocks if block.role in _PROSE]
        texts = [article.text[block.start : block.end] for block in body]
        marks = [_MARK.match(text) for text in texts]
        asked = [at for at, text in enumerate(texts) if _ASKED.match(text)]
        if len(asked) >= _FEWEST - 1:
            found = [at for at, mark in enumerate(marks) if mark is not None]
        else:
            asked, found = [], self._unmarked(texts)
        asked += self._interviewed(texts)
        places = {body[at].start for at in found}
        answers = places.union(body[at].start + mark.end() for at in found if (mark := marks[at]) is not None)
        return Turns(frozenset(answers), frozenset(body[at].start for at in asked))

    def _interviewed(self, texts: list[str]) -> list[int]:
        """What is said by whoever is marked by a name and mostly asks, where another one is marked who does not."""
        turns: dict[str, list[int]] = {}
        for at, text in enumerate(texts):
            if (label := _LABEL.match(text)) is not None:
                turns.setdefault(label[0].lower(), []).append(at)
        asks = {who: sum(texts[at].rstrip().endswith(_QUESTION_ENDS) for at in found) for who, found in turns.items()}
        askers = [who for who, found in turns.items() if asks[who] >= _TWICE and 2 * asks[who] >= len(found)]
        if len(turns) < _TWICE or len(askers) == len(turns):
            return []
        return [at for who in askers for at in turns[who]]

    def _unmarked(self, texts: list[str]) -> list[int]:
        """The paragraphs behind those that only ask, if there are several and most speak of themselves.

        Only the first may be marked by who answers ("Director: ..."), as he answers the others too.
        """
        asks = [len(text) <= _LONGEST and text.rstrip().endswith(_QUESTION_ENDS) for text in texts]
        for at in range(len(texts)):
            asks[at] = asks[at] or self._remarks(texts, asks, at)
        found = [at for at in range(1, len(texts)) if asks[at - 1] and not asks[at]]
        if len(found) < _FEWEST or any(_LABEL.match(texts[at]) for at in found[1:]):
            return []
        personal = sum(self._self.search(texts[at]) is not None for at in found)
        return found if 2 * personal >= len(found) else []

    def _remarks(self, texts: list[str], asks: list[bool], at: int) -> bool:
        """Whether who asks only remarks something, where a question would stand: shortly, or with "you"."""
        turn = 2 <= at < len(texts) - 1 and asks[at - 2] and not (asks[at - 1] or asks[at + 1])
        if not turn or len(texts[at]) > min(_LONG_REMARK, len(texts[at + 1])) or self._self.search(texts[at]):
            return False
        follows = at + 2 >= len(texts) - 1 or asks[at + 2] or self._speaks_to(texts[at + 2])
        return follows and (len(texts[at]) <= _REMARK or self._speaks_to(texts[at]))

    def _speaks_to(self, text: str) -> bool:
        """Whether a short paragraph says something to whoever answers, and nothing of who says it."""
        return len(text) <= _LONG_REMARK and self._you.search(text) is not None and not self._self.search(text)


def _any(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, or nothing where there are none."""
    known = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"\b(?:{known})\b") if known else re.compile(r"(?!)")
