"""Qualify: how real a sentence says a frame is, who says it, and how sure."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from models.reading.factuality.discussed import find_discussed
from models.reading.factuality.disputed import find_disputed
from models.reading.factuality.hearsay import Hearsay, find_hearsay
from models.reading.factuality.refused import Refused, find_refused
from models.reading.factuality.signs import Signs, find_signs
from models.reading.factuality.sourcing import ascribed
from models.reading.factuality.unbuilt import Unbuilt, find_unbuilt
from models.reading.factuality.untold import Untold, find_untold
from models.reading.grammar.branches import branches
from models.reading.grammar.called import Called, longest
from models.reading.grammar.tokens import words_of
from models.records import HEARSAY, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.grammar.language import Language


_MISSED = frozenset({"_would", "_have"})  # "_would _have sold": it was not to be
_LEADING = frozenset({"_would", "_will", "_could", "_might", "_may"})
_LED = re.compile(
    r"(?<![^ ])((?:_(?:would|will|could|might|may)) (?:_(?!to )\S+ )*)(?!_)[a-z-]+ (?:(?![_;,])[^ ;,]+ ){0,6}$"
)
_LEADS = re.compile(r"(?<![^ ])((?:_\S+ )+(?:(?:become|remain|be) )?)(?:(?:[a-z-]+|'s|[CJ]\d+) ){0,6}$")
_BEFORE_SUM = re.compile(r"((?:_\S+ )+)[a-z](?=.* M\d+)")
_TO = "_to"
_PERFECT = frozenset({_TO, "_have"})
_MEANT = ("_was _to _have ", "_were _to _have ")  # and was not
_OBLIGED = "_had _to "  # what one had to do was done
# named once: Python 3.11 looks members of an enumeration up by a call
_DONE, _ONGOING, _PLANNED, _POSSIBLE = Modality.DONE, Modality.ONGOING, Modality.PLANNED, Modality.POSSIBLE
_CONTEXTS = {Modality.PLANNED: ("future",), Modality.POSSIBLE: ("hypothetical",)}


class Quality(Struct, frozen=True, gc=False):
    """Modality, polarity, source and hedge of a frame, who denies it, and whether it is only hearsay."""

    modality: Modality = Modality.DONE
    affirmed: bool = True
    attribution: str | None = None
    certainty: str | None = None
    denied_by: str | None = None
    hearsay: bool = False

    @property
    def badges(self) -> tuple[str, ...]:
        """PLOVER's special contexts, and whether only the press or nobody named tells it."""
        told = _CONTEXTS.get(self.modality, ())
        told = told if self.affirmed else (*told, "negation")
        return (*told, HEARSAY) if self.hearsay else told


class Words(Struct, frozen=True):
    """The words of the language data that tell how real something is."""

    planned: frozenset[str]
    possible: frozenset[str]
    ongoing: frozenset[str]
    negative: frozenset[str]
    demanded: frozenset[str]
    hedges: Called
    rough: Called
    signs: Signs
    untold: Untold
    disputed: Called
    denying: frozenset[str]
    sources: frozenset[str]
    valuing: frozenset[str]
    refused: Refused
    hearsay: Hearsay
    unbuilt: Unbuilt
    discussed: Called
    begun: frozenset[str]
    starting: Called


def quality_words(language: Language) -> Words:
    """The lists of the language data, marked as they stand in tagged text."""
    planned, possible, ongoing, negative, demanded = (
        language.words("modality", key) for key in ("planned", "possible", "ongoing", "negative", "demanded")
    )
    return Words(
        planned,
        possible,
        ongoing,
        negative,
        demanded,
        _hedges("hedges", language),
        _hedges("rough", language, behind=r"([QFMB]\d+) "),
        find_signs(language),
        find_untold(language),
        find_disputed(language),
        language.words("untold", "disputing"),
        language.words("modality", "sources"),
        language.words("modality", "valuing"),
        find_refused(language),
        find_hearsay(language),
        find_unbuilt(language),
        find_discussed(language),
        language.words("modality", "begun"),
        _starting(language),
    )


def _starting(language: Language) -> Called:
    """Auxiliaries before a verb of starting, with what is to start behind them."""
    verbs = language.words("modality", "starting")
    told = branches(sorted(map(re.escape, verbs), key=len, reverse=True))
    return Called(
        rf"(?<![^ ])(?<!managed )(?<!able )((?:_\S+ )+)(?:{told}) (?:(?![_;,]|and |but )[^ ;,]+ ){{0,6}}$", verbs
    )


def _hedges(name: str, language: Language, behind: str = "") -> Called:
    """The hedges of a list, with what must stand behind them."""
    words = sorted(map(language.literal, language.words("modality", name)), key=len, reverse=True)
    return Called(rf"(?<![^ ])({branches(words)}){behind}", longest(words))


def qualify(verbs: list[str], tags: str, words: Words) -> Quality:
    """The quality of a frame from its verb phrases and its sentence."""
    marks = {token for verb in verbs if verb[0] in "_D" for token in _auxiliaries(verb)}
    # "_is believed _to _have signed"
    if _TO in marks and (marks >= _PERFECT or any(_OBLIGED in verb for verb in verbs)):
        marks.discard(_TO)
    modality = _modality(marks, verbs, words) if marks else _DONE
    if modality is _PLANNED and _is_begun(verbs, tags, words):
        modality = _ONGOING
    return Quality(modality, words.negative.isdisjoint(marks), ascribed(tags), _hedge(tags, words.hedges))


def _is_begun(verbs: list[str], tags: str, words: Words) -> bool:
    """Whether a verb that begins stands before what one is to do ("began _to build")."""
    return any(verb.startswith("_to ") and f" {begun} {verb}" in tags for verb in verbs for begun in words.begun)


def _modality(marks: set[str], verbs: list[str], words: Words) -> Modality:
    """How real the auxiliaries say it is."""
    unmet = marks >= _MISSED or any(meant in verb for verb in verbs for meant in _MEANT)
    if unmet or not words.possible.isdisjoint(marks):
        return _POSSIBLE
    if not words.planned.isdisjoint(marks):
        return _PLANNED
    return _DONE if words.ongoing.isdisjoint(marks) or not verbs[-1].endswith("ing") else _ONGOING


def stage_of(tags: str, words: Words) -> Modality:
    """How real a sum of money is by the last auxiliaries before it: "_is _to reach M0" is planned."""
    runs = _BEFORE_SUM.findall(tags)
    marks = set(runs[-1].split()) if runs else set()
    return _modality(marks - {"_to"} if marks >= _PERFECT else marks, [""], words) if marks else _DONE


def run_stage(auxiliaries: str, words: Words) -> Modality | None:
    """How real auxiliaries say it is that stand without a verb of a rule; None where it is so now."""
    stage = _modality(set(auxiliaries.split()), [""], words)
    return None if stage is _DONE else stage


def led(quality: Quality, tags: str, start: int, words: Words) -> Quality:
    """The quality of what no verb of a rule tells, by the verb that leads to it in its clause ("C0 _would lose Q1")."""
    if quality.modality is not _DONE or _LEADING.isdisjoint(words_of(tags)):
        return quality
    found = _LED.search(tags, tags.rfind(" ; ", 0, start) + 1, start)
    return replace(quality, modality=_modality({*found[1].split()}, [""], words)) if found is not None else quality


def to_start(quality: Quality, tags: str, end: int, words: Words) -> Quality:
    """The quality of what ends there, by whether it is only to start ("C0 _will resume K1 exports")."""
    if quality.modality is not _DONE or not words.starting.is_called(tags):
        return quality
    found = words.starting.search(tags, tags.rfind(" ; ", 0, end) + 1, end)
    stage = run_stage(found[1], words) if found is not None else None
    return replace(quality, modality=stage) if stage is not None else quality


def copula(tags: str, at: int) -> list[str]:
    """The verb that leads to a noun ("_is _not C1 's largest partner"): it tells whether that is so."""
    found = _LEADS.search(tags, max(0, tags.rfind(" ; ", 0, at)), at)
    return [found[1].rstrip()] if found else []


def spoken(tokens: str) -> str:
    """Tagged words as they are said."""
    return tokens.replace("_", "").strip()


def _auxiliaries(verb: str) -> Iterator[str]:
    """The words before the verb itself, dates aside; a "to" behind it tells nothing ("took to the streets")."""
    return takewhile(lambda token: token[0] in "_D", verb.split())


def looks_ahead(clause: str, words: Words) -> bool:
    """Whether a clause whose verb is not known speaks of what is to come; a "to" alone tells nothing."""
    return bool((words.planned | words.possible).intersection(clause.split()) - {"_to"})


@lru_cache(maxsize=2)  # every frame of a sentence asks the same
def _hedge(tags: str, hedges: Called) -> str | None:
    hedge = hedges.search(tags)
    return spoken(hedge[1]) if hedge else None
