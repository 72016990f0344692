"""Sites: the mine, field or plant that a figure is of, so that it is not taken for a figure of the whole country."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import ahocorasick_rs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.catalog import Place
    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

KINDS = frozenset({"mine", "oil_field", "gas_field", "coal_field", "plant", "power_plant", "dam"})
_WORD = r"[A-Z][\w’'-]+"
_OTHERS = "CJLOHKDWU"  # mentions that are no part of a site's name: states, firms, people, commodities, dates, offices
_SHORTEST = 4
_WORKS = (" plant", " factory", " works", " mill", " complex")  # what makes something
_AND = " and "
_OWN = "p"  # the slot of the site whose figure it is
_LISTS = ("kinds", "first", "joins", "is", "refers", "whole", "parts", "others", "works")


class _Words(NamedTuple):
    """The patterns made of the language's words, and what spots the nouns that call a site what it is."""

    nouns: ahocorasick_rs.AhoCorasick
    kinds: re.Pattern[str]
    named: re.Pattern[str]
    called: re.Pattern[str]
    referred: re.Pattern[str]
    whole: re.Pattern[str]
    part_before: re.Pattern[str]
    part_behind: re.Pattern[str]
    beside: re.Pattern[str]
    others: re.Pattern[str]
    works: tuple[re.Pattern[str], re.Pattern[str]]


class Sites:
    """The sites that an article speaks of: those of the catalog and those that its own words make known."""

    def __init__(self, known: frozenset[str] = frozenset()) -> None:
        self._known = known
        self._learned: dict[str, None] = {}
        self._last = ""
        self._is_other = False
        self._words: _Words | None = None

    def note(self, sentence: Sentence) -> None:
        """Remember the site that the sentence names first, and names of sites that are in no catalog.

        A plant without a name that makes what is no commodity of ours is remembered, too.
        """
        self._learn(sentence)
        named = self._in(sentence)
        other = _makes_other(sentence.text, self._made(sentence))
        self._is_other = other or (self._is_other and not named)
        self._last = named or ("" if other else self._last)

    def makes_other(self, sentence: Sentence) -> bool:
        """Whether the sentence speaks of a plant that makes something else than goods of ours ("the acid plant")."""
        words = self._made(sentence)
        return _makes_other(sentence.text, words) or (
            self._is_other and words.referred.search(sentence.text) is not None and not self._in(sentence)
        )

    def knows(self, mention: Mention) -> bool:
        """Whether the mention is of a site of the catalog."""
        return mention.place in self._known

    def of(self, sentence: Sentence, own: Mention | None = None) -> str:
        """The site that the figures of the sentence are of; empty for a whole country or where none is told.

        A figure that is told of one site of several is its `own`.
        """
        words = self._made(sentence)
        if own is not None and own.place in self._known:
            return self._whole(own.place or "", sentence.text, words)
        if words.whole.search(sentence.text):
            return ""
        self._learn(sentence)
        named = self._in(sentence)
        if not named:
            return self._last if words.referred.search(sentence.text) or _goes_on(sentence) else ""
        return self._whole(named, sentence.text, words)

    def _whole(self, name: str, text: str, words: _Words) -> str:
        """The site with the part of it that is meant, or with another one that is named together with it."""
        at = text.find(f"{name}{_AND}")
        rest = text[at + len(name) + len(_AND) :] if at >= 0 else ""
        other = next((site for site in self._names() if rest and _place(site, rest) == 0), "")
        return f"{name} (with {other})" if other else _with_part(name, text, words)

    def _names(self) -> list[str]:
        """All sites that are known, longer names first."""
        return sorted((*self._known, *self._learned), key=lambda name: (-len(name), name))

    def referred(self, sentence: Sentence) -> str:
        """The site of the sentence before that this one refers to without naming any ("the dam"); empty for none."""
        if not self._last or not self._made(sentence).referred.search(sentence.text) or self._in(sentence):
            return ""
        return self._last

    def spoken_of(self, sentence: Sentence) -> str:
        """The site that the sentence names, with another one named together with it, else the one named last."""
        self._learn(sentence)
        named = self._in(sentence)
        return self._whole(named, sentence.text, self._made(sentence)) if named else self._last

    def works_at(self, town: Mention, sentence: Sentence) -> str:
        """The name of a place with the works there that the sentence speaks of, which are not all there is: "TOWN
        (smelter)"."""
        text, at = sentence.text, max(0, town.start - sentence.start)
        kinds = self._made(sentence).works
        found = kinds[1].match(text, at + town.end - town.start) or kinds[0].search(text, 0, at)
        name = town.place or town.name
        return f"{name} ({found[1]})" if found is not None else name

    def _learn(self, sentence: Sentence) -> None:
        for name in _introduced(sentence, self._made(sentence)):
            self._learned.setdefault(self._proper(name))

    def _made(self, sentence: Sentence) -> _Words:
        """The patterns, made of the words of the first sentence, as all sentences have the same."""
        if self._words is None:
            self._words = _words(tuple(sentence.words[f"site_{name}"] for name in _LISTS))
        return self._words

    def _in(self, sentence: Sentence) -> str:
        text, sites = sentence.text, self._known
        known = [(item.start - sentence.start, item.place) for item in sentence.mentions if item.place in sites]
        if self._learned:
            learned = [(_place(name, text), name) for name in self._learned if name in text]
            known += [found for found in learned if found[0] >= 0]
        return min(known)[1] or "" if known else ""

    def _proper(self, name: str) -> str:
        """The catalog's name for the site where that is only longer."""
        return next((known for known in sorted(self._known) if known.startswith(f"{name} ")), name)


def of_catalog(places: Iterable[Place]) -> frozenset[str]:
    """The names of the places that are mines, fields, plants and the like."""
    return frozenset(place.name for place in places if place.kind in KINDS)


def site_of(frame: Frame) -> str:
    """The site that a figure of the frame is of; empty where it is the country's."""
    site = frame.context.sites.of(frame.sentence, frame.slots.get(_OWN))
    return "" if site and _OWN not in frame.slots and _is_of_reason(frame, site) else site


def _is_of_reason(frame: Frame, site: str) -> bool:
    """Whether the site is only named for why the figure is as it is ("cut output to Q0 , blaming a fire at P1")."""
    sentence = frame.sentence
    figure = max((item.end for item in frame.slots.values() if item.kind in "QF"), default=-1)
    start, at = figure - sentence.start, _place(site.partition(" (")[0], sentence.text)
    return 0 <= start < at and not sentence.words["reasons"].isdisjoint(sentence.text[start:at].lower().split())


def _goes_on(sentence: Sentence) -> bool:
    """Whether the sentence begins with what only a site has and names nobody ("Reserves are put at"): it is of the
    site that the sentence before named."""
    opens = sentence.text.split(" ", 1)[0].lower() in sentence.words["site_has"]
    return opens and not sentence.present("CJLPOR")


def _with_part(name: str, text: str, words: _Words) -> str:
    """The site, with the part of it that is meant ("third block"), or with the nameless ones that are meant as well."""
    at = text.find(name)
    behind = at + len(name)
    if at < 0:
        return name
    if beside := words.beside.match(text, behind):
        return name + beside[0]
    part = words.part_before.search(text, 0, at) or words.part_behind.match(text, behind)
    return f"{name} ({part[1].lower()})" if part else name


def _makes_other(text: str, words: _Words) -> bool:
    """Whether a plant that makes something else is named in the text."""
    return any(map(text.__contains__, _WORKS)) and words.others.search(text) is not None


def _place(name: str, text: str) -> int:
    """Where the name stands as words of its own; -1 where it does not."""
    at = text.find(name)
    while at >= 0 and (text[at - 1 : at].isalnum() or text[at + len(name) : at + len(name) + 1].isalnum()):
        at = text.find(name, at + 1)
    return at


def _introduced(sentence: Sentence, words: _Words) -> list[str]:
    """Names that the sentence says are sites: "the NAME mine", "NAME and NAME are deposits"."""
    text = sentence.text
    if not words.nouns.find_matches_as_indexes(text) or not words.kinds.search(text):
        return []
    found = [match for pattern in (words.named, words.called) for match in pattern.finditer(sentence.text)]
    taken = [
        (mention.start - sentence.start, mention.end - sentence.start)
        for mention in sentence.mentions
        if mention.kind in _OTHERS
    ]
    return [name for match in found for name in _names(match, taken)]


def _names(match: re.Match[str], taken: Iterable[tuple[int, int]]) -> Iterable[str]:
    """The names in the capitalised words of a match, without those of states, firms and the like among them."""
    spans = tuple(taken)
    name: list[str] = []
    for word in re.finditer(r"\S+", match[1]):
        at = match.start(1) + word.start()
        if any(start <= at < end for start, end in spans):
            name = []
        elif word[0][0].isupper():
            name.append(word[0])
        else:
            yield from _whole(name)
            name = []
    yield from _whole(name)


def _whole(words: list[str]) -> Iterable[str]:
    name = " ".join(words)
    return (name,) if len(name) >= _SHORTEST else ()


@lru_cache(maxsize=4)
def _words(lists: tuple[frozenset[str], ...]) -> _Words:
    kinds, first, joins, stands, refers, whole, parts, others, works = ("|".join(sorted(words)) for words in lists)
    names = rf"(?:(?!(?:{first})\b){_WORD}|(?:{joins})(?= [A-Z]))(?: (?:{_WORD}|(?:{joins})(?= [A-Z])))*"
    return _Words(
        nouns=ahocorasick_rs.AhoCorasick(list(lists[0])),
        kinds=re.compile(rf"\b(?:{kinds})\b"),
        named=re.compile(rf"\b({names}) (?:(?!(?:the|an?|its|their|this) )[a-z-]+ ){{0,2}}(?:{kinds})\b"),
        called=re.compile(rf"^({names}) (?:{stands}) (?:[a-z-]+ ){{1,5}}?(?:{kinds})\b"),
        referred=re.compile(rf"\b(?:{refers})\b"),
        whole=re.compile(rf"\b(?:{whole})\b"),
        part_before=re.compile(rf"\b((?:(?!the )[a-z]+ )?(?:{parts})) (?:of|at|in) (?:the )?$"),
        part_behind=re.compile(rf"(?:['’]s)? ((?:[a-z]+ )?(?:{parts}))\b"),
        beside=re.compile(
            rf" and (?:the |its )?(?:[a-z]+ ){{0,2}}(?:{kinds}) (?:beside|near|around|next to) (?:it|them)\b"
        ),
        works=(re.compile(rf"\b({works}) (?:at|in|near) (?:the )?$"), re.compile(rf" ({works})\b")),
        others=re.compile(rf"\b(?:{others}) (?:plant|plants|factory|works|mill|complex)\b"),
    )
