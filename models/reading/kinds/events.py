"""Events: what a frame says was done, by whom, with whom, when and where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from models.reading.around.other_dates import is_of_figure
from models.reading.around.speeches import is_of_speech
from models.reading.around.wording import reporting, summary
from models.reading.factuality.comings import coming
from models.reading.factuality.judging import REAL
from models.reading.factuality.untold import denied_there
from models.reading.kinds.listed import listed
from models.reading.kinds.years import is_of_promise
from models.reading.reference.counting import spoken_for
from models.reading.reference.implied import implied
from models.reading.reference.occasions import note_occasion, of_occasion
from models.reading.told import is_told
from models.records import Content, Event, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention
    from models.records import PartialDate

_SANCTION = "SANCTION"
_BODY = "O"
_SOON = 2  # sentences
_PASSIVE = ("_was ", "_were ", "_has _been ", "_have _been ", "_had _been ")
_MEETING, _PACT = "CONSULT", "AGREE"
_MET = (_MEETING, _PACT, "PROTEST")  # whoever reports these was there
_SPAN = re.compile(r"(D\d+) (?:_to |until |till |through |— |- )$")
_JOINTS = (", ", "; ", ", but ", ", while ", "while ", ", and ", "whereas ")
_REFRAINS = re.compile(r"\S+ (?:did|does|do|_\S+) _not ")
_REPORTED = re.compile(r"(?<![^ ])([a-z]+) (?:[CHLNOPSW]\d+ (?:in P\d+ )?)?$")
# "cut it D0 after C1 banned": the day is that of what came of it
_AFTER = re.compile(r"D\d+ (?:, )?(?:days? |weeks? |months? )?(?:after|because) (?:[A-Z]\d+ )?$")
_THAT = re.compile(r"D\d+ (?:; )?that ")
_HERE, _ELSE, _NOBODY = "|home", "else", "nobody"
_SHORT = 40  # characters from a verb of denying to what is denied
_YEAR, _FULL, _PAIR = 4, len("2025-12-20"), 2
_CONTENT = re.compile(r"(?<![^ ])(?:_to [a-z]+ |that (?:[^ ;]+ ){1,8}?_(?:should|would|will|shall|must|may) )")
_IN_LAND = re.compile(r"(?<![^ ])_?in (C\d+) ")
# "prices in P0 stood at M1 , after C0 restricted K1": another clause with a verb of its own
_SINCE = re.compile(r"[QMF]\d+ [^;]*?, (?:after|as|when|since|because|while|once) [CHLO]\d")


def events(frame: Frame, gives: dict[str, Any]) -> Iterator[Content]:
    """What was done: one event, or one for each part of the slot that the rule names."""
    if not frame.slots and not _is_real(frame):  # "no document was signed": nobody in particular did nothing
        return
    actor, target = _side(frame, gives.get("actor", "a")), _side(frame, gives.get("target", "b"))
    if _is_guessed(frame, gives):
        actor = _meant(frame, actor)
    actor, target = _with_all(frame, gives, actor, "a"), _with_all(frame, gives, target, "b")
    if gives.get("actor") == _NOBODY or gives.get("each"):
        yield from _apart(frame, gives, actor)
        return
    actor = actor or _did_before(frame, gives, target)
    target = () if _is_newcomer(frame, gives) else tuple(code for code in target if code not in actor)
    target = target or _faced(frame, gives, actor)
    if not _is_whole(frame, gives, actor, target):
        return
    bare = Event(gives["plover"], actor, target)
    if frame.compiled.rule.fallback and is_told(bare, frame.sentence.told):
        yield bare  # it will count for nothing: the rest need not be looked for
    elif frame.quality.affirmed or not frame.compiled.rule.fallback:  # loose rules read no denials
        yield _dated(frame, gives, actor, target)


def _with_all(frame: Frame, gives: dict[str, Any], codes: tuple[str, ...], usual: str) -> tuple[str, ...]:
    """The codes, with all who are named in one list with them."""
    slot = frame.slots.get(str(gives.get("actor" if usual == "a" else "target", usual)).partition("|")[0])
    return listed(frame, slot) or codes if codes else codes


def _apart(frame: Frame, gives: dict[str, Any], actor: tuple[str, ...]) -> Iterator[Event]:
    """What nobody known did to a route, or one event for each part of a slot."""
    if gives.get("actor") == _NOBODY:
        line = frame.mention("r")
        if line is not None and _is_real(frame):
            yield _dated(frame, gives, (), line.ids)
        return
    parts = frame.mention(gives["each"])
    for codes in (parts.each or (parts.ids,)) if parts is not None else ():
        yield _dated(frame, gives, actor, codes)


def _is_whole(frame: Frame, gives: dict[str, Any], actor: tuple[str, ...], target: tuple[str, ...]) -> bool:
    """Whether all are known without whom there is no such event."""
    region = actor == frame.context.region and not frame.compiled.rule.fallback
    return bool(actor) and (bool(target) or len(actor) > 1 or "alone" in gives or region)


def _faced(frame: Frame, gives: dict[str, Any], actor: tuple[str, ...]) -> tuple[str, ...]:
    """Whom the one who acts deals with, where the rule needs another side and only the sentence before names it."""
    needs = "a" in frame.slots and len(actor) == 1 and gives.get("alone", _ELSE) == _ELSE
    return implied(frame, actor) if needs and _is_real(frame) else ()


def _did_before(frame: Frame, gives: dict[str, Any], target: tuple[str, ...]) -> tuple[str, ...]:
    """Who punished others just before, where a passive tells only who else was ("O2 _was hit with sanctions")."""
    passive = gives["plover"] == _SANCTION and any(verb.startswith(_PASSIVE) for verb in frame.verbs)
    if not target or not passive or frame.context.since > _SOON or not _is_real(frame):
        return ()
    plover, who = frame.context.did
    named = {code for mention in frame.sentence.present("CHL") for code in mention.ids}
    return who if plover == gives["plover"] and set(who).isdisjoint(target) and named <= {*target, *who} else ()


def _is_newcomer(frame: Frame, gives: dict[str, Any]) -> bool:
    """Whether behind a comma the one acted on is told not to do something itself (", C2 did _not introduce it")."""
    target = frame.slots.get(gives.get("target", "b").partition("|")[0])
    at = frame.place(target) if target is not None else -1
    tags = frame.sentence.tags
    return at > 0 and tags[:at].endswith(_JOINTS) and _REFRAINS.match(tags, at) is not None


def _is_real(frame: Frame) -> bool:
    """Whether it is said to be done, or going on."""
    return frame.quality.affirmed and frame.quality.modality in REAL


def _is_guessed(frame: Frame, gives: dict[str, Any]) -> bool:
    """Whether those who act are only known as the article's parties."""
    return "a" not in frame.slots and str(gives.get("actor", "")).endswith("parties")


def _meant(frame: Frame, parties: tuple[str, ...]) -> tuple[str, ...]:
    """The article's parties as far as the sentence lets them be; nobody where it names others or tells of a past year.

    Where they are many and one of the region is named, it is this one and who is from beyond.
    """
    members = frame.context.members
    told = {code for mention in frame.sentence.present("CHLJ") for code in mention.ids}
    if len(told) == 1 and len(parties) > _PAIR and told <= members:
        guests = tuple(code for code in parties if code not in members)
        return (*guests, *told) if len(guests) == 1 and told <= set(parties) else ()
    if told:
        return parties if told <= set(parties) else ()
    date, published = frame.mention("near:D"), frame.context.published
    year = str(date.value)[:_YEAR] if date is not None and isinstance(date.value, str) else ""
    return () if year and published and year < str(published)[:_YEAR] else parties


def _side(frame: Frame, expression: str) -> tuple[str, ...]:
    """The codes of who takes part; a place stands for its state, and one of several states for the one spoken of."""
    mention = frame.mention(expression)
    if mention is not None and mention.kind == _BODY and not mention.ids and (own := _of_state(frame, mention)):
        return own
    if mention is None or mention.kind != "P":
        return frame.codes(expression)
    return mention.ids or (frame.context.home if expression.endswith(_HERE) else frame.codes(expression))


def _of_state(frame: Frame, body: Mention) -> tuple[str, ...]:
    """The state for which a body acts that is called by its office alone ("the State Committee for ...")."""
    if not body.name.lower().removeprefix("the ").startswith(tuple(frame.sentence.words["state_bodies"])):
        return ()
    return spoken_for(frame.sentence, max(0, frame.place(body)), frame.context)


def _dated(frame: Frame, gives: dict[str, Any], actor: tuple[str, ...], target: tuple[str, ...]) -> Event:
    date = frame.mention(gives.get("date", "d|near:D"))
    if date is not None and gives["plover"] != _MEETING and _is_of_content(frame, date):
        date = None
    if date is None and gives["plover"] != _MEETING:  # a meeting told of again is not dated twice
        date = of_occasion(frame.sentence, frame.verbs, {*actor, *target}, frame.context)
    place, date = _where(frame, gives), _first_day(frame, date)
    if date is not None and ((gives["plover"] != _PACT and is_of_promise(frame, date)) or is_of_figure(frame, date)):
        date = None
    if date is not None and (_is_of_report(frame, date) or _is_of_denial(frame, date) or is_of_speech(frame, date)):
        date = None
    if date is not None and _AFTER.search(frame.sentence.tags, max(0, frame.place(date)), frame.start):
        date = None
    date = coming(frame, _of_clause(frame, date))
    supposed = frame.quality.modality is Modality.POSSIBLE
    if supposed and date is not None and _is_before(date, frame.context.published):
        date = None  # of what stands already ("may extend its controls of D1")
    known = date is not None and isinstance(date.value, str)
    event = Event(
        gives["plover"],
        actor,
        target,
        _mode(frame, gives),
        str(date.value) if date is not None and known else None,
        place.place or place.name if place is not None else None,
        frame.words(gives["summary"]) if "summary" in gives else _as_denied(frame, summary(frame, (date, place))),
        bool(date is not None and known and date.inferred and str(date.value)[:_YEAR] not in frame.sentence.text),
        _lands(frame, (*actor, *target)),
    )
    if known and _is_real(frame):
        frame.context.latest = event.date or ""
        note_occasion(event, frame.context)
    return event


def _as_denied(frame: Frame, told: str) -> str:
    """The summary with the verb that denies it before, where that opens what is told ("denied that it had closed")."""
    held = denied_there(frame.sentence.tags, frame.start, frame.signs.untold) if not frame.quality.affirmed else None
    if held is None or not told or not 0 <= held.verb < frame.start:
        return told
    text = frame.sentence.text
    verb = frame.sentence.tags[held.verb :].split()[0]
    end = text.find(told)
    start = text.rfind(f"{verb} ", 0, max(0, end))
    return text[start:end] + told if start >= 0 and end - start <= _SHORT else told


def _of_clause(frame: Frame, date: Mention | None) -> Mention | None:
    """The date in the clause instead of the dateline's, where it alone stands behind the match."""
    sentence = frame.sentence
    lead = sentence.start + sentence.lead
    if date is None or date.start >= lead:
        return date
    end = sentence.tags.find(" ; ", frame.end)
    behind = [
        item
        for item in sentence.present("D")
        if item.start >= lead and frame.end <= frame.place(item) < (end if end >= 0 else len(sentence.tags))
    ]
    return behind[0] if len(behind) == 1 and len(str(behind[0].value)) == _FULL else date


def _is_of_report(frame: Frame, date: Mention) -> bool:
    """Whether a date tells when somebody said what was done ("a paper _had reported D1 that C0 signed")."""
    tags, at = frame.sentence.tags, frame.place(date)
    told = _REPORTED.search(tags, 0, at) if 0 <= at < frame.start else None
    return told is not None and told[1] in frame.sentence.words["reporting"] and _THAT.match(tags, at) is not None


def _is_of_denial(frame: Frame, date: Mention) -> bool:
    """Whether a date tells when something was said not to be so, or told first ("retracted D0 a story that C1 met")."""
    denial = frame.denial
    return denial is not None and not denial.start <= frame.place(date) < denial.end


def _lands(frame: Frame, parties: tuple[str, ...]) -> tuple[str, ...]:
    """The countries of the firms among the parties, and those that the routes among them lead through."""
    ways = [code for party in parties for code in sorted(frame.context.lines.lands.get(party, ()))]
    firms = (mention for mention in frame.sentence.mentions if mention.kind == "O" and mention.name in parties)
    codes = (code for mention in firms for code in mention.ids if code in frame.context.states)
    return tuple(code for code in dict.fromkeys((*codes, *ways)) if code not in parties)


def _is_of_content(frame: Frame, date: Mention) -> bool:
    """Whether a date tells when what is agreed on or asked for is to be ("agreed _to meet D1"); a past day does not."""
    at, told, published = frame.place(date), str(date.value), frame.context.published or ""
    verb = frame.verbs[-1] if frame.verbs else ""
    start = max(frame.start, frame.sentence.tags.find(verb, frame.start)) + len(verb)
    within = _CONTENT.search(frame.sentence.tags, start, max(start, at))
    return within is not None and (len(told) < _FULL or told > published)


def _is_before(date: Mention, published: PartialDate | None) -> bool:
    """Whether the date lies before the article's."""
    told = date.value if isinstance(date.value, str) else ""
    return bool(told and published) and told < str(published)[: len(told)]


def _first_day(frame: Frame, date: Mention | None) -> Mention | None:
    """The first day of a span ("from D0 _to D1")."""
    at = frame.place(date) if date is not None else -1
    span = _SPAN.search(frame.sentence.tags, 0, at) if at > 0 else None
    return frame.sentence.mention(span[1]) if span is not None else date


def _where(frame: Frame, gives: dict[str, Any]) -> Mention | None:
    """The place of an event; none of those who only report it (", the ministry in P3 said", a dateline)."""
    place = frame.mention(gives.get("place", "p|free:P"))
    sentence = frame.sentence
    if place is None or not _is_scene(frame, place) or is_of_speech(frame, place):
        return None
    if place.start < sentence.start + sentence.lead:
        place = _told_apart(frame, place) if gives["plover"] in _MET else None
        if place is None:
            return None
    told = reporting(sentence.words["reporting"]).search(sentence.text)
    return None if told is not None and place.start - sentence.start > told.start() else place


def _told_apart(frame: Frame, sent_from: Mention) -> Mention | None:
    """The place that the sentence itself tells instead of the dateline's, where it tells one; None for several, or a
    country, as it is not known whether the report was sent from there."""
    sentence = frame.sentence
    lead = sentence.start + sentence.lead
    told = [item for item in sentence.present("P") if item.start >= lead and _is_scene(frame, item)]
    if told:
        return told[0] if len(told) == 1 else None
    own = (sentence.mention(found[1]) for found in _IN_LAND.finditer(sentence.tags, frame.end))
    return None if any(sent_from.codes != land.codes for land in own) else sent_from


def _is_scene(frame: Frame, place: Mention) -> bool:
    """Whether a place may be where something is done, other than in "gas from P0", "the P0 power plant" or behind
    what is yet to be done ("agreed _to build K1 in P2").
    """
    at, words = frame.place(place), frame.sentence.words
    if at < 0 or any(place is known for known in frame.slots.values()):
        return True
    if frame.end <= at and frame.sentence.tags[frame.start : frame.end].rstrip().endswith(" _to"):
        return False
    if at < frame.start and _SINCE.search(frame.sentence.tags, at, frame.start + _PAIR):
        return False
    before, behind = frame.sentence.tags[:at].split()[-1:], frame.sentence.tags[at:].split()[1:2]
    return words["elsewhere"].isdisjoint(before) and words["sites"].isdisjoint(behind)


def _mode(frame: Frame, gives: dict[str, Any]) -> str | None:
    """The rule's mode, or the first of its modes that a word of the match or of the rest of its clause begins like."""
    words = frame.sentence.tags[frame.start :].partition(";")[0].split()
    modes: dict[str, str] = gives.get("modes", {})
    found = (mode for mode, starts in modes.items() if any(word.startswith(tuple(starts.split())) for word in words))
    return gives.get("mode") or next(found, None)
