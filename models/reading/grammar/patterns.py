"""The pattern language: a readable line of words, slots and verbs becomes a regular expression over tagged text.

`resources/rules/README.md` describes it. Tagged text is lower-case tokens, each followed by a blank, in which every
mention stands as a capital letter and its number ("the L4 _also agreed _to strengthen K2 . ").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from models.reading.grammar.parts import Need, Part, PatternError, mask, needed
from models.reading.grammar.vocabulary import HAVE, Vocabulary

if TYPE_CHECKING:
    from models.reading.grammar.language import Language

_PIECE = re.compile(
    r"\{(?:(?P<slot>\w+):)?(?P<type>\w+)\}|<(?P<verb>[^>:]+)(?::(?P<form>\w+))?>|@(?P<cls>\w+)|(?P<gap>\.{2,4}|~{2,4})"
    r"|(?P<mark>[()\[\]|^$])|\\(?P<plain>[()\[\]])|(?P<word>[^\s()\[\]|{}<>@\\]+)"
)
_AUX = r"(?:(?:_\S+|D\d+) ){0,6}"
_BE = r"(?:(?:_\S+|D\d+) ){0,4}_(?:is|are|was|were|be|been|being|get|gets|got) (?:(?:_\S+|D\d+) ){0,3}"
_ASIDE = r"(?:, (?:[^ ,;]+ ){1,14}, |\( (?:[^ )]+ ){1,10}\) |— (?:[^ —;]+ ){1,14}— )?"
_BEING = ("is", "are", "was", "were", "be", "been", "being")
# "_is _due _to sign" is active, "_was _sharply criticised" is not
_ACTIVE = (
    r"(?:(?:(?:_\S+|D\d+) ){1,5}?_to )?"
    rf"(?:(?:_(?!(?:{'|'.join(_BEING)}) )\S+|D\d+) ){{0,4}}" + "".join(rf"(?<!_{be} )" for be in _BEING)
)
_NO_ACTOR = r"(?!_(?:is|are|was|were|be|been|being) )[^ ;CHLO][^ ;]*"
_ALONE = r"[^ ;CJHLOQFMK][^ ;]*"
_NO_OWNER = rf"(?!'s ){_NO_ACTOR}"
_NO_NOUN = "".join(rf"(?<! {word} )" for word in ("a", "an", "the", "its", "their", "his", "her"))
_GAPS = {2: 3, 3: 8, 4: 18}
_CLOSERS = {"(": ")", "[": "]"}
_LONGEST = 20_000
_PART = re.compile(r"%(\w+)")


class Pattern(Struct, frozen=True):
    """A compiled pattern: its regular expression, its triggers, and what must stand before and after one of them.

    Of every set in `before` and `after` a word, or a mention of one of the letters, must stand there.
    """

    source: str
    regex: str
    triggers: frozenset[str]
    before: tuple[frozenset[str], ...] = ()
    after: tuple[frozenset[str], ...] = ()

    @property
    def also(self) -> tuple[frozenset[str], ...]:
        """The sets of words of which one must stand in the sentence besides a trigger."""
        return tuple(words for words in (*self.before, *self.after) if not mask(words))

    @property
    def masks(self) -> tuple[int, ...]:
        """The letters of every slot to be filled, as bits."""
        return tuple(sorted({bits for needed in (*self.before, *self.after) if (bits := mask(needed))}))


def compile_pattern(source: str, language: Language, stretch: int = 1, *, strict: bool = False) -> Pattern:
    """The pattern of a line. `stretch` widens the gaps (for languages whose tokens are single characters).

    A verb of a `strict` pattern is no bare "-ing" form.
    """
    parser = _Parser(expanded(source, language.tables.get("parts", {})), language, stretch, strict)
    part = parser.alternatives("")
    triggers = part.need.words if part.need else frozenset[str]()
    return Pattern(source, part.regex, triggers, part.before, part.after)


def expanded(source: str, parts: dict[str, str]) -> str:
    """The line with every %name replaced by the piece of a pattern that words.toml calls so."""
    while found := _PART.search(source):
        if found[1] not in parts or len(source) > _LONGEST:
            raise PatternError(f"no part {found[1]}, or one that holds itself: {source[:80]}")
        source = source[: found.start()] + parts[found[1]] + source[found.end() :]
    return source


def beginnings(source: str, language: Language) -> list[str]:
    """Ever longer beginnings of a line, each of whole pieces and none ending in a gap; a line of options has only
    itself.
    """
    line = expanded(source, language.tables.get("parts", {}))
    ends: list[int] = []
    depth = 0
    for piece in _PIECE.finditer(line):
        mark = piece["mark"] or ""
        depth += (mark in _CLOSERS) - (mark in _CLOSERS.values())
        if depth == 0 and mark == "|":
            return [line]
        if depth == 0 and not piece["gap"]:
            ends.append(piece.end())
    return [line[:end] for end in ends]


class _Parser:
    """A recursive-descent parser of one pattern."""

    def __init__(self, source: str, language: Language, stretch: int, strict: bool) -> None:
        self._source = source
        self._pieces = list(_PIECE.finditer(source))
        if "".join("".join(piece[0] for piece in self._pieces).split()) != "".join(source.split()):
            raise PatternError(f"cannot be read: {source}")
        self._at = 0
        self._slots = language.slots
        self._vocabulary = Vocabulary(language, source)
        self._stretch = stretch
        self._strict = strict
        self._used: dict[str, int] = {}

    def alternatives(self, closer: str) -> Part:
        """Options separated by bars up to the closing bracket; needed is what every option needs."""
        options = [self._sequence()]
        while self._peek() == "|":
            self._at += 1
            options.append(self._sequence())
        if self._peek() != closer:
            raise PatternError(f"bracket missing: {self._source}")
        self._at += 1
        if len(options) == 1:
            return options[0]
        needs = [option.need for option in options]
        joined = "(?:" + "|".join(option.regex for option in options) + ")"
        known = [need for need in needs if need is not None]
        if len(known) < len(needs):
            return Part(joined)
        words = frozenset().union(*(need.words for need in known))
        return Part(joined, Need(min(need.worth for need in known), words))

    def _peek(self) -> str:
        if self._at >= len(self._pieces):
            return ""
        return self._pieces[self._at]["mark"] or "."

    def _sequence(self) -> Part:
        parts: list[Part] = []
        while self._peek() not in ("", "|", ")", "]"):
            parts.append(self._part())
        ranked = [(part.need.worth, -len(part.need.words), -at) for at, part in enumerate(parts) if part.need]
        at = -max(ranked)[2] if ranked else len(parts)
        regex, before, after = "".join(part.regex for part in parts), needed(parts[:at]), needed(parts[at + 1 :])
        best = parts[at] if ranked else Part("")
        return Part(regex, best.need, before + best.before, best.after + after)

    def _part(self) -> Part:
        piece = self._pieces[self._at]
        self._at += 1
        mark = piece["mark"]
        if mark in _CLOSERS:
            inner = self.alternatives(_CLOSERS[mark])
            return inner if mark == "(" else Part(f"(?:{inner.regex})?")
        if mark:
            return Part(mark)
        if piece["gap"]:
            return self._gap(piece["gap"])
        if piece["type"]:
            return self._slot(piece["slot"] or piece["type"], piece["type"])
        if piece["verb"]:
            return self._verb(piece["verb"], piece["form"] or "any")
        return self._vocabulary.words(piece["cls"], piece["word"] or piece["plain"])

    def _gap(self, dots: str) -> Part:
        """Some words: any but a barrier; between a slot and its verb none that could be a nearer subject.

        In a gap of tildes no other actor commodity or figure may stand.
        """
        before, after = self._pieces[max(0, self._at - 2)], self._piece()
        between = self._at > 1 and before["type"] and after is not None and after["verb"] and self._stretch == 1
        token = _ALONE if dots[0] == "~" else (_NO_OWNER if self._strict else _NO_ACTOR) if between else r"[^ ;]+"
        return Part(rf"{_ASIDE if between else ''}(?:{token} ){{0,{_GAPS[len(dots)] * self._stretch}}}?")

    def _piece(self) -> re.Match[str] | None:
        return self._pieces[self._at] if self._at < len(self._pieces) else None

    def _slot(self, name: str, kind: str) -> Part:
        letters = self._slots.get(kind)
        if letters is None:
            raise PatternError(f"no slot type {kind}: {self._source}")
        self._used[name] = count = self._used.get(name, 0) + 1
        following = self._piece()
        aside = _ASIDE if following is not None and following["verb"] else ""
        return Part(rf"(?P<{name}__{count}>[{letters}]\d+) {aside}", before=(frozenset(letters),))

    def _verb(self, lemmas: str, form: str) -> Part:
        forms = self._vocabulary.forms(lemmas, "ed" if form == "done" else form)
        self._used["v"] = count = self._used.get("v", 0) + 1
        if form == "any" and self._strict:
            return self._acting(lemmas, forms)
        before = {"done": _BE, "ed": "", "ing": _AUX}.get(form, _AUX)
        opening, options, need = self._vocabulary.of_forms(forms)
        owned = self._vocabulary.owned() if HAVE.intersection(forms) else ""
        return Part(rf"{opening}(?P<v__{count}>{before}(?:{options})) {owned}", need)

    def _acting(self, lemmas: str, forms: frozenset[str]) -> Part:
        """A verb that is no bare "-ing" form ("meeting") and behind no article ("a request"): those are nouns."""
        running = self._vocabulary.forms(lemmas, "ing")
        self._used["v"] = count = self._used["v"] + 1
        plain, ongoing = self._vocabulary.of_forms(forms - running)[1], self._vocabulary.of_forms(running)[1]
        opening, _, need = self._vocabulary.of_forms(forms)
        verb = rf"(?:(?P<v__{count - 1}>{_ACTIVE}(?:{plain})) |(?P<v__{count}>{_BE}(?:{ongoing})) )"
        return Part(f"{opening}{_NO_NOUN}{verb}", need)
