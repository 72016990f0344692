"""Interviews without labels: paragraphs that only ask, and between them those of the one who answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.records import Role

if TYPE_CHECKING:
    from models.reading.language import Language
    from models.records import Article

_QUESTION_ENDS = ("?", "？", '?"', "?”", "?»")
_LONGEST = 400
_FEWEST = 3
_LABEL = re.compile(r"[^\W\d_][\w .'’-]{0,40}:\s")


class Interviews:
    """The words by which people speak of themselves."""

    def __init__(self, language: Language) -> None:
        words = "|".join(sorted(map(re.escape, language.words("clauses", "speaks")), key=len, reverse=True))
        self._self = re.compile(rf"\b(?:{words})\b") if words else re.compile(r"(?!)")

    def answers(self, article: Article) -> frozenset[int]:
        """Where the answers of an interview begin; none where nobody is asked, or the paragraphs name who speaks."""
        body = [block for block in article.blocks if block.role in (Role.BODY, Role.QUOTE)]
        texts = [article.text[block.start : block.end] for block in body]
        asks = [len(text) <= _LONGEST and text.rstrip().endswith(_QUESTION_ENDS) for text in texts]
        found = [at for at in range(1, len(body)) if asks[at - 1] and not asks[at]]
        if len(found) < _FEWEST or any(_LABEL.match(texts[at]) for at in found):
            return frozenset()
        personal = sum(self._self.search(texts[at]) is not None for at in found)
        return frozenset(body[at].start for at in found) if 2 * personal >= len(found) else frozenset()
