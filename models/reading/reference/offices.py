"""Offices: whom one without a name stands for ("the minister", "the Head of State"), and who is nobody known."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.reading.grammar.tokens import words_of
from models.reading.sentence.mentions import Mention

if TYPE_CHECKING:
    from models.reading.reference.context import Context
    from models.reading.sentence.tagging import Sentence

_FIELD = re.compile(" (?:for|of) ")
_HOLDS = re.compile(r"(N\d+) _(?:is|was|became|has _been|had _been) (?:_now |_then )?([HW]\d+) (?!'s )")
_UNKNOWN = "N"
_HIS_LAND = re.compile(r"(?<![^ ])(?:his|her) (?:country|nation|homeland|government) ")
_PERSON = re.compile(r"H\d+(?= )")
_HEAD_OF_STATE = ("head of state", "head of the state")


def holder(sentence: Sentence, mention: Mention, context: Context) -> Mention | None:
    """The person who holds the office; an office of a state without a known holder still stands for the state."""
    role = _in_full(_without_field(mention.role or mention.name), sentence.words["initials"])
    lead = sentence.text[: max(0, mention.start - sentence.start)].lower().split()[-1:]
    if not mention.ids and lead == ["the"] and mention.name[:1].isupper() and role in context.holders:
        return context.holders[role]  # a read-out's own minister, whom it never names
    other = not mention.ids and lead != [] and lead[0] in sentence.words["possessive"]
    own = context.person if other else None  # "his guest" is not himself
    known = [person for person in reversed(context.people.values()) if person.start < mention.start]
    people = [person for person in (context.person, *known) if person is not None and person.name != _name(own)]
    fitting = [person for person in people if not mention.ids or person.ids in ((), mention.ids)]
    exact = (person for person in fitting if f" {_title(person)}".endswith(f" {role}"))
    if found := next(exact, None):
        return found
    if role.split()[-1] in sentence.words["general"]:
        return _highest(sentence, mention, fitting, context) or _of_state(mention) or _coming(mention, role, context)
    if role in sentence.words["shared"] and lead == ["the"] and not mention.ids:
        return next((person for person in people if _is_one(person, sentence.words["shared"])), None)
    if (found := _of_state(mention)) is not None:
        context.holders.setdefault(role, found)
    return found


def _highest(sentence: Sentence, office: Mention, people: list[Mention], context: Context) -> Mention | None:
    """The first who holds one of the highest offices; a read-out calls its own "the head of state", whoever comes."""
    own = office.name.lower() in _HEAD_OF_STATE and not office.ids
    offices = tuple(sentence.words["heads_of_state" if own else "highest"])
    first = [person for person in people if own and context.first is not None and person.name == context.first.name]
    return next((person for person in (*first, *people) if _title(person).startswith(offices)), None)


def _coming(office: Mention, role: str, context: Context) -> Mention | None:
    """The state of whoever came or received him last, for "his guest" and "his host"."""
    codes = {"guest": context.guest, "visitor": context.guest, "host": context.host}.get(role, ())
    return Mention("H", 0, 0, office.name, codes) if len(codes) == 1 else None


def _is_one(person: Mention, shared: frozenset[str]) -> bool:
    """Whether "the expert" or "the official" may be this person: his office is unknown or one that many hold."""
    title = _title(person).split()
    return not person.public and (not title or not shared.isdisjoint(title))


def _of_state(mention: Mention) -> Mention | None:
    return Mention("H", 0, 0, mention.name, mention.ids, mention.role) if mention.ids else None


def _title(person: Mention) -> str:
    """The office of a person without its field and state, in lower case."""
    return _without_field(person.role or "")


def is_only_office(person: Mention) -> bool:
    """Whether somebody is called by his office alone ("the deputy minister")."""
    title = _title(person)
    return title != "" and title in person.name.lower()


def introduce(sentence: Sentence) -> None:
    """Give a name the office that it is told to hold ("N0 _has _been H1 D2"), and who holds the office the name."""
    for name, office in _HOLDS.findall(sentence.tags) if _UNKNOWN in sentence.tags else ():
        named, held = sentence.mention(name), sentence.mention(office)
        if is_only_office(held):
            sentence.mentions[int(name[1:])] = replace(named, ids=held.ids, role=held.role)
            sentence.mentions[int(office[1:])] = replace(held, name=named.name)


def name_land(sentence: Sentence, context: Context) -> None:
    """Put the state of the person spoken of in the place of "his country"."""
    if not sentence.words["possessive"].isdisjoint(words_of(sentence.tags)):
        sentence.tags = _HIS_LAND.sub(lambda match: _land(sentence, match, context), sentence.tags)


def _land(sentence: Sentence, match: re.Match[str], context: Context) -> str:
    """The tag of the only state of the person named last before the words, or the words."""
    people = [sentence.mention(tag) for tag in _PERSON.findall(sentence.tags, 0, match.start())]
    person = next((item for item in reversed(people) if not item.public), None) or context.person
    ids = person.ids if person is not None else ()
    if len(ids) != 1 or ids[0] not in context.states:
        return match[0]
    return sentence.add(Mention("C", 0, 0, match[0].strip(), ids))


def _without_field(office: str) -> str:
    return _FIELD.split(office, 1)[0].lower()


def _in_full(office: str, initials: frozenset[str]) -> str:
    """The office that two letters stand for ("pm: prime minister"), or the office."""
    return next((known.partition(": ")[2] for known in initials if known.startswith(f"{office}: ")), office)


def _name(mention: Mention | None) -> str:
    return mention.name if mention is not None else ""


def is_by_nobody(sentence: Sentence) -> bool:
    """Whether somebody without a name says something ("a London-based trader said", "said one official")."""
    words = sentence.words["nobody"]
    return not words.isdisjoint(words_of(sentence.tags)) and _by_nobody(words).search(sentence.tags) is not None


@cache
def _by_nobody(words: frozenset[str]) -> re.Pattern[str]:
    says = "(?:said|says|told|added|noted) "
    one = rf"(?:an?|one|another|[CP]\d+ -) (?:[^ ;,.]+ ){{0,4}}?(?:{'|'.join(sorted(words))}) "
    return re.compile(rf"(?<![^ ])(?:{one}(?:[^ ;,.]+ ){{0,6}}?{says}|{says}{one})")
