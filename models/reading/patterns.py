"""The pattern language: a readable line of words, slots and verbs becomes a regular expression over tagged text.

`resources/rules/README.md` describes it. Tagged text is lower-case tokens, each followed by a blank, in which every
mention stands as a capital letter and its number ("the L4 _also agreed _to strengthen K2 . ").
"""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

from msgspec import Struct

from models.reading.branches import branches

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.reading.language import Language

_PIECE = re.compile(
    r"\{(?:(?P<slot>\w+):)?(?P<type>\w+)\}|<(?P<verb>[^>:]+)(?::(?P<form>\w+))?>|@(?P<cls>\w+)|(?P<gap>\.{2,4}|~{2,4})"
    r"|(?P<mark>[()\[\]|^$])|\\(?P<plain>[()\[\]])|(?P<word>[^\s()\[\]|{}<>@\\]+)"
)
_AUX = r"(?:(?:_\S+|D\d+) ){0,6}"
_BE = r"(?:(?:_\S+|D\d+) ){0,4}_(?:is|are|was|were|be|been|being|get|gets|got) (?:(?:_\S+|D\d+) ){0,3}"
_ASIDE = r"(?:, (?:[^ ,;]+ ){1,14}, |\( (?:[^ )]+ ){1,10}\) |— (?:[^ —;]+ ){1,14}— )?"
_ACTIVE = _AUX + "".join(rf"(?<!_{be} )" for be in ("is", "are", "was", "were", "be", "been", "being"))
_NO_ACTOR = r"(?!_(?:is|are|was|were|be|been|being) )[^ ;CHLO][^ ;]*"
_ALONE = r"[^ ;CJHLOQFMK][^ ;]*"
_NO_OWNER = rf"(?!'s ){_NO_ACTOR}"
_NO_NOUN = "".join(rf"(?<! {word} )" for word in ("a", "an", "the", "its", "their", "his", "her"))
_PERFECT = "perfect"
_HAVE = frozenset({"_has", "_have", "_had", "_having"})
_BEHIND_HAVE = rf"(?:{'|'.join(rf'(?<={word} )' for word in sorted(_HAVE))})"
_GAPS = {2: 3, 3: 8, 4: 18}
_BITS = {letter: 1 << at for at, letter in enumerate(string.ascii_uppercase)}
_CLOSERS = {"(": ")", "[": "]"}
_LONGEST = 20_000
_PART = re.compile(r"%(\w+)")


class Need(Struct, frozen=True):
    """Words of which one must be in a sentence for the pattern to match; `worth` tells how telling they are."""

    worth: int
    words: frozenset[str]


class Part(Struct, frozen=True):
    """A compiled piece of a pattern.

    Of every set in `before` a word, or a mention of a letter, must stand before what it needs most, and so for `after`.
    """

    regex: str
    need: Need | None = None
    before: tuple[frozenset[str], ...] = ()
    after: tuple[frozenset[str], ...] = ()


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


def mask(letters: Iterable[str]) -> int:
    """The capital letters as bits."""
    bits = 0
    for letter in letters:
        bits |= _BITS.get(letter, 0)
    return bits


class PatternError(ValueError):
    """A pattern that cannot be read; the message says where."""


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
        self._language = language
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
        regex, before, after = "".join(part.regex for part in parts), _needed(parts[:at]), _needed(parts[at + 1 :])
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
        return self._words(piece["cls"], piece["word"] or piece["plain"])

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
        letters = self._language.slots.get(kind)
        if letters is None:
            raise PatternError(f"no slot type {kind}: {self._source}")
        self._used[name] = count = self._used.get(name, 0) + 1
        following = self._piece()
        aside = _ASIDE if following is not None and following["verb"] else ""
        return Part(rf"(?P<{name}__{count}>[{letters}]\d+) {aside}", before=(frozenset(letters),))

    def _verb(self, lemmas: str, form: str) -> Part:
        forms = self._forms(lemmas, "ed" if form == "done" else form)
        self._used["v"] = count = self._used.get("v", 0) + 1
        if form == "any" and self._strict:
            return self._acting(lemmas, forms)
        before = {"done": _BE, "ed": "", "ing": _AUX}.get(form, _AUX)
        opening, options, need = self._of_forms(forms)
        owned = self._owned() if _HAVE.intersection(forms) else ""
        return Part(rf"{opening}(?P<v__{count}>{before}(?:{options})) {owned}", need)

    def _owned(self) -> str:
        """What bars "has" from being the verb where it only goes with one ("C0 _has mined Q1")."""
        if _PERFECT not in self._language.made:
            classes = self._language.words("tagging", _PERFECT)
            done = frozenset().union(*(self._forms(f"@{name}", "ed") for name in classes)) if classes else ("(?!)",)
            self._language.made[_PERFECT] = (
                rf"(?!{_BEHIND_HAVE}(?:_\S+ )*(?:{branches(sorted(map(re.escape, done)))}) )"
            )
        bar: str = self._language.made[_PERFECT]
        return bar

    def _acting(self, lemmas: str, forms: frozenset[str]) -> Part:
        """A verb that is no bare "-ing" form ("meeting") and behind no article ("a request"): those are nouns."""
        running = self._forms(lemmas, "ing")
        self._used["v"] = count = self._used["v"] + 1
        plain, ongoing = self._of_forms(forms - running)[1], self._of_forms(running)[1]
        opening, _, need = self._of_forms(forms)
        regex = rf"{opening}{_NO_NOUN}(?:(?P<v__{count - 1}>{_ACTIVE}(?:{plain})) |(?P<v__{count}>{_BE}(?:{ongoing})) )"
        return Part(regex, need)

    def _of_forms(self, forms: frozenset[str]) -> tuple[str, str, Need]:
        """The look at the first letter of these forms, the forms as branches, and what they need."""
        if forms not in self._language.made:
            self._language.made[forms] = (_opening(forms), branches(sorted(map(re.escape, forms))), _verb_need(forms))
        made: tuple[str, str, Need] = self._language.made[forms]
        return made

    def _forms(self, lemmas: str, form: str) -> frozenset[str]:
        name = f"<{lemmas}:{form}>"
        if name not in self._language.made:
            self._language.made[name] = self._all_forms(lemmas, form)
        made: frozenset[str] = self._language.made[name]
        return made

    def _all_forms(self, lemmas: str, form: str) -> frozenset[str]:
        found: set[str] = set()
        for lemma in self._lemmas(lemmas):
            known = self._language.verbs.get(lemma)
            if known is None:
                raise PatternError(f"no forms of {lemma} in verbs.json (build them again): {self._source}")
            found.update(" ".join(self._language.tokens(word)) for word in known[form])
        return frozenset(found)

    def _lemmas(self, listed: str) -> Iterator[str]:
        """The verbs of a list in which "@name" stands for a class of verbs."""
        classes = self._language.tables.get("verb_classes", {})
        for entry in map(str.strip, listed.split("|")):
            if entry[:1] == "@" and entry[1:] not in classes:
                raise PatternError(f"no class of verbs {entry}: {self._source}")
            yield from classes[entry[1:]] if entry[:1] == "@" else (entry,)

    def _words(self, cls: str | None, word: str | None) -> Part:
        name = f"@{cls}" if cls else f"{word}"
        if name not in self._language.made:
            self._language.made[name] = self._word(cls, word)
        part: Part = self._language.made[name]
        return part

    def _word(self, cls: str | None, word: str | None) -> Part:
        if cls:
            if cls not in self._language.classes:
                raise PatternError(f"no class {cls}: {self._source}")
            entries = self._language.classes[cls]
        else:
            entries = (word or "",)
        literals = [_literal(entry, self._language) for entry in entries]
        options = branches(regex for regex, _ in sorted(literals, key=lambda item: -len(item[0])))
        first = frozenset(start for _, start in literals if start)
        if len(first) < len({start for _, start in literals}):
            return Part(f"(?:{options})")
        worth = 2 if cls else (1 if min(map(len, first)) > 3 else 0)
        return Part(f"(?:{options})" if len(literals) > 1 else options, Need(worth, first))


def _needed(parts: Iterable[Part]) -> tuple[frozenset[str], ...]:
    """Everything that the parts need, in order; not words that only tell how others begin."""
    found: list[frozenset[str]] = []
    for part in parts:
        plain = part.need is not None and not any(word.endswith("*") for word in part.need.words)
        found += (*part.before, *((part.need.words,) if part.need and plain else ()), *part.after)
    return tuple(found)


def _opening(forms: Iterable[str]) -> str:
    """A look at the first letter of a verb or of what may stand before it, which spares most words a closer one."""
    return f"(?=[_D{''.join(sorted({re.escape(form[0]) for form in forms}))}])"


def _verb_need(forms: frozenset[str]) -> Need:
    """What a verb needs: of each form its most telling word; auxiliaries ("is", "has") stand everywhere."""
    if not forms:
        return Need(0, forms)
    told = frozenset(max(words.split(), key=_tells) for words in forms)
    return Need(1 if any(word.startswith("_") for word in told) else 3, told)


def _tells(word: str) -> tuple[bool, int]:
    """How much a word of a verb tells: an auxiliary or a short one stands in many sentences."""
    return not word.startswith("_"), len(word)


def _literal(entry: str, language: Language) -> tuple[str, str]:
    """(regex, token that must be there) of a word; a word that ends in * stands for all that begin so."""
    if entry.endswith("*"):
        tokens = language.tokens(entry[:-1])
        return " ".join(map(re.escape, tokens)) + r"\S* ", f"{tokens[-1]}*"
    tokens = language.tokens(entry)
    return "".join(f"{re.escape(token)} " for token in tokens), max(tokens, key=len, default="")
