"""Definite: whom "the government", "the delegation" or "the hosts" stand for where the sentence does not say.

What every state has is that of the state spoken of; who was told with a state keeps it; who received a guest is the
host. Where two states compete nobody is put in their place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.grammar.branches import branches
from models.reading.grammar.tokens import words_of
from models.reading.reference.counting import spoken_for
from models.reading.reference.joint import Joint
from models.reading.sentence.chunks import rejoin
from models.reading.sentence.mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.reading.grammar.language import Language
    from models.reading.reference.context import Context
    from models.reading.sentence.tagging import Sentence

_STOPS = ",.;:)—"
_OF = ("of ", "from ", "at ")
_OFFICE = re.compile(r"([UW]\d+) ")
_REACH = 48  # characters before and behind a state in which those who act for it stand
_OPEN = ("the", "The")
_LEADS = ("from ", "of ", " the ")


class Definite:
    """The nouns for those who act without their state being named, by what tells it."""

    def __init__(self, language: Language) -> None:
        organs, parties, visitors, hosts = (
            tuple(language.literal(word) for word in sorted(language.words("definite", key)))
            for key in ("organs", "parties", "visitors", "hosts")
        )
        self._organs, self._visitors, self._hosts = frozenset(organs), frozenset(visitors), frozenset(hosts)
        self._last = frozenset(word.split()[-1] for word in (*organs, *parties, *visitors, *hosts))
        how, nouns = (
            _any(language.words("definite", "how")),
            _any(word.strip() for word in {*organs, *parties, *visitors, *hosts}),
        )
        # not what money is spent on: "on the military"
        self._called = re.compile(rf"(?<![^ ])(?<! on )(?P<lead>the) (?:(?:{how}) )?(?P<noun>(?:{nouns}) )")
        kinds = _any(language.words("definite", "parties"))
        self._behind = re.compile(rf"(?:['’]s?)?(?: [a-z-]+){{0,2}}? ({kinds})\b")
        self._ahead = re.compile(rf"\b({kinds})(?: of \w+)? (?:from|of)(?: the)? $")
        self._joint = Joint(language)
        self._said = language.words("definite", "said")
        self._verbs = frozenset(form for forms in language.verbs.values() for form in forms["any"])
        self._joints = (
            language.words("clauses", "prepositions")
            | language.words("clauses", "relative")
            | {"and", "or", "but", "while", "as"}
        )

    def resolve(self, sentence: Sentence, context: Context) -> None:
        """Put the states in the place of the words that stand for them, and remember whom the sentence tells of."""
        tags = sentence.tags
        if not self._last.isdisjoint(words_of(tags)):
            sentence.tags = self._called.sub(lambda match: self._meant(sentence, match, context), tags)
        if context.guest and _OFFICE.search(sentence.tags):
            sentence.tags = _OFFICE.sub(lambda match: self._met(sentence, match, context), sentence.tags)
        if sentence.tags != tags:
            rejoin(sentence)
        self._note(sentence, context)
        self._joint.resolve(sentence, context)

    def _meant(self, sentence: Sentence, match: re.Match[str], context: Context) -> str:
        """The state in the place of the words, or the words."""
        noun = match["noun"]
        if not self._stands_alone(sentence.tags[match.end() :]):
            return match[0]
        if noun in self._visitors:
            codes = context.guest
        elif noun in self._hosts:
            codes = context.host or spoken_for(sentence, match.start(), context)
        else:
            codes = context.told.get(noun.strip(), ())
            if not codes and noun in self._organs:
                codes = spoken_for(sentence, match.start(), context)
        return sentence.add(_mention(sentence, match[0], codes)) if codes else match[0]

    def _met(self, sentence: Sentence, match: re.Match[str], context: Context) -> str:
        """The guest or the host of whom an article before an office tells."""
        office = sentence.mention(match[1])
        word = f"{office.name.lower()} "
        lead = sentence.text[: max(0, office.start - sentence.start)].split()[-1:]
        codes = context.guest if word in self._visitors else context.host if word in self._hosts else ()
        if not codes or not lead or lead[0] not in _OPEN or not self._stands_alone(sentence.tags[match.end() :]):
            return match[0]
        return sentence.add(Mention("C", office.start, office.end, office.name, codes))

    def _stands_alone(self, behind: str) -> bool:
        """Whether the words end their group, and do not only give somebody words."""
        word = behind.partition(" ")[0]
        if behind.startswith(_OF) or word in self._said:
            return False
        return word[:1] in _STOPS or word[0] in "_'DPCHLO" or word in self._joints or word in self._verbs

    def _note(self, sentence: Sentence, context: Context) -> None:
        """Remember for whom those act whom the sentence tells with their state; nobody for two states at once."""
        found: dict[str, set[tuple[str, ...]]] = {}
        text = sentence.text
        for state in sentence.mentions:
            if state.kind not in "CJ" or not state.ids:
                continue
            start, end = state.start - sentence.start, state.end - sentence.start
            behind = self._behind.match(text, end, end + _REACH)
            led = start > 0 and text.endswith(_LEADS, 0, start)
            ahead = self._ahead.search(text, max(0, start - _REACH), start) if led else None
            for match in filter(None, (behind, ahead)):
                found.setdefault(match[1], set()).add(state.ids)
        for noun, lands in found.items():
            context.told[noun] = next(iter(lands)) if len(lands) == 1 else ()


def _mention(sentence: Sentence, words: str, codes: tuple[str, ...]) -> Mention:
    """The words as a mention of these states."""
    called = words.strip()
    at = sentence.text.lower().find(called.rpartition(" ")[2])
    start = sentence.start + max(0, at)
    return Mention("C" if len(codes) == 1 else "L", start, start + len(called.rpartition(" ")[2]), called, codes)


def _any(words: Iterable[str]) -> str:
    """Any of the words, the longest first."""
    return branches(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"
