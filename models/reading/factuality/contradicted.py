"""Contradicted: who says in a sentence that something was not done which the press, in the one beside it, says was.

"H1 said C0 _had _not sold any K2 . S0 _had reported sales of Q1 ." Both must tell of the same deed, by words of one
family, and of the same parties or things: of who did not do it, and of one more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from models.reading.factuality.disputed import teller
from models.reading.factuality.sourcing import told_by
from models.reading.grammar.tokens import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.reading.grammar.language import Language
    from models.reading.sentence.tagging import Sentence
    from models.records import Content

_NEGATIONS = frozenset({"_not", "_never"})
_UNDONE = re.compile(r"(?<![^ ])(?P<who>[CHLOJ]\d+ )(?:(?:_\S+|did|does|do) ){1,3}?_(?:not|never) (?P<what>[^;]*)")
_TAG = re.compile(r"(?<![^ ])[CHJKLOPR]\d+(?= )")
_DATE = re.compile(r"(?<![^ ])D\d+(?= )")
_YEAR = len("2025")


class Undone(Struct, frozen=True):
    """What somebody says was not done: by whom that is said (as tagged words), what each name in it stands for, of whom
    it is told, the families of words that tell what is done, and the years that it is told of."""

    said_by: str
    named: tuple[frozenset[str], ...]
    doers: frozenset[str]
    deeds: frozenset[int]
    years: frozenset[str]

    def is_told_by(self, content: Content, report: Sentence) -> bool:
        """Whether the content, read in a report, tells what was not done: of nobody, nothing and no year else."""
        own = frozenset(_codes(content))
        told = own.union(*(_ids(report, tag) for tag in _TAG.findall(report.tags)))
        year = str(getattr(content, "year", None) or getattr(content, "date", None) or "")[:_YEAR]
        if self.doers.isdisjoint(own) or (year and self.years and year not in self.years):
            return False
        return bool(self.named) and all(not ids.isdisjoint(told) for ids in self.named)


class Contradicting:
    """Finds what was not done with the words of the language data."""

    def __init__(self, language: Language) -> None:
        told = language.tables.get("denials", {})
        self._deeds = [frozenset(family) for family in told.get("deeds", ())]
        self._denying = frozenset(told.get("verbs", ()))
        self._sources = language.words("modality", "sources")
        verbs = "|".join(sorted(self._denying)) or "(?!)"
        self._denied = re.compile(
            rf"(?<![^ ])(?:{verbs}) (?:D\d+ )?(?:(?:; )?that (?P<who>[CHLOJ]\d+ )|(?=[a-z]+ing ))(?P<what>[^;]*)"
        )

    def undone(self, sentence: Sentence) -> Undone | None:
        """What somebody says in the sentence was not done; None where nobody says so."""
        words, tags = words_of(sentence.tags), sentence.tags
        if not _NEGATIONS.isdisjoint(words):
            found = _UNDONE.search(tags)
            said_by = told_by(tags, found.start(), found.start("what"), self._sources) if found is not None else None
        elif not self._denying.isdisjoint(words):
            found = self._denied.search(tags)
            said_by = teller(tags, self._denying) if found is not None else None
        else:
            return None
        if found is None or said_by is None:
            return None
        doers = _ids(sentence, found["who"] or said_by.split()[-1])
        named = tuple(ids for tag in _TAG.findall(found["what"]) if (ids := _ids(sentence, tag)) and not ids <= doers)
        dates = (sentence.mention(tag).value for tag in _DATE.findall(found["what"]))
        years = frozenset(date[:_YEAR] for date in dates if isinstance(date, str))
        return Undone(said_by, named, doers, self._families(found["what"]), years)

    def tell_of(self, report: Sentence, undone: Undone) -> bool:
        """Whether a report tells of such a deed as was not done."""
        return not undone.deeds.isdisjoint(self._families(report.tags))

    def _families(self, tags: str) -> frozenset[int]:
        """The families of words by which a piece of tagged text tells what is done."""
        words = words_of(tags)
        return frozenset(number for number, family in enumerate(self._deeds) if not family.isdisjoint(words))


def _ids(sentence: Sentence, tag: str) -> frozenset[str]:
    """What a mention may be known by: the codes that stand for it, and its own name."""
    if _TAG.match(f"{tag.strip()} ") is None:
        return frozenset()
    mention = sentence.mention(tag.strip())
    return frozenset((*mention.ids, *mention.codes))


def _codes(content: Content) -> Iterable[str]:
    """All words that a content is made of, those of its parts too."""
    for value in msgspec.structs.astuple(content):
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from (part for part in value if isinstance(part, str))
