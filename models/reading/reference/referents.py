"""Referents: which mention of what earlier sentences left behind a word such as "both sides" stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.reading.around.makers import called, has_name, maker
from models.reading.around.periods import note_period
from models.reading.grammar.tokens import tags_of, words_of
from models.reading.reference.context import PAIR
from models.reading.reference.counting import counted, pair_named, spoken_for, states_named, two_firms
from models.reading.reference.lines import is_on_part
from models.reading.reference.offices import holder, is_by_nobody, is_only_office
from models.reading.reference.salience import acting, company, spoken_of
from models.reading.reference.situation import note_groups, note_trade
from models.reading.reference.terms import term
from models.reading.reference.ventures import is_told, venture
from models.reading.reference.wares import heads, named_in
from models.reading.sentence.mentions import Mention
from models.records import Money, Resource, RouteFact

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from models.reading.reference.context import Context
    from models.reading.sentence.tagging import Sentence

_ROW = re.compile(r"(?:[—•*·-] |[^ ] [.)] )?C\d+ (?:[:—(,-] )?[^.;]*[MF]\d")
_BODY = re.compile(r"(?:(\S+) )?([OR]\d+)")
_SAID = re.compile(r"([HW]\d+) (?:_\S+ )*([a-z]+) (?:that )?$")
_FACED = re.compile(r"(?:that )?X\d+ (?:_\S+ )*[a-z]+ (?:with )?([CHL]\d+) ")
_APPOSED = re.compile(r"(O\d+) , $")
_KEPT = {"O": "firm", "N": "other"}
_GOODS = frozenset("KO")  # goods, and firms that are called by them
_SIDES = frozenset("CHL")  # behind these a body that was named before speaks no more


def referent(sentence: Sentence, at: int, mention: Mention, context: Context) -> Mention | None:
    """The mention that a word at a place of the sentence stands for, or None."""
    if mention.kind == "W":
        return holder(sentence, mention, context)
    to = mention.ids[0] if mention.kind == "X" else "parties"
    if to == "firm":
        return _firm(sentence, at, mention.name, context)
    if to == "route":
        return context.lines.meant(mention.name, context.route)
    if to == "line":
        return context.line if context.line is not None and context.line.kind == "R" else None
    if to == "commodity":
        return context.wares.referred(mention.name)
    if to == "guests":
        several = context.guests if len(context.guests) > 1 else context.region
        return Mention("L", 0, 0, mention.name, several)
    if to == "parties":
        codes = counted(sentence, at, mention.name, context)
        return Mention("L", 0, 0, mention.name, codes) if codes else None
    pointed = _pointed_at(sentence, at, mention, context) if to == "country" else ()
    codes = context.region if to == "region" else context.bloc if to == "bloc" else pointed
    codes = codes or (_country(sentence, at, context) if to not in ("region", "bloc") else ())
    return Mention("C", 0, 0, mention.name, codes) if codes else None


def _pointed_at(sentence: Sentence, at: int, mention: Mention, context: Context) -> tuple[str, ...]:
    """The state that the sentence before named last, for "that country" where no state stands before it."""
    points = not sentence.words["pointing"].isdisjoint(mention.name.lower().split()[:1])
    return context.named[-1:] if points and not states_named(sentence, at) else ()


def _country(sentence: Sentence, at: int, context: Context) -> tuple[str, ...]:
    """The country of the region that the sentence named last before a place, else the one spoken of before it."""
    if own := _of_speaker(sentence, at, context):
        return own
    here = [codes for codes in states_named(sentence, at) if len(codes) == 1 and codes[0] in context.members]
    return here[-1] if here and here[-1] != context.region else context.countries


def _of_speaker(sentence: Sentence, at: int, context: Context) -> tuple[str, ...]:
    """The state of who says that "the country" does something to one of the region ("H1 said that .. supports C2")."""
    said = _SAID.search(sentence.tags, 0, at)
    if said is None or said[2] in sentence.words["governing"] or said[2] in sentence.words["prepositions"]:
        return ()
    own = sentence.mention(said[1]).ids
    faced = _FACED.match(sentence.tags, at)
    other = sentence.mention(faced[1]).ids if faced is not None else ()
    fits = len(own) == 1 and own[0] in context.states and context.members.issuperset(other or own)
    return own if fits and other and set(own).isdisjoint(other) else ()


def _firm(sentence: Sentence, at: int, name: str, context: Context) -> Mention | None:
    """The last body that the noun may mean: of those before it in the sentence, then of the sentences before.

    "The ministry" has the noun in its name, "the lender" is a bank; where no name tells, it is the last firm,
    or the one that acted where there were several.
    """
    noun = name.lower().split()[-1]
    if noun in sentence.words["firms"]:
        return two_firms(name, context)
    if noun in sentence.words["ventures"] and is_told(context):
        return venture(name, context)
    if context.issuer is not None and noun in sentence.words["itself"]:
        return context.issuer
    nouns = (noun, *sorted(sentence.words.get(noun, ())))
    if apposed := _APPOSED.search(sentence.tags, 0, at):  # "O1 , the state company ,"
        return sentence.mention(apposed[1])
    here = _BODY.findall(sentence.tags, 0, at)
    named = (sentence.mention(tag) for _, tag in reversed(here))
    own = next((item for item in named if not set(nouns).isdisjoint(item.name.lower().split())), None)
    own = replace(own, kind="O", ids=()) if own is not None and own.kind == "R" else own  # what a route is called by
    known = own or next((context.bodies[word] for word in nouns if word in context.bodies), None)
    if known is not None or noun in sentence.words["bodies"]:
        return None if known is not None and known.names else known
    if not sentence.words["of_nation"].isdisjoint(name.lower().split()):  # "the national railway" is no other firm
        return _of_nation(sentence, at, name, context)
    free = (sentence.mention(tag) for lead, tag in here if tag[0] == "O" and lead not in sentence.words["prepositions"])
    last = context.company if context.firm is not None else context.other
    return next((item for item in free if not item.public and not item.names), None) or last


def _of_nation(sentence: Sentence, at: int, name: str, context: Context) -> Mention | None:
    """The firm of a state that has no name here: the last one if it is of the state spoken of, else the state's own."""
    codes = spoken_for(sentence, at, context)
    firm = context.firm
    if firm is not None and firm.ids == codes and not firm.names:
        return firm
    return Mention("H", 0, 0, name, codes, public=True) if codes else None


def before(sentence: Sentence, at: int, letters: str) -> Mention | None:
    """The first mention of these letters before a place in the sentence: most often its subject."""
    found = re.search(rf"[{letters}]\d+", sentence.tags[:at])
    return sentence.mention(found[0]) if found else None


def several(sentence: Sentence, at: int) -> Mention | None:
    """The last mention of more than one state before a place in the sentence."""
    found = [sentence.mention(tag) for tag in re.findall(r"C\d+", sentence.tags[:at])]
    return next((mention for mention in reversed(found) if len(mention.ids) > 1), None)


def they(sentence: Sentence, at: int, context: Context | None) -> Mention | None:
    """The states of the sentence that "they" are, else those that the sentence before was about."""
    told = context.subject if context is not None else None
    found = before(sentence, at, "L") or several(sentence, at) or pair_named(sentence, at)
    return found or (told if told is not None and told.kind == "L" else None)


def _together(mentions: Iterable[tuple[str, Mention]], context: Context) -> Mention | None:
    """The last states that are named together, or as the region."""
    found = [m for kind, m in mentions if kind in "CL" and (len(m.ids) > 1 or m.ids == context.region)]
    return found[-1] if found else None


def remember(sentence: Sentence, context: Context, *, asked: bool = False) -> None:
    """Leave behind what the next sentences may refer to; what a question names, its answer speaks of."""
    context.sites.note(sentence)
    note_period(sentence, context)
    context.since += 1
    context.last = sentence
    mentions = [(letter, sentence.mentions[number]) for letter, number in tags_of(sentence.tags)]
    by_kind: dict[str, list[Mention]] = {}
    for kind, mention in mentions:
        by_kind.setdefault(kind, []).append(mention)
    context.subject = acting(sentence) or context.subject
    context.maker = maker(sentence, context.maker)
    context.several = _together(mentions, context) or context.several
    unnamed = not context.spoke and is_by_nobody(sentence)
    _remember_voices(mentions, by_kind, context)
    _remember_first(sentence, context)
    context.person = None if unnamed else context.person  # whom "he" stands for next has no name
    note_groups(mentions, context)
    states = context.states
    known = [code for kind, mention in mentions if kind in "CHLJO" for code in mention.ids if code in states]
    context.before = tuple(dict.fromkeys(known))
    context.paragraph.update(dict.fromkeys(context.before))
    deals = not sentence.words["dealings"].isdisjoint(words_of(sentence.tags))
    listed = bool(context.dealing) and _ROW.match(sentence.tags) is not None  # a row of a list of partners goes on
    opens = deals and bool(context.countries) and bool(context.before) and context.before[0] not in context.members
    listed = listed or opens  # a list of partners begins with one from elsewhere
    if not listed:  # with whom one trades is not spoken of from there on
        own = context.members.difference(context.region)
        context.countries = spoken_of(sentence, own, context.countries, context.often) or context.countries
    context.named = tuple([code for state in by_kind.get("C", ()) if len(state.ids) <= PAIR for code in state.ids])
    told = [content.route for content in sentence.told if isinstance(content, RouteFact)] if sentence.told else []
    note_trade(sentence, context)
    goods = (content.resource for content in sentence.told if isinstance(content, Resource))
    named = () if _GOODS.isdisjoint(by_kind) else named_in(sentence)
    context.wares.note(named, goods, heads=asked or heads(sentence))
    way = context.lines.note(sentence, told, context.route)
    unknown = way is None and not told and "N" in by_kind and context.lines.names_unknown(sentence.tags)
    context.line = way or (context.route if told else None)
    context.on_part = is_on_part(sentence)
    context.route = way or (None if unknown else context.route)
    context.dealing = context.countries if deals else context.dealing if listed else ()
    for kind, kept in _KEPT.items():
        if found := by_kind.get(kind):
            setattr(context, kept, next(filter(has_name, reversed(found)), found[-1]))
    if bodies := by_kind.get("O"):
        context.company = company(bodies, context.subject, context.firm)
    context.term = term(sentence) or context.term
    for mention in by_kind.get("M", ()):
        if isinstance(mention.value, Money):
            context.currency = mention.value.currency


def _remember_voices(mentions: list[tuple[str, Mention]], kinds: Collection[str], context: Context) -> None:
    """Note the person and the body of the sentence: who speaks in it, else the first of them."""
    context.body = context.body if _SIDES.isdisjoint(kinds) else None
    if named := [mention for kind, mention in mentions if kind in "HNO" and mention.name]:
        _note_voices(named, context)
    context.spoke = ""


def _remember_first(sentence: Sentence, context: Context) -> None:
    """Note the first person of the article; where the title told but his office, who is named below it."""
    found, known = context.person, context.first
    another = found is not known and not context.asked
    if another and found is not None and known is not None and is_only_office(known):
        named = not is_only_office(found) and (found.kind == "H" or _is_somebody(sentence, found))
        known = found if named else known
    context.first = known or found


def _is_somebody(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name that nothing is known of may be a person's: no preposition makes it a place or an author."""
    at = mention.start - sentence.start
    before = sentence.text[: max(0, at)].split()[-1:]
    return at >= 0 and sentence.words["placing"].isdisjoint(word.lower() for word in before)


def _note_voices(named: list[Mention], context: Context) -> None:
    """Note which of the people and bodies named speak, else the first of them."""
    voices = [mention for mention in named if mention.name == context.spoke] + named
    people = [item for item in voices if not item.public and (item.kind == "H" or item.name == context.spoke != "")]
    bodies = [item for item in voices if item.kind == "O" or item.public]
    unknown = [item for item in named if item.kind == "N" and item.name.split()[-1] in context.people]
    context.person = next((item for item in (*people, *unknown) if item.kind != "O"), context.person)
    context.body = next(iter(bodies), context.body)
    for item in reversed(bodies):
        context.bodies.update(dict.fromkeys(item.name.lower().split(), called(item, bodies)))
