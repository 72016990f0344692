"""Answers: what a question asks for, told with the figure that alone answers it ("How much do you sell?" "Q0.")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.reading.grammar.tokens import words_of
from models.reading.reference.labels import speaks_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.reading.grammar.language import Language
    from models.reading.reference.context import Context
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

_ENDS, _MARKS = "? ", "?？ "
_LEAD = r"^(?:(?:[A-Z]\d+|q|question|[a-z]+) : )?(?:(?:and|but|so|then|,|well) )*"
_AUX = r"(?P<aux>(?:_\S+ |do |does |did |_does |_did )+)"
_WHO = r"(?P<who>(?:you|[COPRL]\d+|(?:an?|the) [a-z]+)(?: 's (?:[a-z]+ ){1,3}?)?)"
# such as: how much K0 does C1 import from C2, what _will R0 cost, what _are your K0 reserves, how long _is R0
_MUCH = re.compile(
    rf"{_LEAD}(?:how (?:much|many|_long)|what) (?P<what>(?:of )?(?:[a-z]+ ){{0,2}}(?:[KT]\d+ )?){_AUX}{_WHO} "
    r"(?P<verb>[a-z]+ )(?P<rest>[^?]*)\? $"
)
_WHAT = re.compile(
    rf"{_LEAD}(?:what|how (?:big|large|high|great)) (?P<aux>_(?:is|are|was|were) )"
    r"(?P<what>[^?;]*?(?:[KR]\d+|volume|share) [^?;]*)\? $"
)
_LONG = re.compile(rf"{_LEAD}how _?long (?P<aux>_(?:is|will _be) )(?P<who>R\d+) \? $")
# such as: how many days from P0 _to P1
_SPAN = re.compile(rf"{_LEAD}how many [a-z]+ (?:_is it |_are they )?(?P<rest>(?:from|between) [^?,]*)[^?]*\? $")
_YOUR = re.compile(r"(?<![^ ])your ")
_YOU = "you"
_SPANS = ("days ", "hours ")
_IT = re.compile(r"(?<= )it (?=\? $|(?:carry|cost|take|move|handle) )")


class Answers:
    """The words that may stand before a figure that answers."""

    def __init__(self, language: Language) -> None:
        spare = _any(language.words("echoed", "spare"))
        opening = _any(language.words("echoed", "opening"))
        self._figure = re.compile(
            rf"(?:(?:[A-Z]\d+|a|answer) : )?(?:(?:{opening}) (?:, )?)*(?:(?:{spare}) )*(?P<figure>[QMFB]\d+) "
            r"(?:(?:D\d+|of K\d+|(?:a|per|each|last|this|in|long|every) ?[a-z]*) )*[.,;] "
        )

    def given(self, sentence: Sentence, context: Context) -> Iterator[tuple[Sentence, Mention]]:
        """The question that this sentence answers by a figure alone, told with that figure; and the figure."""
        asked = context.voices.before[-1:]
        if not asked or not asked[0].tags.endswith(_ENDS):
            return
        if not all(self._figure.match(one.tags) for one in context.voices.here):
            return
        match = self._figure.match(sentence.tags)
        if match is None:
            return
        figure = sentence.mention(match["figure"])
        text = f"{asked[0].text.rstrip(_MARKS)}."
        told = replace(asked[0], text=text, mentions=[*asked[0].mentions], counts={}, places=[], told=[], found={})
        tags = _statement(told, told.add(figure), speaks_for(context), context.line or context.route)
        if tags is not None:
            told.tags = tags
            yield told, figure


def _statement(question: Sentence, figure: str, own: Mention | None, line: Mention | None) -> str | None:
    """The tags of the question as a statement of the figure; None where whom it asks of is not known."""
    tags = question.tags
    if own is not None and not words_of(tags).isdisjoint({_YOU, "your"}):
        tags = _YOUR.sub(lambda _: f"{question.add(own)}'s ", tags)
        tags = re.sub(rf"(?<![^ ]){_YOU} ", lambda _: question.add(own), tags)
    if line is not None:
        tags = _IT.sub(lambda _: question.add(line), tags)
    if (found := _LONG.match(tags)) is not None:
        return f"{found['who']} {found['aux']}{figure}long . "
    if (found := _WHAT.match(tags)) is not None:
        return f"{found['what']}{found['aux']}{figure}. "
    if line is not None and (found := _SPAN.match(tags)) is not None:
        return f"{question.add(line)}takes {figure}{found['rest']}. "
    found = _MUCH.match(tags)
    if found is None or found["who"] == _YOU:
        return None
    will = "".join(f"_{word.lstrip('_')} " for word in found["aux"].split())
    what = "" if found["what"] in _SPANS else found["what"]
    goods = f"of {what.removeprefix('of ')}" if what else ""
    return f"{found['who']} {will}{found['verb']}{figure}{goods}{found['rest']}. "


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"
