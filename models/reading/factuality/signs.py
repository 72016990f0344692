"""Signs: those around a frame that what it tells is denied, called off, only planned or only supposed."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from models.reading.grammar.branches import branches
from models.reading.grammar.called import longest
from models.reading.grammar.tokens import words_of
from models.records import Modality

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.reading.grammar.language import Language

_NEVER = re.compile("\0")  # no text has it
# "provided by C1" and "_should bring" are no conditions; "provided prices hold" and "_should the price rise" are
_GIVEN = (
    r"(?:(?<!provided )|(?!by |for |in |_to |with |from |under |at |[QMFK]\d))"
    r"(?:(?<!_should )|(?=(?:the|a|an|its|their|this|that|such|any|there|[A-Z]\d+|[a-z]+[^su ]s) ))"
)
_CONDITION = re.compile(
    r"(?:[CP]\d+ (?:—|–|-) (?:; )?)?(?:(?:if|unless|provided|providing|supposing|in (?:the )?(?:case|event) (?:of|that)"
    r"|as _?long as|so _?long as) "
    r"|_(?:should|were) (?=(?:the|a|an|its|their|this|that|such|any|there|[A-Z]\d+|[a-z]+[^su ]s) ))"
    r"[^;]*?(?:; )?, (?:; )?"
)
_NEAR = 4
_OPENING = 24
_WHOM = 6  # words between "asked" and "_to", and one more
_THAT = re.escape("that ")  # it may open a clause
# "not only", "no more than" and "declined to Q1" deny nothing, and ", not C1," only whom it names
_LEVEL = r"(?:_?(?:about|around|nearly|almost|roughly|just|some|only|over|under|less|more|than) )*[QFMB]\d+ "
_ITSELF = rf"(?!_?only |{_LEVEL}(?:[^ ;,]+ ){{0,3}}?but |(?:more|less|fewer) than |[CJLOP]\d+ ,|(?<=_to ){_LEVEL})"
# the signs and the lists of words that they are made of
_LISTS = {
    "denied_before": "denied_before",
    "denied_within": "denied_within",
    "denied_verb": "denied_verb",
    "off_behind": "off_behind",
    "supposed_before": "supposed_before",
    "condition_before": "condition",
    "condition_behind": "condition_behind",
    "inverted": "inverted",
    "wished_before": "wished_before",
    "planned_within": "planned_within",
    "planned_behind": "planned_behind",
    "told_before": "told_before",
    "aimed": "aimed",
}


class Signs(Struct, frozen=True, eq=False):
    """Regular expressions over the tagged text before a frame, inside it and behind it.

    Those that are `bound` are found only in sentences with a word that tells of them: `words` has these, by word.
    """

    denied_before: re.Pattern[str]
    denied_within: re.Pattern[str]
    denied_verb: re.Pattern[str]
    off_behind: re.Pattern[str]
    supposed_before: re.Pattern[str]
    condition_before: re.Pattern[str]
    condition_behind: re.Pattern[str]
    inverted: re.Pattern[str]
    wished_before: re.Pattern[str]
    planned_within: re.Pattern[str]
    planned_behind: re.Pattern[str]
    told_before: re.Pattern[str]
    aimed: re.Pattern[str]
    reached: frozenset[str]
    bound: frozenset[str]
    words: dict[str, tuple[str, ...]]


_SIGNED = re.compile(r"(?<![^ ])(?:signed|concluded|reached|initialled|ratified) ")  # it is done, whatever it provides
_NO_NEW_VERB = "(?<! and )(?<! but )"
_OTHER_VERB = re.compile(r"(?<![^ ])(?:and|but) (?:[CJLOH]\d+ )?[a-z]+ed ")
_RELATIVE = re.compile(r"([CHLO]\d+ ), \1[^;]*?, ")  # "C0 , C0 _has _not met H1 , _will meet H2"
_ASKED = re.compile(r"[A-Z]\d+ (?:_not )?_to ")


class Outlook(Struct, frozen=True):
    """What the signs say: a modality where they tell one, and whether it is denied."""

    modality: Modality | None = None
    denied: bool = False


def find_signs(language: Language) -> Signs:
    """The signs of the language data."""

    def form(name: str, before: str = r"(?<![^ ])", behind: str = "") -> re.Pattern[str]:
        words = language.words("factuality", name)
        return re.compile(f"{before}(?:{_any(words, language)}){behind}") if words else _NEVER

    needed = {sign: _needed(language.words("factuality", name), language) for sign, name in _LISTS.items()}
    every = frozenset[str]().union(*needed.values())
    near = r"(?:[^ ]+ ){0,3}$"
    return Signs(
        form("denied_before", behind=rf"(?:[^ ]+ ){{0,3}}{_NO_NEW_VERB}$"),
        form("denied_within", behind=_ITSELF),
        form("denied_verb", behind=_ITSELF),
        form("off_behind", r"^(?:(?:; ,|[^ ;]+) ){0,14}?"),
        form("supposed_before", behind=near),
        form("condition", behind=near),
        form("condition_behind", r"^(?:[^ ]+ ){0,14}?(?:; )?", _GIVEN),
        form("inverted", r"(?:^|[,;:] )", "$"),
        form("wished_before", behind=r"(?:[^ ]+ ){0,2}$"),
        form("planned_within"),
        form("planned_behind", r"^(?:[^ ;]+ ){0,8}?"),
        form("told_before", behind="(?:; )?$"),
        form("aimed", behind=r"(?:(?:[^ ;QFM][^ ]*|D\d+) ){0,12}?[QF]\d+ "),
        language.words("factuality", "reached"),
        frozenset(sign for sign, words in needed.items() if words),
        {word: tuple(sign for sign, words in needed.items() if word in words) for word in every},
    )


def _needed(words: Iterable[str], language: Language) -> frozenset[str]:
    """A word of each phrase, the longest; none where a phrase only tells how a word begins."""
    return frozenset() if any(word.endswith("*") for word in words) else longest(map(language.literal, words))


@lru_cache(maxsize=2)  # every frame of a sentence asks the same
def possible(tags: str, signs: Signs) -> Signs:
    """The signs without those of which no word stands in the tagged text."""
    told = (signs.words[word] for word in signs.words.keys() & words_of(tags))
    return _only(signs, frozenset(chain.from_iterable(told)))


@lru_cache(maxsize=256)
def _only(signs: Signs, present: frozenset[str]) -> Signs:
    """The signs, those that are bound only as far as they are present."""
    return structs.replace(signs, **dict.fromkeys(signs.bound - present, _NEVER))


def _any(words: Iterable[str], language: Language) -> str:
    return branches(_regex(word, language) for word in sorted(words, key=len, reverse=True))


def _regex(word: str, language: Language) -> str:
    """A word or phrase as it stands in tagged text; one that ends in * opens all words that begin so."""
    if word.endswith("*"):
        return re.escape(language.literal(word[:-1]).rstrip()) + r"\S* "
    return re.escape(language.literal(word)).replace(_THAT, rf"(?:;\ )?{_THAT}")


def is_only_asked(tags: str, start: int, signs: Signs) -> bool:
    """Whether the frame is what somebody is asked or allowed to do ("urged them to lift sanctions")."""
    return _ASKED.match(tags, start) is not None and signs.told_before.search(tags[:start]) is not None


def is_told_to(before: str, signs: Signs, governing: frozenset[str]) -> bool:
    """Whether somebody is only told "to do" what follows, also with whom between ("asked both sides _to")."""
    for _ in range(_WHOM):
        if signs.told_before.search(before):
            return True
        before, _, last = before.rstrip().rpartition(" ")
        before += " "
        if last == ";" or last in governing:
            return False
    return False


def is_supposed(tags: str, span: tuple[int, int], signs: Signs, *, ahead: bool) -> bool:
    """Whether a condition or "had" opens the clause of tags[span], or follows where it looks `ahead`."""
    start, end = span
    signs = possible(tags, signs)
    if signs.condition_before.search(tags[:start]) or _opens(tags, start, signs):
        return True
    opening = _CONDITION.match(tags) if ahead else None
    if opening is not None and opening.end() <= start:
        return True
    return ahead and signs.condition_behind.match(tags[end:]) is not None


def says_no(tags: str, span: tuple[int, int], signs: Signs) -> bool:
    """Whether tags[span] tells that something is, was or will not be done ("not", "never", "refused to")."""
    return possible(tags, signs).denied_verb.search(tags, *span) is not None


def _opens(tags: str, start: int, signs: Signs) -> bool:
    """Whether an auxiliary before its subject opens the clause there ("had C0 sold")."""
    return signs.inverted.search(tags, max(0, start - _OPENING), start) is not None


def is_aimed_at(tags: str, span: tuple[int, int], signs: Signs) -> bool:
    """Whether the figure of tags[span] is a target, a forecast or the like, and not one that was reached or missed."""
    aimed = possible(tags, signs).aimed
    start = tags.rfind(" ; ", 0, span[1]) + 1
    found = next((match for match in aimed.finditer(tags, start) if span[0] < match.end() <= span[1] + 1), None)
    return found is not None and signs.reached.isdisjoint(tags[start : found.start()].split()[-_NEAR:])


def look(tags: str, span: tuple[int, int], signs: Signs, *, bare: bool, refusal: bool, mutual: bool) -> Outlook:
    """What the signs around tags[span] say. A `bare` one has no verb; a `refusal` is not denied by its own words, and
    what is done together (`mutual`) is not done where one only offers to do it.
    """
    start, end = span
    signs = possible(tags, signs)
    before, inside, behind = tags[:start], tags[start:end], tags[end:]
    said_no = not refusal and (_is_denied(inside, signs) or signs.denied_before.search(before))
    off = bare and signs.off_behind.search(behind)
    offered = (
        mutual and "_to " in inside and signs.supposed_before.search(f"{before}{inside.rpartition('_to ')[0]}_to ")
    )
    given = "_would " in inside and (opening := _CONDITION.match(tags)) is not None and opening.end() <= start
    modality = Modality.POSSIBLE if offered or given else _modality(before, inside, behind, signs, bare=bare)
    return Outlook(modality, bool(said_no or off))


def _is_denied(inside: str, signs: Signs) -> bool:
    """Whether the words of a frame deny it, and not only what a verb before its own tells ("denied it and met")."""
    found = signs.denied_within.search(inside)
    if found is not None and (told := _RELATIVE.sub(r"\1", inside)) != inside:
        return _is_denied(told, signs)
    other = found is not None and _OTHER_VERB.search(inside, found.end()) is not None
    return found is not None and not (other and found[0].split()[0].endswith("ed"))


def _modality(before: str, inside: str, behind: str, signs: Signs, *, bare: bool) -> Modality | None:
    if signs.supposed_before.search(before) or _opens(before, len(before), signs):
        return Modality.POSSIBLE
    if signs.wished_before.search(before):
        return Modality.PLANNED
    if bare and signs.planned_within.search(inside):
        return Modality.PLANNED
    if bare and signs.planned_behind.search(behind) and not _SIGNED.search(inside):
        return Modality.PLANNED
    return None
