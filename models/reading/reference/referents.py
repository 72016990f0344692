"""Referents: what earlier sentences left behind, and which mention of it a word such as "both sides" stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from models.reading.around.makers import called, has_name, maker
from models.reading.around.periods import Year, note_period
from models.reading.around.sites import Sites
from models.reading.grammar.tokens import tags_of, words_of
from models.reading.reference.counting import counted, pair_named, spoken_for, states_named, two_firms
from models.reading.reference.lines import Lines, is_on_part
from models.reading.reference.offices import holder, is_by_nobody, is_only_office
from models.reading.reference.salience import acting, company, is_crew, spoken_of
from models.reading.reference.situation import note_groups, note_trade
from models.reading.reference.terms import term
from models.reading.reference.voices import Voices
from models.reading.reference.wares import Wares, heads, named_in
from models.reading.sentence.mentions import Mention
from models.records import Money, Quantity, Resource, RouteFact

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from models.reading.around.periods import Period
    from models.reading.frames import Frame
    from models.reading.sentence.tagging import Sentence
    from models.reading.trace import Trace
    from models.records import Content, PartialDate

_ROW = re.compile(r"(?:[—•*·-] |[^ ] [.)] )?C\d+ (?:[:—(,-] )?[^.;]*[MF]\d")
_PAIR = 2
# a plural noun as subject, whom "they" stands for in the next sentence: "J0 sewing shops _are"
_MANY = r"(?:(?:the|many|some|most|several|local|two|three|[BQ]\d+) ){0,2}(?:J\d+ )?(?:[a-z-]+ ){0,2}?[a-z]{3,}s "
_DO = r"_(?:are|were|have|had|will|would|can|could|may|might|must|should|do|did) |[a-z]+(?:ed|e|t|w|y) "
_CROWD = re.compile(rf"(?:(?:q|question) [.:] )?{_MANY}(?:(?:in|of|from|for|on) [^ ]+ )?(?:{_DO})")
_BODY = re.compile(r"(?:(\S+) )?([OR]\d+)")
_APPOSED = re.compile(r"(O\d+) , $")
_KEPT = {"O": "firm", "N": "other"}
_GOODS = frozenset("KO")  # goods, and firms that are called by them
_SIDES = frozenset("CHL")  # behind these a body that was named before speaks no more


class Context(Struct):
    """What earlier sentences of the article leave behind for the next one."""

    region: tuple[str, ...]
    members: frozenset[str]
    states: frozenset[str] = frozenset()
    blocs: frozenset[str] = frozenset()
    parts: Mapping[str, str] = {}
    countries: tuple[str, ...] = ()
    often: dict[str, int] = {}
    route: Mention | None = None
    person: Mention | None = None
    body: Mention | None = None
    first: Mention | None = None
    turn: Mention | None = None
    answering: bool = False
    asked: bool = False
    named: tuple[str, ...] = ()
    bodies: dict[str, Mention] = {}
    short: dict[str, Mention] = {}
    lands: dict[str, tuple[str, ...]] = {}
    homes: dict[str, tuple[str, ...]] = {}
    spoke: str = ""
    firm: Mention | None = None
    company: Mention | None = None
    maker: Mention | None = None
    issuer: Mention | None = None
    works: dict[str, tuple[str, ...]] = {}
    other: Mention | None = None
    subject: Mention | None = None
    several: Mention | None = None
    bloc: tuple[str, ...] = ()
    groups: dict[int, tuple[str, ...]] = {}
    wares: Wares = field(default_factory=Wares)
    currency: str = ""
    term: int = 0
    figure: Quantity | Money | None = None
    line: Mention | None = None
    on_part: bool = False
    seller: Mention | None = None
    buyer: Mention | None = None
    producer: Mention | None = None
    traded: Mention | None = None
    dealing: tuple[str, ...] = ()
    yields: Mapping[str, str] = {}
    published: PartialDate | None = None
    part_ends: Mapping[str, int] = {}
    periods: dict[str, Period] = {}
    year: Year = Year()
    parties: tuple[str, ...] = ()
    people: dict[str, Mention] = {}
    holders: dict[str, Mention] = {}
    dealt: dict[str, tuple[str, ...]] = {}
    acted: tuple[str, ...] = ()
    did: tuple[str, tuple[str, ...]] = ("", ())
    since: int = 0
    figured: list[tuple[Frame, Content]] = []
    latest: str = ""
    when: str = ""
    age: int = 0
    guest: tuple[str, ...] = ()
    host: tuple[str, ...] = ()
    told: dict[str, tuple[str, ...]] = {}
    joint: dict[str, tuple[str, ...]] = {}
    before: tuple[str, ...] = ()
    last: Sentence | None = None
    bare: Sentence | None = None
    dealers: set[str] = set()
    voices: Voices = field(default_factory=Voices)
    met: bool = False
    occasion: Mention | None = None
    present: frozenset[str] = frozenset()
    paragraph: dict[str, None] = {}
    sites: Sites = field(default_factory=Sites)
    lines: Lines = field(default_factory=Lines)
    trace: Trace | None = None

    @property
    def guests(self) -> tuple[str, ...]:
        """Those of the parties that belong to the region, the region itself when none is named."""
        return tuple(code for code in self.parties if code in self.members) or self.region

    @property
    def lead(self) -> tuple[str, ...]:
        """The first of the parties from outside the region."""
        return tuple(code for code in self.parties if code not in self.members)[:1]

    @property
    def home(self) -> tuple[str, ...]:
        """The state in which something is done that no words place: of who speaks of it, else the one spoken of."""
        own = self.turn
        return (own.ids or self.homes.get(own.name, ()) if own is not None else ()) or self.countries

    @property
    def pair(self) -> tuple[str, ...]:
        """The parties where they are two, else the two states that were last named together."""
        return self.parties if len(self.parties) == _PAIR else self.groups.get(_PAIR, ())

    @property
    def crew(self) -> Mention | None:
        """Who acts in the sentence before, if called by a plural of people of one state."""
        if self.last is None or (acts := acting(self.last)) is None:
            return None
        return acts if is_crew(self.last, acts) else None

    @property
    def crowd(self) -> bool:
        """Whether a plural noun that is no mention acts in the sentence before."""
        return self.last is not None and _CROWD.match(self.last.tags) is not None

    @property
    def commodity(self) -> Mention | None:
        """The commodity that the article speaks of."""
        return self.wares.last

    @property
    def surnames(self) -> Collection[str]:
        """Last names met so far."""
        return self.people.keys()


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
    here = [codes for codes in states_named(sentence, at) if len(codes) == 1 and codes[0] in context.members]
    return here[-1] if here and here[-1] != context.region else context.countries


def _firm(sentence: Sentence, at: int, name: str, context: Context) -> Mention | None:
    """The last body that the noun may mean: of those before it in the sentence, then of the sentences before.

    "The ministry" has the noun in its name, "the lender" is a bank; where no name tells, it is the last firm,
    or the one that acted where there were several.
    """
    noun = name.lower().split()[-1]
    if noun in sentence.words["firms"]:
        return two_firms(name, context)
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
    known = (code for kind, mention in mentions if kind in "CHLJO" for code in mention.ids if code in context.states)
    context.before = tuple(dict.fromkeys(known))
    context.paragraph.update(dict.fromkeys(context.before))
    deals = not sentence.words["dealings"].isdisjoint(words_of(sentence.tags))
    listed = bool(context.dealing) and _ROW.match(sentence.tags) is not None  # a row of a list of partners goes on
    opens = deals and bool(context.countries) and bool(context.before) and context.before[0] not in context.members
    listed = listed or opens  # a list of partners begins with one from elsewhere
    if not listed:  # with whom one trades is not spoken of from there on
        states = context.members.difference(context.region)
        context.countries = spoken_of(sentence, states, context.countries, context.often) or context.countries
    context.named = tuple([code for state in by_kind.get("C", ()) if len(state.ids) <= _PAIR for code in state.ids])
    told = [content.route for content in sentence.told if isinstance(content, RouteFact)]
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
    for kind in by_kind.keys() & _KEPT.keys():
        found = by_kind[kind]
        setattr(context, _KEPT[kind], next(filter(has_name, reversed(found)), found[-1]))
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
