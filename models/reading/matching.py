"""Matching: every match of every triggered rule in a sentence, and why some make no frame."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from models.reading.around.wording import quoted
from models.reading.factuality.refused import is_turned_down
from models.reading.factuality.signs import is_only_asked, is_told_to
from models.reading.factuality.untold import (
    hangs_on,
    is_barred,
    is_ended,
    is_habit,
    is_only_sought,
    is_told_denied,
    is_unreal,
)
from models.reading.frames import Frame
from models.reading.grammar.roles import fill
from models.reading.told import is_quoted
from models.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.factuality.qualify import Words
    from models.reading.grammar.rules import Compiled, RuleBook
    from models.reading.reference.context import Context
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

# named once: Python 3.11 looks members of an enumeration up by a call
_EVENT, _QUOTE, _RESOURCE = Kind.EVENT, Kind.QUOTE, Kind.RESOURCE
_QUESTIONS = ("?", "？")
_CLOSING = " \"'”’»)」"
_STATES = "CJHLOPTVX"
_CONTRASTING = ("_not ", "rather than ", "instead of ")
_CONTRASTED = re.compile(r"(?:, _not |and _not |but _not |rather than |instead of )([CJLOP]\d+) ")
_ASKED = "somebody is only asked or allowed to do it"
_HABIT = "it is done over and over, or hangs on something else"
_ENDED = "it is over, or came to nothing"
_LED_TO = re.compile(r"(?:(?<= )_\S+ )+$")  # "the agreement _was" postponed
_DOES_ITSELF = re.compile(r"[A-Z]\d+ (?:, )?(?:D\d+ )?(?:, )?_to (?!_be )")
_AGREEING = frozenset({"CONSULT", "AGREE"})
_TOLD = "another rule has read who is quoted"
_OF_MONEY = frozenset({Kind.COMMITMENT, Kind.ROUTE})
_SOUGHT = "the money is only asked for"
_REFUSED = "somebody turned it down"
_UNREAL = "it is made up, in doubt or left behind"
_DENIED = "it tells who denies what stands before"
_TO, _REQUEST, _REFUSAL, _PACT = "_to ", "REQUEST", "REJECT", "AGREE"
_UNDONE = "the deed that it hangs on was not done"
# "C0 _has _not signed a" contract for K1, "_yet _to begin" construction of K1
_NOT_DONE = re.compile(
    r"(?<![^ ])(?:_(?:not|never) (?:_\S+ )*(?!(?:delay|stop|suspend|halt|cancel|abandon|end|drop|freeze)[a-z]* )[a-z]+ "
    r"|(?:_?yet|failed|refused|declined|unable) _to [a-z]+ )(?:(?:an?|the|any|its|their|new|another) )*$"
)
# "_will _not reach the _planned Q2": a plan that is missed is a plan all the same
_MISSED = re.compile(
    r"_not (?:_\S+ )*(?:reach|meet|hit|achieve|attain|fulfil|fulfill|make) (?:[^ ;,]+ ){0,4}?_?"
    r"(?:planned|targeted|projected|expected|forecast|promised|agreed|budgeted) (?:[^ ;,QMF]+ ){0,3}?[QMF]\d"
)
_NEAR = 48  # characters of tags
_SITE = "site"
_HERE = ("|home", "|countries")


def _asked_for(sentence: Sentence, book: RuleBook, lang: str) -> list[Compiled]:
    """The triggered patterns; a question tells nothing but who asks it, and without quotation marks none quotes."""
    found = book.triggered(sentence.tags, lang)
    if not quoted(sentence.text):
        found = [item for item in found if not item.quotes]
    if sentence.text.rstrip(_CLOSING).endswith(_QUESTIONS):
        return [item for item in found if item.rule.kind is _QUOTE]
    return found


def find_frames(
    sentence: Sentence, context: Context, book: RuleBook, lang: str, words: Words, only: Kind | None = None
) -> Iterator[Frame]:
    """Every match of every triggered rule, or of those of one kind."""
    seen: set[tuple[object, ...]] = set()
    for compiled in _asked_for(sentence, book, lang):
        if only is not None and compiled.rule.kind is not only:
            continue
        for match in compiled.matches(sentence.tags):
            at = match.start() if compiled.roles else None
            names, groups = compiled.held
            key = (compiled.rule.id, at, names, match.group(0, *groups)[1:] if groups else None)
            if key in seen:
                continue
            seen.add(key)
            frame = None
            why = _passed_over(compiled, sentence, match, words) or _over(compiled, sentence, match, words)
            if not why:
                frame = _frame(compiled, sentence, context, match, words)
                why = _refused(frame, words)
            if frame is not None and not why:
                yield frame
            elif context.trace is not None:
                context.trace.refused(compiled, match.span(), why, frame)


def _passed_over(compiled: Compiled, sentence: Sentence, match: re.Match[str], words: Words) -> str:
    """Why the rule is not asked who takes part in the match; empty when it is."""
    kind, tags, span = compiled.rule.kind, sentence.tags, match.span()
    if kind is _QUOTE:
        return _TOLD if compiled.rule.fallback and is_quoted(kind, sentence.told) else ""
    if is_unreal(tags, span, words.untold):
        return _UNREAL
    goods = kind is _RESOURCE
    if is_turned_down(tags, span, words.refused, whole=goods):
        return _REFUSED
    if goods:
        return _of_no_deed(compiled, match)
    if kind in _OF_MONEY:
        return _SOUGHT if is_only_sought(tags, span, words.untold) else ""
    return _of_no_act(compiled, tags, span, words) if kind is _EVENT else ""


def _of_no_act(compiled: Compiled, tags: str, span: tuple[int, int], words: Words) -> str:
    """Why the match of an event tells nothing that was done on a day; empty when it does."""
    if _is_no_day(compiled, tags, span, words):
        return _HABIT
    refusal = compiled.rule.gives.get("plover") == _REFUSAL
    if refusal and is_told_denied(tags, span[0], words.untold):
        return _DENIED
    return _ASKED if is_only_asked(tags, span[0], words.signs) else ""


def _of_no_deed(compiled: Compiled, match: re.Match[str]) -> str:
    """Why goods are told of only beside a plan that is missed or a deed that was not done; empty when they are not."""
    if "_not " in match[0] and _tells_of_missed_plan(match):
        return _UNREAL
    return _UNDONE if compiled.rule.fallback and _hangs_on_undone(match.string, match.start()) else ""


def _tells_of_missed_plan(match: re.Match[str]) -> bool:
    """Whether the match reaches into what tells that a plan is not met."""
    missed = _MISSED.search(match.string)
    return missed is not None and match.start() < missed.end() and missed.start() < match.end()


def _hangs_on_undone(tags: str, start: int) -> bool:
    """Whether what begins there is the object of what was not done."""
    before = tags[max(0, start - _NEAR) : start]
    return ("_not " in before or "_never " in before or "_to " in before) and _NOT_DONE.search(before) is not None


def _is_no_day(compiled: Compiled, tags: str, span: tuple[int, int], words: Words) -> bool:
    """Whether what is told of is no event of any day: a habit, or what something else hangs on or may not be done.

    What one agrees to do over and over is no habit yet ("C0 and C1 agreed _to meet every year").
    """
    agreed = compiled.rule.gives.get("plover") == _PACT and tags.startswith(_TO, span[1] - len(_TO))
    habit = not agreed and is_habit(tags, span, words.untold)
    return habit or hangs_on(tags, span, words.untold) or is_barred(tags, span)


def _over(compiled: Compiled, sentence: Sentence, match: re.Match[str], words: Words) -> str:
    """Why a noun is not taken for the deed that it tells of ("suspended its support for"); empty when it is."""
    if compiled.rule.kind is not _EVENT:
        return ""
    nouns = sentence.words["noun_or_verb"]
    if any(_tells(match[group], nouns) for group in compiled.verbs):
        return ""
    talks = compiled.rule.gives.get("plover") in _AGREEING
    start, end = match.start(), match.start() + len(_LED_TO.sub("", match[0]))
    return _ENDED if is_ended(sentence.tags, (start, end), words.untold, talks=talks) else ""


def _tells(verb: str | None, nouns: frozenset[str]) -> bool:
    """Whether the words for a verb hold one that is none of the nouns, and not only what leads to it ("the agreement
    _was" postponed)."""
    return verb is not None and verb != "" and not verb.split()[-1].startswith("_") and verb.strip() not in nouns


def _refused(frame: Frame, words: Words) -> str:
    """Why the rule does not take the frame; empty when it does."""
    if frame.compiled.roles and frame.compiled.rule.kind is _EVENT and not _takes_part(frame, words):
        return "nobody was found who takes part in it, or they are only asked to"
    if frame.compiled.rule.kind is not _QUOTE and _has_contrasted(frame):
        return "one of its slots is only whom others are set against"
    if frame.compiled.rule.kind is _RESOURCE and _is_owner(frame):
        return "whose goods these are would be only the owner's land"
    if frame.compiled.rule.kind is _RESOURCE and _is_other_side(frame):
        return "whose goods these are would be only whom the deal is with"
    for name, code in frame.compiled.rule.where.items():
        if name not in frame.slots or not _stands_for(frame.slots[name], code, frame.context):
            return f"where: {name} is not {code}"
    return ""


def _has_contrasted(frame: Frame) -> bool:
    """Whether a slot is held by one of whom it is told that it is not so ("C0 , not C1 , was the largest")."""
    aside = _contrasted(frame.sentence.tags)
    return bool(aside) and any(frame.place(mention) in aside for mention in frame.slots.values())


def _is_owner(frame: Frame) -> bool:
    """Whether slot c is only who owns what is spoken of, from beyond the region (", a venture owned by O1 , sold")."""
    holder = frame.slots.get("c")
    if holder is None or not frame.context.members.isdisjoint(holder.ids):
        return False
    before = frame.sentence.tags[: max(0, frame.place(holder))]
    return _owning(frame.sentence.words["owned_by"]).search(before) is not None


def _is_other_side(frame: Frame) -> bool:
    """Whether slot c is only with whom another agrees to do it ("C0 signed a contract with O1 _to supply K2")."""
    holder = frame.slots.get("c")
    at = frame.place(holder) if holder is not None else -1
    if at < 0 or _DOES_ITSELF.match(frame.sentence.tags, at) is None:
        return False
    before = frame.sentence.tags[:at]
    return _dealing(frame.sentence.words["deals"]).search(before) is not None


@cache
def _dealing(words: frozenset[str]) -> re.Pattern[str]:
    forms = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    between = r"(?:(?!_to |and )[^ ;,]+ ){0,6}"
    return re.compile(rf"(?<![^ ])[A-Z]\d+ {between}(?:{forms}) {between}with (?:the |[A-Z]\d+ (?:'s |and ))*$")


@cache
def _owning(words: frozenset[str]) -> re.Pattern[str]:
    forms = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"(?<![^ ])(?:{forms}) (?:the |[A-Z]\d+ and |[A-Z]\d+ 's )*$")


@lru_cache(maxsize=2)  # every frame of a sentence asks the same
def _contrasted(tags: str) -> frozenset[int]:
    """Where the tags of those stand whom others are set against."""
    if not any(map(tags.__contains__, _CONTRASTING)):
        return frozenset()
    return frozenset(found.start(1) for found in _CONTRASTED.finditer(tags))


def _takes_part(frame: Frame, words: Words) -> bool:
    """Whether anyone takes part in the frame of a rule with roles, and is not only asked to."""
    tags, roles = frame.sentence.tags, frame.compiled.roles
    places = [frame.place(frame.slots[name]) for name in roles if name in frame.slots]
    before = tags[: frame.start]
    if tags.startswith(_TO, frame.start) and is_told_to(before, words.signs, frame.sentence.words["governing"]):
        return False
    if words.signs.wished_before.search(before):
        return False
    here = str(frame.compiled.rule.gives.get("actor", "")).endswith(_HERE)  # who acts need not be named
    parties = here or any(mention.kind in _STATES for mention in frame.slots.values())
    asks = frame.compiled.rule.gives.get("plover") == _REQUEST
    return parties and (asks or not any(is_only_asked(tags, at, words.signs) for at in places if at >= 0))


def _stands_for(mention: Mention, name: str, context: Context) -> bool:
    """Whether it is all that are named ("CHN+KGZ"), not the one ("!btc"), a site, of a group, or measured so ("MW")."""
    if name == _SITE:
        return context.sites.knows(mention)
    if name in context.wares.only:
        return any(context.wares.fits(code, name) for code in mention.ids)
    if any(context.wares.groups.get(code) == name for code in mention.ids):
        return True
    if name.startswith("!"):
        return name[1:] not in mention.ids
    return all(part in mention.ids or part == mention.place for part in name.split("+"))


def _frame(compiled: Compiled, sentence: Sentence, context: Context, match: re.Match[str], words: Words) -> Frame:
    held = [(name, group, tag) for group, name in compiled.slots if (tag := match[group])]
    slots = {name: sentence.mention(tag) for name, _, tag in reversed(held)}
    verbs = [verb for group in compiled.verbs if (verb := match[group]) is not None]
    loose: frozenset[str] = frozenset()
    if compiled.roles:
        places = {name: match.start(group) for name, group, _ in held}
        found, loose = fill(sentence, match.span(), verbs[0] if verbs else "", places, compiled.roles)
        slots |= {name: sentence.mention(tag) for name, tag in found.items()}
    return Frame(compiled, sentence, context, slots, match, verbs, words, match.start(), match.end(), loose)
