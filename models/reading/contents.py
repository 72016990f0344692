"""Contents: what a frame says, as the struct of its kind. A frame that lacks a part its kind needs gives nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.reading.commitments import commitments
from models.reading.events import events
from models.reading.goods import goods
from models.reading.profiles import profiles
from models.reading.routes import routes
from models.reading.wording import opens_behind_colon, quoted
from models.records import Content, Kind, Quote, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from models.reading.frames import Frame
    from models.reading.mentions import Mention


def contents(frame: Frame) -> Iterator[Content]:
    """Everything the frame says."""
    rule = frame.compiled.rule
    yield from _BUILDERS[rule.kind](frame, rule.gives)


def _quote(frame: Frame, gives: dict[str, Any]) -> Iterator[Content]:
    speaker = frame.mention(gives.get("speaker", "s"))
    words = quoted(frame.sentence.text)
    if gives.get("quoted") and not _says_something(words):
        return
    if gives.get("stated") and (speaker is None or speaker.name not in frame.sentence.text):
        return
    if gives.get("quoted") == "colon" and not opens_behind_colon(frame.sentence.text):
        return
    if speaker is not None and speaker.name and _is_definite(frame, speaker):
        role = speaker.role if speaker.kind in "HNO" else None
        yield Quote(speaker.name, role, bool(words) or bool(gives.get("direct")), words)


def _says_something(words: str) -> bool:
    """Whether words in quotation marks are more than a name."""
    return any(word[:1].islower() for word in words.split())


def _is_definite(frame: Frame, speaker: Mention) -> bool:
    """Whether an office without a name tells who it is: "the prime minister", not "a minister" or "the deputy"."""
    if speaker.kind != "W":
        return True
    if speaker.name.lower().split()[0] in frame.sentence.words["voices"] and len(speaker.name.split()) > 1:
        return True
    if not frame.sentence.words["shared"].isdisjoint(speaker.name.lower().split()):
        return False
    before = frame.sentence.text[: max(0, speaker.start - frame.sentence.start)].lower().split()
    return bool(before) and before[-1] in frame.sentence.words["definite"]


def _relation(frame: Frame, gives: dict[str, Any]) -> Iterator[Content]:
    ends = _end(frame, gives.get("a", "a")), _end(frame, gives.get("b", "b"))
    words = " ".join(frame.words(gives["relation"]).split())
    members = frame.context.members
    told: set[frozenset[str]] = set()
    for left in ends[0]:
        for right in ends[1]:
            pair = frozenset((left, right))
            if (
                left != right
                and pair not in told
                and not (left in members and right in members and frame.context.region[0] in pair)
            ):
                told.add(pair)
                yield Relation(left, right, words)


def _end(frame: Frame, expression: str) -> tuple[str, ...]:
    """Who stands at an end of a relation; all states of the region are the region."""
    codes, region = frame.codes(expression), frame.context.region
    own = frame.context.members.difference(region)
    rest = tuple(code for code in codes if code not in own)
    return region + rest if own <= {*codes} else codes


_BUILDERS: dict[Kind, Callable[[Frame, dict[str, Any]], Iterator[Content]]] = {
    Kind.RESOURCE: goods,
    Kind.ROUTE: routes,
    Kind.EVENT: events,
    Kind.COMMITMENT: commitments,
    Kind.QUOTE: _quote,
    Kind.RELATION: _relation,
    Kind.PROFILE: profiles,
}
