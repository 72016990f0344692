"""Counting: which states "both sides", "the two countries" or "the three neighbours" are."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.reading.reference.salience import acting
from models.reading.sentence.mentions import Mention
from models.records import Event, Relation

if TYPE_CHECKING:
    from models.reading.reference.context import Context
    from models.reading.sentence.tagging import Sentence

_NAMED = re.compile(r"[CHLJXP]\d+")
_WORD = re.compile(r"\w+")
_NEAR = 40  # characters behind the name of a group in which the noun stands that it belongs to
_ADJECTIVES = 4  # words between "the" and that name ("the gas-rich former Soviet J1 republic")
_PAIR = 2
_OPENING = re.compile(r"(?:in|at|across|throughout) ([CP]\d+) (?:, )?$")
_ACTS = re.compile(r"[CHLO]\d+")
_UPON = frozenset({"with", "_to", "on", "upon", "against", "toward", "towards"})
_TWO = "the two countries"
_PAIRED = re.compile(r"\b(?:(?:[Tt](?:he|hese|hose|heir)|[Ii]ts) two|[Bb]oth) (?:[a-z-]+ ){0,2}$")
_BARE = frozenset({"two", "both"})
_BOTH = "both"
_SIDES, _BESIDE = ("sides", "parties"), ("neighbours", "neighbors", "rivals")
_PRESENT = "participants"


def counted(sentence: Sentence, at: int, name: str, context: Context) -> tuple[str, ...]:
    """As many states as the words say: those the sentence named last, else the parties, else the last so many.

    Where countries are counted, a bank that took part stands for its own.
    """
    codes = _beside_actor(sentence, at, _so_many(sentence, at, name, context), context)
    if not _is_exact(name):
        return codes
    return tuple(dict.fromkeys(code for party in codes for code in context.lands.get(party, (party,))))


def _beside_actor(sentence: Sentence, at: int, codes: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """The states counted, or a pair named before where one of them acts "with both" and is none of these."""
    before = sentence.tags[:at].split()
    if _UPON.isdisjoint((*before[-1:], *sentence.tags[at:].split(" ", 1)[:1])):
        return codes
    named = ((tag, lead) for lead, tag in pairwise(before) if _ACTS.fullmatch(tag))
    free = [tag for tag, lead in named if lead not in sentence.words["prepositions"]]
    own = sentence.mention(free[-1]).ids if free else ()
    if set(own).isdisjoint(codes):
        return codes
    pairs = (context.groups.get(_PAIR, ()), context.parties)
    fits = (pair for pair in pairs if len(pair) == _PAIR and not context.members.isdisjoint(pair))
    return next((pair for pair in fits if set(own).isdisjoint(pair)), codes)


def _so_many(sentence: Sentence, at: int, name: str, context: Context) -> tuple[str, ...]:
    counts = sentence.counts
    many = next((counts[word] for word in name.lower().split() if word in counts), 0)
    if not many:
        return _who_acted(name, context) or _of_others(name, context)
    here = [codes for codes in states_named(sentence, at) if context.region != codes]
    found = _last(here, many)
    if not found and many == _PAIR:  # "a C1 delegation was in P2, where both sides signed"
        found = _last([codes for codes in states_named(sentence, at, "CHLJP") if codes != context.region], many)
    if not found and many == _PAIR:  # "with C1 we signed ; and the two armies"
        apart = _last([codes for codes in states_named(sentence, at, whole=True) if codes != context.region], many)
        found = apart if not context.members.isdisjoint(apart) else ()
    if not found and many == _PAIR and (not context.met or name.lower() in _BARE):
        pair = tuple(dict.fromkeys(context.named))  # "C0 is C1 's largest partner ; commerce between the two"
        found = pair if len(pair) == _PAIR and not context.members.isdisjoint(pair) else ()
    found = found or _tied_before(name, many, context) or _of_paragraph(name, many, context)
    if found:
        return found
    beside = context.groups.get(many, ()) if name.lower().endswith(_BESIDE) else ()
    if beside or (_is_exact(name) and len(context.parties) != many):
        return beside or context.groups.get(many, ())
    return context.parties


def _tied_before(name: str, many: int, context: Context) -> tuple[str, ...]:
    """The two states of the only ties that the sentence before told, though it named but one of them ("trade with C0
    came to M1")."""
    if many != _PAIR or not _is_exact(name) or context.last is None:
        return ()
    ties = {frozenset((one.a, one.b)): (one.a, one.b) for one in context.last.told if isinstance(one, Relation)}
    pair = next(iter(ties.values())) if len(ties) == 1 else ()
    return pair if context.states.issuperset(pair) and not context.members.isdisjoint(pair) else ()


def _who_acted(name: str, context: Context) -> tuple[str, ...]:
    """The states that act together in the sentence before, where others were the parties ("C0 and C1 failed to agree.
    The ministers met in P2"); a meeting has its participants, whoever is spoken of."""
    acts = acting(context.last) if context.last is not None and not name.lower().endswith(_PRESENT) else None
    if acts is None or acts.kind not in "CL" or len(acts.ids) < _PAIR or acts.ids == context.region:
        return ()
    fits = context.states.issuperset(acts.ids) and not context.members.isdisjoint(acts.ids)
    return acts.ids if fits and not set(acts.ids) <= set(context.parties) else ()


def _of_others(name: str, context: Context) -> tuple[str, ...]:
    """The article's parties, but for "the sides" where the sentence before tells of others: the two of whose meeting it
    told, else nobody ("H1 of C1 _is _expected in P2. If the sides agree ...")."""
    acts = acting(context.last) if context.last is not None else None
    if context.last is None or acts is None or not acts.ids or not name.lower().endswith(_SIDES):
        return context.parties
    named = {
        code for codes in states_named(context.last, len(context.last.tags), "CHLJP", whole=True) for code in codes
    }
    if len(named) != _PAIR or not set(acts.ids).isdisjoint(context.parties):
        return context.parties
    deeds = (one for one in context.last.told if isinstance(one, Event))
    return next((pair for one in deeds if set(pair := (*one.actor, *one.target)) == named), ())


def _of_paragraph(name: str, many: int, context: Context) -> tuple[str, ...]:
    """The only states that the paragraph has named, where the words count as many countries ("the two countries")."""
    exact = many == _PAIR == len(context.paragraph) and _is_exact(name) and _BOTH not in name.lower()
    return tuple(context.paragraph) if exact else ()


def without_actor(sentence: Sentence, at: int, codes: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """The states counted; who acts on them is none of them ("H1 called on both"), so then the last pair without him."""
    lead = sentence.tags[:at].split()[-1:]
    actor = acting(sentence)
    free = sentence.words["prepositions"].isdisjoint(lead) and sentence.words["governing"].isdisjoint(lead)
    if free or actor is None or set(actor.ids).isdisjoint(codes):
        return codes
    pairs = (context.groups.get(_PAIR, ()), context.parties)
    return next((pair for pair in pairs if set(actor.ids).isdisjoint(pair)), ())


def _is_exact(name: str) -> bool:
    """Whether so many are so many states: "both sides" may be more, "two leaders" are two."""
    return not name.lower().endswith(_SIDES)


def _last(named: list[tuple[str, ...]], many: int) -> tuple[str, ...]:
    """The states named last that are so many: together, or one by one where they are two; none where there are not."""
    alone: dict[str, None] = {}
    for codes in reversed(named):
        if len(codes) == many:
            return codes
        if len(codes) == 1 and many == _PAIR:
            alone[codes[0]] = None
        if len(alone) == many:
            return tuple(reversed(alone))
    return ()


def states_named(sentence: Sentence, at: int, kinds: str = "CHLJ", *, whole: bool = False) -> list[tuple[str, ...]]:
    """The states of each mention before a place of the sentence, back to a semicolon unless in the whole, in order."""
    before = sentence.tags[:at] if whole else sentence.tags[:at].rpartition(" ; ")[2]
    mentions = (sentence.mention(tag) for tag in _NAMED.findall(before))
    return [mention.ids for mention in mentions if mention.kind in kinds and mention.ids]


def named_here(sentence: Sentence, mention: Mention, context: Context) -> Mention | None:
    """The states that the sentence itself names, for "the two sides" where none were named before."""
    if mention.kind == "W" or mention.ids != ("parties",) or context.parties:
        return None
    codes = {code: None for known in sentence.mentions if known.kind in "CHJP" for code in known.ids}
    fits = len(codes) > 1 and not context.members.isdisjoint(codes)
    return Mention("L", 0, 0, mention.name, tuple(codes)) if fits else None


def pair_named(sentence: Sentence, at: int) -> Mention | None:
    """The only two states named before a place ("H1 met H2 , and they signed")."""
    named = [ids for ids in states_named(sentence, at, "CH") if ids]
    codes = tuple(dict.fromkeys(code for ids in named for code in ids))
    two = len(codes) == _PAIR and all(len(ids) == 1 for ids in named)
    return Mention("L", 0, 0, "they", codes) if two else None


def two_firms(name: str, context: Context) -> Mention | None:
    """The firms of the sentence before where it named just two of them ("the two companies")."""
    named = context.last.present("O") if context.last is not None else ()
    names = tuple(dict.fromkeys(one for mention in named for one in mention.names or (mention.name,)))
    return Mention("O", 0, 0, name, names=names) if len(names) == _PAIR else None


def mark_one(sentence: Sentence, context: Context) -> None:
    """Make "the J1 country" of the region the one spoken of, as "C1's largest economy"; "no J1 country" is none."""
    for number, mention in enumerate(sentence.mentions):
        if mention.kind != "C" or mention.ids != context.region:
            continue
        at = mention.end - sentence.start
        behind = _WORD.findall(sentence.text, at, at + _NEAR)
        owner = behind[:1] == ["s"]
        if not sentence.words["one_nation"].isdisjoint(behind[owner * 2 : 3]):
            before = sentence.text[: max(0, mention.start - sentence.start)].lower().split()[-_ADJECTIVES:]
            definite = owner or not sentence.words["definite"].isdisjoint(before)
            sentence.mentions[number] = replace(mention, ids=context.countries if definite else ())


def mark_pair(sentence: Sentence, context: Context) -> None:
    """Make "the two J1 countries" of the region those two of its states that are spoken of."""
    if "two " not in sentence.text and "oth " not in sentence.text:
        return
    groups = {mention.start for mention in sentence.mentions if mention.ids == context.region}
    if not groups:
        return
    for number, mention in enumerate(sentence.mentions):
        at = sentence.tags.find(f"{mention.kind}{number} ")
        before = sentence.text[: max(0, mention.start - sentence.start)]
        if at < 0 or mention.kind not in "CL" or mention.start not in groups or not _PAIRED.search(before):
            continue
        found = (counted(sentence, at, _TWO, context), context.groups.get(_PAIR, ()))
        codes = next((pair for pair in found if len(pair) == _PAIR and context.members.issuperset(pair)), ())
        if codes:
            sentence.mentions[number] = replace(mention, kind="L", ids=codes)
            sentence.tags = f"{sentence.tags[:at]}L{number} {sentence.tags[at + len(f'{mention.kind}{number} ') :]}"


def spoken_for(sentence: Sentence, at: int, context: Context) -> tuple[str, ...]:
    """The only state whose government may be meant at a place of the sentence; empty where two compete.

    It is that of the place which opens the sentence, else the one that acted before or the one that the article speaks
    of, whichever the sentence does not name as somebody else.
    """
    if opening := _OPENING.search(sentence.tags, 0, at):
        return sentence.mention(opening[1]).ids
    subject = context.subject
    acted = subject.ids if subject is not None and subject.kind in "CH" and len(subject.ids) == 1 else ()
    named = {code for codes in states_named(sentence, len(sentence.tags), "CHLJOP", whole=True) for code in codes}
    known = [code for code in dict.fromkeys((*acted, *context.countries)) if code in context.states]
    free = [code for code in known if code not in named] or known
    return (free[0],) if len(free) == 1 else ()
