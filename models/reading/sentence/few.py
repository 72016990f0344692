"""A few of a group: "two countries of L0" or "some L0 states" are not the group, and nobody knows which they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.reading.grammar.tokens import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.reading.grammar.language import Language
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

_COUNTED = "X"  # "two countries" may be a mention of its own


class Few:
    """The groups by their codes and sizes, and the words that tell how many members of one are meant."""

    def __init__(self, sizes: Mapping[str, int], language: Language) -> None:
        self._sizes = sizes
        self._language = language
        self._counts: dict[str, int] = language.tables.get("counts", {})
        self._many = frozenset(language.literal(word).strip() for word in language.words("few", "words"))
        words, nouns = "|".join(sorted(self._many)), "|".join(sorted(language.words("few", "nouns")))
        self._part = re.compile(
            rf"(?<![^ ])(?:(?P<many>{words or '(?!)'}) (?:of )?|(?P<counted>X\d+) (?:of|in|from) )(?:the )?"
            rf"(?P<group>[CHJL]\d+) (?P<noun>(?=[HUW]\d|{nouns or '(?!)'}))?"
        )

    def leave_out(self, sentence: Sentence) -> None:
        """Put nobody that is known in the place of a group where only some of its members are meant."""
        if _COUNTED not in sentence.tags and self._many.isdisjoint(words_of(sentence.tags)):
            return
        if any(self._is_group(mention) for mention in sentence.mentions):
            sentence.tags = self._part.sub(lambda match: self._only_some(sentence, match), sentence.tags)

    def _only_some(self, sentence: Sentence, match: re.Match[str]) -> str:
        """The tag of nobody known, where only some of the group are meant; else what stands there."""
        group = sentence.mention(match["group"])
        named = sentence.mention(match["counted"]).name if match["counted"] else match["many"]
        if not self._is_group(group) or not (match["noun"] is not None or match["counted"] or _has_noun(group)):
            return match[0]
        size = self._sizes[group.ids[0]]
        if any(self._counts.get(word) == size for word in named.lower().split()):
            return match[0]
        return sentence.add(replace(group, ids=(), names=()))

    def _is_group(self, mention: Mention) -> bool:
        return len(mention.ids) == 1 and mention.ids[0] in self._sizes


def _has_noun(group: Mention) -> bool:
    """Whether the name itself says that these are states or people ("states of", "leaders")."""
    return group.kind == "H" or " of " in group.name or group.name.rpartition(" ")[2].islower()
