"""Events: what a frame says was done, by whom, with whom, when and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.reading.told import is_told
from models.reading.wording import reporting, summary
from models.records import Content, Event, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.frames import Frame
    from models.reading.mentions import Mention


def events(frame: Frame, gives: dict[str, Any]) -> Iterator[Content]:
    """What was done: one event, or one for each part of the slot that the rule names."""
    if not frame.slots and not _is_real(frame):  # "no document was signed": nobody in particular did nothing
        return
    actor, target = _acting(frame, gives.get("actor", "a")), frame.codes(gives.get("target", "b"))
    if gives.get("each"):
        parts = frame.mention(gives["each"])
        for codes in (parts.each or (parts.ids,)) if parts is not None else ():
            yield _dated(frame, gives, actor, codes)
        return
    target = tuple(code for code in target if code not in actor)
    region = actor == frame.context.region and not frame.compiled.rule.fallback
    taking_part = actor and (target or len(actor) > 1 or "alone" in gives or region)
    if taking_part and (frame.quality.affirmed or not frame.compiled.rule.fallback):  # loose rules read no denials
        yield _dated(frame, gives, actor, target)


def _is_real(frame: Frame) -> bool:
    """Whether it is said to be done, or going on."""
    return frame.quality.affirmed and frame.quality.modality in (Modality.DONE, Modality.ONGOING)


def _acting(frame: Frame, expression: str) -> tuple[str, ...]:
    """The codes of who acts; a place acts for its state."""
    mention = frame.mention(expression)
    return mention.ids if mention is not None and mention.kind == "P" and mention.ids else frame.codes(expression)


def _dated(frame: Frame, gives: dict[str, Any], actor: tuple[str, ...], target: tuple[str, ...]) -> Event:
    bare = Event(gives["plover"], actor, target)
    if frame.compiled.rule.fallback and is_told(bare, frame.sentence.told):
        return bare  # it will count for nothing: the rest need not be looked for
    date = frame.mention(gives.get("date", "d|near:D"))
    place = _where(frame, gives)
    known = date is not None and isinstance(date.value, str)
    return Event(
        gives["plover"],
        actor,
        target,
        _mode(frame, gives),
        str(date.value) if date is not None and known else None,
        place.place or place.name if place is not None else None,
        frame.words(gives["summary"]) if "summary" in gives else summary(frame),
        bool(date is not None and known and date.inferred),
    )


def _where(frame: Frame, gives: dict[str, Any]) -> Mention | None:
    """The place of an event; none of those who only report it (", the ministry in P3 said")."""
    place = frame.mention(gives.get("place", "p|free:P"))
    sentence = frame.sentence
    if place is None:
        return None
    told = reporting(sentence.words["reporting"]).search(sentence.text)
    return None if told is not None and place.start - sentence.start > told.start() else place


def _mode(frame: Frame, gives: dict[str, Any]) -> str | None:
    """The rule's mode, or the first of its modes that a word of the match or of the rest of its clause begins like."""
    words = frame.sentence.tags[frame.start :].partition(";")[0].split()
    modes: dict[str, str] = gives.get("modes", {})
    found = (mode for mode, starts in modes.items() if any(word.startswith(tuple(starts.split())) for word in words))
    return gives.get("mode") or next(found, None)
