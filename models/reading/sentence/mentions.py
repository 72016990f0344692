"""Mentions: what the words of a sentence name, found through the catalog's gazetteer."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

import ahocorasick_rs
from msgspec import Struct

from models.records import Money, PartialDate, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from models.catalog import Catalog, Surface
    from models.reading.grammar.language import Language

LETTERS = {"country": "C", "group": "C", "commodity": "K", "route": "R", "place": "P", "actor": "O"}
NUMBER = "#"
_STATES = "CJHLOPTVX"
_BODIES = {"agency": "S", "forum": "V"}
_SHORTEST_CURRENCY = 3
_ARTICLES = ("the ", "The ")
_CASELESS = frozenset({"K", "R"})
_FORMAL = "parties"  # treaties write "the Parties"
_SUMS = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))
_DASHES = ("–", "—", " – ", " — ", " - ")
_LETTERS = frozenset(string.ascii_letters + string.digits)
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


class Mention(Struct, frozen=True, gc=False):
    """A span of the text that stands for something of the catalog or for a value.

    `kind` is its letter in tagged text (see words.toml, slots). `ids` are codes of states, commodity or route ids, or
    the name of an organisation; `name` is the wording, `role` an office, `place` where it is a place.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    ids: tuple[str, ...] = ()
    role: str | None = None
    place: str | None = None
    value: Money | Quantity | PartialDate | float | tuple[float, float] | None = None
    inferred: bool = False
    each: tuple[tuple[str, ...], ...] = ()
    names: tuple[str, ...] = ()
    public: bool = False

    @property
    def is_nameless(self) -> bool:
        """Whether a firm is only told by its land and trade ("C1's mining company") and acts for the land."""
        return bool(self.ids) and not self.names and self.name[-1:].islower() and self.name.split()[-1].islower()

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of states; firms and places by name, lists of them one by one."""
        if self.kind == "O" and not (self.ids and (self.public or self.is_nameless)):
            return self.names or (self.name,)
        if self.kind in _STATES and self.ids:
            return self.names if self.kind == "P" and self.names else self.ids
        return (self.name,) if self.kind in "NPG" and self.name else ()


def sum_in_english(value: float | tuple[float, float], symbol: str) -> str:
    """The sum with its sign and scale: "US$27.4 billion"."""
    ends = value if isinstance(value, tuple) else (value,)
    scale, word = next(((scale, word) for scale, word in _SUMS if max(ends) >= scale), (1, ""))
    return f"{symbol}{'–'.join(f'{end / scale:,.10g}' for end in ends)}{word}"


class Entry(Struct, frozen=True):
    """What a surface of the gazetteer gives when it is met in a text."""

    kind: str
    ids: tuple[str, ...]
    name: str
    role: str | None = None
    place: str | None = None
    ambiguous: bool = False
    metonym: bool = False
    public: bool = False
    each: tuple[tuple[str, ...], ...] = ()
    local: bool = False


_REACH = 40  # characters from the first word of a name to the end of its last


class Gazetteer:
    """All names of the catalog in one automaton. Longest name from the left; a name must stand as a whole word."""

    def __init__(self, entries: dict[str, Entry]) -> None:
        self._texts = list(entries)
        self._entries = [entries[text] for text in self._texts]
        self._open = [bool(_WIDE.match(text[-1:])) for text in self._texts]
        self._single = [" " not in text and not wide for text, wide in zip(self._texts, self._open, strict=True)]
        self._automaton = self._build()

    def _build(self) -> ahocorasick_rs.AhoCorasick:
        return ahocorasick_rs.AhoCorasick(self._texts, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def __getstate__(self) -> dict[str, object]:
        return {key: value for key, value in self.__dict__.items() if key != "_automaton"}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)
        self._automaton = self._build()

    def find(self, text: str) -> list[tuple[int, int, Entry]]:
        """(start, end, entry) of every name, in the order of the text."""
        found: list[tuple[int, int, Entry]] = []
        single, edged = self._single, f" {text} "
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            left, right = edged[start], edged[end + 1]
            if single[index] and (left in _LETTERS or right in _LETTERS):
                continue  # most often what is found is but a part of a longer word
            parted = not (left.isalnum() or right.isalnum()) or self._open[index]
            if parted or not (_goes_on(left) or _goes_on(right)):
                found.append((start, end, self._entries[index]))
            elif " " in self._texts[index]:  # "oil product" in "oil production" is no name, but "oil" is one
                found += self._within(text, start, end)
        return found

    def _within(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, Entry]]:
        """The names among the whole words of text[start:end], which cuts its first or last word short.

        Also one that begins with the last word: "national bank", where "the nation" was found.
        """
        cut = text.rfind(" ", start, end) + 1 if _goes_on(text[end : end + 1]) else 0
        if _goes_on(text[start - 1 : start]):
            start = text.index(" ", start, end) + 1
        end = max(start, cut - 1) if cut else end
        yield from ((start + at, start + to, entry) for at, to, entry in self.find(text[start:end]))
        if cut:
            stop = text.find(" ", cut + _REACH, cut + 2 * _REACH)
            begun = self.find(text[cut : stop if stop > 0 else cut + 2 * _REACH])
            yield from ((cut + at, cut + to, entry) for at, to, entry in begun if at == 0)


def _goes_on(letter: str) -> bool:
    """Whether a word that the character stands beside goes on with it; one of a wide script stands alone."""
    return letter.isalnum() and (letter.isascii() or not _WIDE.match(letter))


def build_gazetteer(
    catalog: Catalog, language: Language, numbers: Iterable[str], languages: Iterable[str]
) -> Gazetteer:
    """The names of the catalog in the languages, with offices, anaphors and number words. The first of these wins."""
    entries = dict(_words_of(language))
    entries.update(_currencies(catalog, language, languages))
    for word in numbers:
        entries |= {text: Entry(NUMBER, (), word) for text in (word, word.capitalize())}
    capitals = {metonym for nation in catalog.countries.values() for metonym in nation.metonyms}
    for lang in languages:
        for surface in catalog.surfaces(lang):
            entry = _entry(surface, catalog, capitals, lang)
            if entry is not None:
                for text in (*_spellings(surface, entry), *_by_other_nouns(entry, catalog, language)):
                    _add(entries, text, entry)
    for code, places in language.tables.get("localities", {}).items():
        for name in places:
            _add(entries, name, Entry("P", (code,), name, place=name, local=True))
    return Gazetteer(entries | _with_articles(entries))


def _by_other_nouns(entry: Entry, catalog: Catalog, language: Language) -> Iterator[str]:
    """What else a route of a joined name is called: "A-B line" where the catalog has "A-B railway"."""
    stem, _, noun = entry.name.rpartition(" ")
    ways: Mapping[str, list[str]] = language.tables["ways"]
    if entry.kind == "R" and "-" in stem and stem[0].isupper() and noun.lower() in ways:
        kind = catalog.routes[entry.ids[0]].kind
        nouns = (other for other in language.words("way_words", "called") if kind in ways.get(other, (kind,)))
        yield from (f"{start} {other}" for start in (stem, stem.replace("-", "–")) for other in nouns)


def _with_articles(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """Names with the article before them, where it would make them begin as a shorter name ("the SEA Pipeline", and
    "the critical minerals" beside "the critical mineral")."""
    firsts = {text[4:].partition(" ")[0] for text in entries if text.startswith(_ARTICLES)}
    found: dict[str, Entry] = {}
    for text, entry in entries.items():
        words = text.split(" ")
        if len(words) > 1 and words[0] in firsts:
            for article in _ARTICLES:
                starts = (article + " ".join(words[:many]) for many in range(1, len(words)))
                begun = article + text[:-1] in entries or any(start in entries for start in starts)
                if begun and article + text not in entries:
                    found[article + text] = entry
    return found


def _words_of(language: Language) -> Iterator[tuple[str, Entry]]:
    """Offices (W, U), people (H) and firms (O) known by their state, and words for something named before (X)."""
    for table, kind in (("people", "H"), ("firms", "O")):
        known = language.tables.get(table, {})
        yield from ((name, Entry(kind, (code,), name)) for code, names in known.items() for name in names)
    lists = {"heads": "W", "plural": "U"}
    for key, kind in lists.items():
        for word in language.words("roles", key):
            for text in (word, word.capitalize(), word.title()):
                yield text, Entry(kind, (), word)
    yield from _bodies_of(language)
    for to, words in language.tables.get("anaphora", {}).items():
        for word in words:
            lead, _, noun = word.rpartition(" ")
            formal = (f"{lead} {noun.capitalize()}", word.title()) if to == _FORMAL and lead else ()
            for text in (word, word[:1].upper() + word[1:], *formal):
                yield text, Entry("X", (to,), word)


def _bodies_of(language: Language) -> Iterator[tuple[str, Entry]]:
    """Bodies called by a common noun (Z): "foreign ministry", "central bank"."""
    fields, heads, whole = (sorted(language.words("bodies", key)) for key in ("fields", "heads", "whole"))
    named = (text for field in fields for head in heads for text in (f"{field} {head}", f"{head} of {field}"))
    for word in (*named, *whole):
        for text in (word, word.capitalize(), word.title()):
            yield text, Entry("Z", (), word)


def _currencies(catalog: Catalog, language: Language, languages: Iterable[str]) -> Iterator[tuple[str, Entry]]:
    """Names of currencies (Y), each with the codes that it may mean and the country of each.

    One that is a form of a verb too is told by its figure only.
    """
    named: dict[str, list[tuple[str, str]]] = {}
    verbs = {form for forms in language.verbs.values() for form in forms["any"]}
    for currency in catalog.currencies.values():
        for lang in languages:
            for text in (currency.names.get(lang, ""), *currency.also.get(lang, ())):
                if len(text) >= _SHORTEST_CURRENCY and text not in verbs:
                    named.setdefault(text, []).append((currency.id, currency.country))
    for text, pairs in named.items():
        yield text, Entry("Y", (), text, each=tuple(pairs))


def _add(entries: dict[str, Entry], text: str, entry: Entry) -> None:
    known = entries.get(text)
    if known is None:
        entries[text] = entry
    elif known.metonym and entry.kind == "P" and not known.place:
        entries[text] = Entry("C", known.ids, known.name, known.role, entry.name, known.ambiguous, metonym=True)


def _entry(surface: Surface, catalog: Catalog, capitals: set[str], lang: str) -> Entry | None:
    """What the surface stands for; None for names too common to be told from everyday words."""
    kind = LETTERS.get(surface.kind)
    flags = surface.flags
    if kind is None:
        return None
    ids: tuple[str, ...] = (surface.id,)
    place = role = None
    name = surface.text
    if surface.kind == "actor":
        return _actor(surface, catalog, lang)
    if surface.kind == "place":
        found = catalog.places[surface.id]
        ids, place = ((found.country,) if found.country else ()), found.name
    elif surface.kind in ("country", "group"):
        kind = "J" if "adjective" in flags else "C"
        place = name if "metonym" in flags and name in capitals else None
        role = catalog.name(surface.id, lang)
    return Entry(kind, ids, name, role, place, "ambiguous" in flags, "metonym" in flags)


def _actor(surface: Surface, catalog: Catalog, lang: str) -> Entry:
    actor = catalog.actors[surface.id]
    if actor.kind != "person":
        code: tuple[str, ...] = (actor.country,) if actor.country else ()
        kind = _BODIES.get(actor.kind, "O")
        code = actor.members if kind == "V" else code
        return Entry(
            kind, code, surface.text, ambiguous="ambiguous" in surface.flags, public=actor.kind == "organisation"
        )
    office = actor.offices[-1] if actor.offices else None
    of = office.of if office else actor.country
    codes = tuple(code for code in (of, actor.country) if code in catalog.countries or code in catalog.groups)[:1]
    role = f"{office.title} of {catalog.name(of)}" if office else None
    return Entry("H", codes, actor.called(lang), role, None, "ambiguous" in surface.flags)


def _spellings(surface: Surface, entry: Entry) -> tuple[str, ...]:
    """The spellings to look for: commodities and routes also begin with a capital or have none."""
    text = surface.text
    if surface.kind in ("place", "country") and entry.kind in "CP" and len(text) > 3:
        return (text, text.upper())
    if entry.kind not in _CASELESS or "exact" in surface.flags:
        return (text,)
    written = [text, text[:1].upper() + text[1:], text.title(), text.lower()]
    if entry.kind == "R":
        written += _half_lowered(text) if " " in text else [text.upper()]  # "A-B-C" as a heading
        written += [one.replace("-", dash) for one in written if "-" in one for dash in _DASHES]
    elif entry.kind == "K":
        written.append(text.upper())  # as a heading
    return tuple(dict.fromkeys(written))


def _half_lowered(text: str) -> list[str]:
    """The name with its last words in lower case, one more each time (the last of "Northern Transport Route")."""
    words = text.split(" ")
    return [" ".join((*words[:at], *(word.lower() for word in words[at:]))) for at in range(1, len(words))]
