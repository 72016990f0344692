"""Names as they may stand in text: every form of an entry in one language, with what the reader must know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.catalog.entries import ANY_LANGUAGE, Ending, Entry, Nation, Surface, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Form = tuple[str, str]


def surfaces(kind: str, entries: Iterable[Entry], lang: str, endings: Iterable[Ending]) -> Iterator[Surface]:
    """Every form of the entries in the language, each once an entry; case forms follow from the endings."""
    rules = sorted((rule for rule in endings if rule.lang == lang), key=lambda rule: -len(rule.ending))
    for entry in entries:
        yield from _of_entry(kind, entry, lang, rules)


def _of_entry(kind: str, entry: Entry, lang: str, rules: list[Ending]) -> Iterator[Surface]:
    seen: set[str] = set()
    bent: list[Form] = []
    for text, role in _forms(entry, lang):
        if text not in seen:
            seen.add(text)
            yield Surface(text, kind, entry.id, frozenset({role, *_marks(entry, text)}))
            bent.extend((form, role) for form in _bend(text, rules))
    for text, role in bent:
        if text not in seen:
            seen.add(text)
            yield Surface(text, kind, entry.id, frozenset({role, "inflected"}))


def _forms(entry: Entry, lang: str) -> Iterator[Form]:
    """The forms the tables give, the display name first."""
    if lang in entry.names:
        yield entry.names[lang], "name"
    yield from _words(entry.also, lang, "alias")
    if isinstance(entry, Nation):
        yield from _words(entry.adjective, lang, "adjective")
        yield from _words(entry.people, lang, "people")
        yield from _words(entry.metonym, lang, "metonym")


def _words(words: Words, lang: str, role: str) -> Iterator[Form]:
    for language in (lang, ANY_LANGUAGE):
        yield from ((word, role) for word in words.get(language, ()))


def _marks(entry: Entry, text: str) -> Iterator[str]:
    if text in entry.exact:
        yield "exact"
    if text in entry.ambiguous:
        yield "ambiguous"


def _bend(text: str, rules: list[Ending]) -> Iterator[str]:
    """The case forms of a one-word name by the longest ending that fits; none for other names."""
    rule = next((rule for rule in rules if text.endswith(rule.ending)), None)
    if rule is not None and " " not in text:
        stem = text[: len(text) - len(rule.ending)]
        yield from (stem + form for form in rule.forms)
