"""Contents: what a frame says, as the struct of its kind. A frame that lacks a part its kind needs gives nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from models.reading.around.periods import Year, of_months, year_of
from models.reading.around.wording import opens_behind_colon, quoted
from models.reading.claims import rest_of
from models.reading.kinds.callings import calling
from models.reading.kinds.carried import part_carried
from models.reading.kinds.commitments import commitments
from models.reading.kinds.events import events
from models.reading.kinds.goods import goods
from models.reading.kinds.holdings import holdings
from models.reading.kinds.profiles import profiles
from models.reading.kinds.routes import routes
from models.reading.kinds.sorts import largest, sort_of
from models.reading.kinds.trade import goods_traded, is_change
from models.reading.kinds.years import dated, year, year_beside
from models.reading.reference.concerned import concerned
from models.reading.reference.implied import implied
from models.records import Content, Kind, Money, Quantity, Quote, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention


# a state with a figure, and the next one with its own
_GAP = r"(?:[^ ;CJHL]+ )"
_JOINS = (
    r"(?:of [a-z]+ (?=, ))?(?:(?:[a-z]+ ){1,5}(?=\) ))?(?:\( (?:[a-z]+ )?[MF]\d+ )?(?:\( [^()]*)?(?:\) )?"
    r"(?:, |and |while |followed by |ahead of |before |then |that with |those |with |from |_to |_then ){1,4}"
)
_OWN_FIGURE = (
    r"(?=(?:_?[a-z]+ with |[a-z]+ed |[a-z]+ _to |[a-z]+ by F\d+ _to |(?:by|up) F\d+ _to |"
    r"with |at |for |\( |: |on |_to |by ){0,2}([MF]\d+) )"
)
_BEFORE = re.compile(r"(?<![^ ])(?:from|against|versus) (?:_?(?:about|around|nearly|almost|just|over|under|some) )*$")
_GOAL = re.compile(r"(?<![^ ])(?:goal|target|aim|plans?(?! _to)|potential) (?:[^ ;,MQF]\S* ){0,6}$")
_LATER = re.compile(r"M\d+ (?:D\d+ )?_to (?:[^ ;,MQF]\S* ){0,2}?(M\d+) ")
# "trade , worth M0 D1 , _had grown _to M2"
_SINCE_THEN = re.compile(
    r"M\d+ (?:D\d+ )?, (?:(?!and |but |those |from |with )[^ ;MQF]\S* ){0,8}?_to (?:[^ ;,MQF]\S* ){0,2}?(M\d+) "
)
# "buys Q0 , _over F1 of J2 exports": the share is of those goods, and not of all trade
_OF_GOODS = re.compile(r"Q\d+ (?:of (?:\S+ )?K\d+ )?(?:D\d+ )?, (?:\S+ ){0,3}?(?:F\d+|half|most|bulk) of ")
_SHARE, _CHANGE = "share of trade", "change in"
_ENDS_IN_FIGURE = re.compile(r"(.+?)(?: of|:) \{(\w)\}")
_REMITTANCES = "remittances"
_SHARED = ("exports", "imports", "investment", "debt", _REMITTANCES)
_SIDES, _THAT = (" side", " sides", " delegation"), "that"
# "below the Q0 that O1 _had reported": a figure that another one is set against is no quote
_CITED = re.compile(
    r"(?<![^ ])(?:(?:the |than |those )[QFMB]\d+ (?:of [^ ;,]+ )?(?:; )?(?:that|which) "
    r"|(?:below|above|than|against|from|over|under|_over|_under) (?:the |those )?[QFMB]\d+ (?:of [^ ;,]+ )?(?:; )?)"
    r"(?:[A-Z]\d+ |the |its |[a-z]+ ){1,5}?(?:_\S+ )*$"
)
_OWNER = "'s "
_OPEN = ", "  # a quote ends with the comma of the sentence around it
_FEW = 10  # words in which one tells what thanks are for
_TAIL = 12  # the last letters of what is quoted
_NEXT = re.compile(rf"[CJ]\d+ {_GAP}{{0,9}}?[MF]\d+ {_JOINS}(C\d+) {_OWN_FIGURE}")
# "C0 has F1 of C2 's trade , C3 F4"
_NEXT_TO_OWN = re.compile(rf"C\d+ 's (?:[a-z][^ ;,]* ){{1,4}}(?:, |and |while ){{1,2}}(C\d+) {_OWN_FIGURE}")


def contents(frame: Frame) -> Iterator[Content]:
    """Everything the frame says."""
    rule = frame.compiled.rule
    return _BUILDERS[rule.kind](frame, rule.gives)


def _commitments(frame: Frame, gives: dict[str, Any]) -> Iterator[Content]:
    """The money that is given, with the year that the sentence has for it."""
    when = year(frame, gives) or Year()
    for content in commitments(frame, gives):
        yield replace(content, year=when.number, year_inferred=when.inferred)


def _quote(frame: Frame, gives: dict[str, Any]) -> Iterator[Content]:
    speaker = frame.mention(gives.get("speaker", "s"))
    words = quoted(frame.sentence.text)
    if (gives.get("quoted") and not _says_something(words)) or _only_cites(frame):
        return
    if gives.get("stated") and (speaker is None or speaker.name not in frame.sentence.text):
        return
    if gives.get("quoted") == "colon" and not opens_behind_colon(frame.sentence.text):
        return
    if speaker is None or _is_owner(frame, speaker):
        return
    if speaker.name and _is_definite(frame, speaker) and not _only_stands(frame, speaker):
        role = speaker.role if speaker.kind in "HNO" else None
        role = role or (calling(frame.sentence, speaker) if speaker.kind in "HN" and not speaker.public else None)
        said = "" if _is_of_another(frame, speaker, words) else words.rstrip(_OPEN)
        lands = concerned(frame.sentence, speaker, frame.context)
        yield Quote(_called(frame, speaker), role, bool(said) or bool(gives.get("direct")), said, lands)


def _called(frame: Frame, speaker: Mention) -> str:
    """The name of the speaker, of a body of a state with the nouns that tell which ("C1 transport agency")."""
    if speaker.kind not in "CJ":
        return speaker.name
    end = frame.place(speaker)
    nouns = rest_of(frame.sentence, frame.sentence.tags[end:].partition(" ")[0]) if end >= 0 else ""
    return f"{speaker.name}{nouns}"


def _is_owner(frame: Frame, speaker: Mention) -> bool:
    """Whether the match ends with one whose man speaks, and not he himself ("said O1 's N2")."""
    tags = frame.sentence.tags
    last = tags.rfind(" ", 0, max(0, frame.end - 1)) + 1
    return tags.startswith(_OWNER, frame.end) and last == frame.place(speaker)


def _only_cites(frame: Frame) -> bool:
    """Whether the verb of saying only tells from whom a figure is that another one is set against."""
    tags = frame.sentence.tags
    verb = tags.rfind(" ", 0, max(0, frame.end - 1)) + 1
    return any(_CITED.search(tags, 0, at) is not None for at in (frame.start, verb))


def _is_of_another(frame: Frame, speaker: Mention, words: str) -> bool:
    """Whether the words in quotation marks are but the speaker's name, or stand before a semicolon that comes first."""
    if words.casefold() in speaker.name.casefold():
        return True
    text, at = frame.sentence.text, speaker.start - frame.sentence.start
    end = text.rfind(words[-_TAIL:], 0, max(0, at)) if words and at > 0 else -1
    return end >= 0 and ";" in text[end:at]


def _only_stands(frame: Frame, speaker: Mention) -> bool:
    """Whether one only takes a stand or is polite: a side that "reaffirmed its support", thanks for hospitality."""
    tags, words = frame.sentence.tags, frame.sentence.words
    behind = tags[frame.end :].split()
    if tags[frame.start : frame.end].partition(" ")[0] not in words["stances"] or _THAT in behind[:2]:
        return False
    polite = _THAT not in behind and not words["courtesies"].isdisjoint(behind[:_FEW])
    return polite or speaker.name.lower().endswith(_SIDES)


def _says_something(words: str) -> bool:
    """Whether words in quotation marks are more than a name."""
    return any(word[:1].islower() for word in words.split())


def _is_definite(frame: Frame, speaker: Mention) -> bool:
    """Whether an office without a name tells who it is: "the prime minister", not "a minister" or "the deputy"."""
    if speaker.kind != "W":
        return True
    if speaker.name.lower().split()[0] in frame.sentence.words["voices"] and len(speaker.name.split()) > 1:
        return True
    own, shared = speaker.name.lower().split(), frame.sentence.words["shared"]
    if own[-1] in shared or (own[0] in shared and own[0] not in frame.sentence.words["below"]):
        return False
    before = frame.sentence.text[: max(0, speaker.start - frame.sentence.start)].lower().split()
    return bool(before) and (before[-1] in frame.sentence.words["definite"] or before[-1].endswith(("'s", "’s")))


def _relation(frame: Frame, gives: dict[str, Any]) -> Iterator[Content]:
    """A tie of two, or who owns how much of what."""
    if "share" in gives:
        return holdings(frame, gives, _time_of_share(frame, gives, frame.slots.get(gives["share"])))
    return _ties(frame, gives)


def _ties(frame: Frame, gives: dict[str, Any]) -> Iterator[Content]:
    if "{m}" in gives["relation"] and not _is_new(frame):
        return
    words, figure = _measure(frame, gives["relation"])
    if words == _SHARE:
        if _OF_GOODS.search(frame.sentence.tags):
            return
        words, figure = _share(frame)
    words = sort_of(frame, words)
    left, right = (_end(frame, gives.get(name, name)) for name in "ab")
    measured = _SHARE if words == _SHARE and figure is None else gives["relation"]
    if bool(left) != bool(right) and measured in frame.sentence.words["mutual"] and "dealing" not in gives.values():
        left, right = left or implied(frame, right), right or implied(frame, left)
    is_sum = "{m}" in gives["relation"]
    if is_sum:  # states trade; a bank that took part does not
        left, right = (tuple(code for code in side if code in frame.context.states) for side in (left, right))
    when, part = _time_of_sum(frame, gives) if is_sum else (_time_of_share(frame, gives, figure), "")
    if is_sum and figure is not None:
        words = f"{_CHANGE} {words}" if is_change(frame, figure) else words
        part = ", ".join(filter(None, (goods_traded(frame, figure), part)))
    first = largest(frame, words) if gives.get("largest") and len(left) == 1 else words
    yield from _pairs(frame, left, right, Relation("", "", first, *when, _quantity(figure, part)))
    for mention, own in _rows(frame) if "rows" in gives else ():
        sides = (mention.ids, right) if gives["rows"] == "a" else (left, mention.ids)
        yield from _pairs(frame, *sides, Relation("", "", words, *when, _quantity(own, part) if figure else None))


def _measure(frame: Frame, template: str) -> tuple[str, Mention | None]:
    """What a relation tells or measures, and its figure where the template ends in its slot ("trade of {m}")."""
    found = _ENDS_IN_FIGURE.fullmatch(template)
    return (found[1], frame.mention(found[2])) if found is not None else (frame.words(template), None)


def _quantity(figure: Mention | None, of: str) -> Quantity | None:
    """The figure as it is kept, with the goods and the part of the year that it is of."""
    value: object = figure.value if figure is not None else None
    if isinstance(value, Money):
        return Quantity(value.value, value.currency, of or None)
    return replace(value, of=of or value.of) if isinstance(value, Quantity) else None


def _share(frame: Frame) -> tuple[str, Mention | None]:
    """What a share is of, by the last word of the match that tells it, with the only share that the sentence has.

    Remittances are told without one: it is mostly of what the country earns.
    """
    told = reversed(frame.sentence.tags[frame.start : frame.end].split())
    known = {word: part for part in _SHARED for word in frame.sentence.words[f"share_of_{part}"]}
    of = next((known[word] for word in told if word in known), "")
    if of == _REMITTANCES:
        return of, None
    figures = [*frame.sentence.present("F")]
    return f"share of {of}" if of else _SHARE, frame.slots.get("f") or (figures[0] if len(figures) == 1 else None)


def _is_new(frame: Frame) -> bool:
    """Whether the figure of a relation is not only what it was before ("up from M0"), or what it is to be.

    Of "fell from M0 _to M1" the later one fills the slot.
    """
    figure = frame.mention("m")
    at = frame.place(figure) if figure is not None else -1
    if _GOAL.search(frame.sentence.tags, 0, max(0, at)):
        return False
    grown = _SINCE_THEN.match(frame.sentence.tags, max(0, at))
    if at <= 0 or not (grown or _BEFORE.search(frame.sentence.tags, 0, at)):
        return True
    later = grown or _LATER.match(frame.sentence.tags, at)
    if later:
        frame.slots["m"] = frame.sentence.mention(later[1])
    return later is not None


def _time_of_sum(frame: Frame, gives: dict[str, Any]) -> tuple[Year, str]:
    """The year of the sum in a relation, by the date right behind it or the one that is the figure's, and what part."""
    figure, when = frame.mention("m"), year(frame, gives)
    when = year_beside(frame, figure, when) if figure is not None else when
    behind = frame.following(figure, "D") if figure is not None else None
    date = behind if year_of(behind).number is not None else dated(frame, gives)
    return when or Year(), of_months(frame, date) or (part_carried(frame, gives) if date is None else "")


def _time_of_share(frame: Frame, gives: dict[str, Any], share: Mention | None) -> Year:
    """The year of the share in a relation; none of a part of the year, which such a relation cannot tell."""
    if share is None or of_months(frame, dated(frame, gives)):
        return Year()
    figure, when = frame.slots.get("f"), year(frame, gives)
    return (year_beside(frame, figure, when) if figure is not None else when) or Year()


def _pairs(frame: Frame, left: Iterable[str], right: Collection[str], told: Relation) -> Iterator[Content]:
    """What is told, of each on the left and each on the right; none of a state to itself or to all of its region."""
    members, region = frame.context.members, frame.context.region[0]
    paired: set[frozenset[str]] = set()
    for one in left:
        for other in right:
            pair = frozenset((one, other))
            if one != other and pair not in paired and not (pair <= members and region in pair):
                paired.add(pair)
                yield replace(told, a=one, b=other)


def _rows(frame: Frame) -> Iterator[tuple[Mention, Mention]]:
    """The states that follow with a figure of their own, as the first has one ("C1 ( M2 ) , C3 with F4"), and it."""
    tags = frame.sentence.tags
    at = max((frame.place(mention) for mention in frame.slots.values() if mention.kind in "CJ"), default=-1)
    while at >= 0 and (match := _NEXT.match(tags, at) or _NEXT_TO_OWN.match(tags, at)):
        yield frame.sentence.mention(match[1]), frame.sentence.mention(match[2])
        at = match.start(1)


def _end(frame: Frame, expression: str) -> tuple[str, ...]:
    """Who stands at an end of a relation; all states of the region are the region."""
    codes, region = frame.codes(expression), frame.context.region
    own = frame.context.members.difference(region)
    rest = tuple(code for code in codes if code not in own)
    return region + rest if own <= {*codes} else codes


_BUILDERS: dict[Kind, Callable[[Frame, dict[str, Any]], Iterator[Content]]] = {
    Kind.RESOURCE: goods,
    Kind.ROUTE: routes,
    Kind.EVENT: events,
    Kind.COMMITMENT: _commitments,
    Kind.QUOTE: _quote,
    Kind.RELATION: _relation,
    Kind.PROFILE: profiles,
}
