"""Salience: who acts in a sentence, and which state of the region an article speaks of from there on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from models.reading.grammar.surroundings import first_actor, split

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

_LISTED = re.compile(r"[CJLPTQFMB]\d+")
_JOINTS = frozenset({",", "and", "(", ")", "or", "&", ":", "—"})
_HEADING = re.compile(r"([CP]\d+) [—:] (?!.*[QFMB]\d)")  # "C1 — a smelter gets its licence", but no row of a list
_FIGURES, _SHARE = "QB", "F"
_AROUND, _BEFORE, _BEHIND = 40, 3, 4  # characters and words around a state in which its people stand
_OPENS = re.compile(r"(?:[^ ,;]+ ){2,12}, ")
_FREE = re.compile(r"(\S+) ([CRO]\d+) (?!'s )")
_PEOPLE = re.compile(r"H\d+")
_LEADER = re.compile(r"[CRO]\d+")
_OPENING = 12  # characters of tagged text before a pronoun that opens its sentence
_PHRASE = 7  # words of a phrase before it, with the pronoun
_NOBODY = re.compile(r"(?:(?:[a-z][a-z-]*|[DPRK]\d+|,) )+")
_PARTY, _PLACE = re.compile("[CJHPO]"), "PO"


class _Named(Struct, frozen=True, gc=False):
    """A state that a sentence names: by a place or firm or not, and if only as where one comes from or goes to."""

    code: str
    placed: bool
    beside: bool


def acting(sentence: Sentence) -> Mention | None:
    """Who acts in the sentence: the first actor under no preposition, else the first at all."""
    found = first_actor(sentence.tags, sentence.words["prepositions"])
    return sentence.mention(split(sentence.tags)[0][found[0]]) if found is not None else None


def is_crew(sentence: Sentence, actor: Mention) -> bool:
    """Whether who acts is called by a plural of people of one state ("J0 officials", "lawmakers from C1")."""
    if len(actor.ids) != 1 or actor.kind not in "CHLO":
        return False
    start, end = actor.start - sentence.start, actor.end - sentence.start
    text = sentence.text.lower()
    before, behind = text[max(0, start - _AROUND) : start].split(), text[start : end + _AROUND].split()
    around = (*before[-_BEFORE:], *behind[:_BEHIND])
    return not sentence.words["crews"].isdisjoint(around)


def leader(sentence: Sentence, at: int, told: Mention | None, finite: frozenset[str]) -> Mention | None:
    """The state, body or way that leads the words before a place: the first named, unless only an opening phrase does.

    "Once a seller to C1 , C2 closed the line , but it ..." is C2; "with C1 out , it ..." is whom `told` names.
    """
    tags, prepositions = sentence.tags, sentence.words["prepositions"]
    first, phrase = _LEADER.search(tags, 0, at), _OPENS.match(tags, 0, at)
    if phrase is None or not _is_beside_all(phrase[0].split(), prepositions, finite | sentence.words["finite"]):
        return sentence.mention(first[0]) if first is not None else None
    acts = _FREE.finditer(tags, phrase.end() - 2, at)
    free = next((found for found in acts if found[1] not in prepositions), None)
    return sentence.mention(free[2]) if free is not None else told or sentence.mention(_LEADER.findall(tags)[0])


def body_before(sentence: Sentence, at: int) -> Mention | None:
    """The ministry or side that acts first before a place, where no state, body or way does."""
    named = (sentence.mention(tag) for tag in _PEOPLE.findall(sentence.tags, 0, at))
    return next((item for item in named if item.public), None)


def _is_beside_all(opening: Sequence[str], prepositions: frozenset[str], finite: frozenset[str]) -> bool:
    """Whether the words that open a sentence are a phrase in which nobody acts."""
    leads = opening[0][0] == "_" or opening[0] in prepositions
    named = next((at for at, token in enumerate(opening) if _LEADER.match(token)), 0)
    return leads and named > 0 and opening[named - 1] in prepositions and finite.isdisjoint(opening[named:])


def company(bodies: Collection[Mention], subject: Mention | None, last: Mention | None) -> Mention | None:
    """Whom "the company" means behind a sentence that names these: of several firms the one that acts, else the last;
    nobody where two are named as one."""
    firms = list({body.name: body for body in bodies if not body.public}.values())
    meant = firms[0] if len(firms) == 1 else subject if subject in firms else last
    return meant if meant is not None and not meant.names else None


def spoken_of(
    sentence: Sentence, states: Collection[str], known: tuple[str, ...], often: dict[str, int]
) -> tuple[str, ...]:
    """The state that the sentence speaks of: the first of these it names, by a place only for want of better.

    None (empty) where it names none, or only one that goods or people come from or go to, or to whom something is
    done, while the article has spoken no less `often` of the one `known` so far. What heads a line counts alone.
    """
    named = list(_named(sentence, states))
    if not named:
        return ()
    heading = _HEADING.match(sentence.tags)
    if heading is not None and sentence.mention(heading[1]).ids == (named[0].code,):
        named = [replace(item, placed=False, beside=False) for item in named[:1]]
    for item in named:
        often[item.code] = often.get(item.code, 0) + 1
    direct = [item for item in named if not item.placed]
    best = next((item for item in direct if not item.beside), None) or next(iter(direct), None)
    if best is None:
        best = replace(named[-1], beside=True)
    main = known[0] if known else ""
    return () if best.beside and often.get(main, 0) >= often[best.code] else (best.code,)


def named_before(sentence: Sentence, at: int, states: Collection[str]) -> tuple[str, ...]:
    """The state of these that the sentence names last before a place in its tags, but not by the way; else empty."""
    stop = len(sentence.tags[:at].split())
    codes = [item.code for item in _named(sentence, states, stop) if not item.beside]
    return tuple(codes[-1:])


def _named(sentence: Sentence, states: Collection[str], stop: int | None = None) -> Iterator[_Named]:
    """The single states of these that the sentence names, in order, up to a token."""
    tokens, kinds = split(sentence.tags)
    parties = [found.start() for found in _PARTY.finditer(kinds, 0, len(kinds) if stop is None else stop)]
    named = [(at, ids[0]) for at in parties if len(ids := sentence.mention(tokens[at]).ids) == 1 and ids[0] in states]
    if not named:
        return
    words = sentence.words
    sold = not words["buyers"].isdisjoint(tokens)  # "the main buyers are C1 and C2"
    bought = not words["flow_buys"].isdisjoint(tokens)  # "C1 took Q2 , C3 Q4"
    provided = not words["provides"].isdisjoint(tokens) and _SHARE in kinds  # "C1 supplied F2 , C3 F4"
    for at, code in named:
        object_of = at > 0 and tokens[at - 1] in words["governing"]
        behind = tokens[at + 1]  # a full stop at the end of all
        buys = sold or (bought and (behind in words["flow_buys"] or _is_figure(behind)))
        buys = buys or (provided and (behind in words["provides"] or _is_share(behind)))
        yield _Named(code, kinds[at] in _PLACE, object_of or buys or _is_beside(tokens, at, words["beside"]))


def _is_share(token: str) -> bool:
    return token[0] == _SHARE and token[1:].isdigit()


def _is_figure(token: str) -> bool:
    return token[0] in _FIGURES and token[1:].isdigit()


def _is_beside(tokens: Sequence[str], at: int, beside: frozenset[str]) -> bool:
    """Whether goods or people only come from or go to a state, or one is compared with it, alone or in a list."""
    before = at - 1
    while before >= 0 and (_LISTED.fullmatch(tokens[before]) or tokens[before] in _JOINTS):
        before -= 1  # "_to C1 ( F2 ) , C3 ( F4 ) and C5"
    return (at > 0 and tokens[at - 1] in beside) or (before >= 0 and before < at - 1 and tokens[before] in beside)


def opens(sentence: Sentence, at: int) -> bool:
    """Whether a pronoun opens the sentence, if only behind a short phrase that names nobody ("under the pact they")."""
    if at <= _OPENING:
        return True
    lead = sentence.tags[:at]
    tokens = lead.split(maxsplit=_PHRASE)
    short = len(tokens) < _PHRASE and tokens[0] in sentence.words["prepositions"]
    return short and _NOBODY.fullmatch(lead) is not None
