"""Noun groups: lists and patterns of mentions become one mention ("the leaders of C1, C2 and C3" -> "L7")."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from models.catalog import kept
from models.reading.grammar.parts import mask
from models.reading.grammar.patterns import compile_pattern
from models.reading.grammar.tokens import words_of
from models.reading.sentence.mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from models.reading.grammar.language import Language
    from models.reading.sentence.tagging import Sentence

# "LEADER, LEADER hold talks": a headline saves the "and"; its verb is no past form
_HEADLINE = r"(?:_to |_also )?(?!and )[a-z]+(?<!ed) [^,]"
_SINGULAR = r"(?!_(?:is|has|was) |W\d)"


def _list_of(letter: str) -> re.Pattern[str]:
    """Mentions joined by commas and a last "and", or three and more by commas alone."""
    one = rf"{letter}\d+ "
    last = (
        r"(?:, )?(?:and|&|as well as|や|и) (?:_also |of |from |with |the |_then |in |its |his |her |their ){0,2}"
        r"(?:(?:two |three |four )?(?:neighbour|neighbor|allie|ally|partner|rival|host|guest)s? (?:, )?)?"
    )
    beside = rf", (?:_together with|along with|_jointly with|jointly with|alongside|as well as) (?:the |its )?{one}, "
    several = rf"(?:[,、] {one})*{last}{one}{_SINGULAR}|(?:, {one}){{2,}}|(?:[—-] {one}){{2,}}|{beside}"
    # those of whom a noun is may stand before a singular verb ("a meeting of C1 , C2 and C3 _was held")
    governed = rf"(?:(?<= of .)|(?<=between .))\d+ (?:, {one})+and {one}|(?<=between .)\d+ and {one}"
    # the letter comes first, so that the search skips to it fast
    return re.compile(rf"{letter}(?:{governed}|\d+ (?:{several})|(?<=^.)\d+ , {one}(?={_HEADLINE}))")


def _goods() -> re.Pattern[str]:
    """Commodities joined as others are, "or" counting too; among them some that the catalog does not have may stand."""
    one, other = r"K\d+ ", r"(?:[a-z-]+ )"
    further = rf"(?:, (?:[a-z-]+ ){{1,2}}(?=, )){{0,3}}, (?:(?![a-z]+(?:s|ed|ing) ){other})?{one}"
    apart = r"(?:_also |with |the |_then |its |some |_even |a little ){0,2}"
    last = rf"(?:, )?(?:and|or|&|as well as|plus|и|や) {apart}{one}(?!'s )"
    tail = rf", {other}{{1,2}}and {other}?{one}(?!'s )"  # ", x and mineral K5"
    long = rf"(?:{further})+{tail}|(?:{further}){{2,}}"
    return re.compile(rf"K\d+ (?:(?:, {one})*(?:, {other})?(?:, {one})*{last}|(?:, {one})+(?=(?:, )?and )|{long})")


_LISTS = {letter: _list_of(letter) for letter in "CJKPORH"} | {"K": _goods()}
_MIXED = _list_of("[CHL]")
# "along with C0 , C1 signed"
_ALONG = re.compile(
    r"(?:_together with|along with|_jointly with|jointly with|alongside) (?:the )?([CH]\d+ ), ([CH]\d+ )(?!')"
)
# "C0 signed , C1 too .", "C0 signed , as did C1 ."
_ECHO = re.compile(
    r", (?:and )?(?:(?:as|so) (?:did|does|do|_(?:has|have|had|is|are|was|were|will|would)) ([CHLO]\d+) (?=[.,;:])"
    r"|([CHLO]\d+) (?:too|as well|ditto|_?likewise|_?similarly) (?=[.,;:]))"
)
# who opens a clause and acts in it, dates and places before him aside
_OPENING = re.compile(
    r"(?:^|[;:] (?:but |and |while )?)(?:(?:(?:in )?[DP]\d+|_\S+) (?:, )?){0,3}([CHLO]\d+) (?=[a-z_])"
)
_WAY = _list_of("[CPG]")
_JOINTS = frozenset({",", "、", "and", "or", "&", "as", "plus", "—", "-", "や", "и"})  # one stands in every list
_TAG = re.compile(r"[A-Z]\d+")
_ALL, _REACH = "all", 60
_ARTICLE = " the "
_ROUTE = re.compile(r"[PG]\d.*R\d|R\d.*[PG]\d")


class Chunk:
    """A rule of chunks.toml; its regular expression is made when it is first triggered."""

    def __init__(self, row: Row, language: Language) -> None:
        pattern = compile_pattern(row.pattern, language)
        slot, _, rest = pattern.regex.partition(" ")
        # mentions of these letters may not stand behind the first piece, a slot
        barred = rf"(?!\S+ (?:[^ )]+ )*?[{row.without}]\d)" if row.without else ""
        self._regex = f"{slot} {barred}{rest}"
        self.row = row
        self.triggers = pattern.triggers
        self.masks = pattern.masks

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The regular expression over tagged text."""
        return re.compile(self._regex)


class Row(Struct, frozen=True):
    """A rule of chunks.toml as written; what the catalog does not know is named by the `whole` of it."""

    id: str
    pattern: str
    gives: str
    ids: tuple[str, ...] = ()
    name: str = ""
    role: tuple[str, ...] = ()
    public: bool = False
    whole: bool = False
    without: str = ""
    among: tuple[str, ...] = ()


class Grouping:
    """The chunk rules in order, found by the words and the kinds of mention that a sentence has; a bit for each."""

    def __init__(self, chunks: Iterable[Chunk]) -> None:
        self.chunks = tuple(chunks)
        self._by_word: dict[str, int] = {}
        self._always = 0
        self._remembered: dict[frozenset[str], int] = {}
        for order, chunk in enumerate(self.chunks):
            self._always |= 0 if chunk.triggers else 1 << order
            for word in chunk.triggers:
                self._by_word[word] = self._by_word.get(word, 0) | 1 << order

        self._words = frozenset(self._by_word)

    def opened(self, words: frozenset[str]) -> int:
        """The rules of which a trigger is among the words, or that need none."""
        found = self._always
        for word in self._words & words:
            found |= self._by_word[word]
        return found

    def possible(self, letters: frozenset[str]) -> int:
        """The rules whose slots can be filled by mentions of these letters."""
        known = self._remembered.get(letters)
        if known is None:
            present = mask(letters)
            fits = (order for order, chunk in enumerate(self.chunks) if all(bits & present for bits in chunk.masks))
            known = self._remembered[letters] = sum(1 << order for order in fits)
        return known


def load_chunks(folders: Iterable[Path], language: Language, cache: Path | None = None) -> Grouping:
    """The chunk rules of the folders, in order; parsed rows are kept in a cache folder."""
    paths = chain.from_iterable(sorted(folder.glob("chunks*.toml")) for folder in folders)
    texts = [path.read_bytes() for path in paths]
    rows = kept.through(cache, "chunks", texts, tuple[Row, ...], lambda: _rows(texts))
    return Grouping(Chunk(row, language) for row in rows)


def _rows(texts: Iterable[bytes]) -> tuple[Row, ...]:
    import tomllib  # not needed, and not loaded, when they are kept

    tables = (tomllib.loads(text.decode("utf-8")) for text in texts)
    return tuple(msgspec.convert(row, Row) for table in tables for row in table.get("chunk", ()))


def group(sentence: Sentence, grouping: Grouping) -> None:
    """Merge the lists and noun groups of the sentence in place, the longest readings first."""
    if "R" in sentence.tags and _ROUTE.search(sentence.tags):
        _merge(sentence, _WAY, "T")
    _merge_lists(sentence, "CJKPR")
    opened = grouping.opened(words_of(sentence.tags))
    left = opened & _possible(sentence, grouping)
    while left:
        order = (left & -left).bit_length() - 1
        if _apply(sentence, grouping.chunks[order]):
            left = opened & _possible(sentence, grouping)
        left &= -1 << (order + 1)  # the rules behind this one
    _merge_lists(sentence, "CHO")
    if along := _ALONG.match(sentence.tags):
        sentence.tags = f"{along[2]}and {along[1]}{sentence.tags[along.end() :]}"
    _merge_mixed(sentence)
    if ", " in sentence.tags and (echo := _ECHO.search(sentence.tags)):
        _join_echo(sentence, echo)


def _join_echo(sentence: Sentence, echo: re.Match[str]) -> None:
    """Who did the same joins the subject of its clause: "C0 signed , as did C1" becomes "L2 signed"."""
    openings = list(_OPENING.finditer(sentence.tags, 0, echo.start()))
    if not openings:
        return
    opening = openings[-1]
    parts = [sentence.mention(opening[1]), sentence.mention(echo[1] or echo[2])]
    letters = {part.kind for part in parts}
    if "O" in letters and len(letters) > 1:
        return
    joint = _joint(sentence, parts, letters.pop() if letters in ({"O"}, {"C"}) else "L")
    name = f"{parts[0].name} and {parts[1].name}"
    tag = sentence.add(replace(joint, start=parts[0].start, end=parts[0].end, name=name))
    head, tail = sentence.tags[: opening.start(1)], sentence.tags[opening.end(1) + 1 : echo.start()]
    sentence.tags = f"{head}{tag}{tail}{sentence.tags[echo.end() :]}"


def rejoin(sentence: Sentence) -> None:
    """Merge the lists of people and states again, once pronouns stand for some of them."""
    _merge_lists(sentence, "H")
    _merge_mixed(sentence)


def _possible(sentence: Sentence, grouping: Grouping) -> int:
    """The rules whose slots can be filled in the sentence as it stands."""
    return grouping.possible(frozenset([mention.kind for mention in sentence.mentions]))


def _merge_lists(sentence: Sentence, letters: str) -> None:
    for letter in letters if len(sentence.mentions) > 1 else "":
        if sentence.tags.count(letter) > 1:
            _merge(sentence, _LISTS[letter], "L" if letter == "H" else letter)


def _merge_mixed(sentence: Sentence) -> None:
    """Merge states and people that are named as one, where there are several."""
    if len(sentence.mentions) > 1 and sum(map(sentence.tags.count, "CHL")) > 1:
        _merge(sentence, _MIXED, "L")


def _merge(sentence: Sentence, regex: re.Pattern[str], gives: str) -> None:
    """Each list of mentions becomes one that has the ids of all."""
    if len(sentence.mentions) == 1 or _JOINTS.isdisjoint(words_of(sentence.tags)):
        return

    def joined(match: re.Match[str]) -> str:
        parts = [sentence.mention(tag) for tag in _TAG.findall(match[0])]
        # in "in CITY, STATE and STATE signed" a place stands before those who act there
        within = parts[0].kind == "P" and sentence.tags.endswith(" in ", 0, match.start())
        if gives == "T" and (within or all(part.kind == "C" for part in parts)):
            return match[0]
        return sentence.add(_joint(sentence, parts, gives))

    sentence.tags = regex.sub(joined, sentence.tags)


def _joint(sentence: Sentence, parts: list[Mention], gives: str) -> Mention:
    """The mention of all the parts together."""
    ids = tuple(dict.fromkeys(chain.from_iterable(_stops(part) if gives in "PT" else part.ids for part in parts)))
    each = tuple(chain.from_iterable(part.each or (part.ids,) for part in parts))
    place = " ".join(filter(None, (part.place for part in parts))) if gives == "P" else parts[0].place
    start, end = parts[0].start, max(part.end for part in parts)
    name = sentence.text[start - sentence.start : end - sentence.start]
    named = gives != "P" or any(part.names for part in parts)
    names = tuple(chain.from_iterable(part.names or _names(part) for part in parts)) if named else ()
    return Mention(gives, start, end, name, ids, parts[0].role, place, each=each, names=names)


def _names(mention: Mention) -> tuple[str, ...]:
    """What stands for a member of a list: the state of a public body, else its name."""
    return mention.ids if mention.ids and (mention.public or mention.is_nameless) else (mention.name,)


def _stops(mention: Mention) -> tuple[str, ...]:
    """The countries of a mention on the way, or its name where it is in none (a sea)."""
    return (mention.kind == "P" and mention.names) or mention.ids or (mention.place or mention.name,)


def _apply(sentence: Sentence, chunk: Chunk) -> bool:
    """Replace every match of the rule; true if there was one."""

    def made(match: re.Match[str]) -> str:
        if chunk.row.among and not _is_among(sentence, chunk.row.among, match):
            return match[0]
        if chunk.row.name == _ALL and _is_apart(sentence, match):
            return match[0]
        return sentence.add(_mention(sentence, chunk.row, match))

    sentence.tags, count = chunk.regex.subn(made, sentence.tags)
    return count > 0


def _is_apart(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether an article stands before the last mention of a name: "in C1 the O2 approved" names O2 alone."""
    tags, tokens = _TAG.findall(match[0]), match[0].split()
    at = sentence.mention(tags[-1]).start - sentence.start
    governed = tokens[tokens.index(tags[-1]) - 1] not in tags  # "W1 for the H2"
    return len(tags) > 1 and not governed and at > 0 and sentence.text[:at].endswith(_ARTICLE)


def _is_among(sentence: Sentence, words: tuple[str, ...], match: re.Match[str]) -> bool:
    """Whether the first mention of the match ends with one of the words ("senior OFFICIALS in P1", no "ministers")."""
    first = _TAG.search(match[0])
    return first is not None and sentence.mention(first[0]).name.lower().endswith(words)


def _mention(sentence: Sentence, chunk: Row, match: re.Match[str]) -> Mention:
    slots = {
        key.split("__")[0]: sentence.mention(tag) for key, tag in match.groupdict().items() if tag and key[0] != "v"
    }
    spans = list(slots.values())
    start, end = min(slot.start for slot in spans), max(slot.end for slot in spans)
    if chunk.name == _ALL:
        end = _last_word(sentence, match[0].split()[-1], end)
    whole = sentence.text[start - sentence.start : end - sentence.start]
    named = slots.get(chunk.name)
    unknown = named is None or (chunk.whole and not named.ids and not named.public)
    name = whole if named is None or unknown else named.name
    ids = next((known for key in chunk.ids if key in slots and (known := _party(slots[key]))), ())
    role = " of ".join(dict.fromkeys(_role(slots[key]) for key in chunk.role if key in slots)) or (
        named.role if named else None
    )
    kind = named.kind if named and chunk.gives == chunk.name else chunk.gives
    each = named.each if named else tuple(chain.from_iterable(slots[key].each for key in chunk.ids if key in slots))
    place, public = (named.place, named.public) if named else (None, any(slot.public for slot in slots.values()))
    if kind == "O" and public and ids:  # "Ministry of Energy of C1" acts for its state
        kind = "H"
    if named is not None and kind == "O" and ids == (named.name,):  # a firm with what is told of it keeps its land
        ids = named.ids
    names = named.names if named and kind == "O" else ()  # "O1 and O2 of C3" are two
    return Mention(kind, start, end, name, ids, role, place, each=each, names=names, public=public or chunk.public)


def _last_word(sentence: Sentence, word: str, end: int) -> int:
    """Where the last word of the group ends when it is no mention itself ("its finance ministry")."""
    at = sentence.text.lower().find(word, end - sentence.start, end - sentence.start + _REACH)
    return end if at < 0 else sentence.start + at + len(word)


def _party(mention: Mention) -> tuple[str, ...]:
    """Whom a mention stands for: a firm for itself, unless it belongs to a government."""
    if mention.kind == "O" and not mention.public:
        return mention.names or (mention.name,)
    return mention.ids


def _role(mention: Mention) -> str:
    return mention.role or mention.name
