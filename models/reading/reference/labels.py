"""Labels: who speaks in a transcript, also where initials, office or surname alone call him ("Y.A.:", "MR. X:")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.reading.around.wording import quoted_spans
from models.reading.grammar.tokens import words_of
from models.reading.sentence.mentions import Mention

if TYPE_CHECKING:
    from models.reading.grammar.language import Language
    from models.reading.reference.context import Context
    from models.reading.sentence.tagging import Sentence

_LABEL = re.compile(r"((?:[A-Z]\d+|[a-z]+|\.) ){1,6}: ")
_SPEAKER = re.compile(r"(?:(?:mr|mrs|ms|dr) )?([HN]\d+) : ")
_OWN = re.compile(r"(?<![^ ])(we|us|our) ")
_COLON = " : "
_ANSWERS, _ASKS = ("answer :", "a :"), ("question :", "q :")
_WE = frozenset({"we", "us", "our"})
_MARKS = ("“", '"', "«")
_INITIALS = 3
_LONGEST = 40


class Labels:
    """The words before a name that tell its office."""

    def __init__(self, language: Language) -> None:
        heads = (word for entry in language.words("roles", "heads") for word in entry.split())
        self._titles = language.words("names", "openers").intersection(("mr", "mrs", "ms", "dr")) | frozenset(heads)

    def mark(self, sentence: Sentence, context: Context) -> None:
        """Make the label that opens the sentence a mention of the person."""
        label, colon, _ = sentence.text.partition(":")
        if not colon or len(label) > _LONGEST or (found := _LABEL.match(sentence.tags)) is None:
            return
        words = label.replace(".", " ").split()
        person = self._meant(words, label, context) if words else None
        if person is not None:
            end = sentence.start + len(label)
            tag = sentence.add(replace(person, start=sentence.start, end=end))
            sentence.tags = f"{tag}: {sentence.tags[found.end() :]}"

    def _meant(self, words: list[str], label: str, context: Context) -> Mention | None:
        """The person of these initials, this surname or this office; one not named before, if in capitals.

        An office of which nobody is named ("Deputy Minister:") is of the state spoken of.
        """
        known = list(context.people.values())[::-1]
        letters = "".join(words)
        if letters.isupper() and len(letters) <= _INITIALS:
            return next((item for item in known if "".join(part[0] for part in item.name.split()) == letters), None)
        name = [word for word in words if word.lower() not in self._titles]
        if not name:
            office = words[-1].lower()
            held = (item for item in known if office in (item.role or "").lower().split(" of ")[0].split())
            nobody = len(words) > 1 and all(word[0].isupper() for word in words)
            return next(held, Mention("H", 0, 0, label, context.countries, label) if nobody else None)
        if not label.isupper():
            return None
        same = next((item for item in known if item.name.split()[-1].upper() == name[-1]), None)
        return same or (Mention("H", 0, 0, " ".join(name).title()) if len(name) < len(words) else None)


def _note_business(sentence: Sentence, context: Context) -> None:
    """Note who is told to run a firm, or to work in one: their "we" is no state."""
    people = [item for item in sentence.present("HN") if not item.ids and len(item.name.split()) > 1]
    if not people:
        return
    told = sentence.text.lower().replace(",", " ").replace("-", " ").split()
    if not sentence.words["in_firms"].isdisjoint(told):
        context.dealers.update(item.name.split()[-1] for item in people)


def hear(sentence: Sentence, context: Context) -> None:
    """Note whose turn it is in a transcript: "we" is then his state, else the one spoken of when he first speaks.

    It is none for who runs a firm.
    """
    if context.answering:
        sentence.tags = f"answer : {sentence.tags.removeprefix('— ').removeprefix('- ')}"
    label = _SPEAKER.match(sentence.tags) if _COLON in sentence.tags else None
    if label is not None:
        context.turn = sentence.mention(label[1])
    elif sentence.tags.startswith(_ANSWERS):
        context.turn = context.first
    elif sentence.tags.startswith(_ASKS):
        context.subject, context.asked = None, True  # whom the answer before spoke of is not who the next one speaks of
    _note_business(sentence, context)
    own = speaks_for(context)
    if own is None and not _WE.isdisjoint(words_of(sentence.tags)):
        own = _quoted(sentence, context)
    if own is not None:
        sentence.tags = _OWN.sub(lambda match: sentence.add(own) + ("'s " if match[1] == "our" else ""), sentence.tags)


def speaks_for(context: Context) -> Mention | None:
    """The state or firm that "we" are in the turn of who speaks; None where it is not known."""
    return _party(context.turn, context)


def _quoted(sentence: Sentence, context: Context) -> Mention | None:
    """The party of the only person beside words in quotation marks, or of who spoke before, where they are all."""
    told = quoted_spans(sentence.text)
    people = {mention.name: mention for mention in sentence.present("H") if mention.role or mention.ids}
    outside = [
        mention
        for mention in people.values()
        if not any(start <= mention.start - sentence.start < end for start, end in told)
    ]
    if told and len(outside) == 1:
        return _firm(outside[0], context)
    whole = sentence.text[:1] in _MARKS and not people
    return _firm(context.person, context) if whole and context.person is not None else None


def _firm(person: Mention, context: Context) -> Mention | None:
    """The firm for which a person speaks; None for anybody else."""
    own = _party(person, context) if person.ids else None
    return own if own is not None and own.kind == "O" else None


def _party(own: Mention | None, context: Context) -> Mention | None:
    """The state or firm that "we" are when this person says it; None where it is not known."""
    if own is None or (not own.ids and own.name.split()[-1:] and own.name.split()[-1] in context.dealers):
        return None  # "we" are a firm, whose land has done nothing
    ids = own.ids or context.homes.setdefault(own.name, context.countries)
    if len(ids) != 1:
        return None
    firm = ids[0] in context.lands
    return replace(own, kind="O" if firm else "C", name=ids[0], ids=context.lands[ids[0]] if firm else ids, role=None)
