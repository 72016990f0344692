"""What the reader knows of a language: verb forms, marks, word classes and slots, from resources/rules/words*.toml."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import orjson
from msgspec import Struct, field

from models.catalog import kept

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_CJK = "\u3040-\u30ff\u3400-\u9fff"
# the blanks behind a token are taken with it: that is faster than to look for a token at each of them
_TOKEN = re.compile(rf"([{_CJK}]|'s\b|[^\W_{_CJK}]+(?:-[^\W_{_CJK}]+)*(?:'(?!s\b)[^\W_{_CJK}]+)?|[^\s\w\"])\s*")
# the same for text in ASCII, where letters are found twice as fast
_ASCII_TOKEN = re.compile(r"([A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?:'(?!s\b)[A-Za-z0-9]+)?|'s\b|[^\s\w\"])\s*", re.ASCII)
_PLAIN = tuple(zip("’‘“”„‟«»″–—―…－", '\'\'"""""""———.-', strict=True))

Forms = dict[str, tuple[str, ...]]


class Language(Struct, frozen=True):
    """Words of the language as data.

    `verbs` gives the forms of a lemma by name ("any", "ed", "ing", "base"); `marks` turns an auxiliary or adverb into
    its marked token ("will" -> "_will"); `classes` and `slots` are what `@name` and `{x:name}` stand for in patterns.
    `leads` is what does not stand before a name in tagged text. `made` keeps what was made of them: the same classes
    and verbs stand in hundreds of patterns.
    """

    verbs: dict[str, Forms]
    marks: dict[str, str]
    classes: dict[str, tuple[str, ...]]
    slots: dict[str, str]
    tables: dict[str, Any]
    determiners: frozenset[str] = frozenset()
    before_dates: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    made: dict[str | frozenset[str], Any] = field(default_factory=dict)

    def words(self, table: str, name: str) -> frozenset[str]:
        """A plain word list of a table; empty when there is none."""
        return frozenset(self.tables.get(table, {}).get(name, ()))

    def tokens(self, text: str) -> list[str]:
        """The marked, lower-case tokens of a piece of text."""
        return self.tokens_in(plain(text))

    def tokens_in(self, folded: str, start: int = 0, end: int | None = None) -> list[str]:
        """The marked tokens of folded[start:end], which `plain` has made."""
        marks, piece = self.marks, folded[start:end]
        found = _split(piece) if piece.isascii() else _TOKEN.findall(piece)
        return list(map(marks.get, found, found))  # each as it is marked, else as it is

    def literal(self, text: str) -> str:
        """How a word of a pattern stands in tagged text: its tokens, each followed by a blank."""
        return "".join(f"{token} " for token in self.tokens(text))


def _split(piece: str) -> list[str]:
    """The tokens of text in ASCII; most pieces are words, commas and full stops, which need no pattern."""
    bare = piece.replace(" ", "")
    if bare.isalnum():
        return piece.split()
    bare = bare.replace(",", "").replace(".", "")
    if bare.isalnum() or not bare:
        return piece.replace(",", " , ").replace(".", " . ").split()
    return _ASCII_TOKEN.findall(piece)


def plain(text: str) -> str:
    """The text in lower case with typewriter marks, each character in its place."""
    straight = text if text.isascii() else _straight(text)
    folded = straight.lower()
    if len(folded) == len(straight):
        return folded
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in straight)


def _straight(text: str) -> str:
    """The text with typewriter marks; most marks are absent, and to find that out is quicker than to translate."""
    for mark, typed in _PLAIN:
        text = text.replace(mark, typed)
    return text


def load_language(folders: Iterable[Path], cache: Path | None = None) -> Language:
    """The language data of the folders; later folders add to earlier ones. Parsed words are kept in a cache folder."""
    folders = tuple(folders)
    texts = [path.read_bytes() for folder in folders for path in sorted(folder.glob("words*.toml"))]
    tables = kept.through(cache, "words", texts, dict[str, Any], lambda: _tables(texts))
    verbs: dict[str, Forms] = {}
    for folder in folders:
        for path in sorted(folder.glob("verbs*.json")):
            verbs |= {lemma: _forms(forms) for lemma, forms in orjson.loads(path.read_bytes()).items()}
    marks = {word: f"_{word}" for words in tables.get("marks", {}).values() for word in words}
    for short, full in tables.get("contractions", {}).items():
        marks[short] = " ".join(marks.get(word, word) for word in full.split())
    classes = {name: tuple(words) for name, words in tables.get("classes", {}).items()}
    determiners, before_dates, titles = (
        frozenset(tables.get("tagging", {}).get(key, ())) for key in ("determiners", "before_dates", "titles")
    )
    leads = determiners | titles | {"."}  # "h . e . mr ."
    return Language(verbs, marks, classes, tables.get("slots", {}), tables, determiners, before_dates, titles, leads)


def _tables(texts: Iterable[bytes]) -> dict[str, Any]:
    """The tables of all texts in one."""
    import tomllib  # not needed, and not loaded, when they are kept

    tables: dict[str, Any] = {}
    for text in texts:
        _merge(tables, tomllib.loads(text.decode("utf-8")))
    return tables


def _forms(forms: dict[str, list[str]]) -> Forms:
    every = tuple(dict.fromkeys(form for group in forms.values() for form in group))
    return {"any": every, **{name: tuple(words) for name, words in forms.items()}}


def _merge(into: dict[str, Any], new: dict[str, Any]) -> None:
    """Add tables and lists of `new` to those of the same name."""
    for key, value in new.items():
        if isinstance(value, dict):
            _merge(into.setdefault(key, {}), value)
        elif isinstance(value, list):
            into[key] = [*into.get(key, []), *value]
        else:
            into[key] = value
