"""Lines: which route an article speaks of where it says "the corridor", "the long-delayed pipeline" or "this railway".

A word that tells what kind of way it is stands for the last route of that kind: "the pipeline" is no railway.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from models.reading.grammar.branches import any_of
from models.reading.grammar.tokens import words_of
from models.reading.sentence.mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from models.reading.grammar.language import Language
    from models.reading.sentence.tagging import Sentence

_WIDE = "multimodal"
_FRESH = 3  # sentences for which a route is spoken of that is not named again
_SELDOM = 3  # so many times as often must one be named for the others to be passing remarks
_NAMED = re.compile(r"(R\d+) ")
_UNKNOWN = re.compile(r"N\d+ ([a-z]+) ")
_LEADS_IT = re.compile(r"(?:[^,;R]*, )?R\d+ ")  # the way itself is spoken of
_MONEY = re.compile(r"M\d+ ")
_WAY = "R"
_ALL, _ANAPHOR = frozenset({"both", "the", "these", "all"}), "X"
_ROUTE, _LINE = "route", "line"  # the one spoken of; the one of the sentence before


class Lines(Struct):
    """The routes that an article has named, the last one last; their kinds and countries, and what a noun may mean.

    `proper` are the nouns that tell one route from another. `works` tells that something else is being built is spoken
    of since a route was named: a "project" is not the route then.
    """

    kinds: Mapping[str, str] = {}
    lands: Mapping[str, frozenset[str]] = {}
    nouns: Mapping[str, frozenset[str]] = {}
    proper: frozenset[str] = frozenset()
    named: dict[str, Mention] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    since: int = 0
    works: bool = False
    _latest: frozenset[str] = frozenset()

    def note(self, sentence: Sentence, told: Iterable[str], spoken: Mention | None) -> Mention | None:
        """Take in the routes of a sentence; the one of them that is spoken of from there on, None where it names none.

        It is the one that acts, else the last one of which anything is `told`, else the last one that is not named by
        the way ("unlike R1", "an alternative _to R1"); where all are, the one `spoken` of so far.
        """
        self.since += 1
        ways = _NAMED.finditer(sentence.tags) if _WAY in sentence.tags else ()
        found = [(at.start(), sentence.mention(at[1])) for at in ways]
        if not found:
            self.works = self.works or _names_works(sentence)
            return None
        self.works = False
        passing, tags = _leads(sentence.words["passing"]), sentence.tags
        main = [(at, mention) for at, mention in found if not f" {tags[:at]}".endswith(passing)]
        self._count(mention for _, mention in main or found)
        words = sentence.words
        acting = [mention for at, mention in main if _acts(tags[:at], words["acts_behind"])]
        acting += [mention for at, mention in main if _acts(tags[:at], words["acts_aside"])]
        told_of = set(told)
        known = [mention for _, mention in main if not told_of.isdisjoint(mention.ids)]
        return next(iter((*acting, *known[::-1], *(mention for _, mention in main[::-1]))), spoken or found[-1][1])

    def names_unknown(self, tags: str) -> bool:
        """Whether a sentence names a way that is not known ("the N0 corridor"): it is spoken of from there on."""
        return any(noun in self.nouns for noun in _UNKNOWN.findall(tags))

    def _count(self, mentions: Iterable[Mention]) -> None:
        """Keep which routes are named, how often, and which last."""
        found = list(mentions)
        self.since, self._latest = 0, frozenset(route for mention in found for route in mention.ids)
        for mention in found:
            for route in mention.ids:
                self.counts[route] = self.counts.get(route, 0) + 1
                self.named.pop(route, None)
                self.named[route] = mention

    def meant(self, name: str, spoken: Mention | None) -> Mention | None:
        """The route that the words may stand for: the one spoken of, else the last one named of their kind.

        One that is called by this very noun ("the X corridor") comes before a line of which it is only said.
        """
        kinds = self._kinds_of(name.lower())
        if spoken is None or not kinds:
            return None if self.works else spoken
        known = (spoken, *reversed(self.named.values()))
        fits = [fit for item in known if (fit := self._of_kinds(item, kinds)) is not None]
        noun = name.lower().split()[-1]
        own = (item for item in fits if noun in self.proper and item.name.lower().split()[-1:] == [noun])
        return next(own, next(iter(fits), None))

    def _of_kinds(self, mention: Mention, kinds: frozenset[str]) -> Mention | None:
        """The mention with those of its routes that are of these kinds ("R1 and R2" are a railway and a pipeline)."""
        ids = tuple(route for route in mention.ids if self.kinds.get(route) in kinds)
        return mention if ids == mention.ids else replace(mention, ids=ids) if ids else None

    def several(self, noun: str, number: int) -> Mention | None:
        """The so many routes named last, of the kinds that the noun may mean; None where not so many are known."""
        kinds = self._kinds_of(noun)
        found: dict[str, None] = {}
        for mention in reversed(self.named.values()):
            fit = self._of_kinds(mention, kinds) if kinds else mention
            found.update(dict.fromkeys(fit.ids if fit is not None else ()))
        ids = tuple(found)[:number]
        return Mention("R", 0, 0, noun, ids[::-1]) if len(ids) == number else None

    def certain(self, spoken: Mention | None) -> Mention | None:
        """The route spoken of, named alone just before or more often than all others; None where another may be."""
        if spoken is None or len(spoken.ids) != 1 or self.since >= _FRESH or self.works:
            return None
        own = spoken.ids[0]
        often = self.counts.get(own, 0)
        main = all(count * _SELDOM <= often for route, count in self.counts.items() if route != own)
        return spoken if main or self._latest == {own} else None

    def leading(self, spoken: Mention, lands: frozenset[str]) -> Mention | None:
        """The route spoken of, or the last one named that leads through all of the countries where it does not.

        None where it does not: a line, or a corridor of several ways that leads through none of them.
        """
        known = (spoken, *reversed(self.named.values()))
        fits = (item for item in known if any(lands <= self.lands.get(route, lands) for route in item.ids))
        wide = (route for route in spoken.ids if self.kinds.get(route) == _WIDE)
        near = any(not lands.isdisjoint(self.lands.get(route, lands)) for route in wide)
        return next(fits, spoken if near else None)

    def avoiding(self, spoken: Mention, lands: Iterable[str]) -> Mention | None:
        """The route spoken of, or the last one named, that leads through none of the countries; None for none."""
        away = frozenset(lands)
        known = (spoken, *reversed(self.named.values()))
        return next((one for one in known if all(away.isdisjoint(self.lands.get(code, ())) for code in one.ids)), None)

    def _kinds_of(self, name: str) -> frozenset[str]:
        """The kinds that the longest noun at the end of the words may mean; empty where it may be any."""
        words = name.split()
        ends = (" ".join(words[at:]) for at in range(len(words)))
        return next((self.nouns[end] for end in ends if end in self.nouns), frozenset())


def _names_works(sentence: Sentence) -> bool:
    """Whether a sentence tells of a plant, a dam or a mine that is built or opened."""
    if _marked(sentence.words["works_done"]).isdisjoint(words_of(sentence.tags)):
        return False
    return _any(sentence.words["works_nouns"]).search(sentence.text.lower()) is not None


@cache
def _marked(words: frozenset[str]) -> frozenset[str]:
    """The words, and as they stand in tagged text where they are auxiliaries or adverbs."""
    return words.union(f"_{word}" for word in words)


@cache
def _any(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})\b")


def is_on_part(sentence: Sentence) -> bool:
    """Whether a sentence speaks of a part of a way, whose length or cost is not that of all ("a tunnel on R0")."""
    part = not sentence.words["way_parts"].isdisjoint(words_of(sentence.tags))
    return part and _LEADS_IT.match(sentence.tags) is None


def _acts(before: str, opens: frozenset[str]) -> bool:
    """Whether a route acts behind these words of its sentence."""
    last = before.rpartition(" ")[0].rpartition(" ")[2].strip("_")
    return not last or last in opens


class Allusions:
    """The words that call the route spoken of by its kind and by how it is: "this vital transport artery"."""

    def __init__(self, language: Language) -> None:
        ways, own = language.tables.get("ways", {}), language.tables.get("way_words", {})
        nouns, loose, how, behind = (
            any_of(map(language.literal, words))
            for words in (
                [*ways, *own.get("nouns", ())],
                own.get("loose", ()),
                own.get("how", ()),
                own.get("behind", ()),
            )
        )
        manner = rf"(?:{how}|[a-z0-9]+(?:-[a-z]+)+ |J\d+ - [a-z]+ )"
        self._called = re.compile(
            rf"(?<![^ ])(?P<lead>the|this|that|such an?) (?P<figure>(?:[QM]\d+ (?:- )?){{0,2}})"
            rf"(?P<words>(?:{manner}){{1,3}}(?:{nouns}|{loose})|{nouns}|(?P<priced>(?<=M\d )(?:{loose})))"
            rf"(?!{behind}|(?:in|on) [CPJG]\d)"
        )
        self._heads = frozenset(language.literal(word).split()[0] for word in (*ways, *own.get("nouns", ())))
        self._heads |= frozenset(word.split()[0] for word in own.get("loose", ()))
        self._numbers: dict[str, int] = language.tables.get("way_numbers", {})
        nouns = any_of(f"{word}s" for word in (*(word for word in ways if " " not in word), *own.get("loose", ())))
        numbers = any_of(map(language.literal, self._numbers))
        self._several = re.compile(
            rf"(?<![^ ])(?P<called>(?:the |these |_all )*(?:{numbers})(?:{nouns}) |X\d+ )(?!{behind})"
        )
        self._plurals = frozenset(f"{word}s" for word in (*ways, *own.get("loose", ())))

    def mark(self, sentence: Sentence, lines: Lines) -> None:
        """Make the words a mention that stands for the route spoken of; "both corridors" are the two named last."""
        words = words_of(sentence.tags)
        if lines.named and (_ANAPHOR in sentence.tags or not self._plurals.isdisjoint(words)):
            sentence.tags = self._several.sub(lambda match: self._all(sentence, match, lines), sentence.tags)
        if not self._heads.isdisjoint(words):
            sentence.tags = self._called.sub(lambda match: self._marked(sentence, match), sentence.tags)

    def _all(self, sentence: Sentence, match: re.Match[str], lines: Lines) -> str:
        """The tag of a mention of so many routes as are told, or the words as they are."""
        known = sentence.mention(match["called"].strip()) if match["called"][0] == _ANAPHOR else None
        words = (known.name.lower() if known is not None else match["called"].replace("_", "")).split()
        number = self._numbers.get(words[-2], 0) if len(words) > 1 else 0
        if not number or words[-1] not in self._plurals or (words[0] not in _ALL and known is None):
            return match[0]
        found = lines.several(words[-1].removesuffix("s"), number)
        if found is None:
            return match[0]
        at = known.start if known is not None else sentence.start + sentence.text.lower().find(words[-1])
        return sentence.add(replace(found, start=at, end=at + len(words[-1])))

    def _marked(self, sentence: Sentence, match: re.Match[str]) -> str:
        """The tag of the mention, behind the figure that tells its length; its name ends in the noun of its kind."""
        words = match["words"].split()
        at = sentence.start + max(0, sentence.text.lower().find(words[-1]))
        end = at + len(words[-1])
        if any("-" in word and _is_name(word, sentence.text) for word in words):
            return match[0]
        if match["priced"]:
            return match["figure"] + sentence.add(Mention("X", at, end, words[-1], (_LINE,)))
        called = sentence.add(Mention("X", at, end, f"{match['lead']} {match['words']}".strip(), (_ROUTE,)))
        return f"{match['lead']} {match['figure']}{called}" if match["figure"] else called


def _is_name(word: str, text: str) -> bool:
    """Whether a joined word is made of names in the text: "the Paris-Nice line" is not the one spoken of."""
    at = text.lower().replace("–", "-").find(word)
    return at > 0 and text[at].isupper() and text[at + word.index("-") + 1].isupper()


def leads_to_way(before: str, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether "it" behind these words of a sentence is a way: "along it", and where money is told of "for it"."""
    if before.endswith(_leads(words["along"])):
        return True
    return before.endswith(_leads(words["paid_for"])) and _MONEY.search(before) is not None


@cache
def _leads(words: frozenset[str]) -> tuple[str, ...]:
    return tuple(f" {word} " for word in words)


def way_ahead(tags: str, at: int, line: Mention | None, words: Mapping[str, frozenset[str]]) -> Mention | None:
    """The way that the sentence before speaks of, if what only a way does comes next ("it will carry")."""
    does = next((word for word in tags[at:].split() if word[0] not in "_D"), "")
    return line if line is not None and line.kind == "R" and does in words["way_does"] else None
