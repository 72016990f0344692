"""Echoed: sentences that tell again what the one before told, with another figure, and leave the rest unsaid.

"In D0 it was Q1" and "C0 followed with Q1" are read as the sentence before with its figure, date or subject replaced,
so that every wording that is known there is known here. Nothing is read where that sentence told several figures,
where it was denied, or where no date or subject of its own tells how the new figure differs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from models.reading.factuality.judging import REAL
from models.reading.reference.answers import Answers
from models.reading.reference.salience import acting
from models.records import Commitment, Event, Quantity, Resource, RouteFact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from models.reading.frames import Frame
    from models.reading.grammar.language import Language
    from models.reading.reference.context import Context
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence
    from models.reading.trace import Trace
    from models.records import Content

_FIGURES = "QMF"
_YEAR = len("2025")
_DATE = re.compile(r"D\d+ ")
_NEXT = re.compile(r"(?:, |; )?(?:and |while |then )*([CJ]\d+) (?:with |at )?([QMB]\d+) ")
_PLANNED = "_will "
_SOLD = "exports"
_MEASURED = (Resource, RouteFact, Commitment)


class Told(NamedTuple):
    """What a sentence told with its only figure, and the frame that read it."""

    frame: Frame
    content: Content
    figure: Mention


class Echo(NamedTuple):
    """The sentence before as it would stand with another figure, and that figure."""

    sentence: Sentence
    figure: Mention


class Echoed:
    """The words by which a sentence leans on the figure before."""

    def __init__(self, language: Language) -> None:
        lists = {name: language.words("echoed", name) for name in ("stood", "coming", "followed", "spare")}
        stood, coming, followed, spare = (_any(words) for words in lists.values())
        meant = _any(language.words("echoed", "meant"))
        loose = rf"(?:(?:{spare}) ){{0,2}}"
        thing = rf"(?:[A-Z]\d+|{meant})"
        what = rf"(?:(?P<thing>{thing} )(?:(?P<coming>{coming})|(?:{stood})) |[:,—] )"
        then = rf"(?P<own>{thing} )(?:(?P<comes>{coming})|(?:{stood})) {loose}(?P<sum>[QMB]\d+) "
        self._timed = re.compile(
            rf"(?:and |but |by |in (?:the )?|for )?(?P<date>D\d+) (?:, )?{what}{loose}(?P<figure>[QMB]\d+) "
            rf"(?=[.;,] |D\d)|{then}(?:by |in )?(?P<day>D\d+) (?=[.;,] )"
        )
        self._joined = re.compile(rf"(?P<who>[CJ]\d+) (?:{followed}) {loose}(?P<figure>[QMB]\d+) ")
        same = _any(language.words("echoed", "same"))
        self._same = re.compile(rf"(?:D\d+ (?:, )?)?(?P<who>[CHO]\d+) (?:{same}) (?!_not)")
        self._said = re.compile(rf"\b(?:{meant})\b", re.IGNORECASE)
        self._answers = Answers(language)
        self._before, self._after = (language.words("echoed", name) for name in ("before", "after"))

    def joined(self, sentence: Sentence, context: Context) -> Iterator[Echo]:
        """The sentence before, which told a figure, as told of those who did the same ("C0 followed with Q1")."""
        if (same := self._same.match(sentence.tags)) is not None:
            yield from _of_deed(sentence, same, context.figured)
        match = self._joined.match(sentence.tags)
        told = _figured(context.figured) if match is not None else None
        if told is not None and match is not None:
            yield from self._by_others(sentence, match, told)

    def timed(self, sentence: Sentence, context: Context) -> Iterator[Echo]:
        """The question before with its answer, or the sentence before as told of another time, where this one tells
        no figure of its own."""
        yield from map(Echo._make, self._answers.given(sentence, context))
        match = self._timed.match(sentence.tags) if context.figured else None
        if match is None or any(isinstance(content, _MEASURED) for content in sentence.told):
            return
        told = _figured(context.figured)
        found = self._of_time(sentence, match, told) if told is not None else None
        if found is not None:
            yield found

    def _by_others(self, sentence: Sentence, match: re.Match[str], told: Told) -> Iterator[Echo]:
        """The same done by the states that this sentence names, each with its figure."""
        pairs = [(match["who"], match["figure"])]
        at = match.end()
        while further := _NEXT.match(sentence.tags, at):
            pairs.append((further[1], further[2]))
            at = further.end()
        own = acting(told.frame.sentence)
        if own is None or own.kind not in "CJ" or len(own.ids) != 1:
            return
        for who, tag in pairs:
            party, figure = sentence.mention(who), _measured(sentence.mention(tag), told.figure)
            if figure is not None and len(party.ids) == 1 and _does_the_same(party, told):
                yield _with(told, {id(own): replace(own, ids=party.ids, name=party.name)}, figure)

    def _of_time(self, sentence: Sentence, match: re.Match[str], told: Told) -> Echo | None:
        """The same at the time that this sentence names."""
        groups = match.groupdict()
        date, tag = groups["date"] or groups["day"], groups["figure"] or groups["sum"]
        when = self._when(sentence, sentence.mention(date), told)
        figure = _measured(sentence.mention(tag), told.figure)
        dates = {found[0] for found in _DATE.finditer(told.frame.sentence.tags)}
        known = not (groups["thing"] or groups["own"]) or self._said.search(sentence.text)
        if when is None or figure is None or len(dates) > 1 or not known:
            return None
        planned = bool(groups["coming"] or groups["comes"])
        old = told.frame.sentence.mention(dates.pop().strip()) if dates else None
        echo = _with(told, {id(old): when} if old is not None else {}, figure, planned=planned)
        if old is None:
            echo.sentence.tags = echo.sentence.add(when) + echo.sentence.tags
        return echo

    def _when(self, sentence: Sentence, date: Mention, told: Told) -> Mention | None:
        """The date; one that is told from the sentence before is a year off what that one is of."""
        words = sentence.text[date.start - sentence.start : date.end - sentence.start + 1].lower().split()
        off = -1 if not self._before.isdisjoint(words) else 1 if not self._after.isdisjoint(words) else 0
        if not off:
            return date if isinstance(date.value, str) else None
        year = getattr(told.content, "year", None)
        return replace(date, value=str(year + off), inferred=False) if year else None


def echoes(found: Iterable[Echo], trace: Trace | None, find: Callable[[Sentence], Iterable[Frame]]) -> Iterator[Frame]:
    """The frames of each echo that rest on the figure which was put in."""
    for echo in found:
        if trace is not None:
            trace.opened(echo.sentence)
        yield from (frame for frame in find(echo.sentence) if any(item is echo.figure for item in frame.slots.values()))


def _figured(told: Iterable[tuple[Frame, Content]]) -> Told | None:
    """What the sentence before told with its only figure; None where it told several."""
    found = [Told(frame, content, figure) for frame, content in told if (figure := _figure(frame, content))]
    if not found or any(item.figure is not found[0].figure for item in found):
        return None
    frame = found[0].frame
    return None if not frame.verbs or _is_unsure(frame) else found[0]


def _of_deed(sentence: Sentence, match: re.Match[str], told: Iterable[tuple[Frame, Content]]) -> Iterator[Echo]:
    """The only deed of the sentence before, done by those who did the same, on their own day or on none."""
    deeds = [(frame, content) for frame, content in told if isinstance(content, Event)]
    if not deeds or any(content.actor != deeds[0][1].actor for _, content in deeds):
        return
    frame, deed = deeds[0]
    own, party, base = acting(frame.sentence), sentence.mention(match["who"]), frame.sentence
    if own is None or own.ids != deed.actor or len(party.ids) != 1 or party.ids == own.ids or _is_unsure(frame):
        return
    dates = sentence.present("D")
    new = replace(own, ids=party.ids, name=party.name)
    mentions = [new if item is own else item for item in base.mentions]
    tags = _DATE.sub("", base.tags)
    echo = replace(base, mentions=mentions, tags=tags, told=[], found={})
    if len(dates) == 1:
        echo.tags = echo.add(dates[0]) + echo.tags
    yield Echo(echo, new)


def _is_unsure(frame: Frame) -> bool:
    """Whether what the frame tells is denied, planned or only possible."""
    return not frame.quality.affirmed or frame.quality.modality not in REAL


def _does_the_same(party: Mention, told: Told) -> bool:
    """Whether a state does what was told, and is no further buyer: it is of the region as the seller, or the only one
    that is as the buyers are not.
    """
    content, members = told.content, told.frame.context.members
    if not isinstance(content, Resource) or content.relation != _SOLD:
        return True
    alike = members.issuperset(party.ids) == (content.country in members)
    return alike and (not content.partner or members.issuperset(party.ids) != members.issuperset(content.partner))


def _figure(frame: Frame, content: Content) -> Mention | None:
    """The mention of the figure that the content has."""
    value: object = None
    if isinstance(content, Resource):
        value = content.quantity
    elif isinstance(content, RouteFact):
        value = content.object
    elif isinstance(content, Commitment):
        value = content.amount
    number = getattr(value, "value", None)
    slots = (item for item in frame.slots.values() if item.kind in _FIGURES)
    return next((item for item in slots if getattr(item.value, "value", None) == number), None)


def _measured(figure: Mention, known: Mention) -> Mention | None:
    """The figure in the place of the known one, a bare number in its unit; None where they measure other things."""
    number, old = figure.value, known.value
    if isinstance(number, float | tuple) and isinstance(old, Quantity):
        return replace(known, name=figure.name, value=replace(old, value=number))
    same = isinstance(number, type(old)) and getattr(number, "unit", "") == getattr(old, "unit", "")
    return replace(known, name=figure.name, value=number) if same else None


def _with(told: Told, others: dict[int, Mention], figure: Mention, *, planned: bool = False) -> Echo:
    """The sentence told before with the figure and the others in the place of what they replace."""
    frame, base = told.frame, told.frame.sentence
    others[id(told.figure)] = figure
    mentions = [others.get(id(item), item) for item in base.mentions]
    tags = base.tags
    if planned:
        at = tags.find(frame.verbs[0], frame.start)
        tags = f"{tags[:at]}{_PLANNED}{tags[at:]}" if at >= 0 else tags
    return Echo(replace(base, mentions=mentions, tags=tags, told=[], found={}), figure)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"
