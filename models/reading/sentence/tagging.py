"""Tagged text: a sentence as lower-case tokens in which every mention stands as its letter and number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from models.reading.grammar.language import plain
from models.reading.grammar.tokens import tags_of
from models.reading.sentence.mentions import Entry, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.reading.grammar.language import Language
    from models.records import Content

LONGEST = 1200
_MARK, _OWNER, _OWNERS = "'", "'s", "s' "
_OPEN = re.compile(r"(?<!\w)'(?=\w)")  # the mark may as well close a quotation
_SHARE, _WHOLE, _OF = "F", " the ", "of"
_GOODS, _OFFICE = "K", "W"
_JOINED_BY, _BEFORE_OF = (" in ", " of "), " of "
_HIS = (" his ", " her ")
_NEXT_WORD = re.compile(r" ([a-z]+)\b")
_JOINTS = frozenset(" -\u00a0\n")
_NAMES = frozenset("CLHRKOPNJUVWXZ")
# "_will , for its part , sign": an aside between an auxiliary and its verb
_PARTED = re.compile(
    r"(?<![^ ])((?:did |does |do |_(?:will|would|may|might|could|can|should|must|shall|is|are|was|were|has|have|had) )"
    r"(?:_\S+ )*)(, (?:[^ ,;:]+ ){1,8}, )(?![A-Z])"
)


_LEADING, _COMMA = ("_", "did", "does", "do"), " , "


class Place(Struct, frozen=True, gc=False):
    """A token: its place in the tags, and [start, end) in the text of the sentence."""

    at: int
    token: str
    start: int
    end: int


class Sentence(Struct, gc=False, eq=False):
    """One sentence while it is being read: its span, tagged text and the mentions that the tags number.

    It equals no other, so that what many rules ask of it can be kept by the sentence.

    `words` are the language's lists of words that open, join and end clauses (words.toml, clauses). `told` is what
    rules have read in it so far; `found` keeps where in the tags mentions stand, by their identity, once rules ask.
    `lead` is how many characters of the text a dateline takes.
    """

    start: int
    end: int
    text: str
    tags: str
    mentions: list[Mention]
    words: dict[str, frozenset[str]] = {}
    counts: dict[str, int] = {}
    places: list[Place] = []
    told: list[Content] = []
    found: dict[int, int] = {}
    lead: int = 0

    def add(self, mention: Mention) -> str:
        """The tag of a new mention, with a blank."""
        self.mentions.append(mention)
        return f"{mention.kind}{len(self.mentions) - 1} "

    def mention(self, tag: str) -> Mention:
        """The mention of a tag such as "C3"."""
        return self.mentions[int(tag[1:])]

    def present(self, letters: str) -> list[Mention]:
        """The mentions of these letters that still stand in the tagged text, in its order."""
        if len(letters) == 1 and letters not in self.tags:
            return []
        mentions = self.mentions
        return [mentions[number] for letter, number in tags_of(self.tags) if letter in letters]


def select(candidates: Iterable[Mention]) -> list[Mention]:
    """Mentions without overlap: the earliest first, the longest of those that begin together."""
    chosen: list[Mention] = []
    at = -1
    for mention in sorted(candidates, key=lambda mention: (mention.start, -mention.end)):
        if mention.start >= at:
            chosen.append(mention)
            at = mention.end
    return chosen


def tag(text: str, start: int, end: int, mentions: list[Mention], language: Language) -> Sentence:
    """The tagged sentence text[start:end]; mentions are in order and do not overlap."""
    pieces: list[str] = []
    folded = plain(text[start:end])
    mentions = [
        item
        for at, item in enumerate(mentions)
        if (item.kind != _GOODS or not _is_head_noun(text, mentions, at))
        and (item.kind != _OFFICE or not _is_no_office(text, item, language))
    ]
    at = start
    for number, mention in enumerate(mentions):
        if mention.start > at:
            pieces.extend(_between(language, folded, at - start, mention.start - start))
            if mention.kind == "D":
                _drop(pieces, language.before_dates)
            elif mention.kind in _NAMES and pieces and pieces[-1] in language.leads:
                _drop_titles(pieces, language.titles)
                _drop(pieces, language.determiners)
        pieces.append(f"{mention.kind}{number}")
        at = mention.end
        if mention.kind == _SHARE and _lacks_of(mention, folded, at - start):
            pieces.append(_OF)  # "half the harvest" is half of it, and "nine out of ten barrels" nine tenths of them
    pieces.extend(_between(language, folded, at - start, len(folded)))
    pieces.append("")
    return Sentence(start, end, text[start:end], _joined(" ".join(pieces)), list(mentions))


def _joined(tags: str) -> str:
    """The tags with every auxiliary that an aside parts from its verb behind the aside."""
    if _COMMA not in tags:
        return tags
    parted = any(part.startswith(_LEADING, part.rfind(" ") + 1) for part in tags.split(_COMMA)[:-1])
    return _PARTED.sub(lambda match: match[2] + match[1], tags) if parted else tags


def _between(language: Language, folded: str, start: int, end: int) -> list[str]:
    """The tokens between two mentions; the mark behind a plural tells an owner ("the two countries' trade")."""
    tokens = language.tokens_in(folded, start, end)
    if tokens and tokens[0] == _MARK:
        owns = folded[start - 1 : start + 2] == _OWNERS and not _OPEN.search(folded, 0, start)
        tokens[0] = _OWNER if owns else _MARK
    return tokens


def _drop_titles(pieces: list[str], titles: frozenset[str]) -> None:
    """Take titles and initials off the end ("h . e . mr ." before a name)."""
    while len(pieces) > 1 and pieces[-1] == "." and (pieces[-2] in titles or len(pieces[-2]) == 1):
        del pieces[-2:]
    _drop(pieces, titles)


def _drop(pieces: list[str], words: frozenset[str]) -> None:
    """Take such words off the end."""
    while pieces and pieces[-1] in words:
        pieces.pop()


def _is_head_noun(text: str, mentions: list[Mention], at: int) -> bool:
    """Whether a commodity only closes the name of the one before it ("uranium resources")."""
    before, mention = mentions[at - 1], mentions[at]
    close = at > 0 and mention.kind == before.kind == _GOODS and mention.start - before.end == 1
    return close and text[before.end] in _JOINTS


def _is_no_office(text: str, mention: Mention, language: Language) -> bool:
    """Whether the word for an office is an adjective ("chief customer") or a part of the body ("shook his head")."""
    name = mention.name.lower()
    if name in language.words("roles", "chiefly"):
        noun = _NEXT_WORD.match(text, mention.end)
        return noun is not None and noun[1] in language.words("roles", "chief_of")
    return name in language.words("roles", "limbs") and text.endswith(_HIS, 0, mention.start)


def _lacks_of(mention: Mention, folded: str, at: int) -> bool:
    """Whether what a share is of stands right behind it, which was told in a word or counted."""
    if folded.startswith(_WHOLE, at):
        return True
    return any(joint in mention.name for joint in _JOINED_BY) and not folded.startswith(_BEFORE_OF, at)


def places_after(language: Language) -> re.Pattern[str]:
    """What stands before a capital that is meant as a place."""
    words = "|".join(map(re.escape, sorted(language.words("tagging", "place_before"), key=len, reverse=True)))
    return re.compile(rf"\b(?:{words})\s+$", re.IGNORECASE)


def of_gazetteer(text: str, start: int, end: int, entry: Entry, here: re.Pattern[str]) -> Mention:
    """The mention a gazetteer hit gives. A capital after "in" or "at" is a place, elsewhere it acts for its state."""
    kind = entry.kind
    if entry.metonym and entry.place and here.search(text, max(0, start - 24), start):
        kind = "P"
    name = entry.name if kind == "H" else text[start:end]
    names = (name,) if entry.local else ()
    return Mention(
        kind, start, end, name, entry.ids, entry.role, entry.place, each=entry.each, names=names, public=entry.public
    )
