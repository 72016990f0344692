"""Links: words that stand for something named before ("the region", "she", "both sides") become mentions of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from models.reading.mentions import Mention

if TYPE_CHECKING:
    from models.reading.language import Language
    from models.reading.tagging import Sentence

_ANAPHOR = re.compile(r"(?:([A-Za-z][a-z0-9-]*) )?([XUW]\d+) ")
_PRONOUN = re.compile(r"(?<![^ ])(he|she|they|it|him) ")
_BEFORE_PEOPLE = frozenset({"that", "as", "when", "while", "and", "but", "by", "with", "of", "between", "for", "after", "two", "three", "six", "however", "where", "same", "from", "both"})
_RELATIVE = re.compile(r"([CHLORKN]\d+) (?:[,—(-] )?(?:_\S+ )?(?:of )?(?:which|who|that|whom) (?=_|[a-z]+(?:ed|s|t|ew|ld|ve) |[a-z]+ )")
_IT_ACTS = re.compile(r"(?:_(?:is|was|has|had|will|would|could|may|_to|also) )|[a-z]+(?:s|ed) ")
_RELATIVE_ASIDE = re.compile(r"([CHLOR]\d+) [—-] ((?:[^ —]+ ){1,8})[—-] (?:which|who|that) ")
_ACTORS = "CHLOR"
_CONJUNCTIONS = frozenset({"and", "but", "while", "_then"})
_OPENERS = frozenset({",", "and", "but", "while", "as", "because", "although", "though", "whereas", "when", "that", "after", "before", "where", "if", "since", "_since", "—", ":", "for"})
_FINITE_MARKS = frozenset({"_is", "_are", "_was", "_were", "_has", "_have", "_had", "_will", "_would", "_may", "_could"})


class Context(Struct):
    """What earlier sentences of the article leave behind for the next one."""

    region: tuple[str, ...]
    members: frozenset[str]
    states: frozenset[str] = frozenset()
    countries: tuple[str, ...] = ()
    route: Mention | None = None
    person: Mention | None = None
    firm: Mention | None = None
    subject: Mention | None = None
    commodity: Mention | None = None
    parties: tuple[str, ...] = ()
    offices: dict[str, Mention] = {}
    people: dict[str, Mention] = {}
    date: str | None = None
    inferred: bool = False
    place: str | None = None
    met: bool = False

    @property
    def guests(self) -> tuple[str, ...]:
        """Those of the parties that belong to the region, the region itself when none is named."""
        return tuple(code for code in self.parties if code in self.members) or self.region

    @property
    def lead(self) -> tuple[str, ...]:
        """The first of the parties from outside the region."""
        return tuple(code for code in self.parties if code not in self.members)[:1]

    @property
    def surnames(self) -> frozenset[str]:
        """Last names met so far."""
        return frozenset(self.people)


def link(sentence: Sentence, context: Context, language: Language, finite: frozenset[str]) -> None:
    """Resolve what can be resolved in the tagged sentence, give every clause its subject, and remember its people."""
    _know_people(sentence, context)
    if _ANAPHOR.search(sentence.tags):
        sentence.tags = _ANAPHOR.sub(lambda match: _resolved(sentence, match, context, language), sentence.tags)
    sentence.tags = _PRONOUN.sub(lambda match: _pronoun(sentence, match, context), sentence.tags)
    sentence.tags = _RELATIVE_ASIDE.sub(r"\1 — \2— \1 ", sentence.tags)
    sentence.tags = _RELATIVE.sub(r"\1 , \1 ", sentence.tags)
    sentence.tags = _with_subjects(sentence, finite)


def _know_people(sentence: Sentence, context: Context) -> None:
    """Give a surname the full name, office and state it was introduced with, and remember new people."""
    for number, mention in enumerate(sentence.mentions):
        if mention.kind not in "HN" or not mention.name:
            continue
        parts = mention.name.split()
        known = context.people.get(parts[-1])
        if known is not None:
            sentence.mentions[number] = mention = replace(
                mention, ids=mention.ids or known.ids, role=mention.role or known.role
            )
        if mention.kind == "H" or 1 < len(parts) <= 3:
            context.people[parts[-1]] = mention
            if mention.role:
                context.offices[mention.role.split(" of ")[0].lower()] = mention


def _resolved(sentence: Sentence, match: re.Match[str], context: Context, language: Language) -> str:
    """The tagged text with the anaphor as a mention of what it stands for, or in its own words."""
    mention = sentence.mention(match[2])
    before = f"{match[1]} " if match[1] else ""
    described = mention.kind == "U" and match[1] is not None and (
        match[1][0] in "NOSP" or match[1][0].islower() and match[1] not in _BEFORE_PEOPLE
    )
    found = None if described else _referent(mention, context)
    if found is None:
        return before + (language.literal(mention.name) if mention.kind != "W" else f"{match[2]} ")
    return before + sentence.add(replace(found, start=mention.start, end=mention.end))


def _referent(mention: Mention, context: Context) -> Mention | None:
    """The mention that an anaphor stands for, or None."""
    if mention.kind == "W":
        return _office(mention, context)
    to = mention.ids[0] if mention.kind == "X" else "parties"
    if to == "region":
        return Mention("C", 0, 0, mention.name, context.region)
    if to == "country":
        return Mention("C", 0, 0, mention.name, context.countries) if context.countries else None
    if to == "guests":
        return Mention("L", 0, 0, mention.name, context.guests)
    if to == "parties":
        return Mention("L", 0, 0, mention.name, context.parties) if context.parties else None
    return context.route if to == "route" else context.firm


def _office(mention: Mention, context: Context) -> Mention | None:
    """The person who holds the office; an office of a state without a known holder still stands for the state."""
    name = mention.name.lower()
    role = (mention.role or name).split(" of ")[0].lower()
    known = context.offices.get(role) or next((p for r, p in context.offices.items() if r.endswith(role.split()[-1])), None)
    if known is not None and (not mention.ids or not known.ids or known.ids == mention.ids):
        return known
    return Mention("H", 0, 0, mention.name, mention.ids, mention.role) if mention.ids else None


def _pronoun(sentence: Sentence, match: re.Match[str], context: Context) -> str:
    word = match[1]
    if word == "they":
        plural = Mention("L", 0, 0, word, context.parties) if context.parties else context.subject
        found = _before(sentence, match.start(), "L") or plural
    elif word == "it":
        if not _IT_ACTS.match(sentence.tags, match.end()):
            return match[0]
        found = _before(sentence, match.start(), "CRO") if match.start() else None
        found = found or (context.subject if context.subject is not None and context.subject.kind in "CRO" else None)
    else:
        found = _before(sentence, match.start(), "HN") or context.person
    return match[0] if found is None else sentence.add(found)


def _before(sentence: Sentence, at: int, letters: str) -> Mention | None:
    """The first mention of these letters before a place in the sentence: most often its subject."""
    found = re.search(rf"[{letters}]\d+", sentence.tags[:at])
    return sentence.mention(found[0]) if found else None


def _with_subjects(sentence: Sentence, finite: frozenset[str]) -> str:
    """The tags with a barrier before every new clause, and the subject repeated before a verb that shares it.

    "C1 met C2 and signed K3 while C4 has K5" becomes "C1 met C2 and C1 signed K3 ; while C4 has K5".
    """
    tokens = sentence.tags.split()
    subject = ""
    out: list[str] = []
    for number, token in enumerate(tokens):
        if token[0] in _ACTORS and _verb_follows(tokens, number + 1, finite):
            if subject and subject != token and number and tokens[number - 1] in _OPENERS:
                out.insert(len(out) - 1, ";")
            subject = token
        out.append(token)
        if token in _CONJUNCTIONS and subject and _verb_follows(tokens, number + 1, finite):
            out.append(subject)
    return " ".join(out) + " "


def _verb_follows(tokens: list[str], at: int, finite: frozenset[str]) -> bool:
    """Whether a finite verb comes next, adverbs and dates aside."""
    if at < len(tokens) and tokens[at] in _FINITE_MARKS:
        return True
    while at < len(tokens) and (tokens[at][0] in "_D"):
        at += 1
    return at < len(tokens) and tokens[at] in finite


def remember(sentence: Sentence, context: Context) -> None:
    """Leave behind what the next sentences may refer to."""
    tags = re.findall(r"[A-Z]\d+", sentence.tags)
    mentions = [(tag[0], sentence.mention(tag)) for tag in tags]
    actors = [mention for kind, mention in mentions if kind in "CHLOR"]
    if actors:
        context.subject = actors[0]
    people = [mention for kind, mention in mentions if kind == "H" and mention.name]
    if people:
        context.person = people[0]
    for kind, mention in mentions:
        if kind == "R":
            context.route = mention
        elif kind == "O":
            context.firm = mention
        elif kind == "K":
            context.commodity = mention
        if kind in "CJHP" and len(mention.ids) == 1 and mention.ids[0] in context.members:
            context.countries = mention.ids
