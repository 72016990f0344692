"""Vocabulary: what the verbs and words of a pattern become, made once for all patterns that have them."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from models.reading.grammar.branches import branches
from models.reading.grammar.parts import Need, Part, PatternError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.reading.grammar.language import Language

_PERFECT = "perfect"
HAVE = frozenset({"_has", "_have", "_had", "_having"})
# what may stand within a verb of two words ("turned its offer down", "called the talks off")
_WITHIN = (
    r"(?:(?:the|an?|its|their|his|her|this|that|these|those|_all|_both|any|[CJHLO]\d+ 's) (?:[a-z-]+ ){1,3}?"
    r"(?:(?:with|of|on|for|between) [CHKLOR]\d+ )?|(?:it|them|him|her|_both) |[A-Z]\d+ )?"
)
_BEHIND_HAVE = rf"(?:{'|'.join(rf'(?<={word} )' for word in sorted(HAVE))})"


class Vocabulary:
    """The words of the language as parts of a pattern, whose line is told where it cannot be read."""

    def __init__(self, language: Language, source: str) -> None:
        self._language = language
        self._source = source

    def owned(self) -> str:
        """What bars "has" from being the verb where it only goes with one ("C0 _has mined Q1")."""
        if _PERFECT not in self._language.made:
            classes = self._language.words("tagging", _PERFECT)
            done = frozenset().union(*(self.forms(f"@{name}", "ed") for name in classes)) if classes else ("(?!)",)
            self._language.made[_PERFECT] = (
                rf"(?!{_BEHIND_HAVE}(?:_\S+ )*(?:{branches(sorted(map(re.escape, done)))}) )"
            )
        bar: str = self._language.made[_PERFECT]
        return bar

    def of_forms(self, forms: frozenset[str]) -> tuple[str, str, Need]:
        """The look at the first letter of these forms, the forms as branches, and what they need."""
        if forms not in self._language.made:
            self._language.made[forms] = (
                _opening(forms),
                branches(self._phrases(forms)),
                self._need_of(forms),
            )
        made: tuple[str, str, Need] = self._language.made[forms]
        return made

    def _phrases(self, forms: Iterable[str]) -> Iterator[str]:
        """The forms as patterns, those together that begin with one letter and whose verb is followed by the same.

        "Takes over" and "took over" share what may stand before "over", which is most of such a pattern.
        """
        behind: dict[str, list[str]] = {}
        for form in sorted(forms):
            verb, _, more = form.partition(" ")
            behind.setdefault(verb, []).append(more)
        alike: dict[tuple[str, ...], list[str]] = {}
        for verb, followed in behind.items():
            alike.setdefault((verb[:1], *followed), []).append(verb)
        for (_, *followed), verbs in alike.items():
            yield branches(map(re.escape, verbs)) + self._followed(followed, apart=not verbs[0].startswith("_"))

    def _followed(self, wordings: Iterable[str], *, apart: bool) -> str:
        """What follows a verb, in this order; the adverb of one of two words may stand behind what is acted on."""
        particles = self._language.words("tagging", "particles") if apart else ()
        told = list[str]()
        for adverbs, same in groupby(wordings, particles.__contains__):
            if adverbs:
                told.append(f" {_WITHIN}(?:{'|'.join(map(re.escape, same))})")
            else:
                told += [re.escape(f" {words}") if words else "" for words in same]
        return told[0] if len(told) == 1 else f"(?:{'|'.join(told)})"

    def _need_of(self, forms: frozenset[str]) -> Need:
        """What a verb needs: of each form its most telling word; auxiliaries ("is", "has") stand everywhere."""
        if not forms:
            return Need(0, forms)
        common = self._language.words("tagging", "everywhere")
        told = frozenset(max(words.split(), key=lambda word: _tells(word, common)) for words in forms)
        return Need(1 if any(word.startswith("_") for word in told) else 3, told)

    def forms(self, lemmas: str, form: str) -> frozenset[str]:
        """This form ("ed", "any") of every verb of the list, as tagged words."""
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

    def words(self, cls: str | None, word: str | None) -> Part:
        """What a class of words, or a word, becomes."""
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


def _opening(forms: Iterable[str]) -> str:
    """A look at the first letter of a verb or of what may stand before it, which spares most words a closer one."""
    return f"(?=[_D{''.join(sorted({re.escape(form[0]) for form in forms}))}])"


def _tells(word: str, common: frozenset[str]) -> tuple[bool, bool, int]:
    """How much a word of a verb tells: an auxiliary, one of the common words or a short one stands in many sentences.

    "Goes to war with" is told by its "war".
    """
    return not word.startswith("_"), word not in common, len(word)


def _literal(entry: str, language: Language) -> tuple[str, str]:
    """(regex, token that must be there) of a word; a word that ends in * stands for all that begin so."""
    if entry.endswith("*"):
        tokens = language.tokens(entry[:-1])
        return " ".join(map(re.escape, tokens)) + r"\S* ", f"{tokens[-1]}*"
    tokens = language.tokens(entry)
    return "".join(f"{re.escape(token)} " for token in tokens), max(tokens, key=len, default="")
