"""Canonical text and the spans in it: sentences, words, and offsets in Unicode code points or UTF-16 units.

Canonical text is made once, when an article is read, and never altered: every offset in Oxus points into it.
The rule: lone surrogates and noncharacters become U+FFFD; every line end (CR LF, CR, NEL, LS, PS, VT, FF) becomes a
line feed; NULs and other control characters, byte order marks, bidirectional controls, soft hyphens and zero-width
spaces are removed; of more than 30 combining marks in a row 30 are kept; the rest is Unicode NFC without white
space at either end.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from models.catalog import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Span = tuple[int, int]

_LINE_END = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]+"
)
_BROKEN = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_MARKS_KEPT = 30
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_WORD = re.compile(r"\w++(?:['’-]\w++)*")
_LINE_FEED = re.compile("\n")
_INK = re.compile(r"\S")
_MARKED = re.compile(r"[“”„«»\"]")
_OPENS = re.compile(r"(?:^|[\s(\[—–“«„‘])$")
_INITIALS = re.compile(r"[^\W\d_](?:\.-?[^\W\d_])*")


def canonical(raw: str) -> str:
    """The text by the rule at the head of this module; applying it twice changes nothing."""
    text = _BROKEN.sub("\ufffd", _INVISIBLE.sub("", _LINE_END.sub("\n", raw)))
    return _few_marks(unicodedata.normalize("NFC", _few_marks(text))).strip()


def _few_marks(text: str) -> str:
    """The text with runs of combining marks cut: ordering a long run takes time that grows with its square."""
    marks = "".join(mark for mark in set(text) if unicodedata.combining(mark))
    if not marks:
        return text
    return re.sub(f"([{re.escape(marks)}]{{{_MARKS_KEPT}}})[{re.escape(marks)}]++", r"\1", text)


def digest(text: str) -> str:
    """The first 16 hex digits of the text's SHA-256: the id of an article."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def squash(text: str) -> str:
    """The text on one line, with single spaces."""
    return " ".join(text.split())


def within_marks(text: str, marks: Sequence[str] = ("‘", "’")) -> str:
    """The text as it stands between quotation marks: those of its own become the `marks` within others, and none are
    left where they hold all of it."""
    found = list(_MARKED.finditer(text))
    if len(found) == 2 and found[0].start() == 0 and found[1].end() == len(text):
        return text[1:-1]
    for mark in reversed(found):
        at = mark.start()
        opens = mark[0] in "„«" or (mark[0] != "»" and mark[0] != "”" and _OPENS.search(text[:at]) is not None)
        text = f"{text[:at]}{marks[0] if opens else marks[1]}{text[at + 1 :]}"
    return text


def words(text: str) -> list[Span]:
    """The spans of the words; "world's" and "five-year" are one each, a run of Japanese is one."""
    return [match.span() for match in _WORD.finditer(text)]


def utf16_offset(text: str, code_point: int) -> int:
    """The offset in UTF-16 units (as Qt counts) of an offset in code points."""
    return code_point + sum(1 for _ in _ASTRAL.finditer(text, 0, code_point))


def code_point(text: str, utf16: int) -> int:
    """The offset in code points of an offset in UTF-16 units; inside a surrogate pair, that of its character."""
    offset = utf16
    for match in _ASTRAL.finditer(text):
        units = match.start() + (utf16 - offset)
        if units >= utf16:
            break
        offset -= 1
    return offset


# --- sentences ------------------------------------------------------------------------------------------------------


class _Rules(Struct, frozen=True):
    """resources/grammar/sentences.toml, ready for use."""

    stop: re.Pattern[str]
    opening: re.Pattern[str]
    carry_on: str
    quotes: str
    closers: str
    wide: str
    name: frozenset[str]
    number: frozenset[str]
    inside: frozenset[str]
    openers: frozenset[str]
    narrowest: int
    widest: int
    share: float
    shortest_line: int


@cache
def _rules() -> _Rules:
    """The rules, read once."""
    data = tomllib.loads((RESOURCES / "grammar" / "sentences.toml").read_text("utf-8"))
    stops, wide = re.escape(data["stops"]), re.escape(data["wide_stops"])
    closers = re.escape(data["closers"])
    return _Rules(
        # One class comes first, so that the search skips to it fast; the branches then look back at what it was.
        stop=re.compile(
            rf"[\n{stops}{wide}](?:(?<=\n)|(?<![{stops}][{stops}])(?<=[{stops}])[{stops}]*+[{closers}]*+(?=\s|\Z)"
            rf"|(?<=[{wide}])[{wide}]*+[{closers}]*+)"
        ),
        opening=re.compile(rf"\s*+[{re.escape(data['openings'])}\s]*+(\w*+\.?)"),
        carry_on=data["carry_on"],
        quotes=data["quotes"],
        closers=data["closers"],
        wide=data["wide_stops"],
        name=frozenset(data["short"]["name"]),
        number=frozenset(data["short"]["number"]),
        inside=frozenset(data["short"]["inside"]),
        openers=frozenset(data["openers"]),
        **data["wrap"],
    )


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The spans of the sentences of text[start:end], without white space around them.

    A heading without a full stop is a sentence, a blank line always ends one, and so does a line end unless the text
    is hard-wrapped there.
    """
    limit = len(text) if end is None else end
    rules = _rules()
    width = _wrap_width(text)
    found: list[Span] = []
    begin = start
    for match in rules.stop.finditer(text, start, limit):
        at, after = match.span()
        if text[at] == "\n":
            ends = not _line_goes_on(text, at, width, rules)
        elif text[at] in rules.wide:
            ends = not _carries_on(text, after, limit, rules)
        else:
            ends = _ends_here(text, begin, at, after, rules)
        if ends:
            _append(found, text, begin, after)
            begin = after
    _append(found, text, begin, limit)
    return found


def _append(found: list[Span], text: str, begin: int, end: int) -> None:
    """Add the span without white space at its ends, if anything is left of it."""
    first = _INK.search(text, begin, end)
    if first:
        found.append((first.start(), first.start() + len(text[first.start() : end].rstrip())))


def _ends_here(text: str, begin: int, at: int, after: int, rules: _Rules) -> bool:
    """Whether the stop at `at` (closing marks up to `after`) ends a sentence."""
    follows = rules.opening.match(text, after)
    word = follows[1] if follows else ""
    if not word:
        return True
    if word[0].islower() and not _blank_between(text, after):
        return False
    if text[at] != "." or after - at > 1:
        return True
    return _full_stop_ends(_token(text, begin, at), word, rules)


def _full_stop_ends(token: tuple[str, bool], word: str, rules: _Rules) -> bool:
    """Whether a full stop after the token ends a sentence when `word` comes next."""
    short, opens_line = token
    if short in rules.name:
        return False
    if short in rules.number:
        return not word[0].isdigit()
    if short in rules.inside or (_INITIALS.fullmatch(short) and not short.isdigit()):
        return word in rules.openers
    return not (opens_line and short.isdigit() and len(short) <= 2)


def _token(text: str, begin: int, at: int) -> tuple[str, bool]:
    """What stands before the full stop at `at`, and whether it opens its sentence (then a number only counts)."""
    low = max(begin, at - 16)
    piece = text[low:at]
    parts = piece.split()
    if not parts or piece[-1].isspace():
        return "", False
    return parts[-1].lstrip("(“\"'‘«["), len(parts) == 1 and low == begin


def _carries_on(text: str, after: int, limit: int, rules: _Rules) -> bool:
    """Whether a Japanese sentence goes on after a closing mark."""
    return after < limit and text[after - 1] in rules.closers and text[after] in rules.carry_on


def _blank_between(text: str, after: int) -> bool:
    """Whether a line ends between `after` and the next ink."""
    ink = _INK.search(text, after)
    return ink is not None and "\n" in text[after : ink.start()]


def paragraphs(text: str) -> list[Span]:
    """The spans of the paragraphs: blank lines part them, and so do line ends unless the text is wrapped there."""
    width, rules = _wrap_width(text), _rules()
    found: list[Span] = []
    begin = 0
    for match in _LINE_FEED.finditer(text):
        if not _line_goes_on(text, match.start(), width, rules):
            _append(found, text, begin, match.start())
            begin = match.end()
    _append(found, text, begin, len(text))
    return found


# --- lines ----------------------------------------------------------------------------------------------------------


def _line_goes_on(text: str, at: int, width: int, rules: _Rules) -> bool:
    """Whether the line that ends at `at` goes on in the next one."""
    stop = text.find("\n", at + 1)
    following = text[at + 1 : stop if stop >= 0 else len(text)].strip()
    line = text[text.rfind("\n", 0, at) + 1 : at].rstrip()
    if not following or not line:
        return False
    if width and (following[0].isalnum() or following[0] in rules.quotes) and _is_full(line, following, width):
        return True
    return following[0].islower() and len(line) >= rules.shortest_line and (line[-1].isalnum() or line[-1] in ",;–—")


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width


@lru_cache(maxsize=4)
def _wrap_width(text: str) -> int:
    """The width at which the text is hard-wrapped, or 0."""
    rules = _rules()
    pairs = list(_neighbours(text))
    width = max((len(line) for line, _ in pairs), default=0)
    if len(pairs) < 2 or not rules.narrowest <= width <= rules.widest:
        return 0
    full = sum(_is_full(line, following, width) for line, following in pairs)
    return width if full >= rules.share * len(pairs) else 0


def _neighbours(text: str) -> Iterator[tuple[str, str]]:
    """Each line that is not blank with the line after it, where that is not blank either."""
    before = ""
    for line in text.split("\n"):
        line = line.strip()
        if before and line:
            yield before, line
        before = line
