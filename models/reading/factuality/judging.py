"""Judging: how real, how sure and from whom what a rule matched is told to be."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.reading.factuality.discussed import is_discussed
from models.reading.factuality.disputed import denier, teller, valuer
from models.reading.factuality.drafted import drafted
from models.reading.factuality.forecasts import foreseen
from models.reading.factuality.hearsay import heard, reported
from models.reading.factuality.mooted import is_mooted
from models.reading.factuality.qualify import Quality, copula, led, qualify, spoken, stage_of, to_start
from models.reading.factuality.retracted import who_before, who_says
from models.reading.factuality.signs import is_aimed_at, is_supposed, look, says_no
from models.reading.factuality.sourcing import told_by
from models.reading.factuality.unbuilt import is_unbuilt
from models.reading.factuality.untold import (
    denied_there,
    is_repeated_to_deny,
    is_stopped,
    is_unsettled,
    is_weighed,
)
from models.reading.grammar.tokens import words_of
from models.records import Event, Kind, Modality, Quantity, Resource, RouteFact

if TYPE_CHECKING:
    from models.reading.factuality.qualify import Words
    from models.reading.grammar.rules import Rule
    from models.reading.sentence.tagging import Sentence
    from models.records import Content, PartialDate

# named once: Python 3.11 looks members of an enumeration up by a call
_RESOURCE, _ROUTE, _EVENT, _COMMITMENT = Kind.RESOURCE, Kind.ROUTE, Kind.EVENT, Kind.COMMITMENT
_QUOTE, _RELATION = Kind.QUOTE, Kind.RELATION
_DONE, _PLANNED, _POSSIBLE = Modality.DONE, Modality.PLANNED, Modality.POSSIBLE
_WITH_FIGURES = frozenset({_RESOURCE, _ROUTE, _COMMITMENT, Kind.PROFILE})
_BESIDE = frozenset({_COMMITMENT, _RELATION})
_AIMS = frozenset({_RESOURCE, _ROUTE})
_MEASURED = (Resource, RouteFact)
REAL = (_DONE, Modality.ONGOING)
_ROUGH_RANK = re.compile(r"(?<![^ ])(_?[a-z]+ )(?:the )?(?:world 's )?(?:\d+(?:st|nd|rd|th)|[a-z]+th|second|third)[- ]")
_BACK = 24
_LABEL = 24
_UNKNOWN = "N"  # a name of which nothing is known: it may be a paper's
_CARRIED, _WORKS = "carried", "develops"
_TRADED = frozenset({"exports", "imports"})
_WAYS = frozenset({"connects", "crosses", "bypasses"})
_BY_WORDS = "words"  # what the rule matches denies it by itself ("C0 opposes R1")
_OPEN = frozenset({_RESOURCE, _COMMITMENT, _ROUTE})
_FAILED = re.compile(r"(?<![^ ])(?:failed|unable|neglected|omitted) _to ")  # it was to be, and did not come about
_FRUITLESS = re.compile(r"(?:[^ ;]+ ){0,14}?ended without ")  # talks that did: they took place
_SPANS = frozenset({"year", "day", "hour"})
_NONE = re.compile(
    r"(?<= )(?:(?<!which there _is )no (?!\. |(?:more|less|fewer) than )|without (?!which |whom )|none )"
)
_AHEAD = len("none of ")  # "pays for none of it"
_NEITHER = re.compile(r"(?<![^ ])(?:neither|nor|none of) ")
_AUXILIARIES = re.compile(r"(?:_(?!to )\S+ )+")
_JOINTS = (" ; ", " , ", " and ", " but ")
_AGAINST = re.compile(
    r"(?<![^ ])(?:against|versus|up from|down from|compared (?:with|_to)|(?:more|less|higher|lower) than) "
    r"(?:(?:the|a|an|_?about|some|nearly|almost|around) )*(Q\d+) "
)
_YEAR = 4
_MENTION = re.compile(r"(?<![^ ])[A-Z]\d+(?= )")
_SUM = "{m}"
_REFUSAL, _MEETING = "REJECT", "CONSULT"
_MUTUAL = frozenset({"CONSULT", "AGREE"})


def judge(rule: Rule, sentence: Sentence, match: re.Match[str], verbs: list[str], words: Words) -> Quality:
    """The quality of a match, from its verb phrases and what stands around it; what one denies is only possible."""
    quality = _judged(rule, sentence, match, verbs, words)
    if rule.kind is _QUOTE:
        return quality
    if quality.attribution is None or quality.attribution[0] == _UNKNOWN:
        quality = _passed_on(quality, sentence, match, words)
    quality = heard(quality, words.hearsay)
    if not quality.affirmed:
        return _by_who_denies(quality, sentence, match, words)
    denied_by = denier(sentence.tags, match.end(), words.disputed)
    if denied_by is None:
        return quality
    said_by = quality.attribution or teller(sentence.tags, words.sources)
    return replace(quality, modality=_POSSIBLE, attribution=said_by, denied_by=denied_by)


def _by_who_denies(quality: Quality, sentence: Sentence, match: re.Match[str], words: Words) -> Quality:
    """The quality of what is not so with who says that, where a verb of denying opens it ("C0 denied that .."): else
    it would read as if the article knew it."""
    if quality.attribution is not None:
        return quality
    tags, start = sentence.tags, match.start()
    held = denied_there(tags, start, words.untold)
    who = None
    if held is not None:
        who = who_before(tags, held.verb, words.sources) if held.verb >= 0 else held.by
        lead = tags[:start]
        who = who or (who_says(tags, held.said, words.sources) if held.said >= 0 else teller(lead, words.denying))
    return replace(quality, attribution=who or told_by(tags, start, match.end(), words.sources, words.hearsay.insiders))


def _passed_on(quality: Quality, sentence: Sentence, match: re.Match[str], words: Words) -> Quality:
    """The quality with the media that it is from; what they "had reported" before is only possible."""
    found = reported(sentence.tags, match.start(), match.end(), words.hearsay)
    if found is None:
        return quality
    real = quality.modality in REAL and found.before
    return replace(quality, attribution=found.who, modality=_POSSIBLE if real else quality.modality, hearsay=True)


def _by_verbs(rule: Rule, tags: str, span: tuple[int, int], verbs: list[str], words: Words) -> Quality:
    """The quality by the verbs of the match and whether it is to start; where it has none, by the one before it."""
    if rule.kind is _RELATION and not verbs:
        verbs = copula(tags, span[0])
    quality = qualify(verbs, tags, words)
    if rule.kind not in _AIMS:
        return quality
    return to_start(quality if verbs else led(quality, tags, span[0], words), tags, span[1], words)


def _judged(rule: Rule, sentence: Sentence, match: re.Match[str], verbs: list[str], words: Words) -> Quality:
    quality = _by_verbs(rule, sentence.tags, match.span(), verbs, words)
    if rule.kind is _EVENT:
        refusal = rule.gives.get("plover") == _REFUSAL
        mutual, bare = rule.gives.get("plover") in _MUTUAL, _is_noun(verbs)
        outlook = look(sentence.tags, match.span(), words.signs, bare=bare, refusal=refusal, mutual=mutual)
        met = rule.gives.get("plover") == _MEETING and _FRUITLESS.match(sentence.tags, match.end()) is not None
        modality, affirmed = outlook.modality or quality.modality, quality.affirmed and (met or not outlook.denied)
        affirmed = affirmed and not is_repeated_to_deny(sentence.tags, match.start(), words.untold)
        weighed = is_weighed(sentence.tags, match.span(), words.untold, money=False)
        modality = _PLANNED if modality in REAL and _is_of_outlook(sentence) else modality
        modality = _DONE if modality is _PLANNED and not affirmed and _FAILED.search(match[0]) else modality
        modality = _POSSIBLE if weighed or _is_demanded(rule, match, verbs, words) else modality
        return Quality(modality, affirmed, quality.attribution, quality.certainty)
    if rule.kind is _QUOTE:  # tells itself who says it
        return Quality(quality.modality, quality.affirmed, None, quality.certainty)
    if _is_denied(rule, sentence.tags, match, words):
        quality = replace(quality, affirmed=False)
    if quality.modality in REAL and rule.kind in _AIMS and is_aimed_at(sentence.tags, match.span(), words.signs):
        quality = replace(quality, modality=_PLANNED)
    if quality.modality in REAL and _is_of_works(rule) and is_unbuilt(sentence.tags, match.span(), words.unbuilt):
        quality = replace(quality, modality=_PLANNED)
    money = rule.kind is _COMMITMENT
    weighed = is_weighed(sentence.tags, match.span(), words.untold, money=money)
    weighed = weighed or (money and is_unsettled(sentence.tags, match.span(), words.untold))
    supposed = is_supposed(sentence.tags, match.span(), words.signs, ahead=_looks_ahead(rule, quality))
    mooted = rule.kind in _OPEN and is_mooted(sentence.tags, match)
    mooted = mooted or (_is_of_trade(rule) and is_discussed(sentence.tags, match.span(), words.discussed))
    if weighed or supposed or mooted or _is_demanded(rule, match, verbs, words):
        quality = replace(quality, modality=_POSSIBLE)
    if rule.kind is _RELATION:
        return _tied(rule, quality, sentence, match, words)
    return _sourced(rule, quality, sentence, match, words) if rule.kind in _WITH_FIGURES else quality


def _tied(rule: Rule, quality: Quality, sentence: Sentence, match: re.Match[str], words: Words) -> Quality:
    """The quality of a tie: the hedge of its figure ("a trade of more than M0"), and how real a sum is."""
    if quality.modality in REAL and _is_sum(rule):
        quality = replace(quality, modality=stage_of(match[0], words))
    valued = valuer(sentence.tags, match, words.valuing) if _is_sum(rule) else None
    said_by = quality.attribution or valued or _of_sum(rule, sentence, match, words)
    return replace(quality, certainty=_rough(sentence, match, words) or quality.certainty, attribution=said_by)


def _is_of_works(rule: Rule) -> bool:
    """Whether a rule gives the size of a plant, a mine or the like."""
    return rule.gives.get("relation") == _WORKS and "quantity" in rule.gives


def _is_of_trade(rule: Rule) -> bool:
    """Whether a rule tells what a country sells or buys."""
    return rule.kind is _RESOURCE and rule.gives.get("relation") in _TRADED


def _is_of_outlook(sentence: Sentence) -> bool:
    """Whether the label that opens a sentence says that it tells what is to come ("Ahead: ...")."""
    label, colon, _ = sentence.text[:_LABEL].partition(":")
    return bool(colon) and label.strip("*_ ").lower() in sentence.words["ahead"]


def _is_denied(rule: Rule, tags: str, match: re.Match[str], words: Words) -> bool:
    """Whether the words of a match or the one before them deny it, or nobody believes it.

    A sum or a membership may be told beside the verb alone; of routes there are rules that hold a "not" themselves.
    """
    if rule.gives.get("denied") == _BY_WORDS:
        return True
    start, end = tags.rfind(" ", 0, max(0, match.start() - 1)) + 1, match.end()
    if rule.kind is _RESOURCE and _NONE.search(match[0]):
        return True
    if rule.kind in _BESIDE:
        start = min(start, max(tags.rfind(joint, 0, match.start()) for joint in _JOINTS) + 1)
        behind = _AUXILIARIES.match(tags, end)
        end = behind.end() if behind else end
    if rule.kind is _ROUTE:
        clause = tags.rfind(" ; ", 0, match.start()) + 1
        if "figure" not in rule.gives and _NEITHER.search(tags, clause, match.end() + _AHEAD):
            return True
        end = match.start()
    if says_no(tags, (start, end), words.signs) or is_stopped(tags, (start, end), words.untold):
        return True
    return is_repeated_to_deny(tags, match.start(), words.untold)


def _is_demanded(rule: Rule, match: re.Match[str], verbs: list[str], words: Words) -> bool:
    """Whether somebody only thinks it right; of a meeting, a route and a figure "should" tells what is expected."""
    if rule.kind is _ROUTE or rule.gives.get("plover") == _MEETING or "quantity" in rule.gives:
        return False
    if words.demanded.isdisjoint(words_of(match.string)):
        return False
    pairs = pairwise(match[0].split()) if " _to " in match[0] else ()
    told = [word for word, following in pairs if following == "_to"]
    return any(not words.demanded.isdisjoint(part) for part in (told, *(verb.split() for verb in verbs)))


def _is_noun(verbs: list[str]) -> bool:
    """Whether nothing says when it is done: no verb, or one in -ing alone ("the signing of an agreement")."""
    return all(verb.rstrip().endswith("ing") and "_" not in verb for verb in verbs)


def as_of(
    published: PartialDate | None, content: Content, quality: Quality, sentence: Sentence
) -> tuple[Content, Quality]:
    """What an article of that date says: a later figure is planned, and a later date is not that of what was done.

    The figure of a year gone by that a plan is set against was reached ("expects Q1 D1 , against Q2 D2").
    """
    if type(content) is RouteFact and content.predicate == _CARRIED and quality.modality not in REAL:
        return content, replace(quality, modality=_DONE)  # the earlier figure that a plan is set against
    if quality.modality is _PLANNED:
        if published and _is_reached(content, published, sentence):
            return content, replace(quality, modality=_DONE)
        return content, foreseen(content, quality, sentence)
    if quality.modality not in REAL or not published:
        return content, quality
    if type(content) is Event and _is_later(content.date or "", published):
        return replace(content, date=None, year_inferred=False), quality
    if isinstance(content, _MEASURED) and _is_later(str(content.year or ""), published):
        return content, foreseen(content, replace(quality, modality=_PLANNED), sentence)
    return content, quality


def _is_reached(content: Content, published: PartialDate, sentence: Sentence) -> bool:
    """Whether the figure is of a year before the article's, and another one is set against it."""
    if type(content) is not Resource or content.quantity is None or not content.year:
        return False
    if str(content.year) >= published[:_YEAR]:
        return False
    for found in _AGAINST.finditer(sentence.tags):
        value = sentence.mention(found[1]).value
        if isinstance(value, Quantity) and value.value == content.quantity.value:
            return True
    return False


def _is_later(told: PartialDate, published: PartialDate) -> bool:
    size = min(len(told), len(published))
    return told[:size] > published[:size]


def _looks_ahead(rule: Rule, quality: Quality) -> bool:
    """Whether it is promised or planned, so that a condition may stand behind it."""
    return rule.kind is _COMMITMENT or quality.modality is _PLANNED


def _sourced(rule: Rule, quality: Quality, sentence: Sentence, match: re.Match[str], words: Words) -> Quality:
    """The quality with the hedge of the figure, and with who it is from; ways may be told to be only planned."""
    if rule.gives.get("predicate") in _WAYS and quality.modality in REAL:
        quality = replace(quality, modality=drafted(sentence, match, words) or quality.modality)
    ranked = rule.kind is _RESOURCE and "quantity" not in rule.gives
    certainty = (_rough_rank if ranked else _rough)(sentence, match, words) or quality.certainty
    said_by = quality.attribution or told_by(
        _up_to_semicolon(sentence, match), match.start(), match.end(), words.sources, words.hearsay.insiders
    )
    said_by = said_by or valuer(sentence.tags, match, words.valuing)
    return Quality(quality.modality, quality.affirmed, said_by, certainty)


def _up_to_semicolon(sentence: Sentence, match: re.Match[str]) -> str:
    """The tagged text up to the first mention behind a semicolon of the text itself: who speaks there told no figure
    before it."""
    tags = sentence.tags
    if ";" not in sentence.text:
        return tags
    own = [sentence.mention(tag).end for tag in _MENTION.findall(match[0])]
    stop = sentence.text.find(";", max(0, max(own, default=sentence.start) - sentence.start)) + sentence.start
    if stop < sentence.start:
        return tags
    behind = (found for found in _MENTION.finditer(tags, match.end()) if sentence.mention(found[0]).start > stop)
    clause = tags.find(" ; ", match.end() - 1)
    ends = (next((found.start() for found in behind), -1), clause)
    return tags[: min((end for end in ends if end >= 0), default=len(tags))]


def _is_sum(rule: Rule) -> bool:
    """Whether a relation tells how much is traded."""
    return _SUM in str(rule.gives.get("relation", ""))


def _of_sum(rule: Rule, sentence: Sentence, match: re.Match[str], words: Words) -> str | None:
    """Who says at the head of a sentence how large the trade is that is matched behind it."""
    if not _is_sum(rule):
        return None
    return teller(sentence.tags[: match.start()], words.sources)


def _rough_rank(sentence: Sentence, match: re.Match[str], words: Words) -> str | None:
    """The hedge of the rank that was matched ("ranks about 12th", "roughly the world's ninth-largest")."""
    if not words.rough.is_called(sentence.tags):
        return None
    for found in _ROUGH_RANK.finditer(sentence.tags, 0, match.end()):
        if found.end() > match.start() and words.rough.search(f" {found[1]}Q0 "):
            return spoken(found[1])
    return None


def _rough(sentence: Sentence, match: re.Match[str], words: Words) -> str | None:
    """The hedge of the figure that was matched ("nearly", "over"); "over five years" is none."""
    before = sentence.tags.rfind(" ", 0, max(0, match.start() - _BACK)) + 1
    for hedge in words.rough.finditer(sentence.tags, before):
        value = sentence.mention(hedge[2]).value
        if hedge.start() < match.end() and not (isinstance(value, Quantity) and value.unit in _SPANS):
            return spoken(hedge[1])
    return None
