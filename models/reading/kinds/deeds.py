"""Deeds: what is done with money - promised, or offered, invested, lent, given, spent, paid for goods, agreed upon."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.records import Commitment, Modality

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.reading.factuality.qualify import Quality
    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention
    from models.records import Content

INVESTED, SPENT, BOUGHT, PROMISED = "invested", "spent", "bought", "promised"
AGREED, OFFERED, GIVEN = "agreed", "offered", "given"
AMOUNTING, LOAN, TARGETED, INTERESTED = "amounting", "loan", "targeted", "interested"
_KINDS = (INVESTED, SPENT, BOUGHT, PROMISED, OFFERED, "lent", GIVEN, AMOUNTING, LOAN, TARGETED)
_SO_CALLED = (BOUGHT, LOAN, TARGETED)  # what is so even where it is still to come
_BESIDE = 3  # how soon behind a sum stands what it is of ("M0 supply contract")
_REAL = (Modality.DONE, Modality.ONGOING)
_WITH = re.compile(r"(?<![^ ])(?:with|between|and) (?:[^ ;]+ ){0,2}?([CHLO]\d+)")
_LISTED = re.compile(r", ([CHLON]\d+) and ([CHLO]\d+)")  # the last of several for whom it is
_SELLER = re.compile(r"(?<![^ ])(?:from|_in) (?:[^ ;]+ ){0,2}?([CHLO]\d+) ")
_TO = " _to "
_PREPARED = re.compile(r"_?[a-z]+ _to ")  # "_is ready _to provide"
# "under a contract with C0 worth M1", "under a M1 contract"
_UNDER = re.compile(
    r"(?<![^ ])_?under (?:an? |the |its |this )?(?:(?:[^ ;,M][^ ;,]* ){0,3}?(?:contract|deal|agreement|order|accord) "
    r"(?:[^ ;,M][^ ;,]* ){0,4}?|(?:[a-z-]+ )?)(?P<sum>M\d+) "
)
# a letter of interest binds nobody: whoever wrote it has promised nothing yet
_INTEREST = re.compile(
    r"(?<![^ ])_?(?:(?:letters?|expressions?|declarations?|notes?) of (?:[a-z]+ )?interest"
    r"|(?:express|voic|signal|declar)[a-z]+ (?:[a-z]+ ){0,2}interest|interested) "
)
_WORTH = re.compile(r"(?<![^ ])([a-z]+) (?:, )?(?:worth|valued at|estimated at|_worth) (?:_\S+ )*$")
_PARTY = re.compile(r"[CHLO]\d+")
_ON_GOODS = re.compile(r"M\d+ on (?:(?!for |in |at |_to )[^ ;]+ ){0,4}?(J\d+|from [CO]\d+) ")


def deed(frame: Frame, money: Mention) -> str:
    """What the word next before the sum (else the first behind it) says is done with it; empty for a promise."""
    words, kinds, (clause, at) = frame.sentence.words, deeds_of(frame.sentence.words), _clause(frame, money)
    if "interest" in clause and _INTEREST.search(clause, 0, at):
        return INTERESTED
    if _TO in clause and _PREPARED.search(clause, 0, at) and not words["prepared"].isdisjoint(_told(clause[:at])):
        return OFFERED
    told = [kinds[token] for token in (*reversed(clause[:at].split()), *clause[at:].split()) if token in kinds]
    found = told[0] if told else PROMISED
    if found == AMOUNTING:
        found = _amounts(words, clause[:at].split(), told)
    real = frame.quality.modality in _REAL or frame.quality.denied_by is not None
    is_told = found in _SO_CALLED or (found != PROMISED and real)
    return found if is_told else ""


def _amounts(words: Mapping[str, frozenset[str]], before: list[str], told: list[str]) -> str:
    """What it is that amounts to a sum ("investments in C0 reached M1", "the target stands at M1")."""
    if not words["outlays"].isdisjoint(before):
        return INVESTED
    return TARGETED if not words[TARGETED].isdisjoint(before) and TARGETED in told else PROMISED


def aimed(content: Content, quality: Quality) -> Quality:
    """How real it is: a target is still to be reached, however it was set, and interest promises nothing."""
    if not isinstance(content, Commitment):
        return quality
    if content.deed == INTERESTED:
        return replace(quality, modality=Modality.POSSIBLE)
    aims = content.deed == TARGETED and quality.modality in _REAL
    return replace(quality, modality=Modality.PLANNED) if aims else quality


def is_on_goods(frame: Frame, money: Mention, by: tuple[str, ...]) -> bool:
    """Whether the sum is spent on goods of another state."""
    place = frame.place(money)
    found = _ON_GOODS.match(frame.sentence.tags, place) if place >= 0 else None
    return found is not None and (found[1][0] != "J" or frame.context.members.issuperset(by))


def is_agreed(frame: Frame, money: Mention, *, joint: bool) -> bool:
    """Whether parties sign or agree on something worth the sum, and nothing tells which of them gives it.

    Where they act `joint`ly it need not be called an agreement.
    """
    words, told = frame.sentence.words, _told(_clause(frame, money)[0])
    if _is_won(frame, money, told) or _is_under_contract(frame, money, told) or _is_worth(frame, money, told):
        return True
    if told.isdisjoint(words["signing"]) or not told.isdisjoint(words["gifts"]):
        return False
    return joint or not told.isdisjoint(words["pacts"])


def _told(clause: str) -> set[str]:
    return {token.removeprefix("_") for token in clause.split()}


def _is_won(frame: Frame, money: Mention, told: set[str]) -> bool:
    """Whether the sum is that of a contract or an order that somebody wins or is awarded, and of no loan."""
    words = frame.sentence.words
    if told.isdisjoint(words["contracts"]) or told.isdisjoint(words["winning"]):
        return False
    if not told.isdisjoint(words["gifts"] - words["contracts"]):
        return False
    clause, at = _clause(frame, money)
    beside = {*clause[:at].split(), *clause[at:].split()[1:_BESIDE]}
    return not words["contracts"].isdisjoint(beside)


def _is_worth(frame: Frame, money: Mention, told: set[str]) -> bool:
    """Whether the sum is what a deal or contract is worth ("announced a deal worth M0 with"), and of no gift."""
    words = frame.sentence.words
    if not told.isdisjoint(words["gifts"]):
        return False
    clause, at = _clause(frame, money)
    found = _WORTH.search(clause, 0, at)
    return found is not None and found[1] in words["pacts"] | words["contracts"]


def _is_under_contract(frame: Frame, money: Mention, told: set[str]) -> bool:
    """Whether somebody works under a contract of the sum, which another pays him ("under a contract worth M0")."""
    words = frame.sentence.words
    if told.isdisjoint(words["pacts"] | words["contracts"]) or not told.isdisjoint(words["gifts"] - words["contracts"]):
        return False
    clause, at = _clause(frame, money)
    return any(found.start("sum") == at for found in _UNDER.finditer(clause))


def dealt(
    frame: Frame, money: Mention, done: str, sides: tuple[tuple[str, ...], tuple[str, ...]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who gives and who gets, by what is done: of an agreement nobody knows, of a purchase the seller gets."""
    by, to = sides
    if done == AGREED:
        return _parties(frame, money, (*by, *to)), ()
    return (by, _sellers(frame, money, by)) if done == BOUGHT else sides


def _sellers(frame: Frame, money: Mention, by: tuple[str, ...]) -> tuple[str, ...]:
    """Whose goods are bought, as far as the clause of the sum says so: a firm with its land."""
    clause = _clause(frame, money)[0]
    found = _SELLER.search(clause) or _goods_of(frame.sentence.words[BOUGHT]).search(clause)
    mention = frame.sentence.mention(found[1]) if found else None
    codes = (*mention.codes, *frame.known_states(mention)) if mention is not None else ()
    return tuple(dict.fromkeys(code for code in codes if code not in by))


@lru_cache(maxsize=2)
def _goods_of(words: frozenset[str]) -> re.Pattern[str]:
    """A land or firm that goods are called by, soon behind a word for buying ("purchases of J0 wheat")."""
    return re.compile(rf"(?<![^ ])(?:{'|'.join(sorted(words))}) (?:[^ ;,]+ ){{0,5}}?([CJO]\d+) ")


def _parties(frame: Frame, money: Mention, known: tuple[str, ...]) -> tuple[str, ...]:
    """Those known, and with whom they agree, as far as the clause of the sum names them, in its order."""
    if _is_under_contract(frame, money, _told(_clause(frame, money)[0])):
        return known
    clause, told = _clause(frame, money)[0], dict[str, None]()
    others = {found[1] for found in _WITH.finditer(clause)}
    won = _is_won(frame, money, _told(clause))
    listed = {found[2] for found in _LISTED.finditer(clause) if found[1] not in others}
    others -= {tag for tag in listed if set(known).isdisjoint(frame.sentence.mention(tag).codes)}
    for tag in _PARTY.findall(clause):
        mention = frame.sentence.mention(tag)
        if won or tag in others or not set(known).isdisjoint(mention.codes):
            told.update(dict.fromkeys(mention.codes))
            told.update(dict.fromkeys(code for code in frame.known_states(mention) if code in frame.context.members))
    return tuple(told) or known


def _clause(frame: Frame, money: Mention) -> tuple[str, int]:
    """The clause of the sum in tagged words, and where in it the sum stands."""
    tags, at = frame.sentence.tags, max(0, frame.place(money))
    start, end = tags.rfind(" ; ", 0, at) + 1, tags.find(" ; ", at)
    return tags[start : end if end >= 0 else len(tags)], at - start


def deeds_of(words: Mapping[str, frozenset[str]]) -> Mapping[str, str]:
    """Which deed each word tells."""
    return _by_word(*((kind, words[kind]) for kind in _KINDS))


@lru_cache(maxsize=2)
def _by_word(*kinds: tuple[str, frozenset[str]]) -> Mapping[str, str]:
    return {word: kind for kind, words in kinds for word in words}
