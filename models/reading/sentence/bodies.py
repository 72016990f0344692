"""Bodies: ministries, banks and firms that a text calls by a common noun, and whose they are.

"Its finance ministry" is that of the state spoken of; "the Kazakh company" is the one of that state named before.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from models.reading.grammar.language import Language
    from models.reading.reference.context import Context
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

_BODY = re.compile(r"(Z\d+) ")
_FIRM = re.compile(r"([ON]\d+) ")
_OWNERS = re.compile(r"[CH]\d+(?= )")
_LED_STATES = re.compile(r"(?:(\S+) )??(?:(\S+) )?([CJ]\d+)(?= )")
_FROM = "from"
_SAID = re.compile(r"(C\d+) (?:_\S+ )*([a-z]+) ")
_SEAT = re.compile(r"in ([CP]\d+) (?!'s |and )")
_FULL_NAME = 3
_SHORTEST_HEAD = 4
_SHORT = re.compile(r" \((?:the )?[\"“]?(?:the )?([A-Z][A-Za-z&]{1,11})[\"”]?\)")
_NAMED = re.compile(r"[ON]\d+(?= )")
_GROUP, _UNKNOWN = "L", "N"


class Bodies:
    """The words that tell whose a body is, and which nouns call a firm."""

    def __init__(self, language: Language) -> None:
        self._definite = language.words("clauses", "definite")
        self._national = language.words("clauses", "national")
        self._organs = language.words("clauses", "organs")
        self._possessive = language.words("clauses", "possessive")
        self._own = language.words("clauses", "our")
        self._firms = frozenset(language.classes["firm"])
        said = (entry for name in ("say", "tell") for entry in language.classes[name])
        denied = language.words("untold", "denying")
        self._saying = denied | frozenset(entry for entry in said if " " not in entry)
        self._generic = language.words("names", "generic") | language.words("names", "organisation")

    def resolve(self, sentence: Sentence, context: Context) -> None:
        """Make every body a mention that acts for its state, and every firm called by its kind the one it is."""
        if "Z" in sentence.tags:
            sentence.tags = _BODY.sub(lambda match: self._owned(sentence, match, context), sentence.tags)
        if "O" in sentence.tags or ("N" in sentence.tags and (context.short or context.lands)):
            sentence.tags = _FIRM.sub(lambda match: self._meant(sentence, match, context), sentence.tags)
        for mention in sentence.mentions:
            if mention.kind == "O" and mention.ids and not mention.names:
                context.lands[mention.name] = mention.ids
        if "(" in sentence.text:
            _note_short_names(sentence, context)
        if "O" in sentence.tags:
            self._note_heads(sentence, context)

    def _note_heads(self, sentence: Sentence, context: Context) -> None:
        """Remember firms by the first word of their names, which calls them later where it tells them apart."""
        for mention in sentence.present("O"):
            head, _, rest = mention.name.partition(" ")
            if mention.name.isupper() and rest:  # a newspaper opens with capitals
                head, mention = head.title(), replace(mention, name=mention.name.title())
            told = rest and not (mention.public or mention.names or head.isupper() or len(head) < _SHORTEST_HEAD)
            if told and head[0].isupper() and head.lower() not in self._generic and head not in context.people:
                context.short.setdefault(head, mention)

    def _owned(self, sentence: Sentence, match: re.Match[str], context: Context) -> str:
        mention = sentence.mention(match[1])
        ids = self._own_land(sentence, match.start(), context) or self._told_by(context) or context.countries
        lead, turn = self._lead(sentence, mention), _speaks(context)
        seat = _SEAT.match(sentence.tags, match.end())
        if seat is not None and lead in self._definite:  # "the ministry in P1"
            ids = sentence.mention(seat[1]).ids or ids
        elif lead in self._own and turn is not None:
            ids = turn.ids
        elif lead in self._possessive:
            here = [sentence.mention(tag) for tag in _OWNERS.findall(sentence.tags[: match.start()])]
            owner = here[-1] if here else context.subject
            ids = owner.ids if owner is not None and owner.kind in "CH" and len(owner.ids) == 1 else ids
        return sentence.add(replace(mention, kind="H", ids=ids, public=True))

    def _own_land(self, sentence: Sentence, at: int, context: Context) -> tuple[str, ...]:
        """The only state that the sentence names before a body that it closes with ("C0 would sell K1, the bank"), and
        not only as whom something is done with ("trade with C0 rose, the agency")."""
        beside, bought = sentence.words["beside"] - {_FROM}, sentence.words["flow_buys"]
        led = _LED_STATES.findall(sentence.tags, 0, at)
        free = (tag for word, lead, tag in led if lead not in beside and not (lead == _FROM and word in bought))
        lands = {named.ids for tag in free if (named := sentence.mention(tag)).ids}
        lands = {ids for ids in lands if len(ids) == 1 and context.members.issuperset(ids)}
        return lands.pop() if len(lands) == 1 else ()

    def _told_by(self, context: Context) -> tuple[str, ...]:
        """The state that said or denied something in the sentence before of the paragraph: its ministry goes on."""
        before = context.voices.here[-1:]
        said = _SAID.match(before[0].tags) if before else None
        ids = before[0].mention(said[1]).ids if said is not None and said[2] in self._saying else ()
        return ids if len(ids) == 1 else ()

    def _meant(self, sentence: Sentence, match: re.Match[str], context: Context) -> str:
        mention = self._in_full(sentence, match, context)
        if match[1][0] != mention.kind:
            return sentence.add(mention)
        if mention.kind != "O":
            return match[0]
        if mention.public and not mention.ids and self._is_bare(mention):
            return self._of_land(sentence, match, mention, context)
        called = mention.name.split()
        if len(called) == 1 and called[0].lower() in self._firms:  # "the Company" of a release
            known = context.company
            return match[0] if known is None else sentence.add(replace(known, start=mention.start, end=mention.end))
        if not called or called[-1] not in self._firms or self._lead(sentence, mention) not in self._definite:
            return match[0]
        named = _NAMED.findall(sentence.tags[: match.start()])
        here = [sentence.mention(tag) for tag in named if not _is_site(sentence, tag)]
        fitting = (known for known in (*reversed(here), context.firm) if known is not None and _fits(known, mention))
        found = next(fitting, None)
        return match[0] if found is None else sentence.add(replace(found, start=mention.start, end=mention.end))

    def _in_full(self, sentence: Sentence, match: re.Match[str], context: Context) -> Mention:
        """The mention; a firm by its short name is the one that was introduced with it, by its name of that land."""
        mention = sentence.mention(match[1])
        full = context.short.get(mention.name) if not mention.ids else None
        if full is None and not mention.ids and not mention.names and mention.name in context.lands:
            full = replace(mention, kind="O", ids=context.lands[mention.name])
        if full is None:
            return mention
        sentence.mentions[int(match[1][1:])] = found = replace(full, start=mention.start, end=mention.end)
        return found

    def _is_bare(self, mention: Mention) -> bool:
        """Whether a public body has no name but its kind ("the Treasury"), other than the full name of one."""
        words = mention.name.lower().split()
        return len(words) < _FULL_NAME and words[-1] in self._national

    def _of_land(self, sentence: Sentence, match: re.Match[str], mention: Mention, context: Context) -> str:
        """A public body without a land of its own ("the Treasury") is that of the state named before it.

        What every state has ("the senate") is else that of the state spoken of.
        """
        here = [sentence.mention(tag) for tag in _OWNERS.findall(sentence.tags[: match.start()])]
        lead = self._lead(sentence, mention)
        if here and len(here[-1].ids) == 1 and lead in self._definite:
            return sentence.add(replace(mention, ids=here[-1].ids))
        if not here and lead in (*self._definite, "") and mention.name.lower().split()[-1] in self._organs:
            return sentence.add(replace(mention, kind="H", ids=land_of(context)))
        return match[0]

    def _lead(self, sentence: Sentence, mention: Mention) -> str:
        """The word before a mention, in lower case."""
        before = sentence.text[: max(0, mention.start - sentence.start)].split()
        return before[-1].lower().strip("\"“'") if before else ""


def _note_short_names(sentence: Sentence, context: Context) -> None:
    """Remember the short names in brackets behind the names of bodies."""
    for mention in sentence.mentions:
        if mention.kind in "ON" and (found := _SHORT.match(sentence.text, mention.end - sentence.start)):
            context.short[found[1]] = replace(mention, kind="O")


def _speaks(context: Context) -> Mention | None:
    """Who speaks in a transcript."""
    return context.turn or (context.first if context.answering else None)


def _fits(known: Mention, called: Mention) -> bool:
    """Whether a firm may be the one that is called by its kind: of that state, or of none that is known."""
    return known.kind in "ON" and (not known.ids or known.ids == called.ids) and known.name != called.name


def _is_site(sentence: Sentence, tag: str) -> bool:
    """Whether an unknown name is that of a place ("through N3 crossing")."""
    lead = sentence.tags[: sentence.tags.index(f"{tag} ")].split()[-1:]
    return tag[0] == _UNKNOWN and not sentence.words["siting"].isdisjoint(lead)


def is_minister(sentence: Sentence, mention: Mention) -> bool:
    """Whether a person holds an office of a state that nobody has named."""
    return not mention.ids and (mention.role or "").lower().rpartition(" ")[2] in sentence.words["ministerial"]


def is_leading(sentence: Sentence, mention: Mention) -> bool:
    """Whether a person leads a firm or body whose land nobody has told."""
    return not mention.ids and (mention.role or "").lower().rpartition(" ")[2] in sentence.words["leading"]


def land_of(context: Context) -> tuple[str, ...]:
    """The state that the sentence before was about, or of the region the one spoken of."""
    subject = context.subject
    single = subject is not None and subject.kind in "CH" and len(subject.ids) == 1
    return subject.ids if subject is not None and single else context.countries


def _own_land(sentence: Sentence, mention: Mention, context: Context) -> tuple[str, ...]:
    """The state of whose minister is told behind what he says: the only one of the region that is named before him,
    where the paragraph has not yet named the one that the sentence before was about."""
    told = land_of(context)
    own = context.members.difference(context.region)
    here = {item.ids for item in sentence.mentions if item.kind in "CJ" and item.start < mention.start}
    named = [ids for ids in here if len(ids) == 1 and ids[0] in own]
    return named[0] if len(named) == 1 and context.paragraph.keys().isdisjoint(told) else told


def _give_land(sentence: Sentence) -> None:
    """Give a person without a state that of those for whom he is told to act ("H0 , on behalf of C1 ,")."""
    words = sentence.words["representing"]
    if not any(map(sentence.tags.__contains__, words)):
        return
    for person, state in _acting_for(words).findall(sentence.tags):
        found = sentence.mention(person)
        if not found.ids and not found.public:
            sentence.mentions[int(person[1:])] = replace(found, ids=sentence.mention(state).ids)


@lru_cache
def _acting_for(words: frozenset[str]) -> re.Pattern[str]:
    """Who acts for which state ("H0 , who spoke on behalf of C1")."""
    how = "|".join(sorted(words))
    return re.compile(
        rf"([HN]\d+) (?:, )?(?:who )?(?:[a-z_]+ ){{0,2}}?(?:on |in )?(?:{how}) (?:of |for )?([CL]\d+) (?!')"
    )


def know_people(sentence: Sentence, context: Context) -> None:
    """Give a surname the full name, office and state it was introduced with, and remember new people."""
    _give_land(sentence)
    for number, mention in enumerate(sentence.mentions):
        if mention.kind == _GROUP and () in mention.each:
            sentence.mentions[number] = _known_members(mention, context)
        if mention.kind not in "HN" or not mention.name or mention.public:
            continue
        parts = mention.name.split()
        known = context.people.get(parts[-1])
        if known is not None:
            sentence.mentions[number] = mention = replace(
                mention, ids=mention.ids or known.ids, role=mention.role or known.role
            )
        if is_minister(sentence, mention):
            sentence.mentions[number] = mention = replace(mention, ids=_own_land(sentence, mention, context))
        if mention.kind == "H" or (1 < len(parts) <= 3 and not sentence.tags.count(f" - based N{number} ")):
            context.people.pop(parts[-1], None)  # the last named stands last
            context.people[parts[-1]] = mention


def _known_members(group: Mention, context: Context) -> Mention:
    """The group with the states of those of its members who were introduced before ("MINISTER and H1 signed")."""
    if len(group.names) != len(group.each):
        return group
    known = ((context.people.get(name.split()[-1]), ids) for name, ids in zip(group.names, group.each, strict=True))
    each = tuple(ids or (person.ids if person is not None else ()) for person, ids in known)
    return replace(group, ids=tuple(dict.fromkeys(chain.from_iterable(each))), each=each)


def a_woman(found: Mention | None, context: Context) -> Mention | None:
    """The person, if her first name ends as most women's do, else the last one named whose does; else the person."""
    people = [found, context.person, *reversed(context.people.values())]
    return next((item for item in people if item is not None and item.name.split()[0][-1] in "aeя"), found)
