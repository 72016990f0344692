"""Voices: whose words in quotation marks are that no verb of saying gives to anybody ("X was blunter. “We lose.”").

They are whose the sentence before speaks of, if it begins with him and names nobody else; a paragraph that is all
quoted is whose the paragraph before gave words to, if it names nobody else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from models.reading.grammar.tokens import tags_of
from models.reading.reference.offices import is_only_office
from models.records import Quote

if TYPE_CHECKING:
    from models.reading.reference.context import Context
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

_HEAD = re.compile(r"([HN]\d+) ")
_MARKS = {"“": "”", '"': '"', "«": "»"}
_ENDS = (".", "!", "?", "…")
_FEWEST = 20  # characters of words that are more than a name or a term
_WHOSE, _COLON = "voiced :", ":"


class Voices(Struct):
    """The sentences of the paragraph so far and of the one before; they are asked only where words open a sentence."""

    before: list[Sentence] = []
    here: list[Sentence] = []

    def turn(self) -> None:
        """Begin a new paragraph."""
        self.before, self.here = self.here, []

    def given(self, sentence: Sentence, text: str, start: int, end: int, context: Context) -> Sentence | None:
        """The sentence with nothing but whose its words are, if it opens words that are nobody's in text[start:end]."""
        mark = _MARKS.get(text[sentence.start])
        if mark is None or not _is_closed(text, sentence.start + 1, end, mark, start):
            return None
        whose = _heard(self.before, context) if sentence.start == start else _spoken_of(self.here[-1:], context)
        if whose is None:
            return None
        mention = structs.replace(whose, start=sentence.start, end=sentence.start)
        tags = f"{_WHOSE} {whose.kind}{len(sentence.mentions)} . "
        return structs.replace(sentence, tags=tags, mentions=[*sentence.mentions, mention])


def _heard(sentences: list[Sentence], context: Context) -> Mention | None:
    """The only person whom the sentences name, if they give him words, or end where these are to follow ("X said:")."""
    people = _people(sentences, context)
    only = next(iter(people.values())) if len(people) == 1 else None
    leads_in = sentences != [] and sentences[-1].text.rstrip().endswith(_COLON)
    return only if only is not None and (leads_in or only.name in _voices(sentences)) else None


def _spoken_of(sentences: list[Sentence], context: Context) -> Mention | None:
    """Whom the sentence begins with, if it names nobody else and gives nobody words."""
    head = _HEAD.match(sentences[0].tags) if sentences else None
    first = sentences[0].mention(head[1]) if head is not None else None
    alone = first is not None and list(_people(sentences, context)) == [first.name] and not _voices(sentences)
    return first if alone else None


def _people(sentences: list[Sentence], context: Context) -> dict[str, Mention]:
    """The people whom the sentences name."""
    named = (one.mentions[number] for one in sentences for letter, number in tags_of(one.tags) if letter in "HN")
    return {item.name: item for item in named if _is_person(item, context)}


def _voices(sentences: list[Sentence]) -> set[str]:
    """Who is given words in the sentences."""
    return {content.speaker for one in sentences for content in one.told if isinstance(content, Quote)}


def _is_closed(text: str, at: int, end: int, mark: str, start: int) -> bool:
    """Whether the words end a sentence where the paragraph ends or goes on without them; all of one they begin."""
    close = text.find(mark, at, end)
    if close < at + _FEWEST or text[close - 1] not in _ENDS:
        return False
    behind = text[close + 1 : end].strip()
    return not behind or (at - 1 != start and text[close - 1] == "." and behind[0].isupper())


def _is_person(item: Mention, context: Context) -> bool:
    """Whether the mention is a person who has a name."""
    if item.public or not item.name or is_only_office(item):
        return False
    return item.kind == "H" or item.name.split()[-1] in context.people
