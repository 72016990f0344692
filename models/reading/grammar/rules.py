"""Rules: TOML tables that say which wording gives which claim, each with examples, and the index that finds them."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from models.catalog import kept
from models.reading.grammar.called import Called
from models.reading.grammar.parts import PatternError
from models.reading.grammar.patterns import Pattern, compile_pattern
from models.reading.grammar.roles import Role, parse, vital
from models.reading.grammar.rows import Rows
from models.reading.grammar.triggers import Triggers
from models.reading.grammar.voices import lines
from models.records import Kind, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from models.reading.grammar.language import Language

_START = "^"  # how a pattern begins that fits only where a sentence begins
VERB = "v"
"""The name of the groups that hold a verb phrase."""
_LAST = 1_000_000  # rules that count only for want of others come behind all others
_STRETCH = {"ja": 3}
# where another clause begins ("trade passed M0 , its firm O1 lent M2", "a cost of M0 , of which O1 gives M2")
_CLAUSE = re.compile(r" (?:;|, (?:its|their)) |, of which (?=[CHLO])")
_RESERVED = ("words", "chunks", "verbs")


class Example(Struct, frozen=True):
    """A text and what the rule must give on it: the fields of each claim that matter here."""

    text: str
    claims: tuple[dict[str, Any], ...] = ()
    published: str | None = None


class Rule(Struct, frozen=True, forbid_unknown_fields=True):
    """A rule as written. `gives` maps the claim's fields to slots, context names or words (see README.md)."""

    id: str
    kind: Kind
    patterns: tuple[str, ...]
    gives: dict[str, Any]
    lang: str = "en"
    unless: str = ""
    never: str = ""
    where: dict[str, str] = {}
    roles: dict[str, str] = {}
    fallback: bool = False
    yes: tuple[Example, ...] = ()
    no: tuple[str, ...] = ()


class Compiled:
    """One pattern of a rule ready for use; its regular expression is made when it is first triggered."""

    def __init__(self, rule: Rule, line: str, order: int, language: Language, rows: Rows | None = None) -> None:
        stretch, strict = _STRETCH.get(rule.lang, 1), rule.kind is Kind.EVENT and not rule.roles
        self.rule = rule
        self.order = order
        self.ranks: dict[str, int] = language.tables.get("ranks", {})
        self.sorts: dict[str, dict[str, list[str]]] = language.tables.get("sorts", {})
        self.largest: dict[str, Any] = language.tables.get("largest", {})
        self.rows = rows
        self.pattern: Pattern = compile_pattern(line, language, stretch, strict=strict)
        self._opens = self.pattern.regex.startswith(_START)
        self.barred = _bar(rule.unless, language, stretch)
        self.unwanted = _bar(rule.never, language, stretch)
        self.roles: dict[str, Role] = {name: parse(text, language.slots) for name, text in rule.roles.items()}
        self.quotes = rule.kind is Kind.QUOTE and "quoted" in rule.gives
        self.vital = vital(rule, self.roles, self.pattern.regex)
        if not self.pattern.triggers:
            raise PatternError(f"{rule.id}: no word that must be there: {line}")

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The regular expression, beginning with a token; a slot or ^ does so by itself, and quicker."""
        return re.compile(_anchored(self.pattern.regex))

    @cached_property
    def held(self) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """The names of the slots, and their groups."""
        return tuple(name for _, name in self.slots), tuple(number for number, _ in self.slots)

    @cached_property
    def slots(self) -> tuple[tuple[int, str], ...]:
        """The groups of the regular expression that hold a slot, with its name."""
        named = ((number, key.partition("__")[0]) for key, number in self.regex.groupindex.items())
        return tuple((number, name) for number, name in named if name != VERB)

    @cached_property
    def verbs(self) -> tuple[int, ...]:
        """The groups of the regular expression that hold a verb phrase."""
        return tuple(number for key, number in self.regex.groupindex.items() if key.partition("__")[0] == VERB)

    def __getstate__(self) -> dict[str, object]:
        made = ("regex", "held", "slots", "verbs")
        return {key: value for key, value in self.__dict__.items() if key not in made}

    def partly(self, line: str, language: Language) -> re.Pattern[str]:
        """The regular expression of a beginning of the pattern."""
        strict = self.rule.kind is Kind.EVENT
        return re.compile(
            _anchored(compile_pattern(line, language, _STRETCH.get(self.rule.lang, 1), strict=strict).regex)
        )

    def matches(self, tags: str) -> list[re.Match[str]]:
        """Every place where the pattern fits, unless the sentence is barred."""
        first = self.regex.match(tags) if self._opens else self.regex.search(tags)  # most often there is none
        if first is None:
            return []
        found = [first] if self._opens else [first, *self.regex.finditer(tags, first.end())]
        if self.barred is not None and self.barred.fits(tags):
            found = self._free(tags, found) if self.rule.kind is Kind.COMMITMENT else []
        unwanted = self.unwanted
        if unwanted is None or not unwanted.is_called(tags):
            return found
        return [match for match in found if not unwanted.search(tags, *match.span())]

    def _free(self, tags: str, found: list[re.Match[str]]) -> list[re.Match[str]]:
        """The matches in another clause than what bars them: trade that grew bars no loan told behind it."""
        bars = [match.span() for match in self.barred.finditer(tags)] if self.barred is not None else []
        return [match for match in found if not any(_bears(tags, bar, match.span()) for bar in bars)]


def _bears(tags: str, bar: tuple[int, int], span: tuple[int, int]) -> bool:
    """Whether no clause begins between what bars a match and the match."""
    (_, end), (start, _) = sorted((bar, span))
    return start < end or _CLAUSE.search(tags, end - 1, start + 1) is None


def _bar(line: str, language: Language, stretch: int) -> Called | None:
    """What a line bars, if there is one; made once for all patterns of a rule."""
    name = f"{stretch} {line}"
    if line and name not in language.made:
        pattern = compile_pattern(line, language, stretch)
        stems = any(word.endswith("*") for word in pattern.triggers)
        language.made[name] = Called(_anchored(pattern.regex), frozenset() if stems else pattern.triggers)
    bar: Called | None = language.made[name] if line else None
    return bar


def _anchored(regex: str) -> str:
    return regex if regex.startswith(("(?P<", _START)) else f"(?<![^ ]){regex}"


class RuleBook:
    """All rules by language, with an index from trigger words to the patterns that need them."""

    def __init__(self, rules: Iterable[Rule], language: Language) -> None:
        self.rules = tuple(rules)
        by_language: dict[str, list[Compiled]] = {}
        written = ((rule, line) for rule in self.rules for line in lines(rule))
        rows = Rows(language)
        problems: list[Problem] = []
        for order, (rule, line) in enumerate(written):
            try:
                compiled = Compiled(rule, line, order + _LAST * rule.fallback, language, rows)
            except PatternError as error:
                problems.append(Problem(rule.id, f"A pattern of this rule is left out: {error}."))
            else:
                by_language.setdefault(rule.lang, []).append(compiled)
        self.problems = tuple(problems)
        self._patterns = tuple(chain.from_iterable(by_language.values()))
        self._triggers = {lang: Triggers(patterns) for lang, patterns in by_language.items()}

    def triggered(self, tags: str, lang: str) -> list[Compiled]:
        """The patterns that may be in the sentence, in the order of the files."""
        return self._triggers[lang].find(tags) if lang in self._triggers else []

    def opened(self, tags: str, lang: str) -> list[Compiled]:
        """The patterns of which a trigger stands in the sentence, whatever else they need."""
        return self._triggers[lang].opened(tags) if lang in self._triggers else []

    def patterns(self, rule: Rule) -> list[Compiled]:
        """The patterns of a rule, in its order."""
        return [item for item in self._patterns if item.rule is rule]


def load_rules(folders: Iterable[Path], cache: Path | None = None) -> tuple[tuple[Rule, ...], tuple[Problem, ...]]:
    """The rules of all folders and what is wrong with others; of two with one id the later folder's stands.

    Parsed rules are kept in a cache folder, if nothing is wrong with any.
    """
    texts, problems = _texts(folders)
    place = kept.place(cache, "rules", texts.values()) if cache and not problems else None
    found = kept.recall(place, tuple[Rule, ...]) if place else None
    if found is None:
        found, wrong = _parsed(texts)
        problems = (*problems, *wrong)
        if place and not problems:
            kept.remember(place, found)
    return found, problems


def _texts(folders: Iterable[Path]) -> tuple[dict[Path, bytes], tuple[Problem, ...]]:
    """What the files of rules hold, and which cannot be read."""
    texts: dict[Path, bytes] = {}
    problems: list[Problem] = []
    ours, *own = folders  # ours lie in folders by what they give, a library's own beside each other
    for path in (*sorted(ours.rglob("*.toml")), *chain.from_iterable(sorted(folder.glob("*.toml")) for folder in own)):
        if not path.name.startswith(_RESERVED):
            try:
                texts[path] = path.read_bytes()
            except OSError as error:
                problems.append(Problem(path.name, f"This file of rules cannot be read: {error}."))
    return texts, tuple(problems)


def _parsed(texts: Mapping[Path, bytes]) -> tuple[tuple[Rule, ...], tuple[Problem, ...]]:
    """The rules of the files and what is wrong with others."""
    import tomllib  # not needed, and not loaded, when the rules are kept

    found: dict[str, Rule] = {}
    problems: list[Problem] = []
    for path, text in texts.items():
        try:
            rows = tomllib.loads(text.decode("utf-8")).get("rule", [])
        except ValueError as error:
            problems.append(Problem(path.name, f"This file of rules cannot be read: {error}."))
            continue
        for row in rows:
            try:
                rule = msgspec.convert(row, Rule)
                found[rule.id] = rule
            except msgspec.ValidationError as error:
                problems.append(Problem(path.name, f"A rule is not well formed: {error}."))
    return tuple(found.values()), tuple(problems)
