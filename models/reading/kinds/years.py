"""The year that a frame's figure is of.

"last year" has it from the article's date and is marked so, "a year earlier" from the figure that is set against it. A
figure of an earlier time, of which nothing tells when, is not told at all: it would be taken for today's.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from models.dates import months
from models.reading.around.other_dates import (
    THAN,
    is_compared_with,
    is_of_another,
    is_of_something_else,
    is_reckoned,
)
from models.reading.around.periods import Year, is_after_part, is_run, year_in, year_of, year_of_part
from models.reading.kinds.carried import carried

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

_DIGITS = 4
_BACK = 60
_TO_BE = "_to _be "  # a deed that lies ahead of the verb that tells of it
_PRESENT = re.compile(r"[a-z]+[^s]s")  # "carries", and not "_has carried" or "passes _by"
_RESUMED = re.compile(r", _\S+ ")
# "down from 28 thousand in 2024": the year is that of the other figure
_OTHER = re.compile(rf"(?<![^ ])(?:from|{THAN}|against|versus|with) (?:[^ ;]+ ){{0,2}}?[BQFM]\d+ (?:[^ ;]+ ){{0,2}}?$")
# a figure that another one is set against: "rose to Q0 from Q1", "Q0 , against about Q1", "less than the Q1 agreed"
_OLDER = re.compile(
    r"(?<![^ ])(?:(?:from|against|versus|after|compared (?:with|_to)) (?:the )?|than the )"
    r"(?:_?(?:about|around|nearly|almost|just|over|under|some|roughly|only|more|than|less|an?|estimated) )*$"
)
_NEXT_FIGURE = re.compile(r"D\d+ : [QMB]\d")  # "Q1 ( q2 D2 : Q3 )": the year is that of the second
_LABELLED = re.compile(r"(D\d+) [:(] $")  # "in D0 : Q1", "than in D0 ( Q1 )"
_TAKEN_UP = re.compile(r", ([CHLO]\d+ )")  # "C0 , C0 _has Q1 , C0 consumed Q2": the subject behind a relative clause
_RELATIVE = re.compile(r"(?<![^ ])(?:which|who|whose|where) (?![DQF]\d)")
_MEANWHILE = re.compile(r"[ ;](?:while|whereas) ")
_SAME = re.compile(r"\S+ (?:in|during|over|for) (?:the )?(?:same|corresponding|comparable) \S+ (D\d+) ")
_FIGURE = re.compile(r"[QM]\d+")
_DATE = re.compile(r"D\d+")


def year(frame: Frame, gives: dict[str, Any]) -> Year | None:
    """The year told of the figure; None where it is of a time before another, and nothing tells when that was."""
    date = dated(frame, gives)
    if date is None:
        return year_untold(frame, gives)
    if not is_reckoned(frame.sentence, date):
        return _gone(frame, date)
    told = year_in(frame.sentence)
    return _before(frame, date, told if told.number is not None else frame.context.year)


def year_untold(frame: Frame, gives: dict[str, Any]) -> Year:
    """The year of a figure that has no date of its own."""
    told = year_of_part(frame)
    return told if told.number is not None else carried(frame, gives)


def _gone(frame: Frame, date: Mention) -> Year:
    """The year of a date; a month without a year is of the year before where that of the article is still to come."""
    told, month = year_of(date), str(date.value)
    ahead = date.inferred and len(month) > _DIGITS and month > (frame.context.published or month)
    return Year(told.number - 1, told.inferred) if ahead and told.number and not frame.quality.modality.ahead else told


def _before(frame: Frame, date: Mention, when: Year) -> Year | None:
    """The year that lies as long before another as the words say; None where that one is not known."""
    published = frame.context.published
    if when.number is None or not published or not isinstance(date.value, str):
        return None
    return Year(when.number - int(published[:_DIGITS]) + int(date.value[:_DIGITS]), inferred=True)


def dated(frame: Frame, gives: dict[str, Any]) -> Mention | None:
    """The date with a year that is that of the figure.

    Not one behind another verb of the subject ("C0 , which imports K1 , plans to raise K2 in D3"), and not that of a
    figure that it is only compared with.
    """
    date = frame.mention(gives.get("year", "d|near:D"))
    if "year" not in gives and date is not None and (aim := _aim(frame)) > frame.place(date):
        date = _behind(frame, aim)
    if "year" not in gives and date is not None:
        own = year_of(date).number is not None and not _is_of_line(frame, date)
        date = date if own else _told(frame)
        date = _left_of(frame, date) if date is not None and 0 <= frame.place(date) < frame.start else date
    if date is not None and _is_own(frame, date):
        return date
    return _behind_figure(frame, date) if "year" not in gives else None


def _aim(frame: Frame) -> int:
    """Where it stands that something is yet to be done ("signed for Q1 _to _be delivered"), or -1."""
    verb = next((verb for verb in frame.verbs if verb.startswith(_TO_BE)), "")
    return frame.sentence.tags.find(verb, frame.start) if verb else -1


def _behind(frame: Frame, at: int) -> Mention | None:
    """The first date with a year in the rest of the clause behind a place: what was signed D0 is done D1."""
    rest = frame.sentence.tags[at:].partition(" ; ")[0]
    dates = (frame.sentence.mention(found[0]) for found in _DATE.finditer(rest))
    return next((date for date in dates if year_of(date).number is not None), None)


def _behind_figure(frame: Frame, other: Mention | None) -> Mention | None:
    """The date right behind the frame's figure, where the `other` one, nearest to the match, is not its own."""
    figure = next((mention for mention in frame.slots.values() if mention.kind in "QFM"), None)
    date = frame.following(figure, "D") if figure is not None else None
    if date is None or date is other or year_of(date).number is None or is_reckoned(frame.sentence, date):
        return None
    return date if _is_own(frame, date) else None


def _is_own(frame: Frame, date: Mention) -> bool:
    """Whether a date may be that of the frame's figure."""
    if _is_of_line(frame, date) or _is_aside(frame, date):
        return False
    if _begins(frame.sentence, date) or is_of_promise(frame, date) or _is_of_moment(frame, date):
        return False
    between = frame.sentence.tags[frame.end : max(frame.end, frame.place(date))]
    taken_up = any(f"{tag}, {tag}" in frame.sentence.tags[: frame.end] for tag in _TAKEN_UP.findall(between))
    if (
        taken_up
        or _RESUMED.search(between)
        or _OTHER.search(between)
        or _RELATIVE.search(between)
        or is_of_another(frame, date)
    ):
        return False
    tags, at = frame.sentence.tags, frame.place(date)
    if is_of_something_else(tags, frame.end, at) or _labels_another(frame, at):
        return False
    other = _is_of_saying(frame, date) or _is_of_figure(frame, date)
    return not other and not is_compared_with(tags, at)


def _labels_another(frame: Frame, at: int) -> bool:
    """Whether a date at a place in the tags stands before another figure with a colon ("Q1 ( D2 : Q3 )")."""
    label = _NEXT_FIGURE.match(frame.sentence.tags, at) if at >= 0 else None
    if label is None:
        return False
    return all(frame.place(mention) != label.end() - 1 for mention in frame.slots.values() if mention.kind in "QMB")


def _is_of_moment(frame: Frame, date: Mention) -> bool:
    """Whether a day or month before a verb of the present only tells when it was said ("in D0 O1 said R2 carries").

    What is done in a month is told in the past, and several months are those of the figure.
    """
    verb = frame.verbs[-1] if frame.verbs else ""
    if len(str(date.value)) <= _DIGITS or not _PRESENT.fullmatch(verb) or frame.place(date) > frame.start:
        return False
    told = frame.sentence.text[max(0, date.start - frame.sentence.start) : date.end - frame.sentence.start]
    return not is_run(told, frame.sentence) and not is_after_part(frame.sentence, date)


def _is_of_line(frame: Frame, date: Mention) -> bool:
    """Whether a date is only that of the line before the sentence, which tells when the article is from."""
    at = frame.place(date)
    return date.value == frame.context.published and 0 <= at < frame.sentence.tags.find(" ; ", 0, frame.start)


def _told(frame: Frame) -> Mention | None:
    """The first date behind the match that tells its year; the nearest one may only be when it was said."""
    dates = (frame.sentence.mention(found[0]) for found in _DATE.finditer(frame.sentence.tags, frame.start))
    return next((date for date in dates if year_of(date).number is not None), None)


def _is_aside(frame: Frame, date: Mention) -> bool:
    """Whether a month without a year is that of other words: it neither opens the sentence nor stands by the figure.

    Several months are those of a figure, wherever they stand.
    """
    if not date.inferred or len(str(date.value)) == _DIGITS:
        return False
    told = frame.sentence.text[max(0, date.start - frame.sentence.start) : date.end - frame.sentence.start]
    if months(told) is None:  # "last month" stands by itself, "a month earlier" beside another one
        return is_reckoned(frame.sentence, date, ago=True)
    if is_run(told, frame.sentence) or is_after_part(frame.sentence, date):
        return False
    left = frame.sentence.text[: max(0, date.start - frame.sentence.start)].lower().split()[-1:]
    if frame.sentence.words["month_before"].isdisjoint(left):
        return True
    figures = (mention for mention in frame.slots.values() if mention.kind in "QMF")
    before = frame.sentence.tags[: max(0, frame.place(date))].rpartition(" ; ")[2]
    opens = not before.strip(" ").count(" ")
    return not opens and all(frame.following(figure, "D") is not date for figure in figures)


def _left_of(frame: Frame, date: Mention) -> Mention:
    """The date next before one that something is only compared with ("in D0 , twice as much as in D1 , while")."""
    tags, at = frame.sentence.tags, frame.place(date)
    if not is_compared_with(tags, at):
        return date
    dates = [frame.sentence.mention(found[0]) for found in _DATE.finditer(tags, 0, at)]
    return next((item for item in reversed(dates) if year_of(item).number is not None), date)


def _is_of_figure(frame: Frame, date: Mention) -> bool:
    """Whether a date before the frame's figure stands right behind another one ("worth M0 in D1 , rose to M2")."""
    tags, at = frame.sentence.tags, max(0, frame.place(date))
    tag = tags[:at].split()[-1:]
    if not tag or not _FIGURE.fullmatch(tag[0]) or _MEANWHILE.search(tags, at, max(at, frame.start)):
        return False
    other = frame.sentence.mention(tag[0])
    own = [mention.start for mention in frame.slots.values() if mention.kind in "QM"]
    return other.start not in own and bool(own) and min(own) > date.start


def _is_of_saying(frame: Frame, date: Mention) -> bool:
    """Whether it is when something was said ("said last year that") or put down ("a plan drafted in D0 had Q1")."""
    at, words = frame.place(date), frame.sentence.words
    left = frame.sentence.tags[: max(0, at)].rstrip()
    if at < frame.end and left.endswith(tuple(f" {word}" for word in words["made_then"])):
        return True
    return date.inferred and left.endswith(tuple(f" {word}" for word in words["reporting"]))


def is_of_promise(frame: Frame, date: Mention) -> bool:
    """Whether a date tells when something was promised, not when it is to be ("agreed in D0 _to meet")."""
    promise = _promise(frame.sentence.words["promising"]).search(frame.sentence.tags)
    return promise is not None and frame.place(date) < promise.end() < frame.end


@lru_cache
def _promise(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^ ])(?:{'|'.join(sorted(words))}) (?:[^ ;]+ ){{0,4}}?_to ")


def _begins(sentence: Sentence, date: Mention) -> bool:
    """Whether a date is that of a beginning ("since 2018"): what is told is not of that year alone."""
    left = sentence.text[: max(0, date.start - sentence.start)].rstrip().lower()
    return left.endswith(tuple(f" {word}" for word in sentence.words["since"])) or left in sentence.words["since"]


def year_beside(frame: Frame, figure: Mention, when: Year | None) -> Year | None:
    """The year of a figure with its own date; else that of the first one, unless the two are compared.

    "Q1 in D2 , against Q3 a year earlier" is of the year before; None where nothing tells of which year it is.
    """
    tags = frame.sentence.tags
    if (label := _LABELLED.search(tags, 0, max(0, frame.place(figure)))) is not None:
        return year_of(frame.sentence.mention(label[1]))
    older, date = is_older(frame, figure), frame.following(figure, "D")
    if date is None and (same := _SAME.match(tags, max(0, frame.place(figure)))) is not None:
        date = frame.sentence.mention(same[1])
    if date is not None and _NEXT_FIGURE.match(tags, max(0, frame.place(date))):
        return when
    told = year_of(date)
    if date is None or told.number is None or is_compared_with(frame.sentence.tags, frame.place(date)):
        return _in_words(frame, figure, when) if older else when
    if not is_reckoned(frame.sentence, date, ago=older):
        return told
    back = _before(frame, date, when or Year())
    return told if back is None and not is_reckoned(frame.sentence, date) else back


def date_beside(frame: Frame, figure: Mention, row: list[Mention]) -> Mention | None:
    """The date right behind a figure of a row that tells its year by itself."""
    label = _LABELLED.search(frame.sentence.tags, 0, max(0, frame.place(figure)))
    date = frame.following(figure, "D") if len(row) > 1 and label is None else None
    date = frame.sentence.mention(label[1]) if label is not None else date
    if label is None and date is not None and _NEXT_FIGURE.match(frame.sentence.tags, max(0, frame.place(date))):
        return None
    own = date is not None and year_of(date).number is not None and not is_reckoned(frame.sentence, date, ago=True)
    return date if own else None


def _in_words(frame: Frame, figure: Mention, when: Year | None) -> Year | None:
    """The year before that of the first figure, where the words behind a figure say so that are no date."""
    behind = frame.sentence.text[figure.end - frame.sentence.start :].lower()
    last = any(behind.startswith((f" {words}", f" in {words}")) for words in frame.sentence.words["year_before"])
    return Year(when.number - 1, inferred=True) if last and when is not None and when.number is not None else None


def is_older(frame: Frame, figure: Mention) -> bool:
    """Whether a figure is one that another is set against, or where a change began."""
    at = max(0, frame.place(figure))
    return _OLDER.search(frame.sentence.tags, max(0, at - _BACK), at) is not None
