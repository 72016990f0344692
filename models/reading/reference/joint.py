"""Joint: bodies that two states have together, and "the commission" or "the council" that later stands for both.

"The Cooperation Council between C0 and C1 met; the Council agreed to .." is agreed by both. Another body that is called
by the same noun takes the place of the joint one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.grammar.tokens import words_of
from models.reading.sentence.mentions import Mention

if TYPE_CHECKING:
    from models.reading.grammar.language import Language
    from models.reading.reference.context import Context
    from models.reading.sentence.tagging import Sentence

_BODY = re.compile(r"(?<![^ ])(?:the )?([OZ]\d+) (?!between |of |for )")
_PAIRED = re.compile(r"(?<![^ ])([OZ]\d+) (?:on (?:[^ ;,]+ ){1,4}?)?(?:between|of) ([CL]\d+) (?:and (C\d+) )?")
_JOINED = re.compile(r"J(\d+) - C(\d+) ")
_FACED, _OF, _HYPHEN = " between ", " of ", " - C"
_PAIR, _NEAR = 2, 3


class Joint:
    """The nouns for bodies that states may have together."""

    def __init__(self, language: Language) -> None:
        self._nouns = language.words("definite", "joint")
        self._last = frozenset(noun.split()[-1] for noun in self._nouns)
        nouns = "|".join(sorted(self._nouns))
        self._named = re.compile(
            rf"(?<![^ ])({nouns}) (?:on (?:[^ ;,]+ ){{1,4}}?)?(?:between|of) ([CL]\d+) (?:and (C\d+) )?"
        )
        self._called = re.compile(
            rf"(?<![^ ])the (?:joint |intergovernmental |bilateral )?({nouns}) (?=_|[a-z]+(?:ed|s|d) |'s )"
        )

    def resolve(self, sentence: Sentence, context: Context) -> None:
        """Learn whose the joint bodies of the sentence are, and put the states in the place of those known before."""
        tags = sentence.tags
        if context.joint:
            self._forget(sentence, context)
        if context.joint and (_BODY.search(tags) or not self._last.isdisjoint(words_of(tags))):
            tags = _BODY.sub(lambda match: self._of_name(sentence, match, context), tags)
            sentence.tags = self._called.sub(lambda match: _both(sentence, match, match[1], context), tags)
        self._learn(sentence, context)

    def _of_name(self, sentence: Sentence, match: re.Match[str], context: Context) -> str:
        """The states of the joint body that a capital calls by its noun alone ("the Council")."""
        return _both(sentence, match, sentence.mention(match[1]).name.lower(), context)

    def _forget(self, sentence: Sentence, context: Context) -> None:
        """Leave a noun to another body that is called by it from here on."""
        for body in sentence.mentions:
            _, of, noun = body.name.lower().rpartition(" ")
            if of and noun in context.joint and (body.kind == "O" or body.public):
                del context.joint[noun]

    def _learn(self, sentence: Sentence, context: Context) -> None:
        """Remember the two whose body the sentence names."""
        tags = sentence.tags
        found: list[tuple[str, str, str]] = []
        if not self._last.isdisjoint(words_of(tags)):
            found += self._named.findall(tags)
        for tag, one, other in _PAIRED.findall(tags) if _FACED in tags or _OF in tags else ():
            found.append((sentence.mention(tag).name.lower().rpartition(" ")[2], one, other))
        for one, other in _JOINED.findall(tags) if _HYPHEN in tags else ():
            behind = sentence.text[sentence.mention(f"C{other}").end - sentence.start :].lower().split()
            found += [(noun, f"J{one}", f"C{other}") for noun in behind[:_NEAR] if noun in self._nouns][:1]
        for noun, one, other in found:
            members = (sentence.mention(tag).ids for tag in (one, other) if tag)
            codes = tuple(dict.fromkeys(code for ids in members for code in ids))
            if noun in self._nouns and len(codes) == _PAIR and not context.members.isdisjoint(codes):
                context.joint[noun] = codes


def _both(sentence: Sentence, match: re.Match[str], noun: str, context: Context) -> str:
    """The two states in the place of the words, or the words."""
    codes = context.joint.get(noun, ())
    return sentence.add(Mention("L", 0, 0, f"the {noun}", codes)) if codes else match[0]
