"""Claims: contents with their evidence and a stable id, in the order of the text and without repeats."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any

import msgspec

from models.reading.told import tie
from models.records import (
    Claim,
    Commitment,
    Content,
    Event,
    Evidence,
    Kind,
    Profile,
    Quantity,
    Quote,
    Relation,
    Resource,
    RouteFact,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.catalog import Catalog
    from models.reading.factuality.qualify import Quality
    from models.reading.sentence.tagging import Sentence
    from models.reading.trace import Trace
    from models.records import Article

_MEETING = "CONSULT"
_MEASURED = (Resource, RouteFact)
_CONTEXT = 32
_ONE_WAY = frozenset({"REQUEST", "ACCUSE", "REJECT", "SANCTION", "THREATEN"})  # each side may do it to the other
_WHOLE = 5  # states of the region that are all of it
_CODE = 3
_TAG = re.compile(r"\b[A-Z]\d+")
_BODY = re.compile(r"[HO]\d+")
_STATES = re.compile(r"[CJL]\d+")
_SOME_OF = re.compile(r"^[a-z]+ of (?=[a-z]+s\b)")  # articles are dropped where rules read
_DOMAIN = re.compile(r" \. (?=[a-z]{2,4}$)")  # "Daily . com" is one name
_ARTICLE = re.compile(r"(?<!\w)([Aa]n?|[Tt]he) $")  # dropped before a name
_ENCODER = msgspec.json.Encoder()
_EMPTY = hashlib.sha256(usedforsecurity=False)  # to copy it is quicker than to make one


def make_claim(article: Article, sentence: Sentence, rule: str, content: Content, quality: Quality) -> Claim:
    """The claim that the sentence is evidence of."""
    start, end = sentence.start, sentence.end
    own = _identity(article.id, start, end, rule, content)
    start += sentence.lead if type(content) is Quote else 0  # nobody says the dateline
    return Claim(
        own,
        content,
        evidence_of(article, start, end),
        rule,
        quality.modality,
        quality.affirmed,
        spoken_by(sentence, quality.attribution),
        quality.certainty,
        quality.badges,
        spoken_by(sentence, quality.denied_by),
    )


def evidence_of(article: Article, start: int, end: int) -> Evidence:
    """The words at [start, end) of the article, with those around them."""
    text = article.text
    before, behind = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    return Evidence(article.id, start, end, text[start:end], before, behind)


def spoken_by(sentence: Sentence, source: str | None) -> str | None:
    """Who the sentence says it from, with names in place of tags; an office has an article."""
    if not source:
        return None
    words = _TAG.sub(lambda match: sentence.mention(match[0]).name, source).replace("_", "")
    words = _DOMAIN.sub(".", words)
    words = _whole_of(sentence, source) or words
    at = sentence.text.lower().find(words.lower())
    words = _SOME_OF.sub(r"\g<0>the ", sentence.text[at : at + len(words)] if at > 0 else words)
    words = words.rstrip() + rest if (rest := rest_of(sentence, source)) else words
    office = source[0] == "H" and words[0].islower() and not words.endswith("s")
    article = _ARTICLE.search(sentence.text, 0, max(0, at)) if at > 0 and words.split()[-1].islower() else None
    if article is not None and not office:
        words = f"{article[1].lower()} {words}"
    words = words.rstrip()  # a date behind them leaves a blank ("reports of 2024")
    return f"the {words}" if office else words


def _whole_of(sentence: Sentence, source: str) -> str:
    """A phrase that ends in a body or firm, as it stands in the sentence with the article before that ("a source in
    the C1 ministry"); empty where it is a name alone or another phrase, or only points at what is named elsewhere."""
    head, _, last = source.strip().rpartition(" ")
    if not head or _TAG.search(head) or _BODY.fullmatch(last) is None:
        return ""
    mention = sentence.mention(last)
    start, end = mention.start - sentence.start, mention.end - sentence.start
    found = re.compile(rf"\b{re.escape(head)} (?:the )?$", re.IGNORECASE).search(sentence.text, 0, max(0, start))
    if found is None or sentence.text[start:end] != mention.name:
        return ""
    words = sentence.text[found.start() : end]
    return words if found.start() else words[0].lower() + words[1:]


def rest_of(sentence: Sentence, source: str) -> str:
    """The nouns behind an adjective that were made one mention with it ("C1 customs"), as nobody goes by it alone."""
    last = source.split()[-1]
    if _STATES.fullmatch(last) is None:
        return ""
    behind = re.search(rf"(?<![^ ]){re.escape(source.rstrip())} _?(\S+)", sentence.tags)
    if behind is None or _TAG.match(behind[1]):
        return ""
    follows = r"[,;.]|$" if behind[1] in ",;." else rf" {re.escape(behind[1])}\b"
    end = sentence.mention(last).end - sentence.start
    found = re.compile(rf"((?: [a-z]+){{1,4}}?)(?={follows})").match(sentence.text, end)
    return found[1] if found is not None else ""


def _identity(article: str, start: int, end: int, rule: str, content: Content) -> str:
    """What a claim goes by, so that decisions stay: without what is done with money and when, without whom a quote,
    the firms of an event or what one owns a part of concern, and without the day of an event, which is another one
    where the article's date is corrected.
    """
    if type(content) is Event:
        content = msgspec.structs.replace(content, date=None, year_inferred=False, lands=())
    elif type(content) is Commitment:
        content = msgspec.structs.replace(content, deed="", year=None, year_inferred=False)
    elif type(content) is Quote:
        content = msgspec.structs.replace(content, lands=())
    elif type(content) is Relation:
        content = msgspec.structs.replace(content, year=None, year_inferred=False, lands=())
    elif type(content) is Profile and content.year_inferred:
        content = msgspec.structs.replace(content, as_of=None, year_inferred=False)
    elif isinstance(content, _MEASURED) and content.year_inferred:
        content = msgspec.structs.replace(content, year=None, year_inferred=False)
    payload = f"{article} {start} {end} {rule} ".encode() + _ENCODER.encode(content)
    digest = _EMPTY.copy()
    digest.update(payload)
    return digest.hexdigest()[:16]


def without_repeats(claims: Iterable[Claim], members: frozenset[str], trace: Trace | None = None) -> tuple[Claim, ...]:
    """The claims, each said once a sentence: of two that say the same the fuller stands.

    A meeting that is only mentioned again, without date or place, is left out. `members` are the region's states and
    the region itself. A trace is told what is left out.
    """
    kept = _fullest(claims, trace)
    told = {
        (item.evidence.start, item.content.country, item.content.resource)
        for item in kept.values()
        if type(item.content) is Resource and item.content.quantity is not None
    }
    parties: dict[tuple[int, str], list[frozenset[str]]] = {}
    for item in kept.values():
        if type(item.content) is Event:
            parties.setdefault((item.evidence.start, item.content.plover), []).append(_parties(item.content))
    met: set[frozenset[str]] = set()
    stays: list[Claim] = []
    for item in sorted(kept.values(), key=lambda item: item.evidence.start):
        why = _left_out(item, told, parties, met, members)
        if not why:
            stays.append(item)
        elif trace is not None:
            trace.left_out(item, why)
    return tuple(stays)


def _fullest(claims: Iterable[Claim], trace: Trace | None) -> dict[tuple[Any, ...], Claim]:
    """Of the claims of a sentence that say the same the fullest, in the order in which the first of them came."""
    kept: dict[tuple[Any, ...], Claim] = {}
    for item in claims:
        key = (item.evidence.start, *_sameness(item.content), _giver(item))
        known = kept.get(key)
        if known is None or _fullness(item.content) > _fullness(known.content):
            kept[key] = item
        if trace is not None and known is not None:
            less, more = (item, known) if kept[key] is known else (known, item)
            trace.left_out(less, f"{more.rule} says the same, and as much")
    return kept


def _giver(item: Claim) -> str | None:
    """Who gives the figure of a tie: two may give one each in the same sentence."""
    return item.attribution if type(item.content) is Relation and item.content.quantity is not None else None


def _left_out(
    item: Claim,
    told: set[tuple[int, str, str]],
    parties: dict[tuple[int, str], list[frozenset[str]]],
    met: set[frozenset[str]],
    members: frozenset[str],
) -> str:
    """Why a claim adds nothing to the others; empty when it does."""
    if _hollow(item, told):
        return "another claim of the sentence gives the figure"
    if _within(item, parties):
        return "another claim of the sentence tells the same with more parties"
    if _met_before(item.content, met, members):
        return "this meeting is told before, and this adds neither date nor place"
    return ""


def _parties(event: Event) -> frozenset[str]:
    """Everyone who takes part, on either side."""
    return frozenset((*event.actor, *event.target))


def _within(item: Claim, parties: dict[tuple[int, str], list[frozenset[str]]]) -> bool:
    """Whether another claim of the sentence tells the same event with more parties.

    So does a meeting with a state beside one with a person of no known state ("visited P1 and spoke with N1").
    `parties` are those of every event, by the place of the sentence and what the event is.
    """
    content = item.content
    if type(content) is not Event:
        return False
    own = _parties(content)
    states = _codes(own)
    vague = content.plover == _MEETING and states < own
    return any(
        own < other or (vague and states < _codes(other)) for other in parties[item.evidence.start, content.plover]
    )


def _codes(parties: frozenset[str]) -> frozenset[str]:
    """The states and groups among the parties, without the names of people and firms."""
    return frozenset(party for party in parties if len(party) <= _CODE and party.isupper())


def _met_before(content: Content, met: set[frozenset[str]], members: frozenset[str]) -> bool:
    """Whether a meeting of these parties was told before and this adds neither date nor place; notes its parties.

    Where the region is spoken of as a whole, any of its states may have met them.
    """
    if type(content) is not Event or content.plover != _MEETING:
        return False
    codes = {*content.actor, *content.target}
    whole = len(codes & members) >= _WHOLE or any(code in members and len(code) < _CODE for code in codes)
    parties = frozenset(codes - members | (members if whole else codes & members))
    known = parties in met or (whole and any(other - members == parties - members for other in met))
    met.add(parties)
    return known and content.date is None and content.place is None


def _hollow(item: Claim, told: set[tuple[int, str, str]]) -> bool:
    """Whether a claim only says that a country has what another claim of the sentence gives a figure of."""
    content = item.content
    if type(content) is not Resource or content.quantity is not None or content.rank is not None:
        return False
    return (item.evidence.start, content.country, content.resource) in told


def _sameness(content: Content) -> tuple[Any, ...]:
    """What two contents must share to say the same thing."""
    if type(content) is Resource:
        return ("resource", content.country, content.resource, content.quantity)
    if type(content) is RouteFact:
        figure = content.object if isinstance(content.object, Quantity) else None
        return ("route", content.route, content.predicate, figure)
    if type(content) is Event:
        return ("event", content.plover, _parties(content), content.plover in _ONE_WAY and content.actor)
    if type(content) is Quote:
        return ("quote", content.speaker.split()[-1])
    if type(content) is Relation:
        return ("relation", *tie(content))
    if content.__struct_config__.tag == Kind.COMMITMENT:
        return ("commitment", content.amount)  # type: ignore[union-attr]
    return ("profile", content)


def _fullness(content: Content) -> int:
    """How many of its fields say something."""
    return sum(value not in (None, (), "", False) for value in msgspec.structs.astuple(content))


def _plain(value: object) -> object:
    """A struct as a dict with all its fields, a tuple as a list."""
    if isinstance(value, msgspec.Struct):
        return {name: _plain(part) for name, part in msgspec.structs.asdict(value).items()}
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


def as_gold(claim: Claim, catalog: Catalog) -> dict[str, Any]:
    """The claim in the fields of the gold set, with its evidence and what else serves the user."""
    fields = {name: _plain(value) for name, value in msgspec.structs.asdict(claim.content).items()}
    if isinstance(claim.content, RouteFact):
        fields["route"] = catalog.name(claim.content.route)
    if isinstance(claim.content, Event):
        fields["target"] = [catalog.name(code) if code in catalog.routes else code for code in claim.content.target]
    quality = {
        "modality": claim.modality.value,
        "affirmed": claim.affirmed,
        "attribution": claim.attribution,
        "certainty": claim.certainty,
        "badges": list(claim.badges),
    }
    evidence = claim.evidence
    return {
        "kind": claim.kind.value,
        **fields,
        "evidence": evidence.quote,
        "start": evidence.start,
        "end": evidence.end,
        "rule": claim.rule,
        **quality,
    }
