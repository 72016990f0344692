"""Described routes: "a railway from A to B" is the route of the catalog whose line has these ends.

What the route is called by becomes a mention of it ("R5 from C1 _to C2"), so that the rules read it as if it were
named. A description that no line fits, or that fits two equally well, stays as it is.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from models.reading.grammar.branches import any_of
from models.reading.grammar.tokens import words_of
from models.reading.sentence.courses import LEAST, WATER, lines_of, misses, score
from models.reading.sentence.mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.catalog import Catalog
    from models.reading.grammar.language import Language
    from models.reading.sentence.tagging import Sentence

# "the J0 border at P1" is P1
_END = re.compile(
    r"(?:(?:[a-z_,'-][^ ;.]*|K\d+) ){0,4}?(?:J\d+ (?:border|frontier) (?:town |crossing |point )?(?:at|near|of) )?"
    r"([CPGNJ]\d+) "
)
_TAG = re.compile(r"[A-Z]\d+")
_NAMED = re.compile(r"R\d+ ")
_ANOTHER = re.compile(r"(?:[:;] |(?<![^ ])(?:and|or|but|while) )(?:(?:the|an?|another|also|_also) )?(?:[a-z-]+ ){0,2}$")
# "a new Q1 pipeline from P1 _to P2" is a line of its own, and no piece of one that stops at both
_ONE = re.compile(r"(?<![^ ])(?:an?|another|new|second|third) (?:(?:[a-z-]+|[QMJB]\d+) ){0,3}$")
_CALLED = re.compile(r"N\d+ $")
_PLACES = frozenset("CPGN")
# "the railway through C1 _to the ports of C2", "the pipeline that runs across C1 _to P2"
_RUNS = r"(?:(?:(?:that|which) )?(?:_\S+ )*(?:run|lead|go|pass)(?:s|es|ning|ing)? )?(?:through|across|_over|over|via) "
_ENDS_IN = r"(?:_to (?:[a-z,'-]+ ){0,3}?(?P<end>[CP]\d+) )?"
_SUCH = "X"  # "the corridor" is a mention already
_DASHES = ("- ", "— ")
_MORE = ", which "
_WIDE = frozenset({"multimodal", "corridor"})


class Described:
    """The lines of the catalog's routes, and the words of the language that call a route what it is."""

    def __init__(self, catalog: Catalog, language: Language) -> None:
        ways: dict[str, list[str]] = language.tables.get("ways", {})
        self._lines = tuple(chain.from_iterable(lines_of(catalog, route) for route in catalog.routes.values()))
        self._inside = {key: frozenset(group.members) for key, group in catalog.groups.items()}
        self._openers = frozenset(language.literal(noun).split()[0] for noun in ways)
        self._kinds = {language.literal(noun): frozenset(kinds) for noun, kinds in ways.items()}
        nouns = any_of(self._kinds)
        leads = "|".join(sorted(map(re.escape, map(language.literal, language.words("way_leads", "words"))), key=len))
        ahead = r"(?:[^ ;.A-Z][^ ;]* |[QKP]\d+ ){0,11}?"
        self._behind = re.compile(rf"(?<![^ ])(?P<way>(?:K\d+ )?(?:{nouns})|X\d+ )(?={ahead}(?:{leads or '(?!)'}))")
        self._lead = re.compile(rf"{ahead}(?:{leads or '(?!)'})")
        self._joined = re.compile(rf"[CPN]\d+ (?:[—-] [CPN]\d+ )+(?:K\d+ )?(?P<way>{nouns})")
        self._toward = re.compile(r"(?P<way>X\d+ )_to (?P<end>P\d+) ")
        self._through = re.compile(rf"(?<![^ ])(?P<way>(?:{nouns})|X\d+ )(?={_RUNS}(?P<land>C\d+) {_ENDS_IN})")
        # "the railway P1 - P2", as translated texts have it
        self._joined_behind = re.compile(rf"(?<![^ ])(?P<way>(?:{nouns})|X\d+ )(?P<ends>[CPN]\d+ (?:[—-] [CPN]\d+ )+)")
        self._pieces = frozenset(language.words("way_pieces", "words"))
        pieces = "|".join(sorted(self._pieces)) or "(?!)"
        self._pieced = re.compile(rf"(?<![^ ])(?P<way>{pieces}) (?=(?:between|from) P\d+ (?:(?:_to|and) P\d+ )?)")
        hints: dict[str, list[str]] = language.tables.get("way_hints", {})
        self._hints = tuple((kind, frozenset(map(language.literal, words))) for kind, words in hints.items())
        self._language = language

    def resolve(self, sentence: Sentence, spoken: str = "") -> None:
        """Put a mention of the route in the place of words that describe one; `spoken` is the route spoken of."""
        words = words_of(sentence.tags)
        self._resolve_pieces(sentence, words)
        if self._openers.isdisjoint(words) and _SUCH not in sentence.tags:
            return
        if _PLACES.isdisjoint(sentence.tags):
            return
        self._resolve_ways(sentence, spoken)
        at = 0
        while match := self._behind.search(sentence.tags, at):
            at = match.end()
            if _is_more_of(sentence.tags[: match.start()]):
                return  # "R1 is a route from A to B" says more of the one that is named
            if _CALLED.search(sentence.tags, 0, match.start()):
                continue  # "the N1 corridor from A to B" has a name of its own
            route, named = self._of_ends(sentence, match, spoken)
            if route:
                tag = sentence.add(_mention(sentence, match["way"], route))
                sentence.tags = sentence.tags[: match.start()] + tag + sentence.tags[match.end() :]
            elif named and match["way"][0] == _SUCH:  # "the railway between A and B" is not the one spoken of before
                noun = self._language.literal(sentence.mention(match["way"].strip()).name)
                sentence.tags = sentence.tags[: match.start()] + noun + sentence.tags[match.end() :]

    def _resolve_ways(self, sentence: Sentence, spoken: str) -> None:
        """Put a mention of the route in the place of words that join its ends, or tell through what it leads."""
        if any(map(sentence.tags.__contains__, _DASHES)):
            sentence.tags = self._joined.sub(lambda match: self._named(sentence, match), sentence.tags)
            sentence.tags = self._joined_behind.sub(lambda match: self._named_behind(sentence, match), sentence.tags)
        if _SUCH in sentence.tags:
            sentence.tags = self._toward.sub(lambda match: self._leading_to(sentence, match), sentence.tags)
        sentence.tags = self._through.sub(lambda match: self._leading_through(sentence, match, spoken), sentence.tags)

    def _named(self, sentence: Sentence, match: re.Match[str]) -> str:
        """The route that is called by its ends ("C1 - C2 railway"), or the words as they are."""
        tags = _TAG.findall(match[0])
        named = [sentence.mention(tag) for tag in tags if tag[0] in "CPN"]
        route = self._fitting(named, self._kinds[match["way"]], joined=True)
        return sentence.add(_mention(sentence, match["way"], route)) if route else match[0]

    def _named_behind(self, sentence: Sentence, match: re.Match[str]) -> str:
        """The route whose ends stand joined behind its noun, between which it leads; or the words as they are."""
        ends = _TAG.findall(match["ends"])
        named = [sentence.mention(tag) for tag in ends]
        route = self._fitting(named, self._kinds_of(sentence, match["way"]), joined=True)
        if not route:
            return match[0]
        return f"{sentence.add(_mention(sentence, match['way'], route))}between {ends[0]} and {ends[-1]} "

    def _resolve_pieces(self, sentence: Sentence, words: frozenset[str]) -> None:
        """Name behind a piece of a line that is told by its ends ("the stretch between P0 and P1") whose it is."""
        if not self._pieces.isdisjoint(words):
            sentence.tags = self._pieced.sub(lambda match: self._piece(sentence, match), sentence.tags)

    def _piece(self, sentence: Sentence, match: re.Match[str]) -> str:
        """The piece, and the only route that stops at both of its ends."""
        ends = {mention.place or "" for mention in [*_ends(sentence, match.end())][:LEAST]}
        with_both = {line.route for line in self._lines if line.kind not in _WIDE and ends <= line.stops}
        if len(ends) < LEAST or len(with_both) != 1 or sentence.tags.find("R", match.end()) > 0:
            return match[0]
        return f"{match[0]}of {sentence.add(_mention(sentence, match['way'], with_both.pop()))}"

    def _leading_to(self, sentence: Sentence, match: re.Match[str]) -> str:
        """The only line that ends at the place ("the line _to P1"), whichever was spoken of before."""
        kinds, place = self._kinds_of(sentence, match["way"]), sentence.mention(match["end"]).place
        ending = {line.route for line in self._lines if line.kind in kinds and any(place in end for end in line.ends)}
        if len(ending) != 1:
            return match[0]
        return f"{sentence.add(_mention(sentence, match['way'], ending.pop()))}_to {match['end']} "

    def _leading_through(self, sentence: Sentence, match: re.Match[str], spoken: str) -> str:
        """The only line that leads through the land to the end that is told and does not end in that land.

        The one spoken of is not meant where it does not lead through the land.
        """
        kinds, lands = self._kinds_of(sentence, match["way"]), frozenset(sentence.mention(match["land"]).ids)
        called = match["way"][0] == _SUCH
        words = (sentence.mention(match["way"].strip()).name if called else sentence.tags[: match.end()]).split()
        sort = words[-2] if len(words) > 1 else ""  # "the gas pipeline"
        kinds = frozenset(kind for kind in kinds if kind.split()[0] == sort) or kinds
        sure = len(lands) == len(kinds) == 1 and _ONE.search(sentence.tags, 0, match.start()) is None
        if match["end"] is not None and sure:
            place = sentence.mention(match["end"])
            goal = frozenset((place.place or place.name, *place.ids))
            fits = (line for line in self._lines if line.kind in kinds and lands <= line.countries)
            leading = {line.route for line in fits if any(goal & end and not lands & end for end in line.ends)}
            if len(leading) == 1:
                return sentence.add(_mention(sentence, match["way"], leading.pop()))
        known = any(lands <= line.countries for line in self._lines if line.route == spoken)
        if not called or known or not spoken:
            return match[0]
        return self._language.literal(sentence.mention(match["way"].strip()).name)

    def _of_ends(self, sentence: Sentence, match: re.Match[str], spoken: str) -> tuple[str, bool]:
        """The route whose ends are told behind its noun: the one spoken of if only more is told of it (", which runs
        from A"), else the longest row of places that a line fits.

        Also whether two single countries or places are told right behind the noun.
        """
        kinds = self._kinds_of(sentence, match["way"])
        found: list[Mention] = []
        lead = self._lead.match(sentence.tags, match.end())
        while lead is not None and not (found := list(_ends(sentence, lead.end()))):
            lead = self._lead.match(sentence.tags, lead.end())  # "a line that _is _to bring Q1 from C2 _to C3"
        if spoken and sentence.tags.startswith(_MORE, match.end()) and self._lies_on(spoken, found):
            return spoken, True
        entire = _ONE.search(sentence.tags, 0, match.start()) is not None
        for size in range(len(found), 0, -1):
            route = self._fitting(found[:size], kinds, entire=entire)
            if route:
                return route, True
        close = lead is not None and lead[0].count(" ") <= LEAST
        single = sum(len(part) <= LEAST for mention in found[:LEAST] for part in self._parts(mention))
        return "", close and single >= LEAST

    def _lies_on(self, route: str, named: list[Mention]) -> bool:
        """Whether all that is named, a sea aside, lies on a line of the route, and enough of it."""
        parts = [part for mention in named for part in self._parts(mention) if WATER not in part]
        lines = (line.stops | line.countries for line in self._lines if line.route == route)
        return len(parts) > LEAST and any(not any(part.isdisjoint(line) for part in parts) for line in lines)

    def _kinds_of(self, sentence: Sentence, way: str) -> frozenset[str]:
        """The kinds of route that the words may mean; of a commodity's the one that carries it."""
        tags = _TAG.findall(way)
        if way[0] == "X":
            called = sentence.mention(tags[0]).name.lower() + " "
            return next((kinds for noun, kinds in self._kinds.items() if called.endswith(" " + noun)), frozenset())
        kinds = self._hinted(sentence, self._kinds[way[len(tags[0]) + 1 :] if tags else way])
        names = " ".join(chain.from_iterable(sentence.mention(tag).ids for tag in tags)).split()
        return frozenset(kind for kind in kinds if kind.split()[0] in names) or kinds if tags else kinds

    def _hinted(self, sentence: Sentence, kinds: frozenset[str]) -> frozenset[str]:
        """Of these kinds of route the one that other words of the sentence speak of ("trains", "track-laying")."""
        if len(kinds) <= 1:
            return kinds
        words = words_of(sentence.tags)
        told = [kind for kind, hints in self._hints if kind in kinds and not hints.isdisjoint(words)]
        return frozenset(told) if len(told) == 1 else kinds

    def _fitting(
        self, named: list[Mention], kinds: frozenset[str], *, joined: bool = False, entire: bool = False
    ) -> str:
        """The route of these kinds whose line has all that is named, and ends there; empty where none or two have.

        A line that is called by places `joined` must stop at two of them; of an `entire` one no piece is told.
        """
        parts = [part for mention in named for part in self._parts(mention)]
        loose = any(len(part) > LEAST for part in parts)  # "to Europe" is less than "to Kars"
        if len(parts) < LEAST + loose:
            return ""
        scores: dict[str, int] = {}
        for line in self._lines:
            if line.kind in kinds and not (joined and misses(line, named)):
                scores[line.route] = max(score(line, parts, entire=entire), scores.get(line.route, 0))
        best = max(scores.values(), default=0)
        fitting = [route for route, found in scores.items() if found and (loose or found == best)]
        return fitting[0] if best > 0 and len(fitting) == 1 else ""

    def _parts(self, mention: Mention) -> Iterator[frozenset[str]]:
        """What each part of a mention stands for: a place and its country, a country, or the members of a group."""
        if mention.kind in "PGN" or mention.place:
            nowhere = () if mention.kind == "N" else (WATER,)
            yield frozenset((mention.place or mention.name, *(mention.ids or nowhere)))
            return
        for code in mention.ids:
            yield self._inside.get(code, frozenset()) | {code}


def _is_more_of(before: str) -> bool:
    """Whether a description behind these words tells more of a route that is named in them, and not of another."""
    return _NAMED.search(before) is not None and _ANOTHER.search(before) is None


def _ends(sentence: Sentence, at: int) -> Iterator[Mention]:
    """The places and countries that follow one another behind a place in the tags."""
    while match := _END.match(sentence.tags, at):
        yield sentence.mention(match[1])
        at = match.end()


def _mention(sentence: Sentence, way: str, route: str) -> Mention:
    """The words that call the route as a mention of it."""
    word = way.split()[-1]
    known = sentence.mention(word) if _TAG.fullmatch(word) else None
    at = known.start if known else sentence.start + max(0, sentence.text.lower().find(word.strip("_")))
    return Mention("R", at, known.end if known else at + len(word), known.name if known else word, (route,))
