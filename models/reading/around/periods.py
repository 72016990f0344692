"""Periods: the part of a year that a figure is of, and which year that is where only the article's date tells it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import ahocorasick_rs
from msgspec.structs import replace

from models.dates import month_name, months
from models.records import Modality, Quantity, Relation, Resource, RouteFact

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.reading.reference.context import Context
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

_DIGITS = 4
_MONTH = len("2025-12")
_BACK = 40
_RUN = re.compile(r"\w\s?[-–—]\s?\w|\w (?:to|and|through|until) \w")
_NEXT = len(" of ")
_AHEAD = (Modality.PLANNED, Modality.POSSIBLE)
_DATED = (Resource, RouteFact, Relation)
_BEFORE = "before"  # the period of the sentence before
_CHANGED = re.compile(r"F\d+ _to (?:_\S+ )?Q\d+ ")  # "slipped F1 _to Q2"
_PER = "/"
_SPANS = {0: "a month", 2: "a quarter"}  # by the months from the first to the last
RATE = re.compile(r"(?:^|, )an? (?!half)")
"""How often a figure comes, in what it is of ("a day"): nothing else there has an article."""
_EVERY = re.compile(r"(?:a|per|each|every) (?=day|week|month|quarter)", re.IGNORECASE)
_SEASON = re.compile(r"(?:19|20)\d\d/\d\d(?:\d\d)?")  # "2024/25"
_YEAR = re.compile(r",?\s*\b(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?(?:年度?|\s(?:года|году|год|г\.)|\b)\s*")


class Year(NamedTuple):
    """A year, and whether it is told by the article's date and not by the text."""

    number: int | None = None
    inferred: bool = False


_NO_YEAR = Year()


class Period(NamedTuple):
    """A part of a year, in words."""

    year: Year
    part: str


def year_of(date: Mention | None) -> Year:
    """The year of a date that the text gives, or that the article's date tells of a year or month ("last year")."""
    if date is None or not isinstance(date.value, str) or (date.inferred and len(date.value) > _MONTH):
        return Year()
    return Year(int(date.value[:_DIGITS]), date.inferred)


def year_of_part(frame: Frame) -> Year:
    """The year of the part of a year that a sentence tells without one, as far as anything tells it.

    "in the same period" is that of the sentence before; "in the first half" the last one that was over, or for what is
    planned the one of the article's year that is not, as "the full year" is.
    """
    sentence, context = frame.sentence, frame.context
    if (same := _same(sentence, context)) is not None:
        return same.year
    ahead = frame.quality.modality in _AHEAD
    if ahead and _names(sentence.text, sentence.words["full_year"]):
        return _under_way(context.published or "")
    return _ended(_spell(sentence), context, ahead=ahead)


def _under_way(published: str) -> Year:
    """The article's year; in its first month "the full year" may still be the one before."""
    known = len(published) >= _MONTH and int(published[_DIGITS + 1 : _MONTH]) > 1
    return Year(int(published[:_DIGITS]), inferred=True) if known else Year()


def _ended(part: str, context: Context, *, ahead: bool = False) -> Year:
    """The year of a part of a year that is over by the article's date, or with `ahead` is not."""
    months = context.part_ends.get(part.lower())
    published = context.published or ""
    if months is None or len(published) < _MONTH:
        return Year()
    year, month = int(published[:_DIGITS]), int(published[_DIGITS + 1 : _MONTH])
    if ahead:
        return Year(year, inferred=True) if month <= months else Year()
    return Year(year - (month < months), inferred=True) if month != months else Year()


def is_run(part: str, sentence: Sentence) -> bool:
    """Whether a part of a year is several months long, so that a figure of a month would not do for it."""
    return part.lower() in sentence.words["part_year"] or _RUN.search(part) is not None


def is_after_part(sentence: Sentence, date: Mention) -> bool:
    """Whether a part of a year leads to the date ("the six months to June", "the first week of May")."""
    at = max(0, date.start - sentence.start)
    parts = _parts(sentence.words["part_year"] | sentence.words["part_dated"])[0]
    return parts.search(sentence.text, max(0, at - _BACK), at) is not None


def of_months(frame: Frame, date: Mention | None) -> str:
    """What part of the year a figure of that date is of, or how often it comes; empty for a whole year."""
    return _financial(frame.sentence, date) or part_of_year(frame, date)


def of_part(frame: Frame, date: Mention | None, figure: Quantity) -> Quantity:
    """The figure with the part of the year that it is of ("January-June", "first half"), if it is not the whole year's.

    So it is never taken for the year's own figure.
    """
    part = of_months(frame, date)
    if not part or (RATE.search(part) and (_PER in figure.unit or _has_rate(frame.sentence, figure))):
        return figure
    told = filter(None, (_unless_so_long(figure.of or "", part), part))
    return replace(figure, of=", ".join(told))


def _has_rate(sentence: Sentence, figure: Quantity) -> bool:
    """Whether the words around a figure, or around another one of the sentence, tell how often it comes."""
    figures = (mention.value for mention in sentence.present("Q"))
    others = (value.of for value in figures if isinstance(value, Quantity))
    return any(of is not None and RATE.search(of) for of in (figure.of, *others))


def _unless_so_long(of: str, part: str) -> str:
    """What a figure is of; a figure "a month" that is of May is May's."""
    span = months(part)
    words = _SPANS.get(span[1] - span[0]) if span is not None else None
    return ", ".join(word for word in of.split(", ") if word != words)


def part_of_year(frame: Frame, date: Mention | None) -> str:
    """What part of the year a figure of that date is of, in the words of the sentence; empty for a whole year."""
    sentence = frame.sentence
    same = _same(sentence, frame.context)
    date = date or next((item for item in sentence.present("D") if _is_of_no_year(sentence, item)), None)
    known = date is not None and (year_of(date).number is not None or _is_of_no_year(sentence, date))
    part = _part(sentence, date) if date is not None and known else ""
    season = "" if known else _season(sentence)
    return part or (same.part if same is not None else "") or _spell(sentence) or season


def _season(sentence: Sentence) -> str:
    """The season that a sentence tells without a year ("this winter", "last marketing year"), in its words."""
    leads, seasons = sentence.words["season_leads"], sentence.words["seasons"]
    found = _seasons(leads, seasons).search(sentence.text) if _names(sentence.text, seasons) else None
    return found[1] if found is not None else ""


@lru_cache
def _seasons(leads: frozenset[str], seasons: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b((?:{'|'.join(sorted(leads))}) (?:{'|'.join(sorted(seasons))}))\b", re.IGNORECASE)


def _is_of_no_year(sentence: Sentence, date: Mention) -> bool:
    """Whether it is months of a year that nothing tells."""
    told = sentence.text[date.start - sentence.start : date.end - sentence.start]
    return not isinstance(date.value, str) and months(told) is not None


def year_in(sentence: Sentence) -> Year:
    """The year that was told last of a figure in the sentence."""
    for content in reversed(sentence.told):
        if isinstance(content, _DATED) and content.year:
            return Year(content.year, content.year_inferred)
    return _NO_YEAR


def note_period(sentence: Sentence, context: Context) -> None:
    """Keep the year told last, and the part of a year told first, for "a year earlier" and "in the same period".

    A half and a quarter are kept by themselves: "in the half" stands for no "January-June".
    """
    context.year = year_in(sentence)
    context.periods.pop(_BEFORE, None)
    for mention in sentence.mentions:
        if mention.kind != "D":
            continue
        told = year_of(mention)
        if told.number is not None and len(str(mention.value)) <= _MONTH and (part := _part(sentence, mention)):
            noun = part.lower().split()[-1]
            context.periods[""] = context.periods[_BEFORE] = Period(told, part)
            if noun not in context.periods or (context.periods[noun].year.number or 0) <= told.number:
                context.periods[noun] = context.periods[_BEFORE]  # an earlier one is only compared with
            return


def is_after_period(context: Context) -> bool:
    """Whether the sentence before told a part of a year."""
    return _BEFORE in context.periods or _spelled(context) is not None


def _spelled(context: Context) -> Period | None:
    """The part of a year that the sentence before told without a year."""
    part = _spell(context.last) if context.last is not None else ""
    return Period(_ended(part, context), part) if part else None


def _same(sentence: Sentence, context: Context) -> Period | None:
    """The period that "in the same period", "in the half" stand for, or of which a change without a date is."""
    if not context.periods and _spelled(context) is None:
        return None
    same = sentence.words["same_period"]
    found = _shared(same).search(sentence.text) if _names(sentence.text, same) else None
    if found is None and _names(sentence.text, sentence.words["same_figure"]):  # "the true figure is"
        return context.periods.get(_BEFORE) or _spelled(context)
    if found is None:
        goes_on = _BEFORE in context.periods and not sentence.present("D") and _CHANGED.search(sentence.tags)
        return context.periods[_BEFORE] if goes_on else None
    noun = found[1].lower().split()[-1]
    return context.periods.get(noun if noun in sentence.words["parts_alone"] else "")


@lru_cache
def _shared(words: frozenset[str]) -> re.Pattern[str]:
    names = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(rf"\b(?:in|over|during|for) ({names})\b(?!,? (?:of|in|last|a|one|two|the) )", re.IGNORECASE)


def _part(sentence: Sentence, mention: Mention) -> str:
    """What part of the year the words of a date and those before it tell; empty for a whole year."""
    start, end = mention.start - sentence.start, mention.end - sentence.start
    if mention.value is not None and len(str(mention.value)) == _DIGITS:
        told = _months_before(sentence, mention) if mention.inferred else ""
    else:
        told = _YEAR.sub("", sentence.text[max(0, start) : end]).strip()
        told = _called(told, mention)
    if any(told.lower().startswith(whole) for whole in sentence.words["whole_year"]):
        return ""
    left = sentence.text[max(0, start - _BACK) : max(0, start)]
    if left.lower().endswith("between "):
        told = told.replace(" and ", " to ")
    parts, dated = sentence.words["part_year"], sentence.words["part_dated"]
    before = _parts(parts | dated)[0].search(left) if _names(left, parts, dated) else None
    if before is None:
        behind = _behind(parts).match(sentence.text, end) if not told else None
        return behind[1] if behind else told
    return f"{before[1]} {'to' if before[2] else 'of'} {told}" if told else before[1]


def _called(told: str, date: Mention) -> str:
    """The words of a date; a month that they only count back to ("last month") by its name."""
    value = str(date.value)
    counted = date.inferred and len(value) == _MONTH and months(told) is None
    return month_name(int(value[-2:])) if counted else told


def _months_before(sentence: Sentence, year: Mention) -> str:
    """The months right before "this year" or the like; empty where there are none."""
    dates = (item for item in sentence.mentions if item.kind == "D" and 0 < year.start - item.end <= _NEXT)
    return next((sentence.text[item.start - sentence.start : item.end - sentence.start] for item in dates), "")


def _spell(sentence: Sentence) -> str:
    """The part of a year that a sentence tells without a year ("in the third quarter"), or how often ("a quarter")."""
    words = sentence.words
    return _spell_in(sentence.text, words["part_year"], words["spells"], words["fractions"])


@lru_cache(maxsize=4)  # every figure of a sentence asks the same
def _spell_in(text: str, parts: frozenset[str], spells: frozenset[str], fractions: frozenset[str]) -> str:
    if not _names(text, parts, spells):
        return ""
    found = _parts(parts)[1].search(text) or _often(spells, fractions).search(text)
    return _EVERY.sub("a ", found[1]) if found else ""


def _names(text: str, *words: frozenset[str]) -> bool:
    """Whether one of the words may stand in the text, before a regular expression looks closer."""
    return bool(_spotter(*words).find_matches_as_indexes(text.lower()))


@lru_cache
def _spotter(*words: frozenset[str]) -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(sorted(frozenset[str]().union(*words)))


@lru_cache
def _parts(words: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Parts of a year right before the date, and anywhere without one."""
    parts = "|".join(sorted(words, key=len, reverse=True))
    alone = rf"\b(?:in|over|during|for) (?:the )?({parts})\b(?! (?:(?:of|in) )?(?:the (?:year )?)?(?:19|20)\d\d)"
    return (
        re.compile(
            rf"(?<!\w)({parts}) ?(?:of |in |(to |through |ended |ending |until )(?:end-)?)?(?:the )?$", re.IGNORECASE
        ),
        re.compile(alone, re.IGNORECASE),
    )


@lru_cache
def _behind(words: frozenset[str]) -> re.Pattern[str]:
    """A part of a year right behind the year ("2025's first half")."""
    return re.compile(rf"(?:['’]s)? ({'|'.join(sorted(words, key=len, reverse=True))})\b", re.IGNORECASE)


def _financial(sentence: Sentence, date: Mention | None) -> str:
    """The year that begins with another month than January, as the text calls it ("fiscal 2024/25", "FY2025")."""
    if date is None or year_of(date).number is None:
        return ""
    start, end = max(0, date.start - sentence.start), date.end - sentence.start
    before, behind = _years_of(sentence.words["financial"])
    lead, tail = before.search(sentence.text, max(0, start - _BACK), start), behind.match(sentence.text, end)
    if lead is None and tail is None and not _SEASON.fullmatch(sentence.text, start, end):
        return ""
    told = sentence.text[lead.start(1) if lead else start : tail.end() if tail else end]
    part = _parts(sentence.words["part_year"])[0].search(sentence.text, max(0, start - _BACK), start)
    return f"{part[1]} of {told}" if part is not None and lead is None else told


@lru_cache
def _years_of(words: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What tells, right before a date and right behind it, that the year is no calendar year."""
    names = "|".join(sorted(words))
    to = r"(?:that )?(?:to|through|until|ended|ending)(?: in| on)?(?: the)?(?: end of)?(?: end-)?"
    return (
        re.compile(
            rf"\b((?:(?:{names})(?: year)?|(?:(?<=the )(?:(?:{names}) )?year|(?:12|twelve) months) {to}) ?)$",
            re.IGNORECASE,
        ),
        re.compile(rf" (?:(?:{names})(?: years?| season)?|season)\b", re.IGNORECASE),
    )


@lru_cache
def _often(spells: frozenset[str], fractions: frozenset[str]) -> re.Pattern[str]:
    """How often a figure comes, where that is no fraction ("a quarter of", "more than a quarter") and no distance
    ("a month earlier").
    """
    first = "".join({word[0] for word in spells})
    sizes = "".join(rf"(?<!\b{word} )" for word in sorted(fractions))
    return re.compile(
        rf"\b(?=[{first}]){sizes}({'|'.join(sorted(spells))})\b(?! (?:of|less|more|earlier|ago|later|before|after)\b)"
    )
