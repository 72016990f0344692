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
    from models.reading.reference.referents import Context
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

_HEAD = re.compile(r"([HN]\d+) ")
_MARKS = {"“": "”", '"': '"', "«": "»"}
_ENDS = (".", "!", "?", "…")
_FEWEST = 20  # characters of words that are more than a name or a term
_WHOSE = "voiced :"


class Voices(Struct):
    """Who may have the next words: `before` by the sentence before, `last` by the paragraph before."""

    before: Mention | None = None
    last: Mention | None = None
    people: dict[str, Mention] = {}
    spoke: set[str] = set()

    def turn(self) -> None:
        """Begin a new paragraph."""
        only = next(iter(self.people.values())) if len(self.people) == 1 else None
        self.last = only if only is not None and only.name in self.spoke else None
        self.before, self.people, self.spoke = None, {}, set()

    def given(self, sentence: Sentence, text: str, start: int, end: int) -> Sentence | None:
        """The sentence with nothing but whose its words are, if it opens words that are nobody's in text[start:end]."""
        mark = _MARKS.get(text[sentence.start])
        whose = self.last if sentence.start == start else self.before
        if mark is None or whose is None or not _is_closed(text, sentence.start + 1, end, mark, start):
            return None
        mention = structs.replace(whose, start=sentence.start, end=sentence.start)
        tags = f"{_WHOSE} {whose.kind}{len(sentence.mentions)} . "
        return structs.replace(sentence, tags=tags, mentions=[*sentence.mentions, mention])

    def note(self, sentence: Sentence, context: Context) -> None:
        """Note whom the sentence names, and whom it gives words to."""
        named = [sentence.mentions[number] for letter, number in tags_of(sentence.tags) if letter in "HN"]
        people = {item.name: item for item in named if _is_person(item, context)}
        self.people |= people
        said = {content.speaker for content in sentence.told if isinstance(content, Quote)}
        self.spoke |= said
        head = _HEAD.match(sentence.tags)
        first = sentence.mention(head[1]) if head is not None else None
        alone = first is not None and list(people) == [first.name] and not said
        self.before = first if alone else None


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
