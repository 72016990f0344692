"""The built-in digests in another language: what briefs quote of them, and their titles.

Both are our own words, which may be told anew; what any other article says stays as it has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.phrases.templates import Templates


def told(text: str, digests: Templates) -> str:
    """The sentences of the text as the language has them; empty where it lacks one of them."""
    known: dict[str, str] = digests["sentences"]
    found: list[str] = []
    while text:
        sentence = next(filter(text.startswith, known), None)
        if sentence is None:
            return ""
        found.append(known[sentence])
        text = text[len(sentence) :].lstrip()
    between: str = digests["between"]
    return between.join(found)


def titled(title: str, digests: Templates) -> str:
    """The title of an article as the language has it, else as the article has it."""
    known: dict[str, str] = digests["titles"]
    return known.get(title, title)
