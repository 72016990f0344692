"""Revising: a figure that was just told gives way to the one that a sentence says it was revised to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from models.reading.claims import make_claim, spoken_by
from models.reading.factuality.qualify import Quality
from models.reading.factuality.revised import revision
from models.reading.superseded import codes_of, holds, tell_made, unit_of, with_figure
from models.records import Commitment, Event, Quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.factuality.revised import Revised, Revision
    from models.reading.sentence.tagging import Sentence
    from models.reading.trace import Trace
    from models.records import Article, Claim, Content

RULE = "revision.of-figure"
"""What the claims of revised figures go by as their rule."""
_TAG = re.compile(r"[CHLO]\d+(?= )")
_NAMED = re.compile(r"[a-z-]{5,} ")
_BEFORE = re.compile(r"^(?:[^ ;]+ ){1,6}?_had (?:_\S+ )*[a-z]+ (?:[^ ;,]+ ){0,6}?M\d+ ")


class _Noted(Struct, gc=False):
    """A sentence that revises a figure, the start of the one before it, and that of the one behind it if it tells how
    things had been before (else -1)."""

    sentence: Sentence
    revision: Revision
    before: int
    behind: int = -1


class Revisions:
    """Follows the sentences of one text, and notes where it says that a figure was revised."""

    def __init__(self, revised: Revised, article: Article) -> None:
        self._revised = revised
        self._article = article
        self._noted: list[_Noted] = []
        self._last = -1

    def note(self, sentence: Sentence, *, beside: bool) -> None:
        """The next sentence of the text, and whether it stands beside the one before."""
        start, self._last = self._last, sentence.start
        if beside and self._noted and self._noted[-1].sentence.start == start and _BEFORE.match(sentence.tags):
            self._noted[-1].behind = sentence.start
        told = revision(sentence.tags, self._revised)
        if told is not None:
            self._noted.append(_Noted(sentence, told, start if beside else -1))

    def revised(self, claims: tuple[Claim, ...], trace: Trace | None = None) -> tuple[Claim, ...]:
        """The claims in the order of the text, with the new figures; the old ones stay only where somebody else is
        named who gives them."""
        for noted in self._noted:
            claims = tuple(sorted(self._after(noted, claims, trace), key=lambda claim: claim.evidence.start))
        return claims

    def _after(self, noted: _Noted, claims: tuple[Claim, ...], trace: Trace | None) -> Iterator[Claim]:
        """The claims after one revision."""
        sentence, new = noted.sentence, noted.sentence.mention(noted.revision.figure)
        own = [claim for claim in claims if claim.evidence.start == sentence.start and _figure(claim)]
        known = [claim.content for claim in own if holds(claim.content, new)]
        old = [claim for claim in own if not holds(claim.content, new)]
        old = old or [claim for claim in claims if claim.evidence.start == noted.before and _figure(claim)]
        old += [claim for claim in claims if claim.evidence.start == noted.behind and _figure(claim)]
        gone = {claim.id for claim in old if self._gives_way(claim, noted, known)}
        for claim in claims:
            if claim.id not in gone:
                yield claim
                continue
            if _is_by_another(claim, noted):
                yield claim
            elif trace is not None:
                trace.left_out(claim, "the text says that its figure was revised")
            if not known:
                content = with_figure(claim.content, new)
                known.append(content)
                made = self._made(claim, content, noted)
                tell_made(trace, sentence, made)
                yield made

    def _made(self, claim: Claim, content: Content, noted: _Noted) -> Claim:
        who = noted.revision.who if _is_named(noted) and not isinstance(content, Commitment) else None
        said_by = spoken_by(noted.sentence, who) if who else None
        made = make_claim(self._article, noted.sentence, RULE, content, Quality(claim.modality, claim.affirmed))
        return replace(made, attribution=said_by or (claim.attribution if noted.revision.who else None))

    def _gives_way(self, claim: Claim, noted: _Noted, known: list[Content]) -> bool:
        """Whether the revision is one of this claim's figure: of the same unit and party, and the same thing."""
        content, new = claim.content, noted.sentence.mention(noted.revision.figure)
        if with_figure(content, new) == content or unit_of(new.value) != _unit(content):
            return False
        if known:
            return any(_is_same(with_figure(content, new), other) for other in known)
        if not noted.revision.own:
            return True
        who = [noted.sentence.mention(tag) for tag in _TAG.findall(noted.revision.who)]
        names = {name for mention in who for name in (*mention.ids, mention.name)}
        parties = set(content.by) if isinstance(content, Commitment) else codes_of(content)
        return not names or not parties or not names.isdisjoint(parties)


def _is_same(one: Content, other: Content) -> bool:
    """Whether two contents of one figure are of one thing; money of one giver is."""
    if isinstance(one, Commitment) and isinstance(other, Commitment):
        return one.by == other.by
    return one == other


def _is_named(noted: _Noted) -> bool:
    """Whether it is told who revised it, and not only by a pronoun."""
    sentence, who = noted.sentence, noted.revision.who
    if (tag := _TAG.search(who)) is None:
        return _NAMED.search(who) is not None
    return sentence.mention(tag[0]).name.lower() in sentence.text.lower()


def _is_by_another(claim: Claim, noted: _Noted) -> bool:
    """Whether somebody else than who revised it is named for the old figure."""
    if claim.attribution is None or not _is_named(noted):
        return False
    who = spoken_by(noted.sentence, noted.revision.who) or ""
    return claim.attribution.lower().removeprefix("the ") not in who.lower()


def _figure(claim: Claim) -> bool:
    return not isinstance(claim.content, Quote | Event) and _unit(claim.content) != ""


def _unit(content: Content) -> str:
    """The unit or currency of its figure; empty where it has none."""
    if isinstance(content, Commitment):
        return content.amount.currency
    told = getattr(content, "quantity", None) or getattr(content, "object", None)
    return unit_of(told) or (getattr(content, "unit", None) or "")
