"""Judging: how real, how sure and from whom what a rule matched is told to be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.reading.factuality import is_supposed, look
from models.reading.qualify import Quality, qualify, spoken
from models.reading.sourcing import told_by
from models.records import Kind, Modality, Quantity

if TYPE_CHECKING:
    from models.reading.qualify import Words
    from models.reading.rules import Rule
    from models.reading.tagging import Sentence

_WITH_FIGURES = frozenset({Kind.RESOURCE, Kind.ROUTE, Kind.COMMITMENT, Kind.PROFILE})
_BACK = 24
_SPANS = frozenset({"year", "day", "hour"})
_DENIED = re.compile(r"(?<= )(?:_not (?!_only)|_never |_cannot |no (?!\. )|nor |without |neither |none )")
_REFUSAL = "REJECT"


def judge(rule: Rule, sentence: Sentence, match: re.Match[str], verbs: list[str], words: Words) -> Quality:
    """The quality of a match, from its verb phrases and what stands around it."""
    quality = qualify(verbs, sentence.tags, words)
    if rule.kind is Kind.EVENT:
        refusal = rule.gives.get("plover") == _REFUSAL
        outlook = look(sentence.tags, match.span(), words.signs, bare=not verbs, refusal=refusal)
        modality, affirmed = outlook.modality or quality.modality, quality.affirmed and not outlook.denied
        return Quality(modality, affirmed, quality.attribution, quality.certainty)
    if rule.kind is Kind.QUOTE:  # tells itself who says it
        return Quality(quality.modality, quality.affirmed, None, quality.certainty)
    if rule.kind is Kind.RESOURCE and _DENIED.search(match[0]):
        quality = replace(quality, affirmed=False)
    if is_supposed(sentence.tags, match.span(), words.signs, ahead=_looks_ahead(rule, quality)):
        quality = replace(quality, modality=Modality.POSSIBLE)
    return _sourced(quality, sentence, match, words) if rule.kind in _WITH_FIGURES else quality


def _looks_ahead(rule: Rule, quality: Quality) -> bool:
    """Whether it is promised or planned, so that a condition may stand behind it."""
    return rule.kind is Kind.COMMITMENT or quality.modality is Modality.PLANNED


def _sourced(quality: Quality, sentence: Sentence, match: re.Match[str], words: Words) -> Quality:
    """The quality with the hedge of the figure, and with who it is from."""
    certainty = _rough(sentence, match, words) or quality.certainty
    said_by = quality.attribution or told_by(sentence.tags, match.start(), match.end(), words.sources)
    return Quality(quality.modality, quality.affirmed, said_by, certainty)


def _rough(sentence: Sentence, match: re.Match[str], words: Words) -> str | None:
    """The hedge of the figure that was matched ("nearly", "over"); "over five years" is none."""
    before = sentence.tags.rfind(" ", 0, max(0, match.start() - _BACK)) + 1
    for hedge in words.rough.finditer(sentence.tags, before):
        value = sentence.mention(hedge[2]).value
        if hedge.start() < match.end() and not (isinstance(value, Quantity) and value.unit in _SPANS):
            return spoken(hedge[1])
    return None
