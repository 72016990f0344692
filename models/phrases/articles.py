"""Names and offices with the article that they take in a sentence of a language that has articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


def named(name: str, code: str, words: Mapping[str, Any]) -> str:
    """The name with its article where the `words` list it by its code, itself or the noun it is built on ("Bank")."""
    listed = code in words["with_article"] or _noun(name) in words["article_nouns"]
    return f"{words['article']}{name}" if listed else name


def attributed(who: str, words: Mapping[str, Any]) -> str:
    """From whom something is, as it stands behind "according to": an office ("president") has its article, too."""
    head, of, whose = who.partition(" of ")
    who = f"{head}{of}{words['article']}{whose}" if _noun(whose) in words["article_within"] else who
    first = who.split(" ", 1)[0].casefold()
    if not words["article"] or first in words["article_bare"] or first.endswith(("'s", "’s")):
        return who
    noun = _noun(who)
    office = noun[:1].islower() and not noun.endswith("s") and noun not in words["mass_nouns"]
    return f"{words['article']}{who}" if office else named(who, who, words)


def office(role: str, words: Mapping[str, Any]) -> str:
    """A role with the article of whose it is ("president of the States")."""
    title, of, whose = role.rpartition(" of ")
    return f"{title}{of}{named(whose, whose, words)}"


def _noun(name: str) -> str:
    """The noun that a name is built on: the last word before "of" or "for"."""
    return name.split(" of ", 1)[0].split(" for ", 1)[0].rsplit(" ", 1)[-1]
