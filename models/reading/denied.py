"""Denied: claims of what a sentence passes on, denied by the sentence behind it, by whom that names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.reading.claims import make_claim, spoken_by
from models.reading.factuality.qualify import Quality
from models.reading.told import has_figure
from models.records import Event, Quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.reading.factuality.denials import Denial, Linking
    from models.reading.sentence.tagging import Sentence
    from models.reading.trace import Trace
    from models.records import Article, Claim

RULE = "denial.of-report"
"""What the claims of denials go by as their rule."""
_REFUSAL = "REJECT"


def with_denials(
    article: Article, claims: tuple[Claim, ...], linking: Linking, trace: Trace | None = None
) -> tuple[Claim, ...]:
    """The claims in the order of the text, with the denials of what was passed on: each says the same, denied, from
    whom denies it, and its evidence is the sentence that does. What is passed on is told from whom the head of its
    sentence has it. That somebody rejects something is then told by that. What the text says by itself not to be so is
    told denied where it stands.
    """
    if not linking.found:
        return claims
    new: list[Claim] = []
    retold: set[int] = set()
    tellers: dict[int, str] = {}
    untrue: set[int] = set()
    for denial in linking.found:
        if denial.who is None:
            untrue |= {id(claim) for claim in _passed_on(claims, denial, linking)[0]}
            continue
        passed_on, who = _passed_on(claims, denial, linking)
        made = [_denied(article, claim, denial, who) for claim in passed_on]
        new += made
        if made:
            retold |= {id(claim) for claim in _within(claims, denial.sentence) if _refuses(claim)}
            tellers |= dict.fromkeys(map(id, passed_on), _teller(denial, linking))
            _tell(trace, denial.sentence, made)
    kept = [
        replace(claim, attribution=claim.attribution or tellers[id(claim)] or None) if id(claim) in tellers else claim
        for claim in (_untrue(claim) if id(claim) in untrue else claim for claim in claims)
        if id(claim) not in retold
    ]
    if trace is not None:
        for claim in claims:
            if id(claim) in retold:
                trace.left_out(claim, "what is denied is told by the sentence before")
    return tuple(sorted((*kept, *new), key=lambda claim: claim.evidence.start))


def _passed_on(claims: Iterable[Claim], denial: Denial, linking: Linking) -> tuple[list[Claim], str]:
    """The claims of what is passed on, and who denies them."""
    told = [claim for claim in _within(claims, denial.report) if _can_be_denied(claim, linking.denials.said)]
    if denial.undone is not None:
        undone, report = denial.undone, denial.report
        passed_on = [claim for claim in told if undone.is_told_by(claim.content, report)]
    else:
        passed_on = [claim for claim in told if claim.attribution]
    if not passed_on and denial.undone is None and linking.denials.is_passed_on(denial.report):
        passed_on = told
    if denial.who is None:
        return passed_on, ""
    if not denial.who:
        passed_on = [claim for claim in passed_on if has_figure(claim.content)]
    who = linking.denials.called(denial.sentence, spoken_by(denial.sentence, denial.who) or "")
    who = who if denial.who else _speaker(claims, denial.sentence)
    return [claim for claim in passed_on if who and claim.attribution != who], who  # nobody denies what he says


def _speaker(claims: Iterable[Claim], sentence: Sentence) -> str:
    """Whose words the sentence is; empty where that is not told."""
    quotes = (claim for claim in claims if claim.evidence.start <= sentence.end and claim.evidence.end > sentence.start)
    return next((claim.content.speaker for claim in quotes if isinstance(claim.content, Quote)), "")


def _denied(article: Article, claim: Claim, denial: Denial, who: str) -> Claim:
    made = make_claim(article, denial.sentence, RULE, claim.content, Quality(claim.modality, affirmed=False))
    return replace(made, attribution=who)


def _untrue(claim: Claim) -> Claim:
    """The claim as what the text itself says is not so."""
    return replace(claim, affirmed=False, badges=(*claim.badges, *Quality(affirmed=False).badges))


def _teller(denial: Denial, linking: Linking) -> str:
    """Who passes on what is denied; empty where the sentence names nobody at its head."""
    source = linking.denials.source(denial.report)
    return linking.denials.called(denial.report, spoken_by(denial.report, source) or "") if source else ""


def _within(claims: Iterable[Claim], sentence: Sentence) -> list[Claim]:
    return [claim for claim in claims if sentence.start <= claim.evidence.start < sentence.end]


def _can_be_denied(claim: Claim, said: frozenset[str]) -> bool:
    """Whether it is told as so, and is nothing that somebody said."""
    content = claim.content
    if isinstance(content, Quote) or (isinstance(content, Event) and content.plover in said):
        return False
    return claim.affirmed and claim.denied_by is None


def _refuses(claim: Claim) -> bool:
    return isinstance(claim.content, Event) and claim.content.plover == _REFUSAL


def _tell(trace: Trace | None, sentence: Sentence, made: list[Claim]) -> None:
    for told in trace.sentences if trace is not None else ():
        if told.start == sentence.start:
            told.denials.extend(made)
