"""Which lines hold the words that a brief is to be on, in whichever language they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.catalog import RESOURCES
from models.pages.matching import in_words, matches
from models.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.library.queries import Queries
    from models.pages.lines import Line


class Wanted:
    """The words of a subject. A saved view may have been made in another language than that of the brief."""

    def __init__(self, words: str, library: Queries) -> None:
        self._words = tuple(words.casefold().split())
        self._library = library
        self._languages: Sequence[Phrases] = ()

    def fits(self, line: Line) -> bool:
        """Whether all the words stand in the line, or in what it says in all the languages together."""
        return matches(line, self._words) or self._fits_anywhere(line)

    def _fits_anywhere(self, line: Line) -> bool:
        variants = self._library.statement(line.statement).variants
        told = (phrases.variant(variant) for phrases in self._in_all() for variant in variants)
        text = " ".join((in_words(line), *told)).casefold()
        return all(word in text for word in self._words)

    def _in_all(self) -> Sequence[Phrases]:
        """The words of every language, made when they are first needed: few briefs are filtered."""
        if not self._languages:
            folder = RESOURCES / "phrases"
            found = sorted(path.stem for path in folder.glob("*.toml"))
            self._languages = [Phrases(self._library.catalog, language, folder) for language in found]
        return self._languages
