"""Wording: pieces of a sentence in its own words - what was done, and what money is for."""

from __future__ import annotations

import re
import string
from functools import cache, lru_cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from models.reading.around.goals import with_goal
from models.reading.grammar.language import plain
from models.reading.sentence.tagging import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

LONGEST = 12
"""Words of a summary, and of a purpose, but for the end of a noun phrase."""

_ENGLISH = "en"
_OVER = 4  # words that a noun phrase may go on behind the longest
_AHEAD = 60
_MENTION = frozenset(string.ascii_uppercase)  # the first letters of mentions, and of nothing else
_WORD = re.compile(r"\S+")
_DATE_LEAD = re.compile(r"\s+(?:in|on|by|since|of)?\s*$")
# one class comes first, so that the search skips to it fast; then it looks back at what it was
_END = re.compile(r"[\s.;:()\"“”«»?!](?:(?<=[;:()\"“”«»?!])|(?<=\.)(?=\s|$)|(?<=\s)[–—-]\s)")
_LETTERS = re.compile(r"[^\W\d_]+")
_BACK, _REMARK = 60, 8
_PARTIES = "CHJLNOPX"
_NO_DEED = f"{_PARTIES}D"
_OWNERS, _OF = "CJLHO", "of "
_CONDITION = re.compile(r";|,? (?:only )?(?:if|unless|provided(?: that)?|on condition that) ")
_NO_THING = "CJLHDMQFBPGON"
_MARKS = '"“”«»「」„'
_MARK = re.compile(f"[{_MARKS}]")
_QUOTED = re.compile('["“«「„]([^"“”«»「」„]+)["”»」“]')
_COLON = re.compile('[:：]\\s*["“«„「]')
_AND_DID = re.compile(
    r",? (?:and|but) (?:also )?(?:has|have|had|will|would) |, (?:but|yet|though|although) "
    r"|, and (?:[a-z]+ly |also |then )?([a-z]+ed) "
    r"|,? and (?:the|its|their|his|her) (?:[a-z]+ ){1,2}"
    r"(?:says?|said|claim(?:s|ed)?|promise[sd]?|insists?|insisted|will) "
)
_ELSE_ACTS = re.compile(
    r"(?<![^ ])(\S+) (and|but|while) ([CHLO]\d+) (?:; , \3 [a-z]|_(?:is|are|was|were|has|have|had|will|would) )"
)
_ANOTHER = re.compile(r",? (?:and|but) (?:also )?(?:has|have|had|is|are|was|were|will|would|could|may|might) ")
_LOOSE = " ,;:.–—-'’"
_DASHES = ("–", "—", "-")
_NAME = re.compile(r"(?<![^\s(])[A-Z][^\s,.;:]*$")
_NAMES = re.compile(r"[A-Z][^\s,.;:]*(?: [A-Z][^\s,.;:]*)?")
_TO_DO = re.compile(r" to [a-z]+$")
"""A deed that is to be done, without what it is done to."""
_BARE = re.compile(r"(?:[a-z]+ ){1,2}(?:it|them|this|that|these|those|so)")
"""A verb that tells nothing by itself: what the pronoun stands for is in none of the words."""


def summary(frame: Frame, apart: Sequence[Mention | None] = ()) -> str:
    """The verb phrase of the frame with what belongs to it, in at most so many words; a substring of the sentence.

    It does not end on the mentions that are told `apart`, such as the date and the place. Of a text in another language
    there is none: half a clause of it says nothing among English words, and its whole sentence is shown.
    """
    sentence = frame.sentence
    if frame.compiled.rule.lang != _ENGLISH:
        return ""
    known = takewhile(lambda item: item.at < frame.end, _places_of(sentence))
    inside = [item for item in known if frame.start <= item.at]
    first = _first(inside, sentence.text, sentence.words["saying"], sentence.words["joins"])
    if first < 0:
        return ""
    last = max(item.end for item in inside)
    stop = min(_end(sentence, last, len(sentence.text)), _until_denied(frame), _until_another_acts(frame))
    whole = _before_aside(sentence.text[first:stop], sentence)
    names = [sentence.text[item.start - sentence.start : item.end - sentence.start] for item in apart if item]
    short = _before_aside(_trimmed(whole, sentence.words["dangling"], last - first), sentence)
    told = _without(short, names, sentence.words["dangling"])
    return "" if _BARE.fullmatch(told) else _with_level(told, sentence, first)


def _end(sentence: Sentence, at: int, limit: int) -> int:
    """Where in the text what begins there ends, at most at a limit: a dash between two names parts nothing."""
    found = (end for end in _END.finditer(sentence.text, at, limit) if not _is_between(sentence, end))
    return next((end.start() for end in found), limit)


def _is_between(sentence: Sentence, end: re.Match[str]) -> bool:
    """Whether it is the dash of a way from one name to another ("the road P0 - P1"), with nothing told behind these."""
    after = _NAMES.match(sentence.text, end.end())
    if after is None or end[0].strip() not in _DASHES or not _NAME.search(sentence.text[: end.start()].rstrip()):
        return False
    goes_on = _LETTERS.search(sentence.text, after.end())
    parted = goes_on is None or sentence.text[after.end() : goes_on.start()].strip() != ""
    return parted or (goes_on is not None and goes_on[0].lower() in sentence.words["dangling"])


def _until_denied(frame: Frame) -> int:
    """Where in the text it is told that what was matched is not so ("reports that C0 halted sales _were denied")."""
    denial, text = frame.denial, frame.sentence.text
    behind = (item for item in _places_of(frame.sentence) if denial is not None and item.at >= denial.end)
    return next((item.start for item in behind if item.token != "."), len(text))


def _until_another_acts(frame: Frame) -> int:
    """Where in the text a clause begins in which somebody else acts ("H0 visited P1 D2 and C3 - which .. - _has")."""
    sentence = frame.sentence
    start = sentence.tags.rfind(" ", 0, max(0, frame.end - 1)) + 1
    found = next((one for one in _ELSE_ACTS.finditer(sentence.tags, start) if one[1][0] not in _PARTIES), None)
    ends = (item.start for item in _places_of(sentence) if found is not None and item.at == found.start(2))
    return next(ends, len(sentence.text))


def _with_level(text: str, sentence: Sentence, first: int) -> str:
    """The text with what is raised in place of "it" ("agreed to bring it to M1"); nothing where that is not known.

    It is named in the words of the sentence that stand before the text begins.
    """
    found = _raising(sentence.words["raising"]).search(text)
    if found is None:
        return text
    named = list(_level(sentence.words["levels"]).finditer(sentence.text, 0, first))
    return f"{text[: found.start(1)]}{named[-1][0].lower()}{text[found.end(1) :]}" if named else ""


@cache
def _raising(verbs: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(verbs)}) (it|them) (?:up )?(?=to |by )")


@cache
def _level(nouns: frozenset[str]) -> re.Pattern[str]:
    """A noun for something that is measured, with the adjective before it."""
    return re.compile(rf"(?<!\w)(?:(?!the |that |of |and |its )[A-Za-z-]+ )?(?:{_any(nouns)})(?!\w)")


def _without(text: str, names: Sequence[str], dangling: frozenset[str]) -> str:
    """The text without these names at its end, nor the words that lead to them; never without its first word."""
    while name := next((name for name in names if name and text.endswith(f" {name}")), ""):
        if _TO_DO.search(text[: -len(name)].rstrip(_LOOSE)):
            return text  # it is what is to be built, and not where
        text = text[: -len(name)].strip(_LOOSE)
        while (tail := text.rpartition(" "))[0] and tail[2].lower() in dangling:
            text = tail[0].rstrip(_LOOSE)
    return text


def _first(inside: Sequence[Place], text: str, saying: frozenset[str], joins: frozenset[str]) -> int:
    """Where in the text the verb phrase begins: behind who acts, and behind who says so; -1 where there is none."""
    words = [at for at, item in enumerate(inside) if item.token[0] not in _MENTION]
    if not words:
        return -1
    while len(words) > 1 and inside[words[0]].token in joins:  # "C0 and C1 signed": who acts goes on
        words.pop(0)
    at = words[0] if inside[0].token[0] in _NO_DEED else 0
    if inside[at].token in saying:
        behind = (word for word in words if word > at + 1 and inside[word - 1].token[0] in _PARTIES)
        at = next(behind, at)
    return inside[_over_aside(inside, at, text)].start


def _over_aside(inside: Sequence[Place], at: int, text: str) -> int:
    """The word behind a remark that commas set off between who acts and the verb (", for its part ,"); else this."""
    ends = [
        place for place in range(max(at, 1), len(inside)) if "," in text[inside[place - 1].end : inside[place].start]
    ]
    return ends[1] if at and ends[:1] == [at] and ends[1:] and ends[1] - at <= _REMARK else at


@lru_cache(maxsize=4)  # every quote of a sentence asks the same
def quoted(text: str) -> str:
    """The longest of the words between quotation marks; a quote that goes on from or to another sentence counts."""
    if not any(map(text.__contains__, _MARKS)):  # most sentences have none, and to find that out so is quicker
        return ""
    pairs = [match[1] for match in _QUOTED.finditer(text)]
    if pairs:
        return max(pairs, key=len)
    mark = _MARK.search(text)
    if mark is None:
        return ""
    closes = mark.start() > 0 and not text[mark.start() - 1].isspace()
    return (text[: mark.start()] if closes else text[mark.end() :]).strip("’' ")


def opens_behind_colon(text: str) -> bool:
    """Whether words in quotation marks follow a colon."""
    return _COLON.search(text) is not None


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """[start, end) of everything between quotation marks."""
    return [match.span(1) for match in _QUOTED.finditer(text)]


def purpose(frame: Frame, amount: Mention) -> str:
    """What the sentence says the money is for: the thing behind "for", "in" or "to", after the amount or before it."""
    return _purpose(frame.sentence, amount.start, amount.end)


def ordered(frame: Frame, amount: Mention) -> str:
    """What the money buys: the thing behind the word for buying, without whose it is ("buy aircraft of O1 for M2")."""
    sentence = frame.sentence
    limit = max(0, amount.start - sentence.start)
    lead = _lead(sentence.words["bought"])
    found = next(lead.finditer(sentence.text, max(0, limit - _BACK), limit), None)
    if found is None:
        return ""
    start = found.end() + len(_OF) if sentence.text.startswith(_OF, found.end()) else found.end()
    text, begin = _thing(sentence, start, limit), sentence.start + start
    owners = (item.start - begin for item in sentence.mentions if item.kind in _OWNERS and item.start > begin)
    whose = (at for at in owners if text[:at].endswith(f" {_OF}"))
    return _trimmed(text[: next(whose, len(text))], sentence.words["dangling"], 0)


@lru_cache(maxsize=4)  # every rule that reads the amount asks
def _purpose(sentence: Sentence, start: int, end: int) -> str:
    at = end - sentence.start
    if not 0 < at <= len(sentence.text):
        return ""
    rest = _before_deed(_before_aside(_CONDITION.split(sentence.text[at:], maxsplit=1)[0], sentence), sentence)
    behind = _things(sentence, at, at + len(rest), sentence.words["lead"])
    begin = max(0, start - sentence.start)
    before = _things(sentence, max(0, begin - _BACK), begin, sentence.words["lead_before"])
    return next(behind, "") or next(before, "")


def _before_deed(text: str, sentence: Sentence) -> str:
    """The text up to where who gives the money goes on to do something else (", and agreed to sell")."""
    words = sentence.words
    deeds = (match for match in _AND_DID.finditer(text) if match[1] is None or match[1] not in words["present"])
    return text[: min((match.start() for match in deeds), default=len(text))]


def _things(sentence: Sentence, start: int, end: int, leads: frozenset[str]) -> Iterator[str]:
    """What stands behind each lead-in between two places of the sentence."""
    places = (match.end() for match in _lead(leads).finditer(sentence.text, start, end))
    return (thing for at in places if not _is_named(sentence, at) and (thing := _thing(sentence, at, end)))


def _is_named(sentence: Sentence, at: int) -> bool:
    """Whether a place of the text lies within a name ("Bank for Reconstruction")."""
    return any(item.start < sentence.start + at < item.end for item in sentence.mentions)


def _thing(sentence: Sentence, start: int, limit: int) -> str:
    """The noun phrase that starts there, before a limit; empty where it is only a state, a date or an amount."""
    words = sentence.words
    text = _before_aside(sentence.text[start : _end(sentence, start, limit)], sentence)
    if _is_for_somebody(sentence, start):
        return ""
    text = _undated(text, sentence, start)
    stop = _stop(words["stops"]).search(f" {text}")
    text = _trimmed(text[: max(0, stop.start() - 1)] if stop else text, words["dangling"], 0)
    bare = text
    for mention in sentence.mentions:
        inside = start <= mention.start - sentence.start < mention.end - sentence.start <= start + len(text)
        if mention.kind in _NO_THING and inside:
            bare = bare.replace(sentence.text[mention.start - sentence.start : mention.end - sentence.start], "")
    told = set(_LETTERS.findall(bare.lower()))
    return text if told - words["empty"] - words["gifts"] else ""


def _is_for_somebody(sentence: Sentence, start: int) -> bool:
    """Whether a state stands there, and what the money is for only behind it: "to C1 for a railway"."""
    ends = (item.end for item in sentence.mentions if item.start - sentence.start == start and item.kind in _NO_THING)
    return any(sentence.text.startswith(" for ", end - sentence.start) for end in ends)


def _undated(text: str, sentence: Sentence, start: int) -> str:
    """The text without the date that ends it."""
    end = sentence.start + start + len(text.rstrip())
    date = next((item for item in sentence.mentions if item.kind == "D" and item.end == end), None)
    if date is None or (at := date.start - sentence.start - start) <= 0:
        return text
    return _DATE_LEAD.sub("", text[:at])


def _before_aside(text: str, sentence: Sentence) -> str:
    """The text up to a remark that a comma sets off (", he said", ", as others did", ", the ministry said")."""
    if "," not in text:
        return text
    words = sentence.words
    marks = (_aside(words["aside"]).search(text), reporting(words["reporting"]).search(text))
    return text[: min((found.start() for found in marks if found), default=len(text))]


@cache
def reporting(words: frozenset[str]) -> re.Pattern[str]:
    """The end of a sentence that tells who says the rest of it."""
    return re.compile(rf",\s(?:[^\s,;:]+\s){{1,7}}?(?:{_any(words)})(?=[\s,.]|$)(?! that)(?!.*,\s(?!\w+ing\b))")


@cache
def _lead(leads: frozenset[str]) -> re.Pattern[str]:
    """The words that lead to a thing."""
    return re.compile(rf"(?<!\w)(?:{_any(leads)}) ", re.IGNORECASE)


@cache
def _stop(words: frozenset[str]) -> re.Pattern[str]:
    """The words that end a thing."""
    return re.compile(rf"[\s,]\s*(?:{_any(words)})(?!\w)")


@cache
def _aside(words: frozenset[str]) -> re.Pattern[str]:
    """The words that open a remark behind a comma."""
    return re.compile(rf",\s(?:{_any(words)})(?!\w)")


def _any(words: frozenset[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def _trimmed(text: str, dangling: frozenset[str], least: int) -> str:
    """The text cut to its longest allowed number of words, without words at its end that only lead on.

    Behind the first `least` characters it ends at a comma that is followed by no list, if it would be too long.
    """
    words = text.split()
    if len(words) > LONGEST:
        cut = next(islice(_WORD.finditer(text), _whole_phrase(words, dangling) - 1, None)).end()
        comma = text.rfind(", ", max(least, cut // 2), cut)  # "5,000" is no list
        deed = _ANOTHER.search(text, least, cut)  # half of what else was done tells nothing
        text = text[: deed.start() if deed else comma if comma > 0 else with_goal(text, cut)]
        text = _TO_DO.sub("", text) if not deed and comma <= 0 else text
    text = text.strip(_LOOSE)
    while (tail := text.rpartition(" "))[0] and tail[2].lower() in dangling:
        text = tail[0].rstrip(_LOOSE)
    return text


def _whole_phrase(words: list[str], dangling: frozenset[str]) -> int:
    """How many words to keep so that none of a noun phrase is cut off, if it ends a few words behind the longest."""
    ends = range(LONGEST, min(len(words), LONGEST + _OVER) + 1)
    return next(
        (at for at in ends if at == len(words) or words[at].lower() in dangling or words[at - 1][-1] in _LOOSE), LONGEST
    )


def _places_of(sentence: Sentence) -> list[Place]:
    """Every token that stands in the text itself, in order; looked for once, as every event of a sentence asks."""
    if not sentence.places:
        sentence.places = list(_places(sentence))
    return sentence.places


def _places(sentence: Sentence) -> Iterator[Place]:
    """The tokens; not what only stands for something named before."""
    folded, begin = plain(sentence.text), sentence.start
    known = at = 0
    for token in sentence.tags.split(" "):
        start = end = -1
        if token[:1] in _MENTION:
            mention = sentence.mention(token)
            if mention.end - begin <= len(folded):
                start, end = mention.start - begin, mention.end - begin
        elif (word := token.strip("_"))[:1].isalpha():
            start = folded.find(word, known, known + _AHEAD)
            end = start + len(word)
        if start >= known:
            yield Place(at, token, start, end)
            known = end
        at += len(token) + 1
