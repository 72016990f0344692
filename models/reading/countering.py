"""Countering: the figure that another gives for what the sentence before told, of the same site, year and partner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from models.reading.claims import make_claim, spoken_by
from models.reading.factuality.countered import counter
from models.reading.factuality.qualify import Quality
from models.reading.superseded import tell_made, unit_of, with_figure
from models.records import Modality, Money, Quantity, Relation, Resource, RouteFact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.reading.factuality.countered import Counter
    from models.reading.grammar.called import Called
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence
    from models.reading.trace import Trace
    from models.records import Article, Claim, Content

RULE = "counter.of-figure"
"""What the claims of such figures go by as their rule."""
_MEASURED = (Resource, RouteFact, Relation)
_REAL = (Modality.DONE, Modality.ONGOING)
_FAR = 5  # times as much, or as little: a bare number is hardly one of the same thing
_SCALES = (1.0, 1e3, 1e6, 1e9, 1e12)  # "33.7 billion .. puts it at 40"


class _Noted(Struct, frozen=True, gc=False):
    """A sentence that gives another figure, how it does, and the start of the one before it."""

    sentence: Sentence
    counter: Counter
    before: int


class Countering:
    """Follows the sentences of one text, and notes where another gives another figure for what was just told."""

    def __init__(self, countered: Called, article: Article) -> None:
        self._countered = countered
        self._article = article
        self._noted: list[_Noted] = []
        self._last = -1

    def note(self, sentence: Sentence, *, beside: bool) -> None:
        """The next sentence of the text, and whether it stands beside the one before."""
        start, self._last = self._last, sentence.start
        told = counter(sentence.tags, self._countered) if beside and start >= 0 else None
        if told is not None:
            self._noted.append(_Noted(sentence, told, start))

    def countered(self, claims: tuple[Claim, ...], trace: Trace | None = None) -> tuple[Claim, ...]:
        """The claims in the order of the text, with the other figures in place of what was read of these by itself."""
        for noted in self._noted:
            claims = tuple(sorted(self._after(noted, claims, trace), key=lambda claim: claim.evidence.start))
        return claims

    def _after(self, noted: _Noted, claims: tuple[Claim, ...], trace: Trace | None) -> Iterator[Claim]:
        """The claims with those of one other figure."""
        sentence = noted.sentence
        figure, who = sentence.mention(noted.counter.figure), spoken_by(sentence, noted.counter.who)
        made = [self._made(claim, figure, noted, who) for claim in _told(claims, noted.before, figure)]
        contents = [claim.content for claim in made]
        for claim in claims:
            bare = claim.evidence.start == sentence.start and any(_has(claim.content, new) for new in contents)
            if not bare:
                yield claim
            elif trace is not None:
                trace.left_out(claim, "it is another figure for what the sentence before tells")
        for claim in made:
            tell_made(trace, sentence, claim)
            yield claim

    def _made(self, claim: Claim, figure: Mention, noted: _Noted, who: str | None) -> Claim:
        content = with_figure(claim.content, _like(figure, claim.content))
        made = make_claim(self._article, noted.sentence, RULE, content, Quality(claim.modality))
        return replace(made, attribution=who)


def _told(claims: Iterable[Claim], start: int, figure: Mention) -> list[Claim]:
    """The claims of the sentence that begins there with a figure like this one; none where it told several."""
    found = [claim for claim in claims if claim.evidence.start == start and _figure(claim.content) is not None]
    values = {(told.value, told.unit) for claim in found if (told := _figure(claim.content))}
    if len(values) != 1 or not all(claim.affirmed and claim.modality in _REAL for claim in found):
        return []
    return [claim for claim in found if _is_like(figure, _figure(claim.content))]


def _figure(content: Content) -> Quantity | None:
    """The figure of goods, of a route or of what two trade."""
    told = content.object if isinstance(content, RouteFact) else getattr(content, "quantity", None)
    return told if isinstance(told, Quantity) and isinstance(content, _MEASURED) else None


def _is_like(figure: Mention, told: Quantity | None) -> bool:
    """Whether a figure is another one of the same unit, or a bare number of that size."""
    if told is None:
        return False
    if isinstance(figure.value, Quantity | Money):
        same = unit_of(figure.value).partition("/")[0] == told.unit.partition("/")[0]
        return same and figure.value.value != told.value
    return _scaled(figure.value, told.value) is not None


def _scaled(number: object, told: object) -> float | None:
    """A bare number in thousands, millions and so on, as the one told is that it stands against; None where it is far
    from that."""
    if not isinstance(number, float | int) or not isinstance(told, float | int) or told <= 0:
        return None
    return next((number * scale for scale in _SCALES if _is_near(number * scale, told)), None)


def _is_near(one: float, other: float) -> bool:
    return one != other and min(one, other) * _FAR > max(one, other)


def _like(figure: Mention, content: Content) -> Mention:
    """The figure as one that the content may have: a bare number in its unit."""
    told = _figure(content)
    number = _scaled(figure.value, told.value) if told is not None else None
    return figure if told is None or number is None else replace(figure, value=replace(told, value=number))


def _has(content: Content, new: Content) -> bool:
    """Whether a content has the figure of a new one."""
    own, other = _figure(content), _figure(new)
    return own is not None and other is not None and own.value == other.value
