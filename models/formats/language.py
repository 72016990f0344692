"""The language of a text: by its script where that settles it, else by very common words, else by statistics."""

from __future__ import annotations

import re

from models.formats.rules import layout

_SAMPLE = 20_000
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPT_SHARE = 0.1
_FEWEST = 20  # with fewer letters statistics name any language
_WORD_SHARE = 0.12


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language of the text; None when it holds too few letters to tell."""
    sample = text[:_SAMPLE].casefold()
    letters = len(_LETTER.findall(sample))
    told = _by_script(sample, letters) or _by_words(sample)
    return told or (_by_statistics(sample) if letters >= _FEWEST else None)


def _by_script(sample: str, letters: int) -> str | None:
    """The language whose own script a good share of the letters is in."""
    for language, script in layout().scripts.items():
        if len(script.findall(sample)) > _SCRIPT_SHARE * letters:
            return language
    return None


def _by_words(sample: str) -> str | None:
    """The language whose commonest words are common here."""
    words = _WORD.findall(sample)
    for language, common in layout().words.items():
        if sum(word in common for word in words) > _WORD_SHARE * len(words):
            return language
    return None


def _by_statistics(sample: str) -> str:
    """What the language model says."""
    import py3langid

    return str(py3langid.classify(sample)[0])
