"""Gates: what is no prose of the article, and whether the article is about the region at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.records import Article, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.reading.language import Language
    from models.reading.links import Context
    from models.reading.mentions import Mention

_TELLING = "CJKRPHOMQFX"
_ENDS = frozenset('.!?。．！？…:;,"”»’)')
_SHORTEST, _LONGEST = 4, 300
_MENTIONS = 2
_SHARE = 0.004


class Gate:
    """Shuts out lines of page furniture by how they begin or end."""

    def __init__(self, language: Language) -> None:
        self._starts = tuple(language.words("furniture", "starts"))
        self._ends = tuple(language.words("furniture", "ends"))

    def shut(self, line: str, found: list[Mention], context: Context) -> bool:
        """Whether the sentence is furniture: by its words, or a headline that names no party of the article."""
        folded = line.casefold() if len(line) < _LONGEST else ""
        if folded.startswith(self._starts) or folded.endswith(self._ends):
            return True
        return len(line) < _SHORTEST or (line[-1] not in _ENDS and not _names_party(found, context))


def _names_party(found: Iterable[Mention], context: Context) -> bool:
    known = context.members.union(context.parties)
    return any(known.intersection(mention.ids) or mention.kind in "RX" for mention in found)


def is_about_region(article: Article, found: Iterable[Mention], members: frozenset[str]) -> bool:
    """Whether the region's states are named often enough in title and body, for the length of the text."""
    spans = [(block.start, block.end) for block in article.blocks if block.role is not Role.FURNITURE]
    size = sum(end - start for start, end in spans)
    hits = [
        mention
        for mention in found
        if mention.kind in "CJPHOR"
        and (members.intersection(mention.ids) or mention.kind == "R")
        and any(start <= mention.start < end for start, end in spans)
    ]
    return len(hits) >= _MENTIONS and 6 * len(hits) >= _SHARE * size
