"""Superseded: figures that a text told and then takes back, with the correct one in their place where it is given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from models.reading.claims import make_claim
from models.reading.factuality.corrected import denied_figures, mends, mistakes
from models.reading.factuality.qualify import Quality
from models.records import Commitment, Event, Money, Profile, Quantity, Quote, Relation, Resource, RouteFact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.factuality.corrected import Corrected
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence
    from models.reading.trace import Trace
    from models.records import Article, Claim, Content

RULE = "correction.of-figure"
"""What the claims of corrections go by as their rule."""
_FIGURE = re.compile(r"(?<![^ ])([QMF]\d+) ")
_STATES = "CJHLOP"


class Correction(Struct, frozen=True, gc=False):
    """Figures that were wrong, the right ones, the states it concerns, and the sentence that tells what is right."""

    wrong: tuple[Mention, ...]
    right: tuple[Mention, ...]
    states: frozenset[str]
    spans: tuple[tuple[int, int], ...]
    sentence: Sentence


class Corrections:
    """Follows the sentences of one text, and notes what it says was wrong in it."""

    def __init__(self, corrected: Corrected) -> None:
        self.found: list[Correction] = []
        self._corrected = corrected
        self._open: Correction | None = None

    def note(self, sentence: Sentence, *, beside: bool) -> None:
        """The next sentence of the text; one right beside the correction before it may tell what is right."""
        before, self._open = self._open, None
        beside = beside and before is not None
        tags = sentence.tags
        spans = mistakes(tags, self._corrected)
        if not spans and not (mends(tags, self._corrected) or beside):
            return
        denied = denied_figures(tags, self._corrected)
        figures = [(found.start(), found[1]) for found in _FIGURE.finditer(tags)]
        wrong = [tag for at, tag in figures if tag in denied or any(start <= at < end for start, end in spans)]
        right = tuple(sentence.mention(tag) for _, tag in figures if tag not in wrong)
        own = tuple(sentence.mention(tag) for tag in wrong)
        states = frozenset(code for mention in sentence.present(_STATES) for code in mention.ids)
        places: tuple[tuple[int, int], ...] = ((sentence.start, sentence.end),)
        if before is not None and beside and not spans:
            before = self.found.pop()
            own, states, places = (*before.wrong, *own), states | before.states, (*before.spans, *places)
        if spans or own:
            self.found.append(Correction(own, right, states, places, sentence))
            self._open = self.found[-1] if not right else None


def without_superseded(
    article: Article, claims: tuple[Claim, ...], corrections: Corrections, trace: Trace | None = None
) -> tuple[Claim, ...]:
    """The claims in the order of the text; one with a figure that the text takes back has the correct one instead,
    and the correction as its evidence, or is left out where no correct one is given or another claim tells it."""
    if not any(correction.wrong for correction in corrections.found):
        return claims
    kept: list[Claim] = []
    for claim in claims:
        correction = next((one for one in corrections.found if _concerns(one, claim)), None)
        mended = next(_mended(claim.content, correction), None) if correction is not None else None
        if correction is None or mended is None:
            kept.append(claim)
            continue
        if trace is not None:
            trace.left_out(claim, "the text says that its figure was wrong")
        known = [one.content for one in claims if _is_within(one, correction)] + [one.content for one in kept]
        if mended != claim.content and not any(_says(content, mended) for content in known):
            quality = Quality(claim.modality, claim.affirmed, certainty=claim.certainty)
            kept.append(make_claim(article, correction.sentence, RULE, mended, quality))
            tell_made(trace, correction.sentence, kept[-1])
    return tuple(sorted(kept, key=lambda claim: claim.evidence.start))


def _concerns(correction: Correction, claim: Claim) -> bool:
    """Whether a claim that stands elsewhere may have the figure that was wrong, and is of the same states."""
    content = claim.content
    if isinstance(content, Quote | Event) or _is_within(claim, correction):
        return False
    codes = codes_of(content)
    same = not correction.states or not codes or not correction.states.isdisjoint(codes)
    return same and next(_mended(content, correction), None) is not None


def _is_within(claim: Claim, correction: Correction) -> bool:
    return any(start <= claim.evidence.start < end for start, end in correction.spans)


def codes_of(content: Content) -> set[str]:
    """The states and parties that the content is of; none where it is of a route."""
    if isinstance(content, Resource | Profile):
        return {content.country}
    if isinstance(content, Relation):
        return {content.a, content.b}
    return {*content.by, *content.to} if isinstance(content, Commitment) else set()


def _mended(content: Content, correction: Correction) -> Iterator[Content]:
    """The content with the correct figure, or as it is where none is given; nothing where its figure was not wrong."""
    for wrong in correction.wrong:
        if not holds(content, wrong):
            continue
        same = [right for right in correction.right if unit_of(right.value) == unit_of(wrong.value)]
        yield with_figure(content, same[0]) if len(same) == 1 else content


def holds(content: Content, figure: Mention) -> bool:
    """Whether the figure is that of the content."""
    value = figure.value
    if isinstance(content, Commitment):
        return content.amount == value
    told = content.quantity if isinstance(content, Resource | Relation) else getattr(content, "object", None)
    if isinstance(content, Profile) and not isinstance(content.value, str):
        told = Quantity(content.value, content.unit or "")
    return isinstance(told, Quantity) and (told.value, told.unit) == (getattr(value, "value", None), unit_of(value))


def unit_of(value: object) -> str:
    """The currency or unit of a figure; empty where it is none."""
    return value.currency if isinstance(value, Money) else value.unit if isinstance(value, Quantity) else ""


def with_figure(content: Content, right: Mention) -> Content:
    """The content with another figure."""
    value = getattr(right.value, "value", None)
    if isinstance(content, Commitment):
        return replace(content, amount=right.value)
    if isinstance(content, Profile):
        return replace(content, value=value)
    if isinstance(content, Resource | Relation) and content.quantity is not None:
        return replace(content, quantity=replace(content.quantity, value=value))
    if isinstance(content, RouteFact) and isinstance(content.object, Quantity):
        return replace(content, object=replace(content.object, value=value))
    return content


def _says(content: Content, mended: Content) -> bool:
    """Whether a claim that stands says the same, but for a year."""
    if type(content) is not type(mended):
        return False
    bare = [replace(one, year=None, year_inferred=False) if hasattr(one, "year") else one for one in (content, mended)]
    return bare[0] == bare[1]


def tell_made(trace: Trace | None, sentence: Sentence, made: Claim) -> None:
    """Let a trace know of a claim that is made of the text as a whole, at its sentence."""
    for told in trace.sentences if trace is not None else ():
        if told.start == sentence.start:
            told.denials.append(made)
            return
