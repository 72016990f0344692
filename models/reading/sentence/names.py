"""Names that the catalog does not know: runs of capitalised words, told apart as people, organisations and others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from models.reading.grammar.branches import branches
from models.reading.sentence.mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from models.reading.grammar.language import Language

_CAPITAL, _REST = "[A-ZÀ-ÖØ-ÞА-ЯЁŞĞİÇŌ]", r"[\w'’]*(?:-[\w'’]+)*"
_CAP = f"{_CAPITAL}{_REST}"
# the capital comes first, so that the search skips to it fast; then it looks back
_RUN = re.compile(
    rf"{_CAPITAL}(?<![\w.].)(?:(?<=[A-Z])\.-?(?:[A-Z]\.-?)*{_CAP}|{_REST})"
    rf"(?:(?: [A-Z]\.)? (?:of the |of |for |von der |von |van |de |bin |al-)?{_CAP})*"
)
_POSSESSIVES = ("'s", "’s", "'", "’")
_ACTS = re.compile(r" ([a-z]+(?: to)?)\b")
_ADJECTIVES = ("ing", "ed", "led", "era", "style", "wide", "born", "made", "built", "type")
_MANY = 8
_LEAST = 2  # letters of a name: "lines A, B and C" are none
_OF = re.compile(r" of (?:the )?")
_PERSON = (2, 3)  # words of a person's name
_VERB = 16  # letters of a verb of saying beside a name
_CLOSING = frozenset("\"”»'’")


class NameWords(Struct, frozen=True):
    """The word lists that tell names apart."""

    openers: frozenset[str]
    crowds: frozenset[str]
    organisation: frozenset[str]
    media: frozenset[str]
    public: frozenset[str]
    forms: frozenset[str]
    arms: frozenset[str]
    common: frozenset[str]
    regions: frozenset[str]
    acts: frozenset[str]
    says: frozenset[str]
    behind: re.Pattern[str]
    banks: re.Pattern[str]


def name_words(language: Language) -> NameWords:
    """The lists of the language data."""
    patterns = ("says", "behind", "banks")
    lists = {key: language.words("names", key) for key in NameWords.__struct_fields__ if key not in patterns}
    nouns = language.words("roles", "heads") | language.words("names", "organisation") | {*language.classes["firm"]}
    kinds = branches(map(re.escape, sorted(word for word in nouns if word.isascii())))
    # "Name's spokesman", "Name, the nuclear agency,": what stands behind tells that the capital is a name
    behind = re.compile(rf"['’]s (?:{kinds})\b|, (?:the|a|an) (?:[\w'’-]+ ){{0,4}}(?:{kinds})\b[^.,;]{{0,40}},")
    # "Islamic development bank": a name of which only the first word has its capital
    sorts, heads = (branches(sorted(language.words("names", key))) for key in ("bank_sorts", "bank_heads"))
    says = frozenset(word for name in ("say", "inverted", "tell") for word in language.classes[name])
    return NameWords(**lists, says=says, behind=behind, banks=re.compile(rf"(?: (?:{sorts}))+ (?:{heads})\b"))


def find_names(text: str, start: int, end: int, words: NameWords, known: Collection[str]) -> list[Mention]:
    """Names in text[start:end]. `known` are surnames met before: alone they count even where a sentence opens."""
    found: list[Mention] = []
    piece = text[start:end]
    if piece == piece.lower():  # no capital
        return found
    for match in _RUN.finditer(text, start, end):
        bank = words.banks.match(text, match.end(), end)
        mention = _name(text, match.start(), bank.end() if bank else match.end(), words, known)
        if mention is not None and bank:
            mention = replace(mention, name=mention.name.title())
        if mention is not None:
            found.extend(_apart(text, mention, words, known))
    return found


def _apart(text: str, mention: Mention, words: NameWords, known: Collection[str]) -> Iterator[Mention]:
    """The name; a person's and a body's where who speaks is of it ("said Ada Byron of the Sky Institute")."""
    of = _OF.search(mention.name) if mention.kind == "O" else None
    parts = mention.name[: of.start()].split() if of else []
    if of is None or len(parts) not in _PERSON or not _is_person(parts, words) or not _speaks(text, mention, words):
        yield mention
        return
    body = _name(text, mention.start + of.end(), mention.end, words, known)
    if body is None or body.kind != "O":
        yield mention
        return
    yield Mention("H" if parts[-1] in known else "N", mention.start, mention.start + of.start(), " ".join(parts))
    yield body


def _is_person(parts: list[str], words: NameWords) -> bool:
    """Whether none of the words is one that bodies are called by."""
    lowered = {part.lower() for part in parts}
    return lowered.isdisjoint(words.organisation | words.public | words.common) and not any(map(str.isupper, parts))


def _speaks(text: str, mention: Mention, words: NameWords) -> bool:
    """Whether a verb of saying stands right before or behind the name."""
    before = text[max(0, mention.start - _VERB) : mention.start].rpartition(" ")[0].rpartition(" ")[2]
    behind = text[mention.end : mention.end + _VERB].lstrip(", ").partition(" ")[0]
    return before in words.says or behind in words.says


def _name(text: str, start: int, end: int, words: NameWords, known: Collection[str]) -> Mention | None:
    """The name that a run of capitals is, or None."""
    start, opened = _without_openers(text, start, end, words)
    run = _unowned(text[start:end])
    end = start + len(run)
    parts = run.split()
    region = _region(run.lower(), words)
    if region:
        return Mention("G", end - len(region), end, run[-len(region) :])
    if len(run) < _LEAST or len(parts) > _MANY or parts[-1].lower() in words.common or _is_adjective(parts):
        return None
    if (parts[-1] in known or parts[-1].title() in known) and len(parts) <= 3:
        return Mention("H", start, end, run)
    told = _acts(text, end, words) or words.behind.match(text, end) is not None
    if len(parts) > 1 or told or _inside(text, start, opened) or run.isupper():
        kind = _kind(parts, run, words)
        return Mention(kind, start, end, run, public=kind == "O" and not words.public.isdisjoint(run.lower().split()))
    return None


def _is_adjective(parts: list[str]) -> bool:
    """Whether a single word of letters joined by a hyphen ends in a common one ("Turkic-speaking", "Paris-based")."""
    last = parts[0].rpartition("-")[2] if len(parts) == 1 else ""
    return last != parts[0] and last.islower() and last.endswith(_ADJECTIVES)


def _acts(text: str, end: int, words: NameWords) -> bool:
    """Whether the verb behind a name is one that firms and people are subject of."""
    match = _ACTS.match(text, end)
    return match is not None and (match[1] in words.acts or match[1].partition(" ")[0] in words.acts)


def _region(run: str, words: NameWords) -> str:
    """The part of the world that a run of capitals is, a sentence's first word aside ("Linking Asia"); or ""."""
    tail = run.partition(" ")[2]
    return run if run in words.regions else tail if tail in words.regions else ""


def _without_openers(text: str, start: int, end: int, words: NameWords) -> tuple[int, bool]:
    """Where the name begins once function words that only open a sentence are left out."""
    opened = False
    while start < end:
        first = text[start:end].split(maxsplit=1)
        if not first or not _only_opens(first, words):
            break
        rest = text.find(first[1], start + len(first[0])) if len(first) > 1 else end
        start, opened = rest, True
    return start, opened


def _only_opens(run: list[str], words: NameWords) -> bool:
    """Whether the first word of a run of capitals has its own only where a sentence opens ("Residents of NAME")."""
    first = _unowned(run[0]).lower()
    return first in words.openers or (first in words.crowds and run[1:] != [] and run[1].startswith("of "))


def _unowned(name: str) -> str:
    """The name without the ending of an owner."""
    ending = next(filter(name.endswith, _POSSESSIVES), "") if name.endswith(_POSSESSIVES) else ""
    return name.removesuffix(ending)


def _inside(text: str, start: int, opened: bool) -> bool:
    """Whether a capital at `start` cannot be only that of a sentence's first word."""
    before = text[max(0, start - 3) : start].rstrip(" ")
    goes_on = before[-1:] in _CLOSING and before[-2:-1] == ","  # behind words that were quoted
    return opened or goes_on or (bool(before) and (before[-1].isalnum() or before[-1] in ",()"))


def _kind(parts: list[str], run: str, words: NameWords) -> str:
    lowered = {part.lower() for part in parts}
    if lowered & words.media or ("." in run[1:-1] and not run.isupper() and " " not in run):
        return "S"
    if lowered & words.organisation or (run.isupper() and len(run) <= 6):
        return "O"
    return "N"
