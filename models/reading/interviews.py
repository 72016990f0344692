"""Interviews: paragraphs that ask, and where nobody is named who answers, those marked "A." or with no mark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from models.records import Role

if TYPE_CHECKING:
    from models.reading.language import Language
    from models.records import Article

_QUESTION_ENDS = ("?", "？", '?"', "?”", "?»")
_LONGEST = 400
_FEWEST = 3
_MARK = re.compile(r"(?:A|Answer|О|Ответ|答)[.．)]\s*|[—–-]\s+")
_ASKED = re.compile(r"(?:Q|Question|В|Вопрос|問)\s?[.:．：)]")
_LABEL = re.compile(r"[^\W\d_a-zа-яё][\w.'’-]*(?: [^\W\d_a-zа-яё][\w.'’-]*){0,3}:\s")


class Turns(NamedTuple):
    """Where the answers of nobody in particular begin, and the paragraphs that are marked as asking without a sign."""

    answers: frozenset[int]
    questions: frozenset[int]


class Interviews:
    """The words by which people speak of themselves."""

    def __init__(self, language: Language) -> None:
        words = "|".join(sorted(map(re.escape, language.words("clauses", "speaks")), key=len, reverse=True))
        self._self = re.compile(rf"\b(?:{words})\b") if words else re.compile(r"(?!)")

    def turns(self, article: Article) -> Turns:
        """Who asks and who answers; no answers where the paragraphs name who speaks."""
        body = [block for block in article.blocks if block.role in (Role.BODY, Role.QUOTE)]
        texts = [article.text[block.start : block.end] for block in body]
        marks = [_MARK.match(text) for text in texts]
        asked = [at for at, text in enumerate(texts) if _ASKED.match(text)]
        if len(asked) >= _FEWEST - 1:
            found = [at for at, mark in enumerate(marks) if mark is not None]
            asked = [at for at in asked if not texts[at].rstrip().endswith(_QUESTION_ENDS)]
        else:
            asked, found = [], self._unmarked(texts)
        places = {body[at].start for at in found}
        answers = places.union(body[at].start + mark.end() for at in found if (mark := marks[at]) is not None)
        return Turns(frozenset(answers), frozenset(body[at].start for at in asked))

    def _unmarked(self, texts: list[str]) -> list[int]:
        """The paragraphs behind those that only ask, if there are several and most speak of themselves."""
        asks = [len(text) <= _LONGEST and text.rstrip().endswith(_QUESTION_ENDS) for text in texts]
        found = [at for at in range(1, len(texts)) if asks[at - 1] and not asks[at]]
        if len(found) < _FEWEST or any(_LABEL.match(texts[at]) for at in found):
            return []
        personal = sum(self._self.search(texts[at]) is not None for at in found)
        return found if 2 * personal >= len(found) else []
