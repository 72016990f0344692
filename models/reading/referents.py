"""Referents: what earlier sentences left behind, and which mention of it a word such as "both sides" stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from models.reading.mentions import Mention
from models.reading.sites import Sites
from models.records import Money

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from models.reading.tagging import Sentence
    from models.reading.trace import Trace

_TAG = re.compile(r"[A-Z]\d+")
_NAMED = re.compile(r"[CHLJX]\d+")
_PAIR = 2
_KEPT = {"R": "route", "O": "firm", "N": "other", "K": "commodity"}
_SIDES = ("sides", "parties")


class Context(Struct):
    """What earlier sentences of the article leave behind for the next one."""

    region: tuple[str, ...]
    members: frozenset[str]
    states: frozenset[str] = frozenset()
    blocs: frozenset[str] = frozenset()
    countries: tuple[str, ...] = ()
    route: Mention | None = None
    person: Mention | None = None
    body: Mention | None = None
    bodies: dict[str, Mention] = {}
    spoke: str = ""
    firm: Mention | None = None
    other: Mention | None = None
    subject: Mention | None = None
    several: Mention | None = None
    bloc: tuple[str, ...] = ()
    groups: dict[int, tuple[str, ...]] = {}
    commodity: Mention | None = None
    currency: str = ""
    parties: tuple[str, ...] = ()
    offices: dict[str, Mention] = {}
    people: dict[str, Mention] = {}
    date: str | None = None
    inferred: bool = False
    place: str | None = None
    met: bool = False
    sites: Sites = field(default_factory=Sites)
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
    def pair(self) -> tuple[str, ...]:
        """The parties where they are two, else the two states that were last named together."""
        return self.parties if len(self.parties) == _PAIR else self.groups.get(_PAIR, ())

    @property
    def surnames(self) -> Collection[str]:
        """Last names met so far."""
        return self.people.keys()


def referent(sentence: Sentence, at: int, mention: Mention, context: Context) -> Mention | None:
    """The mention that a word at a place of the sentence stands for, or None."""
    if mention.kind == "W":
        return _office(sentence, mention, context)
    to = mention.ids[0] if mention.kind == "X" else "parties"
    if to == "firm":
        return _firm(sentence, mention.name, context)
    if to in ("route", "commodity"):
        found: Mention | None = getattr(context, to)
        return found
    if to == "guests":
        several = context.guests if len(context.guests) > 1 else context.region
        return Mention("L", 0, 0, mention.name, several)
    if to == "parties":
        codes = _counted(sentence, at, mention.name, context)
        return Mention("L", 0, 0, mention.name, codes) if codes else None
    codes = {"region": context.region, "bloc": context.bloc}.get(to) or _country(sentence, at, context)
    return Mention("C", 0, 0, mention.name, codes) if codes else None


def _country(sentence: Sentence, at: int, context: Context) -> tuple[str, ...]:
    """The country of the region that the sentence named last before a place, else the one spoken of before it."""
    here = [codes for codes in _named(sentence, at) if len(codes) == 1 and codes[0] in context.members]
    return here[-1] if here and here[-1] != context.region else context.countries


def _counted(sentence: Sentence, at: int, name: str, context: Context) -> tuple[str, ...]:
    """As many states as the words say: those the sentence named last, else the parties, else the last so many."""
    counts = sentence.counts
    many = next((counts[word] for word in name.lower().split() if word in counts), 0)
    if not many:
        return context.parties
    here = [codes for codes in _named(sentence, at) if context.region != codes]
    if exact := [codes for codes in here if len(codes) == many]:
        return exact[-1]
    single = tuple(dict.fromkeys(code for codes in reversed(here) if len(codes) == 1 for code in codes))
    if many == _PAIR and len(single) >= many:
        return tuple(reversed(single[:many]))
    if len(context.parties) == many or not _is_exact(name):
        return context.parties
    return context.groups.get(many, ())


def _is_exact(name: str) -> bool:
    """Whether so many are so many states: "both sides" may be more, "two leaders" are two."""
    return not name.lower().endswith(_SIDES)


def _named(sentence: Sentence, at: int) -> list[tuple[str, ...]]:
    """The states of each mention before a place of the sentence, back to a semicolon, in order."""
    mentions = (sentence.mention(tag) for tag in _NAMED.findall(sentence.tags[:at].rpartition(" ; ")[2]))
    return [mention.ids for mention in mentions if mention.kind in "CHLJ" and mention.ids]


def named_here(sentence: Sentence, mention: Mention, context: Context) -> Mention | None:
    """The states that the sentence itself names, for "the two sides" where none were named before."""
    if mention.kind == "W" or mention.ids != ("parties",) or context.parties:
        return None
    codes = {code: None for known in sentence.mentions if known.kind in "CHJP" for code in known.ids}
    fits = len(codes) > 1 and not context.members.isdisjoint(codes)
    return Mention("L", 0, 0, mention.name, tuple(codes)) if fits else None


def _firm(sentence: Sentence, name: str, context: Context) -> Mention | None:
    """The last body that has the noun in its name ("the ministry", "the bank"), else the last firm."""
    noun = name.lower().split()[-1]
    known = context.bodies.get(noun)
    return known if known is not None or noun in sentence.words["bodies"] else context.firm or context.other


def _holder(sentence: Sentence, noun: str, ids: tuple[str, ...], context: Context) -> Mention | None:
    """The person of a state who was named last with this office, with any for "the guest", the highest for "leader"."""
    general, highest = sentence.words["general"], tuple(sentence.words["highest"])
    for person in reversed(context.people.values()):
        role = (person.role or "").split(" of ")[0].lower()
        fits = role.startswith(highest) if noun in general else role.endswith(noun)
        if role and fits and (person.ids == ids if ids else noun in general):
            return person
    return None


def _office(sentence: Sentence, mention: Mention, context: Context) -> Mention | None:
    """The person who holds the office; an office of a state without a known holder still stands for the state."""
    name = mention.name.lower()
    role = (mention.role or name).split(" of ")[0].lower()
    known = context.offices.get(role) or next(
        (p for r, p in context.offices.items() if f" {r}".endswith(f" {role}")), None
    )
    if known is not None and (not mention.ids or not known.ids or known.ids == mention.ids):
        return known
    holder = _holder(sentence, role.split()[-1], mention.ids, context)
    if holder is not None:
        return holder
    return Mention("H", 0, 0, mention.name, mention.ids, mention.role) if mention.ids else None


def before(sentence: Sentence, at: int, letters: str) -> Mention | None:
    """The first mention of these letters before a place in the sentence: most often its subject."""
    found = re.search(rf"[{letters}]\d+", sentence.tags[:at])
    return sentence.mention(found[0]) if found else None


def several(sentence: Sentence, at: int) -> Mention | None:
    """The last mention of more than one state before a place in the sentence."""
    found = [sentence.mention(tag) for tag in re.findall(r"C\d+", sentence.tags[:at])]
    return next((mention for mention in reversed(found) if len(mention.ids) > 1), None)


def _together(mentions: Iterable[tuple[str, Mention]], context: Context) -> Mention | None:
    """The last states that are named together, or as the region."""
    found = [m for kind, m in mentions if kind in "CL" and (len(m.ids) > 1 or m.ids == context.region)]
    return found[-1] if found else None


def remember(sentence: Sentence, context: Context) -> None:
    """Leave behind what the next sentences may refer to."""
    context.sites.note(sentence)
    mentions = [(tag[0], sentence.mentions[int(tag[1:])]) for tag in _TAG.findall(sentence.tags)]
    actors = [mention for kind, mention in mentions if kind in "CHLOR"]
    if actors:
        context.subject = actors[0]
    context.several = _together(mentions, context) or context.several
    _remember_voices(mentions, context)
    _remember_groups(mentions, context)
    members = context.members.difference(context.region)
    for kind, mention in mentions:
        if kind in _KEPT:
            setattr(context, _KEPT[kind], mention)
        elif isinstance(mention.value, Money):
            context.currency = mention.value.currency
        if kind in "CJHP" and len(mention.ids) == 1 and mention.ids[0] in members:
            context.countries = mention.ids


def _remember_voices(mentions: list[tuple[str, Mention]], context: Context) -> None:
    """Note the person and the body of the sentence: who speaks in it, else the first of them."""
    named = [mention for kind, mention in mentions if kind in "HNO" and mention.name]
    voices = [mention for mention in named if mention.name == context.spoke] + named
    people = [item for item in voices if not item.public and (item.kind == "H" or item.name == context.spoke != "")]
    bodies = [item for item in voices if item.kind == "O" or item.public]
    unknown = [item for item in named if item.kind == "N" and item.name.split()[-1] in context.people]
    context.person = next((item for item in (*people, *unknown) if item.kind != "O"), context.person)
    context.body = next(iter(bodies), context.body)
    for item in reversed(bodies):
        context.bodies.update(dict.fromkeys(item.name.lower().split(), item))
    context.spoke = ""


def _remember_groups(mentions: list[tuple[str, Mention]], context: Context) -> None:
    """Note the states that are named together, two named one by one too, and the last bloc."""
    alone: dict[str, None] = {}
    for kind, mention in mentions:
        if kind not in "CHLJ" or not mention.ids:
            continue
        if len(mention.ids) > 1:
            context.groups[len(mention.ids)] = mention.ids
        elif mention.ids[0] in context.blocs:
            context.bloc = mention.ids
        if len(mention.ids) == 1 and mention.ids != context.region:
            alone[mention.ids[0]] = None
    if len(alone) == _PAIR:
        context.groups[_PAIR] = tuple(alone)
