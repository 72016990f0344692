"""Owners: whose something is where the text says "its", "their" or "our" ("its largest trading partner, C1").

Only what states have of one another and what routes have is given its owner, so that the rules read it as if the
owner were named: "C0 's largest trading partner , C1".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.reading.around.wording import quoted_spans
from models.reading.grammar.branches import any_of
from models.reading.grammar.tokens import words_of
from models.reading.reference.counting import pair_named
from models.reading.reference.referents import before
from models.reading.sentence.mentions import Mention

if TYPE_CHECKING:
    from models.reading.grammar.language import Language
    from models.reading.reference.context import Context
    from models.reading.sentence.tagging import Sentence

_ITS = re.compile(r"(?<!\w)[Ii]ts ")
_OWN = re.compile(r"(?<!\w)[Ii]ts (?:[\w-]+ )?$")
_WORDS = frozenset({"its", "their", "our", "his", "her"})
_ACTOR = re.compile(r"(?:([a-z_]+) )?([CO]\d+)(?= (?!'s ))")
_PEOPLE = re.compile(r"H\d+")
_SPEAKERS = re.compile(r"[CH]\d+")
# "C1 _is its largest partner" is the partner of somebody named before
_EQUATED = re.compile(
    r"[CO]\d+ (?:(?:, )?[^ ;,]+ ){0,3}"
    r"(?:_is|_are|_was|_were|_been|_be|remain\S*|becom\S*|became|stay\S*) (?:[^ ;,]+ ){0,2}$"
)
_BETWEEN = 4  # words between a pronoun and what is owned


class Owners:
    """The words for what states and routes have."""

    def __init__(self, language: Language) -> None:
        state, route = (any_of(language.words("owned", name)) for name in ("of_state", "of_route"))
        how = rf"(?:(?!_(?:is|are|was|were)|{state})[a-z_0-9-]+ ){{0,{_BETWEEN}}}?"
        self._state = re.compile(rf"(?<![^ ])(its|their|our) (?={how}(?:{state}) )")
        deeds = any_of(language.words("owned", "of_person"))
        self._person = re.compile(rf"(?<![^ ])(?:his|her) (?=(?:_?[a-z-]+ ){{0,3}}?(?:{deeds}) )")
        self._route = re.compile(rf"(?<![^ ])(its) (?={how}(?:{route}) )")
        goods = any_of(language.words("owned", "of_land"))
        self._noun = re.compile(rf"(?<![^ ])its (?:[a-z_-]+ ){{0,2}}?(?=(?:{goods}) )")
        self._goods = re.compile(rf"(K\d+) (?=(?:[a-z-]+ )?(?:{goods}) )")

    def resolve(self, sentence: Sentence, context: Context) -> None:
        """Put the owner in the place of the pronoun, where it is known."""
        if "ts " in sentence.text and _ITS.search(sentence.text):
            self._of_land(sentence, context)
        if _WORDS.isdisjoint(words_of(sentence.tags)):
            return
        sentence.tags = self._person.sub(lambda match: self._of_person(sentence, match, context), sentence.tags)
        sentence.tags = self._route.sub(lambda match: self._of_route(sentence, match, context), sentence.tags)
        sentence.tags = self._state.sub(lambda match: self._of_state(sentence, match, context), sentence.tags)

    def _of_route(self, sentence: Sentence, match: re.Match[str], context: Context) -> str:
        """The route of the sentence, else the one that the sentence before spoke of, at the head of this one."""
        own = _subject(sentence, match.start())
        if own is not None and before(sentence, match.start(), "R") is None:
            return match[0]
        way = before(sentence, match.start(), "R") or (None if context.on_part else context.line)
        return _owned(sentence, way, match[0]) if way is not None and way.kind == "R" else match[0]

    def _of_person(self, sentence: Sentence, match: re.Match[str], context: Context) -> str:
        """Whose visit or talks it is: the person who acts in the sentence, else the one spoken of; where two are
        named, nobody's."""
        people = {sentence.mention(tag).name: tag for tag in _PEOPLE.findall(sentence.tags, 0, match.start())}
        if len(people) > 1:
            return match[0]
        person = sentence.mention(next(iter(people.values()))) if people else context.person
        return _owned(sentence, person, match[0])

    def _of_land(self, sentence: Sentence, context: Context) -> None:
        """Put the land or firm spoken of before goods and output that are its own, where nobody acts before them."""
        told = context.subject if context.subject is not None and context.subject.kind == "C" else context.maker
        land = told or (Mention("C", 0, 0, ids=context.countries) if len(context.countries) == 1 else None)
        found = self._noun.search(sentence.tags) or self._goods.search(sentence.tags)
        if land is None or found is None or _subject(sentence, found.start()) is not None:
            return
        goods = found[0][0] == "K"
        if goods and not _OWN.search(sentence.text, 0, max(0, sentence.mention(found[1]).start - sentence.start)):
            return
        end = found.start() + (0 if goods else len("its "))
        sentence.tags = f"{sentence.tags[: found.start()]}{sentence.add(land)}'s {sentence.tags[end:]}"

    def _of_state(self, sentence: Sentence, match: re.Match[str], context: Context) -> str:
        at = match.start()
        if match[1] == "our":
            return _owned(sentence, _speaker(sentence), match[0])
        if match[1] == "their":
            return _owned(sentence, pair_named(sentence, at), match[0])
        told = context.subject if context.subject is not None and context.subject.kind == "C" else None
        own = None if _EQUATED.search(sentence.tags, 0, at) else _subject(sentence, at)
        return _owned(sentence, own or told, match[0])


def _owned(sentence: Sentence, owner: Mention | None, words: str) -> str:
    """The owner with its ending; the words as they are where there is none."""
    return words if owner is None or not owner.ids else f"{sentence.add(owner)}'s "


def _subject(sentence: Sentence, at: int) -> Mention | None:
    """The state or body that acts before a place: first of the clause under no preposition, else of the sentence."""
    clause, prepositions = sentence.tags[:at].rpartition(" ; ")[2], sentence.words["prepositions"]
    for part in (clause, sentence.tags[:at]):
        found = [(lead, tag) for lead, tag in _ACTOR.findall(part)]
        free = next((tag for lead, tag in found if lead not in prepositions), None)
        if free is not None:
            return sentence.mention(free)
    return None


def _speaker(sentence: Sentence) -> Mention | None:
    """The land of who speaks: the first state or person of one state that is named outside the quotation marks."""
    told = quoted_spans(sentence.text)
    if not told:
        return None
    for tag in _SPEAKERS.findall(sentence.tags):
        found = sentence.mention(tag)
        inside = any(start <= found.start - sentence.start < end for start, end in told)
        if len(found.ids) == 1 and not inside:
            return replace(found, kind="C")
    return None
