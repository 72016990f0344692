"""Operators: the firm that runs a line stands for the line where goods go through it ("exports through O1")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.catalog import Catalog
    from models.reading.grammar.language import Language
    from models.reading.reference.context import Context
    from models.reading.sentence.tagging import Sentence

_ARTICLE = "the "


class Operators:
    """The firms by whose names lines of the catalog are called ("pipeline of the X"), and words of what lines do."""

    def __init__(self, catalog: Catalog, language: Language) -> None:
        words = language.tables.get("operators", {})
        ahead, does = (_any(map(language.literal, words.get(name, ()))) for name in ("ahead", "does"))
        self._lines = catalog.run_by
        lines = _any(sorted(language.tables.get("ways", {})))
        self._through = re.compile(
            rf"(?:(?<![^ ])(?:{ahead}))(O\d+) |(O\d+) (?:'s (?:{lines}) |(?=(?:_\S+ )*(?:{does})))"
        )

    def resolve(self, sentence: Sentence, context: Context) -> None:
        """Put a mention of the line in the place of its firm, which may still speak ("the consortium said")."""
        for firm in sentence.mentions:
            if firm.kind == "O" and _plain(firm.name) in self._lines:
                context.bodies.update(dict.fromkeys(firm.name.lower().split(), firm))
                sentence.tags = self._through.sub(lambda match: self._line(sentence, match), sentence.tags)

    def _line(self, sentence: Sentence, match: re.Match[str]) -> str:
        """The words with the line that the firm runs, or as they are."""
        firm = match[1] or match[2]
        mention = sentence.mention(firm)
        route = self._lines.get(_plain(mention.name))
        if route is None:
            return match[0]
        tag = sentence.add(replace(mention, kind="R", ids=(route,)))
        return match[0].replace(f"{firm} ", tag) if match[1] else tag


def _plain(name: str) -> str:
    return name.casefold().removeprefix(_ARTICLE)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"
