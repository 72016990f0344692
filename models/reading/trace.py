"""A trace of one reading: what became of each sentence and each match. Handed to the reader only by who asks why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from models.records import Kind

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.reading.furniture import Weight
    from models.reading.grammar.rules import Compiled
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence
    from models.records import Claim


# The parts of each kind of claim, with the expressions that rules leave unsaid.
_PARTS = {
    Kind.RESOURCE: {"country": "c", "resource": "k", "quantity": ""},
    Kind.ROUTE: {"route": "r", "object": "", "figure": ""},
    Kind.EVENT: {"actor": "a", "target": "b", "each": ""},
    Kind.COMMITMENT: {"by": "a|subject", "amount": "m|near:M"},
    Kind.QUOTE: {"speaker": "s"},
    Kind.RELATION: {"a": "a", "b": "b"},
    Kind.PROFILE: {"country": "c", "value": ""},
}

TOLD = "the rule speaks only where no other does, and others told this"


class Try(Struct):
    """One match of a rule at tags[start:end] of its sentence: the mentions in its slots, its claims, or why none."""

    compiled: Compiled
    start: int
    end: int
    slots: dict[str, Mention]
    why: str = ""
    claims: list[Claim] = []

    @property
    def told_already(self) -> bool:
        """Whether other rules told what this one would say."""
        return self.why == TOLD


class Told(Struct):
    """One sentence of the article at [start, end): why it was passed over, or what was tried on it; and what it denies
    of the one before it."""

    start: int
    end: int
    passed: str = ""
    sentence: Sentence | None = None
    tries: list[Try] = []
    denials: list[Claim] = []


class Trace:
    """Collects what one reading of an article does."""

    def __init__(self) -> None:
        self.weight: Weight | None = None
        self.sentences: list[Told] = []
        self.dropped: dict[int, str] = {}

    def opened(self, sentence: Sentence) -> None:
        """A sentence on which rules are tried from here on."""
        self.sentences.append(Told(sentence.start, sentence.end, sentence=sentence))

    def refused(self, compiled: Compiled, span: tuple[int, int], why: str, frame: Frame | None) -> None:
        """A match that makes no frame."""
        self.sentences[-1].tries.append(Try(compiled, *span, frame.slots if frame is not None else {}, why))

    def framed(self, frame: Frame) -> None:
        """A frame, whose claims follow."""
        why = lacking(frame)
        self.sentences[-1].tries.append(Try(frame.compiled, frame.start, frame.end, frame.slots, why))

    def turned_down(self, why: str) -> None:
        """Something that the last frame says, and why it is no claim."""
        self.sentences[-1].tries[-1].why = why

    def made(self, claim: Claim) -> None:
        """A claim of the last frame."""
        self.sentences[-1].tries[-1].claims.append(claim)

    def left_out(self, claim: Claim, why: str) -> None:
        """A claim that is made, but not kept."""
        self.dropped[id(claim)] = why

    def why_left_out(self, claim: Claim) -> str:
        """Why the claim is not kept; empty when it is."""
        return self.dropped.get(id(claim), "")


def tell_passed_over(trace: Trace | None, start: int, end: int, why: str) -> None:
    """Note a sentence of which nothing is read, where anyone wants to know."""
    if trace is not None:
        trace.sentences.append(Told(start, end, why))


def lacking(frame: Frame) -> str:
    """What the parts that the rule's kind of claim is made of stand for in the frame, and which stand for nothing."""
    gives = frame.compiled.rule.gives
    told = []
    for part, usual in _PARTS.get(frame.compiled.rule.kind, {}).items():
        expression = str(gives.get(part, usual))
        if expression and "named" not in gives:
            found = (frame.mention(name.removeprefix("first:")) for name in expression.split("+"))
            names = [mention.name or "/".join(mention.ids) for mention in found if mention is not None]
            told.append(f"{part} ({expression}) is {' and '.join(names) or 'nothing'}")
    return "it lacks a part, or parts do not go together: " + ", ".join(told)
