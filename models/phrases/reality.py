"""How real a statement is told to be: by its verb, in a word before a sentence, or in brackets behind other words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.phrases.telltale import found
from models.phrases.templates import fill, with_note
from models.records import Commitment, Event, Modality, Profile, Relation, Resource, RouteFact
from models.statements import keys

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from models.phrases.templates import Templates
    from models.records import Claim, Content, PartialDate, Statement

TARGET = "target"
DENIED = "denied"
WAS_PLANNED = "was_planned"
OVER = "over"
"""What is a plain fact of a year that has passed."""
COULD = "could"
"""What somebody thinks possible: no target, though it is read as one."""
BY_VERB = (Modality.PLANNED.value, WAS_PLANNED, DENIED, OVER)
"""What a verb can tell, in the order of its forms in the words."""
DONE = "done"
SAID_BY = {"planned": "future", "forecast": "future", "possible": "hypothetical", DENIED: "negation"}
"""The badge that each word stands for."""
BY_PLAN = ("length", "cost", "transit_time")
"""What a plan makes of a route: its year is that in which the plan was told, and it stays a plan when that is over."""
LOAN, INTERESTED = "loan", "interested"
AIMED = ("", LOAN, INTERESTED, "targeted")
"""Deeds that are still to come by their own words."""
YEAR = len("2026")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_COLON = re.compile("[:：]")


def real(text: str, claims: Sequence[Claim], content: Content, words: Templates, today: PartialDate) -> str:
    """A heading, label or value with a word in brackets behind it where that is how the claims tell it.

    What was planned for a time before `today` was planned; where no day is given it is.
    """
    said = "" if is_possible(claims, content) else _said(claims, content, words["reality"], today)
    return with_note(text, _note(said, claims, content, words["reality"]), words["noted"]) if said else text


def intended(
    text: str,
    claims: Sequence[Claim],
    content: Content,
    words: Templates,
    today: PartialDate,
    *,
    timed: bool = False,
    told: PartialDate = "",
) -> str:
    """The same of a sentence, which tells it by its verb, if the words have that: what a country plans to do with a
    commodity, does not do, or did in a year that is over, and a tie of such a year. That year is told by the text, or
    beside it where that is `timed`. `told` is when the newest source came out."""
    if is_possible(claims, content):
        return text
    said = _said(claims, content, words["reality"], today)
    if said == Modality.PLANNED and is_stale(content, claims, told, today):
        said = WAS_PLANNED
    if said == DENIED and isinstance(content, RouteFact) and content.predicate in words["route"]["against"]:
        supposed = Modality.POSSIBLE.value if all(claim.modality is Modality.POSSIBLE for claim in claims) else ""
        return with_note(text, words["reality"]["behind"][supposed], words["noted"]) if supposed else text
    if not said and _aims(content) and _is_over(content, today):
        said = WAS_PLANNED
    over = _is_over(content, today) and (timed or time_of(content) in text)
    form = said or (OVER if over else "")
    if form in BY_VERB and _by_verb(content, form) and not _might_be(claims, form):
        verbs = [(re.search(rf"\b{verb}\b", text), others) for verb, *others in words["reality"]["verbs"]]
        standing = [(verb.start(), verb.end(), others) for verb, others in verbs if verb]
        if form == DENIED and all(claim.modality.ahead for claim in claims):  # it is the plan that is denied
            form = Modality.PLANNED.value
            text = fill(words["reality"][DENIED], text=text)
            verbs = [(re.search(rf"\b{verb}\b", text), others) for verb, *others in words["reality"]["verbs"]]
            standing = [(verb.start(), verb.end(), others) for verb, others in verbs if verb]
        if standing:  # a noun behind it may look like another verb: "its imports"
            start, end, others = min(standing)
            return f"{text[:start]}{others[BY_VERB.index(form)]}{text[end:]}"
    might = _might(text, content, words["reality"]) if said == Modality.POSSIBLE else ""
    return might or (_worded(text, said, claims, content, words) if said else text)


def _might(text: str, content: Content, words: Mapping[str, Any]) -> str:
    """The text with the verb for what might be in the ground; empty where the words have none."""
    for plain, might in words["might"] if isinstance(content, Resource) else ():
        if verb := re.search(rf"\b{plain}\b", text):
            return f"{text[: verb.start()]}{might}{text[verb.end() :]}"
    return ""


def _note(said: str, claims: Sequence[Claim], content: Content, words: Mapping[str, Any]) -> str:
    """The words in brackets that say it. Of an event that is denied these tell whether it did not happen, is not
    planned or perhaps will not happen: "denied" alone would leave open whether somebody denies that it did."""
    if said == DENIED and isinstance(content, Event):
        ahead = all(claim.modality.ahead for claim in claims)
        undone: str = words["undone"][claims[0].modality.value if ahead else DONE]
        return undone
    behind: str = words["behind"][said]
    return behind


def _might_be(claims: Sequence[Claim], form: str) -> bool:
    """Whether it is denied that something might be so, or might have been: no plan of anybody."""
    return form == DENIED and all(claim.modality is Modality.POSSIBLE for claim in claims)


def _by_verb(content: Content, form: str) -> bool:
    """Whether the verb of its sentence can tell it: of a tie, only that it is of a year that is over."""
    if isinstance(content, Relation):
        return form == OVER
    return _aims(content) or (isinstance(content, Resource) and content.rank is None)


def _worded(text: str, said: str, claims: Sequence[Claim], content: Content, words: Templates) -> str:
    """The text with the word before it; behind a label or figure, and behind what an event is called, so that no two
    colons follow each other."""
    behind, colon = _note(said, claims, content, words["reality"]), _COLON.search(text)
    if isinstance(content, Event) and colon:
        return with_note(text[: colon.start()], behind, words["noted"]) + text[colon.start() :]
    if colon or isinstance(content, Profile | RouteFact):
        return with_note(text, behind, words["noted"])
    return fill(words["reality"][said], text=text)


def _said(claims: Sequence[Claim], content: Content, words: Mapping[str, Any], today: PartialDate) -> str:
    said = outlook(claims, content, words)
    return WAS_PLANNED if said == Modality.PLANNED and _is_over(content, today) else said


def _is_over(content: Content, today: PartialDate) -> bool:
    time = time_of(content)
    return bool(time) and time < today[: len(time)]


def is_stale(content: Content, claims: Sequence[Claim], told: PartialDate, today: PartialDate) -> bool:
    """Whether it is a meeting without a day that was talked of more than a year ago, in no sentence that names this
    year or a later one: it must be over."""
    if not isinstance(content, Event) or content.plover != keys.MEETING or content.date or not (told and today):
        return False
    years = (year for claim in claims for year in _YEAR.findall(claim.evidence.quote))
    return f"{int(told[:YEAR]) + 1}{told[YEAR:]}" < today[: len(told)] and all(year < today[:YEAR] for year in years)


def time_of(content: Content) -> PartialDate:
    """The time that something is of, or is planned for; empty where none is told.

    Only a meeting has its day set beforehand: that of another event is the day on which it was talked of.
    """
    match content:
        case Event(plover=keys.MEETING, date=str(date)):
            return date
        case RouteFact(predicate=predicate) if predicate in BY_PLAN:
            return ""
        case Profile(as_of=str(date)):
            return date
        case Resource(year=int(year)) | RouteFact(year=int(year)) | Relation(year=int(year)):
            return str(year)
        case _:
            return ""


def outlook(claims: Sequence[Claim], content: Content, words: Mapping[str, Any]) -> str:
    """Which of the words says how real the content is; empty for facts, and for what looks ahead anyway."""
    if not any(claim.affirmed for claim in claims):
        return DENIED
    modality = claims[0].modality
    if modality is Modality.PLANNED and (isinstance(content, Commitment) or looks_ahead(content)):
        return ""
    if modality is Modality.PLANNED and isinstance(content, Profile) and not is_plan(claims):
        return "forecast"
    return modality.value if modality.value in words else ""


def is_plan(claims: Sequence[Claim]) -> bool:
    """Whether every sentence calls it a plan: else nobody may have decided on what a country is to come to."""
    return all(found("plan", claim.evidence.quote) for claim in claims)


def unsaid(statement: Statement, words: Mapping[str, Any]) -> tuple[str, ...]:
    """The badges of the claims that the sentence of the statement does not say itself."""
    variant = statement.shown
    said = {SAID_BY.get(outlook(variant.claims, variant.content, words), "")}
    if looks_ahead(variant.content):
        said.add(SAID_BY["planned"])
    badges = dict.fromkeys(badge for claim in statement.claims for badge in claim.badges)
    return tuple(badge for badge in badges if badge not in said)


def looks_ahead(content: Content) -> bool:
    """Whether its own words tell that it is planned: a target, or money with which nothing is done yet."""
    if isinstance(content, Commitment):
        return content.deed in AIMED
    return _aims(content)


def is_possible(claims: Sequence[Claim], content: Content) -> bool:
    """Whether it is what a route could reach, or what may be lent: its own words tell that, and no word around them."""
    possible = bool(claims) and claims[0].modality is Modality.POSSIBLE and any(claim.affirmed for claim in claims)
    lent = isinstance(content, Commitment) and content.deed in (LOAN, INTERESTED)
    return possible and (lent or _aims(content))


def _aims(content: Content) -> bool:
    return isinstance(content, RouteFact) and content.predicate == TARGET
