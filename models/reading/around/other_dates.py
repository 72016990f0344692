"""Other dates: which date (or place) near a figure or an event is that of another clause, figure or thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

_FIGURE = re.compile(r"[QFM]\d+ ")
# "in more than B1 projects" sets nothing against another figure
THAN = "".join(rf"(?<!\b{link} more )" for link in ("in", "into", "for", "of", "on")) + "than"
# "fallen _to Q0 from Q1 D2": the date is that of the older figure
_OLDER = re.compile(
    rf"(?<![^ ])(?:from|{THAN}|against|versus|with) (?:[^ ;]+ ){{0,2}}?([BQFM]\d+) (?:(?![BQFMD]\d)[^ ;,]+ ){{0,5}}$"
)
# "more than in 2024", "twice as much as in 2024": the date is that of something else
_SET_AGAINST = re.compile(
    r"(?<![^ ])(?:(?:than|against|versus|(?:much|many|high|large|big|low|little) as) (?:in |during )?(?:the )?"
    r"(?:_?[a-z]+ (?:quarter|half|months|period) |[hq][1-4] |[1-4][hq] )?"
    r"|(?:against|versus) (?:_?[a-z]+ ){1,5}in the (?:same|corresponding) (?:quarter|half|months|period) "
    r"|(?:increase|rise|growth|gain|jump|surge|drop|fall|decline|decrease|improvement|higher|lower|up|F\d+) "
    r"(?:_?over|above|below|on|from|than|against|versus) (?:the |that |those |its )?(?:(?!from |and )[a-z]+ ){0,2}"
    r"|(?:compared|up|down) (?:with|on|_to|from) )$"
)
# "because of quotas ; that C2 introduced D3", ", a target it set D2", "a level last seen D1": that of something else
_OF_ELSE = re.compile(
    r"(?<![^ ])(?:(?:because|owing|thanks) (?:of |_?to )?|_?due _to |in response _?to |in line with )(?![^;]*[QM]\d)"
    r"(?:[^ ]+ ){0,10}?$"
    r"|, (?:an?|the|its|their) (?:_?[a-z-]+ ){1,4}(?:; )?(?:that |which )?(?:it|they|[CHLNO]\d+) (?:_?[a-z]+ ){1,4}$"
    r"|(?:last|_?first|_?previously|_?originally) (?:seen|set|reached|recorded|hit|touched|agreed) $"
)
# "Q0 , a figure above that D1": the date is that of what it is compared with
_COMPARED = re.compile(r"(?<![^ ])(?:that|those|the level|the figure|the result) $")
# "which C0 and C1 signed in P2 D3 , C0 exports K4": the date stays within the aside
_ASIDE = re.compile(r"(?<![^ ])(?:that|which|who|whose) (?![DQF]\d)[^;,]*$")
# what opens a clause or an aim of its own: "_since C0 came D1", ", and a study _is _to come D1", "and _to open D1"
_CLAUSE = re.compile(
    r"(?<![^ ])(?:_?since|before|where) (?![DQF]\d)"
    r"|, (?:and|but) (?![CJ]\d)[a-z][^;]*?_(?:is|are|was|were|has|have|had|will|would) "
    r"|(?:, )?(?:and|but) (?:(?:R\d+ )?_(?:is|are|was|were|will|would|could|should|may|might) (?:_\S+ )*[a-z]"
    r"|(?:_\S+ )*?_to [a-z])"
)
_IN_CLAUSE = re.compile(r" (?:_?since|before|where|when) (?![DQF]\d)[^;,]*$")  # not one that opens the sentence
_MENTION = re.compile(r"[A-Z]\d+")
# a figure with its date, and another verb of the same subject
_LEADS_ON = re.compile(r"[QFM]\d+ D\d+ (?:, )?(?:; )?(?:and|but) ")
_BACK = 60
_YEAR = len("2025")
_FRAMED = 6  # words before a date that may tell which part of it is meant ("by the end of")
_REPORTED = re.compile(
    r"(?<![^ ])(?:reported|reports|wrote|writes|claimed|claims|alleged) (D\d+) (?:; )?that "
    r"|(?<![^ ])(?:report|story|article|claim|statement|dispatch|piece|post|item)s? (D\d+) (?:; )?(?:, )?(?:; )?"
    r"(?:that|which|saying|claiming|alleging|in which) "
    r"|, (?:(?!which |who )[^ ;,]+ ){1,7}(?:reported|reports|wrote|writes|said|claimed) (D\d+) (?=[.;]|$)"
)
_LEADS_INTO = (". ", "that ", "; that ", ", ", "; ", "which ", "saying ", "claiming ", "alleging ", "in which ")
_NEXT = 2  # "expires in", "ends on"
_TAG = 2  # the letter of a tag and a digit
_NEXT_SUBJECT = re.compile(r", (?:and|but|while) [KP]\d")


def _is_left(frame: Frame, at: int) -> bool:
    """Whether another subject takes over between a date that is a figure's and the frame."""
    tags = frame.sentence.tags
    return _FIGURE.search(tags, 0, at) is not None and _NEXT_SUBJECT.search(tags, at, frame.start + _TAG) is not None


def _closes(tags: str, at: int) -> bool:
    """Whether the tag at this place stands right before a comma."""
    return tags[at:].partition(" ")[2].startswith(", ")


def is_of_another(frame: Frame, date: Mention) -> bool:
    """Whether the date belongs to another clause behind or before the frame, or to a figure that is none of its own."""
    tags, at = frame.sentence.tags, frame.place(date)
    if at >= frame.end and _CLAUSE.search(tags, frame.end, at):
        return True
    if 0 <= at < frame.start and (_IN_CLAUSE.search(tags[:at]) or _is_left(frame, at)):
        return True
    before = tags[: max(0, at)]
    if _COMPARED.search(before) or (at < frame.start and _closes(tags, at) and _ASIDE.search(before)):
        return True
    older = _OLDER.search(before)
    return older is not None and frame.sentence.mention(older[1]) not in frame.slots.values()


def is_compared_with(tags: str, at: int) -> bool:
    """Whether the date at a place in the tags is that of something that a figure is only compared with."""
    return _SET_AGAINST.search(tags, max(0, at - _BACK), max(0, at)) is not None


def is_of_something_else(tags: str, end: int, at: int) -> bool:
    """Whether a date behind a figure is that of the reason, of a relative clause or of an earlier mark."""
    return at > end and _OF_ELSE.search(tags, end, at) is not None


def is_of_figure(frame: Frame, date: Mention) -> bool:
    """Whether a year before an event is that of a figure with a verb of its own ("reached M0 in D1 and agreed")."""
    tags, at = frame.sentence.tags, frame.place(date)
    if len(str(date.value)) != _YEAR or not 0 < at < frame.start:
        return False
    return _LEADS_ON.match(tags, tags.rfind(" ", 0, at - 1) + 1) is not None


def is_deadline(sentence: Sentence, tag: str) -> bool:
    """Whether a date tells for how long or by when something is to be, or who reported it when: not when it was."""
    if tag[0] != "D":
        return False
    if _is_day_of_report(sentence.tags, tag):
        return True
    left = sentence.text[: max(0, sentence.mention(tag).start - sentence.start)].lower().rsplit(maxsplit=_FRAMED)
    before = [word.rstrip("-") for word in reversed(left[1:] if len(left) > _FRAMED else left)]
    before = [word for word in before if word not in sentence.words["parts_of_time"]]
    if not before or before[0] not in sentence.words["deadline"]:
        return not sentence.words["expiring"].isdisjoint(before[:_NEXT])
    return sentence.words["set_for"].isdisjoint(before[1:2])


def _is_day_of_report(tags: str, tag: str) -> bool:
    """Whether a date is the day on which something was reported ("reported D0 that O1 signed it")."""
    at = tags.find(f" {tag} ")
    if at < 0 or not tags.startswith(_LEADS_INTO, at + len(tag) + 2):
        return False
    found = _REPORTED.search(tags)
    return found is not None and tag in found.groups()


def is_apart(frame: Frame, tag: str) -> bool:
    """Whether a semicolon of the text itself stands between a mention and the frame."""
    sentence, inside = frame.sentence, _MENTION.findall(frame.found[0])
    if not inside:
        return False
    first, last = sorted((sentence.mention(inside[0]).start, sentence.mention(tag).start))
    return ";" in sentence.text[max(0, first - sentence.start) : max(0, last - sentence.start)]


def is_reckoned(sentence: Sentence, date: Mention, *, ago: bool = False) -> bool:
    """Whether a date is so long before another one that is told ("a year earlier"); with `ago` also "a year ago"."""
    if not date.inferred:
        return False
    told = sentence.text[date.start - sentence.start : date.end - sentence.start].lower().split()
    if ago and not sentence.words["ago"].isdisjoint(told):
        return True
    return not sentence.words["reckoned"].isdisjoint(told)
